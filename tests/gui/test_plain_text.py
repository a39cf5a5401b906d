"""Labels and tooltips that never take text for markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.plain_text import (
    app_palette,
    heading,
    plain_label,
    set_tooltip,
    without_mnemonic,
)
from tests.gui.panels.screen import LONG, MARKUP, read_as_rich_text, spoken


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = plain_label(MARKUP)
    qtbot.addWidget(label)
    assert label.text() == MARKUP
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_label_stays_plain_when_its_text_changes(qtbot: QtBot) -> None:
    label = plain_label()
    qtbot.addWidget(label)
    label.setText(MARKUP)
    taller = plain_label("<h1>x</h1>")
    qtbot.addWidget(taller)
    assert label.sizeHint().height() == taller.sizeHint().height()


def test_a_label_wraps_only_if_asked(qtbot: QtBot) -> None:
    for wraps in (True, False):
        label = plain_label("one two", wraps=wraps)
        qtbot.addWidget(label)
        assert label.wordWrap() is wraps


def test_a_label_that_wraps_does_not_insist_on_a_long_word(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    QVBoxLayout(panel).addWidget(plain_label(LONG, wraps=True))
    assert panel.minimumSizeHint().width() <= 320


def test_a_heading_is_plain_and_stands_out(qtbot: QtBot) -> None:
    label = heading(MARKUP)
    qtbot.addWidget(label)
    assert label.text() == MARKUP
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.font().weight() == QFont.Weight.DemiBold


def test_a_tooltip_shows_markup_as_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, MARKUP)
    assert widget.toolTip().startswith("<qt>")
    assert read_as_rich_text(widget.toolTip()) == MARKUP


def test_a_tooltip_keeps_its_lines(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, "a definition\nan example")
    assert read_as_rich_text(widget.toolTip()).splitlines() == ["a definition", "an example"]


def test_no_text_is_no_tooltip(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, "x")
    set_tooltip(widget, "")
    assert widget.toolTip() == ""


def test_the_palette_is_that_of_the_program(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert app_palette() == QApplication.palette()


def test_ampersands_of_a_name_are_no_mnemonics(qtbot: QtBot) -> None:
    button = QPushButton(without_mnemonic("R&D"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert spoken(button) == "R&D"
