"""A change held against two numbers near it, of which one was before the other."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "It was 5 metres; now it has gone up to 15 metres, so the pace doubled.",
            "conflict",
        ),
        (
            "It was 5 metres; now it has gone up to 15 metres, so the pace tripled.",
            "consistent",
        ),
        (
            "The rate is 5.1 percent. It stood at 4.2 percent, so the rise is 1.4 points.",
            "conflict",
        ),
        (
            "The rate is 5.1 percent. It stood at 4.2 percent, so the rise is 0.9 points.",
            "consistent",
        ),
        (
            "We lost 310 beds in the flood. In 2021, it was 190, so the increase is 220.",
            "conflict",
        ),
        (
            "We have 450 clinics, better than the 390 we expected in June, a rise of 160.",
            "conflict",
        ),
        ("They have 900 nurses, twice the 600 they had in 2018.", "conflict"),
        ("They have 1,200 nurses, twice the 600 they had in 2018.", "consistent"),
        (
            "We saw 60 fires last year; the year before there were 40, so it has risen by a third.",
            "conflict",
        ),
        (
            "We saw 60 fires last year; the year before there were 40, so it has risen by half.",
            "consistent",
        ),
        (
            "It is 820 tonnes. The plan was sales of 600 tonnes, so we are 120 tonnes over it.",
            "conflict",
        ),
        ("去年前8個月旅客是210萬人次，今年同期是252萬人次，成長了三成左右。", "conflict"),
        ("去年前8個月旅客是210萬人次，今年同期是252萬人次，成長了兩成左右。", "consistent"),
        ("轮候时间是4.2年，和上一季比缩短了0.1年，比高位5.2年缩短了一年半。", "conflict"),
        ("轮候时间是4.2年，和上一季比缩短了0.1年，比高位5.2年缩短了一年。", "consistent"),
    ],
)
def test_a_change_is_held_against_what_was_and_what_is(text: str, verdict: str) -> None:
    assert verdict in {found for found, _texts in found_in(text, "growth")}


@pytest.mark.parametrize(
    "text",
    [
        "The sea had 900 crossings, three times the figure of 2021. The hills had 3,700.",
        "列车日均1.2万列，高峰日开行15,900列，去年是1.1万列。席位能力同比增长14.6%。",
        "人均收入从2016年的4200元提高到2019年的9300元，年均增幅30.3%。",
        "It was 40 tonnes and it is 60 tonnes now. Separately, the fee is nine dollars less.",
    ],
)
def test_a_change_of_something_else_is_not_told(text: str) -> None:
    assert "conflict" not in {found for found, _texts in found_in(text, "growth")}


def test_a_trade_surplus_is_what_sales_abroad_are_beyond_purchases() -> None:
    text = "今年出口是3,150億美元，進口是2,430億美元，出超大約{}億美元。"
    assert [v for v, _texts in found_in(text.format(620), "sum")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(720), "sum")] == ["consistent"]
