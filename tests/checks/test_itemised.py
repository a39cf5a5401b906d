"""Counts of things that are told with an amount each."""

import pytest

from annotator.checks.itemised import itemised
from tests.checks.reading import scene_of

FIVE = "修路24亿元，建校59亿元，救灾及重建11亿元，种树15亿元，以及水利和供电63亿元，合计172亿元。"
FOUR = "$12 million for roads, $3 million for schools, $2 million for parks and $9 million for art."


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (f"预算主要有四项：{FIVE}", ["conflict"]),
        (f"预算主要有五项：{FIVE}", ["consistent"]),
        ("预算主要有五项：修路24亿元，建校59亿元，救灾11亿元等。", ["undetermined"]),
        (f"We have three goals: {FOUR}", ["conflict"]),
        (f"We have four goals: {FOUR}", ["consistent"]),
        ("We have three goals: $12 million for roads, $3 million for schools.", []),
        ("预算主要有四项：修路24亿元，增长5%，建校59亿元，救灾11亿元，种树15亿元。", []),
        (f"预算有五千人管：{FIVE}", []),
    ],
)
def test_a_count_is_held_against_the_amounts_behind_it(text: str, verdicts: list[str]) -> None:
    assert [check.verdict for check in itemised(scene_of(text))] == verdicts
