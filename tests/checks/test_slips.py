"""Numbers whose digits changed places."""

import pytest

from annotator.checks.slips import _are_swapped, slips
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "全县建成高标准农田12.46万亩。\n下面答问。\n今年建成的高标准农田是12.64万亩。",
            ("12.46万亩", "12.64万亩"),
        ),
        (
            "核發租金補貼3萬1,520戶。\n記者：請問補貼？\n局長：租金補貼核發3萬5,120戶，比較多。",
            ("3萬1,520戶", "3萬5,120戶"),
        ),
        (
            (
                "The Alder Fire is at 7,240 acres.\nQUESTION: How large is the Alder Fire now?\n"
                "CHIEF LOWE: It's 7,420 acres."
            ),
            ("7,240 acres", "7,420 acres"),
        ),
        (
            "全年货运量5,490万吨，增长两成。\n记者：货运恢复得怎样？\n局长：今年5,940万吨，基本恢复。",
            ("5,490万吨", "5,940万吨"),
        ),
        (
            "We have inspected 936 bridges.\nIn all we have inspected 963 bridges this season.",
            ("936", "963"),
        ),
        (
            "总共卖出186.3万张。\n记者：卖了多少？\n局长：168.3万张。满意度很高。",
            ("186.3万张", "168.3万张"),
        ),
        (
            "今年增设1,600张临时病床，去年少一些。\n记者：够不够？\n局长：我们加开1,060张临时床。",
            ("1,600张", "1,060张"),
        ),
        (
            "下架诈骗广告15万8,000则，成长四成。\n记者：下架数字是几则？\n次长：18万5,000则。",
            ("15万8,000则", "18万5,000则"),
        ),
    ],
)
def test_digits_that_changed_places_are_a_conflict(text: str, pair: tuple[str, str]) -> None:
    assert ("conflict", pair) in found_in(text, "repeat")


@pytest.mark.parametrize(
    "text",
    [
        "去年培训教师1.23万名。\n今年培训教师1.32万名。",
        "城镇新增就业4.56万人。\n农村新增就业4.65万人。",
        "We planted 1,450 trees in Northfield.\nWe planted 1,540 trees in Weston.",
        "我们有护士312名。\n我们修了桥梁321座。",
        "Turnout rose 12.3 percent.\nTurnout stands at 13.2 percent.",
    ],
)
def test_another_time_place_or_thing_is_no_slip(text: str) -> None:
    assert [v for v, _texts in found_in(text, "repeat") if v == "conflict"] == []


def test_numbers_of_one_sentence_are_no_slips_of_each_other() -> None:
    scene = scene_of("全县建成农田12.46万亩，改造农田12.64万亩。")
    assert list(slips(scene)) == []


def test_a_number_that_is_explained_by_a_slip_is_held_against_nothing_else() -> None:
    text = (
        "The force may have 1,850 sworn officers.\nToday we have 1,674 sworn officers on duty.\n"
        "As I said, we've got 1,647 sworn officers as of today."
    )
    assert [texts for v, texts in found_in(text, "repeat") if v == "conflict"] == [
        ("1,674", "1,647")
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "The fire has burned 84,500 acres.\nQ: What now?\nCHIEF BRANDT: We're at 85,400 acres.",
            ("84,500 acres", "85,400 acres"),
        ),
        (
            "The fire has grown and is 35 percent contained.\nAs I said, 53 percent contained.",
            ("35 percent", "53 percent"),
        ),
    ],
)
def test_swapped_digits_of_a_rare_unit_or_before_one_word_are_a_slip(
    text: str, numbers: tuple[str, ...]
) -> None:
    assert ("conflict", numbers) in found_in(text, "repeat")


@pytest.mark.parametrize(
    "text",
    [
        "The fire has burned 85,400 acres.\nThat's up from 84,500 acres.",
        "The north is 35 percent contained.\nThe south is 53 percent contained.",
        "It's 35 percent higher.\nAs I said, it's 53 percent higher.",
    ],
)
def test_what_a_number_has_come_from_and_what_differs_in_place_is_no_slip(text: str) -> None:
    assert all(verdict != "conflict" for verdict, _texts in found_in(text, "repeat"))


@pytest.mark.parametrize(
    ("first", "second", "expected"), [("9,100", "1,900", True), ("5,100", "1,050", False)]
)
def test_of_swapped_digits_no_more_than_two_are_others(
    first: str, second: str, *, expected: bool
) -> None:
    scene = scene_of(f"We saw {first} cranes here.\nThere are {second} cranes here.")
    assert _are_swapped(*scene.statements) is expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            (
                "That is a net gain of 2,418 teachers, after those who retired.\n"
                "QUESTION: Governor, have you kept your promise on teachers?\n"
                "GOVERNOR: I have. It's 2,318 more, after those who left."
            ),
            ("2,418", "2,318"),
        ),
        (
            (
                "净增教师12,486名，退休的已经扣除。\n记者：承诺兑现了没有？\n"
                "厅长：兑现了，扣除退休的，多了12,386名。"
            ),
            ("12,486名", "12,386名"),
        ),
    ],
)
def test_one_other_digit_of_many_is_a_slip(text: str, numbers: tuple[str, ...]) -> None:
    assert ("conflict", numbers) in found_in(text, "repeat")


@pytest.mark.parametrize(
    "text",
    [
        "去年收治病人12,486人次。\n记者：收治压力大不大？\n院长：今年收治的有12,386人次。",
        "We hired 2,418 teachers.\nThe depot in Weston holds 2,318 tonnes of salt.",
        "Wages were 2,418 kroner in the north. Wages were 2,318 kroner in the south.",
        "全年收治病人486人次。\n记者：床位怎么样？\n院长：新设床位386张。",
    ],
)
def test_one_other_digit_of_another_time_thing_or_place_is_no_slip(text: str) -> None:
    assert all(verdict != "conflict" for verdict, _texts in found_in(text, "repeat"))


def test_postal_codes_are_no_slips_of_each_other() -> None:
    line = "Copyright Alder News Service, Ash Street, Weston - {}. All rights reserved.\n"
    text = line.format("40315") + "We have nothing to add to what was said.\n" * 9
    assert found_in(text + line.format("40325"), "repeat") == []


@pytest.mark.parametrize(
    "text",
    [
        (
            "We'd cover it with $13 million from savings and $9 million in cuts.\n"
            "QUESTION: And then?\n"
            "MAYOR LIND: That is 40 jobs. From savings it's $31 million in all."
        ),
        (
            "加建扶手梯累计4310台，今年新增970台，去年新增850台，增长一成半。硬化道路12公里。\n"
            "记者：扶手梯补贴多少？\n"
            "局长：每台补贴12万元，前年是8万元，提高了一半。今年加建790台，发放补贴1.2亿元。"
        ),
    ],
)
def test_two_swapped_digits_in_like_words_are_a_slip(text: str) -> None:
    assert [v for v, _texts in found_in(text, "repeat")] == ["conflict"]


def test_two_swapped_digits_of_money_for_other_things_are_none() -> None:
    text = (
        "Public debt was $6.9 billion and last year it was $5.3 billion.\nQUESTION: What else?\n"
        "MINISTER: Of the new $14 billion, $3.5 billion is for roads."
    )
    assert found_in(text, "repeat") == []
