"""What questions bear out of the labels beside them."""

import pytest

from annotator.reading.questions import (
    answering_in_capitals,
    asking_outlets,
    beside_questions,
)
from tests.reading.sighted import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("总台记者：好吗？\nCCTV: Is it so?\nAFP: It is so.", ["总台记者", "CCTV"]),
        ("CCTV: Is it so?\nLee: No.", []),
    ],
)
def test_outlets_ask_once_where_others_surely_ask(text: str, names: list[str]) -> None:
    assert found_by(asking_outlets, text) == names


def test_an_outlet_asks_right_above_a_whole_name_that_answers() -> None:
    asked = "Kelp News Service: The bay is full. {}\n\n{}: It is so.\n"
    found = ["Kelp News Service"]
    assert found_by(asking_outlets, asked.format("Why?", "Ann Roe")) == found
    assert found_by(asking_outlets, asked.format("So.", "Ann Roe")) == []
    assert found_by(asking_outlets, asked.format("Why?", "Weeds")) == []


def test_an_outlet_asks_once_beside_who_surely_asks_in_brackets() -> None:
    assert found_by(asking_outlets, "[晨报记者]好吗？\nCNN: Is it so? Thank you.\n") == ["CNN"]
    assert found_by(asking_outlets, "[晨报记者]好吗？\nCNN: It is so. Thank you.\n") == []


def test_an_outlet_asks_by_a_request_too() -> None:
    asked = "[晨报记者]好吗？\n《渔业》：请您谈谈。\n"
    assert found_by(asking_outlets, asked) == ["《渔业》"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("记者：好吗？\n高洁：好。", ["高洁"]),
        ("高洁：好吗？\n林小禾：好。", ["高洁"]),
        ("问题：好吗？\n高洁：好。", []),
        ("记者：好。\n高洁：好。", []),
    ],
)
def test_short_names_answer_or_ask_right_beside_a_question(text: str, names: list[str]) -> None:
    assert found_by(beside_questions, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("REPORTER:\nWere they safe?\n\nROE:\nI think so.\n", ["ROE"]),
        ("REPORTER:\nThey were safe.\n\nROE:\nI think so.\n", []),
        ("REPORTER:\nWere they safe?\n\nRoe:\nI think so.\n", []),
        ("Low:\nWere they safe?\n\nROE:\nI think so.\n", []),
    ],
)
def test_a_word_in_capitals_answers_right_below_who_surely_asks(
    text: str, names: list[str]
) -> None:
    assert found_by(answering_in_capitals, text) == names
