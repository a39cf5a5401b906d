"""What is drawn around the text: each mark's boxes where its characters are, and its tag."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.gui.view.caret import Spot
from annotator.gui.view.lanes import FILL, MAX_LANES, lanes
from annotator.gui.view.marks import Mark
from annotator.gui.view.shapes import Shapes, shapes_of
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import TEXTS, mark, marks_in
from tests.gui.view.pages import page_of

pytestmark = pytest.mark.usefixtures("qapp")
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC
TEXT = "今年新建公园😀十二个，投入一点二亿元。" * 4
TEXT_AND_MARKS = TEXTS.filter(bool).flatmap(
    lambda text: st.tuples(st.just(text), marks_in(len(text)))
)


def shapes(text: str, *marks: Mark, k: int = 0, hidden: tuple[LabelKind, ...] = ()) -> Shapes:
    """Return what is drawn for marks in a paragraph."""
    return shapes_of(page_of(text), k, list(marks), frozenset(hidden))


def boxes_by_line(found: Shapes, own: Mark) -> list[tuple[float, float]]:
    """Return left and right of a mark's boxes, from the top."""
    boxes = sorted((s.box for s in found.boxes if s.mark == own), key=lambda box: box.y())
    return [(box.left(), box.right()) for box in boxes]


@settings(max_examples=40, deadline=None)
@given(TEXT_AND_MARKS)
def test_bars_of_different_marks_never_cover_each_other(example: tuple[str, list[Mark]]) -> None:
    text, marks = example
    page = page_of(text)
    for k in range(len(page.paragraphs)):
        own = [m for m in marks if k in page.paragraphs.between(m.start, m.end)]
        bars = [s for s in shapes_of(page, k, own, frozenset()).boxes if s.lane != FILL]
        for number, one in enumerate(bars):
            for other in bars[:number]:
                wide = min(one.box.width(), other.box.width()) > 3
                assert not (wide and one.box.intersects(other.box))


