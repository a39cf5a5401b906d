"""Passages found again by offsets in any unit, and by their quotes where those are off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.anchoring import Anchors
from annotator.formats.offsets import OffsetUnit

TEXTS = st.text("aé中😀𠮷\r\n.", min_size=2, max_size=40)


def in_unit(text: str, point: int, unit: OffsetUnit) -> int:
    """Count by encoding, not by our rulers."""
    if unit is OffsetUnit.UTF8:
        return len(text[:point].encode())
    if unit is OffsetUnit.UTF16:
        return len(text[:point].encode("utf-16-le")) // 2
    return point


@given(TEXTS, st.data(), st.sampled_from([u for u in OffsetUnit if u is not OffsetUnit.GRAPHEMES]))
def test_quotes_come_out_right_in_every_unit(
    text: str, data: st.DataObject, unit: OffsetUnit
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    plain = quote.replace("\r\n", "\n").replace("\r", "\n")
    told = (in_unit(text, start, unit), in_unit(text, end, unit), quote)
    anchors = Anchors(text, [told])
    found = anchors.find(*told)
    assert "\r" not in anchors.text
    if found is not None and "\r" not in text:
        assert anchors.text[found[0] : found[1]] == plain
    if "\r" not in text:
        assert found is not None


def test_each_passage_is_mended_on_its_own_where_units_are_mixed() -> None:
    text = "😀 one 😀 two 😀 three"
    quoted = [(3, 6, "one"), (8, 11, "two"), (17, 22, "three"), (0, 3, "nowhere")]
    anchors = Anchors(text, quoted)
    found = [anchors.find(*entry) for entry in quoted]
    assert [text[f[0] : f[1]] if f else None for f in found] == ["one", "two", "three", None]


def test_the_nearest_of_several_places_is_taken() -> None:
    text = "two " * 10
    anchors = Anchors(text, [(17, 20, "two")])
    assert anchors.find(17, 20, "two") == (16, 19)
    assert Anchors("x" * 5000 + "two", []).find(0, 3, "two") is None


def test_offsets_are_trusted_without_a_quote() -> None:
    anchors = Anchors("ab\r\ncd", [(4, 6, "cd")])
    assert anchors.find(4, 6) == (3, 5)
    assert anchors.find(4, 60) is None
    assert anchors.trust(4, 6, "a name, no quote") == (3, 5)


def test_names_that_are_no_quotes_move_nothing() -> None:
    text = "a claim and a figure"
    names = [(12, 20, "claim"), (0, 1, "claim"), (2, 7, "claim")]
    anchors = Anchors(text, names)
    assert [anchors.trust(*entry) for entry in names] == [(12, 20), (0, 1), (2, 7)]
    quotes = [(0, 5, "claim"), (14, 20, "figure")]
    anchors = Anchors(text, quotes)
    assert [anchors.trust(*entry) for entry in quotes] == [(2, 7), (14, 20)]


def test_a_quote_cut_short_is_found_at_its_offsets() -> None:
    anchors = Anchors("x\r\nthe long words", [(3, 17, "the long…"), (3, 6, "the...")])
    assert anchors.find(3, 17, "the long…") == (2, 16)
    assert anchors.find(3, 6, "the...") == (2, 5)
    assert anchors.find(2, 2, "…") is None


@pytest.mark.parametrize("unit", [OffsetUnit.UTF16, OffsetUnit.CODE_POINTS])
def test_a_person_may_say_the_unit(unit: OffsetUnit) -> None:
    expected = {OffsetUnit.UTF16: (2, 3), OffsetUnit.CODE_POINTS: (3, 4)}
    assert Anchors("a😀bcd", [], unit).find(3, 4) == expected[unit]
