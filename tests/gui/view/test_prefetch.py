"""Idle time prepares the pages before and after the one that is seen."""

from pytestqt.qtbot import QtBot

from annotator.gui.view.prefetch import PREFETCHED
from annotator.gui.view.tiles import strips_of
from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.screens import LINE, UNEVEN, settled


def is_prepared(view: TranscriptView, top: int, bottom: int) -> bool:
    """Say whether all strips between two heights are drawn."""
    ratio = view.devicePixelRatioF()
    return all(
        view.painter.tiles.has(k, number, ratio)
        for k in view.page.seen(top, bottom)
        for number in strips_of(view.page.heights[k])
    )


def test_the_next_and_the_previous_page_are_prepared(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(9000, "top")
    y, height = view.verticalScrollBar().value(), view.viewport().height()
    assert not is_prepared(view, y - height, y + 2 * height)
    settled(qtbot, view)
    y, height = view.verticalScrollBar().value(), view.viewport().height()
    assert is_prepared(view, y - height, y + 2 * height)
    assert not is_prepared(view, y + 4 * height, y + 5 * height)


def test_turning_the_page_draws_no_strip_anew(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    settled(qtbot, view)
    y, height = view.verticalScrollBar().value(), view.viewport().height()
    assert is_prepared(view, y + height, y + 2 * height)
    laid_out = view.page.laid_out
    view.verticalScrollBar().setValue(y + height)
    view.grab()
    assert view.page.laid_out == laid_out


def test_it_comes_to_an_end_even_where_a_page_has_very_many_strips(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.set_zoom(0.5)
    view.show_text("国\n" * 5000, (), ())
    settled(qtbot, view)
    seen = len(view.seen_paragraphs())
    assert view.prefetch.is_done
    assert view.page.laid_out <= 3 * seen + PREFETCHED


def test_nothing_is_looked_for_again_until_something_is_missing(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    settled(qtbot, view)
    looks = []
    for forget in (lambda: None, view.painter.clear):
        forget()
        view.viewport().repaint()
        looks.append(not view.prefetch.is_done)
    assert looks == [False, True]
    settled(qtbot, view)
    y, height = view.verticalScrollBar().value(), view.viewport().height()
    assert is_prepared(view, y, y + 2 * height)


def test_an_empty_text_needs_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("", (), ())
    settled(qtbot, view)
    assert view.page.laid_out == 1


def test_the_previous_page_is_prepared_at_the_end_of_the_text(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text((LINE + "\n") * 300, (), ())
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    settled(qtbot, view)
    y, height = view.verticalScrollBar().value(), view.viewport().height()
    assert is_prepared(view, y - height, y)
