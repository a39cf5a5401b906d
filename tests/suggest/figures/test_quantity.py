"""Figures as people write them, in Chinese and English, read as quantities."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.quantity import Quantity
from annotator.suggest.figures.quantity import figures_in, read_quantity


def read(quote: str) -> Quantity:
    """Return what a quote states; it must state something."""
    quantity = read_quantity(quote)
    assert quantity is not None, quote
    return quantity


def stated(quote: str) -> tuple[str, str, str]:
    """Return low, high and unit of a quote."""
    quantity = read(quote)
    return quantity.low, quantity.high, quantity.unit


CHINESE = {
    "2.3万人": ("23000", "23000", "person"),
    "三万五千": ("35000", "35000", ""),
    "三万五": ("35000", "35000", ""),
    "两亿": ("200000000", "200000000", ""),
    "3.58万亿": ("3580000000000", "3580000000000", ""),
    "1亿2000万元": ("120000000", "120000000", "CNY"),
    "一百零五名": ("105", "105", "person"),
    "1,739期": ("1739", "1739", "session"),
    "１２３４人": ("1234", "1234", "person"),
    "２．３萬人": ("23000", "23000", "person"),
    "兩億元": ("200000000", "200000000", "TWD"),
    "三點五倍": ("3.5", "3.5", "times"),
    "5 个": ("5", "5", "item"),
    "120平方米": ("120", "120", "square metre"),
    "人民币50万元": ("500000", "500000", "CNY"),
    "50万美元": ("500000", "500000", "USD"),
    "3千多人": ("3000", "3000", "person"),
    "百万人次": ("1000000", "1000000", "person-time"),
    "零下5度": ("-5", "-5", "degree"),
    "0.5个百分点": ("0.5", "0.5", "pp"),
    "25个基点": ("25", "25", "bp"),
    "三十个工作日": ("30", "30", "day"),
}
ENGLISH = {
    "2.3 million people": ("2300000", "2300000", "person"),
    "twenty-three": ("23", "23", ""),
    "half a million": ("500000", "500000", ""),
    "two and a half million": ("2500000", "2500000", ""),
    "one hundred and five days": ("105", "105", "day"),
    "three hundred thousand": ("300000", "300000", ""),
    "one million two hundred thousand": ("1200000", "1200000", ""),
    "a trillion dollars": ("1000000000000", "1000000000000", "USD"),
    "$5 million": ("5000000", "5000000", "USD"),
    "$5m": ("5000000", "5000000", "USD"),
    "£1.2bn": ("1200000000", "1200000000", "GBP"),
    "US$ 300": ("300", "300", "USD"),
    "$5.04 and a quarter": ("5.0425", "5.0425", "USD"),
    "4 and a half percent": ("4.5", "4.5", "percent"),
    "31-and-a-quarter miles": ("31.25", "31.25", "mile"),
    "$6 and a half million": ("6500000", "6500000", "USD"),
    "a million two": ("1200000", "1200000", ""),
    "two billion five": ("2500000000", "2500000000", ""),
    "two million five hundred": ("2000500", "2000500", ""),
    "three point two percent": ("3.2", "3.2", "percent"),
    "1 point 35 million": ("1350000", "1350000", ""),
    "a half million": ("500000", "500000", ""),
    "a half hour": ("0.5", "0.5", "hour"),
    "a 7-foot-2": ("86", "86", "inch"),
    "40-mile-an-hour": ("40", "40", "mile"),
    "$18-an-hour": ("18", "18", "USD"),
    "12-foot-deep": ("12", "12", "foot"),
    "a year or so": ("1", "1", "year"),
    "Rs 30 crore": ("300000000", "300000000", "INR"),
    "85 cents": ("0.85", "0.85", "USD"),
    "1.5 AUD": ("1.5", "1.5", "AUD"),
    "30 billion Argentine peso": ("30000000000", "30000000000", "ARS"),
    "30 euro cents": ("0.3", "0.3", "EUR"),
    "60 pence": ("0.6", "0.6", "GBP"),
    "five-day": ("5", "5", "day"),
    "three-dose": ("3", "3", "dose"),
    "20-year-old": ("20", "20", "age year"),
    "10-fold": ("10", "10", "times"),
    "twice": ("2", "2", "times"),
    "tenfold": ("10", "10", "times"),
    "25 basis points": ("25", "25", "bp"),
    "7.5 percentage points": ("7.5", "7.5", "pp"),
    "35pc": ("35", "35", "percent"),
    "96.5 per cent": ("96.5", "96.5", "percent"),
    "half an hour": ("0.5", "0.5", "hour"),
    "three dozen": ("36", "36", ""),
    "minus 5 degrees": ("-5", "-5", "degree"),
    "1,234.5 metric\ntons": ("1234.5", "1234.5", "tonne"),
}


@pytest.mark.parametrize(("quote", "expected"), [*CHINESE.items(), *ENGLISH.items()])
def test_a_number_with_its_magnitude_and_unit(quote: str, expected: tuple[str, str, str]) -> None:
    assert stated(quote) == expected


RANGES = {
    "50—300万元": ("500000", "3000000", "CNY"),
    "$50-300 million": ("50000000", "300000000", "USD"),
    "2 to 3 percent": ("2", "3", "percent"),
    "10 到 20": ("10", "20", ""),
    "5%至8%": ("5", "8", "percent"),
    "800到1.2万人": ("800", "12000", "person"),
    "三到五千元": ("3000", "5000", "CNY"),
    "七八百人": ("700", "800", "person"),
    "三五个": ("3", "5", "item"),
    "十七八岁": ("17", "18", "age year"),
    "between 5 and 10 percent": ("5", "10", "percent"),
    "5- to 9-year-olds": ("5", "9", "age year"),
    "$40-60K": ("40000", "60000", "USD"),
    "$12-, $13,000": ("12000", "13000", "USD"),
    "two or three days": ("2", "3", "day"),
    "百分之三十到四十": ("30", "40", "percent"),
    "一两个月": ("1", "2", "month"),
}


@pytest.mark.parametrize(("quote", "expected"), RANGES.items())
def test_a_range_is_one_figure_and_its_magnitude_belongs_to_both_ends(
    quote: str, expected: tuple[str, str, str]
) -> None:
    assert stated(quote) == expected
    assert read(quote).kind == "range"
    assert [quote[f.start : f.end] for f in figures_in(quote)] == [quote]


@pytest.mark.parametrize(
    ("quote", "value", "kind", "unit"),
    [
        ("百分之三十", "30", "percent", "percent"),
        ("96.5%", "96.5", "percent", "percent"),
        ("９６．５％", "96.5", "percent", "percent"),
        ("四分之一", "0.25", "fraction", ""),
        ("千分之五", "0.005", "fraction", ""),
        ("萬分之三", "0.0003", "fraction", ""),
        ("三成", "0.3", "fraction", ""),
        ("三成五", "0.35", "fraction", ""),
        ("减半", "0.5", "fraction", ""),
        ("two-thirds", "0.666666666667", "fraction", ""),
        ("a third", "0.333333333333", "fraction", ""),
        ("three quarters", "0.75", "fraction", ""),
        ("half", "0.5", "fraction", ""),
        ("one in three", "0.333333333333", "fraction", ""),
        ("3/4", "0.75", "fraction", ""),
        ("2.6倍", "2.6", "multiple", "times"),
        ("翻一番", "2", "multiple", "times"),
        ("翻两番", "4", "multiple", "times"),
        ("翻倍", "2", "multiple", "times"),
        ("第二十一次", "21", "ordinal", "time"),
        ("第三", "3", "ordinal", ""),
        ("21st", "21", "ordinal", ""),
        ("second", "2", "ordinal", ""),
        ("twenty-first", "21", "ordinal", ""),
        ("每半年", "0.5", "duration", "year"),
        ("半个月", "0.5", "duration", "month"),
        ("一年半", "1.5", "duration", "year"),
        ("两个半小时", "2.5", "duration", "hour"),
        ("一周", "1", "duration", "week"),
        ("100周年", "100", "duration", "anniversary"),
        ("8.63亿元", "863000000", "money", "CNY"),
        ("39岁", "39", "cardinal", "age year"),
    ],
)
def test_the_kind_of_a_figure(quote: str, value: str, kind: str, unit: str) -> None:
    quantity = read(quote)
    assert (quantity.low, quantity.high) == (value, value)
    assert (quantity.kind, quantity.unit, quantity.comparator) == (kind, unit, "=")


@pytest.mark.parametrize("quote", ["1:3", "1：3", "一比三", "3.5:1"])
def test_a_ratio_has_two_sides(quote: str) -> None:
    quantity = read(quote)
    assert quantity.kind == "ratio"
    assert {quantity.low, quantity.high} <= {"1", "3", "3.5"}


@pytest.mark.parametrize(
    ("quote", "number", "word", "comparator"),
    [
        ("up to 30%", "30", "up to", "<="),
        ("近千人", "1000", "近", "<~"),
        ("近30%", "30", "近", "<~"),
        ("約2.3萬人", "23000", "約", "~"),
        ("7700多人", "7700", "多", ">~"),
        ("20多万人", "200000", "多", ">~"),
        ("20余万人", "200000", "余", ">~"),
        ("7岁多", "7", "多", ">~"),
        ("三个多月", "3", "多", ">~"),
        ("十几亿", "1000000000", "几", ">~"),
        ("十来个", "10", "来", ">~"),
        ("50万以上", "500000", "以上", ">="),
        ("39岁左右", "39", "左右", "~"),
        ("不超过20分", "20", "不超过", "<="),
        ("超过20分", "20", "超过", ">"),
        ("达不到30%", "30", "达不到", "<"),
        ("一年内", "1", "内", "<="),
        ("连续三年", "3", "连续", "="),
        ("about 2.3 million", "2300000", "about", "~"),
        ("more than\na trillion dollars", "1000000000000", "more than", ">"),
        ("no more than 5 days", "5", "no more than", "<="),
        ("nearly two-thirds", "0.666666666667", "nearly", "<~"),
        ("30 minutes or so", "30", "or so", "~"),
        ("50 or more", "50", "or more", ">="),
        ("超過三成", "0.3", "超過", ">"),
        ("約7700多人", "7700", "約…多", ">~"),
        ("at least 50 percent", "50", "at least", ">="),
    ],
)
def test_a_comparator_is_told_and_never_folded_into_the_number(
    quote: str, number: str, word: str, comparator: str
) -> None:
    quantity = read(quote)
    assert (quantity.low, quantity.high) == (number, number)
    assert (quantity.approximator, quantity.comparator) == (word, comparator)


@pytest.mark.parametrize(
    ("quote", "low"),
    [
        ("数十", "10"),
        ("數百人", "100"),
        ("几十万", "100000"),
        ("上百家", "100"),
        ("dozens", "24"),
        ("hundreds of thousands", "100000"),
        ("tens of millions", "10000000"),
    ],
)
def test_a_plural_power_is_a_lower_bound(quote: str, low: str) -> None:
    quantity = read(quote)
    assert (quantity.low, quantity.high, quantity.comparator) == (low, "", ">=")


@pytest.mark.parametrize("quote", ["近三年", "近两个月", "近10年"])
def test_the_past_years_are_not_approximate(quote: str) -> None:
    quantity = read(quote)
    assert (quantity.approximator, quantity.comparator) == ("", "=")
    assert [(f.start, f.end) for f in figures_in(quote)] == [(0, len(quote))]


@pytest.mark.parametrize(
    "quote", ["", "没有数字", "no number", "70后", "COVID-19", "G20", "5G", "H5"]
)
def test_what_is_no_figure_has_no_quantity(quote: str) -> None:
    assert read_quantity(quote) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("建成7.1万个服务站", ["7.1万个"]),
        ("over 50 million doses of it", ["over 50 million"]),
        ("Wi-Fi 6E, F-16 and COVID-19", []),
        ("电话0931-5550123，分机", []),
        ("统一安排，十分重要，进一步", []),
        ("节约5000元", ["5000元"]),
        ("附近30户", ["30户"]),
        ("from 5 percent to 8 percent", ["5 percent", "8 percent"]),
        ("3月5日14:30到场120人", ["3月5日", "14:30", "120人"]),
        ("每天30分钟", ["30分钟"]),
        ("$5 a day", ["$5"]),
        ("版本2.3.1已发布", []),
        ("第一、第二季度", []),
        ("增长12.5%,其中3家", ["12.5%", "3家"]),
    ],
)
def test_where_figures_start_and_end(text: str, figures: list[str]) -> None:
    assert [text[f.start : f.end] for f in figures_in(text) if not f.is_bare] == figures


@pytest.mark.parametrize("text", ["一套", "一个", "三", "one", "千"])
def test_an_article_or_lone_numeral_is_bare(text: str) -> None:
    assert [figure.is_bare for figure in figures_in(text)] == [True]


def test_a_bare_numeral_counts_when_a_person_marks_it() -> None:
    assert stated("三") == ("3", "3", "")
    assert stated("一套") == ("1", "1", "set")


def test_a_figure_wins_over_a_bare_numeral_in_the_quote() -> None:
    assert stated("一个村30户") == ("30", "30", "household")


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("in 2020", "2020", "date"),
        ("2020 people", "", "cardinal"),
        ("about 2020", "", "cardinal"),
        ("2,020", "", "cardinal"),
        ("2500", "", "cardinal"),
    ],
)
def test_a_lone_number_like_a_year_is_one(text: str, value: str, kind: str) -> None:
    assert (read(text).value, read(text).kind) == (value, kind)


def test_a_word_behind_a_number_without_unit_is_no_limit() -> None:
    assert read("30内").approximator == ""
    assert read("30天内").approximator == "内"


def test_unit_text_is_the_texts_own() -> None:
    assert read("3億個").unit_text == "個"
    assert read("about 40 people").unit_text == "people"


SCRAPS = st.sampled_from(
    [*"209.万亿千百十三两零点多几近约个人%-—:年月日第半成 \n$𠮷x数", "9,", "分之"]
) | (st.sampled_from(["to", " and ", "million", "half", "a ", "one", "twenty", "third", "about "]))


@settings(max_examples=100)
@given(st.lists(SCRAPS, max_size=25).map("".join))
def test_any_text_gives_ordered_figures_with_decimal_bounds(text: str) -> None:
    found = list(figures_in(text))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def seconds_for(text: str) -> float:
    """Return the processor time that finding all figures takes."""
    started = process_time()
    list(figures_in(text))
    return process_time() - started


@pytest.mark.parametrize(
    "scrap",
    ["1", "1,", "一", "十", "万", "1-", "1万", "one ", "a ", "half a ", "约", "1 to ", "1.1,"],
)
def test_a_run_sixteen_times_as_long_takes_no_square_of_that(scrap: str) -> None:
    assert seconds_for(scrap * 4_000) < 64 * seconds_for(scrap * 250) + 0.2


def test_a_list_shares_the_unit_that_its_last_number_has() -> None:
    found = list(figures_in("分别增长6.4、5.0和3.1个百分点"))
    assert [(f.quantity.low, f.quantity.unit) for f in found] == [
        ("6.4", "pp"),
        ("5", "pp"),
        ("3.1", "pp"),
    ]


def test_a_year_in_a_list_keeps_being_a_year() -> None:
    found = list(figures_in("2031和2032年的预算"))
    assert [f.quantity.value for f in found] == ["2031", "2032"]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("百分之二十點五", "20.5", "percent"),
        ("百分之三點六七", "3.67", "percent"),
        ("一百零二点五公斤", "102.5", "kilogram"),
        ("三．六七％", "3.67", "percent"),
        ("0.15百分點", "0.15", "pp"),
        ("六四三萬九○二○劑", "6439020", "dose"),
        ("共72 405宗", "72405", "case"),
        ("nearly a decade", "1", "decade"),
        ("hundreds of millions of dollars", "100000000", "USD"),
    ],
)
def test_rarer_spellings_of_numbers_have_their_values(text: str, low: str, unit: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.low, quantity.unit) == (low, unit)
