"""Looks four times a second at what others write to the open file, and shows it."""

from __future__ import annotations

import math
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
SLICE = 0.01
"""Seconds that what others write is read before the window does something else."""
FEW = 1000
"""Records of others' changes that are shown at once."""


class Watch(QObject):
    """Follows others' changes; what is being typed on the same record is settled with them."""

    def __init__(self, page: ProjectPage) -> None:
        super().__init__(page)
        self._page = page
        self._held: list[Edit] | None = None
        self._told = ""
        self._has_parts = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look_a_little)
        self._timer.start()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._turn.stop()

    def look(self) -> None:
        """Take in all that others have written since the last time."""
        while news := self._news(math.inf):
            self._follow(news)
        while self._page.workspace.go_on():
            pass

    def _look_a_little(self) -> None:
        """Take in some of it, the rest in turns; make a recovery copy if due."""
        workspace = self._page.workspace
        if not self._turn.isActive():
            self._go_on()
        if workspace.shadows and (failure := workspace.shadows.tick()):
            self._tell(str(failure))

    def _go_on(self) -> None:
        """Show a part of what was read, or read some more."""
        workspace = self._page.workspace
        if not self._has_parts:
            self._follow(self._news(SLICE))
        self._has_parts = workspace.go_on()
        if not (self._has_parts or workspace.store.tail.has_more):
            self._turn.stop()
        elif not self._turn.isActive():
            self._turn.start()

    def _news(self, seconds: float) -> list[Transaction]:
        try:
            return self._page.workspace.news(seconds)
        except UserError as error:
            self._tell(str(error))
            self._page.changed.emit()
            return []

    def refuses(self) -> bool:
        """Say that a file cannot be changed, or not yet, if so; says whether that is so."""
        workspace = self._page.workspace
        if not workspace.is_proven:
            sentence = _("The file is still being checked; it can be changed in a moment.")
        elif workspace.read_only:
            sentence = _("This project is open read-only: save a copy to change it.")
        else:
            return False
        self._page.said.emit(sentence)
        return True

    def holds(self, edit: Edit) -> bool:
        """Keep an edit back while others' changes are being taken in; says whether it does.

        One of a file that cannot be changed is not made.
        """
        if self.refuses():
            return True
        if self._held is None:
            return False
        self._held.append(edit)
        return True

    def _follow(self, news: Sequence[Transaction]) -> None:
        if not news:
            return
        typed = self._typed_on(news)
        if typed or _size(news) <= FEW:
            self.take_in(news)
        elif self._page.workspace.begin_to_follow(news):
            self._page.reload()
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


def _size(news: Sequence[Transaction]) -> int:
    return sum(len(t.edit.removed) + len(t.edit.added) for t in news)


def _touched(news: Sequence[Transaction]) -> set[str]:
    records = [r for t in news for r in (*t.edit.removed, *t.edit.added)]
    return {target_of(record) for record in records}
