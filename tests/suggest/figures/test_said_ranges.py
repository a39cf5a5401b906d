"""Two numbers that are said one after the other for something between."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.amounts import amount_at
from annotator.suggest.figures.compounds import Measured
from annotator.suggest.figures.said_ranges import join_said


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It takes two, three weeks to dry.", [("two, three weeks", "2", "3")]),
        ("It takes two, maybe three weeks to dry.", [("two, maybe three weeks", "2", "3")]),
        ("We saw 20, 25 boats there.", [("20, 25", "20", "25")]),
        ("It is at three, three and a half.", [("three, three and a half", "3", "3.5")]),
        ("It is 2, 2.5 percent.", [("2, 2.5 percent", "2", "2.5")]),
        ("It was 2, 2.5 and 4.", []),
        ("We are at around 900, 1000.", [("around 900, 1000", "900", "1000")]),
        ("We are at 900, 1000.", []),
        ("We are at around 900, 1000 and 1100.", []),
        ("Look at pages 12, 13 people said.", [("13", "13", "13")]),
        ("We saw two, three and four boats.", []),
    ],
)
def test_guesses_in_speech_are_ranges_and_lists_are_none(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    found = [(s.text, s.figure.low, s.figure.high) for s in suggest_figures(text) if s.figure]
    if figures:
        assert found == figures
    else:
        assert all(low == high for _text, low, high in found)


@pytest.mark.parametrize(("text", "joins"), [("two, three weeks", True), ("two, and so", False)])
def test_a_comma_joins_only_two_numbers(text: str, joins: bool) -> None:  # noqa: FBT001
    amount = amount_at(text, 0)
    assert amount is not None
    plain = Measured(0, amount.end, amount.low, amount.high)
    assert (join_said(text, plain) is not None) is joins
