"""Shares of a whole that nobody measured, beside those that count."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.emphasis import is_emphatic
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I am not 100 per cent sure, but 100 per cent of us came.", ["100 per cent"]),
        ("They are one hundred percent behind it.", []),
        ("He gave 110 percent. We agree 100%.", []),
        ("It was 100% effective, and 95 percent sure of a win.", ["100%", "95 percent"]),
    ],
)
def test_a_whole_share_of_a_feeling_is_no_figure(text: str, found: list[str]) -> None:
    assert [one.text for one in suggest_figures(text)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100% certain", True),
        ("110 percent committed", True),
        ("100 percent contained", False),
        ("50% certain", False),
    ],
)
def test_only_the_whole_is_said_for_emphasis(text: str, *, expected: bool) -> None:
    end = text.index(" c")
    assert is_emphatic(text, 0, end, vocabulary()) is expected
