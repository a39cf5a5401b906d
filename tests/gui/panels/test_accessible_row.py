"""A label of the codebook as screen readers see it."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.panels.accessible_row import make_interface
from annotator.gui.panels.label_row import LabelRow
from tests.example import QUANTITY


def test_a_label_is_a_button_with_its_name_and_key(qtbot: QtBot) -> None:
    QAccessible.installFactory(make_interface)
    row = LabelRow(QUANTITY, "en")
    qtbot.addWidget(row)
    told = QAccessible.queryAccessibleInterface(row)
    assert told.role() is QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Quantity, key 1"


def test_a_label_that_is_kept_is_a_pressed_button(qtbot: QtBot) -> None:
    QAccessible.installFactory(make_interface)
    row = LabelRow(QUANTITY, "en")
    qtbot.addWidget(row)
    told = QAccessible.queryAccessibleInterface(row)
    assert [told.state().checkable, told.state().checked] == [1, 0]
    row.set_sticky(is_sticky=True)
    assert [told.state().checkable, told.state().checked] == [1, 1]


def test_what_is_no_label_is_left_to_others(qtbot: QtBot) -> None:
    other = QLabel("x")
    qtbot.addWidget(other)
    assert make_interface("LabelRow", other) is None


def test_many_rows_come_and_go(qtbot: QtBot) -> None:
    QAccessible.installFactory(make_interface)
    QAccessible.setActive(True)
    for _time in range(20):
        row = LabelRow(QUANTITY, "en")
        with qtbot.waitExposed(row):
            row.show()
        row.setFocus()
        assert QAccessible.queryAccessibleInterface(row).role() is QAccessible.Role.Button
        with qtbot.waitSignal(row.destroyed):
            row.deleteLater()
        del row
    QAccessible.setActive(False)
