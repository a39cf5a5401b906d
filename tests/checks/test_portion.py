"""A part, its whole and a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checks.portion import (
    BACK,
    Triple,
    check,
    counts_before,
    have_same_unit,
    is_count,
    is_larger,
    is_more,
)
from annotator.checks.statement import Statement
from tests.checks.reading import read, scene_of


def triple_of(text: str, *, is_rest: bool = False) -> Triple:
    """Take a text's figures for a whole, a part of it, and a share."""
    whole, part, share = read(text).statements
    return Triple(part, whole, share, 0.5, is_rest)


def verdict_of(text: str, *, is_rest: bool = False) -> str | None:
    found = check(triple_of(text, is_rest=is_rest))
    return found.verdict.value if found else None


def two(text: str) -> tuple[Statement, Statement]:
    first, second = read(text).statements
    return first, second


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("33名里有14名，占42.4%。", "consistent"),
        ("33名里有14名，占52.4%。", "conflict"),
        ("3.28万人里有0.82万人，占三成。", "conflict"),
        ("3.28万人里有0.92万人，占三成。", "consistent"),
    ],
)
def test_the_arithmetic_of_a_share(text: str, verdict: str) -> None:
    whole, part, share = read(text).statements
    found = check(Triple(part, whole, share, 0.5))
    assert found is not None
    assert found.verdict.value == verdict


def test_a_part_is_no_larger_than_its_whole() -> None:
    part, whole, share = read("33名里有14名，占42.4%。").statements
    assert check(Triple(part, whole, share, 0.5)) is None


@given(st.integers(1001, 9999), st.data())
def test_a_share_worked_out_fits_and_one_five_points_off_does_not(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(whole // 9, whole * 8 // 9))
    told = round(1000 * part / whole) / 10
    for is_rest, share in ((False, told), (True, 100 - told)):
        fitting = verdict_of(f"{whole}名里有{part}名，占{share:.1f}%。", is_rest=is_rest)
        wrong = verdict_of(f"{whole}名里有{part}名，占{share + 5.1:.1f}%。", is_rest=is_rest)
        assert (fitting, wrong) == ("consistent", "conflict")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("30名里有33名，占110%。", "consistent"),
        ("30名里有33名，占90%。", None),
        ("30名里有95名，占110%。", None),
        ("8,000名里有3名，占40%。", None),
        ("8,000名里有30名，占40%。", "conflict"),
        ("5000名里有4000名，占81%。", "undetermined"),
        ("120名里有60多名，占50%以上。", "consistent"),
        ("120名里有60名以上，占50%以上。", "consistent"),
        ("120名里有60名以上，占60%以上。", "conflict"),
    ],
)
def test_what_cannot_be_a_part_is_held_against_nothing(text: str, verdict: str | None) -> None:
    assert verdict_of(text) == verdict


def test_the_working_tells_the_share_that_the_numbers_make() -> None:
    text = "33名里有14名，占42.4%。"
    told, rest = check(triple_of(text)), check(triple_of(text, is_rest=True))
    assert told is not None
    assert rest is not None
    assert str(told.working) == "14名 of 33名 is 42.4%; stated is 42.4%."
    assert str(rest.working) == "33名 without 14名 is 57.6% of it; stated is 42.4%."
    assert told.texts == ("14名", "42.4%", "33名")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一共12人。", True),
        ("投资1.2亿元。", True),
        ("增长12%。", False),
        ("一共数十人。", True),
        ("children under 5 were fed.", False),
        ("more than 500 were fed.", True),
        ("more than 5 tons were fed.", True),
        ("We fed 5 of them.", True),
    ],
)
def test_counts_and_money_may_be_parts_but_no_age(text: str, *, expected: bool) -> None:
    assert is_count(read(text).statements[0]) is expected


def test_the_larger_count_of_one_unit_may_be_the_whole() -> None:
    part, whole = two("有12人、30人。")
    assert (is_larger(whole, part), is_larger(part, whole)) == (True, False)
    assert (is_more(whole, part), is_more(part, whole)) == (True, False)
    bus, person = two("有30辆、12人。")
    assert not have_same_unit(bus, person)
    assert (is_larger(bus, person), is_more(bus, person)) == (False, True)
    money, few = two("投资30元、有12人。")
    assert not is_more(money, few)


def test_a_count_without_a_unit_may_be_of_any() -> None:
    bare, meals = two("It was 12. The food cost 30 dollars.")
    assert have_same_unit(bare, meals)
    assert have_same_unit(meals, bare)


def test_counts_before_a_sentence_are_those_of_the_last_ones() -> None:
    scene = scene_of("有10人。" + "大家好。" * (BACK - 2) + "有12人，增长5%。有14人。")
    assert [s.text for s in counts_before(scene, BACK)] == ["10人", "12人"]
    assert [s.text for s in counts_before(scene, BACK + 1)] == ["12人", "14人"]
    assert counts_before(scene, 0) == []
