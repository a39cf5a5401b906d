"""The laid-out page: places in pixels against positions in the text."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.gui.view.caret import Spot
from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.paragraphs import LONGEST
from annotator.gui.view.text_page import KEPT_LAYOUTS, TextPage
from tests.gui.view.examples import TEXTS
from tests.gui.view.pages import page_of

pytestmark = pytest.mark.usefixtures("qapp")
FAMILY = "👨\u200d👩\u200d👧"
LONG_LINE = "今年新建😀公园十二个，投入𠮷元。" * 12
SPEECH = "主持人：大家好。\n\n林晓：今年新建公园12个。"
TURNS = (TurnHeading(0, 4, 8, "主持人", "moderator"), TurnHeading(10, 13, 22, "林晓", "speaker"))
SLOWER = settings(max_examples=40, deadline=None)


def middle(page: TextPage, position: int) -> tuple[float, float]:
    """Return the point of the caret before a position, half way down its line."""
    box = page.line_box(position)
    return box.x(), box.y() + 8


def line_starts(page: TextPage, text: str) -> list[int]:
    """Return the positions where lines begin, by asking for every position."""
    return sorted({page.line_range(Spot(position))[0] for position in range(len(text) + 1)})


# --- places ---


@SLOWER
@given(TEXTS)
def test_the_place_of_every_position_leads_back_to_it(text: str) -> None:
    page = page_of(text)
    for position in range(len(text) + 1):
        assert page.position_at(*middle(page, position)) == position


def test_astral_characters_take_one_position_in_wrapped_lines() -> None:
    page = page_of(LONG_LINE)
    for position in range(len(LONG_LINE) + 1):
        assert page.position_at(*middle(page, position)) == position


@SLOWER
@given(TEXTS.filter(bool))
def test_the_middle_of_a_character_is_that_character(text: str) -> None:
    page = page_of(text)
    for position, character in enumerate(text):
        if not character.isspace():  # two spaces where a line is broken share one place
            [box] = page.boxes(page.paragraphs.at(position), position, position + 1)
            y = box.center().y() + page.heights.top(page.paragraphs.at(position))
            assert page.character_at(box.center().x() + 0.1, y) == position


def test_each_half_of_a_character_has_its_gap_but_both_are_the_character() -> None:
    page = page_of("国家公园")
    [box] = page.boxes(0, 1, 2)
    left, right, y = box.left() + 2, box.right() - 2, box.center().y()
    assert (page.position_at(left, y), page.position_at(right, y)) == (1, 2)
    assert (page.character_at(left, y), page.character_at(right, y)) == (1, 1)


def test_right_of_a_line_that_goes_on_is_its_last_character() -> None:
    page = page_of(LONG_LINE)
    second = line_starts(page, LONG_LINE)[1]
    y = page.line_box(0).center().y()
    assert page.position_at(9999, y) == second
    assert page.character_at(9999, y) == second - 1
    assert page.spot_at(9999, y) == Spot(second, is_behind=True)


def test_right_of_a_paragraph_is_its_end() -> None:
    page = page_of("国家\n公园")
    y = page.line_box(0).center().y()
    assert page.position_at(9999, y) == page.character_at(9999, y) == 2
    assert page.spot_at(9999, y) == Spot(2)


def test_above_and_below_the_text_are_its_first_and_last_line() -> None:
    page = page_of("国家\n公园")
    assert page.position_at(-50, -50) == 0
    assert page.position_at(9999, 9999) == 5


def test_a_mark_that_ends_with_a_line_ends_on_that_line() -> None:
    page = page_of(LONG_LINE)
    second = line_starts(page, LONG_LINE)[1]
    assert page.line_box(second).y() > page.line_box(0).y()
    assert page.line_box(second).x() == 0
    assert page.end_box(second).y() == page.line_box(0).y()
    assert page.end_box(second).x() == next(page.boxes(0, 0, second)).right()


def test_a_mark_that_ends_with_a_newline_ends_behind_the_last_character() -> None:
    page = page_of("国家\n公园")
    assert page.end_box(3) == page.line_box(2)


@pytest.mark.parametrize("position", [-9, 99])
def test_places_outside_the_text_are_its_ends(position: int) -> None:
    page = page_of("国家\n公园")
    assert page.line_box(position) == page.line_box(max(0, min(position, 5)))
    assert page.end_box(position) == page.end_box(max(0, min(position, 5)))
    assert page.line_range(Spot(position)) == page.line_range(Spot(max(0, min(position, 5))))


def test_the_end_of_nothing_is_the_start() -> None:
    assert page_of("国家").end_box(0) == page_of("国家").line_box(0)


# --- boxes ---


@SLOWER
@given(TEXTS.filter(bool), st.data())
def test_the_boxes_of_a_stretch_cover_its_characters_and_no_others(
    text: str, data: st.DataObject
) -> None:
    page = page_of(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for position, character in enumerate(text):
        k = page.paragraphs.at(position)
        own = list(page.boxes(k, position, position + 1))
        assume(character == "\n" or own[0].width() > 0)
        centres = [box.center() for box in own]
        covered = any(box.contains(c) for box in page.boxes(k, start, end) for c in centres)
        assert covered == (start <= position < end and character != "\n")


def test_a_wrapped_stretch_has_a_box_a_line() -> None:
    page = page_of(LONG_LINE)
    starts = line_starts(page, LONG_LINE)
    boxes = list(page.boxes(0, 0, len(LONG_LINE)))
    assert len(boxes) == len(starts) > 2
    assert [box.y() for box in boxes] == sorted({box.y() for box in boxes})


def test_text_of_both_directions_has_a_box_for_each_run() -> None:
    text = "国家 سلام عليكم 公园"
    page = page_of(text)
    across = list(page.boxes(0, 0, text.index("ع")))
    assert len(across) > 1
    [one] = page.boxes(0, 0, 2)
    assert one.left() == 0


def test_a_stretch_elsewhere_has_no_box_in_a_paragraph() -> None:
    page = page_of("国家\n公园")
    assert list(page.boxes(1, 0, 2)) == []
    assert list(page.boxes(0, 3, 5)) == []


# --- lines and steps ---


def test_lines_follow_each_other_without_gap() -> None:
    page = page_of(LONG_LINE)
    starts = line_starts(page, LONG_LINE)
    for start, after in zip(starts, [*starts[1:], None], strict=True):
        last = len(LONG_LINE) if after is None else after
        assert page.line_range(Spot(start)) == (start, last)


def test_the_last_place_of_a_piece_of_a_long_line_is_on_its_line() -> None:
    text = "国" * (LONGEST + 10)
    page = page_of(text)
    assert page.line_end(Spot(LONGEST - 1)) == Spot(LONGEST, is_behind=True)
    assert page.line_range(Spot(LONGEST))[0] == LONGEST


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("a😀𠮷b", [0, 1, 2, 3, 4]),
        (f"a{FAMILY}b", [0, 1, 6, 7]),
        ("e\u0301x", [0, 2, 3]),
        ("🇨🇳🇫🇷", [0, 2, 4]),
        ("ab\n\ncd", [0, 1, 2, 3, 4, 5, 6]),
        ("\ufeffa\n\ufeffb", [0, 1, 2, 3, 4, 5]),
    ],
)
def test_steps_go_by_what_a_reader_takes_for_a_character(text: str, stops: list[int]) -> None:
    page = page_of(text)
    forward, back = [0], [len(text)]
    while forward[-1] < len(text):
        forward.append(page.step(forward[-1], 1))
    while back[-1] > 0:
        back.append(page.step(back[-1], -1))
    assert forward == stops
    assert back[::-1] == stops


def test_steps_stop_at_both_ends() -> None:
    page = page_of("国家")
    assert page.step(0, -1) == 0
    assert page.step(2, 1) == 2
    assert page_of("").step(0, 1) == page_of("").step(0, -1) == 0


def test_steps_cross_the_cut_in_a_long_line() -> None:
    page = page_of("国" * (LONGEST + 10))
    assert page.step(LONGEST - 1, 1) == LONGEST
    assert page.step(LONGEST, -1) == LONGEST - 1


def test_a_step_far_away_lays_nothing_out() -> None:
    page = page_of("国家\n" * 100)
    before = page.heights.total
    assert page.step(150, 1) == 151
    assert page.laid_out == 0
    assert page.heights.total == before


@pytest.mark.parametrize("text", ["国家\n\n\n\n公园", "\n\n\n", LONG_LINE + "\n" + LONG_LINE])
def test_going_down_and_up_visits_every_line(text: str) -> None:
    page = page_of(text)
    down, up = [Spot(0)], [Spot(line_starts(page, text)[-1])]
    for _line in line_starts(page, text)[1:]:
        down.append(page.beside(down[-1], 1, 0))
        up.append(page.beside(up[-1], -1, 0))
    assert down == up[::-1] == [Spot(start) for start in line_starts(page, text)]


def test_going_down_at_the_right_edge_visits_every_line() -> None:
    page = page_of(LONG_LINE)
    at, visited = page.line_end(Spot(0)), []
    for _line in line_starts(page, LONG_LINE):
        visited.append(page.line_range(at)[0])
        at = page.beside(at, 1, 9999)
    assert visited == line_starts(page, LONG_LINE)


def test_beyond_the_first_and_last_line_are_the_ends() -> None:
    page = page_of("国家\n公园")
    assert page.beside(Spot(1), -1, 5) == Spot(0)
    assert page.beside(Spot(3), 1, 5) == Spot(5)


# --- heights ---


def test_nothing_is_laid_out_before_it_is_asked_for() -> None:
    page = page_of(SPEECH * 50)
    assert page.laid_out == 0
    page.line_box(0)
    assert page.laid_out == 1


def test_estimates_come_close_to_the_truth() -> None:
    page = page_of("\n".join([LONG_LINE, "We opened twelve parks. " * 9, "公园", ""] * 20))
    estimated = page.heights.total
    for k in range(len(page.paragraphs)):
        page.layout(k)
    assert abs(page.heights.total - estimated) < 0.2 * page.heights.total


def test_a_layout_corrects_its_height_once() -> None:
    page = page_of("i" * 2000)
    first = page.layout(0)
    assert first[1] == page.heights[0] - page_of("i" * 2000).heights[0] != 0
    assert page.layout(0) == (first[0], 0)


def test_paragraphs_stand_below_each_other() -> None:
    page = page_of(SPEECH, TURNS)
    list(page.visible(0, 9999))
    for k in range(1, len(page.paragraphs)):
        above, here = page.paragraphs.end(k - 1), page.paragraphs.start(k)
        assert page.line_box(here).top() >= page.line_box(above).top() + page.heights[k - 1] / 2
        assert page.heights.top(k) <= page.line_box(here).top()


def test_a_turn_stands_apart_from_what_is_above_it() -> None:
    page = page_of(SPEECH, TURNS)
    assert page.space_above(0) == 0
    assert page.space_above(1) == 0
    assert page.space_above(2) > 0
    assert page.heights[2] == page_of(SPEECH).heights[2] + page.space_above(2)


def test_what_is_visible_is_laid_out_and_nothing_else() -> None:
    page = page_of("国家\n" * 1000)
    seen = list(page.visible(3000, 3200))
    assert seen == list(page.seen(3000, 3200))
    assert page.laid_out == len(seen) < 20
    assert seen[0] > 10


@SLOWER
@given(st.lists(st.integers(0, 400), min_size=1, max_size=40), st.data())
def test_settling_keeps_what_was_seen_in_place(lengths: list[int], data: st.DataObject) -> None:
    page = page_of("\n".join("i" * length for length in lengths))
    known = data.draw(st.integers(0, len(lengths) - 1))
    page.layout(known)
    above = data.draw(st.integers(0, 300))
    before = page.heights.top(known) - above
    y = page.settle(before, 300)
    assert 0 <= y <= max(0, page.length - 300)
    if 0 <= before <= page.length - 300 and before == y:
        assert page.heights.top(known) >= y
    if 0 < y < page.length - 300 and above < 300:
        assert page.heights.top(known) - y == above
    assert all(page.layout(k)[1] == 0 for k in page.seen(y, y + 300))


def test_settling_again_changes_nothing() -> None:
    page = page_of("i" * 300 + "\n" + SPEECH * 40)
    y = page.settle(200, 300)
    assert page.settle(y, 300) == y


def test_a_short_text_is_not_scrolled() -> None:
    assert page_of("国家").settle(500, 300) == 0


def test_old_layouts_are_dropped_but_their_heights_stay() -> None:
    page = page_of("i" * 700 + "\n国" * (KEPT_LAYOUTS + 50))
    page.layout(0)
    height = page.heights[0]
    for k in range(1, len(page.paragraphs)):
        page.layout(k)
    assert page.laid_out == KEPT_LAYOUTS
    assert page.heights[0] == height
    assert page.layout(0)[1] == 0


# --- looks ---


def test_what_qt_would_change_is_shown_in_the_same_number_of_units() -> None:
    text = "\ufeffa\u2028b\x07c😀\x85"
    page = page_of(text)
    shown = page.layout(0)[0].text()
    assert len(shown.encode("utf-16-le")) == len(text.encode("utf-16-le"))
    assert not any(unicodedata.category(c) == "Cc" for c in shown)


def test_a_page_must_be_arranged_first() -> None:
    with pytest.raises(RuntimeError, match="arrange"):
        TextPage(page_of("a").paragraphs, ()).layout(0)
