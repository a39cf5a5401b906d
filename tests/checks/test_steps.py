"""A number with a step and what that is in percent."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("支出1286亿元，比2021年增加98亿元，增长9.2%。", "conflict"),
        ("支出1286亿元，比2021年增加98亿元，增长8.2%。", "consistent"),
        ("支出1286亿元，比上年减少98亿元，下降7.1%。", "consistent"),
        ("每月租金平均2,650元。今年十月加租百分之十，每户每月多付165元。", "conflict"),
        ("每月租金平均2,650元。今年十月加租百分之十，每户每月多付265元。", "consistent"),
        ("The bill is $120 a month. Rates go up by 10 percent, so you pay $18 more.", "conflict"),
        ("The bill is $120 a month. Rates go up by 10 percent, so you pay $12 more.", "consistent"),
    ],
)
def test_a_step_and_its_percentage(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


def test_the_working_says_whether_it_is_more_or_less() -> None:
    [working] = workings_of("支出1286亿元，比上年减少98亿元，下降9.1%。", "growth")
    assert working == "1286亿元 is 98亿元 less than before, a fall of 7.1%; stated is 9.1%."


def test_a_number_may_be_of_the_time_before_where_this_time_follows() -> None:
    text = "Spending came to $1,188 million, and {} it increased by $98 million, up 8.2 percent."
    assert [v for v, _ in found_in(text.format("this time"), "growth")] == ["consistent"]
    assert [v for v, _ in found_in(text.format("then"), "growth")] == ["conflict"]
