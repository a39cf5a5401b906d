"""The commands of the menu Suggestions: their keys belong to the transcript."""

from types import SimpleNamespace
from typing import cast

from PySide6.QtGui import QKeySequence

from annotator.gui.main_window import MainWindow
from annotator.gui.suggestion_commands import suggestion_commands


class Desk:
    """Remembers what it was asked to do."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def step(self, by: int) -> None:
        """Take note of the direction."""
        self.asked.append(by)

    def accept_current(self) -> None:
        """Take note."""
        self.asked.append("accept")

    def edit_current(self) -> None:
        """Take note."""
        self.asked.append("edit")

    def dismiss_current(self) -> None:
        """Take note."""
        self.asked.append("dismiss")


def test_each_command_asks_the_desk_and_none_does_harm_without_a_project() -> None:
    desk = Desk()
    window = SimpleNamespace(page=SimpleNamespace(suggestion_desk=desk))
    specs = suggestion_commands(cast("MainWindow", window))
    for spec in specs:
        spec.slot()
    assert desk.asked == [1, -1, "accept", "edit", "dismiss"]
    window.page = None
    assert [spec.slot() for spec in specs] == [None] * 5
    assert len(desk.asked) == 5


def test_their_keys_are_keys_and_work_in_the_transcript_only() -> None:
    specs = suggestion_commands(cast("MainWindow", SimpleNamespace(page=None)))
    assert all(spec.in_transcript and spec.needs_project for spec in specs)
    assert all(not QKeySequence(spec.keys).isEmpty() for spec in specs)
    assert len({spec.menu for spec in specs}) == 1
