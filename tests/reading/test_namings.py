"""How a text names what stands before its colons."""

import re

import pytest

from annotator.reading.namings import (
    called_on,
    in_full_above,
    interviews,
    introduced,
    present,
    spoken_to,
    topics,
)
from tests.reading.sighted import found_by, sighted


def test_a_name_is_introduced_by_an_office_a_call_or_a_courtesy() -> None:
    text = "请方远回答。局长高洁到场。\n方远：好。\n高洁：好。\n安康：安康先生来了。"
    assert introduced(text, sighted(text)) == {"方远", "高洁", "安康"}
    assert called_on(text, sighted(text)) == {"方远", "安康"}


def test_a_label_that_says_so_calls_somebody_by_the_surname() -> None:
    text = "方远（以下简称“方”）：好。\n港务公司（以下简称“公司”）：付费。\n方：好。\n公司：好。"
    assert called_on(text, sighted(text)) == {"方"}
    text = text.replace("方远", "港务局局长方远")
    assert called_on(text, sighted(text)) == {"方"}


def test_an_office_behind_a_name_introduces_it() -> None:
    text = "安康导演来了。航线价格。\n安康：好。\n航线：好。"
    assert introduced(text, sighted(text)) == {"安康"}
    assert called_on(text, sighted(text)) == set()


def test_a_name_in_a_list_is_introduced() -> None:
    text = "我们问了范舟、林大海。\n范舟：北礁。\n方远：南湾。\n林大海：南湾。"
    assert introduced(text, sighted(text)) == {"范舟", "林大海"}


def test_lists_of_who_is_there_name_people() -> None:
    listed = "Present: Zoë, Mo (chair), and Bo Low.\nCost: Two"
    assert present(listed) == {"Zoë", "Mo", "Bo Low", "Low"}


def test_topics_are_what_a_text_speaks_of() -> None:
    assert "Port Lowe" in topics("We met in Port Lowe.")
    assert "Ann Roe" not in topics("You hear the Ann Roe Show.")
    assert "Ann Roe" not in topics("I heard the Ann Roe v Bo Lund debate.")


@pytest.mark.parametrize(
    ("speech", "is_spoken_to"),
    [
        ("Thank you, Dan.", True),
        ("Dan, can you hear me?", True),
        ("Next is Dan from Kelp Radio.", True),
        ("It was Dan from Kelp Radio.", False),
        ("We saw Paris, Dan and the sea.", False),
        ("Dan, a man of few words, left.", False),
    ],
)
def test_who_is_spoken_to_is_named_by_it(speech: str, *, is_spoken_to: bool) -> None:
    text = f"Mayor Lee: Hello.\nDan: I praise the crews.\nMayor Lee: {speech}"
    assert ("Dan" in spoken_to(text, sighted(text))) is is_spoken_to


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("林大海接受港口之聲的專訪", True),
        ("港口之聲對林大海教授進行獨家專訪", True),
        ("港口之聲昨日報道，林大海接受專訪", False),
    ],
)
def test_an_outlet_interviews_whom_the_text_says(text: str, *, asks: bool) -> None:
    assert bool(re.search(interviews("港口之聲"), text)) is asks
    assert ("港口之聲" in called_on(text, sighted(f"{text}\n港口之聲：好？"))) is asks


def test_a_name_at_the_end_of_another_label_is_introduced() -> None:
    text = "港口電視臺記者 林海：這裡。\n林海：對。"
    assert "林海" in introduced(text, sighted(text))


@pytest.mark.parametrize(
    ("head", "said", "names"),
    [
        ("Harriet Roe spoke of ports.", "ROE: Good morning. I am glad.", ["ROE"]),
        ("Harriet Roe spoke of ports.", "ROE: The ports", []),
        ("The bank spoke of ports.", "ROE: Good morning. I am glad.", []),
        ("Harriet Roe spoke of ports.", "Harriet: Thank you all. I am glad.", ["Harriet"]),
        ("Harriet Roe spoke of ports.", "Harriet: Ports are open. I am glad.", []),
        ("Ships lie in South Lund in May.", "LUND: Good morning. I am glad.", []),
    ],
)
def test_a_word_may_come_once_where_the_text_above_has_it_in_a_whole_name(
    head: str, said: str, names: list[str]
) -> None:
    text = f"A talk\n\n{head}\n\nBo Low: Good morning to you. Let us start.\n\n{said}\n"
    assert found_by(in_full_above, text) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("ROE: Good morning. I am glad.", ["ROE"]),
        ("ROE: The port is open. I am glad.", []),
        ("Roe: Good morning. I am glad.", []),
    ],
)
def test_where_nobody_else_speaks_it_has_to_greet_in_capitals(said: str, names: list[str]) -> None:
    assert found_by(in_full_above, f"Harriet Roe spoke of ports.\n\n{said}\n") == names
