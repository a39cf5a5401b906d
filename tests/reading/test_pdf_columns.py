"""Pages in columns that a file holds row by row: each column is read from top to bottom."""

import textwrap
from collections.abc import Iterator, Sequence

import pytest

from annotator.reading.pdf_columns import column_edges, in_reading_order
from annotator.reading.pdf_lines import PrintedLine
from tests.reading.golden import read_content
from tests.reading.printed import Piece, pdf_of

QUAY = (
    "The port authority said on Monday that the new quay will open in spring. Work on the access "
    "road began last year and is nearly done. Three cranes have been ordered from a yard in the "
    "north of the country, and the first of them is expected in the harbour soon."
)
COSTS = (
    "Asked about the budget, the minister said that the costs had risen by eleven percent. He "
    "added that the council would meet again in May to decide about the second stage of the works "
    "near the station, where a bridge over the tracks has to be taken down first."
)
LEFT, RIGHT, TOP, LEADING = 60, 320, 700, 12


def column(text: str, x: float, top: float = TOP, width: int = 46) -> list[Piece]:
    lines = textwrap.wrap(text, width)
    return [(x, top - LEADING * at, line) for at, line in enumerate(lines)]


def by_rows(*columns: Sequence[Piece]) -> list[Piece]:
    """Return the pieces row by row from left to right."""
    return sorted((piece for one in columns for piece in one), key=lambda p: (-p[1], p[0]))


def words_of(pieces: Sequence[Piece], width: float = 5.0) -> Iterator[Piece]:
    """Yield each word as a piece of its own, as some programs place them."""
    for x, y, text in pieces:
        at = 0
        for word in text.split():
            yield x + width * at, y, f"{word} "
            at += len(word) + 1


def text_of(*pages: Sequence[Piece]) -> list[str]:
    (read,) = read_content("a.pdf", pdf_of(*pages))
    return read.text.split("\n")


@pytest.mark.parametrize("order", [by_rows, lambda *columns: [p for one in columns for p in one]])
@pytest.mark.parametrize("cut", [list, lambda pieces: list(words_of(pieces))])
def test_two_columns_are_read_one_after_the_other(order: object, cut: object) -> None:
    assert callable(order)
    assert callable(cut)
    pieces = order(column(QUAY, LEFT), column(COSTS, RIGHT))
    assert text_of(cut(pieces)) == [QUAY, COSTS]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    long = f"{QUAY} {COSTS} {QUAY} {COSTS} {QUAY}"
    lines = textwrap.wrap(long, 46)
    part = len(lines) // 3
    parts = lines[:part], lines[part : 2 * part], lines[2 * part :]
    places = [
        [(x, TOP - 12.0 * at, line) for at, line in enumerate(found)]
        for found, x in zip(parts, (LEFT, RIGHT, LEFT), strict=True)
    ]
    pages = by_rows(places[0], places[1]), by_rows(places[2], column(COSTS, RIGHT))
    assert " ".join(text_of(*pages)) == f"{long} {COSTS}"
    assert text_of(*pages)[0].startswith(long)


def test_a_hyphen_at_the_foot_of_a_column_is_undone() -> None:
    first = column(QUAY, LEFT)
    first[-1] = (*first[-1][:2], "and it was built by a newly founded organi-")
    goes_on = "sation, which was told to be quick, last week."
    second = [(RIGHT, float(TOP), goes_on), *column(COSTS, RIGHT, TOP - 12)]
    assert "founded organisation, which was told" in text_of(by_rows(first, second))[0]


def test_headings_across_the_columns_part_them() -> None:
    wide = "Minutes of the press conference of the ministry of works, held on the fourth of May"
    upper = by_rows(column(QUAY, LEFT), column(COSTS, RIGHT))
    lower = by_rows(column(COSTS, LEFT, 560), column(QUAY, RIGHT, 560))
    page = [(LEFT, 730.0, wide), *upper, (LEFT, 590.0, f"Second part: {wide}"), *lower]
    assert text_of(page) == [wide, QUAY, COSTS, f"Second part: {wide}", COSTS, QUAY]


def test_heads_and_feet_of_pages_in_columns_go() -> None:
    pages: list[list[Piece]] = []
    told: list[str] = []
    for number, place in enumerate(("Kelton", "Marsh", "Orley", "Tarn"), start=1):
        texts = f"{place} heard. {QUAY} So {place}.", f"{place}: {COSTS} Not {place}."
        head, foot = (LEFT, 800.0, "Ministry of works"), (290.0, 40.0, f"- {number} -")
        pages.append([head, *by_rows(column(texts[0], LEFT), column(texts[1], RIGHT)), foot])
        told += texts
    assert " ".join(text_of(*pages)) == " ".join(told)


def test_three_columns_are_read_one_after_the_other() -> None:
    columns = [
        column(text, x, width=28) for text, x in ((QUAY, 50.0), (COSTS, 220.0), (QUAY, 390.0))
    ]
    assert text_of(by_rows(*columns)) == [QUAY, COSTS, QUAY]


def test_names_before_what_is_said_are_no_column() -> None:
    names = [(LEFT, TOP - 24.0 * at, "MR REED:" if at % 2 else "Q:") for at in range(12)]
    said = [
        (150.0, TOP - 24.0 * at, f"This is what was said as number {at} and it fills the line.")
        for at in range(12)
    ]
    text = text_of(by_rows(names, said))
    assert text[0].startswith("Q: This is what was said as number 0")
    assert text[1].startswith("MR REED: This is what was said as number 1")


def test_rows_of_a_table_stay_together() -> None:
    names = [(LEFT, TOP - 14.0 * at, f"Line {at}") for at in range(10)]
    counts = [(300.0, TOP - 14.0 * at, f"{at * 37} thousand") for at in range(10)]
    assert "Line 3 111 thousand" in " ".join(text_of(by_rows(names, counts)))


@pytest.mark.parametrize("pitch", [9.0, 10.5, 16.0, 22.0])
def test_characters_on_a_grid_are_no_columns(pitch: float) -> None:
    places = [(50 + pitch * x, 800 - 20.0 * y) for y in range(30) for x in range(int(480 / pitch))]
    assert column_edges(places, 595) == ()


def test_words_of_one_column_are_no_columns() -> None:
    wide = column(f"{QUAY} {COSTS} {QUAY} {COSTS}", LEFT, width=95)
    assert column_edges([(x, y) for x, y, _text in words_of(wide)], 595) == ()
    assert text_of(list(words_of(wide))) == [f"{QUAY} {COSTS} {QUAY} {COSTS}"]


def test_lines_that_are_no_prose_are_left_as_they_are() -> None:
    first = [PrintedLine("12", 60, 700 - 12 * at, 0) for at in range(9)]
    second = [
        PrintedLine("some words of a line that is filled", 320, 700 - 12 * at, 0) for at in range(9)
    ]
    assert in_reading_order([first, second], (318,)) is None


def test_a_page_without_text_has_no_columns() -> None:
    assert column_edges([], 595) == ()
