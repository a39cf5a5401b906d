"""Kept changes that the file does not take any more, and saving again from the bar."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.workspace.opening import open_project
from annotator.workspace.workspace import Workspace
from tests.gui.fakes import answers
from tests.gui.test_watch import here
from tests.robustness.work import real_session


@pytest.fixture
def other(page: ProjectPage) -> Iterator[Workspace]:
    """Give the same file as somebody else has it open, and let this window not look at it."""
    page.watch.stop()
    page.workspace.store._db.execute("PRAGMA busy_timeout = 10")
    with open_project(page.workspace.path, real_session()) as workspace:
        yield workspace


@pytest.fixture
def marked(page: ProjectPage, other: Workspace) -> Annotation:
    page.view.set_selection(4, 8)
    QTest.keyClicks(page.view, "1")
    other.follow(other.news())
    [annotation] = here(page)
    return annotation


def kept_note(page: ProjectPage, other: Workspace, annotation: Annotation) -> None:
    """Change a note while somebody else holds the file; the change is kept."""
    other.store._db.execute("BEGIN IMMEDIATE")
    edit = Edit(Message("Note"), (annotation,), (replace(annotation, note="mine"),))
    assert page.apply(edit)
    other.store._db.execute("ROLLBACK")
    assert len(page.workspace.unsaved) == 1


def test_trying_again_saves_what_was_kept(
    page: ProjectPage, window: MainWindow, other: Workspace, marked: Annotation
) -> None:
    kept_note(page, other, marked)
    assert window.unsaved_bar.isVisible()
    window._saved.clear()
    window.unsaved_bar.try_again.setFocus()
    window.unsaved_bar.try_again.click()
    assert not window.unsaved_bar.isVisible()
    assert page.view.hasFocus()
    assert window._saved.text().startswith("saved ")
    assert window.statusBar().currentMessage() == ""
    other.follow(other.news())
    assert [a.note for a in other.load(marked.document).all(Annotation)] == ["mine"]


def test_what_waits_is_saved_before_the_window_closes(
    page: ProjectPage, window: MainWindow, other: Workspace, marked: Annotation
) -> None:
    kept_note(page, other, marked)
    answers(window).confirms = []
    assert window.close()
    other.follow(other.news())
    assert [a.note for a in other.load(marked.document).all(Annotation)] == ["mine"]


@pytest.mark.parametrize("wants_mine", [True, False])
def test_a_kept_change_that_met_another_is_decided(
    page: ProjectPage,
    window: MainWindow,
    other: Workspace,
    marked: Annotation,
    wants_mine: bool,  # noqa: FBT001
) -> None:
    kept_note(page, other, marked)
    other.apply(Edit(Message("Note"), (marked,), (replace(marked, note="theirs"),)))
    answers(window).confirms = [wants_mine]
    window.unsaved_bar.try_again.click()
    assert answers(window).rows == [("Note", "mine", "theirs")]
    assert page.workspace.unsaved == []
    expected = ["mine" if wants_mine else "theirs"]
    assert [a.note for a in here(page)] == expected
    assert [a.note for a in page.workspace.store.load(marked.document).all(Annotation)] == expected


@pytest.mark.parametrize("gives_up", [True, False])
def test_a_kept_change_that_became_impossible_can_be_given_up(
    page: ProjectPage,
    window: MainWindow,
    other: Workspace,
    marked: Annotation,
    gives_up: bool,  # noqa: FBT001
    qtbot: QtBot,
) -> None:
    s = page.annotations.snapshot
    assert s
    evidence = edits.mark(s, s.label(marked.label), ((20, 24),), page.workspace.hand)
    other.store._db.execute("BEGIN IMMEDIATE")
    assert page.apply(evidence)
    other.store._db.execute("ROLLBACK")
    label = other.label(marked.label)
    other.apply(edits.remove(other.load(marked.document), [marked]))
    other.apply(Edit(Message("Delete"), (label,)))
    answers(window).confirms = [gives_up]
    window.unsaved_bar.try_again.click()
    assert answers(window).told[-1][0] == "A change can no longer be made"
    assert len(page.workspace.unsaved) == (not gives_up)
    qtbot.waitUntil(lambda: window.unsaved_bar.isVisible() is not gives_up)
    answers(window).confirms = [True]
