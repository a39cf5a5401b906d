"""Years since a founding and hours that cannot be."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("We met from 9:00 a.m. to 11:30 a.m., three hours.", "conflict"),
        ("We met from 9:00 a.m. to 11:30 a.m., two and a half hours.", "consistent"),
        ("会议从9时到12时，历时3小时。", "consistent"),
        ("会议从9时到12时，历时5小时。", "conflict"),
        ("It ran from 10 p.m. to 6 a.m., a total of eight hours.", "consistent"),
        ("It ran from 9:00 a.m. to 9:40 a.m., about 40 minutes.", "consistent"),
        ("大会从下午两点开到四点半，足足四个小时。", "conflict"),
        ("大会从下午两点开到四点半，整整两个半小时。", "consistent"),
    ],
)
def test_hours_between_clock_times(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "date")] == [verdict]


def test_the_working_says_how_long_it_was() -> None:
    [working] = workings_of("We met from 9:00 a.m. to 11:30 a.m., three hours.", "date")
    assert "2.5 hours" in working


def test_hours_of_something_else_are_left_alone() -> None:
    assert found_in("Polls are open from 7 a.m. to 8 p.m. and it takes 2 hours.", "date") == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("热线开通于2009年，到今年也就是2024年，整整二十年了。", ["conflict"]),
        ("医院始建于1954年，2024年迎来建院七十周年。", ["consistent"]),
        (
            "We were founded in 1925, so this fall, in 2025, it's our 90th anniversary.",
            ["conflict"],
        ),
        ("We were founded in 1925, so next fall, in 2025, we'll be 100 years old.", ["consistent"]),
        ("It was built in 1988 and converted in 2011, and is 36 years old.", []),
        ("It was founded in 1925 and has 90 years of records.", []),
    ],
)
def test_what_was_founded_is_so_old(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "date")] == verdicts


def test_what_ends_so_much_later_is_held_against_the_clock() -> None:
    text = "The failure started at 7:40 a.m. and was fixed by 11:10 a.m., {} hours later."
    assert [v for v, _t in found_in(text.format("two and a half"), "date")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("three and a half"), "date")] == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "The signal was lost at 5:40 p.m. At 5:32 the boat was fine. Two minutes later it turned.",
        "售票从5月20日9时开始，到5月22日9时，也就是48小时，全部售完。",
    ],
)
def test_what_comes_later_and_times_of_other_days_are_no_length(text: str) -> None:
    assert found_in(text, "date") == []
