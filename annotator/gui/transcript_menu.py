"""The menu of the transcript: what can be done with what is under the mouse or selected."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from annotator.gui.panels.passing_menu import passing_menu
from annotator.gui.plain_text import visible, without_mnemonic
from annotator.model.kinds import LabelKind
from annotator.model.message import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu

    from annotator.gui.project_page import ProjectPage
    from annotator.model.records import Annotation, Label

KINDS = (LabelKind.FIGURE, LabelKind.CLAIM, LabelKind.TOPIC)
ON_SUGGESTIONS = ("accept_suggestion", "edit_suggestion", "dismiss_suggestion")
REVIEWS = ("review_accepted", "review_rejected", "review_unsure")


def transcript_menu(page: ProjectPage) -> QMenu:
    """Return the labels to mark with, and the commands that mean something here."""
    menu = passing_menu(page)
    labels = [one for one in page.workspace.labels() if one.kind in KINDS and not one.retired]
    marking = menu.addMenu(_("Mark as"))
    _add_labels(marking, labels, page.language, page.annotations.use_label)
    if page.suggestion_desk.here() is not None:
        menu.addSeparator()
        _add_commands(menu, page, ON_SUGGESTIONS)
    if (current := _current_here(page)) is not None:
        menu.addSeparator()
        _add_commands(menu, page, ("inspect", "note"))
        kind = page.workspace.label(current.label).kind
        others = [one for one in labels if one.kind is kind and one.id != current.label]
        relabelling = menu.addMenu(_("Change its label to"))
        _add_labels(relabelling, others, page.language, page.annotations.relabel)
        _add_commands(menu, page, _on_annotation(page, current))
        menu.addSeparator()
        _add_commands(menu, page, REVIEWS)
    menu.addSeparator()
    _add_commands(
        menu, page, ("copy", "split_turn") if page.view.has_selection else ("split_turn",)
    )
    return menu


def _current_here(page: ProjectPage) -> Annotation | None:
    """Return the current annotation, unless the cursor went elsewhere since."""
    current, (start, end) = page.annotations.current, page.view.selection
    if current and any(span.start <= end and start <= span.end for span in current.spans):
        return current
    return None


def _on_annotation(page: ProjectPage, current: Annotation) -> Iterable[str]:
    start, end = page.view.selection
    if start < end:
        yield "add_fragment"
    if len(current.spans) > 1:
        yield "remove_fragment"
    yield from ("mark_all", "copy_citation", "delete")


def _add_labels(
    menu: QMenu, labels: Iterable[Label], language: str, choose: Callable[[str], object]
) -> None:
    """Offer labels with their keys, those of a kind together."""
    for _kind, group in groupby(sorted(labels, key=_place), key=lambda one: one.kind):
        if not menu.isEmpty():
            menu.addSeparator()
        for label in group:
            name = without_mnemonic(" ".join(visible(label.name(language)).split()))
            action = menu.addAction(f"{name}\t{label.key.upper()}")
            action.triggered.connect(lambda _on=False, chosen=label.id: choose(chosen))
    menu.setEnabled(not menu.isEmpty())


def _place(label: Label) -> tuple[int, int]:
    return KINDS.index(label.kind), label.order


def _add_commands(menu: QMenu, page: ProjectPage, ids: Iterable[str]) -> None:
    """Add commands of the window, with their keys."""
    for action_id in ids:
        if (action := page.window().findChild(QAction, action_id)) is not None:
            menu.addAction(action)
