"""Measure words that tell items apart."""

import pytest

from annotator.checks.classifiers import count_other_things
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "are_others"),
    [
        ("采购28种药品，分三批完成", True),
        ("採購二十八種藥品，分三批完成", True),
        ("采购28种药品，其中12种是抗生素", False),
        ("采购28种药品，分三个阶段完成", False),
        ("三萬個單位，落成九千個", False),
        ("收到28份申请，共12人", False),
    ],
)
def test_two_measure_words_are_for_two_things(text: str, *, are_others: bool) -> None:
    first, second = scene_of(text).statements
    assert count_other_things(first, second) is are_others


def test_what_counts_other_things_is_no_part_of_a_total() -> None:
    assert found_in("第二批有六十二种，前九批合计三百七十四种。", "sum") == []
