"""What a field is called: cut where it is long, with all of it as a tooltip."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from annotator.gui.panels.field_label import LABEL_WIDTH, field_label


def test_a_short_name_stands_whole_and_belongs_to_its_field(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    label = field_label("Unit", line)
    qtbot.addWidget(label)
    assert (label.text(), label.toolTip(), label.buddy()) == ("Unit", "", line)


def test_a_long_name_is_cut_and_told_whole_by_a_tooltip(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    name = "What the number is counted of " * 4
    label = field_label(name, line)
    qtbot.addWidget(label)
    assert label.text() != name
    assert label.fontMetrics().horizontalAdvance(label.text()) <= LABEL_WIDTH
    assert name.strip() in label.toolTip()
