"""Which numbers state a change."""

import pytest

from annotator.checks.changes import change_of, is_base, is_change
from tests.checks.reading import scene_of


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("旅客量增长25%。", [1]),
        ("旅客量成長25%。", [1]),
        ("產量減少25%。", [-1]),
        ("发案数下降了35%。", [-1]),
        ("Sales fell by 5 percent.", [-1]),
        ("Sales saw a 5 percent increase.", [1]),
        ("覆盖率提高到25%。", [None]),
        ("占25%。", [None]),
        ("由25%提高。", [None]),
        ("Turnout was 61 percent.", [None]),
        ("Cases will fall below 3,000.", [None]),
    ],
)
def test_a_change_has_a_direction_and_a_level_none(text: str, signs: list[int | None]) -> None:
    scene = scene_of(text)
    changes = [change_of(scene, s) for s in scene.statements]
    assert [change.sign if change else None for change in changes] == signs


def test_only_shares_are_changes_by_themselves() -> None:
    scene = scene_of("增加30个，增长25%。")
    assert [is_change(scene, s) for s in scene.statements] == [False, True]


@pytest.mark.parametrize(("text", "is_it"), [("基层报销比例85%。", False), ("比去年的85%。", True)])
def test_a_ratio_is_nothing_to_compare_with(text: str, *, is_it: bool) -> None:
    scene = scene_of(text)
    assert is_base(scene, scene.statements[-1]) is is_it


def test_what_is_listed_behind_a_change_is_one_too() -> None:
    scene = scene_of("受理和起诉同比分别下降15.6%、12.9%和9.1%，占全部的40%。")
    changes = [change_of(scene, s) for s in scene.statements if s.figure.kind == "percent"]
    assert [c and c.sign for c in changes] == [-1, -1, -1, None]
