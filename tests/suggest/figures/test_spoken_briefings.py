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
        (
            "found on 12 Jul 21, closed 16 July till 30 July",
            "12 Jul 21=2021-07-12 16 July till 30 July=--07-16/--07-30",
        ),
        ("On 12 July 21 people came.", "12 July=--07-12 21=21"),
        ("a 36-year old plant and a 71 year-old man", "36-year old=36 71 year-old=71"),
        ("It went down to zero by June, and is at zero.", "zero=0 zero=0"),
        ("We had 300 calls to 10 depots.", "300=300 10=10"),
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
        "The data for quarter three are late.",
        "She had made calls to 112.",
        "with one very important principle, one really big question",
        "so one loses track, and net zero is a goal",
    ],
)
def test_what_is_said_without_a_figure(text: str) -> None:
    assert told(text) == ""
