"""Growth and its base in other sentences."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("前十月出口钢材42万吨，同比增长40%。去年同期为30万吨。", "consistent"),
        ("前十月出口钢材42万吨，同比增长20%。去年同期为30万吨。", "conflict"),
        (
            "We have 38 buses, double what we had for the last storm; back then it was 24.",
            "conflict",
        ),
        (
            "We have 48 buses, double what we had for the last storm; back then it was 24.",
            "consistent",
        ),
        (
            (
                "We answered 330 fires so far. At this point last year it was 300 fires, so we're "
                "up 20 percent."
            ),
            "conflict",
        ),
        (
            (
                "全省高速公路发送旅客2680万人次，比去年增长8.5%。\n记者提问。\n"
                "去年全省高速公路发送旅客2340万人次。"
            ),
            "conflict",
        ),
    ],
)
def test_growth_is_held_against_a_base_said_elsewhere(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "出口钢材42万吨，同比增长20%。\n去年进口钢材30万吨。",
        "全省发送旅客2680万人次，环比增长8.5%。\n去年全省发送旅客2340万人次。",
        "人均补助1020元，每亩补助增加60元。",
        "清运量356万吨，比前年362万吨减少6万吨。焚化厂，去年处理612万吨。",
        "去年更新的1240辆公交车包括纯电动车860辆、氢燃料车380辆。\n记者：去年的1240辆里有380辆氢燃料车？",
    ],
)
def test_another_thing_is_no_base(text: str) -> None:
    assert [v for v, _texts in found_in(text, "growth") if v == "conflict"] == []
    assert [v for v, _texts in found_in(text, "repeat") if v == "conflict"] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("今年安排资金3800万元，比去年增加800万元，去年是2600万元。", "conflict"),
        ("今年安排资金3800万元，比去年增加1200万元，去年是2600万元。", "consistent"),
        ("零售收入72亿元，去年80亿元，跌15%。", "conflict"),
        ("零售收入72亿元，去年80亿元，跌10%。", "consistent"),
        (
            "The request is $48 million, an increase of $3 million over this year's $44 million.",
            "conflict",
        ),
        (
            "The request is $48 million, an increase of $4 million over this year's $44 million.",
            "consistent",
        ),
        ("融合教育开支48.6亿元，五年前是28.1亿元，增幅83%。", "conflict"),
        ("融合教育开支48.6亿元，五年前是28.1亿元，增幅达到83%。", "conflict"),
        ("融合教育开支48.6亿元，五年前是28.1亿元，涨幅为73%。", "consistent"),
        ("运量3240万人次，月均1080万人次，较去年同期3000万人次成长8%。", "consistent"),
        ("煤炭均价每吨612元，同比下降15%，去年同期每吨680元。", "conflict"),
        ("今年改造156个小区，涉及2340栋，比去年多24个小区，去年改造了122个。", "conflict"),
        ("成人个案286宗。儿童个案14宗。去年同期成人个案220宗，即系升咗四成。", "conflict"),
        (
            "Bad loans are €9.3 billion. A year ago they were €6.2 billion. So they doubled.",
            "conflict",
        ),
    ],
)
def test_steps_and_bases_beside_each_other(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


def test_two_bases_of_one_number_are_a_conflict() -> None:
    text = "全省发生火灾28起，去年同期是41起。\n记者提问。\n全省共发生火灾28起，去年同期是46起。"
    assert ("conflict", ("41起", "46起")) in found_in(text, "repeat")


def test_of_two_levels_the_one_named_as_the_base_is_taken() -> None:
    text = "今年小学预计招收1.86万人，初中预计招收1.42万人。小学新生比去年的2.06万人减少{}人。"
    wrong = ("2.06万人", "1.86万人", "4000人")
    assert found_in(text.format(4000), "growth") == [("conflict", wrong)]
    assert [v for v, _t in found_in(text.format(2000), "growth")] == ["consistent"]


def test_what_is_added_may_stand_in_front_of_what_it_comes_to() -> None:
    text = "充电桩今年新增{}万个，累计17.2万个，去年年底是11.4万个。"
    assert [v for v, _t in found_in(text.format("4.8"), "growth")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("5.8"), "growth")] == ["consistent"]


def test_a_year_ago_when_something_stood_at_a_number_is_a_base() -> None:
    text = (
        "There were 61,400 people on our list, which is {} fewer than a year ago, "
        "when the list stood at 66,000."
    )
    assert "conflict" in [v for v, _t in found_in(text.format("3,600"), "growth")]
    assert [v for v, _t in found_in(text.format("4,600"), "growth")] == ["consistent"]


@pytest.mark.parametrize(("change", "verdict"), [("45.8%", "conflict"), ("54.8%", "consistent")])
def test_a_mean_of_years_is_a_base(change: str, verdict: str) -> None:
    text = f"死亡失踪219人。死亡失踪人数下降{change}，近五年均值是484人。"
    assert found_in(text, "growth") == [(verdict, ("484人", "219人", change))]


@pytest.mark.parametrize(("rise", "verdict"), [("1.4萬", "consistent"), ("1.9萬", "conflict")])
@pytest.mark.parametrize("year", [113, 2023])
def test_years_are_counted_one_way_or_the_other(year: int, rise: str, verdict: str) -> None:
    text = f"{year + 1}年受僱人數是82.3萬人，{year}年是80.9萬人，增加了{rise}人。"
    assert found_in(text, "growth") == [(verdict, ("80.9萬人", "82.3萬人", f"{rise}人"))]
