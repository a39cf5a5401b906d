"""Which currency a plain 元 is."""

import pytest

from annotator.suggest.figures.quantity import figures_in

TRADITIONAL = "立法院審查預算時,委員質詢長照經費與學費補助,"
SIMPLIFIED = "会议审议了预算,代表询问了养老经费和学费补助,"


def unit_in(text: str) -> str:
    """Return the unit of the last figure of a text."""
    return list(figures_in(text))[-1].quantity.unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (f"{TRADITIONAL}每人500元", "TWD"),
        (f"{TRADITIONAL}每度5角", "TWD"),
        (f"{SIMPLIFIED}每人500元", "CNY"),
        (f"{TRADITIONAL}折合人民幣500元", "CNY"),
        ("本港醫療費用調整,普通科門診每次150元", "HKD"),
        (f"{TRADITIONAL}每人500美元", "USD"),
        ("兩億元", "TWD"),
        ("500元", "CNY"),
    ],
)
def test_the_script_tells_the_currency_unless_the_text_does(text: str, unit: str) -> None:
    assert unit_in(text) == unit
