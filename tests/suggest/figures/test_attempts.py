"""What is worth trying to read at a number."""

from pathlib import Path

import pytest

from annotator.suggest.figures.attempts import may_be_date, may_be_share
from annotator.suggest.figures.dates import date_at
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
        if date_at(text, 0):
            assert may_be_date(text, 0, following(text, 0)), text
        if share_at(text, 0, words):
            assert may_be_share(text, 0, following(text, 0)), text
