"""Multiples in English: what verbs multiply by, and how often."""

import pytest

from annotator.suggest.figures.multiples import english_times


def factor_of(text: str, word: str) -> str | None:
    """Return what a word in a text multiplies by."""
    found = english_times(text, text.index(word))
    return found[1].low if found else None


@pytest.mark.parametrize(
    ("text", "word", "factor"),
    [
        ("sales doubled", "doubled", "2"),
        ("it doubles every week", "doubles", "2"),
        ("the price of double the size", "double", "2"),
        ("he halves it", "halves", "0.5"),
        ("cases could double every week", "double", "2"),
        ("it would triple within a year", "triple", "3"),
        ("we asked them once.", "once", "1"),
        ("more than once, he left", "once", "1"),
        ("once or twice", "once", "1"),
        ("it grew tenfold", "tenfold", "10"),
        ("the increase was fourfold.", "fourfold", "4"),
    ],
)
def test_a_multiple_is_read(text: str, word: str, factor: str) -> None:
    assert factor_of(text, word) == factor


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("he hit two doubles, and a run", "doubles"),
        ("a triple, then out", "triple"),
        ("in doubles, they won", "doubles"),
        ("we led in both halves", "halves"),
        ("once we leave", "once"),
        ("all at once.", "once"),
        ("our plan is twofold.", "twofold"),
        ("we look at it threefold", "threefold"),
    ],
)
def test_a_hit_a_game_and_a_part_of_it_multiply_nothing(text: str, word: str) -> None:
    assert factor_of(text, word) is None
