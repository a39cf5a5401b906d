"""Numerals in pairs, slogans and titles, beside those that a quoted sentence states."""

import pytest

from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.slogans import is_in_title, is_pairwise, is_slogan
from annotator.suggest.figures.units import vocabulary


def found_in(text: str) -> str:
    """Return the words of all figures, with a bar between them."""
    return "|".join(text[one.start : one.end] for one in figures_in(text) if not one.is_bare)


@pytest.mark.parametrize(
    "text",
    [
        "落实“三抓两促”",
        "开展“百县千村”活动",
        "推行一乡镇一特色、一园多区",
        "坚持三查七对、五减两增,达到五专六室标准",
        "推出「百萬家庭支持計畫」",
        "宣布「3到8歲社區陪伴2.0」",
        "出版《百年目录》和《三年行动方案》",
    ],
)
def test_slogans_pairs_and_titles_hold_no_figures(text: str) -> None:
    assert found_in(text) == ""


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("他说“只要三千亿”", "三千亿"),
        ("规定“7天内完成5次”", "7天内|5次"),
        ("改为“每周一次”", "一次"),
        ("回答“我有三个孩子”", "三个"),
        ("“共12名”", "12名"),
        ("“8岁孩子长高2.5”", "8岁|2.5"),
        ("「總統許諾8年要蓋13萬戶」", "8年|13萬戶"),
        ("三死五伤,三横四纵", "三死|五伤"),
    ],
)
def test_a_quoted_sentence_states_its_figures(text: str, figures: str) -> None:
    assert found_in(text) == figures


def test_each_rule_looks_around_a_numeral() -> None:
    assert is_slogan("“三抓两促”", 1, 2, vocabulary())
    assert not is_slogan("“三抓两促", 1, 2, vocabulary())
    assert is_in_title("《百年目录》", 1, 3)
    assert not is_in_title("《目录》百年", 4, 6)
    assert is_pairwise("一人一档", 0, 2, vocabulary())
    assert not is_pairwise("一人来访", 0, 2, vocabulary())
