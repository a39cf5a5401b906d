"""Initials that take turns inside a paragraph."""

import pytest

from annotator.reading.flat import in_initials, spelled_out

NAMED = "Interview with Bo Low by Ann Mia Roe. "
FLAT = "tape one AR: Where were you BL: At sea AR: And then? BL: Ashore."


def labels(text: str) -> list[str]:
    return [text[at:].partition(":")[0] for at in in_initials(text)]


def test_initials_of_people_whom_the_text_names_are_labels_wherever_they_stand() -> None:
    assert labels(NAMED + FLAT) == ["AR", "BL", "AR", "BL"]


def test_so_are_the_whole_names_that_they_stand_for() -> None:
    text = f"{NAMED}START OF TAPE Ann Roe: Ready? Bo Low: Yes. Cy Poe: No. {FLAT}"
    assert labels(text)[:3] == ["Ann Roe", "Bo Low", "AR"]


@pytest.mark.parametrize(
    "text",
    [
        FLAT,
        f"{NAMED}AR: Hi. BL: Hi.",
        f"{NAMED}one AR: a AR: b AR: c BL: d BL: e BL: f",
        f"{NAMED}hours AM: 9 to 5 PM: 6 to 8 AM: 9 to 4 PM: none",
    ],
)
def test_what_is_not_named_does_not_come_back_or_takes_no_turns_is_none(text: str) -> None:
    assert labels(text) == []


def test_initials_are_spelled_out_by_a_whole_name() -> None:
    assert spelled_out(NAMED, ["AR", "BL", "XY", "AMROE", "A1"]) == {"AR", "BL"}


def test_abbreviations_stand_for_nobody() -> None:
    assert spelled_out("Uma Sund and Eva Ude", ["US", "EU"]) == frozenset()
