"""The overview: each mark has its sign at its place in the whole text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from annotator.gui.view.mark_index import BINS
from annotator.gui.view.measures import OVERVIEW_WIDTH
from annotator.gui.view.overview import draw_overview
from annotator.model.kinds import LabelKind
from tests.gui.view.drawing import Drawing
from tests.gui.view.examples import mark
from tests.gui.view.pages import WIDTH
from tests.gui.view.pixels import FORMAT, changed

pytestmark = pytest.mark.usefixtures("qapp")
CLAIM, FIGURE, TOPIC = LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC


def overview(drawing: Drawing, *hidden: LabelKind, clip: QRect | None = None) -> QImage:
    """Return a picture of the overview only."""
    image = QImage(WIDTH, BINS, FORMAT)
    image.fill(drawing.colours.base)
    painter = QPainter(image)
    strip = QRect(WIDTH - OVERVIEW_WIDTH, 0, OVERVIEW_WIDTH, BINS)
    draw_overview(painter, strip, clip or image.rect(), drawing.index, frozenset(hidden))
    painter.end()
    return image


def test_the_overview_shows_where_in_the_text_marks_are() -> None:
    text = "国" * 100
    drawing = Drawing(text, [mark(0, 5, FIGURE), mark(50, 60, CLAIM), mark(90, 95, TOPIC)])
    touched = changed(overview(Drawing(text)), overview(drawing))
    assert {x for x, _y in touched} <= set(range(WIDTH - OVERVIEW_WIDTH, WIDTH))
    assert {y for _x, y in touched} == {
        y + row for y in (0, 50 * BINS // 100, 90 * BINS // 100) for row in (0, 1)
    }


def test_each_kind_has_its_place_and_colour_in_the_overview() -> None:
    text = "国" * 100
    places, colours = [], []
    for kind in (CLAIM, FIGURE, TOPIC):
        image = overview(Drawing(text, [mark(0, 5, kind)]))
        touched = changed(overview(Drawing(text)), image)
        places.append({x for x, _y in touched})
        colours.append(image.pixelColor(*min(touched)).name())
    assert len(set(colours)) == 3
    assert not places[0] & places[1]
    assert not places[1] & places[2]


def test_hidden_and_removed_marks_are_not_in_the_overview() -> None:
    drawing = Drawing("国" * 100, [mark(0, 5, FIGURE), mark(50, 60, CLAIM)])
    bare = overview(Drawing("国" * 100))
    assert changed(bare, overview(drawing, FIGURE, CLAIM)) == set()
    drawing.index.remove([mark(0, 5, FIGURE).id, mark(50, 60, CLAIM).id])
    assert changed(bare, overview(drawing)) == set()


@pytest.mark.parametrize("rows", [(0, 1), (17, 90), (128, 129), (510, 512)])
def test_a_part_of_it_is_the_same_as_in_the_whole(rows: tuple[int, int]) -> None:
    drawing = Drawing("国" * 100, [mark(at, at + 2, FIGURE) for at in (0, 1, 3, 17, 25, 60, 98)])
    clip = QRect(0, rows[0], WIDTH, rows[1] - rows[0])
    whole, part = overview(drawing), overview(drawing, clip=clip)
    assert changed(whole.copy(clip), part.copy(clip)) == set()


def test_the_signs_of_many_marks_leave_no_gap() -> None:
    drawing = Drawing("国" * 2000, [mark(at, at + 1, TOPIC) for at in range(2000)])
    touched = changed(overview(Drawing("国" * 2000)), overview(drawing))
    assert {y for _x, y in touched} == set(range(BINS))


def test_suggestions_are_not_in_the_overview() -> None:
    text = "x" * 900
    suggested = replace(mark(0, 5, LabelKind.FIGURE), suggested=True)
    drawing = Drawing(text, [suggested])
    assert not changed(overview(Drawing(text)), overview(drawing))
    drawing.index.remove([suggested.id])
    drawing.index.add([mark(0, 5, LabelKind.FIGURE)])
    assert changed(overview(Drawing(text)), overview(drawing))
