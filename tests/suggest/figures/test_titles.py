"""Words in front of a number that make a name of it, and the same where things are counted."""

import pytest

from annotator.suggest.figures.titles import follows_title
from annotator.suggest.figures.units import vocabulary


def is_titled(text: str, number: str) -> bool:
    """Say whether what stands before a number in a text makes a name of it."""
    start = text.index(number)
    place = (start, start + len(number))
    return follows_title(text, text.lower(), place, 0, vocabulary())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("under Article 5 we", "5"),
        ("Articles 3 and 4 hold", "4"),
        ("on day 12 of the strike", "12"),
        ("on day 1,116 of the strike", "1,116"),
        ("birdieing 10 and 11 early", "11"),
        ("in week 40 we had fewer", "40"),
        ("the roof of building 12 fell", "12"),
        ("by month 3 of the plan", "3"),
        ("the year 12 students sit it", "12"),
        ("in year two of the plan", "two"),
        ("a phase 3 trial", "3"),
        ("the phase 3 trials", "3"),
        ("the District 9 residents", "9"),
        ("lot number 41 sold", "41"),
        ("near plot 12, on track 4", "4"),
        ("Flt 3407 data", "3407"),
        ("left by door 7 again", "7"),
        ("at briefing 3 and later", "3"),
        ("around mile 23 I fell", "23"),
        ("freeways 45 and 59", "59"),
        ("pick prompt 3 there", "3"),
        ("go to level 4 now", "4"),
        ("Rooms 12, 14 and 16 are shut", "16"),
        ("pages 3, 4, 5", "4"),
        ("talk of phase two, three and four.", "three"),
        ("if Games six and seven go on", "seven"),
        ("on channels four, five and nine", "nine"),
    ],
)
def test_a_title_makes_a_name_of_a_number(text: str, number: str) -> None:
    assert is_titled(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("every day 12 people die", "12"),
        ("at the door seven lost their lives", "seven"),
        ("in the cabin 5 sustained burns", "5"),
        ("in phase two and three patients died", "three"),
        ("at point nine, and one point two", "one point two"),
        ("in a day 300 trucks cross", "300"),
        ("last week 30 schools closed", "30"),
        ("in the region 5 million starve", "5 million"),
        ("in the zone 3,000 stay; 12,000 left", "12,000"),
        ("in the affected district 40 schools closed", "40"),
        ("in that category 34 firms qualified", "34"),
        ("last year 40 people died", "40"),
        ("in the year 2020 we met", "2020"),
        ("full year 2026 results are out", "2026"),
        ("under Title 42, 300 were sent back", "300"),
        ("in phases 2 and 3, 40 came", "40"),
        ("in phase two, three and four patients died", "three"),
        ("on the bus 12 were hurt", "12"),
        ("we group 4 teams", "4"),
        ("a hall to seat 300 guests", "300"),
        ("in the group 4 people left", "4"),
        ("we pump 310 gallons", "310"),
        ("the schools number 41 now", "41"),
    ],
)
def test_but_not_where_things_are_counted(text: str, number: str) -> None:
    assert not is_titled(text, number)
