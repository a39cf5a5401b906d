"""Numbers that differ beside one that is told again."""

import pytest

from annotator.checks.anchored import anchored
from tests.checks.reading import scene_of

FIRST = "今年海龜救傷86隻,死亡28隻,野放51隻。"


@pytest.mark.parametrize(
    ("again", "count"),
    [
        ("救傷86隻,死亡38隻,多半是纏網。", 1),
        ("救傷96隻,死亡38隻,多半是纏網。", 0),
        ("救傷86隻,其中死亡28隻。", 0),
        ("救傷86隻,去年死亡38隻。", 0),
        ("救傷86隻,死亡380隻。", 0),
        ("救傷86隻,擱淺38隻。", 0),
    ],
)
def test_a_number_beside_one_that_is_the_same(again: str, count: int) -> None:
    scene = scene_of(f"{FIRST}\n記者:原因呢?\n科長:{again}")
    assert len(list(anchored(scene))) == count


@pytest.mark.parametrize(("age", "count"), [("75歲以上", 0), ("甲種175筆、", 1)])
def test_a_bound_is_nothing_that_is_told_again(age: str, count: int) -> None:
    scene = scene_of(f"全國{age}人口占總數19.9%。\n本市的{age}人口占總數17.2%。")
    assert len(list(anchored(scene))) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("接种1260剂，来了35人。", "接种1260剂，来了45人。", 1),
        ("接种1260剂，来了35人。", "接种1250剂，来了45人。", 0),
        ("投入126万元，用船35艘。", "投入126万元，用船45艘。", 1),
        ("投入126万元，用船35艘，渔船12艘。", "投入126万元，用船45艘，渔船12艘。", 1),
        ("投入126万元，用船35艘。", "投入126万元，用车45辆。", 0),
        ("投入126万元，用船35艘。", "投入126万元，用船35至45艘。", 0),
        ("投入126万元，用船35艘。", "投入126万元，用船增加45艘。", 0),
        ("投入126万元，用船35艘。", "投入126万元，用船71艘。", 0),
        ("投入126万元，用船35艘。", "投入126万元，用船70艘。", 1),
        ("投入126万元，35人死亡。", "投入126万元，45人死亡。", 1),
        ("投入126万元，死亡35人。", "投入126万元，受伤45人。", 0),
        ("投入126万元，有网友称死亡35人。", "投入126万元，死亡45人。", 0),
        ("投入126万元，比去年的35艘多。", "投入126万元，用船45艘。", 0),
        ("投入6万元，用船35艘。", "投入6万元，用船45艘。", 0),
        ("东湖区投入126万元，用船35艘。", "西山区投入126万元，东湖区用船45艘。", 1),
        ("投入126万元，东湖区用船35艘。", "投入126万元，西山区用船45艘。", 0),
    ],
)
def test_what_stands_beside_one_number_is_one_thing(first: str, second: str, count: int) -> None:
    scene = scene_of(f"{first}\n大家好。\n{second}")
    assert len(list(anchored(scene))) == count


def test_numbers_are_told_apart_in_one_sentence_and_where_many_tell_them() -> None:
    assert not list(anchored(scene_of("投入126万元，用船35艘，后来投入126万元，用船45艘。")))
    often = "投入126万元，用船35艘。\n" * 4 + "投入126万元，用船45艘。"
    assert not list(anchored(scene_of(often)))
