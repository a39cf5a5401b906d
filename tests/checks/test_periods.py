"""Which time words speak of."""

import pytest

from annotator.checks.periods import differ_in_period, periods_in


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
    ],
)
def test_different_times(first: str, second: str) -> None:
    assert differ_in_period(first, second)
    assert differ_in_period(second, first)
    assert not differ_in_period(first, first)


def test_a_time_on_one_side_does_not_tell_apart() -> None:
    assert not differ_in_period("去年全市新增|", "全市新增|")
    assert periods_in("全市新增|") == {}
