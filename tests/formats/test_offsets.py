"""Offsets in every unit against Python's own encoders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.offsets import Normalised, OffsetUnit, Ruler
from annotator.model.errors import UserError
from annotator.model.text import normalise

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(TEXTS)
def test_utf16_and_utf8_agree_with_the_encoders(text: str) -> None:
    utf16, utf8 = Ruler(text, OffsetUnit.UTF16), Ruler(text, OffsetUnit.UTF8)
    for point in range(len(text) + 1):
        assert utf16.to_unit(point) == len(text[:point].encode("utf-16-le")) // 2
        assert utf8.to_unit(point) == len(text[:point].encode())
        assert utf16.to_point(utf16.to_unit(point)) == point
        assert utf8.to_point(utf8.to_unit(point)) == point


def test_graphemes_count_what_a_reader_sees() -> None:
    ruler = Ruler("a👨‍👩‍👧e\u0301b", OffsetUnit.GRAPHEMES)
    assert [ruler.to_point(offset) for offset in range(5)] == [0, 1, 6, 8, 9]


@pytest.mark.parametrize(
    ("unit", "offset"),
    [
        (OffsetUnit.UTF16, 2),
        (OffsetUnit.UTF8, 3),
        (OffsetUnit.CODE_POINTS, 4),
        (OffsetUnit.CODE_POINTS, -1),
    ],
)
def test_an_offset_inside_a_character_or_outside_is_refused(unit: OffsetUnit, offset: int) -> None:
    with pytest.raises(UserError, match="outside the text or inside a character"):
        Ruler("a😀b", unit).to_point(offset)


@given(st.text(st.sampled_from("a中\r\n\x00\u2028😀"), max_size=40))
def test_normalised_text_keeps_track_of_every_character(text: str) -> None:
    normalised = Normalised(text)
    assert normalised.text == normalise(text)
    for at, character in enumerate(text):
        if character in "a中😀":
            assert normalised.text[normalised.at(at)] == character
