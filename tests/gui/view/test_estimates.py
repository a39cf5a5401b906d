"""Estimated heights: near the truth also where nobody looks, without cutting the text there."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.paragraphs import BLOCK
from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.pages import page_of

LINES = ["今年完成投资四百亿元，" * 9, "公园", "", "We opened twelve parks. " * 9]
TEXT = "\n".join(LINES * (3 * BLOCK // 300))


def test_showing_a_long_text_cuts_only_its_first_block(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    turns = [TurnHeading(at, at + 1, at + 9, "", "speaker") for at in range(0, len(TEXT), 500)]
    view.show_text(TEXT, turns, ())
    assert view.page.paragraphs.cut_blocks == 1 < len(view.page.paragraphs.cuts)
    view.set_turns(turns[::2])
    view.set_zoom(2)
    assert view.page.paragraphs.cut_blocks == 1


def test_a_block_that_nobody_looked_at_is_about_as_high_as_it_will_be() -> None:
    page = page_of(TEXT)
    last = page.paragraphs.pieces_of_block(len(page.paragraphs.cuts) - 2)
    estimated = page.heights.top(last.stop) - page.heights.top(last.start)
    for k in last:
        page.layout(k)
    assert page.heights.top(last.stop) - page.heights.top(last.start) == pytest.approx(
        estimated, rel=0.2
    )


def test_turns_make_room_in_blocks_that_nobody_looked_at() -> None:
    start = TEXT.index("公园", 2 * BLOCK)
    turns = [TurnHeading(start, start + 1, start + 2, "", "speaker")]
    page, without = page_of(TEXT, turns), page_of(TEXT)
    gap = page.space_above(page.paragraphs.at(start))
    assert page.heights.total == without.heights.total + gap > without.heights.total


def test_what_is_seen_far_down_stays_when_its_block_is_cut() -> None:
    page = page_of(TEXT)
    y = page.settle(page.length // 2, 500)
    known = page.seen(y, y + 500)[0]
    above = page.heights.top(known) - y
    assert page.settle(y, 500) == y
    y = page.settle(y - 300, 500)
    assert page.settle(y, 500) == y
    assert all(page.layout(k)[1] == 0 for k in page.seen(y, y + 500))
    assert page.heights.top(known) - y == above + 300
