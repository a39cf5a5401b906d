"""Keys in the transcript: where the caret goes and what is selected."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.caret import Spot
from annotator.gui.view.keyboard import Moved, position_after
from annotator.gui.view.transcript_view import TranscriptView
from tests.gui.view.pointing import first_seen

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier
FAMILY = "👨\u200d👩\u200d👧"
LONG_LINE = "今年新建公园十二个，投入一点二亿元。" * 6


def press(
    qtbot: QtBot,
    view: TranscriptView,
    key: Qt.Key,
    times: int = 1,
    with_: Qt.KeyboardModifier = NONE,
) -> None:
    """Press a key some times."""
    for _time in range(times):
        qtbot.keyClick(view, key, with_)


def carets(
    qtbot: QtBot, view: TranscriptView, key: Qt.Key, times: int, with_: Qt.KeyboardModifier = NONE
) -> list[int]:
    """Return where the caret is after each of some presses."""
    found = []
    for _time in range(times):
        press(qtbot, view, key, with_=with_)
        found.append(view.caret)
    return found


def show(view: TranscriptView, text: str, caret: int = 0) -> None:
    """Show a text with the caret somewhere."""
    view.show_text(text, (), ())
    view.move_caret(caret)


# --- characters ---


def test_right_and_left_go_over_whole_characters(qtbot: QtBot, view: TranscriptView) -> None:
    text = f"a😀𠮷{FAMILY}e\u0301\n国"
    show(view, text)
    forward = carets(qtbot, view, Key.Key_Right, 8)
    assert forward == [1, 2, 3, 8, 10, 11, 12, 12]
    assert carets(qtbot, view, Key.Key_Left, 8) == [11, 10, 8, 3, 2, 1, 0, 0]


def test_shift_selects_character_by_character(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国😀𠮷家", caret=1)
    press(qtbot, view, Key.Key_Right, 2, SHIFT)
    assert view.selection == (1, 3)
    assert view.selected_text() == "😀𠮷"
    press(qtbot, view, Key.Key_Left, 3, SHIFT)
    assert view.selection == (0, 1)
    assert view.caret == 0


def test_without_shift_the_selection_goes(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园")
    press(qtbot, view, Key.Key_Right, 2, SHIFT)
    press(qtbot, view, Key.Key_Right)
    assert view.selection == (3, 3)


def test_a_selection_goes_over_paragraphs(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国😀\n\n𠮷家", caret=1)
    press(qtbot, view, Key.Key_Right, 4, SHIFT)
    assert view.selected_text() == "😀\n\n𠮷"


# --- words, lines, paragraphs, the text ---


def test_control_goes_by_words(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "We opened 1.2 million 😀 parks")
    forward = carets(qtbot, view, Key.Key_Right, 6, CTRL)
    assert forward == [3, 10, 14, 22, 24, 29]
    assert carets(qtbot, view, Key.Key_Left, 6, CTRL) == [24, 22, 14, 10, 3, 0]


def test_control_and_shift_select_words(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "新建公园。")
    press(qtbot, view, Key.Key_Right, 2, CTRL | SHIFT)
    assert view.selected_text() == "新建公园"


def test_arrows_go_where_they_point_in_a_paragraph_from_right_to_left(
    qtbot: QtBot, view: TranscriptView
) -> None:
    text = "שלום עולם\nabc"
    show(view, text, caret=0)
    assert carets(qtbot, view, Key.Key_Left, 2) == [1, 2]
    assert view.page.line_box(2).x() < view.page.line_box(0).x()
    assert carets(qtbot, view, Key.Key_Right, 2) == [1, 0]
    assert carets(qtbot, view, Key.Key_Left, 2, CTRL) == [5, 9]
    assert carets(qtbot, view, Key.Key_Right, 2, CTRL) == [5, 0]
    press(qtbot, view, Key.Key_Left, with_=SHIFT)
    assert view.selected_text() == "ש"
    view.move_caret(10)
    assert carets(qtbot, view, Key.Key_Right, 1) == [11]


def test_home_and_end_stay_on_the_line(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, LONG_LINE, caret=60)
    first, last = view.page.line_range(Spot(60))
    assert 0 < first < 60 < last < len(LONG_LINE)
    assert carets(qtbot, view, Key.Key_Home, 2) == [first, first]
    assert carets(qtbot, view, Key.Key_End, 2) == [last, last]


def test_shift_home_selects_to_the_start_of_the_line(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家\n公园😀", caret=6)
    press(qtbot, view, Key.Key_Home, with_=SHIFT)
    assert view.selected_text() == "公园😀"


def test_control_home_and_end_go_to_the_ends_and_show_them(
    qtbot: QtBot, view: TranscriptView
) -> None:
    show(view, "国家\n" * 300)
    press(qtbot, view, Key.Key_End, with_=CTRL)
    assert view.caret == len(view.text)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    press(qtbot, view, Key.Key_Home, with_=CTRL)
    assert view.caret == view.verticalScrollBar().value() == 0


def test_control_down_and_up_go_by_paragraphs(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家\n\n公园\n林", caret=1)
    assert carets(qtbot, view, Key.Key_Down, 4, CTRL) == [3, 4, 7, 8]
    assert carets(qtbot, view, Key.Key_Up, 4, CTRL) == [7, 4, 3, 0]


def test_control_shift_down_selects_to_the_next_paragraph(
    qtbot: QtBot, view: TranscriptView
) -> None:
    show(view, "国家\n公园", caret=1)
    press(qtbot, view, Key.Key_Down, with_=CTRL | SHIFT)
    assert view.selected_text() == "家\n"


def test_control_a_selects_everything_without_scrolling(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国😀\n" * 300)
    press(qtbot, view, Key.Key_A, with_=CTRL)
    assert view.selection == (0, len(view.text))
    assert view.verticalScrollBar().value() == 0


# --- up and down ---


def test_down_and_up_visit_every_line_once(qtbot: QtBot, view: TranscriptView) -> None:
    text = f"国家\n\n\n\n{LONG_LINE}\n公园"
    show(view, text)
    lines = sorted({view.page.line_range(Spot(position))[0] for position in range(len(text) + 1)})
    assert [0, *carets(qtbot, view, Key.Key_Down, len(lines) - 1)] == lines
    assert carets(qtbot, view, Key.Key_Up, len(lines) - 1)[::-1] == lines[:-1]


def test_down_keeps_to_its_column_over_shorter_lines(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "今年新建公园\n国家\n\n公交线路新开", caret=5)
    assert carets(qtbot, view, Key.Key_Down, 3) == [9, 10, 16]
    assert carets(qtbot, view, Key.Key_Up, 3) == [10, 9, 5]


def test_another_key_forgets_the_column(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "今年新建公园\n国家\n公交线路新开", caret=5)
    press(qtbot, view, Key.Key_Down)
    press(qtbot, view, Key.Key_Left)
    assert view.caret == 8
    press(qtbot, view, Key.Key_Down)
    assert view.caret == 11


def test_beyond_the_first_and_last_line_are_the_ends(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园", caret=2)
    press(qtbot, view, Key.Key_Down)
    assert view.caret == 4
    press(qtbot, view, Key.Key_Left)
    press(qtbot, view, Key.Key_Up)
    assert view.caret == 0


def test_shift_down_selects_lines(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国😀家\n公𠮷园", caret=1)
    press(qtbot, view, Key.Key_Down, with_=SHIFT)
    assert view.selected_text() == "😀家\n公"


# --- pages ---


def lines_between(view: TranscriptView, one: int, other: int) -> int:
    """Return how many lines lie between two positions of a text of short lines."""
    return view.text.count("\n", min(one, other), max(one, other))


def test_page_down_goes_on_by_what_is_seen(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园\n" * 300, caret=2)
    height = view.page.heights[0]
    press(qtbot, view, Key.Key_PageDown)
    first_page = view.caret
    assert first_page % 5 == 2
    bar, box = view.verticalScrollBar(), view.page.caret_box(view.spot)
    assert abs(bar.value() - bar.pageStep()) <= height, "the text goes on, not only the caret"
    assert box.top() - bar.value() < 2 * height, "the caret stays at its place on the screen"
    assert abs(lines_between(view, 2, first_page) - view.viewport().height() // height) <= 2
    press(qtbot, view, Key.Key_PageDown)
    assert first_seen(view) > 5
    press(qtbot, view, Key.Key_PageUp, 2)
    assert view.caret == 2
    assert view.verticalScrollBar().value() == 0


def test_pages_lead_to_both_ends(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园\n" * 60)
    press(qtbot, view, Key.Key_PageDown, 8)
    assert view.caret == len(view.text)
    press(qtbot, view, Key.Key_PageUp, 8)
    assert view.caret == 0


def test_shift_page_down_selects_a_page(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园\n" * 300, caret=2)
    press(qtbot, view, Key.Key_PageDown, with_=SHIFT)
    assert view.selection[0] == 2
    assert view.selection[1] > 20
    assert view.selected_text() == view.text[2 : view.selection[1]]


def test_the_caret_stays_in_view(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园\n" * 100)
    for _time in range(40):
        press(qtbot, view, Key.Key_Down)
        y = view.page.line_box(view.caret).y() - view.verticalScrollBar().value()
        assert 0 <= y <= view.viewport().height() - view.page.heights[0]


# --- copy, and keys of others ---


@pytest.mark.parametrize("text", ["国😀\n𠮷家", "a\u00a0b", f"x{FAMILY}y"])
def test_control_c_copies_the_text_as_it_is_kept(
    qtbot: QtBot, view: TranscriptView, text: str
) -> None:
    show(view, f"前{text}后")
    view.set_selection(1, 1 + len(text))
    press(qtbot, view, Key.Key_C, with_=CTRL)
    assert QGuiApplication.clipboard().text() == text


def test_without_a_selection_nothing_is_copied(qtbot: QtBot, view: TranscriptView) -> None:
    QGuiApplication.clipboard().setText("kept")
    show(view, "国家", caret=1)
    press(qtbot, view, Key.Key_C, with_=CTRL)
    assert QGuiApplication.clipboard().text() == "kept"


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_Q, Key.Key_Space, Key.Key_Backspace])
def test_keys_of_labels_and_commands_are_left_to_others(
    qtbot: QtBot, view: TranscriptView, key: Qt.Key
) -> None:
    show(view, "国家公园", caret=1)
    press(qtbot, view, Key.Key_Right, with_=SHIFT)
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "x")
    assert position_after(view, event) is None
    press(qtbot, view, key)
    assert view.selection == (1, 2)
    assert view.text == "国家公园"


def test_a_key_says_where_it_leads_without_going_there(view: TranscriptView) -> None:
    show(view, "国家", caret=1)
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, NONE)
    assert position_after(view, event) == Moved(Spot(2))
    assert view.caret == 1


# --- when a selection is finished ---


def finished(qtbot: QtBot, view: TranscriptView, *keys: Qt.Key) -> int:
    """Return how often a selection was finished by keys while Shift was held, and its release."""
    seen: list[tuple[int, int]] = []
    view.selection_finished.connect(lambda: seen.append(view.selection))
    qtbot.keyPress(view, Key.Key_Shift)
    for key in keys:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(view, QKeyEvent(kind, key, SHIFT))
        assert not seen
    qtbot.keyRelease(view, Key.Key_Shift)
    return len(seen)


def test_a_selection_is_finished_when_shift_is_released(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园")
    assert finished(qtbot, view, Key.Key_Right, Key.Key_Right) == 1
    assert view.selection == (0, 2)


def test_shift_alone_finishes_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    show(view, "国家公园")
    view.set_selection(0, 2)
    assert finished(qtbot, view) == 0


def test_a_selection_that_shrank_to_nothing_is_not_finished(
    qtbot: QtBot, view: TranscriptView
) -> None:
    show(view, "国家公园")
    assert finished(qtbot, view, Key.Key_Right, Key.Key_Left) == 0
