"""The middle of the window while a project has no transcript."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.gui.panels.empty_middle import EmptyMiddle
from tests.gui.panels.screen import heard, nameless, put_on_screen, rich_labels, unreachable


def test_it_covers_the_view_and_offers_import_and_paste(qtbot: QtBot) -> None:
    view = QScrollArea()
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    empty = EmptyMiddle(view)
    put_on_screen(qtbot, view, 700, 500)
    view.resize(640, 480)
    qtbot.waitUntil(lambda: empty.size() == view.size())
    imports, pastes = heard(empty.import_requested), heard(empty.paste_requested)
    for button in empty.findChildren(QPushButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (imports, pastes) == ([()], [()])
    assert nameless(empty) == []
    assert rich_labels(empty) == []
    assert unreachable(qtbot, view) == []


def test_it_takes_focus_and_scroll_bar_of_the_view_while_it_is_there(qtbot: QtBot) -> None:
    view = QScrollArea()
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    empty = EmptyMiddle(view)
    put_on_screen(qtbot, view, 700, 500)
    assert not view.verticalScrollBar().isVisible()
    view.setFocus()
    assert empty.findChildren(QPushButton)[0].hasFocus()
    empty.hide()
    assert view.hasFocus()
    assert view.focusProxy() is None
    assert view.verticalScrollBar().isVisible()
