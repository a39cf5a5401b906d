"""The find bar marks hits and goes from one to the next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage

Key = Qt.Key


CTRL = Qt.KeyboardModifier.ControlModifier


def test_find_marks_all_hits_and_goes_round(page: ProjectPage, window: MainWindow) -> None:
    page.view.set_selection(0, 0)
    QTest.keyClick(window, Key.Key_F, CTRL)
    page.find_bar.field.setText("2.3万人")
    first = page.view.text.index("2.3万人")
    assert page.search_desk._current == 0
    QTest.keyClick(window, Key.Key_F3)
    QTest.keyClick(window, Key.Key_F3)
    QTest.keyClick(window, Key.Key_F3)
    assert page.search_desk._hits[page.search_desk._current or 0][0] == first
    page.find_bar.field.setText("nowhere")
    assert page.search_desk._hits == []
    QTest.keyClick(window, Key.Key_Escape)
    assert page.find_bar.isHidden()
