"""Changes near two numbers that are of something else."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(("share", "verdict"), [("四成", "conflict"), ("一成", "consistent")])
def test_the_time_that_a_change_took_is_no_subject_of_its_own(share: str, verdict: str) -> None:
    text = f"奶牛存栏去年9月是2000万头，今年6月达到2200万头，九个月里增长了{share}。"
    assert found_in(text, "growth") == [(verdict, ("2000万头", "2200万头", share))]


@pytest.mark.parametrize(("share", "verdict"), [("50", "conflict"), ("40", "consistent")])
def test_the_change_nearest_to_two_numbers_is_theirs(share: str, verdict: str) -> None:
    text = f"Thefts dropped by 22 percent and robberies dropped by {share} percent – 36 versus 60."
    assert [v for v, _texts in found_in(text, "growth")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "捷运日运量从17.2万人次增到21.5万人次，公共汽车乘客增长一成。",
        "会议减少三成，督查检查事项由86项压减到29项。",
        "基本工资增加1,120元，时薪从183元调到190元。",
    ],
)
def test_a_change_of_another_thing_is_not_held_against_two_numbers(text: str) -> None:
    assert found_in(text, "growth") == []
