"""The mouse in the transcript: clicks and selections."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.gui.view.caret import Spot
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pointing import (
    LEFT,
    LONG_LINE,
    SPEECH,
    click,
    clicked,
    drag,
    finished,
    first_seen,
    gap,
    on,
    scrolls,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


# --- caret and selection ---


@pytest.mark.parametrize("position", [0, 4, 5, 53, 57, 58, len(SPEECH)])
def test_a_click_puts_the_caret_there(qtbot: QtBot, view: TranscriptView, position: int) -> None:
    view.show_text(SPEECH, (), ())
    click(qtbot, view, gap(view, position))
    assert view.selection == (position, position)


def test_a_click_scrolled_down_puts_the_caret_there(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("国家😀\n" * 200, (), ())
    view.verticalScrollBar().setValue(777)
    position = first_seen(view) + 6
    click(qtbot, view, gap(view, position))
    assert view.caret == position
    assert view.verticalScrollBar().value() == 777


def test_dragging_selects_what_it_passes(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), ())
    done = finished(view)
    start = SPEECH.index("建")
    drag(qtbot, view, gap(view, start), gap(view, start + 1), gap(view, start + 4))
    assert view.selected_text() == "建😀公园"
    assert done == ["建😀公园"]


def test_dragging_backwards_leaves_the_caret_at_the_start(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(SPEECH, (), ())
    drag(qtbot, view, gap(view, 9), gap(view, 5), gap(view, 3))
    assert view.selection == (3, 9)
    assert view.caret == 3


def test_dragging_goes_over_paragraphs(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), ())
    end = SPEECH.index("公")
    drag(qtbot, view, gap(view, 42), gap(view, 50), gap(view, end))
    assert view.selected_text() == " all told.\n今年新建😀"


def test_a_drag_past_the_right_edge_takes_in_the_last_character(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(LONG_LINE, (), ())
    after = view.page.line_range(Spot(0))[1]
    assert after < len(LONG_LINE)
    drag(qtbot, view, gap(view, 0), on(view, 5), gap(view, 0, view.viewport().width() - 150))
    assert view.selected_text() == LONG_LINE[:after]


def test_a_hand_that_trembles_does_not_select(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), ())
    done = finished(view)
    start = gap(view, 5)
    drag(qtbot, view, start, start + QPoint(2, 1))
    assert view.selection == (5, 5)
    assert done == []


def test_shift_and_a_click_extend_the_selection(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), ())
    done = finished(view)
    click(qtbot, view, gap(view, 3))
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, gap(view, 9))
    assert view.selected_text() == "opened"
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, gap(view, 2))
    assert view.selection == (2, 3)
    assert done == ["opened", " "]


def test_the_other_buttons_leave_the_selection_alone(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), [mark(0, 9)])
    found = clicked(view)
    view.set_selection(3, 9)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=on(view, 5))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=gap(view, 20))
    assert view.selection == (3, 9)
    assert found == []


def test_the_right_button_takes_up_what_its_menu_is_for(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), [mark(0, 9)])
    found = clicked(view)
    view.set_selection(12, 20)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=on(view, 4, 0.1))
    assert (view.selection, len(found)) == ((4, 4), 1)
    view.set_current(found[0])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=on(view, 6, 0.1))
    assert (view.selection, len(found)) == ((6, 6), 1)


# --- units ---


@pytest.mark.parametrize(
    ("clicks", "expected"),
    [
        (2, "million"),
        (3, "They cost 1.2 million, all told."),
        (4, SPEECH.split("\n", maxsplit=1)[0]),
    ],
)
@pytest.mark.parametrize("part", [0.2, 0.8])
def test_quick_clicks_select_word_sentence_and_paragraph(
    qtbot: QtBot, view: TranscriptView, clicks: int, expected: str, part: float
) -> None:
    view.show_text(SPEECH, (), ())
    done = finished(view)
    click(qtbot, view, on(view, SPEECH.index("million") + 6, part), clicks)
    assert view.selected_text() == expected
    assert done[-1] == expected
    assert len(done) == clicks - 1


def test_a_click_elsewhere_begins_anew(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), ())
    click(qtbot, view, on(view, 4), 2)
    click(qtbot, view, gap(view, 14))
    assert view.selection == (14, 14)


@pytest.mark.parametrize("word", ["😀", "𠮷"])
def test_a_double_click_selects_one_astral_character(
    qtbot: QtBot, view: TranscriptView, word: str
) -> None:
    view.show_text("ab😀cd𠮷，", (), ())
    click(qtbot, view, on(view, view.text.index(word)), 2)
    assert view.selected_text() == word


@pytest.mark.parametrize("part", [0.2, 0.8])
def test_after_a_double_click_dragging_selects_whole_words(
    qtbot: QtBot, view: TranscriptView, part: float
) -> None:
    view.show_text(SPEECH, (), ())
    start, end = SPEECH.index("cost"), SPEECH.index("million")
    qtbot.mousePress(view.viewport(), LEFT, pos=on(view, start + 1))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=on(view, start + 1))
    qtbot.mouseDClick(view.viewport(), LEFT, pos=on(view, start + 1))
    qtbot.mouseMove(view.viewport(), pos=on(view, end + 6, part))
    assert view.selected_text() == "cost 1.2 million"
    qtbot.mouseMove(view.viewport(), pos=on(view, 3, part))
    assert view.selected_text() == "opened 12 parks. They cost"
    assert view.caret == 3
    qtbot.mouseRelease(view.viewport(), LEFT, pos=on(view, 3, part))


# --- autoscroll ---


def test_a_drag_below_the_view_scrolls_on_and_selects(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("国家公园\n" * 300, (), ())
    bar, below = view.verticalScrollBar(), QPoint(200, view.viewport().height() + 60)
    qtbot.mousePress(view.viewport(), LEFT, pos=gap(view, 0))
    qtbot.mouseMove(view.viewport(), pos=below)
    qtbot.waitUntil(lambda: bar.value() > 200)
    assert view.selection[0] == 0
    assert view.selection[1] > 50
    qtbot.mouseRelease(view.viewport(), LEFT, pos=below)
    assert not scrolls(view)


@pytest.mark.parametrize("is_below", [True, False])
def test_a_drag_just_beyond_the_edge_scrolls_too(
    qtbot: QtBot, view: TranscriptView, *, is_below: bool
) -> None:
    view.show_text("国家公园\n" * 300, (), ())
    bar = view.verticalScrollBar()
    bar.setValue(2000)
    beyond = QPoint(200, view.viewport().height() if is_below else -1)
    qtbot.mousePress(view.viewport(), LEFT, pos=QPoint(200, 100))
    qtbot.mouseMove(view.viewport(), pos=beyond)
    qtbot.waitUntil(lambda: bar.value() > 2003 if is_below else bar.value() < 1997)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=beyond)


def test_coming_back_into_the_view_stops_the_scrolling(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("国家公园\n" * 300, (), ())
    qtbot.mousePress(view.viewport(), LEFT, pos=gap(view, 0))
    qtbot.mouseMove(view.viewport(), pos=QPoint(200, view.viewport().height() + 60))
    assert scrolls(view)
    qtbot.mouseMove(view.viewport(), pos=QPoint(200, 100))
    assert not scrolls(view)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=QPoint(200, 100))


def test_a_drag_above_the_view_does_not_move_what_is_seen_at_once(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text("iiiiiiiiii " * 30 + "\n" + "国家公园\n" * 300, (), ())
    view.scroll_to(len(view.text) - 400, "top")
    start = first_seen(view) + 20
    y = view.verticalScrollBar().value()
    qtbot.mousePress(view.viewport(), LEFT, pos=gap(view, start))
    qtbot.mouseMove(view.viewport(), pos=QPoint(200, -300))
    assert view.verticalScrollBar().value() == y
    assert view.caret >= first_seen(view)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=QPoint(200, -300))
