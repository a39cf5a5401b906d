"""Tens in the plural: years, ages, warmth."""

import pytest

from annotator.suggest.figures.decades import tens_at


@pytest.mark.parametrize(
    ("before", "tens", "said"),
    [
        ("back in the '", "70s", "1970/1979"),
        ("back in the ", "80s", "1980/1989"),
        ("the ", "20s", "2020/2029"),
        ("a man in his ", "40s", "40"),
        ("a woman in her late ", "fifties", "50"),
        ("they are in their mid-", "30s", "30"),
        ("highs in the low ", "60s", "60"),
        ("temperatures in the upper ", "80s", "80"),
    ],
)
def test_the_words_around_tell_what_tens_are_of(before: str, tens: str, said: str) -> None:
    read = tens_at(f"{before}{tens} again", len(before))
    assert read is not None
    end, quantity = read
    assert end == len(before) + len(tens)
    assert (quantity.value or quantity.low) == said
    assert (quantity.comparator == ">~") is not bool(quantity.value)


@pytest.mark.parametrize("text", ["70s", "20-somethings", "1970s", "forty"])
def test_tens_of_nothing_are_left(text: str) -> None:
    assert tens_at(text, 0) is None
