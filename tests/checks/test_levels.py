"""Numbers that may be one before and after."""

import pytest

from annotator.checks.levels import are_alike, is_comparable, tells_then
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "are_comparable", "alike"),
    [
        ("It was 31 hours and is 26.", True, True),
        ("It was 31 hours and is 260.", True, False),
        ("It was 31 hours and is 26 people.", False, False),
        ("去年80辆，今年90辆。", True, True),
        ("去年80辆，今年900辆。", True, False),
        ("去年80辆，今年增加了90辆。", False, True),
        ("It was 70 degrees and is 68.", True, True),
    ],
)
def test_levels_are_of_one_unit_and_no_changes(
    text: str, *, are_comparable: bool, alike: bool
) -> None:
    scene = scene_of(text)
    first, second = scene.statements[:2]
    assert is_comparable(scene, first, second) is are_comparable
    assert are_alike(first, second) is alike


def test_a_number_is_so_many_times_one_of_another_year() -> None:
    text = "登记金额86亿元，是2020年21.5亿元的{}倍。"
    assert [v for v, _t in found_in(text.format("五"), "growth")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("四"), "growth")] == ["consistent"]


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("，比上学期下调", "，上学期是", True),
        ("，比年初增加", "，年初余额是", True),
        ("，比年初增加", "，年底余额是", False),
        ("people, down ", " from yesterday, when it was ", True),
        ("people, down ", " from yesterday, and there were ", False),
    ],
)
def test_what_there_was_is_told_of_the_time_that_a_change_is_told_since(
    before: str, behind: str, *, expected: bool
) -> None:
    assert tells_then(before, behind) is expected
