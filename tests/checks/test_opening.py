"""Totals that words open a list with, and the numbers behind."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        (
            "Of the {} members, nine wrote down a cut of 50, seven a cut of 25, two no cut and two"
            " members a cut of 75."
        ),
        ("19 members", "20 members"),
    ),
    (
        (
            "We bought {} kits in two lots: the first of 700,000, which came in June, a second one"
            " of 600,000 last week."
        ),
        ("1.2 million", "1.3 million"),
    ),
    (
        (
            "The two plans come to ${} billion; the old one is $8 billion and the new one is"
            " $7 billion."
        ),
        ("13", "15"),
    ),
    (
        "我们安排{}亿元，分别是课程18亿元、教师12亿元、校地8亿元，另外还有奖金6亿元。",
        ("48", "44"),
    ),
]


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_a_total_that_words_open_a_list_with_is_what_the_list_makes(
    text: str, numbers: tuple[str, str]
) -> None:
    for number, verdict in zip(numbers, ("conflict", "consistent"), strict=True):
        told = [v for v, texts in found_in(text.format(number), "sum") if number[:2] in texts[0]]
        assert told == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "今年的第四批支持了50个地区，前三批分别是42个、42个和50个。",
        "We have 95 beds in three units, 40 in Karr, 30 in Tarn and 25 in Kell.",
        "There are 19 towns: in ten we build, and six more towns wait for their turn.",
    ],
)
def test_numbers_that_are_not_all_of_a_total_are_no_conflict(text: str) -> None:
    assert [v for v, _texts in found_in(text, "sum") if v == "conflict"] == []
