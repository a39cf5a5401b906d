"""Shares that are told before their part, or before their whole too."""

import pytest

from annotator.checks.behind import in_words, named_beside, rate_ahead, so_it_is, told_ahead
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("find", "text", "numbers"),
    [
        (rate_ahead, "投诉办结率是93.5%,一共2600件投诉,办结2431件。", ("2431件", "2600件")),
        (
            told_ahead,
            "We get 75 percent of fire cost. The fire bill is $64 million, so we get $48 million.",
            ("$48 million", "$64 million"),
        ),
        (in_words, "收到480件,三分之一,也就是160件。", ("160件", "480件")),
        (
            named_beside,
            "We have 80 shelters. Half of the shelters, or 40, have a nurse.",
            ("40", "80"),
        ),
        (
            so_it_is,
            "We lost 62 million gallons. We use 310 million gallons, so that's a third of it.",
            ("62 million gallons", "310 million gallons"),
        ),
        (rate_ahead, "投诉办结率是93.5%,一共2600件投诉,退回2431件。", None),
        (told_ahead, "We get 75 percent of fire cost. The rent is $64, so we get $48.", None),
    ],
)
def test_part_and_whole_behind_a_share(
    find: object, text: str, numbers: tuple[str, str] | None
) -> None:
    scene = scene_of(text)
    share = next(s for s in scene.statements if s.figure.kind in {"percent", "fraction"})
    assert callable(find)
    found = [(t.part.text, t.whole.text) for t in find(scene, share)]
    assert found == ([numbers] if numbers else [])


def test_a_rate_is_of_the_part_whose_words_it_takes_up() -> None:
    text = "课后服务参与学生11.7万人，中小学在校学生15.3万人，参与率达到{}%。"
    assert [v for v, _t in found_in(text.format("86.5"), "share")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("76.5"), "share")] == ["consistent"]


def test_what_is_inside_of_a_whole_told_behind_its_share_is_the_part() -> None:
    text = "家庭當中，青年占三分之一，1,290戶裡面有{}戶。"
    assert [v for v, _t in found_in(text.format(586), "share")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(430), "share")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("今年计划改造小区1,680个。截至10月底，已开工1,596个，开工率{}%。", "92", "95"),
        ("新增停车泊位18.3万个，完成年度目标16万个的{}%。", "104", "114.4"),
        (
            "There is $400 million in relief. It's about {} of the $1 billion package.",
            "a fifth",
            "40%",
        ),
        ("搜索面积已经完成{}，全部240公顷，完成144公顷。", "八成", "六成"),
    ],
)
def test_shares_of_goals_of_what_was_just_told_and_of_all(
    text: str, wrong: str, right: str
) -> None:
    assert [v for v, _t in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(right), "share")] == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "今年计划改造小区1,680个，加装电梯1,900个。已开工1,596个，开工率92%。",
        "There is $400 million in relief. Aid is about a quarter of the $1 billion package.",
        "搜索面积已经完成八成，另有240公顷，完成144公顷。",
    ],
)
def test_a_share_of_something_else_is_held_against_nothing(text: str) -> None:
    assert "conflict" not in [v for v, _t in found_in(text, "share")]


def test_a_rate_of_what_is_reached_is_of_the_goal_told_before() -> None:
    text = "方案要协助75万名青年就业。今天报告成果。目前已经协助56万3,000名青年，达成率{}%。"
    assert [v for v, _t in found_in(text.format(85), "share")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(75), "share")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("年度计划投资320亿元。完成投资262亿元，完成年度计划的{}%。", "91.9", "81.9"),
        (
            "In jail, 1,260 inmates started medication, 820 finished, so a completion rate of {}.",
            "56 percent",
            "65 percent",
        ),
    ],
)
def test_shares_of_a_plan_and_rates_of_those_who_started(text: str, wrong: str, right: str) -> None:
    assert [v for v, _t in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(right), "share")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The target is 500 officers. Two fifths of that, {} recruits, are here.", "240", "200"),
        (
            "The jobless rate is {} percent. We have 148,000 jobless in a force of 2.64 million.",
            "4.8",
            "5.6",
        ),
    ],
)
def test_a_part_or_both_may_follow_a_share(text: str, wrong: str, right: str) -> None:
    assert [v for v, _ in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _ in found_in(text.format(right), "share")] == ["consistent"]


def test_a_tax_rate_is_no_share_of_what_the_next_sentence_tells() -> None:
    text = "The rate is cut to 17 percent. It made $260 million in its first year of $310 million."
    assert found_in(text, "share") == []


@pytest.mark.parametrize(("rate", "verdict"), [("六成七", "conflict"), ("77.2%", "consistent")])
def test_a_need_between_a_part_and_its_rate_is_the_whole(rate: str, verdict: str) -> None:
    text = f"服务人数71,000人，推估需求人口92,000人，涵盖率{rate}。"
    assert [v for v, _ in found_in(text, "share")] == [verdict]
    other = f"服务人数71,000人，去年总人口92,000人，涵盖率{rate}。"
    assert found_in(other, "share") == []


@pytest.mark.parametrize(("share", "verdict"), [("Thirty", "conflict"), ("21", "consistent")])
def test_a_share_of_them_is_of_those_of_the_sentence_before(share: str, verdict: str) -> None:
    text = f"We have 472 stations. {share} percent of them, 98 stations, have lifts."
    assert [v for v, _ in found_in(text, "share")] == [verdict]


def test_what_is_done_each_day_is_no_part_of_what_was_done_in_all() -> None:
    text = "火警平均到達率九成二。救護車出動四十三萬八千次，平均每日一千八百次。"
    assert found_in(text, "share") == []
