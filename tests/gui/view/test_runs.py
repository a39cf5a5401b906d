"""Runs of both directions, against what Qt itself draws behind a stretch of text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from annotator.gui.view.runs import is_mixed, mixed_runs, starts_right_to_left
from annotator.gui.view.text_page import TextPage
from tests.gui.view.pages import WIDTH, page_of
from tests.gui.view.pixels import FORMAT

pytestmark = pytest.mark.usefixtures("qapp")
RED = QColor("red")
MIXED = st.text(alphabet="ab 国1،\tعربيשלםא😀", min_size=1, max_size=24)


def covered_by_qt(page: TextPage, start: int, end: int) -> set[int]:
    """Return the columns of pixels that Qt fills behind a stretch of the first line."""
    layout = page.layout(0)[0]
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length = page.units(0, start, end)
    look = QTextCharFormat()
    look.setBackground(RED)
    chosen.format = look
    image = QImage(2 * WIDTH, 8, FORMAT)
    image.fill(QColor("white"))
    painter = QPainter(image)
    layout.draw(painter, QPointF(), [chosen])
    painter.end()
    return {x for x in range(2 * WIDTH) if image.pixelColor(x, 1) == RED}


def covered(page: TextPage, start: int, end: int) -> set[int]:
    """Return the columns of pixels in the boxes of a stretch."""
    found: set[int] = set()
    for box in page.boxes(0, start, end):
        found |= set(range(round(box.left()), round(box.right())))
    return found


@settings(max_examples=100, deadline=None)
@given(text=MIXED, bounds=st.tuples(st.integers(0, 24), st.integers(0, 24)))
@example(text="ab عربي مختلط 123 نص cd", bounds=(4, 12))
@example(text="ab عربي مختلط 123 نص cd", bounds=(12, 22))
@example(text="\tא", bounds=(0, 1))
@example(text="aא\t1א", bounds=(0, 3))
def test_boxes_cover_what_qt_covers(text: str, bounds: tuple[int, int]) -> None:
    page = page_of(text, width=WIDTH * 2)
    start, end = min(bounds), min(max(bounds), len(text))
    if start >= end or page.layout(0)[0].lineCount() > 1 or not is_mixed(text):
        return
    own, qts = covered(page, start, end), covered_by_qt(page, start, end)
    edges = 2 * (1 + len(list(page.boxes(0, start, end))))
    assert len(own ^ qts) <= edges, (sorted(own - qts), sorted(qts - own))


def test_pieces_of_several_fonts_are_one_so_that_no_fill_is_doubled() -> None:
    text = "مرحبا 国 بكم"
    page = page_of(text)
    line = page.layout(0)[0].lineAt(0)
    pieces = mixed_runs(line, 0, len(text), ())
    assert len(pieces) == 1
    inner = mixed_runs(line, 0, 5, ())
    assert len(inner) == 1
    assert pieces[0][0] < inner[0][0] < inner[0][1] <= pieces[0][1]


def test_a_logical_stretch_over_both_directions_is_cut_into_its_runs() -> None:
    text = "abc עברית def"
    page = page_of(text)
    boxes = list(page.boxes(0, 1, 6))
    assert len(boxes) == 2
    latin, hebrew = boxes
    [word] = page.boxes(0, 4, 9)
    assert latin.right() < word.left() + 1
    assert hebrew.right() == pytest.approx(word.right(), abs=1), "it starts at the right"
    assert hebrew.left() > word.left() + 5


def test_a_paragraph_that_starts_from_the_right_is_set_to_the_right() -> None:
    page = page_of("مرحبا بكم.")
    [box] = page.boxes(0, 0, 9)
    assert page.measures is not None
    assert box.right() == pytest.approx(page.measures.column, abs=1)
    [latin] = page_of("welcome.").boxes(0, 0, 7)
    assert latin.left() == 0


def test_further_pieces_of_a_line_keep_its_direction() -> None:
    page = page_of("مرحبا، " * 600 + "abc, " * 900)
    last = len(page.paragraphs) - 1
    assert last > 0
    assert page.paragraphs.of(last).startswith("abc")
    box = next(iter(page.boxes(last, page.paragraphs.start(last), page.paragraphs.end(last))))
    assert page.measures is not None
    assert box.right() == pytest.approx(page.measures.column, abs=1)


@pytest.mark.parametrize(
    ("text", "mixed", "from_right"),
    [
        ("国 abc 12", False, False),
        ("abc שלום", True, False),
        ("12. שלום abc", True, True),
        ("\u202eabc", True, False),
        ("", False, False),
    ],
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(
    text: str, *, mixed: bool, from_right: bool
) -> None:
    assert is_mixed(text) == mixed
    assert starts_right_to_left(text) == from_right


@pytest.mark.parametrize("words", ["figures", "שלום", "今年建成公园"])
@pytest.mark.parametrize("spaces", ["  ", "   ", "\u3000\u3000"])
def test_each_of_the_spaces_that_a_line_ends_with_can_be_pointed_at(
    words: str, spaces: str
) -> None:
    text = (words + spaces) * 80
    page = page_of(text)
    ends = (end for end in page.line_starts(0)[1:] if text[:end].endswith(spaces))
    hanging = range((end := next(ends)) - len(spaces), end)
    rightwards = page.rightwards(0)
    boxes = [page.line_box(position) for position in hanging]
    places = [(box.x(), box.y() + 8) for box in boxes]
    wide = [n for n, (x, _y) in enumerate(places[:-1]) if abs(x - places[n + 1][0]) > 2]
    assert wide
    for number in wide:
        x, y = places[number]
        assert page.character_at(x + rightwards, y) == hanging[number]
        assert page.position_at(x + rightwards, y) == hanging[number]
    assert page.character_at(*places[-1]) == hanging[-1]
