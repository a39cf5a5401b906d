"""The place in the text stays when it is zoomed, set in another font, or made wider."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.examples import mark
from tests.gui.view.pointing import first_seen
from tests.gui.view.screens import UNEVEN, assert_screen_is_right, settled


def top(view: TranscriptView) -> tuple[int, int]:
    """Return the first position seen and how many pixels of its line are above the view."""
    first = first_seen(view)
    return first, round(view.verticalScrollBar().value() - view.page.line_box(first).top())


def in_another_font(view: TranscriptView) -> None:
    view.setFont(QFont("DejaVu Serif", 11))


def in_the_old_font(view: TranscriptView) -> None:
    view.setFont(QFont())


CHANGES: dict[str, tuple[Callable[[TranscriptView], None], Callable[[TranscriptView], None]]] = {
    "zoom": (lambda v: v.set_zoom(2.3), lambda v: v.set_zoom(1.0)),
    "width": (lambda v: v.resize(430, 500), lambda v: v.resize(700, 500)),
    "font": (in_another_font, in_the_old_font),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("offset", [0, 7, 19])
def test_there_and_back_ends_at_the_same_pixel(
    qtbot: QtBot, view: TranscriptView, change: str, offset: int
) -> None:
    there, back = CHANGES[change]
    view.show_text(UNEVEN, (), [mark(9000, 9100)])
    view.scroll_to(9050, "top")
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + offset)
    settled(qtbot, view)
    before = top(view)
    for _time in range(3):
        there(view)
        settled(qtbot, view)
        first = first_seen(view)
        assert abs(first - before[0]) < 80, "it is the same line, wrapped anew"
        back(view)
        settled(qtbot, view)
    assert top(view)[0] == before[0]
    assert abs(top(view)[1] - before[1]) <= 1
    assert_screen_is_right(qtbot, view)


def test_many_steps_of_zoom_do_not_creep(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(9050, "top")
    settled(qtbot, view)
    before = top(view)
    for _step in range(8):
        view.set_zoom(view.zoom() * 1.1)
    for _step in range(8):
        view.set_zoom(view.zoom() / 1.1)
    settled(qtbot, view)
    assert top(view) == before


def test_after_scrolling_the_new_place_is_kept(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(9050, "top")
    view.set_zoom(1.5)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 3000)
    settled(qtbot, view)
    before = first_seen(view)
    assert before > 9100
    view.set_zoom(0.8)
    settled(qtbot, view)
    assert abs(first_seen(view) - before) < 80


def test_the_start_of_the_text_stays_at_the_top(view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.set_zoom(3)
    view.resize(900, 400)
    assert view.verticalScrollBar().value() == 0


def test_zoom_at_a_point_keeps_the_line_under_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(9050, "top")
    settled(qtbot, view)
    at = 300
    line = view.page.position_at(0, view.verticalScrollBar().value() + at)
    view.set_zoom(1.4, at)
    settled(qtbot, view)
    box = view.page.line_box(line)
    assert abs(box.top() - view.verticalScrollBar().value() - at) < 2 * box.height()
