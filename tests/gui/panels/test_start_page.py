"""The start page: new, open, samples, and recent projects."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.panels.start_page import StartPage
from tests.gui.panels.screen import (
    LONG,
    heard,
    nameless,
    put_on_screen,
    read_as_rich_text,
    rich_labels,
    texts,
    unreachable,
)

RECENT = ["/talks/budget/<i>budget.annotator", "/talks/parks.annotator"]


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    made = StartPage()
    made.show_recent(RECENT)
    put_on_screen(qtbot, made, 800, 600)
    return made


def button(page: StartPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize(
    ("name", "signal", "said"),
    [
        ("new", "new_requested", ()),
        ("open", "open_requested", ()),
        ("sample_zh", "sample_requested", ("zh",)),
        ("sample_en", "sample_requested", ("en",)),
    ],
)
def test_a_button_wishes_once(
    qtbot: QtBot, page: StartPage, name: str, signal: str, said: tuple[str, ...]
) -> None:
    wishes = heard(getattr(page, signal))
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert wishes == [said]
    button(page, name).setFocus()
    qtbot.keyClick(button(page, name), Qt.Key.Key_Space)
    assert wishes == [said, said]


def test_recent_projects_are_listed_by_name_and_folder(page: StartPage) -> None:
    lines = [page.recent.item(row).text().split() for row in range(page.recent.count())]
    assert lines == [["<i>budget", "/talks/budget"], ["parks", "/talks"]]


def test_a_click_chooses_a_recent_project(qtbot: QtBot, page: StartPage) -> None:
    chosen = heard(page.recent_chosen)
    at = page.recent.visualItemRect(page.recent.item(1)).center()
    qtbot.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [(RECENT[1],)]


def test_the_keyboard_chooses_a_recent_project(qtbot: QtBot, page: StartPage) -> None:
    chosen = heard(page.recent_chosen)
    page.recent.setFocus()
    page.recent.setCurrentRow(0)
    qtbot.keyClick(page.recent, Qt.Key.Key_Down)
    qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert chosen == [(RECENT[1],)]


def test_the_list_is_replaced(page: StartPage) -> None:
    page.show_recent(RECENT[:1])
    assert page.recent.count() == 1


def test_without_recent_projects_there_is_no_list(page: StartPage) -> None:
    assert "Recent projects" in texts(page)
    page.show_recent([])
    assert not page.recent.isVisible()
    assert "Recent projects" not in texts(page)


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, page: StartPage) -> None:
    assert nameless(page) == []
    assert unreachable(qtbot, page) == []
    assert rich_labels(page) == []


def test_a_long_path_is_shortened_and_told_in_full(qtbot: QtBot, page: StartPage) -> None:
    path = f"/{LONG}/{LONG}/<b>x.annotator"
    page.show_recent([path])
    qtbot.waitUntil(lambda: page.recent.horizontalScrollBar().maximum() == 0)
    assert read_as_rich_text(page.recent.item(0).toolTip()) == path
