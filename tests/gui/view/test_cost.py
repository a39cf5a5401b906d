"""What the transcript view costs: it lays out what is seen, and only once."""

from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from annotator.gui.view.measures import OVERVIEW_WIDTH
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pixels import changed, within
from tests.gui.view.screens import MILLION, assert_screen_is_right, grabbed, settled

CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


# --- what it costs ---


def test_opening_a_million_characters_lays_out_what_is_on_the_screen(
    qtbot: QtBot, view: TranscriptView
) -> None:
    assert len(MILLION) > 1_000_000
    view.show_text(MILLION, (), [mark(k * 100, k * 100 + 30) for k in range(10_000)])
    assert view.page.laid_out == len(view.seen_paragraphs()) < 15
    settled(qtbot, view)
    assert view.page.laid_out < 3 * 15


def test_applying_a_mark_lays_nothing_out_and_draws_its_paragraph_only(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(MILLION, (), [mark(k * 100, k * 100 + 30) for k in range(10_000)])
    settled(qtbot, view)
    page, kept = view.page, [view.page.layout(k)[0] for k in view.seen_paragraphs()]
    shapes = {k: view.painter.shapes(k, frozenset()) for k in view.seen_paragraphs()}
    before, count, total = grabbed(view), page.laid_out, page.heights.total
    touched = view.seen_paragraphs()[2]
    start = page.paragraphs.start(touched)
    view.add_marks([mark(start + 2, start + 8, FIGURE, "new")])
    settled(qtbot, view)
    assert (page.laid_out, page.heights.total) == (count, total)
    assert [page.layout(k)[0] for k in view.seen_paragraphs()] == kept
    anew = {k for k in view.seen_paragraphs() if view.painter.shapes(k, frozenset()) != shapes[k]}
    assert anew == {touched}
    height = QRectF(
        0,
        page.heights.top(touched) - view.verticalScrollBar().value(),
        view.viewport().width() - OVERVIEW_WIDTH,
        page.heights[touched],
    )
    overview = QRectF(
        view.viewport().width() - OVERVIEW_WIDTH, 0, OVERVIEW_WIDTH, view.viewport().height()
    )
    assert within(changed(before, grabbed(view)), [height, overview])


def test_a_mark_elsewhere_lays_nothing_out(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(MILLION, (), ())
    settled(qtbot, view)
    count = view.page.laid_out
    view.add_marks([mark(700_000, 700_400, TOPIC)])
    view.remove_marks([mark(700_000, 700_400, TOPIC).id])
    settled(qtbot, view)
    assert view.page.laid_out == count


def test_going_far_lays_out_only_where_one_arrives(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(MILLION, (), ())
    view.scroll_to(800_000, "top")
    assert view.page.laid_out < 2 * 15
    settled(qtbot, view)
    assert view.page.laid_out < 4 * 15
    assert_screen_is_right(qtbot, view)


def test_selecting_everything_lays_nothing_out(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(MILLION, (), ())
    settled(qtbot, view)
    count = view.page.laid_out
    view.set_selection(0, len(MILLION), scroll=False)
    settled(qtbot, view)
    assert view.page.laid_out == count
