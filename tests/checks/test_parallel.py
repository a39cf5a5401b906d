"""Passages of one pattern about different things."""

import pytest

from annotator.checks.parallel import are_parallel
from tests.checks.reading import found_in, scene_of

PATTERN = (
    "幼儿园专任教师{}万人，比上年增长1.7%；专任教师合格率{}；专科及以上比例为90.3%。\n"
    "初中阶段专任教师402.5万人；专任教师合格率99.9%；本科及以上比例为91.7%。"
)


@pytest.mark.parametrize(
    ("teachers", "qualified", "expected"),
    [("324.4", "98.4%", True), ("324.4", "99.9%", False), ("402.5", "98.4%", False)],
)
def test_where_other_numbers_differ_in_turn_two_are_of_different_things(
    teachers: str, qualified: str, *, expected: bool
) -> None:
    scene = scene_of(PATTERN.format(teachers, qualified))
    first = next(s for s in scene.statements if s.text == "90.3%")
    assert are_parallel(scene, first, scene.statements[-1]) is expected


def test_bounds_and_equal_changes_tell_nothing_again() -> None:
    text = (
        "小学56人及以上的大班1.38万个，比上年减少0.72万个，占总班数的比例为0.48%，下降0.25个百分点。\n"
        "初中56人及以上的大班4522个，比上年减少2703个，占总班数的比例为0.40%，下降0.25个百分点。"
    )
    assert "conflict" not in [v for v, _texts in found_in(text, "repeat")]


def test_numbers_with_nothing_beside_them_are_not_parallel() -> None:
    scene = scene_of("公共图书馆有286家。\n我们刚才说公共图书馆有268家。")
    assert not are_parallel(scene, *scene.statements)


def test_a_number_that_stands_beside_both_is_told_of_one_thing() -> None:
    text = (
        "In May we wrote to 160,000 seniors, and 87,000 have signed or returned it. We work with "
        "the post.\n\nAs I said, letters went to {}, and 78,000 have signed or returned the form."
    )
    assert found_in(text.format("160,000"), "repeat")[-1] == ("conflict", ("87,000", "78,000"))
    assert ("conflict", ("87,000", "78,000")) not in found_in(text.format("many"), "repeat")
