"""What parts may make together."""

from decimal import Decimal

import pytest

from annotator.checks.addition import added, are_counted_off, nearly_make
from tests.checks.reading import found_in, read, scene_of


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("共有160起。", "160", "160"),
        ("投资4.1亿元。", "405000000", "415000000"),
        ("投资4.1亿元、2.3亿元、1.9亿元、1.5亿元。", "968000000", "992000000"),
    ],
)
def test_many_numbers_are_not_all_rounded_to_one_side(text: str, low: str, high: str) -> None:
    made = added(read(text).statements)
    assert (made.low, made.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("共转移437人，安置152人，投亲265人。", True), ("共有43人，男15人，女26人。", False)],
)
def test_few_digits_are_alike_by_chance(text: str, *, expected: bool) -> None:
    total, *parts = read(text).statements
    assert nearly_make(total, parts) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We served 94 meals, 58 lunches, 31 dinners and 7 suppers.", True),
        ("Of those, 40 are here, 31 are there, 25 elsewhere and 7 lost.", False),
        ("运量94万，公车58万、捷运31万、其他7万。", True),
        ("运量是94万，这是一个很大的数字，其中包括了58万、31万、7万。", False),
    ],
)
def test_parts_may_follow_a_total_at_once(text: str, *, expected: bool) -> None:
    scene = scene_of(text)
    total, *parts = scene.statements
    assert are_counted_off(scene, total, parts) is expected


def test_parts_that_are_more_than_their_total_by_one_digit_are_a_conflict() -> None:
    text = "週六2萬3,000人、週日3萬1,000人、週一1萬8,000人，三天一共{}人。"
    assert [v for v, _t in found_in(text.format("6萬2,000"), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("7萬2,000"), "sum")] == ["consistent"]


@pytest.mark.parametrize(("last", "verdict"), [("不到240个", "consistent"), ("240个", "conflict")])
def test_what_is_under_a_number_may_be_any_such_number(last: str, verdict: str) -> None:
    text = f"全省有520个贫困村，前年出列35个，去年出列80个，今年出列176个，还剩下{last}。"
    assert verdict in [v for v, _texts in found_in(text, "sum")]
