"""Controls that go on in the next line where there is no room."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.flow import BETWEEN, Flow
from tests.gui.panels.screen import put_on_screen


def shown(qtbot: QtBot, flow: Flow, width: int) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(flow)
    column.addStretch(1)
    put_on_screen(qtbot, panel, width, 300)
    return panel


def buttons(count: int) -> list[QPushButton]:
    return [QPushButton(f"Button {number}") for number in range(count)]


def lines(controls: list[QPushButton]) -> list[int]:
    return [sum(one.y() == y for one in controls) for y in sorted({one.y() for one in controls})]


def test_what_does_not_fit_goes_on_below_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    flow, controls = Flow(QMargins()), buttons(5)
    for control in controls:
        flow.add(control)
    one = controls[0].sizeHint().width()
    panel = shown(qtbot, flow, 5 * one + 4 * BETWEEN)
    assert lines(controls) == [5]
    panel.resize(2 * one + BETWEEN, 300)
    qtbot.waitUntil(lambda: lines(controls) == [2, 2, 1])
    assert all(control.geometry().right() < panel.width() for control in controls)
    below = controls[4].geometry().bottom() + 1
    assert flow.height() == below
    panel.resize(one, 300)
    qtbot.waitUntil(lambda: lines(controls) == [1] * 5)
    assert panel.minimumSizeHint().width() <= one


def test_what_is_behind_the_split_stands_at_the_right_end_of_its_line(qtbot: QtBot) -> None:
    flow, controls = Flow(QMargins()), buttons(3)
    flow.add(controls[0])
    flow.split()
    flow.add(controls[1])
    flow.add(controls[2])
    panel = shown(qtbot, flow, 900)
    assert controls[0].x() == 0
    assert controls[2].geometry().right() + 1 == panel.width()
    assert controls[1].geometry().right() < controls[2].x()
    panel.resize(controls[0].width() + controls[1].width() // 2, 300)
    qtbot.waitUntil(lambda: lines(controls) == [1, 1, 1])
    assert controls[1].geometry().right() + 1 == panel.width()


def test_a_line_to_type_in_takes_what_is_left_and_a_hidden_control_nothing(qtbot: QtBot) -> None:
    flow, line, [button, hidden] = Flow(QMargins()), QLineEdit(), buttons(2)
    for control in (line, hidden, button):
        flow.add(control)
    hidden.hide()
    panel = shown(qtbot, flow, 500)
    assert line.width() == panel.width() - button.width() - BETWEEN
    assert button.geometry().right() + 1 == panel.width()


def test_a_control_that_becomes_wider_pushes_others_to_the_next_line(qtbot: QtBot) -> None:
    flow, controls = Flow(QMargins()), buttons(2)
    for control in controls:
        flow.add(control)
    panel = shown(qtbot, flow, flow.sizeHint().width() + 9)
    assert lines(controls) == [2]
    assert panel.isVisible()
    before = flow.height()
    controls[0].setText("A button with a long name")
    qtbot.waitUntil(lambda: lines(controls) == [1, 1])
    qtbot.waitUntil(lambda: flow.height() > before)


def test_a_panel_can_be_deleted_with_all_that_is_in_it(qtbot: QtBot) -> None:
    around = QWidget()
    column = QVBoxLayout(around)
    flow = Flow()
    for control in buttons(3):
        flow.add(control)
    column.addWidget(flow)
    put_on_screen(qtbot, QWidget(), 10, 10)
    around.resize(300, 200)
    around.show()
    with qtbot.waitSignal(around.destroyed):
        around.deleteLater()
