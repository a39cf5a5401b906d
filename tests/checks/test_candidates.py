"""Which figures are held against each other."""

import pytest

from annotator.checks.candidates import candidates, groups_of, pairs_of
from tests.checks.reading import scene_of


@pytest.mark.parametrize("line", ["共有240家，占35%，增长5%，", "去年完成造林12.6万亩。\n"])
def test_a_text_that_repeats_itself_gives_no_more_pairs_than_figures(line: str) -> None:
    scene = scene_of(line * 400)
    for group in groups_of(scene.statements):
        assert len(candidates(scene, group)) <= len(group)


def test_amounts_of_one_unit_with_a_word_in_common_are_compared() -> None:
    text = "The port has 41 cranes.\nIts older cranes number 14.\nTurnout was 41 percent."
    pairs = [(a.text, b.text) for a, b in pairs_of(scene_of(text))]
    assert pairs == [("41", "14")]


def test_one_long_number_is_compared_with_and_without_its_unit() -> None:
    text = "The fund holds $3,417,000.\nThere were 3,417 acres.\nI repeat, 3,417."
    pairs = [(a.text, b.text) for a, b in pairs_of(scene_of(text))]
    assert pairs == [("3,417 acres", "3,417")]
