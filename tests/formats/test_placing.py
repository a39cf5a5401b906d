"""Other tools' offsets on a text, in the unit that its quotes tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.formats.placing import Placing, in_order, placing_of
from annotator.model.errors import UserError
from annotator.model.text import normalise

TEXT = "𠮷a\r\n😀b\x00c"


def test_passages_are_those_of_the_stored_text() -> None:
    placing = Placing(TEXT)
    assert placing.text == normalise(TEXT) == "𠮷a\n😀bc"
    start, end = placing.range(4, 8, "😀b\x00c")
    assert placing.text[start:end] == "😀bc"
    assert [placing.at(point) for point in (0, 4, 8)] == [0, 3, 6]


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 2), (0, 99), (6, 7)])
def test_passages_without_text_or_outside_are_refused(start: int, end: int) -> None:
    with pytest.raises(UserError):
        Placing(TEXT).range(start, end)


def test_a_passage_that_reads_otherwise_is_refused() -> None:
    with pytest.raises(UserError, match="reads “a”, not “x” as the file says"):
        Placing("a").range(0, 1, "x")
    assert Placing("a\nb").range(0, 3, "a b") == (0, 3)
    assert Placing("a\nb").range(0, 3, "a\\nb") == (0, 3)


@given(st.text("a𠮷é文😀", min_size=1, max_size=12), st.sampled_from(list(OffsetUnit)), st.data())
def test_the_unit_of_the_quotes_is_found_or_gives_the_same(
    text: str, unit: OffsetUnit, data: st.DataObject
) -> None:
    ruler = Ruler(text, unit)
    cuts = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    points = [sorted(pair) for pair in data.draw(st.lists(cuts, max_size=4))]
    quoted = [(ruler.to_unit(a), ruler.to_unit(b), text[a:b]) for a, b in points if a < b]
    placing = placing_of(text, quoted)
    for start, end, quote in quoted:
        first, last = placing.range(start, end)
        assert text[first:last] == quote


@pytest.mark.parametrize(
    ("quoted", "places"),
    [
        ((2, 3, "b"), (2, 3)),
        ((3, 4, "b"), (2, 3)),
        ((5, 6, "b"), (2, 3)),
        ((1, 2, "no quote"), (1, 2)),
    ],
)
def test_the_unit_is_the_one_that_gives_the_quotes(
    quoted: tuple[int, int, str], places: tuple[int, int]
) -> None:
    assert placing_of("a😀b", [quoted]).range(*quoted[:2]) == places


def test_one_wrong_quote_does_not_change_the_unit() -> None:
    quoted = [(2, 3, "a"), (3, 4, "b"), (0, 1, "x")]
    placing = placing_of("𠮷ab", quoted)
    assert placing.range(2, 4) == (1, 3)
    assert [placing.fits(entry) for entry in quoted] == [True, True, False]
    assert placing.fitting(quoted) == 2


def test_a_unit_that_is_told_is_not_doubted() -> None:
    assert placing_of("𠮷ab", [(1, 2, "a")], OffsetUnit.UTF16).range(2, 3) == (1, 2)


def test_crlf_counts_as_the_quotes_tell() -> None:
    assert placing_of("a\r\nb", [(3, 4, "b")]).range(3, 4) == (2, 3)
    assert placing_of("a\r\nb", [(2, 3, "b")]).range(2, 3) == (2, 3)
    text = "e\u0301\r\nb"
    assert placing_of(text, [(3, 4, "b")]).range(3, 4) == (3, 4)
    assert placing_of(text, [(4, 5, "b")], OffsetUnit.UTF8).range(4, 5) == (3, 4)


def test_passages_in_order_do_not_overlap() -> None:
    assert in_order([(5, 7), (0, 3), (2, 4), (4, 5)]) == ((0, 4), (4, 5), (5, 7))
