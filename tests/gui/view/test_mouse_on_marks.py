"""The mouse on marks: one over another, and their edges."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.caret import Spot
from annotator.gui.view.marks import Mark
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
    gap,
    on,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


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
    last = view.page.line_range(Spot(0))[1]
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
    last = view.page.line_range(Spot(0))[1]
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
