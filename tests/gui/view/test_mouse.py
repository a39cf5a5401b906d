"""The mouse in the transcript: clicks, selections, marks one over another, edges."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.marks import Mark
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
SPEECH = "We opened 12 parks. They cost 1.2 million, all told.\n今年新建😀公园，投入𠮷元。"
LONG_LINE = "今年新建😀公园十二个，投入一点二亿元。" * 6
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


def gap(view: TranscriptView, position: int, by: float = 0) -> QPoint:
    """Return the point of the viewport at the gap before a character, ``by`` pixels right of it."""
    assert view.page.measures is not None
    box = view.page.line_box(position)
    y = box.y() + view.page.measures.text_height / 2 - view.verticalScrollBar().value()
    return QPoint(round(view.page.measures.left + box.x() + by), round(y))


def on(view: TranscriptView, position: int, part: float = 0.5) -> QPoint:
    """Return the point on a character, by default in its middle."""
    k = view.page.paragraphs.at(position)
    [box] = view.page.boxes(k, position, position + 1)
    return gap(view, position, box.width() * part)


def click(qtbot: QtBot, view: TranscriptView, point: QPoint, times: int = 1) -> None:
    """Click quickly some times, with the events that a window system makes of that."""
    for number in range(times):
        if number % 2:
            qtbot.mouseDClick(view.viewport(), LEFT, pos=point)
        else:
            qtbot.mousePress(view.viewport(), LEFT, pos=point)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=point)


def drag(qtbot: QtBot, view: TranscriptView, start: QPoint, *to: QPoint) -> None:
    """Press somewhere, move over some points and release at the last."""
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    for point in to:
        qtbot.mouseMove(view.viewport(), pos=point)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=to[-1])


def clicked(view: TranscriptView) -> list[str]:
    """Return a list that will hold the ids of the marks that were clicked."""
    found: list[str] = []
    view.mark_clicked.connect(found.append)
    return found


def finished(view: TranscriptView) -> list[str]:
    """Return a list that will hold the texts of the selections that were finished."""
    found: list[str] = []
    view.selection_finished.connect(lambda: found.append(view.selected_text()))
    return found


def scrolls(view: TranscriptView) -> bool:
    """Say whether the mouse, held outside, scrolls the view."""
    return view.mouse.is_scrolling


# --- caret and selection ---


@pytest.mark.parametrize("position", [0, 4, 5, 53, 57, 58, len(SPEECH)])
def test_a_click_puts_the_caret_there(qtbot: QtBot, view: TranscriptView, position: int) -> None:
    view.show_text(SPEECH, (), ())
    click(qtbot, view, gap(view, position))
    assert view.selection == (position, position)


def test_a_click_scrolled_down_puts_the_caret_there(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("国家😀\n" * 200, (), ())
    view.verticalScrollBar().setValue(777)
    position = view.first_visible() + 6
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
    after = view.page.step(view.page.line_range(0)[1], 1)
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
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=gap(view, 20))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=gap(view, 20))
    assert view.selection == (3, 9)
    assert found == []


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
    start = view.first_visible() + 20
    y = view.verticalScrollBar().value()
    qtbot.mousePress(view.viewport(), LEFT, pos=gap(view, start))
    qtbot.mouseMove(view.viewport(), pos=QPoint(200, -300))
    assert view.verticalScrollBar().value() == y
    assert view.caret >= view.first_visible()
    qtbot.mouseRelease(view.viewport(), LEFT, pos=QPoint(200, -300))


# --- marks ---


def nested() -> list[Mark]:
    """Return marks one in another and overlapping, all over position 4."""
    return [mark(0, 9, TOPIC), mark(3, 6, FIGURE), mark(2, 7, CLAIM), mark(4, 12, CLAIM)]


def test_clicks_at_a_place_go_through_all_marks_there(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), nested())
    found = clicked(view)
    for _time in range(5):
        click(qtbot, view, on(view, 4, 0.4))
    inner_to_outer = ["figure-3-6", "claim-2-7", "claim-4-12", "topic-0-9"]
    assert found == [*inner_to_outer, inner_to_outer[0]]


def test_clicks_reach_all_marks_while_each_becomes_the_current_one(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(SPEECH, (), nested())
    found = clicked(view)
    view.mark_clicked.connect(view.set_current)
    for position in (4, 3, 5):
        found.clear()
        for _time in range(8):
            click(qtbot, view, on(view, position, 0.4))
        assert set(found) == {m.id for m in nested() if m.start <= position < m.end}


def test_the_first_click_at_another_place_is_the_innermost(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(SPEECH, (), nested())
    found = clicked(view)
    click(qtbot, view, on(view, 4))
    click(qtbot, view, on(view, 4))
    click(qtbot, view, on(view, 5))
    assert found[-1] == "figure-3-6"


@pytest.mark.parametrize("part", [0.2, 0.8])
def test_either_half_of_a_character_belongs_to_its_marks(
    qtbot: QtBot, view: TranscriptView, part: float
) -> None:
    view.show_text("国家公园", (), [mark(1, 2)])
    found = clicked(view)
    for position in (0, 1, 2):
        click(qtbot, view, on(view, position, part))
    assert found == ["", "claim-1-2", ""]


@pytest.mark.parametrize("part", [0.2, 0.8])
def test_the_last_character_of_a_line_that_goes_on_belongs_to_its_marks(
    qtbot: QtBot, view: TranscriptView, part: float
) -> None:
    view.show_text(LONG_LINE, (), ())
    last = view.page.line_range(0)[1]
    view.add_marks([mark(last, last + 1)])
    found = clicked(view)
    click(qtbot, view, on(view, last, part))
    assert found == [mark(last, last + 1).id]


def test_a_click_beside_all_marks_says_so(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), nested())
    found = clicked(view)
    click(qtbot, view, on(view, 20))
    assert found == [""]


def test_hidden_marks_are_not_clicked(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), nested())
    view.set_hidden([FIGURE, CLAIM])
    found = clicked(view)
    click(qtbot, view, on(view, 4))
    click(qtbot, view, on(view, 4))
    assert found == ["topic-0-9", "topic-0-9"]


def test_selecting_clicks_no_mark(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), nested())
    found = clicked(view)
    drag(qtbot, view, gap(view, 3), gap(view, 5), gap(view, 9))
    assert found == []


# --- edges ---


def dragged(view: TranscriptView) -> list[tuple[str, int, bool, int]]:
    """Return a list that will hold the edges that were dragged."""
    found: list[tuple[str, int, bool, int]] = []
    view.edge_dragged.connect(lambda *edge: found.append(edge))
    return found


def test_the_end_of_the_current_annotation_can_be_dragged(
    qtbot: QtBot, view: TranscriptView
) -> None:
    own = mark(3, 9)
    view.show_text(SPEECH, (), [own])
    view.set_current(own.id)
    found, done = dragged(view), finished(view)
    drag(qtbot, view, gap(view, 9), gap(view, 12), gap(view, 18))
    assert found == [(own.id, 0, True, 18)]
    assert done == []
    assert view.selection == (18, 18)


def test_its_start_too_and_in_code_points(qtbot: QtBot, view: TranscriptView) -> None:
    start, end = SPEECH.index("公"), SPEECH.index("元") + 1
    own = mark(start, end)
    view.show_text(SPEECH, (), [own])
    view.set_current(own.id)
    found = dragged(view)
    drag(qtbot, view, gap(view, start), gap(view, start - 1), gap(view, start - 2))
    assert found == [(own.id, 0, False, start - 2)]
    assert SPEECH[start - 2] == "建"


def test_while_an_edge_is_dragged_the_new_extent_is_shown(
    qtbot: QtBot, view: TranscriptView
) -> None:
    own = mark(3, 9)
    view.show_text(SPEECH, (), [own])
    view.set_current(own.id)
    qtbot.mousePress(view.viewport(), LEFT, pos=gap(view, 9))
    qtbot.mouseMove(view.viewport(), pos=gap(view, 18))
    assert view.selection == (3, 18)
    qtbot.mouseMove(view.viewport(), pos=gap(view, 1))
    assert view.selection == (1, 3)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=gap(view, 1))


def test_the_edge_of_a_fragment_says_which(qtbot: QtBot, view: TranscriptView) -> None:
    first = mark(3, 6, annotation_id="a")
    second = Mark("a", 20, 24, CLAIM, "Claim", "#d55e00", part=1)
    view.show_text(SPEECH, (), [first, second])
    view.set_current("a")
    found = dragged(view)
    drag(qtbot, view, gap(view, 24), gap(view, 27), gap(view, 29))
    assert found == [("a", 1, True, 29)]


def test_an_end_at_the_end_of_a_line_is_taken_hold_of_there(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(LONG_LINE, (), ())
    last = view.page.line_range(0)[1]
    own = mark(2, last + 1)
    view.add_marks([own])
    view.set_current(own.id)
    found = dragged(view)
    drag(qtbot, view, on(view, last, 0.95), on(view, last - 2), gap(view, last - 3))
    assert found == [(own.id, 0, True, last - 3)]


def test_edges_of_other_annotations_stay(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(SPEECH, (), [mark(3, 9)])
    found = dragged(view)
    drag(qtbot, view, gap(view, 9), gap(view, 12), gap(view, 18))
    assert found == []
    assert view.selection == (9, 18)


def test_a_click_on_an_edge_moves_nothing_and_is_a_click(
    qtbot: QtBot, view: TranscriptView
) -> None:
    own = mark(3, 9)
    view.show_text(SPEECH, (), [own])
    view.set_current(own.id)
    found, marks = dragged(view), clicked(view)
    click(qtbot, view, gap(view, 3, 2))
    assert found == []
    assert marks == [own.id]
    assert view.selection == (3, 3)


def test_a_double_click_near_an_edge_selects_the_word(qtbot: QtBot, view: TranscriptView) -> None:
    own = mark(3, 9)
    view.show_text(SPEECH, (), [own])
    view.set_current(own.id)
    click(qtbot, view, gap(view, 3, 2), 2)
    assert view.selected_text() == "opened"


def test_the_cursor_shows_where_an_edge_can_be_taken_hold_of(
    qtbot: QtBot, view: TranscriptView
) -> None:
    own = mark(3, 9)
    view.show_text(SPEECH, (), [own])
    view.set_current(own.id)
    shapes = []
    for point in (gap(view, 3), on(view, 6), gap(view, 9), gap(view, 20)):
        qtbot.mouseMove(view.viewport(), pos=point)
        shapes.append(view.viewport().cursor().shape())
    edge, text = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.IBeamCursor
    assert shapes == [edge, text, edge, text]


def test_looking_for_edges_lays_out_nothing_far_away(qtbot: QtBot, view: TranscriptView) -> None:
    text = "i" * 3000 + "\n" + "国家公园\n" * 400
    far = mark(2950, 2990)
    view.show_text(text, (), [far])
    view.scroll_to(len(text) - 300, "top")
    view.set_current(far.id)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.prefetch.is_done)
    before, total = view.page.laid_out, view.page.heights.total
    qtbot.mouseMove(view.viewport(), pos=QPoint(200, 200))
    assert (view.page.laid_out, view.page.heights.total) == (before, total)
