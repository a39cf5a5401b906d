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
    ],
)
def test_the_chinese_article_counts_among_others(text: str, figures: list[str]) -> None:
    assert spans(text) == figures
