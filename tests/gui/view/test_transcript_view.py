"""The transcript view as a user meets it: what the screen shows, and what it costs."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.view.marks import Mark, TurnHeading
from annotator.gui.view.measures import OVERVIEW_WIDTH
from annotator.gui.view.transcript_view import LARGEST, SMALLEST, TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pixels import blended, changed, colours_in, is_near, picture, screen_of, within

CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC
TEXT = "今年新建公园😀十二个，投入一点二亿元。\n\n公交线路𠮷新开七条，占百分之七十六。"
LINE = "今年新建😀公园十二个，投入𠮷元。公交线路新开七条。"
NARROW = "illicit illicit illicit illicit illicit illicit illicit illicit, " * 6
UNEVEN = "\n".join(NARROW * (k % 3 + 1) if k % 2 else LINE * (k % 5) for k in range(400))
MILLION = "\n".join(LINE * (1 + k % 7) for k in range(10_000))


def settled(qtbot: QtBot, view: TranscriptView) -> None:
    """Let the view paint and prepare until it is idle."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.prefetch.is_done)


def place(view: TranscriptView, start: int, end: int) -> list[QRectF]:
    """Return where a stretch of text stands in the viewport, line by line."""
    assert view.page.measures is not None
    found = []
    for k in view.page.paragraphs.between(start, end):
        top = view.page.heights.top(k) - view.verticalScrollBar().value()
        for box in view.page.boxes(k, start, end):
            moved = box.translated(view.page.measures.left, top)
            found.append(QRectF(moved.left(), moved.top(), moved.width(), view.page.measures.pitch))
    return found


def tag_margin(view: TranscriptView) -> QRectF:
    """Return where tags and the overview stand."""
    assert view.page.measures is not None
    left = view.page.measures.left + view.page.measures.column
    size = view.viewport().size()
    return QRectF(left, 0, size.width() - left, size.height())


def grabbed(view: TranscriptView) -> QImage:
    """Return the viewport drawn from nothing."""
    return picture(view.viewport().grab())


def assert_screen_is_right(qtbot: QtBot, view: TranscriptView) -> None:
    """Compare the screen, which is drawn in parts, with a picture drawn as a whole."""
    settled(qtbot, view)
    size = view.viewport().size()
    shown = screen_of(view).copy(QRect(QPoint(), size))
    assert changed(shown, grabbed(view)) == set()


def _menu_event(view: TranscriptView, point: QPoint) -> QContextMenuEvent:
    where = view.viewport().mapToGlobal(point)
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)


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


# --- the screen, drawn in parts, is the picture drawn as a whole ---


def test_adding_and_removing_marks_draws_all_that_changed(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    settled(qtbot, view)
    view.add_marks([mark(30, 90, CLAIM), mark(60, 200, TOPIC), mark(500, 900, FIGURE)])
    assert_screen_is_right(qtbot, view)
    view.remove_marks([mark(60, 200, TOPIC).id])
    assert_screen_is_right(qtbot, view)


def test_walking_over_marks_draws_outlines_and_takes_them_away(
    qtbot: QtBot, view: TranscriptView
) -> None:
    marks = [mark(0, 8, CLAIM), mark(23, 48, FIGURE), mark(30, 33, TOPIC), mark(21, 300, TOPIC)]
    view.show_text(TEXT * 20, (), marks)
    settled(qtbot, view)
    for own in marks:
        view.set_current(own.id, scroll=True)
        assert_screen_is_right(qtbot, view)
    view.set_current(None)
    assert_screen_is_right(qtbot, view)


def test_selecting_draws_all_that_changed(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), [mark(30, 90, CLAIM)])
    settled(qtbot, view)
    for start, end in ((3, 9), (40, 700), (700, 40), (5, 5), (0, len(UNEVEN)), (8, 8)):
        view.set_selection(start, end, scroll=False)
        assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("steps", [(1, 40, 300), (400, -35, -35, -200), (5000, -20, -20, -20, 9)])
