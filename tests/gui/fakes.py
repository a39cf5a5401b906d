"""Answers to dialogs, given in advance; what was said is kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog

from annotator.gui.dialogs import Prompts
from annotator.gui.main_window import MainWindow


class Answers(Prompts):
    """Stands in for the dialogs: answers from lists, remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.files: list[list[Path]] = []
        self.places: list[Path | None] = []
        self.choices: list[str | None] = []
        self.texts: list[str | None] = []
        self.confirms: list[bool] = []
        self.picks: list[int | None] = []
        self.rows: list[tuple[str, ...]] = []
        self.kept: list[Path | None] = []
        self.opened: list[str] = []
        self.printers: list[QPrinter | None] = []
        self.shown: list[QDialog] = []
        self.began_at: str | None = None
        """The choice that the last question began at."""
        self.is_loss = False
        """Whether the last question was about losing something."""
        self.stops_after: int | None = None
        """After so many steps work is stopped."""

    def tell(self, title: str, text: str) -> None:
        self.told.append((title, text))

    def crash(self, details: str, log: Path, kept: Path | None = None) -> None:
        self.told.append((str(log), details))
        self.kept.append(kept)

    def compare(
        self, title: str, text: str, rows: Sequence[tuple[str, str, str]], *, may_choose: bool
    ) -> bool:
        self.told.append((title, text))
        self.rows = [*rows]
        return self.confirms.pop(0) if may_choose else False

    def pick_row(
        self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], action: str
    ) -> int | None:
        self.told.append((title, action))
        self.rows = [tuple(headings), *(tuple(row) for row in rows)]
        return self.picks.pop(0)

    def open_address(self, url: QUrl) -> None:
        self.opened.append(url.toString())

    def keys(self, table: Sequence[tuple[str, str]]) -> None:
        self.told += table

    def confirm(self, title: str, text: str, action: str, *, is_loss: bool = False) -> bool:
        self.told.append((title, f"{text} {action}"))
        self.is_loss = is_loss
        return self.confirms.pop(0)

    def choose(
        self, title: str, choices: Sequence[tuple[str, str]], now: str | None = None
    ) -> str | None:
        self.began_at = now
        self.told += [(title, name) for _id, name in choices]
        return self.choices.pop(0)

    def line(self, title: str, start: str) -> str | None:
        return self.text(title, start)

    def text(self, title: str, start: str) -> str | None:
        self.told.append((title, start))
        return self.texts.pop(0)

    def open_files(self, title: str, folder: Path, pattern: str) -> list[Path]:
        self.told.append((title, f"{folder} {pattern}"))
        return self.files.pop(0)

    def save_file(self, title: str, start: Path, pattern: str) -> Path | None:
        self.told.append((title, f"{start} {pattern}"))
        return self.places.pop(0)

    def printer(self, title: str) -> QPrinter | None:
        self.told.append((title, ""))
        return self.printers.pop(0)

    def show(self, dialog: QDialog) -> None:
        self.shown.append(dialog)
        dialog.show()

    def work(self, title: str, steps: Iterator[tuple[int, int]]) -> bool:
        self.told.append((title, ""))
        return all(number != self.stops_after for number, _step in enumerate(steps))


def answers(window: MainWindow) -> Answers:
    """Return the answers that a window was made with."""
    return cast("Answers", window.prompts)
