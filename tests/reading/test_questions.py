"""What questions bear out of the labels beside them."""

import pytest

from annotator.reading.questions import (
    answering_in_capitals,
    asking_outlets,
    beside_questions,
    surnames_in_turn,
)
from annotator.reading.turns import find_turns
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


def test_an_outlet_asks_how_somebody_sees_it() -> None:
    asked = "晨报记者：好吗？\n中视：外界有一些说法，{}这些说法，谢谢。\n"
    assert found_by(asking_outlets, asked.format("怎麼看")) == ["晨报记者", "中视"]
    assert found_by(asking_outlets, asked.format("没有")) == ["晨报记者"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李：好。\n马：好。\n李：船多。\n马：多。", ["李", "马"] * 2),
        ("李：好。\n马：好。\n李：船多。", []),
        ("李：好。\n马：好。\n马：船多。\n李：多。", []),
        ("李：好。\n马：好。\n李：船多。\n马：多。\n甲方：人。\n乙方：人。\n丙方：船。", []),
    ],
)
def test_surnames_take_turns(text: str, names: list[str]) -> None:
    assert found_by(lambda _, sightings: surnames_in_turn(sightings), text) == names


def test_surnames_in_turn_speak_though_the_text_has_them_elsewhere() -> None:
    talk = "李：马局长好。\n马：李记者好。\n李：马局长，船多吗？\n马：多。马路上也多。\n"
    assert [t.speaker for t in find_turns(f"马局长专访\n\n{talk}")][1:] == ["李", "马"] * 2


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
