"""The top of the first page: a title of any length, and a legend that leaves nothing out."""

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette

from annotator.gui.front_matter import FrontMatter, PrintedTranscript
from annotator.gui.view.colours import view_colours
from annotator.gui.view.marks import Mark
from annotator.gui.view.measures import text_font
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pixels import FORMAT, changed

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH, HEIGHT = 700, 900


def front(title: str = "T", details: str = "", marks: tuple[Mark, ...] = ()) -> FrontMatter:
    transcript = PrintedTranscript(title, details, "", (), marks)
    return FrontMatter(transcript, text_font(QFont(), title, 1.0), WIDTH, HEIGHT)


def drawn(matter: FrontMatter) -> set[tuple[int, int]]:
    """Return the pixels that are drawn on."""
    images = []
    for is_empty in (True, False):
        image = QImage(WIDTH, HEIGHT, FORMAT)
        image.fill(QColor("white"))
        if not is_empty:
            painter = QPainter(image)
            matter.draw(painter, view_colours(QPalette()))
            painter.end()
        images.append(image)
    return changed(*images)


def labels(count: int, kind: LabelKind = LabelKind.FIGURE) -> tuple[Mark, ...]:
    return tuple(Mark(f"m{n}", n, n + 1, kind, f"Label {n}", "#0072B2") for n in range(count))


@pytest.mark.parametrize(
    "matter",
    [
        lambda: front("甲"),
        lambda: front("a long title " * 50, "2025 · here", labels(3)),
        lambda: front("乙", "x" * 300, labels(300)),
        lambda: front("丙\x01\n<b>丁</b>", "", (mark(0, 1, LabelKind.TOPIC),)),
    ],
)
def test_all_of_it_stands_within_its_height(matter: object) -> None:
    assert callable(matter)
    made = matter()
    pixels = drawn(made)
    assert pixels
    assert max(y for _x, y in pixels) < made.height < HEIGHT


def test_a_legend_makes_it_higher_and_details_too() -> None:
    bare, dated = front("甲").height, front("甲", "2025").height
    assert bare < dated < front("甲", "2025", labels(2)).height


def test_very_many_labels_are_counted_at_the_end() -> None:
    few, many, more = (front("甲", "", labels(count)).height for count in (3, 500, 5000))
    assert few < many == more < HEIGHT / 2


def test_fragments_of_an_annotation_count_once() -> None:
    first = labels(1)[0]
    second = Mark(first.id, 5, 6, first.kind, first.name, first.colour, part=1)
    assert drawn(front("甲", "", (first,))) == drawn(front("甲", "", (first, second)))
    other = Mark("other", 5, 6, first.kind, first.name, first.colour)
    assert drawn(front("甲", "", (first,))) != drawn(front("甲", "", (first, other)))
