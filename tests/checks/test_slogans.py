"""Counts that no figure marks, and what is listed behind them."""

import pytest

from annotator.checks.slogans import slogans
from tests.checks.reading import found_in, read, scene_of

ALSO = "\n今年有300人。"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("我们做到三个确保：第一，确保供应；第二，确保质量；第三，确保价格。", "consistent"),
        (
            "我们做到三个确保：第一，确保供应；第二，确保质量；第三，确保价格；第四，确保时间。",
            "conflict",
        ),
        ("今年要抓好四个一批：新建一批、续建一批、储备一批。", "conflict"),
        ("今年要抓好三个一批：新建一批、续建一批、储备一批。", "consistent"),
        ("我们推出“三项”举措：一是下乡，二是送医，三是送药，四是送书。", "conflict"),
        ("管理有四原則：公正、公開、便民。", "conflict"),
    ],
)
def test_a_slogan_is_held_against_what_is_listed(text: str, verdict: str) -> None:
    assert [s.text for s in read(text + ALSO).statements] == ["300人"]
    assert [v for v, _texts in found_in(text + ALSO, "list")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "第三方面：修路、建桥。",
        "十四原则：公正、公開、便民。",
        "名为“四大行动”的计划：治水、治气。",
        "今年要抓好四个一批。",
        "党的十五大以来，本区的一个重要举措是：县县行动、户户参与，全面推广生态农业。",
        "他在星期五聚礼会上说，立场依然坚定，即决不放弃价值观和信仰。",
    ],
)
def test_other_numerals_are_no_slogans(text: str) -> None:
    assert list(slogans(scene_of(text + ALSO))) == []


@pytest.mark.parametrize(("count", "verdict"), [("三", "conflict"), ("四", "consistent")])
def test_a_slogan_in_quotes_is_held_against_numbered_sentences(count: str, verdict: str) -> None:
    text = (
        f"今年呈现“{count}个向好”的特点。一是空气好转，二是水质好转，三是海水好转，四是土壤稳定。"
    )
    assert [v for v, _texts in found_in(text + ALSO, "list")] == [verdict]


def test_a_text_without_figures_has_none() -> None:
    assert found_in("管理有四原則：公正、公開、便民。", "list") == []
