"""Tab goes through parts that came later in the order of the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.tab_order import tab_after, tab_before, tab_in_place
from tests.gui.panels.screen import focused, put_on_screen


def column(*names: str) -> QWidget:
    """Return a part with one line for each name."""
    part = QWidget()
    layout = QVBoxLayout(part)
    for name in names:
        line = QLineEdit()
        line.setObjectName(name)
        layout.addWidget(line)
        layout.addWidget(QLabel(name))
    return part


def add(panel: QWidget, part: QWidget) -> QWidget:
    layout = panel.layout()
    assert layout is not None
    layout.addWidget(part)
    return part


def line(panel: QWidget, name: str) -> QLineEdit:
    found = panel.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def walk(qtbot: QtBot, panel: QWidget, steps: int) -> str:
    """Press Tab from the first line on and return the names of those it leads to."""
    line(panel, "a").setFocus()
    names = []
    for _step in range(steps):
        names.append(focused().objectName())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    return "".join(names)


def test_a_part_comes_after_a_control(qtbot: QtBot) -> None:
    panel = column("a", "b", "c")
    tab_after(line(panel, "a"), add(panel, column("x", "y")))
    put_on_screen(qtbot, panel)
    assert walk(qtbot, panel, 6) == "axybca"


def test_a_part_comes_before_a_control(qtbot: QtBot) -> None:
    panel = column("a", "b", "c")
    tab_before(line(panel, "b"), add(panel, column("x", "y")))
    put_on_screen(qtbot, panel)
    assert walk(qtbot, panel, 6) == "axybca"


def test_parts_before_the_same_control_keep_their_order(qtbot: QtBot) -> None:
    panel = column("a", "b", "c")
    for name in "xyz":
        tab_before(line(panel, "b"), add(panel, column(name)))
    put_on_screen(qtbot, panel)
    assert walk(qtbot, panel, 7) == "axyzbca"


def test_a_part_without_controls_changes_nothing(qtbot: QtBot) -> None:
    panel = column("a", "b")
    tab_before(line(panel, "b"), add(panel, QWidget()))
    put_on_screen(qtbot, panel)
    assert walk(qtbot, panel, 3) == "aba"


def test_what_a_part_gets_later_is_met_where_the_part_stands(qtbot: QtBot) -> None:
    panel = column("a")
    part = add(panel, QWidget())
    add(panel, column("b"))
    layout = QVBoxLayout(part)
    for name in "xy":
        late = QLineEdit()
        late.setObjectName(name)
        layout.addWidget(late)
    put_on_screen(qtbot, panel)
    assert walk(qtbot, panel, 4) == "abxy"
    tab_in_place(part)
    assert walk(qtbot, panel, 5) == "axyba"
