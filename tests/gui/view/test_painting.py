"""Painting a page: colours appear where they belong and nowhere else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont

from annotator.gui.view.caret import Spot
from annotator.gui.view.marks import Mark
from annotator.gui.view.measures import text_font
from annotator.gui.view.painting import Scene
from annotator.gui.view.paragraphs import LONGEST
from annotator.model.kinds import LabelKind
from tests.gui.view.drawing import HEIGHT, TEXT, Drawing
from tests.gui.view.examples import TEXTS, mark, marks_in
from tests.gui.view.pages import WIDTH
from tests.gui.view.pixels import blended, changed, colours_in, is_near, within

pytestmark = pytest.mark.usefixtures("qapp")
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC
# --- marks ---


@given(TEXTS.filter(bool).flatmap(lambda text: st.tuples(st.just(text), marks_in(len(text), 3))))
def test_marks_change_the_picture_at_their_characters_and_their_tags_only(
    example: tuple[str, list[Mark]],
) -> None:
    text, marks = example
    bare, marked = Drawing(text), Drawing(text, marks)
    touched = changed(bare.image(), marked.image())
    places = [box for m in marks for box in marked.boxes(m.start, m.end)]
    assert within(touched, [*places, marked.tag_margin()], margin=1)
    for m in marks:
        for box in marked.boxes(m.start, m.end):
            if box.bottom() < HEIGHT and box.width() > 3:
                assert any(box.contains(x, y) for x, y in touched)


def test_a_claim_is_a_fill_of_its_colour_behind_its_characters() -> None:
    own = mark(4, 8, CLAIM)
    drawing = Drawing(TEXT, [own])
    image, [box] = drawing.image(), drawing.boxes(4, 8)
    expected = blended(drawing.colours.fill(own.colour), drawing.colours.base)
    y = int(box.top() + 1)
    assert is_near(image.pixelColor(int(box.center().x()), y), expected)
    assert image.pixelColor(int(box.left()) - 3, y) == drawing.colours.base
    assert image.pixelColor(int(box.right()) + 3, y) == drawing.colours.base


def test_a_figure_is_a_bar_of_its_colour_below_its_characters() -> None:
    own = mark(4, 8, FIGURE)
    drawing = Drawing(TEXT, [own])
    image, [box] = drawing.image(), drawing.boxes(4, 8)
    colour = drawing.colours.of_label(own.colour).name()
    assert colour in colours_in(image, box)
    assert colour not in colours_in(image, box.adjusted(-30, 0, -box.width() - 1, 0))
    assert colour not in colours_in(image, box.adjusted(box.width() + 1, 0, 30, 0))
    assert colour not in colours_in(image, box.adjusted(0, 0, 0, -drawing.sizes.pitch / 2))


def test_a_topic_is_a_broken_line_so_that_its_kind_shows_without_its_colour() -> None:
    own = mark(0, 17, TOPIC)
    drawing = Drawing(TEXT, [own])
    image, colour = drawing.image(), drawing.colours.of_label(own.colour)
    box = drawing.boxes(0, 17)[0]
    [shape] = drawing.painter.shapes(0, frozenset()).boxes[:1]
    y = round(drawing.page.heights.top(0) + shape.box.center().y())
    row = [image.pixelColor(x, y) for x in range(int(box.left()), int(box.right()))]
    assert any(is_near(pixel, colour, 40) for pixel in row)
    assert any(pixel == drawing.colours.base for pixel in row)


def test_overlapping_marks_are_all_seen() -> None:
    claim, figure, topic = mark(2, 12, CLAIM), mark(4, 10, FIGURE), mark(0, 14, TOPIC)
    drawing = Drawing(TEXT, [claim, figure, topic])
    image = drawing.image()
    [common] = drawing.boxes(4, 10)
    seen = [QColor(name) for name in colours_in(image, common)]
    fill = blended(drawing.colours.fill(claim.colour), drawing.colours.base)
    for expected in (
        fill,
        drawing.colours.of_label(figure.colour),
        drawing.colours.of_label(topic.colour),
    ):
        assert any(is_near(colour, expected, 40) for colour in seen)


def test_a_suggestion_is_a_dotted_box_without_fill() -> None:
    own = replace(mark(4, 8, CLAIM), suggested=True)
    drawing = Drawing(TEXT, [own])
    image, [box] = drawing.image(), drawing.boxes(4, 8)
    fill = blended(drawing.colours.fill(own.colour), drawing.colours.base)
    assert fill.name() not in colours_in(image, box)
    top = [image.pixelColor(x, int(box.top())) for x in range(int(box.left()), int(box.right()))]
    assert drawing.colours.base in top
    assert any(is_near(pixel, drawing.colours.of_label(own.colour), 40) for pixel in top)


def test_hidden_kinds_leave_no_trace() -> None:
    marks = [mark(4, 8, FIGURE), mark(2, 12, TOPIC)]
    hidden = Drawing(TEXT, marks).image(Scene(hidden=frozenset({FIGURE, TOPIC})))
    assert changed(hidden, Drawing(TEXT).image()) == set()


def test_the_current_annotation_is_outlined_and_no_other_changes() -> None:
    own, other = mark(4, 8, FIGURE), mark(20, 26, CLAIM)
    drawing = Drawing(TEXT, [own, other])
    touched = changed(drawing.image(), drawing.image(Scene(current=own.id)))
    [box] = drawing.boxes(4, 8)
    assert touched
    assert within(touched, [box], margin=2)
    around = {(x, y) for x, y in touched if not box.adjusted(2, 4, -2, -8).contains(x, y)}
    assert len(around) > box.width()


# --- text ---


def test_text_stands_in_its_column() -> None:
    drawing = Drawing(TEXT)
    inked = changed(drawing.image(), Drawing("").image())
    column = QRectF(drawing.sizes.left, 0, drawing.sizes.column, HEIGHT)
    numbers = QRectF(0, 0, drawing.sizes.left, HEIGHT)
    assert within(inked, [column, numbers], margin=2)
    assert not within(inked, [numbers])


@given(st.integers(0, 200))
def test_scrolled_by_some_pixels_the_picture_moves_by_as_many(scroll: int) -> None:
    text = TEXT + "\n" + TEXT
    marks = [mark(4, 8, FIGURE), mark(12, 45, CLAIM), mark(50, 70, TOPIC)]
    drawing = Drawing(text, marks)
    still, moved = drawing.image(), drawing.image(scroll=scroll)
    common = QRect(0, 0, WIDTH, HEIGHT - scroll)
    assert changed(still.copy(common.translated(0, scroll)), moved.copy(common)) == set()


@settings(max_examples=100)
@given(st.lists(st.integers(1, HEIGHT - 1), min_size=1, max_size=6, unique=True))
def test_drawn_piece_by_piece_it_is_the_same_picture(cuts: list[int]) -> None:
    marks = [mark(4, 8, FIGURE), mark(12, 45, CLAIM), mark(30, 35, TOPIC), mark(20, 29, TOPIC)]
    marks += [replace(mark(22, 30), suggested=True), mark(22, 26, FIGURE), mark(23, 25, FIGURE)]
    scene = Scene(selection=(2, 6), caret=Spot(6), current=marks[1].id, shows_caret=True)
    drawing = Drawing(TEXT, marks)
    edges = [0, *sorted(cuts), HEIGHT]
    clips = [
        QRect(0, top, WIDTH, bottom - top)
        for top, bottom in zip(edges, [*edges[1:], HEIGHT], strict=True)
        if bottom > top
    ]
    assert changed(drawing.image(scene), drawing.image(scene, clips=clips)) == set()


def test_selected_text_has_the_colours_of_a_selection_there_only() -> None:
    drawing = Drawing(TEXT)
    scene = Scene(selection=(5, 8), caret=Spot(8))
    touched = changed(drawing.image(), drawing.image(scene))
    [box] = drawing.boxes(5, 8)
    assert within(touched, [box], margin=1)
    assert drawing.colours.selection.name() in colours_in(drawing.image(scene), box)


def test_a_selection_over_paragraphs_shows_in_each() -> None:
    drawing = Drawing(TEXT)
    end = TEXT.index("新开")
    touched = changed(drawing.image(), drawing.image(Scene(selection=(15, end), caret=Spot(end))))
    boxes = drawing.boxes(15, end)
    assert len({box.top() for box in boxes}) > 1
    assert within(touched, boxes, margin=1)
    assert all(any(box.contains(x, y) for x, y in touched) for box in boxes)


def test_paragraphs_are_numbered_but_not_the_empty_ones() -> None:
    drawing = Drawing("国家\n\n公园")
    image, sizes = drawing.image(), drawing.sizes
    first, empty, third = (
        QRect(0, drawing.page.heights.top(k), sizes.left - 3, drawing.page.heights[k])
        for k in range(3)
    )
    base = {drawing.colours.base.name()}
    assert colours_in(image, first) > base
    assert colours_in(image, empty) == base
    assert colours_in(image, third) > base


def test_further_pieces_of_a_long_line_have_no_number() -> None:
    drawing = Drawing("国" * LONGEST + "家" * 20)
    drawing.page.layout(0)
    image = drawing.image(scroll=drawing.page.heights.top(1))
    numbers = QRect(0, 0, drawing.sizes.left - 3, HEIGHT)
    assert colours_in(image, numbers) == {drawing.colours.base.name()}


# --- hits, caret, tags ---


@given(TEXTS.filter(bool), st.data())
def test_hits_are_marked_and_the_current_one_more_strongly(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=10)))
    hits = [(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    current = data.draw(st.integers(0, len(hits) - 1)) if hits else None
    drawing = Drawing(text)
    image = drawing.image(Scene(hits=hits, current_hit=current))
    touched = changed(Drawing(text).image(), image)
    assert within(touched, [box for hit in hits for box in drawing.boxes(*hit)], margin=1)
    for number, hit in enumerate(hits):
        colours = drawing.colours
        expected = colours.current_hit if number == current else colours.hit
        for box in drawing.boxes(*hit):
            if box.bottom() < HEIGHT:
                assert expected.name() in colours_in(image, box)


@pytest.mark.parametrize("caret", [0, 7, 8, 17, len(TEXT)])
def test_the_caret_is_a_line_before_its_character(caret: int) -> None:
    drawing = Drawing(TEXT)
    scene = Scene(selection=(caret, caret), caret=Spot(caret), shows_caret=True)
    touched = changed(drawing.image(), drawing.image(scene))
    box = drawing.page.line_box(caret)
    place = QRectF(drawing.sizes.left + box.x(), box.y(), 2, drawing.sizes.text_height)
    assert within(touched, [place], margin=1)
    assert len({y for _x, y in touched}) > drawing.sizes.text_height - 3


def test_after_selecting_backwards_the_caret_is_at_the_start() -> None:
    drawing = Drawing(TEXT)
    scene = Scene(selection=(3, 8), caret=Spot(3))
    touched = changed(drawing.image(scene), drawing.image(replace(scene, shows_caret=True)))
    [box] = drawing.boxes(3, 8)
    assert touched
    assert within(touched, [QRectF(box.left(), box.top(), 2, box.height())], margin=1)


def test_without_focus_there_is_no_caret() -> None:
    drawing = Drawing(TEXT)
    assert changed(drawing.image(), drawing.image(Scene(caret=Spot(7)))) == set()


def test_a_caret_far_away_is_not_laid_out() -> None:
    drawing = Drawing("国家\n" * 500)
    drawing.image(Scene(caret=Spot(1400), shows_caret=True))
    assert drawing.page.laid_out < 20


def test_a_tag_stands_in_the_margin_beside_its_mark() -> None:
    own = mark(TEXT.index("公交"), TEXT.index("公交") + 4, FIGURE)
    drawing = Drawing(TEXT, [own])
    touched = changed(Drawing(TEXT).image(), drawing.image())
    margin = drawing.tag_margin()
    tag = {(x, y) for x, y in touched if margin.contains(x, y)}
    line = drawing.page.line_box(own.start)
    assert tag
    assert within(tag, [QRectF(margin.left(), line.y(), margin.width(), line.height())])
    assert drawing.colours.of_label(own.colour).name() in colours_in(drawing.image(), margin)


def test_tags_of_one_line_stand_beside_each_other() -> None:
    one, two = Drawing(TEXT, [mark(0, 2, FIGURE)]), Drawing(TEXT, [mark(0, 2, CLAIM)])
    both = Drawing(TEXT, [mark(0, 2, FIGURE), mark(0, 2, CLAIM)])
    bare = Drawing(TEXT).image()
    margin = both.tag_margin()
    widths = []
    for drawing in (one, two, both):
        xs = [x for x, y in changed(bare, drawing.image()) if margin.contains(x, y)]
        widths.append(max(xs) - min(xs))
    assert widths[2] > widths[0] + widths[1]


def test_a_long_name_is_cut_off_within_the_margin() -> None:
    own = replace(mark(0, 2, FIGURE), name="a name that goes on and on and on and on and on")
    drawing = Drawing(TEXT, [own])
    touched = changed(Drawing(TEXT).image(), drawing.image())
    right = drawing.sizes.left + drawing.sizes.column + drawing.sizes.tag_width
    assert max(x for x, _y in touched) <= right


def test_a_name_is_shown_as_it_is_written() -> None:
    bold = Drawing(TEXT, [replace(mark(0, 2), name="<b>x</b>")])
    plain = Drawing(TEXT, [replace(mark(0, 2), name="x")])
    assert changed(bold.image(), plain.image())


# --- what is kept ---


def test_shapes_are_kept_until_they_are_forgotten() -> None:
    drawing = Drawing("国家\n公园", [mark(0, 2)])
    first, second = (drawing.painter.shapes(k, frozenset()) for k in (0, 1))
    drawing.index.add([mark(3, 5)])
    assert drawing.painter.shapes(1, frozenset()) is second
    drawing.painter.forget_shapes({1})
    assert len(drawing.painter.shapes(1, frozenset()).boxes) == 1
    assert drawing.painter.shapes(0, frozenset()) is first
    drawing.painter.forget_shapes()
    assert drawing.painter.shapes(0, frozenset()) is not first


def test_another_font_for_tags_draws_them_anew() -> None:
    drawing = Drawing(TEXT, [mark(0, 2)])
    before = drawing.image()
    drawing.painter.set_font(text_font(QFont(), TEXT, 2.0))
    touched = changed(before, drawing.image())
    assert touched
    assert within(touched, [drawing.tag_margin(), QRectF(0, 0, drawing.sizes.left, HEIGHT)])


def test_a_page_that_is_not_arranged_is_empty() -> None:
    drawing = Drawing(TEXT)
    drawing.page.measures = None
    assert colours_in(drawing.image(), QRect(0, 0, WIDTH, 40)) == {drawing.colours.base.name()}
