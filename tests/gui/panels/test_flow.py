"""Controls that go on in the next line where there is no room."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.flow import Flow
from tests.gui.panels.screen import put_on_screen


def shown(qtbot: QtBot, flow: Flow, width: int) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(flow)
    column.addStretch(1)
    put_on_screen(qtbot, panel, width, 300)
    return panel


def buttons(count: int) -> list[QPushButton]:
    return [QPushButton(f"Button {number}") for number in range(count)]


def lines(controls: list[QPushButton]) -> list[int]:
    return [sum(one.y() == y for one in controls) for y in sorted({one.y() for one in controls})]


def test_what_does_not_fit_goes_on_below_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    flow, controls = Flow(), buttons(5)
    flow.setSpacing(8)
    for control in controls:
        flow.addWidget(control)
    one = controls[0].sizeHint().width()
    panel = shown(qtbot, flow, 5 * one + 4 * 8)
    assert lines(controls) == [5]
    panel.resize(2 * one + 8, 300)
    qtbot.waitUntil(lambda: lines(controls) == [2, 2, 1])
    assert all(control.geometry().right() < panel.width() for control in controls)
    below = controls[4].geometry().bottom() + 1
    assert flow.heightForWidth(panel.width()) == below
    panel.resize(one, 300)
    qtbot.waitUntil(lambda: lines(controls) == [1] * 5)
    assert panel.minimumSizeHint().width() <= one


def test_what_is_behind_the_split_stands_at_the_right_end_of_its_line(qtbot: QtBot) -> None:
    flow, controls = Flow(), buttons(3)
    flow.addWidget(controls[0])
    flow.split()
    flow.addWidget(controls[1])
    flow.addWidget(controls[2])
    panel = shown(qtbot, flow, 900)
    assert controls[0].x() == 0
    assert controls[2].geometry().right() + 1 == panel.width()
    assert controls[1].geometry().right() < controls[2].x()
    panel.resize(controls[0].width() + controls[1].width() // 2, 300)
    qtbot.waitUntil(lambda: lines(controls) == [1, 1, 1])
    assert controls[1].geometry().right() + 1 == panel.width()


def test_a_line_to_type_in_takes_what_is_left_and_a_hidden_control_nothing(qtbot: QtBot) -> None:
    flow, line, [button, hidden] = Flow(), QLineEdit(), buttons(2)
    for control in (line, hidden, button):
        flow.addWidget(control)
    hidden.hide()
    panel = shown(qtbot, flow, 500)
    assert line.width() == panel.width() - button.width() - flow.spacing()
    assert button.geometry().right() + 1 == panel.width()


def test_controls_can_be_taken_out_again(qtbot: QtBot) -> None:
    flow, [button] = Flow(), buttons(1)
    qtbot.addWidget(button)
    flow.addWidget(button)
    assert flow.count() == 1
    assert flow.itemAt(1) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is button
    assert flow.takeAt(0) is None
