"""Numbers that are names in a game."""

import pytest

from annotator.suggest.figures.games import is_of_game


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("it was third-and-8 at the 45.", "45"),
        ("they punted from their own 20 and lost", "20"),
        ("a fumble inside the 5, and a touchdown", "5"),
        ("i hit an 8 iron", "8"),
        ("my 3-wood was good", "3"),
        ("a hard 5 hybrid", "5"),
        ("their 5 man that shot well", "5"),
        ("an open 3, and we led", "3"),
        ("he could make the three.", "three"),
        ("she hit that last three and smiled", "three"),
    ],
)
def test_a_line_of_the_field_and_a_club_are_names(text: str, number: str) -> None:
    at = text.index(number)
    assert is_of_game(text, at, at + len(number))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("he sold them at the 45.", "45"),
        ("they punted from the 200.", "200"),
        ("a touchdown for the 12.", "12"),
        ("a touchdown at the 12 schools", "12"),
        ("an 8 iron gate", "8"),
        ("a 5 man crew", "5"),
        ("she took the three boats", "three"),
        ("we know the three.", "three"),
        ("he made the four.", "four"),
        ("we have 5 wood", "5"),
    ],
)
def test_what_counts_in_a_game_is_no_name(text: str, number: str) -> None:
    at = text.index(number)
    assert not is_of_game(text, at, at + len(number))
