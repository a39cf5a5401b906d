"""Marks in front of labels."""

from collections import Counter

import pytest

from annotator.reading.candidates import candidates_in
from annotator.reading.layout import lines_of
from annotator.reading.marks import Marks
from annotator.reading.sighting import best_sighting


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("• 记者：为何？\n• 林禾：好。\n• 记者：何时？", []),
        ("• 记者：为何？\n• 林禾：好。", ["记者", "林禾"]),
        ("1、林禾：为何？\n方芳：好。\n2、林禾：何时？", []),
        ("1、《潮汐》：为何？\n方芳：好。\n2、《灯塔》：何时？", []),
        ("记者：为何？\n• 林禾：好。", ["林禾"]),
        ("一、林禾：各位早。\n方芳：为何？\n林禾：因为好。\n林禾：谢谢。", []),
        ("一、林禾：各位早。\n方芳：为何？\n林禾：因为好。", ["林禾"]),
        ("• 林禾：\n各位好。\n• 方芳：\n大家好。", []),
        ("• 林禾：\n各位好。\n• 方芳：大家好。", ["林禾", "方芳"]),
        ("• 嘉宾：渔港办 方芳\n• 林禾：\n各位好。\n• 方芳：\n大家好。", []),
        ("林禾：好。\n▲方芳：好。", ["方芳"]),
        ("- Ann Roe: Why?\n- Bo Low: So.\n- Ann Roe: When?\n- Bo Low: Now.", []),
        ("- Ann Roe: Why?\n- Bo Low: So.\n- Ann Roe: When?", ["Ann Roe", "Bo Low", "Ann Roe"]),
    ],
)
def test_a_mark_parts_a_name_from_labels_unless_they_have_it_too(
    text: str, parted: list[str]
) -> None:
    found = [best_sighting(list(candidates_in(text, *span))) for span in lines_of(text)]
    sightings = [s for s in found if s]
    marks = Marks(sightings, Counter(s.verdict.name for s in sightings))
    assert [s.verdict.name for s in sightings if marks.part(s)] == parted
