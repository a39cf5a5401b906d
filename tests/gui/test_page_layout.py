"""Where the panels stand around the transcript."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.page_layout import GOOD_TEXT, LEAST_TEXT, PageLayout, across_sizes
from annotator.gui.project_page import ProjectPage


def layout_of(page: ProjectPage) -> PageLayout:
    return page._layout


def test_sizes_and_zoom_come_back_and_nonsense_changes_nothing(page: ProjectPage) -> None:
    layout = layout_of(page)
    page.view.set_zoom(1.3)
    before = layout.state()
    page.view.set_zoom(1.0)
    layout.restore(before)
    assert layout.state() == before
    assert page.view.zoom() == 1.3
    layout.restore({"across": "é not base64", "zoom": "large"})
    assert page.view.zoom() == 1.0


def test_a_bar_is_put_above_the_transcript(page: ProjectPage) -> None:
    bar = layout_of(page).bar
    assert bar is layout_of(page).bar
    middle = page.find_bar.parentWidget()
    assert middle is not None
    assert bar.parentWidget() is middle
    column = middle.layout()
    assert column is not None
    assert column.indexOf(bar) == 0


@pytest.mark.parametrize(
    ("width", "sizes"),
    [
        (1440, [240, 860, 340]),
        (1024, [184, 520, 320]),
        (900, [162, 420, 318]),
        (720, [160, 360, 200]),
        (9, [160, 1, 200]),
    ],
)
def test_a_narrow_window_leaves_most_room_to_the_transcript(width: int, sizes: list[int]) -> None:
    assert across_sizes(width) == sizes


def test_panels_share_the_window_as_wide_as_it_is(page: ProjectPage, qtbot: QtBot) -> None:
    window = page.window()
    window.resize(1320, 860)
    layout_of(page).restore({})
    qtbot.waitUntil(lambda: page.codebook.width() >= 320)
    assert page.documents.width() >= 200


def test_a_window_made_small_keeps_the_transcript_wide_enough_to_read(
    page: ProjectPage, qtbot: QtBot
) -> None:
    window = page.window()
    window.resize(1300, 800)
    window.resize(1, 1)
    qtbot.waitUntil(lambda: window.width() < 640)
    assert page.view.width() >= LEAST_TEXT
    measures = page.view.page.measures
    assert measures is not None
    assert measures.left + measures.column <= page.view.text_area().width()


def test_panels_give_way_to_the_transcript_in_a_small_window_and_come_back(
    page: ProjectPage, qtbot: QtBot
) -> None:
    window = page.window()
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: page.codebook.width() >= 320)
    before = page.documents.width(), page.codebook.width()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.width() == 900)
    assert page.view.width() >= GOOD_TEXT
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: window.width() == 1300)
    assert (page.documents.width(), page.codebook.width()) == before
