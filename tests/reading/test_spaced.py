"""Chinese labels that only white space sets off."""

import pytest

from annotator.reading.spaced import spaced

TALK = "主持人 大家好。\n王强 我们开始。\n记者 请问票价？\n王强 两元。\n"


def test_a_label_is_what_stands_before_the_white_space() -> None:
    found = spaced(TALK)
    assert [s.verdict.name for s in found] == ["主持人", "王强", "记者", "王强"]
    assert TALK[found[1].candidate.body_start :].startswith("我们")


def test_an_office_and_a_name_are_one_label() -> None:
    first = spaced("　市水务局局长　王强　各位好。\n" + TALK)[0]
    assert (first.start, first.verdict.name) == (1, "王强")
    assert first.verdict.affiliation == "市水务局局长"


@pytest.mark.parametrize(
    "text",
    [
        TALK.replace("？", "。"),
        TALK.replace("。", ""),
        TALK.replace("记者", "票价").replace("主持人", "说明"),
        "主持人 王芳\n记者 李丽\n记者 赵敏\n摄影 陈伟？\n",
        "记者 请问票价？\n记者 请问班次？\n记者 何时开通？\n记者 多少钱？\n",
    ],
)
def test_lists_and_lines_of_one_who_asks_are_none(text: str) -> None:
    assert spaced(text) == []
