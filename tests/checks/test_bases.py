"""Growth and its base in other sentences."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("前十月出口钢材42万吨，同比增长40%。去年同期为30万吨。", "consistent"),
        ("前十月出口钢材42万吨，同比增长20%。去年同期为30万吨。", "conflict"),
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
        ("明年人均补助1070元。今年人均补助1020元，也就是说人均补助增加60元。", "conflict"),
        ("明年人均补助1070元。今年人均补助1020元，也就是说人均补助增加50元。", "consistent"),
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
    ],
)
def test_another_thing_is_no_base(text: str) -> None:
    assert [v for v, _texts in found_in(text, "growth") if v == "conflict"] == []
