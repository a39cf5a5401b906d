"""Looks four times a second at what others write to the open file, and shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from annotator.model.errors import UserError
from annotator.model.message import _
from annotator.model.records import target_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.gui.project_page import ProjectPage
    from annotator.model.edit import Edit
    from annotator.model.history import Transaction

EVERY = 250
"""Milliseconds."""


class Watch(QObject):
    """Follows others' changes; what is being typed on the same record is settled with them."""

    def __init__(self, page: ProjectPage) -> None:
        super().__init__(page)
        self._page = page
        self._held: list[Edit] | None = None
        self._told = ""
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Take in what others have written since the last time; make a recovery copy if due."""
        workspace = self._page.workspace
        try:
            news = workspace.news()
        except UserError as error:
            self._tell(str(error))
            self._page.changed.emit()
            return
        if news:
            self._follow(news)
        if workspace.shadows and (failure := workspace.shadows.tick()):
            self._tell(str(failure))

    def holds(self, edit: Edit) -> bool:
        """Keep an edit back while others' changes are being taken in; says whether it does.

        One of a file that is still being checked is not made.
        """
        if not self._page.workspace.is_proven:
            self._page.said.emit(
                _("The file is still being checked; it can be changed in a moment.")
            )
            return True
        if self._held is None:
            return False
        self._held.append(edit)
        return True

    def _follow(self, news: Sequence[Transaction]) -> None:
        typed = self._typed_on(news)
        self.take_in(news)
        for edit in typed:
            self._page.apply(edit)

    def take_in(self, news: Sequence[Transaction]) -> None:
        """Show what others have written."""
        if self._page.workspace.follow(news):
            self._page.reload()

    def _typed_on(self, news: Sequence[Transaction]) -> list[Edit]:
        """Return what is being typed about the current annotation, if the news are about it."""
        current = self._page.annotations.current
        if current is None or current.id not in _touched(news):
            return []
        held: list[Edit] = []
        self._held = held
        try:
            self._page.inspector.commit()
        finally:
            self._held = None
        return held

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            self._page.said.emit(sentence)


def _touched(news: Sequence[Transaction]) -> set[str]:
    records = [r for t in news for r in (*t.edit.removed, *t.edit.added)]
    return {target_of(record) for record in records}
