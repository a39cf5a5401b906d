"""Times of recordings that start a line, beside times of the day."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.recordings import stamp_at


def found_in(text: str) -> list[str]:
    return [suggestion.text for suggestion in suggest_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "live\n6:37 pm\nwho asks us this\n6:38 pm\n(no sound) good evening",
        "we wait\n11:59 am\nfor you\n12:00 pm\nto ask\n12:01 pm\nus",
        "we wait\n12:59 am\nfor you\n1:00 am\nto ask",
        "He left (inaudible 00:12:04) and we [crosstalk 00:12:09] stayed.",
        "00:02.359 --> 00:05.329\nWe wait.",
        "They came. 00:02:10 Leaders took command until 00:13:08.",
    ],
)
def test_the_time_that_a_recording_is_at_is_no_figure(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("We met (it was 10:30:00) again.", ["10:30:00"]),
        ("It began at 00:00:05 UTC.", ["00:00:05"]),
        ("刊出于2031-10-13 00:20:37", ["2031-10-13", "00:20:37"]),
        ("3月2日 00:20:37刊出", ["3月2日", "00:20:37"]),
        ("for this\n00:16$12 million of work\n00:31was", ["$12 million"]),
        ("2:51 pm\nGood afternoon.", ["2:51 pm"]),
        ("clip\n10:42 | 08/15/13", ["08/15/13"]),
        ("6:37 pm\nDoors open.\n7:00 pm\nWe begin.", ["6:37 pm", "7:00 pm"]),
        ("We left\nat 6:37 pm\nand at 6:38 pm\nwe met.", ["6:37 pm", "6:38 pm"]),
    ],
)
def test_a_time_of_the_day_is_one(text: str, figures: list[str]) -> None:
    assert found_in(text) == figures


def test_a_stamp_ends_behind_the_half_of_the_day() -> None:
    text = "on\n6:38 pm\nwe go\n6:39 pm\n"
    found = stamp_at(text, len("on\n"))
    assert found is not None
    assert found.group() == "6:38 pm"
