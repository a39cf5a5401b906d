"""Clock times as ISO 8601 text."""

import pytest

from annotator.model.quantity import Quantity
from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.clocks import clock_at
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.units import vocabulary

PARTS = vocabulary().day_parts


def value_of(text: str) -> tuple[str, str] | None:
    """Return the clock time at the start of a text, and what it spans."""
    found = clock_at(fold(text), 0, PARTS)
    return None if found is None else (found[1].value, text[: found[0]])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15:30", "15:30"),
        ("下午3時20分", "15:20"),
        ("上午9时至11时", "09:00/11:00"),
        ("9 a.m. to 5 p.m.", "09:00/17:00"),
        ("six o'clock", "06:00"),
        ("9点到11点", "09:00/11:00"),
        ("下午1點半至2點", "13:30/14:00"),
        ("下午1點半鐘", "13:30"),
        ("22:00至6:00", "22:00/06:00"),
        ("twelve o’clock", "12:00"),
        ("16:47:45", "16:47:45"),
        ("4:45 in the afternoon", "16:45"),
        ("5.13 in the morning", "05:13"),
        ("5.45 p.m.", "17:45"),
        ("half past three", "03:30"),
        ("quarter to five in the afternoon", "16:45"),
        ("22时至次日6时", "22:00/06:00"),
        ("a quarter to five", "04:45"),
        ("10 past 3", "03:10"),
        ("twenty past three in the afternoon", "15:20"),
        ("25 minutes past 11 at night", "23:25"),
        ("ten minutes to five", "04:50"),
        ("12 noon", "12:00"),
        ("9 a.m. to twelve noon", "09:00/12:00"),
        ("12 midnight", "00:00"),
        ("7:00 - 8:30 pm", "19:00/20:30"),
        ("7 - 8:30 p.m.", "19:00/20:30"),
        ("11:30 to 1:00 p.m.", "11:30/13:00"),
        ("9:30 to 11:00 a.m.", "09:30/11:00"),
        ("4-30 pm", "16:30"),
        ("4-10 pm", "16:00/22:00"),
    ],
)
def test_a_clock_time_is_read_whole(text: str, value: str) -> None:
    assert value_of(f"{text}, ") == (value, text)


@pytest.mark.parametrize("zone", ["GMT", "UTC", "local time"])
def test_four_digits_are_a_clock_time_in_front_of_a_zone(zone: str) -> None:
    assert value_of(f"1425 {zone}") == ("14:25", "1425")
    assert value_of(f"0600 {zone}") == ("06:00", "0600")


def test_hours_of_a_sitting_are_no_length_of_time() -> None:
    found = suggest_figures("It sat at 11.05 hrs and was 10.45 hrs long.\n12.30 hrs\nIt rose.")
    assert [(of.text, of.figure and (of.figure.value or of.figure.low)) for of in found] == [
        ("11.05 hrs", "11:05"),
        ("10.45 hrs", "10.45"),
        ("12.30 hrs", "12:30"),
    ]


def test_a_number_of_points_is_an_hour_where_a_word_behind_says_so() -> None:
    assert value_of("9点刚过") == ("09:00", "9点")
    assert value_of("3点左右") == ("03:00", "3点")
    assert value_of("3点至关重要") is None


@pytest.mark.parametrize("text", ["1475 GMT", "2500 UTC", "1400 people", "six of them", "五點建議"])
def test_other_numbers_are_no_clock_time(text: str) -> None:
    assert value_of(text) is None


def test_one_thirty_is_a_clock_time_behind_a_word_that_says_so() -> None:
    assert clock_at("at 1:30", 3, PARTS) is not None
    assert clock_at("a ratio of 1:30", 11, PARTS) is None


def test_a_part_of_the_day_makes_a_time_of_an_hour_that_is_told() -> None:
    assert clock_at("by 8 tonight", 3, PARTS) == (12, Quantity(kind="time", value="20:00"))
    assert clock_at("six tomorrow morning", 0, PARTS) is None
    assert clock_at("at six tomorrow morning", 3, PARTS) == (
        23,
        Quantity(kind="time", value="06:00"),
    )
    assert clock_at("at 8:30 tonight", 3, PARTS) == (7, Quantity(kind="time", value="20:30"))
    assert clock_at("at 10:40 last night", 3, PARTS) == (8, Quantity(kind="time", value="22:40"))
    assert clock_at("at 2:15 last night", 3, PARTS) == (7, Quantity(kind="time", value="02:15"))
    assert clock_at("from 8 last night", 5, PARTS) is None
    assert clock_at("at 1300 Eastern".lower(), 3, PARTS) == (
        7,
        Quantity(kind="time", value="13:00"),
    )
    assert clock_at("last night at 8:55 we", 14, PARTS) == (
        18,
        Quantity(kind="time", value="20:55"),
    )
    assert clock_at("last night at 2:15 we", 14, PARTS) == (
        18,
        Quantity(kind="time", value="02:15"),
    )
    assert clock_at("we met 6 this morning", 7, PARTS) is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("As of 0645 this morning", "0645"),
        ("by 0630 hours", "0630 hours"),
        ("room 0645 this year", ""),
    ],
)
def test_four_digits_are_a_time_where_the_words_around_say_so(text: str, span: str) -> None:
    assert "".join(found.text for found in suggest_figures(text)) == span


@pytest.mark.parametrize(
    "text",
    [
        "ten to twelve",
        "ten minutes to five hours",
        "a quarter to five million",
        "20 past 3 defenders",
        "10 past 3 of them",
        "half to five",
    ],
)
def test_what_goes_on_behind_to_or_past_with_a_number_of_something_is_no_clock_time(
    text: str,
) -> None:
    assert value_of(text) is None
