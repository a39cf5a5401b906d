"""Captions in capitals are read like text in small letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.capitals import without_capitals


@pytest.mark.parametrize(
    "text",
    [
        "It is the third bridge we lost since then.",
        "We got 13 barns against 20 and one mill.",
        "On May 4th it rained, in March 2031 it may rain.",
        "The first of the six ferries left at 5:30 p.m.",
        "A colleague of ours, number one, has two cents to give.",
    ],
)
def test_a_line_in_capitals_has_the_figures_of_the_same_in_small_letters(text: str) -> None:
    spoken = [(found.start, found.end) for found in suggest_figures(text.upper())]
    assert spoken == [(found.start, found.end) for found in suggest_figures(text)]


def test_a_suggestion_keeps_the_capitals_of_its_text() -> None:
    [found] = suggest_figures("WE LOST TWELVE MILES OF ROAD.")
    assert (found.text, found.unit_text) == ("TWELVE MILES", "MILES")


@pytest.mark.parametrize("text", ["MS. ORR: We saw Line 4.", "NATO\n5G", "İIı ÀÉ 三", ""])
def test_other_lines_stay_and_positions_do(text: str) -> None:
    assert len(without_capitals(text)) == len(text)
    assert without_capitals(text).upper() == text.upper()
    assert "Line 4" not in text or without_capitals(text) == text


@given(st.text("ABCDa1 \n三"))
def test_only_lines_in_capitals_change(text: str) -> None:
    lines = text.split("\n")
    is_caption = [re.search("[A-Z]{3}", line) and not re.search("[a-z]", line) for line in lines]
    wanted = [line.lower() if told else line for line, told in zip(lines, is_caption, strict=True)]
    assert without_capitals(text) == "\n".join(wanted)


@pytest.mark.parametrize(
    ("headline", "figures"),
    [
        ("Minister Announces 90 Days of Free Ferry Rides", ["90 Days"]),
        ("Coast Guard Has Towed 7 Million Tons of Timber", ["7 Million Tons"]),
        ("Rush Transcript: Mayor Orr Says Harbor Has Shipped 6 Million Crates", ["6 Million"]),
        ("Inspectors Visit 412 Kitchens; Close 9 of Them for Cause", ["412", "9"]),
    ],
)
def test_a_headline_has_the_figures_of_its_words(headline: str, figures: list[str]) -> None:
    for text in (headline, f"Riga, Monday\n{headline}\nIt rained."):
        assert [found.text for found in suggest_figures(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "We Sailed Past Buoy Seven And Saw It.",
        "In Riga 2, in Lund 4, and in Oulu 12.",
        "Crew of Tug Maria and of Barge Erna Left",
        "The Crew of Tug Maria 7 came home",
        "Boat 7 of Riga",
    ],
)
def test_a_sentence_or_a_short_line_is_no_headline(text: str) -> None:
    assert without_capitals(text) == text


def test_a_headline_in_capitals_is_read_once() -> None:
    text = "We met.\nTHE CITY OF RIGA OPENS 60 NEW HOMES FOR ITS VETERANS\nIt is the first of 12."
    assert without_capitals(text) == text.lower().replace("we met", "We met").replace(
        "it is", "It is"
    )
    assert [found.text for found in suggest_figures(text)] == ["60", "first", "12"]


@given(st.lists(st.sampled_from(["CITY", "Opens", "60", "of", "Homes", "we", "\n"]), max_size=40))
def test_positions_stay_whatever_the_lines_are(words: list[str]) -> None:
    text = " ".join(words).replace(" \n ", "\n")
    assert without_capitals(text).lower() == text.lower()
