"""What a share is said to be of."""

import pytest

from annotator.checks.wholes import core, is_count_of, whole_noun
from tests.checks.reading import scene_of


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("占党支部总数的99.6%。", "党支部"),
        ("That is 40 percent of all the new villages.", "all the new villages"),
    ],
)
def test_the_noun_behind_of(text: str, noun: str) -> None:
    scene = scene_of(text)
    assert core(whole_noun(scene, scene.statements[-1])) == noun


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("全县有1250个行政村。", "行政村", True),
        ("全县有1250个行政村。", "自然村", False),
        ("债务6.75兆元，占GDP的26%。", "GDP", False),
        ("The county has 1,250 rural villages.", "villages", True),
    ],
)
def test_what_a_number_counts(text: str, noun: str, *, expected: bool) -> None:
    scene = scene_of(text)
    assert is_count_of(scene, scene.statements[0], noun) is expected
