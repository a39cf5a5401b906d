"""Passages side by side, as many as there are."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.gui.panels.passage_strip import PassageStrip
from tests.gui.panels.screen import heard, nameless, put_on_screen


def is_whole(pane: QPlainTextEdit) -> bool:
    return pane.visibleRegion().boundingRect().width() == pane.width()


def test_all_passages_can_be_read_and_the_one_asked_for_is_in_sight(qtbot: QtBot) -> None:
    strip = PassageStrip()
    put_on_screen(qtbot, strip, 400, 120)
    strip.show_texts([f"item <b>{at}" for at in range(8)])
    qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    assert [pane.toPlainText() for pane in strip.panes] == [f"item <b>{at}" for at in range(8)]
    assert not is_whole(strip.panes[7])
    strip.bring_up(7)
    qtbot.waitUntil(lambda: is_whole(strip.panes[7]))
    strip.bring_up(0)
    qtbot.waitUntil(lambda: is_whole(strip.panes[0]))
    assert nameless(strip) == []


def test_few_passages_share_the_width_and_none_hide_the_strip(qtbot: QtBot) -> None:
    strip = PassageStrip()
    put_on_screen(qtbot, strip, 600, 120)
    strip.show_texts(["one", "two", "three"])
    strip.show_texts(["one", "two"])
    qtbot.waitUntil(lambda: all(is_whole(pane) and pane.width() > 250 for pane in strip.panes[:2]))
    assert [pane.isVisible() for pane in strip.panes] == [True, True, False]
    strip.show_texts([])
    assert strip.isHidden()


def test_a_click_or_enter_tells_the_passage_and_selecting_words_does_not(qtbot: QtBot) -> None:
    strip = PassageStrip()
    put_on_screen(qtbot, strip, 600, 120)
    strip.show_texts(["one", "two"])
    clicked = heard(strip.clicked)
    QTest.mouseClick(strip.panes[1].viewport(), Qt.MouseButton.LeftButton)
    QTest.mouseDClick(strip.panes[1].viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert strip.panes[1].textCursor().selectedText() == "two"
    QTest.keyClick(strip.panes[0], Qt.Key.Key_Return)
    assert clicked == [(1,), (0,)]
