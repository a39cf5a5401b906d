"""Steps and multiples told against a number that is called by its name."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("明年人均补助1070元。今年人均补助1020元，也就是说人均补助增加60元。", "conflict"),
        ("明年人均补助1070元。今年人均补助1020元，也就是说人均补助增加50元。", "consistent"),
        ("洪峰水位48.7米，超保证水位1.7米，保证水位是46.5米。", "conflict"),
        ("洪峰水位48.7米，超保证水位2.2米，保证水位是46.5米。", "consistent"),
        ("第一期投入138亿元，第二期投入164亿元，比第一期多36亿元。", "conflict"),
        ("第一期投入138亿元，第二期投入164亿元，比第一期多26亿元。", "consistent"),
        ("自由行旅客62万人，团客31万人，自由行是团客的三倍。", "conflict"),
        ("自由行旅客62万人，团客31万人，自由行是团客的两倍。", "consistent"),
    ],
)
def test_a_step_is_held_against_the_number_that_its_words_name(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


def test_another_thing_is_not_what_the_words_name() -> None:
    assert found_in("人均补助1020元，每亩补助增加60元。", "growth") == []


def test_what_is_so_many_times_another_may_be_told_behind() -> None:
    text = "假日运量是平日的{}倍，平日5万8,000人次，假日8万7,000人次。"
    assert [v for v, _t in found_in(text.format("1.2"), "growth")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("1.5"), "growth")] == ["consistent"]
