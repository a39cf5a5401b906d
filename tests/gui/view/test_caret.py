"""The caret at the end of a line that goes on, and selections that grow and shrink."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.gui.view.caret import Caret, Spot
from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.pixels import changed
from tests.gui.view.pointing import LONG_LINE, click, gap
from tests.gui.view.screens import grabbed

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ENGLISH = "We opened twelve parks and they cost a million in all. " * 4


def press(
    qtbot: QtBot, view: TranscriptView, *keys: Qt.Key, with_: Qt.KeyboardModifier = NONE
) -> None:
    for key in keys:
        qtbot.keyClick(view, key, with_)


def caret_column(view: TranscriptView) -> set[tuple[int, int]]:
    """Return the pixels that differ while the caret is shown."""
    shown = grabbed(view)
    view.clearFocus()
    return changed(shown, grabbed(view))


def test_end_goes_behind_the_last_character_of_a_line_that_goes_on(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(LONG_LINE, (), ())
    first, end = view.page.line_range(Spot(3))
    press(qtbot, view, Key.Key_End)
    assert view.spot == Spot(end, is_behind=True)
    assert view.page.caret_box(view.spot).y() == view.page.line_box(first).y()
    press(qtbot, view, Key.Key_End)
    assert view.caret == end, "it stays on its line"
    press(qtbot, view, Key.Key_Home)
    assert view.spot == Spot(first)


def test_shift_end_selects_the_whole_line(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(LONG_LINE, (), ())
    press(qtbot, view, Key.Key_End, with_=SHIFT)
    assert view.selected_text() == LONG_LINE[slice(*view.page.line_range(Spot(0)))]


def test_a_space_at_the_end_of_a_line_is_left_behind_the_caret(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(ENGLISH, (), ())
    end = view.page.line_range(Spot(0))[1]
    assert ENGLISH[end - 1] == " "
    press(qtbot, view, Key.Key_End)
    assert view.spot == Spot(end - 1)


def test_the_caret_is_drawn_where_the_mouse_put_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(LONG_LINE, (), ())
    second = view.page.line_range(Spot(0))[1]
    assert view.page.measures is not None
    beyond = gap(view, 0) + QPoint(view.page.measures.column + 4, 0)
    click(qtbot, view, beyond)
    assert view.caret == second
    pixels = caret_column(view)
    assert pixels
    line = view.page.line_box(0)
    assert all(line.top() <= y < line.bottom() for _x, y in pixels)
    assert min(x for x, _y in pixels) > view.page.measures.left + 100


def test_from_the_end_of_a_line_the_arrows_go_on_from_there(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(LONG_LINE, (), ())
    second, third = (view.page.line_range(Spot(at))[1] for at in (0, 40))
    assert second <= 40 < third
    press(qtbot, view, Key.Key_End, Key.Key_Down)
    assert view.spot == Spot(third, is_behind=True)
    press(qtbot, view, Key.Key_Up)
    assert view.spot == Spot(second, is_behind=True)
    press(qtbot, view, Key.Key_Right)
    assert view.spot == Spot(second + 1)
    press(qtbot, view, Key.Key_Left, Key.Key_Left)
    assert view.spot == Spot(second - 1)


def test_the_end_of_a_display_piece_is_the_end_of_a_line(
    qtbot: QtBot, view: TranscriptView
) -> None:
    text = "国" * 9000
    view.show_text(text, (), ())
    cut = view.page.paragraphs.start(1)
    view.move_caret(cut - 1)
    press(qtbot, view, Key.Key_End)
    assert view.spot == Spot(cut, is_behind=True)
    press(qtbot, view, Key.Key_Down)
    assert view.caret > cut


def test_a_spot_outside_the_text_is_at_its_end() -> None:
    caret = Caret()
    caret.put(Spot(9, is_behind=True), -3, 5)
    assert (caret.spot, caret.anchor) == (Spot(5), 0)


def test_what_grew_shrinks_step_by_step() -> None:
    caret = Caret()
    caret.put(Spot(4), 3, 20)
    caret.grow((2, 6), 20)
    caret.grow((0, 9), 20)
    assert caret.shrink(20)
    assert caret.selection == (2, 6)
    assert caret.shrink(20)
    assert caret.selection == (3, 4)
    assert not caret.shrink(20)
    assert caret.selection == (3, 4)
