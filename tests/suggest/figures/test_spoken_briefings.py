"""Figures in sentences as they are said at briefings of governments."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a viable two‑state plan with a 12‑month pause", "12‑month=12"),
        ("a bill built around four ideas", "four=4"),
        ("with around four people", "around four=4~"),
        ("Two remain in care, a decrease of one since Monday.", "Two=2 one=1"),
        ("She is the first Dutch woman to lead it.", "first=1"),
        ("We sent the third NATO convoy.", "third=3"),
        ("that was on tuesday, april 14. since march 3 we", "april 14=--04-14 march 3=--03-03"),
        ("it began in june 2019", "june 2019=2019-06"),
    ],
)
def test_what_is_said_with_figures(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "One for each of you, if I may.",
        "That is one part of this.",
        "They held 2-plus-2 talks.",
        "the second Gulf war, the second Avenue line",
        "the third Lee said",
    ],
)
def test_what_is_said_without_a_figure(text: str) -> None:
    assert told(text) == ""
