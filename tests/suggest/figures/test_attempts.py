"""What is worth trying to read at a number."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.attempts import may_be_date, may_be_identifier, may_be_share
from annotator.suggest.figures.codes import code_end
from annotator.suggest.figures.dates import date_at
from annotator.suggest.figures.names import identifier_end
from annotator.suggest.figures.shares import share_at
from annotator.suggest.figures.units import vocabulary
from tests.evaluation.gold import GoldText, golds_in

GOLDS = golds_in(Path(__file__).parents[2] / "golden" / "figures")


def following(text: str, at: int) -> str:
    """Return the character behind the digits at a place."""
    end = at + 1
    while text[at].isdigit() and text[end : end + 1].isdigit():
        end += 1
    return text[end : end + 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月", "date"),
        ("5 may", "date"),
        ("9 p.m.", "date"),
        ("2020.12.29", "date"),
        ("89.4%", ""),
        ("2.5成", "share"),
        ("2.5:1", "share"),
        ("3 in 10", "share"),
        ("3 thirds", "share"),
        ("40 homes", ""),
        ("三成", "share"),
        ("三日", "date"),
        ("三个", ""),
    ],
)
def test_a_glance_tells_what_may_be_read(text: str, expected: str) -> None:
    behind = following(text, 0)
    glance = {"date": may_be_date(text, 0, behind), "share": may_be_share(text, 0, behind)}
    assert "".join(kind for kind, may_be in glance.items() if may_be) == expected


def test_a_letter_in_front_makes_it_neither() -> None:
    assert not may_be_date("a5月", 1, "月")
    assert not may_be_share("a5成", 1, "成")


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name[-24:])
def test_no_date_or_share_of_the_labelled_texts_is_passed_over(gold: GoldText) -> None:
    words = vocabulary()
    for figure in gold.figures:
        text = figure.text.lower()
        if not text[0].isdigit():
            continue
        if date_at(text, 0, words.day_parts):
            assert may_be_date(text, 0, following(text, 0)), text
        if share_at(text, 0, words):
            assert may_be_share(text, 0, following(text, 0)), text


def starts(text: str) -> list[tuple[int, int]]:
    """Return where each run of digits starts and ends."""
    return [found.span() for found in re.finditer("[0-9]+", text)]


SIGNS = (
    " |, |... |… |-|--|/|:|.|(|)|(02) |[|]|×|x| x |-by-"
    "|th and |rd-and-|年|年度|字第|号|@|a|www.|“|”|+|·|人"
)
NUMBERS = "0|1|2|4|7|10|20|24|37|86|400|555|800|1800|2345|02|139|1234567|23456789"


@given(st.lists(st.sampled_from([*SIGNS.split("|"), *NUMBERS.split("|"), *NUMBERS.split("|")])))
def test_no_identifier_of_signs_and_digits_is_passed_over(parts: list[str]) -> None:
    text = "".join(parts)
    for at, end in starts(text):
        if code_end(text, at) or identifier_end(text, at):
            assert may_be_identifier(text, at, end)


@pytest.mark.parametrize(
    "text",
    [
        "139 1234 5678",
        "13912345678",
        "02-2345-6789",
        "(02)23456789",
        "k23+450",
        "1.2.3",
        "under 16-5-21",
        "2009/28/ec",
        "+44 20 7946 0958",
        "www.gov.uk/2024",
        "112年度诉字第113号",
        "12:04:33 we begin",
        "(2023)12号",
        "“12.8”",
        "007",
        "4x100",
        "4×100米",
        "(02) 234567",
        "3, 2, 1",
        "3... 2... 1",
        "3rd and 12.",
        "400@post.example",
        "163.com",
    ],
)
def test_a_glance_tells_what_may_be_an_identifier(text: str) -> None:
    read = [(at, end) for at, end in starts(text) if code_end(text, at) or identifier_end(text, at)]
    assert read
    assert all(may_be_identifier(text, at, end) for at, end in read)


@pytest.mark.parametrize("text", ["2579亿元", "约40套", "15%", "12345人", "50,000"])
def test_a_plain_number_is_no_identifier_at_a_glance(text: str) -> None:
    at, end = starts(text)[0]
    assert not may_be_identifier(text, at, end)


def test_chinese_numerals_spell_no_code() -> None:
    assert not may_be_identifier("三个", 0, 1)
    assert may_be_identifier("nine one one", 0, 4)
