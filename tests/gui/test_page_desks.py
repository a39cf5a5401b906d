"""What the page of a project makes at once, and what it makes when it is needed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.page_desks import AT_THE_BOTTOM
from annotator.gui.project_page import ProjectPage
from annotator.model.kinds import LabelKind
from annotator.workspace.opening import this_person
from tests.benchmarks.projects import Size, build
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
    forms = page.inspector.detail_forms
    assert not any(form.is_made for form in forms.values())
    qtbot.waitUntil(lambda: set(AT_THE_BOTTOM) <= set(vars(page)))
    made = {kind for kind, form in forms.items() if form.is_made}
    assert made == {LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC}
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
