"""Texts and marks beyond what anybody writes: they are shown, and cost what is seen of them."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.gui.view.caret import Spot
from annotator.gui.view.lanes import MAX_FILLS, MAX_LANES
from annotator.gui.view.marks import Mark
from annotator.gui.view.paragraphs import LONGEST
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import DRAWN, mark
from tests.gui.view.pixels import changed, colours_in, contrast, within
from tests.gui.view.pointing import click, clicked, on
from tests.gui.view.screens import (
    assert_screen_is_right,
    grabbed,
    place,
    settled,
    tag_margin,
)

CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC
CTRL = Qt.KeyboardModifier.ControlModifier
SENTENCE = "今年新建😀公园十二个，投入一点二亿元。"
WORD = "On this line the word TARGET is marked very often, and more words follow it."
AT = WORD.index("TARGET")
THOUSAND = [
    Mark(f"m{n:04}", AT, AT + 6, DRAWN[n % 3], f"Label {n % 5}", "#d55e00") for n in range(1000)
]


# --- a thousand marks on one word ---


def test_a_thousand_marks_are_drawn_as_far_as_they_can_be_told_apart(view: TranscriptView) -> None:
    view.show_text(WORD, (), THOUSAND)
    drawn = view.painter.shapes(0, frozenset())
    assert len({shape.mark.id for shape in drawn.boxes}) == MAX_FILLS + MAX_LANES
    assert sum(tag.count for tag in drawn.tags) == 1000
    assert drawn.tags[-1].text == f"+{1000 - MAX_FILLS - MAX_LANES}"


def test_the_word_below_a_thousand_fills_can_be_read(view: TranscriptView) -> None:
    view.show_text(WORD, (), [m for m in THOUSAND if m.kind is CLAIM])
    [box] = place(view, AT, AT + 6)
    inside = QRectF(box.left() + 1, box.top() + 1, box.width() - 2, 3)
    fills = [QColor(colour) for colour in colours_in(grabbed(view), inside)]
    assert max(contrast(view.colours.text, fill) for fill in fills) > 4.5


def test_the_margin_counts_what_it_cannot_name(view: TranscriptView) -> None:
    view.show_text(WORD, (), [])
    bare = grabbed(view)
    view.add_marks(THOUSAND)
    touched = {(x, y) for x, y in changed(bare, grabbed(view)) if tag_margin(view).contains(x, y)}
    assert touched
    sizes = view.page.measures
    assert sizes is not None
    assert max(x for x, _y in touched if x < view.viewport().width() - 12) <= (
        sizes.left + sizes.column + sizes.tag_width
    )


def test_every_one_of_a_thousand_marks_can_be_clicked(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(WORD, (), THOUSAND)
    reached, point = clicked(view), on(view, AT + 2)
    for _time in range(1000):
        click(qtbot, view, point)
    assert set(reached) == {m.id for m in THOUSAND}


def test_a_mark_that_has_neither_fill_nor_bar_is_outlined_when_it_is_the_current_one(
    view: TranscriptView,
) -> None:
    view.show_text(WORD, (), THOUSAND)
    last = THOUSAND[-1].id
    assert last not in {shape.mark.id for shape in view.painter.shapes(0, frozenset()).boxes}
    before = grabbed(view)
    view.set_current(last)
    touched = changed(before, grabbed(view))
    assert touched
    assert within(touched, place(view, AT, AT + 6), margin=4)


# --- long claims, long lines, long texts ---


def test_a_claim_over_five_hundred_paragraphs_costs_those_that_are_seen(
    qtbot: QtBot, view: TranscriptView
) -> None:
    text = "\n".join([SENTENCE * 2] * 1000)
    view.show_text(text, (), ())
    settled(qtbot, view)
    length = len(SENTENCE) * 2 + 1
    laid_out = view.page.laid_out
    claim = mark(200 * length, 700 * length)
    view.add_marks([claim])
    view.set_current(claim.id)
    assert view.page.laid_out == laid_out
    for k in (199, 200, 450, 699, 700):
        view.scroll_to(k * length, "top")
        settled(qtbot, view)
        is_marked = 200 <= k < 700
        assert bool(view.painter.shapes(k, frozenset()).boxes) == is_marked
        assert_screen_is_right(qtbot, view)
    view.remove_marks([claim.id])
    assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("line", [SENTENCE * 6000, "国" * 100_000, "no spaces" * 12_000])
def test_a_paragraph_of_a_hundred_thousand_characters(
    qtbot: QtBot, view: TranscriptView, line: str
) -> None:
    assert len(line) >= 100_000
    view.show_text(f"{line}\n{SENTENCE}", (), [mark(50_000, 50_020, FIGURE)])
    pieces = view.page.paragraphs
    assert max(len(pieces.of(k)) for k in range(len(pieces))) <= LONGEST
    assert view.page.laid_out <= 3
    view.scroll_to(50_010, "centre")
    settled(qtbot, view)
    assert view.page.laid_out <= 6
    assert sum(len(view.painter.shapes(k, frozenset()).boxes) for k in view.seen_paragraphs())
    assert_screen_is_right(qtbot, view)
    view.move_caret(50_000)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(view, key)
    assert 50_000 < view.caret < 53_000


def test_the_pieces_of_a_long_line_stand_as_one(view: TranscriptView) -> None:
    view.show_text("国" * 9000 + "\n" + "国", (), ())
    cut = view.page.paragraphs.start(1)
    last, first = view.page.line_box(cut - 1), view.page.line_box(cut)
    assert first.top() - last.top() == last.height(), "no gap as between paragraphs"
    view.set_selection(cut - 5, cut + 5)
    assert view.selected_text() == "国" * 10


def test_five_million_characters_are_opened_by_what_is_seen(
    qtbot: QtBot, view: TranscriptView
) -> None:
    text = "\n".join([SENTENCE * 7] * (5_000_000 // (7 * len(SENTENCE)) + 1))
    assert len(text) > 5_000_000
    view.show_text(text, (), ())
    assert view.page.laid_out < 15
    qtbot.keyClick(view, Qt.Key.Key_End, CTRL)
    assert view.spot == Spot(len(text))
    settled(qtbot, view)
    assert view.page.laid_out < 60
    bar = view.verticalScrollBar()
    assert bar.maximum() - bar.value() < bar.singleStep()
    view.scroll_to(2_500_000, "top")
    assert_screen_is_right(qtbot, view)
