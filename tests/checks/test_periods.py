"""Which time words speak of."""

import pytest

from annotator.checks.periods import differ_in_period, first_year, periods_in, same_time


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2022年全市新增|", "2023年全市新增|"),
        ("去年全市新增|", "今年全市新增|"),
        ("春节假期接待游客|", "国庆假期接待游客|"),
        ("一季度完成|", "二季度完成|"),
        ("in January we had |", "in March we had |"),
        ("this year we hired |", "we plan to hire |, our target"),
        ("On Monday |", "On Friday |"),
        ("yesterday we treated |", "today we treated |"),
        ("two years ago it was |", "it was |"),
        ("去年完成|", "3月完成|"),
        ("民國112年完成|", "113年完成|"),
        ("112年完成|", "2024年完成|"),
    ],
)
def test_different_times(first: str, second: str) -> None:
    assert differ_in_period(first, second)
    assert differ_in_period(second, first)
    assert not differ_in_period(first, first)


def test_a_time_on_one_side_does_not_tell_apart() -> None:
    assert not differ_in_period("去年全市新增|", "全市新增|")
    assert periods_in("全市新增|") == {}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("去年", "2025-03-01"), ("2024年", ""), True),
        (("last year", "2025-03-01"), ("this year", "2025"), False),
        (("明年", "2024"), ("前年", "2027-01-01"), True),
        (("1月至3月", "2024-04-01"), ("March", "2024-09-01"), True),
        (("今年", ""), ("今年", ""), None),
        (("今年", "2024"), ("", "2024"), None),
        (("", "2024-04-01"), ("", "2024-04-01"), True),
        (("", "2024"), ("", "2024"), None),
        (("", ""), ("", ""), None),
    ],
)
def test_words_speak_of_one_year_of_different_ones_or_it_is_not_known(
    first: tuple[str, str], second: tuple[str, str], *, expected: bool | None
) -> None:
    assert same_time(first, second) is expected
    assert same_time(second, first) is expected


def test_a_title_names_its_first_year() -> None:
    assert first_year("2023年度（2022年）发布会") == "2023"
    assert first_year("Budget") == ""


@pytest.mark.parametrize(
    "words", ["建校110年来", "第115年", "110年的历史", "过去近100年", "1,115年"]
)
def test_so_many_years_are_no_year(words: str) -> None:
    assert first_year(words) == ""
    assert first_year("預算書（115年）") == "2026"


def test_a_quarter_of_something_is_no_time_before() -> None:
    assert not periods_in("about a quarter of the package")
    assert periods_in("a quarter ago")["relative"] == {"last"}


@pytest.mark.parametrize(
    ("months", "name"),
    [
        ("1至9月", "前三季度"),
        ("1月—6月", "上半年"),
        ("前三个月", "一季度"),
        ("首9个月", "前三季度"),
    ],
)
def test_the_months_from_january_on_are_quarters(months: str, name: str) -> None:
    assert not differ_in_period(f"{months}开工", f"{name}开工")
    assert differ_in_period(f"{months}开工", "四季度开工")
