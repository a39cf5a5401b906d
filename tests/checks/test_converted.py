"""One length of time told in two units."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("建设总工期108个月，也就是{}。", "八年", "九年"),
        ("培训共90分钟（即{}）。", "两小时", "一个半小时"),
        ("The lease runs for 36 months, that is {}.", "four years", "three years"),
        ("It took 28 days, or {}.", "six weeks", "four weeks"),
        ("It takes 18 months, so about {}.", "three years", "a year and a half"),
    ],
)
def test_two_units_tell_one_length(text: str, wrong: str, right: str) -> None:
    told = [[v for v, _ in found_in(text.format(n), "date")] for n in (wrong, right)]
    assert told == [["conflict"], ["consistent"]]


@pytest.mark.parametrize(
    "text",
    [
        "It took 28 days and six weeks.",
        "A fine of 30 days or two years.",
        "工期108个月，质保八年。",
    ],
)
def test_lengths_that_are_not_called_one_are_two(text: str) -> None:
    assert found_in(text, "date") == []
