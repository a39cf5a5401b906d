"""Where characters start, as a reader counts them."""

import pytest

from annotator.gui.view.graphemes import AROUND, grapheme_end, grapheme_start
from annotator.gui.view.paragraphs import LONGEST, Paragraphs

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
FLAG = "🇨🇳"
KEYCAP = "1\ufe0f\u20e3"


@pytest.mark.parametrize("character", [FAMILY, FLAG, KEYCAP, "e\u0301\u0323", "👍🏽", "𠮷", "क्षि"])
def test_every_place_in_a_character_leads_to_its_start(character: str) -> None:
    text = f"国{character}家"
    for position in range(1, 1 + len(character)):
        assert grapheme_start(text, position) == 1
        assert grapheme_end(text, position) == (1 if position == 1 else 1 + len(character))
    assert grapheme_start(text, 1 + len(character)) == 1 + len(character)


def test_what_goes_on_for_ever_is_cut_anywhere() -> None:
    text = "e" + "\u0301" * 3 * AROUND
    assert grapheme_start(text, 2 * AROUND) == 2 * AROUND
    assert grapheme_end(text, AROUND) == AROUND


@pytest.mark.parametrize("character", [FAMILY, FLAG, "e\u0301\u0323"])
def test_a_long_line_is_not_cut_within_a_character(character: str) -> None:
    text = character * (3 * LONGEST // len(character))
    pieces = Paragraphs(text)
    cuts = [pieces.start(k) for k in range(len(pieces))]
    assert len(cuts) > 2
    assert all(cut % len(character) == 0 for cut in cuts)


def test_an_accent_stays_with_the_punctuation_before_it() -> None:
    text = "国" * (LONGEST - 3) + "!\u20e3" + "国" * 10
    assert Paragraphs(text).start(1) == LONGEST - 3