def test_scrolling_draws_all_that_changed(
    qtbot: QtBot, view: TranscriptView, steps: tuple[int, ...]
) -> None:
    view.show_text(UNEVEN, (), [mark(30, 90, CLAIM), mark(100, 3000, TOPIC)])
    bar = view.verticalScrollBar()
    for step in steps:
        bar.setValue(bar.value() + step)
        QApplication.sendPostedEvents()
        bar.setValue(bar.value() + step // 4)
        assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Right])
def test_a_caret_that_moves_on_leaves_nothing_behind(
    qtbot: QtBot, view: TranscriptView, key: Qt.Key
) -> None:
    view.show_text("国家\n\n\n公园\n" + "林" * 200, (), ())
    settled(qtbot, view)
    for _time in range(9):
        qtbot.keyClick(view, key)
        assert_screen_is_right(qtbot, view)


def test_hits_are_drawn_and_taken_away(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.set_hits([(0, 3), (8000, 8005), (9000, 9002)], 1)
    assert_screen_is_right(qtbot, view)
    assert view.colours.current_hit.name() not in colours_in(grabbed(view), view.rect())
    view.set_selection(8010, 8010)
    assert view.colours.current_hit.name() in colours_in(grabbed(view), view.rect())
    view.set_hits([], None)
    assert_screen_is_right(qtbot, view)


def test_the_current_hit_is_selected_and_in_the_middle(view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.set_hits([(0, 3), (8000, 8005)], 1)
    assert view.selection == (8000, 8005)
    y = view.page.line_box(8000).center().y() - view.verticalScrollBar().value()
    assert abs(y - view.viewport().height() / 2) < 40


def test_a_change_of_focus_shows_and_hides_the_caret(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    view.move_caret(5)
    focused = grabbed(view)
    view.clearFocus()
    assert_screen_is_right(qtbot, view)
    touched = changed(focused, grabbed(view))
    assert touched
    assert {x for x, _y in touched} <= set(range(*_around(view.page.line_box(5).x(), view)))


def _around(x: float, view: TranscriptView) -> tuple[int, int]:
    assert view.page.measures is not None
    middle = round(x + view.page.measures.left)
    return middle - 3, middle + 4


# --- scrolling ---


def top_line(view: TranscriptView) -> tuple[int, float]:
    """Return a position that is seen, and its height in the viewport."""
    position = view.first_visible()
    return position, view.page.line_box(position).y() - view.verticalScrollBar().value()


def test_scrolling_up_into_what_was_never_seen_does_not_jump(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    bar = view.verticalScrollBar()
    view.scroll_to(len(UNEVEN) - 3000, "top")
    jumps = []
    for _step in range(120):
        position, y = top_line(view)
        bar.setValue(bar.value() - 30)
        now = view.page.line_box(position).y() - bar.value()
        jumps.append(now - y)
    assert set(jumps) == {30}
    assert_screen_is_right(qtbot, view)


def test_preparing_pages_moves_nothing_that_is_seen(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(len(UNEVEN) // 2, "top")
    before = top_line(view)
    height = view.page.heights.total
    settled(qtbot, view)
    assert view.page.heights.total != height
    assert top_line(view) == before
    assert_screen_is_right(qtbot, view)


@pytest.mark.parametrize("position", [0, 7000, len(UNEVEN) - 2])
@pytest.mark.parametrize("where", ["nearest", "top", "centre"])
def test_a_place_that_is_scrolled_to_is_seen(
    qtbot: QtBot, view: TranscriptView, position: int, where: str
) -> None:
    view.show_text(UNEVEN, (), ())
    for start in (0, len(UNEVEN)):
        view.scroll_to(start)
        view.scroll_to(position, where)
        settled(qtbot, view)
        y = view.page.line_box(position).y() - view.verticalScrollBar().value()
        assert 0 <= y <= view.viewport().height() - 20


def test_what_is_seen_already_is_not_scrolled_to(view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(7000, "centre")
    y = view.verticalScrollBar().value()
    view.scroll_to(7001)
    assert view.verticalScrollBar().value() == y


def test_the_end_of_the_scroll_bar_is_the_end_of_the_text(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_text(UNEVEN, (), ())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settled(qtbot, view)
    assert bar.value() == bar.maximum()
    bottom = view.page.line_box(len(UNEVEN)).bottom() - bar.value()
    assert 0 < bottom <= view.viewport().height()


def wheel(view: TranscriptView, by: int, modifier: Qt.KeyboardModifier) -> None:
    """Turn the wheel by some eighths of a degree over the middle of the view."""
    middle = QPointF(view.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(view.viewport(), turned)


def test_the_wheel_scrolls(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    wheel(view, -240, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 50
    assert view.zoom() == 1
    assert_screen_is_right(qtbot, view)


# --- zoom, width, colours, turns ---


def test_control_and_the_wheel_zoom(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    line = view.page.line_box(3)
    with qtbot.waitSignal(view.zoomed):
        wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(1.1)
    assert view.page.line_box(3).x() > line.x()
    wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.page.line_box(3) == line
    assert view.verticalScrollBar().value() == 0


def test_zoom_has_limits(view: TranscriptView) -> None:
    view.set_zoom(99)
    assert view.zoom() == LARGEST
    view.set_zoom(0.01)
    assert view.zoom() == SMALLEST


@pytest.mark.parametrize("change", ["zoom", "width", "turns"])
def test_what_was_at_the_top_stays_there(qtbot: QtBot, view: TranscriptView, change: str) -> None:
    view.show_text(UNEVEN, (), [mark(9000, 9100)])
    view.scroll_to(9050, "top")
    settled(qtbot, view)
    first = view.first_visible()
    match change:
        case "zoom":
            view.set_zoom(1.7)
        case "width":
            view.resize(1100, 500)
        case _:
            view.set_turns([TurnHeading(0, 0, len(UNEVEN), "", "lead")])
    settled(qtbot, view)
    start, end = view.page.line_range(view.first_visible())
    assert start <= first <= end
    assert_screen_is_right(qtbot, view)


def test_a_narrower_window_wraps_anew(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(LINE * 10, (), ())
    before = view.page.heights.total
    view.resize(420, 500)
    settled(qtbot, view)
    assert view.page.heights.total > before
    assert_screen_is_right(qtbot, view)


def test_a_lower_window_keeps_its_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(UNEVEN, (), ())
    view.scroll_to(9000, "top")
    before = top_line(view)
    view.resize(700, 300)
    settled(qtbot, view)
    assert top_line(view) == before
    assert_screen_is_right(qtbot, view)


def test_a_dark_palette_draws_light_text_on_dark(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text(TEXT, (), [mark(4, 9)])
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#101418"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    view.setPalette(palette)
    colours = colours_in(grabbed(view), QRect(0, 0, 400, 60))
    assert "#101418" in colours
    assert max(QColor(name).lightness() for name in colours) > 200
    assert "#ffffff" not in colours
    assert_screen_is_right(qtbot, view)


def test_turns_are_set_apart(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_text("林晓：国家\n主持人：公园", (), ())
    bare = grabbed(view)
    view.set_turns(
        [TurnHeading(0, 3, 5, "林晓", "speaker"), TurnHeading(6, 10, 12, "主持人", "moderator")]
    )
    touched = changed(bare, grabbed(view))
    speech = place(view, 3, 5)[0]
    assert touched
    assert not {point for point in touched if speech.adjusted(6, 0, -2, 0).contains(*point)}
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
    QApplication.sendEvent(view.viewport(), _menu_event(view, point))
    assert asked[-1] == view.viewport().mapToGlobal(point)


def test_input_methods_leave_the_keys_of_labels_alone(view: TranscriptView) -> None:
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert view.accessibleName()


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
    start = page.paragraphs.starts[touched]
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
