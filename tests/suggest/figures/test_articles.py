"""Numerals that count only where another number could stand."""

import pytest

from annotator.suggest.figures import suggest_figures


def spans(text: str) -> list[str]:
    return [found.text for found in suggest_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "There was one barn in the way.",
        "We found two dogs and one cat.",
        "Everyone is home, all but one.",
        "Five were hurt, one of them badly.",
        "Two are stable and one in serious condition.",
        "We have only one.",
    ],
)
def test_one_counts_before_a_noun_or_among_several(text: str) -> None:
    assert spans(text)[-1].lower() == "one"


@pytest.mark.parametrize(
    "text",
    [
        "One of the trucks is a loss.",
        "No one knows.",
        "I haven't had one back.",
        "One would think so.",
        "Please stick to one each.",
        "For one reason.",
        "Those two and I drove up there.",
        "It takes a day or two.",
        "Not one neighbor called.",
        "You heard me say that a million times.",
    ],
)
def test_one_and_two_as_pronouns_count_nothing(text: str) -> None:
    assert not spans(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("四所学校里面，有一所停招", ["四所", "一所"]),
        ("一年召开两次", ["两次"]),
        ("一周三趟", ["三趟"]),
        ("一年完成任务", ["一年"]),
        ("最高一宗由一名退休教师报案", []),
        ("每户限购一份", ["一份"]),
        ("每日经济新闻记者提出一个问题", []),
        ("要看下一任主任,到下一站;比前一公里快,在新一学期", []),
        ("只剩下一家,学前一年免费,再加上一年", ["一家", "一年", "一年"]),
        ("一天,他来上班。一天上午出事。八月的一天下午", ["八月"]),
        ("每到一个社区,每走一处", []),
        ("一茬接着一茬干,一批又一批", []),
        ("一天两场,过去的一天", ["一天", "两场", "一天"]),
        ("受贿一案开庭,感人的一幕,只有一案未结", ["一案"]),
        ("其中一个目的是省钱,其中一个重要原因", []),
        ("五个项目,其中一个完工,其中一人受伤", ["五个", "一个", "一人"]),
        ("四種方法,其中一個村沒有用,選擇其中一種顏色", ["四種"]),
        ("扣留兩艘小船和一輛小貨車,三把刀及一部手機", ["兩艘", "一輛", "三把", "一部"]),
        ("他被控以一項偷竊罪", ["一項"]),
        ("最新一周的水位,最近一周下雨", ["一周"]),
        ("三人輕傷,一人失蹤", ["三人", "一人"]),
        ("年初一重傷未癒,3死1重傷2失聯", ["3死", "1重傷", "2失聯"]),
        ("一次多少,一年多少錢,一年多的工期", ["一年", "一年多"]),
    ],
)
def test_the_chinese_article_counts_among_others(text: str, figures: list[str]) -> None:
    assert spans(text) == figures


@pytest.mark.parametrize(
    ("counted", "figures", "not_counted"),
    [
        ("会上提交一个报告、两个方案。", ["一个", "两个"], "会上提交一个报告、两份方案。"),
        ("事故造成一人死亡。", ["一人"], "事故让一人难过。"),
        ("昨日发生一起火灾。", ["一起"], "昨日又一起唱歌。"),
        ("两天可外出一次。", ["两天", "一次"], "两天以来外出一次。"),
        ("任期只做一次。", ["一次"], "只要一次就好。"),
        ("现有8艘船,还有一艘在建。", ["8艘", "一艘"], "现有8艘船,还有一架在建。"),
        ("两人已接种,一人未接种。", ["两人", "一人"], "两人已接种,一名未接种。"),
        ("缴获手枪一支、子弹39发。", ["一支", "39发"], "缴获手枪一支、子弹若干。"),
        ("受伤的是两位司机和一名乘客。", ["两位", "一名"], "受伤的是司机和一名乘客。"),
        ("两个劳动者供养一个老人。", ["两个", "一个"], "两位劳动者供养一个老人。"),
        ("四所学校当中有一所停招。", ["四所", "一所"], "城南有一所停招。"),
        ("来时带一个箱子,走时变成三个。", ["一个", "三个"], "来时带一个箱子,走时变成三只。"),
    ],
)
def test_the_chinese_article_counts_only_beside_what_another_number_is_told_of(
    counted: str, figures: list[str], not_counted: str
) -> None:
    assert spans(counted) == figures
    assert not any(text.startswith("一") for text in spans(not_counted))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("苹果五块一斤。", ["五块"]),
        ("一斤三块五。", ["三块五"]),
        ("这是难忘的一年。", []),
        ("这是难忘的一年总结。", ["一年"]),
        ("有一天他来了。", []),
        ("只有一天。", ["一天"]),
        ("千万家庭受益。", []),
        ("千万吨粮食。", ["千万吨"]),
        ("百级台阶,九十级台阶", ["九十级"]),
    ],
)
def test_prices_days_and_powers_of_ten_count_where_they_measure(
    text: str, figures: list[str]
) -> None:
    assert spans(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It takes another week or two.", []),
        ("Between the two, I prefer none.", []),
        ("The two agreed.", ["two"]),
        ("Those three were hurt.", []),
        ("Those three hospitals closed.", ["three"]),
        ("Those two to three stayed.", ["two to three"]),
        ("Are you two reading the same sheet?", []),
        ("Are you two heads of state?", ["two"]),
        ("You heard it a thousand times.", []),
        ("It is a thousand times better.", ["a thousand times"]),
        ("There were zero of them.", ["zero"]),
    ],
)
def test_numbers_in_words_that_point_at_something_count_nothing(
    text: str, figures: list[str]
) -> None:
    assert spans(text) == figures
