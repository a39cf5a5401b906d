"""Which currency a plain 元 is and which calendar a year is of."""

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
        (f"{SIMPLIFIED}在香港、台北各有一家,每人500元", "CNY"),
        (f"{SIMPLIFIED}新台币走强,每人500元", "TWD"),
        (f"{TRADITIONAL}折合人民幣500元", "CNY"),
        ("本港醫療費用調整,普通科門診每次150元", "HKD"),
        ("聽取施政報告,每戶補助500元", "TWD"),
        ("公屋單位的輪候時間縮短,每月租金500元", "HKD"),
        ("銅鑼灣的商戶通過區議會申請,每家500元", "HKD"),
        ("巴士公司話會加價,每程加嘅係5元", "HKD"),
        ("氹仔的居民每戶500元", "MOP"),
        ("國務院今天宣布,每人補貼500元", "CNY"),
        ("澳門現金分享計畫,每人10000元", "MOP"),
        (f"{TRADITIONAL}每人500美元", "USD"),
        (f"{TRADITIONAL}美金約5億元", "USD"),
        (f"{TRADITIONAL}人民幣超過3,000億", "CNY"),
        ("兩億元", "TWD"),
        ("2萬5,250元", "TWD"),
        ("500元", "CNY"),
    ],
)
def test_script_and_names_tell_the_currency_unless_the_text_does(text: str, unit: str) -> None:
    assert unit_in(text) == unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("113年來臺旅客創新高", "2024"),
        ("112年的統計顯示", "2023"),
        ("111、112年都賸餘", "2022"),
        ("自98年以來首見", "2009"),
        ("中心成立於76年", "1987"),
        ("98年3月公告", "2009-03"),
        ("一一三年度總預算", "2024"),
        ("109年至112年的預算", "2020/2023"),
        ("117學年度新生", "2028"),
        ("116 年多項工程發包", "2027"),
        ("高於104年的93%", "2015"),
        ("低於112年同期", "2023"),
        ("民國86年到91年施工", "1997/2002"),
        ("民國110年至112年施工", "2021/2023"),
    ],
)
def test_in_a_taiwanese_text_years_count_from_1912(text: str, value: str) -> None:
    assert next(figures_in(f"{text},經費由縣庫負擔")).quantity.value == value


@pytest.mark.parametrize(
    "text",
    [
        "老屋已有112年歷史,經費由縣庫負擔",
        "長達120年的鐵路,經費由縣庫負擔",
        "判處他50年徒刑,經費由縣庫負擔",
        "在40年內還清,經費由縣庫負擔",
        "是過去四十三年以來最低,經費由縣庫負擔",
        "113年来的统计显示,经费由县库负担",
        "本港開埠112年,經費由政府負擔,香港市民",
    ],
)
def test_a_length_of_time_stays_one(text: str) -> None:
    quantity = next(figures_in(text)).quantity
    assert (quantity.value, quantity.kind) == ("", "duration")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("他民國53年出生,75年大學畢業", ["1964", "1986"]),
        ("他民國53年出生,服務40年了", ["1964", ""]),
        ("他民國53年出生,租約50年了", ["1964", ""]),
        ("租約75年,大學畢業", [""]),
    ],
)
def test_years_of_two_digits_are_told_by_one_in_full(text: str, values: list[str]) -> None:
    found = figures_in(f"{text},經費由縣庫負擔")
    assert [figure.quantity.value for figure in found] == values


def test_on_the_mainland_two_digits_are_of_the_last_century() -> None:
    assert next(figures_in("他98年3月参加工作,经费由县里负担")).quantity.value == "1998-03"
