"""What the page of a project makes at once, and what it makes when it is needed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import AT_THE_BOTTOM, ProjectPage
from annotator.model.kinds import LabelKind
from annotator.workspace.opening import this_person
from tests.benchmarks.projects import Size, build
from tests.gui.acting import marked
from tests.gui.conftest import MakeWindow

LATER = {*AT_THE_BOTTOM, "table", "suggestions", "checks", "print_desk", "transfer_desk"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.annotator"
    build(made, Size(1, 2000, 20), this_person())
    return made


def opened(window: MainWindow, path: Path) -> ProjectPage:
    window.open_path(path)
    assert window.page is not None
    return window.page


def test_what_is_folded_away_is_made_after_the_first_paint(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    page = opened(window, path)
    assert LATER.isdisjoint(vars(page))
    assert not page.inspector.detail_forms
    qtbot.waitUntil(lambda: set(AT_THE_BOTTOM) <= set(vars(page)))
    assert set(page.inspector.detail_forms) == {
        LabelKind.CLAIM,
        LabelKind.FIGURE,
        LabelKind.TOPIC,
    }
    assert [page.bottom.tabText(at).split()[0] for at in range(3)] == [
        "Annotations",
        "Suggestions",
        "Checks",
    ]
    assert page.suggestion_desk.is_busy
    assert page.bottom.shown == ""


def test_a_table_that_was_on_show_is_filled_when_the_project_is_opened_again(
    make_window: MakeWindow, path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    opened(window, path).toggle_bottom("table")
    window.close()
    page = opened(make_window(), path)
    assert page.bottom.shown == "table"
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 20)


def test_leaving_at_once_makes_no_more(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    page = opened(window, path)
    window.close_project()
    assert LATER.isdisjoint(vars(page))
    qtbot.waitUntil(lambda: window.page is None)


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
