"""Numbers that differ beside one that is told again."""

import pytest

from annotator.checks.anchored import anchored
from tests.checks.reading import found_in, scene_of

FIRST = "今年海龜救傷86隻,死亡28隻,野放51隻。"


@pytest.mark.parametrize(
    ("again", "verdicts"),
    [
        ("救傷86隻,死亡38隻,多半是纏網。", ["conflict"]),
        ("救傷96隻,死亡38隻,多半是纏網。", []),
        ("救傷86隻,其中死亡28隻。", []),
        ("救傷86隻,去年死亡38隻。", []),
        ("救傷86隻,死亡380隻。", []),
        ("救傷86隻,擱淺38隻。", []),
    ],
)
def test_a_number_beside_one_that_is_the_same(again: str, verdicts: list[str]) -> None:
    found = found_in(f"{FIRST}\n記者:原因呢?\n科長:{again}", "repeat")
    assert [v for v, _texts in found if v == "conflict"] == verdicts


@pytest.mark.parametrize(("age", "count"), [("75歲以上", 0), ("甲種175筆、", 1)])
def test_a_bound_is_nothing_that_is_told_again(age: str, count: int) -> None:
    scene = scene_of(f"全國{age}人口占總數19.9%。\n本市的{age}人口占總數17.2%。")
    assert len(list(anchored(scene))) == count
