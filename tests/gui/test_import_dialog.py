"""What an import would bring in: rows in the order chosen, and what a person says of files."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.gui.import_dialog import ImportDialog
from annotator.model.message import Message
from annotator.workspace.importing import AS_GUESSED, ReadAs
from annotator.workspace.previewing import Preview, PreviewedTurn
from tests.example import DOCUMENT
from tests.gui.panels.screen import MARKUP, heard, read_as_rich_text

A, B, C = Path("a.txt"), Path("b.zip"), Path("c.txt")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog([A, B, C], None)
    qtbot.addWidget(made)
    return made


def found(path: Path, name: str = "", **more: object) -> Preview:
    values = {"title": "Talk", "language": "en", "characters": 1234, "turn_count": 2345} | more
    return Preview(path, name or path.name, **values)  # type: ignore[arg-type]


def column(dialog: ImportDialog, number: int) -> list[str]:
    items = [dialog.table.item(row, number) for row in range(dialog.table.rowCount())]
    return [item.text() if item else "" for item in items]


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_rows_stand_in_the_order_in_which_files_were_chosen(dialog: ImportDialog) -> None:
    for path, name in ((C, "c"), (B, "b1"), (A, "a"), (B, "b2")):
        dialog.add(path, found(path, name))
    assert column(dialog, 0) == ["a", "b1", "b2", "c"]
    assert [preview.source_name for preview in dialog.previews] == ["a", "b1", "b2", "c"]
    assert column(dialog, 3) == ["1,234"] * 4
    assert column(dialog, 4) == ["2,345"] * 4


def test_each_row_says_what_would_become_of_it(dialog: ImportDialog) -> None:
    previews = [
        found(A),
        found(A, known=DOCUMENT),
        found(A, repeats="b.txt"),
        found(A, exchange=Message("JSONL")),
        found(A, problem=Message("It is damaged.")),
    ]
    for preview in previews:
        dialog.add(A, preview)
    assert column(dialog, 5) == [
        "new",
        f"in the project as {DOCUMENT.title}",
        "the same as b.txt",
        "annotations: JSONL",
        "It is damaged.",
    ]
    dialog.show_progress(1)
    assert dialog.progress.text() == "Looked at 1 of 3 files; new documents so far: 1"
    dialog.show_progress(3)
    assert dialog.progress.text() == "3 files, 1 new document; 2 there already; 1 not read"


def test_files_that_are_looked_at_again_lose_their_rows_first(dialog: ImportDialog) -> None:
    for path in (A, B, B, C):
        dialog.add(path, found(path))
    dialog.forget([B])
    assert column(dialog, 0) == ["a.txt", "c.txt"]
    dialog.show_progress(3)
    assert "2 new" in dialog.progress.text()


def test_an_encoding_holds_for_the_current_file_or_for_all(dialog: ImportDialog) -> None:
    again = heard(dialog.read_as_changed)
    choose(dialog.encoding, "big5")
    assert again == []
    for path in (A, B):
        dialog.add(path, found(path))
    dialog.table.selectRow(1)
    choose(dialog.encoding, "big5")
    assert again == [((B,),)]
    assert dialog.own == {B: ReadAs("big5", None)}
    dialog.table.selectRow(0)
    assert dialog.encoding.currentData() == ""
    dialog.for_all.setChecked(True)
    choose(dialog.format, "text")
    assert again[-1] == ((A, B, C),)
    assert dialog.own[C] == ReadAs(None, "text")
    choose(dialog.format, "")
    assert dialog.own == dict.fromkeys((A, B, C), AS_GUESSED)


def test_details_show_lines_and_turns_as_they_are(dialog: ImportDialog) -> None:
    turns = [PreviewedTurn(MARKUP, "speaker", "Good\u202e day", n) for n in range(4)]
    previewed = found(A, date="2026-01-05", first_lines=("One", "Two"), turns=tuple(turns))
    dialog.add(A, replace(previewed, turn_count=7))
    told = dialog.details.toPlainText().splitlines()
    assert told[0] == "Date: 2026-01-05"
    assert told[2:4] == ["One", "Two"]
    assert told[5] == f"{MARKUP} (speaker): Good\ufffd day"
    assert told[-1] == "and 3 more turns"
    dialog.add(B, found(B, problem=Message("It is damaged.")))
    dialog.table.selectRow(1)
    assert dialog.details.toPlainText() == "It is damaged."


def test_import_goes_on_and_cancel_does_not(dialog: ImportDialog, qtbot: QtBot) -> None:
    other = ImportDialog([A], None)
    qtbot.addWidget(other)
    wished, given_up = heard(dialog.import_requested), heard(other.import_requested)
    for made, button in ((dialog, dialog.import_button), (other, other.cancel_button)):
        made.show()
        QTest.mouseClick(button, LEFT)
        assert made.isHidden()
    assert (len(wished), len(given_up)) == (1, 0)


def test_what_brings_nothing_in_is_not_imported(dialog: ImportDialog) -> None:
    dialog.add(A, found(A, known=DOCUMENT))
    dialog.add(B, found(B, problem=Message("It is damaged.")))
    dialog.show_progress(2)
    assert dialog.import_button.isEnabled()
    dialog.show_progress(3)
    assert not dialog.import_button.isEnabled()
    dialog.add(C, found(C, exchange=Message("JSONL")))
    dialog.show_progress(3)
    assert dialog.import_button.isEnabled()


def test_turns_are_called_as_the_window_calls_them(dialog: ImportDialog) -> None:
    turns = (
        PreviewedTurn("", "lead", "Briefing", 0),
        PreviewedTurn("Lin", "moderator", "Good day", 1),
        PreviewedTurn("Q", "unknown", "Why?", 2),
        PreviewedTurn("", "speech", "Because", 3),
        PreviewedTurn("", "boilerplate", "Ends", 4),
    )
    dialog.add(A, found(A, turns=turns, turn_count=5))
    assert dialog.details.toPlainText().splitlines()[-5:] == [
        "Opening: Briefing",
        "Lin (moderator): Good day",
        "Q: Why?",
        "Unknown speaker: Because",
        "Closing text: Ends",
    ]


def test_a_cell_that_is_cut_is_whole_in_its_tooltip(dialog: ImportDialog) -> None:
    dialog.add(A, found(A, problem=Message(MARKUP)))
    item = dialog.table.item(0, 5)
    assert item is not None
    assert read_as_rich_text(item.toolTip()) == MARKUP
