"""The transcript view as a user meets it: what is shown, selected, current."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.marks import Mark, TurnHeading
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pixels import blended, changed, is_near, within
from tests.gui.view.screens import (
    MILLION,
    TEXT,
    UNEVEN,
    assert_screen_is_right,
    grabbed,
    place,
    settled,
    tag_margin,
)

CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC
Reason = QContextMenuEvent.Reason


def _menu_event(view: TranscriptView, point: QPoint, reason: Reason) -> QContextMenuEvent:
    return QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))


# --- what is shown ---


def test_a_mark_changes_the_picture_at_its_characters_its_tag_and_the_overview(
    view: TranscriptView,
) -> None:
    view.show_text(TEXT, (), ())
    bare, own = grabbed(view), mark(4, 9, CLAIM)
    view.add_marks([own])
    marked = grabbed(view)
    [box] = place(view, 4, 9)
    touched = changed(bare, marked)
    assert within(touched, [box, tag_margin(view)], margin=1)
    fill = blended(view.colours.fill(own.colour), view.colours.base)
    assert is_near(marked.pixelColor(round(box.center().x()), round(box.top()) + 1), fill)
    view.remove_marks([own.id])
    assert changed(bare, grabbed(view)) == set()


def test_marks_given_with_the_text_are_shown(view: TranscriptView) -> None:
    view.show_text(TEXT, (), [mark(4, 9, CLAIM)])
    given = grabbed(view)
    view.show_text(TEXT, (), ())
    view.add_marks([mark(4, 9, CLAIM)])
    assert changed(given, grabbed(view)) == set()


def test_hidden_kinds_disappear_and_come_back(view: TranscriptView) -> None:
    view.show_text(TEXT, (), [mark(4, 9, CLAIM), mark(2, 12, TOPIC)])
    both = grabbed(view)
    view.set_hidden([TOPIC])
    one = grabbed(view)
    assert changed(both, one)
    view.show_text(TEXT, (), [mark(4, 9, CLAIM)])
    assert changed(one, grabbed(view)) == set()
    view.show_text(TEXT, (), [mark(4, 9, CLAIM), mark(2, 12, TOPIC)])
    view.set_hidden([])
    assert changed(both, grabbed(view)) == set()


def test_another_text_begins_at_its_start(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(MILLION, (), [mark(4, 9)])
    view.scroll_to(5000)
    view.set_selection(4990, 5000)
    with qtbot.waitSignal(view.selection_changed):
        view.show_text(TEXT, (), ())
    assert view.selection == (0, 0)
    assert view.verticalScrollBar().value() == 0
    assert view.marks_at(5) == []
    assert_screen_is_right(qtbot, view)


def test_an_empty_view_can_be_used(qtbot: QtBot, view: TranscriptView) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    view.expand_selection()
    view.set_current("none", scroll=True)
    assert view.selection == (0, 0)
    assert_screen_is_right(qtbot, view)


def test_a_text_with_what_qt_alters_keeps_its_positions(qtbot: QtBot, view: TranscriptView) -> None:
    text = "\ufeffa\u2028b\u00a0c\n\ufffed\x07\x85😀"
    view.show_text(text, (), ())
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text() == text
    assert_screen_is_right(qtbot, view)


# --- selection ---


def test_a_selection_grows_and_shrinks_back(view: TranscriptView) -> None:
    text = "林晓：今年新建公园12个，投入𠮷元。😀好。\n公园"
    view.show_text(text, [TurnHeading(0, 3, 23, "林晓", "speaker")], ())
    at = text.index("12")
    view.set_selection(at, at)
    grown = []
    for _time in range(6):
        view.expand_selection()
        grown.append(view.selected_text())
    assert grown[:4] == [
        "12",
        "林晓：今年新建公园12个"[3:],
        "今年新建公园12个，投入𠮷元。",
        text.split("\n", maxsplit=1)[0],
    ]
    assert grown[4:] == [grown[3]] * 2
    for expected in (*grown[2::-1], ""):
        view.shrink_selection()
        assert view.selected_text() == expected
    view.shrink_selection()
    assert view.selection == (at, at)


def test_after_another_selection_there_is_nothing_to_shrink_to(view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    view.set_selection(4, 4)
    view.expand_selection()
    view.set_selection(8, 10)
    view.shrink_selection()
    assert view.selection == (8, 10)


def test_selections_stay_within_the_text(view: TranscriptView) -> None:
    view.show_text("国😀", (), ())
    view.set_selection(-5, 99)
    assert view.selection == (0, 2)
    assert view.selected_text() == "国😀"
    view.move_caret(99)
    assert view.selection == (2, 2)


def test_copying_slices_the_truth(view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    start = TEXT.index("😀")
    view.set_selection(start - 1, TEXT.index("𠮷") + 1)
    view.copy()
    assert QGuiApplication.clipboard().text() == TEXT[start - 1 : TEXT.index("𠮷") + 1]


def test_each_change_of_the_selection_is_told(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    with qtbot.waitSignal(view.selection_changed):
        view.set_selection(2, 4)
    with qtbot.waitSignal(view.selection_changed):
        view.move_caret(7)


# --- marks ---


def test_marks_over_a_place_come_from_the_innermost(view: TranscriptView) -> None:
    view.show_text(TEXT, (), [mark(0, 9, TOPIC), mark(3, 6, FIGURE), mark(2, 7, CLAIM)])
    assert [m.id for m in view.marks_at(4)] == ["figure-3-6", "claim-2-7", "topic-0-9"]
    view.set_hidden([CLAIM])
    assert [m.id for m in view.marks_at(4)] == ["figure-3-6", "topic-0-9"]


def test_a_mark_far_away_is_brought_into_view(qtbot: QtBot, view: TranscriptView) -> None:
    far = mark(9000, 9030, FIGURE)
    view.show_text(UNEVEN, (), [mark(2, 5), far])
    view.set_current(far.id, scroll=True)
    settled(qtbot, view)
    assert view.caret == far.start
    for position in (far.start, far.end - 1):
        y = view.page.line_box(position).y() - view.verticalScrollBar().value()
        assert 0 <= y <= view.viewport().height() - 20


def test_becoming_current_alone_scrolls_nothing(view: TranscriptView) -> None:
    far = mark(9000, 9030, FIGURE)
    view.show_text(UNEVEN, (), [far])
    view.set_current(far.id)
    assert view.verticalScrollBar().value() == view.caret == 0


def test_the_first_fragment_is_brought_into_view(view: TranscriptView) -> None:
    second = Mark("a", 9000, 9010, CLAIM, "Claim", "#d55e00", part=1)
    view.show_text(UNEVEN, (), [second, mark(300, 310, CLAIM, "a")])
    view.set_current("a", scroll=True)
    assert view.caret == 300


def test_the_menu_is_asked_for(view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    asked: list[QPoint] = []
    view.context_menu_requested.connect(asked.append)
    point = QPoint(100, 20)
    QApplication.sendEvent(view.viewport(), _menu_event(view, point, Reason.Mouse))
    assert asked[-1] == view.viewport().mapToGlobal(point)


def test_asked_for_by_key_the_menu_comes_below_the_caret(view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    asked: list[QPoint] = []
    view.context_menu_requested.connect(asked.append)
    view.set_selection(5000, 5000)
    view.scroll_to(5000)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 30)
    centre = view.viewport().rect().center()
    QApplication.sendEvent(view.viewport(), _menu_event(view, centre, Reason.Keyboard))
    at = view.viewport().mapFromGlobal(asked[-1]) - QPoint(0, 8)
    assert view.character_at(at.toPointF()) in {4999, 5000}
    view.scroll_to(0)
    QApplication.sendEvent(view.viewport(), _menu_event(view, centre, Reason.Keyboard))
    assert asked[-1] == view.viewport().mapToGlobal(centre), "the caret is not to be seen"


def test_input_methods_leave_the_keys_of_labels_alone(view: TranscriptView) -> None:
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert view.accessibleName()
