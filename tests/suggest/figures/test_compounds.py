"""Numbers that are made of several words, and what they come to."""

import pytest

from annotator.suggest.figures import suggest_figures


@pytest.mark.parametrize(
    ("text", "span", "low", "unit"),
    [
        ("seven G20 meetings", "seven", "7", ""),
        ("it cost 2018 € then", "2018 €", "2018", "EUR"),
        ("seven g of gold", "seven g", "7", "gram"),
        ("4萬1,257例", "4萬1,257例", "41257", "case"),
        ("身高1米8，", "1米8", "1.8", "metre"),
        ("一米七五的个子", "一米七五", "1.75", "metre"),
        ("以46秒40夺冠", "46秒40", "46.4", "second"),
        ("1小时20分到", "1小时20分", "80", "minute"),
        ("四分半鐘一班", "四分半鐘", "4.5", "minute"),
        ("10度电", "10度", "10", "kilowatt-hour"),
        ("600個人到場", "600個", "600", "person"),
        ("买两套房子", "两套", "2", "set"),
        ("6台风机", "6台", "6", "machine"),
        ("2人才能通过", "2人", "2", "person"),
        ("廿年老設備", "廿年", "20", "year"),
        ("3天数起来不多", "3天", "3", "day"),
        ("收兩折。", "兩折", "0.2", ""),
        ("四蚊車資", "四蚊", "4", "HKD"),
        ("一块二毛五涨到新价", "一块二毛五", "1.25", "CNY"),
        ("一块五要业主同意", "一块五", "1.5", "CNY"),
        ("三个人工作", "三个", "3", "person"),
        ("3个人才中心", "3个", "3", "item"),
        ("a foot and a half", "a foot and a half", "1.5", "foot"),
        ("it took 15-months", "15-months", "15", "month"),
        ("in 3.7-seconds", "3.7-seconds", "3.7", "second"),
        ("two dollars and fifty cents", "two dollars and fifty cents", "2.5", "USD"),
        ("one euro 20 cents", "one euro 20 cents", "1.2", "EUR"),
        ("up point two five percent", "point two five percent", "0.25", "percent"),
        ("by point zero five percent", "point zero five percent", "0.05", "percent"),
        ("nearly an inch", "nearly an inch", "1", "inch"),
        ("8 feet 3 inches", "8 feet 3 inches", "99", "inch"),
        ("5 foot 10", "5 foot 10", "70", "inch"),
        ("six foot four", "six foot four", "76", "inch"),
        ("3 lb 4 oz", "3 lb 4 oz", "52", "ounce"),
        ("1 in 100,000 people", "1 in 100,000", "0.00001", ""),
        ("19 straight months", "19 straight months", "19", "month"),
        ("two more inches", "two more inches", "2", "inch"),
        ("a quarter-point", "quarter-point", "0.25", "point"),
        ("three-quarter-point", "three-quarter-point", "0.75", "point"),
        ("the half hour", "half hour", "0.5", "hour"),
        ("the last dozen years", "dozen years", "12", "year"),
        ("¾%", "¾%", "0.75", "percent"),
        ("2萬5,250元", "2萬5,250元", "25250", "TWD"),
        ("2万5千人", "2万5千人", "25000", "person"),
        ("955百帕", "955百帕", "955", "pascal"),
        ("3万千瓦", "3万千瓦", "30000", "kilowatt"),
        ("四年零一个月", "四年零一个月", "49", "month"),
        ("1岁零7个月", "1岁零7个月", "19", "month"),
        ("3分30秒", "3分30秒", "210", "second"),
        ("11p a litre", "11p", "0.11", "GBP"),
        ("the 1,000th store", "1,000th", "1000", ""),
        ("打八折", "八折", "0.8", ""),
        ("九成半的人", "九成半", "0.95", ""),
        ("3成5", "3成5", "0.35", ""),
        ("攝氏12度", "攝氏12度", "12", "degree Celsius"),
        ("-1.03‰", "-1.03‰", "-0.00103", "per mille"),
        ("万分之一点二", "万分之一点二", "0.00012", ""),
        ("a quarter of a million", "a quarter of a million", "250000", ""),
        ("half of one percent", "half of one percent", "0.5", "percent"),
        ("a quarter of a percentage point", "a quarter of a percentage point", "0.25", "pp"),
        ("half a percentage point", "half a percentage point", "0.5", "pp"),
        ("an hour and a half", "an hour and a half", "1.5", "hour"),
        ("a million and a half", "a million and a half", "1500000", ""),
        ("two-and-a-half million", "two-and-a-half million", "2500000", ""),
        ("a half-hour", "half-hour", "0.5", "hour"),
        ("9 minutes and 40 seconds", "9 minutes and 40 seconds", "580", "second"),
        ("2-1/4 percent", "2-1/4 percent", "2.25", "percent"),
        ("2½ years", "2½ years", "2.5", "year"),
        ("was .5 percent", ".5 percent", "0.5", "percent"),
        ("1.2m people", "1.2m", "1200000", "person"),
        ("a 14- day trend", "14- day", "14", "day"),
        ("rents tripled", "tripled", "3", "times"),
        ("more than doubled", "more than doubled", "2", "times"),
    ],
)
def test_a_number_of_several_words_is_one_figure(text: str, span: str, low: str, unit: str) -> None:
    [found] = suggest_figures(text)
    assert found.text == span
    assert found.figure is not None
    assert (found.figure.low, found.figure.high, found.figure.unit) == (low, low, unit)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("一周7天", ["7天"]),
        ("$4.25 a dozen", ["$4.25"]),
        ("in 2024 to 33,000", ["2024", "33,000"]),
        ("in 2018 €4.34 billion", ["2018", "€4.34 billion"]),
        ("Section 45X applies", []),
        ("一年级新生", []),
    ],
)
def test_what_only_stands_side_by_side_stays_apart(text: str, figures: list[str]) -> None:
    assert [s.text for s in suggest_figures(text) if s.text != "一周"] == figures


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("won 24-17", "24", "17", "score"),
        ("a 6-3 majority", "6", "3", "score"),
        ("they voted seven to two", "7", "2", "score"),
        ("6.4比1的比价", "6.4", "1", "ratio"),
        ("再过1、2周", "1", "2", "range"),
        ("来了二、三十人", "20", "30", "range"),
        ("between one and two knots", "1", "2", "range"),
        ("3比0战胜对手", "3", "0", "score"),
        ("the 5-4 ruling", "5", "4", "score"),
        ("a five-to-four ruling", "5", "4", "score"),
        ("he was 11-of-14", "11", "14", "ratio"),
        ("minus 5 to minus 10 degrees", "-10", "-5", "range"),
        ("师生比1:18", "1", "18", "ratio"),
        ("$5-, $6-billion", "5000000000", "6000000000", "range"),
        ("ages 9 through 12", "9", "12", "range"),
    ],
)
def test_two_numbers_against_each_other(text: str, low: str, high: str, kind: str) -> None:
    [found] = suggest_figures(text)
    assert found.figure is not None
    assert (found.figure.low, found.figure.high, found.figure.kind) == (low, high, kind)
