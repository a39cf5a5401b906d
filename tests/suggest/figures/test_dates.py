"""Dates and clock times as ISO 8601 text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.dates import date_at
from annotator.suggest.figures.english_dates import MONTHS
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import vocabulary


def value_of(text: str) -> tuple[str, str] | None:
    """Return the date at the start of a text, and what it spans."""
    found = date_at(fold(text), 0, vocabulary().day_parts)
    return None if found is None else (found[1].value, text[: found[0]])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2031年4月2日", "2031-04-02"),
        ("24/06/2031", "2031-06-24"),
        ("26-08-2031", "2031-08-26"),
        ("一九九0年", "1990"),
        ("May 5-7", "--05-05/--05-07"),
        ("March '31", "2031-03"),
        ("Oct. of ’97", "1997-10"),
        ("２０３１年４月２日", "2031-04-02"),
        ("二零三一年四月二日", "2031-04-02"),
        ("二〇三一年十二月", "2031-12"),
        ("2031 年 4 月 2 日", "2031-04-02"),
        ("2031年", "2031"),
        ("2031年度", "2031"),
        ("2031年底", "2031-12-31"),
        ("2031年初", "2031-01-01"),
        ("2032年2月底", "2032-02-29"),
        ("4月底", "--04-30"),
        ("4月2日", "--04-02"),
        ("4月2號", "--04-02"),
        ("4月", "--04"),
        ("4月份", "--04"),
        ("二十二日", "---22"),
        ("民國120年", "2031"),
        ("民国一百二十年", "2031"),
        ("4月2日至5日", "--04-02/--04-05"),
        ("4月2至5日", "--04-02/--04-05"),
        ("2031年1至8月", "2031-01/2031-08"),
        ("一至四月", "--01/--04"),
        ("九月廿二日", "--09-22"),
        ("廿三日", "---23"),
        ("2031/32至2040/41年度", "2031/2041"),
        ("2031-32年度", "2031/2032"),
        ("二零三一至三二財政年度", "2031/2032"),
        ("2029年至2031年", "2029/2031"),
        ("2029—2031年", "2029/2031"),
        ("2031年3月至5月", "2031-03/2031-05"),
        ("3-5月", "--03/--05"),
        ("1至4月", "--01/--04"),
        ("2031-04-02", "2031-04-02"),
        ("2031/4/2", "2031-04-02"),
        ("2019-2021", "2019/2021"),
        ("2019-21", "2019/2021"),
        ("1861-65", "1861/1865"),
        ("2019 to 2021", "2019/2021"),
        ("20世纪80年代", "1980/1989"),
        ("九十年代", "1990/1999"),
        ("113年3月", "2024-03"),
        ("112年度", "2023"),
        ("2024/25年", "2024/2025"),
        ("2月中旬", "--02"),
        ("6/20", "--06-20"),
        ("1/17/21", "2021-01-17"),
        ("may 5-7", "--05-05/--05-07"),
        ("3 to 5 may", "--05-03/--05-05"),
        ("june of 2021", "2021-06"),
        ("零点三十分", "00:30"),
        ("14时", "14:00"),
        ("0-24时", "00:00/24:00"),
        ("9:00 to 11:30", "09:00/11:30"),
        ("6 to 10 p.m.", "18:00/22:00"),
        ("10 o'clock", "10:00"),
        ("1990s", "1990/1999"),
        ("June 22", "--06-22"),
        ("June 22nd, 2031", "2031-06-22"),
        ("Sept. 5", "--09-05"),
        ("June 2031", "2031-06"),
        ("22 June 2031", "2031-06-22"),
        ("22nd of June", "--06-22"),
        ("下午3点30分", "15:30"),
        ("下午三點半", "15:30"),
        ("上午9时", "09:00"),
        ("15时30分", "15:30"),
        ("15:30", "15:30"),
        ("9:05 a.m.", "09:05"),
        ("12 a.m.", "00:00"),
        ("12:15 pm", "12:15"),
        ("3 p.m.", "15:00"),
    ],
)
def test_the_whole_text_is_one_date_or_time(text: str, value: str) -> None:
    assert value_of(text) == (value, text)


@pytest.mark.parametrize(
    ("text", "value", "part"),
    [
        ("2031年4月2日上午", "2031-04-02", "2031年4月2日"),
        ("June 22 people", "--06-22", "June 22"),
        ("5-3月", "---", ""),
        ("4月2日14:30", "--04-02", "4月2日"),
    ],
)
def test_a_date_ends_where_other_words_begin(text: str, value: str, part: str) -> None:
    assert value_of(text) == ((value, part) if part else None)


@pytest.mark.parametrize(
    "text",
    [
        "3.5",
        "12个月",
        "3年",
        "98",
        "1:3",
        "1:20",
        "3点意见",
        "2031-02-30",
        "2021-2019",
        "5号楼",
        "May he",
        "June",
        "25:30",
        "民国0年",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert value_of(text) is None


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(0, 3))
def test_every_day_reads_back_in_every_form(day: date, form: int) -> None:
    forms = (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    )
    assert value_of(forms[form]) == (day.isoformat(), forms[form])


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_reads_back(hour: int, minute: int) -> None:
    assert value_of(f"{hour}时{minute}分") == (f"{hour:02}:{minute:02}", f"{hour}时{minute}分")


@pytest.mark.parametrize("text", ["Monday the 8th.", "on the 15th in Paris", "by the 3rd we met"])
def test_a_day_of_an_unnamed_month(text: str) -> None:
    [found] = [figure for figure in figures_in(text) if figure.quantity.value]
    assert found.quantity.value.startswith("---")


@pytest.mark.parametrize("text", ["6月龄以内", "雪龙2号、雪龙号"])
def test_an_age_in_months_or_a_name_is_no_date(text: str) -> None:
    assert not any(figure.quantity.value for figure in figures_in(text))


def test_a_full_stop_is_the_sentences_behind_may_and_a_range() -> None:
    text = "It ran May 5 to 7. He left on the 5th of May."
    first, last = figures_in(text)
    assert (text[first.start : first.end], text[last.start : last.end]) == (
        "May 5 to 7",
        "5th of May",
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("July 30 to August 2", ["--07-30/--08-02"]),
        ("March 2030 through June 2031", ["2030-03/2031-06"]),
        ("from July 3 through July 7", ["--07-03/--07-07"]),
        ("between May 1 and June 4", ["--05-01/--06-04"]),
        ("between May 1 - June 4", ["--05-01/--06-04"]),
        ("between 8 and 12 July 2016", ["2016-07-08/2016-07-12"]),
        ("between July 8 and 12.", ["--07-08/--07-12"]),
        ("between July 8th and the 12th in", ["--07-08/--07-12"]),
        ("between July 8 and 12 people", ["--07-08"]),
        ("between July 12 and 8, and", ["--07-12"]),
        ("between the 8th and the 12th of July", ["--07-08/--07-12"]),
        ("it moved from July 3 to July 7", ["--07-03", "--07-07"]),
        ("from 19th to 20th March", ["--03-19/--03-20"]),
        ("on 15 and 16 February", ["--02-15", "--02-16"]),
        ("on 20th morning", ["---20"]),
        ("从2030年到2034年", ["2030", "2034"]),
        ("从9月2日到9月6日", ["--09-02/--09-06"]),
        ("between 2030 and 2032", ["2030/2032"]),
        ("on July 15 and 16, we met", ["--07-15", "--07-16"]),
        ("on July 2nd and 3rd.", ["--07-02", "--07-03"]),
        ("July 2: rain. July 3, 2031: sun", ["--07-02", "2031-07-03"]),
        ("on July 15 and 16 people came", ["--07-15"]),
        ("mid-2027", ["2027"]),
        ("112/05/03", ["2023-05-03"]),
        ("本月14号开会", ["---14"]),
        ("今早(25)日和昨(24)日", ["---25", "---24"]),
        ("七零年代", ["1970/1979"]),
        ("3月7日起至9日,11月起到12月", ["--03-07/--03-09", "--11/--12"]),
        ("3月7日起,至少9日", ["--03-07"]),
        ("主持人:请提问。( 05-08 09:20:11 )", ["--05-08", "09:20:11"]),
        ("得分 05-08 10场", []),
    ],
)
def test_both_ends_and_rows_of_dates(text: str, values: list[str]) -> None:
    assert [f.quantity.value for f in figures_in(text) if f.quantity.value] == values


@pytest.mark.parametrize(
    "text",
    [
        "在12号线旁",
        "影像储存31日之后删除",
        "前20号车厢",
        "在1号演播厅",
        "被拘留15日,停課7日,一連4日放晴",
        "享14日有薪假期、十七日勞工假",
    ],
)
def test_a_line_or_a_length_of_days_is_no_day(text: str) -> None:
    assert not any(figure.quantity.value for figure in figures_in(text))
