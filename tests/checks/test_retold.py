"""One number told again in another paragraph with a slip."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        "The navy has sent {} sailors to help.",
        "Ferries are running again.",
        "And the {} sailors that the navy has sent are clearing mud.",
        ("600", "800"),
    ),
    (
        "In April, the agency fed {} people across Yemen.",
        "The road is open.",
        "We reached {} people in Yemen in April.",
        ("3 million", "3.5 million"),
    ),
    (
        "灯会宣传预算方面，今年全年是{}。",
        "记者：够用吗？",
        "今年宣传的预算就是那{}。",
        ("6.3亿元", "6.9亿元"),
    ),
    (
        "我市有应急车辆两百辆，其中登高平台消防车{}。",
        "下面答问。",
        "我市登高平台消防车{}，都是新车。",
        ("28辆", "23辆"),
    ),
    (
        "全县超过{}儿童享受营养改善。",
        "下面答问。",
        "享受营养改善的儿童超过{}，做法不变。",
        ("52万名", "57万名"),
    ),
]


def _conflicts(text: str) -> list[tuple[str, ...]]:
    return [texts for verdict, texts in found_in(text, "repeat") if verdict == "conflict"]


@pytest.mark.parametrize(("first", "between", "second", "numbers"), CASES)
def test_a_number_told_in_the_words_of_an_earlier_paragraph_is_that_number(
    first: str, between: str, second: str, numbers: tuple[str, str]
) -> None:
    told = first.format(numbers[0]), between, second.format(numbers[1])
    assert [tuple(t.removeprefix("超过") for t in c) for c in _conflicts("\n".join(told))] == [
        numbers
    ]


@pytest.mark.parametrize(
    "second",
    [
        "The navy sent {} sailors to Oranport in the spring.",
        "The navy will send {} more sailors next week.",
        "The navy has sent nearly {} sailors, I hear.",
        "The army has lent us {} lorries.",
    ],
)
def test_of_another_time_or_thing_or_roughly_it_is_another_number(second: str) -> None:
    first = "The navy has sent 600 sailors to Merrow to help."
    assert _conflicts(f"{first}\nFerries are running.\n{second.format(800)}") == []


def test_in_one_paragraph_like_words_tell_of_other_things() -> None:
    first, between, second, numbers = CASES[0]
    told = first.format(numbers[0]), between, second.format(numbers[1])
    assert _conflicts(" ".join(told)) == []


def test_numbers_far_apart_or_of_other_digits_are_two() -> None:
    text = "Through the summer the ward took {} patients.\nIt was hot.\nThe ward has {} patients."
    assert _conflicts(text.format(600, 800)) != []
    for number in ("250", "1,600"):
        assert _conflicts(text.format(600, number)) == []


def test_small_counts_need_rarer_words() -> None:
    text = "The crew made {} spacewalks.\nIt was late.\nThe repair took {} spacewalks."
    assert _conflicts(text.format("four", "three")) == []
    assert _conflicts(text.format("14", "13")) != []
