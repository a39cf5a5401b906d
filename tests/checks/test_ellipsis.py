"""Bare numbers take up the unit of the number in front of them."""

import pytest

from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It is $46 million. Roads are 28 of that.", ("28000000", "USD", "money")),
        (
            "It is $86 million. Roads get $46 million and forty million is rent.",
            ("40000000", "USD", "money"),
        ),
        ("It is $4.6 billion, up from 3.9 last year.", ("3900000000", "USD", "money")),
        ("We were at 44 percent, and a year ago it was 38.", ("38", "percent", "percent")),
        ("4.2 million riders came, up from 3.8.", ("3800000", "", "cardinal")),
        ("投资3.2亿元,去年是2.8亿。", ("280000000", "CNY", "money")),
        ("旅客286万人次,去年是250万。", ("2500000", "person-time", "cardinal")),
        ("两级财政共4.8亿元,安置1.3万人。财政下达1.5亿。", ("150000000", "CNY", "money")),
        ("The wait was eight minutes and now it's six.", ("6", "minute", "duration")),
    ],
)
def test_a_bare_number_takes_up_a_unit(text: str, last: tuple[str, str, str]) -> None:
    figure = scene_of(text).statements[-1].figure
    assert (figure.low, figure.unit, figure.kind) == last


@pytest.mark.parametrize(
    "text",
    [
        "It is $46 million. We hired 28 of those.",
        "It is $46 million. In euros, that was about 40 million.",
        "It is $46 million. They have 40 million subscribers.",
        "We had 41 people, up 60 percent from 29 the year before.",
        "It is $46 million. Roads are 28 miles long, and 28 trucks were there.",
        "It is $46 million.\nThe number was 28.",
        "安置1.3万人,用了2.8亿。",
        "It is $46 million, and the line is at 900.",
    ],
)
def test_a_number_of_something_else_stays_what_it_is(text: str) -> None:
    figure = scene_of(text).statements[-1].figure
    assert figure.kind == "cardinal"
    assert figure.unit in {"", "vehicle"}


def test_parts_without_their_magnitude_are_added_up() -> None:
    text = "It is ${} million. Roads are 28 of that, the plant is 12, and schools are the other 9."
    assert ("consistent", ("$49 million", "28", "12", "9")) in found_in(text.format(49), "sum")
    assert ("conflict", ("$46 million", "28", "12", "9")) in found_in(text.format(46), "sum")
