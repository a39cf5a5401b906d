"""Wholes whose parts a sentence behind tells."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        "There are 15 cases in the two towns. Eight are in Merrow and {} are in Oran.",
        "nine",
        "seven",
    ),
    (
        "We built 9,500 homes since 2017. Around 6,600 of these are ours and {} are let.",
        "3,900",
        "2,900",
    ),
    (
        "There are 25 fires in the hills. Eleven are wild, seven are held, and {} are out.",
        "nine",
        "seven",
    ),
    (
        "We got €1.9 billion. I am glad. Within that, €1.6 billion is pay and €{} million works.",
        "550",
        "300",
    ),
    (
        "It has 600,000 doses. The first lot was 350,000 doses, and the second {}.",
        "150,000",
        "250,000",
    ),
    (
        "We had 23,760 cases and 594 deaths. Among the deaths, {} were here and 246 there.",
        "368",
        "348",
    ),
    ("还有六位失联。失联的部分，步道有三位，矿区{}位。", "五", "三"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), CASES)
def test_a_sentence_that_tells_the_parts_of_a_whole_is_added_up(
    text: str, wrong: str, right: str
) -> None:
    told = [[v for v, _texts in found_in(text.format(part), "sum")] for part in (wrong, right)]
    assert told == [["conflict"], ["consistent"]]


@pytest.mark.parametrize(
    "text",
    [
        "There are 36 million doses. 24 million were sent, and 8 million were lent.",
        "They came from 22 countries. Of these 436 flights, 17 were ours and 10 were theirs.",
        "In terms of gender, three are men. Two of them came by bus and two by train.",
        "There are 25 fires. Eleven towns are safe, and nineteen roads are open.",
        "We got €1.9 billion. Within that, up to €1.6 billion is for pay and €550 million more.",
    ],
)
def test_numbers_of_other_things_or_of_some_of_it_are_no_parts(text: str) -> None:
    assert [found for found in found_in(text, "sum") if found[0] == "conflict"] == []
