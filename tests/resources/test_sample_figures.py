"""The samples' numbers: equal to what the text says, planted conflicts beside true ones."""

import re
from decimal import Decimal

import pytest

from tests.resources.annotated_sample import SAMPLES, sample

MAGNITUDES = {"万": 10**4, "亿": 10**8, "million": 10**6, "billion": 10**9}
WORD_BEFORE = re.compile(
    r"(?:近|约|超过|低于|不到|不足|接近|[\d.$]"
    r"|\b(?i:about|nearly|almost|over|under|below|roughly|more than|less than|at least|up to)\s)\Z"
)
WORD_AFTER = re.compile(
    r"多|左右|以上|以下|以内|余|万|亿|%|个百分点|个基点|\d"
    r"|\s(?:or (?:so|more|less)|percent|million|billion|percentage points)\b"
)
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万|亿|million|billion)?")


def numbers_in(quote: str) -> list[Decimal]:
    """Return the numbers written in digits, a magnitude at the end shared by all without one."""
    found = NUMBER.findall(quote)
    last = found[-1][1] if found else ""
    return [
        Decimal(digits.replace(",", "")) * MAGNITUDES.get(magnitude or last, 1)
        for digits, magnitude in found
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_low_and_high_are_the_numbers_of_the_quote(name: str) -> None:
    simple = {"cardinal", "percent", "money", "range", "ratio", "multiple"}
    checked = 0
    for entry in sample(name).of_kind("figure"):
        numbers = numbers_in(entry["quote"]) if entry["figure_kind"] in simple else []
        if numbers:
            assert [Decimal(entry["low"]), Decimal(entry["high"])] == [numbers[0], numbers[-1]]
            checked += 1
    assert checked >= 40


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_that_belongs_to_a_figure_is_left_beside_it(name: str) -> None:
    found = sample(name)
    for entry in found.of_kind("figure"):
        [(start, end)] = found.spans[entry["ref"]]
        assert not WORD_BEFORE.search(found.text[:start]), entry["ref"]
        assert not WORD_AFTER.match(found.text[end:]), entry["ref"]


# What is planted: statements that cannot all hold, and true ones beside


@pytest.mark.parametrize(
    ("name", "whole", "parts", "missing"),
    [
        ("briefing-zh", "m-total", ("m-city", "m-district", "m-private"), "170000000"),
        ("briefing-zh", "new-buses-a", ("electric", "hydrogen"), "0"),
        ("briefing-zh", "cars", ("parking", "parking-gap-b"), "27000"),
        ("briefing-zh", "good-air-b", ("good-air-2023", "good-air-more"), "-4"),
        ("briefing-en", "m-total", ("m-staff", "m-vaccines", "m-buildings"), "5400000"),
        ("briefing-en", "beds", ("beds-adult", "beds-child", "beds-icu"), "0"),
        ("briefing-en", "positivity-peak", ("positivity", "positivity-drop"), "0"),
    ],
)
def test_sums(name: str, whole: str, parts: tuple[str, ...], missing: str) -> None:
    assert sample(name).low(whole) - sample(name).total(*parts) == Decimal(missing)


@pytest.mark.parametrize(
    ("name", "shares", "total"),
    [
        ("briefing-zh", ("trip-work", "trip-school", "trip-doctor", "trip-shop"), "105"),
        ("briefing-en", ("old", "middle", "young"), "106"),
        ("briefing-en", ("flu", "rsv", "covid"), "100"),
    ],
)
def test_shares_of_one_whole(name: str, shares: tuple[str, ...], total: str) -> None:
    assert sample(name).total(*shares) == Decimal(total)


@pytest.mark.parametrize(
    ("name", "part", "whole", "stated", "computed"),
    [
        ("briefing-zh", "projects-done", "projects", "projects-done-share", "93.5"),
        ("briefing-zh", "estates-done", "estates", "estates-done-share", "69.9"),
        ("briefing-zh", "canteens", "communities", "canteen-cover", "40.0"),
        ("briefing-zh", "over-60", "population", "over-60-share", "26.0"),
        ("briefing-zh", "m-total", "m-spend", "m-share", "12.0"),
        ("briefing-en", "doses", "population", "doses-share", "40.5"),
        ("briefing-en", "homes-met", "homes", "homes-share", "75.0"),
    ],
)
def test_parts_of_a_whole(name: str, part: str, whole: str, stated: str, computed: str) -> None:
    found = sample(name)
    assert found.percent(part, whole) == Decimal(computed)
    planted = stated in {"canteen-cover", "homes-share"}
    assert (found.low(stated) != Decimal(computed)) == planted


def test_growth_that_holds_and_growth_that_does_not() -> None:
    found = sample("briefing-en")
    fall = 1 - found.low("cases-now") / found.low("cases-before")
    assert fall * 100 == found.low("cases-drop")
    assert found.low("vans") != found.low("vans-before") * found.low("vans-twice")


def test_the_fall_in_gas_accidents_is_less_than_stated() -> None:
    found = sample("briefing-zh")
    after, before = map(int, re.findall(r"燃气事故(\d+)起，比2023年的(\d+)起", found.text)[0])
    assert 1 - Decimal(after) / before < found.low("gas-down")


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("briefing-zh", "riders-a", "riders-b"),
        ("briefing-zh", "rivers-a", "rivers-b"),
        ("briefing-zh", "parking-gap-a", "parking-gap-b"),
        ("briefing-en", "adm-a", "adm-b"),
        ("briefing-en", "response-a", "response-b"),
    ],
)
def test_a_later_turn_gives_another_number(name: str, first: str, second: str) -> None:
    found = sample(name)
    assert found.low(first) != found.low(second)
    assert found.spans[first][-1][1] < found.spans[second][0][0]
    between = found.text[found.spans[first][-1][1] : found.spans[second][0][0]]
    assert re.search(r"(?m)^(?:\w{3}：|[A-Z. ]+: )", between)


@pytest.mark.parametrize(
    ("name", "announced", "listed_in", "marker", "items"),
    [
        ("briefing-zh", "four-measures", "c-measures", r"[一二三四]是", 3),
        ("briefing-en", "four-steps", "c-steps", r"First|Second|Third|Fourth", 3),
    ],
)
def test_a_list_is_announced_with_one_item_more_than_it_has(
    name: str, announced: str, listed_in: str, marker: str, items: int
) -> None:
    found = sample(name)
    assert found.low(announced) == items + 1
    assert len(re.findall(marker, found.entries[listed_in]["quote"])) == items
