"""Language, title, date and place, by the head of a text."""

import pytest

from annotator.reading.heading import date_of, language_of, place_of, title_of


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020年12月29日下午", "2020-12-29"),
        ("２０２０年１２月２９日", "2020-12-29"),
        ("2020 年 1 月 2 日", "2020-01-02"),
        ("民國109年12月29日", "2020-12-29"),
        ("中華民國 111 年 10 月 20 日", "2022-10-20"),
        ("113年2月29日", "2024-02-29"),
        ("112.06.09", "2023-06-09"),
        ("二○二三年十月十日", "2023-10-10"),
        ("二〇二四年三月二十一日", "2024-03-21"),
        ("2020-12-29", "2020-12-29"),
        ("2020/1/2 10:00", "2020-01-02"),
        ("Dec. 3, 2020", "2020-12-03"),
        ("December 3rd, 2020", "2020-12-03"),
        ("3 December 2020", "2020-12-03"),
        ("Thursday, 3 Sept 2020", "2020-09-03"),
        ("27-Jul-2023", "2023-07-27"),
        ("MARCH 7, 2023", "2023-03-07"),
        ("first 5 May 2021, then 2020-01-01", "2021-05-05"),
        ("2020年13月40日", None),
        ("12月29日下午", None),
        ("May 2020", None),
        ("0931-8159799", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert date_of(text) == date


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("时间：10时\n地点：国务院新闻办新闻发布厅", "国务院新闻办新闻发布厅"),
        ("時間：10時　地點：行政院新聞中心", "行政院新聞中心"),
        ("记者会在梅地亚中心举行", "梅地亚中心"),
        ("在全省上下举行活动", None),
        ("2019年4月9日，布鲁塞尔 Brussels", "布鲁塞尔"),
        ("Title\nJames S. Brady Press Briefing Room\n", "James S. Brady Press Briefing Room"),
        ("Washington, D.C.\n\nMay 3, 2022", "Washington, D.C."),
        ("Geneva, 12 March 2021", "Geneva"),
        ("June 16, 2021, Geneva\n", "Geneva"),
        ("Frankfurt am Main, 2 February 2023", "Frankfurt am Main"),
        ("Department Press Briefing, March 14, 2023", None),
        ("Nolan Pryce, Department Spokesperson", None),
    ],
)
def test_places(text: str, place: str | None) -> None:
    assert place_of(text) == place


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("记者问：这个问题怎么办？", "zh-Hans"),
        ("記者問：這個問題怎麼辦？", "zh-Hant"),
        ("The reporter asked what to do.", "en"),
        ("谢谢 OK", "zh-Hans"),
        (
            "记者问了一个很长的问题。\n" * 20 + "The reporter asked a long question here.\n" * 15,
            "mul",
        ),
        ("", "zh-Hans"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 第一场发布会\n\n正文。", "第一场发布会"),
        ("主持人：大家好。\n记者：好。", "notes"),
        ("12月29日下午,省政府举行发布会,介绍情况。\n主持人:", "notes"),
        ("THE WHITE HOUSE\nPress Briefing by the Secretary\n", "Press Briefing by the Secretary"),
        (
            "FOR IMMEDIATE RELEASE\n\nStatement of the U.S. Treasury\n",
            "Statement of the U.S. Treasury",
        ),
        ("Dec 16      Press Conference      FINAL\nThe Conference\n", "The Conference"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_of(text, "notes.txt") == title
