"""What happens between the panels of a project."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.project_page import ProjectPage
from tests.gui.acting import marked


def test_nothing_is_found_in_a_document_that_is_gone(page: ProjectPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.suggestions.shown) > 0, timeout=20_000)
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
    qtbot.waitUntil(lambda: page.bottom.tabText(1) == found)


def test_undo_and_redo_say_what_they_did(page: ProjectPage, qtbot: QtBot) -> None:
    marked(page, "400亿元", "3")
    with qtbot.waitSignal(page.said, check_params_cb=lambda said: said == "Undone: Mark Money"):
        page.undo()
    with qtbot.waitSignal(page.said, check_params_cb=lambda said: said == "Redone: Mark Money"):
        page.redo()
