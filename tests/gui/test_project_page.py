"""What happens between the panels of a project."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from tests.gui.acting import in_file, marked
from tests.gui.fakes import answers
from tests.gui.panels.screen import heard

CTRL = Qt.KeyboardModifier.ControlModifier


def test_nothing_is_found_in_a_document_that_is_gone(page: ProjectPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.suggestions.shown) > 0, timeout=60_000)
    found = page.bottom.tabText(1)
    page.search_desk.open()
    page.find_bar.field.setText("2.3万人")
    page.prompts.confirms = [True]  # type: ignore[attr-defined]
    on_show = page.annotations.document()
    assert on_show is not None
    page.documents.document_delete_requested.emit(on_show.id)
    assert page.empty.isVisible()
    assert page.suggestions.shown == []
    assert page.bottom.tabText(1) == "Suggestions"
    assert "Not found" in [label.text() for label in page.find_bar.findChildren(QLabel)]
    page.undo()
    assert page.empty.isHidden()
    qtbot.waitUntil(lambda: page.bottom.tabText(1) == found, timeout=60_000)


def test_undo_and_redo_say_what_they_did(page: ProjectPage, qtbot: QtBot) -> None:
    marked(page, "400亿元", "3")
    with qtbot.waitSignal(page.said, check_params_cb=lambda said: said == "Undone: Mark Money"):
        page.undo()
    with qtbot.waitSignal(page.said, check_params_cb=lambda said: said == "Redone: Mark Money"):
        page.redo()


def test_a_project_that_is_open_read_only_says_so_and_shows_what_it_has(
    page: ProjectPage, window: MainWindow
) -> None:
    kept, path = marked(page, "400亿元", "3"), page.workspace.path
    window.close_project()
    window.entering._open(path, read_only=True)
    assert window.page is not None
    page = window.page
    page.view.set_selection(0, 3)
    reloaded = heard(page.annotations.begun)
    QTest.keyClicks(page.view, "1")
    said = window.statusBar().currentMessage()
    assert said == "This project is open read-only: save a copy to change it."
    page.annotations.select(kept.id)
    page.write_note()
    focused = window.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    QTest.keyClicks(focused, "no")
    page.inspector.commit()
    assert focused.toPlainText() == ""
    assert in_file(page) == [kept]
    assert reloaded == []
    assert answers(window).told == []


def test_what_needs_an_annotation_says_so_where_none_is_selected(
    page: ProjectPage, window: MainWindow
) -> None:
    said = heard(page.said)
    for key, modifier in (
        (Qt.Key.Key_M, CTRL),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(page.view, key, modifier)
        assert window.focusWidget() is page.view
    assert said == [("No annotation is selected: Tab goes to the next one.",)] * 2
