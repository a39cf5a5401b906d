"""Counts of what is named right behind them, or right in front."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("names", "verdict"),
    [
        ("Anna Lindt and Marc de Vries", "conflict"),
        ("Anna Lindt, Paul Keane and Marc de Vries", "consistent"),
    ],
)
def test_people_in_apposition_to_their_count_are_counted(names: str, verdict: str) -> None:
    text = f"She toured the valley with three mayors, {names}, to see the damage."
    assert found_in(text, "list") == [(verdict, ("three",))]


def test_names_that_go_on_are_no_apposition() -> None:
    text = "She met three mayors, Anna Lindt and Marc de Vries among them."
    assert found_in(text, "list") == []


@pytest.mark.parametrize(
    ("text", "verdict", "count"),
    [
        ("新开的门店有：东街店、西街店，南街店、北街店，一共五家。", "conflict", "五家"),
        ("新开的门店有：东街店、西街店，南街店、北街店，一共四家。", "consistent", "四家"),
        ("文件提出了住房、就业、教育、养老这五个方面的办法。", "conflict", "五个"),
        ("文件提出了住房、就业、教育、养老这四个方面的办法。", "consistent", "四个"),
        ("文件提出了住房和就业、教育、养老这四个方面的办法。", "consistent", "四个"),
    ],
)
def test_a_count_behind_its_list_is_of_all_of_it(text: str, verdict: str, count: str) -> None:
    assert (verdict, (count,)) in found_in(text, "list")


@pytest.mark.parametrize(
    "text",
    [
        "文件提出了住房、就业、教育、养老等这五个方面的办法。",
        "文件提出了住房、就业、教育、看过的养老这五个方面的办法。",
    ],
)
def test_a_list_that_is_open_or_tells_more_is_not_held(text: str) -> None:
    assert "conflict" not in [told for told, _texts in found_in(text, "list")]
