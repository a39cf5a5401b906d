"""The reading pane: one paragraph as plain text, for reading only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from annotator.gui.panels.reading_pane import ReadingPane, ReadParagraph
from tests.gui.panels.screen import MARKUP, heard, put_on_screen, spoken

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST = ReadParagraph(3, 12, "Zhang Ming", "They cost 1.2 million.", ("Money: 1.2 million",))


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    made = ReadingPane()
    put_on_screen(qtbot, made)
    made.setFocus()
    return made


def test_place_speaker_text_and_marks_stand_below_each_other(pane: ReadingPane) -> None:
    pane.show_paragraph(FIRST)
    assert pane.toPlainText().splitlines() == [
        "Paragraph 3 of 12 · Zhang Ming",
        "They cost 1.2 million.",
        "",
        "Marked here:",
        "Money: 1.2 million",
    ]


def test_without_speaker_and_marks_there_is_the_text_alone(pane: ReadingPane) -> None:
    pane.show_paragraph(ReadParagraph(1, 1, "", "Hello.", ()))
    assert pane.toPlainText() == "Paragraph 1 of 1\nHello."


def test_text_is_never_markup(pane: ReadingPane) -> None:
    pane.show_paragraph(ReadParagraph(1, 1, MARKUP, MARKUP, (MARKUP,)))
    assert pane.toPlainText().count(MARKUP) == 3


def test_it_can_be_read_by_keys_and_copied_but_not_changed(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_paragraph(FIRST)
    before = pane.toPlainText()
    qtbot.keyClicks(pane, "xyz")
    qtbot.keyClick(pane, Qt.Key.Key_Delete)
    assert pane.toPlainText() == before
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    qtbot.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keySequence(pane, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == "They cost 1.2 million."


def test_the_same_paragraph_keeps_the_place_of_the_reader(qtbot: QtBot, pane: ReadingPane) -> None:
    shown = ReadParagraph(1, 1, "", "a\u00a0b c", ())
    pane.show_paragraph(shown)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    pane.show_paragraph(shown)
    assert pane.textCursor().position() == 1
    pane.show_paragraph(FIRST)
    assert pane.textCursor().position() == 0


def test_another_paragraph_is_asked_for(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.show_paragraph(FIRST)
    asked = heard(pane.step_requested)
    qtbot.keyClick(pane, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(pane, Qt.Key.Key_Up, CTRL)
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert asked == [(1,), (-1,)]


def test_it_has_a_name_and_says_what_to_do_when_empty(pane: ReadingPane) -> None:
    pane.show_paragraph(None)
    assert pane.toPlainText() == ""
    assert pane.placeholderText()
    assert spoken(pane) == "Current paragraph"
