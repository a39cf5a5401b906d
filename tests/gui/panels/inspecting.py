"""An inspector on the screen, and its widgets by name, for the tests."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.form import Form
from annotator.gui.panels.inspector import Inspector
from annotator.model.codebook import Verdict, VerdictScale
from annotator.model.records import (
    ExtraField,
)
from tests.example import QUANTITY

TRUTH = VerdictScale(
    "truth",
    {"en": "True or false", "zh": "真假"},
    (Verdict("true", {"en": "True"}, "1"), Verdict("false", {"en": "False"}, "0")),
)
FREE = VerdictScale("free", {"en": "In words"})
AREA = replace(
    QUANTITY, extra_fields=(ExtraField("area", "number"), ExtraField("use", "choice", ("play",)))
)


def field(inspector: Inspector, name: str) -> QWidget:
    """Return the widget of a field that is on show."""
    forms = [form for form in inspector.findChildren(Form) if form.isVisible()]
    return next(form.editors[name].widget for form in forms if name in form.editors)


def box(inspector: Inspector, name: str) -> QComboBox:
    found = field(inspector, name)
    assert isinstance(found, QComboBox)
    return found


def inner(inspector: Inspector) -> QWidget:
    found = inspector.widget()
    assert found is not None
    return found


def button(inspector: Inspector, text: str) -> QPushButton:
    found = inspector.findChildren(QPushButton)
    return next(b for b in found if b.text() == text)


def type_and_leave(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def choose(qtbot: QtBot, choices: QComboBox, text: str) -> None:
    """Choose by the keyboard, from the first choice down."""
    choices.setFocus()
    qtbot.keyClick(choices, Qt.Key.Key_Home)
    for _step in range(choices.findText(text)):
        qtbot.keyClick(choices, Qt.Key.Key_Down)
    assert choices.currentText() == text