@settings(max_examples=40, deadline=None)
@given(TEXT_AND_MARKS, st.data())
def test_what_was_drawn_before_changes_nothing(
    example: tuple[str, list[Mark]], data: st.DataObject
) -> None:
    text, marks = example
    page, earlier = page_of(text), data.draw(st.permutations(marks))[: len(marks) // 2]
    for k in range(len(page.paragraphs)):
        own = [m for m in marks if k in page.paragraphs.between(m.start, m.end)]
        before = shapes_of(page, k, [m for m in own if m in earlier], frozenset())
        assert shapes_of(page, k, own, frozenset(), before) == shapes_of(page, k, own, frozenset())


def test_a_mark_that_keeps_its_lane_is_not_measured_again() -> None:
    page, first, second = page_of(TEXT), mark(0, 4), mark(6, 9)
    before = shapes_of(page, 0, [first], frozenset())
    after = shapes_of(page, 0, [first, second], frozenset(), before)
    assert [shape.mark for shape in after.boxes] == [first, second]
    assert after.boxes[0] is before.boxes[0]


def test_two_marks_that_are_alike_stay_two() -> None:
    page, twice = page_of(TEXT), [mark(0, 4), mark(0, 4)]
    before = shapes_of(page, 0, twice, frozenset())
    assert shapes_of(page, 0, twice, frozenset(), before) == before


@settings(max_examples=40, deadline=None)
@given(TEXT_AND_MARKS)
def test_every_mark_up_to_the_last_lane_is_drawn_in_each_of_its_paragraphs(
    example: tuple[str, list[Mark]],
) -> None:
    text, marks = example
    page = page_of(text)
    for k in range(len(page.paragraphs)):
        own = [m for m in marks if any(page.boxes(k, m.start, m.end))]
        drawn = {s.mark.id for s in shapes_of(page, k, own, frozenset()).boxes}
        assert drawn == {m.id for m, lane in lanes(own, frozenset()) if lane is not None}


def test_a_claim_lies_behind_its_characters() -> None:
    page = page_of(TEXT)
    own = mark(4, 7, CLAIM)
    [shape] = shapes(TEXT, own).boxes
    [box] = page.boxes(0, 4, 7)
    assert (shape.box.left(), shape.box.right()) == (box.left(), box.right())
    assert shape.box.top() <= box.top() < box.bottom() <= shape.box.bottom()
    assert shape.lane == FILL


def test_a_figure_is_a_bar_below_its_characters() -> None:
    page = page_of(TEXT)
    [shape] = shapes(TEXT, mark(4, 7, FIGURE)).boxes
    [box] = page.boxes(0, 4, 7)
    assert box.left() == shape.box.left() < shape.box.right() <= box.right()
    assert shape.box.top() >= box.bottom()
    assert shape.box.bottom() < page.line_box(4).bottom()


def test_a_mark_over_several_lines_has_a_box_on_each() -> None:
    own = mark(2, 40, CLAIM)
    page = page_of(TEXT)
    assert boxes_by_line(shapes(TEXT, own), own) == [
        (box.left(), box.right()) for box in page.boxes(0, 2, 40)
    ]
    assert len(boxes_by_line(shapes(TEXT, own), own)) > 1


def test_all_lanes_fit_between_two_lines() -> None:
    marks = [mark(0, end, TOPIC) for end in (5, 4, 3)]
    found = shapes(TEXT, *marks)
    assert sorted(s.lane for s in found.boxes) == [0, 1, 2]
    lowest = max(s.box.bottom() for s in found.boxes)
    page = page_of(TEXT)
    assert lowest <= page.line_box(0).y() + page.heights[0] / 1.0
    second_line = next(box for box in page.boxes(0, 0, len(TEXT)) if box.y() > 0)
    assert lowest <= second_line.y() + 2


def test_beyond_the_last_lane_marks_are_counted() -> None:
    marks = [mark(0, end, TOPIC) for end in range(MAX_LANES + 2, 0, -1)]
    found = shapes(TEXT, *marks)
    assert len(found.boxes) == MAX_LANES
    assert [tag.text for tag in found.tags] == [f"{TOPIC.capitalize()} ×{MAX_LANES}", "+2"]


def test_fills_are_drawn_before_bars() -> None:
    found = shapes(TEXT, mark(0, 9, FIGURE), mark(2, 5, CLAIM), mark(1, 3, TOPIC))
    assert [shape.lane for shape in found.boxes] == [FILL, 0, 1]


def test_hidden_kinds_have_neither_box_nor_tag() -> None:
    found = shapes(TEXT, mark(0, 9, FIGURE), mark(2, 5, CLAIM), hidden=(FIGURE,))
    assert {shape.mark.kind for shape in found.boxes} == {CLAIM}
    assert [tag.kind for tag in found.tags] == [CLAIM]


def test_a_tag_stands_at_the_line_where_the_mark_starts() -> None:
    page = page_of(TEXT)
    second = page.line_range(Spot(0))[1] + 1
    [tag] = shapes(TEXT, mark(second + 1, second + 3, FIGURE)).tags
    below = page.line_box(second + 1).y() - page.heights.top(0)
    assert tag.y == pytest.approx(below, abs=1)
    assert (tag.text, tag.colour) == ("Figure", mark(0, 1, FIGURE).colour)


def test_the_same_label_twice_on_a_line_is_one_tag() -> None:
    found = shapes(TEXT, mark(0, 2, FIGURE), mark(3, 5, FIGURE), mark(6, 8, CLAIM))
    assert sorted(tag.text for tag in found.tags) == ["Claim", "Figure ×2"]


def test_a_mark_over_two_paragraphs_has_its_tag_only_in_the_first() -> None:
    own = mark(1, 5, TOPIC)
    assert len(shapes("国家\n公园", own).tags) == 1
    second = shapes("国家\n公园", own, k=1)
    assert second.tags == ()
    assert len(second.boxes) == 1


def test_only_the_first_fragment_of_an_annotation_has_a_tag() -> None:
    first = mark(0, 2, CLAIM, "a")
    second = Mark("a", 4, 6, CLAIM, first.name, first.colour, part=1)
    found = shapes(TEXT, first, second)
    assert len(found.boxes) == 2
    assert [tag.text for tag in found.tags] == ["Claim"]


def test_places_count_from_the_top_of_the_paragraph() -> None:
    first = shapes("公园公园", mark(0, 2, CLAIM))
    second = shapes("国家\n公园公园", mark(3, 5, CLAIM), k=1)
    assert second.boxes[0].box == first.boxes[0].box
    assert second.tags[0].y == first.tags[0].y


def test_marks_of_astral_characters_are_as_wide_as_these() -> None:
    text = "国😀𠮷家"
    [before] = page_of(text).boxes(0, 0, 1)
    [whole] = page_of(text).boxes(0, 0, 4)
    [shape] = shapes(text, mark(1, 4, CLAIM)).boxes
    assert shape.box.left() == before.right()
    assert shape.box.right() == whole.right()


def test_without_marks_there_is_nothing_to_draw() -> None:
    assert shapes(TEXT) == Shapes((), ())


def test_a_very_narrow_bar_can_still_be_seen() -> None:
    page = page_of("iii", zoom=0.5)
    [character] = page.boxes(0, 1, 2)
    [shape] = shapes_of(page, 0, [mark(1, 2, FIGURE)], frozenset()).boxes
    assert character.width() < 3 <= shape.box.width()
