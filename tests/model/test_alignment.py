"""Alignment of two texts: what it says is the same is, in order, and it ends in time."""

import time
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.alignment import Block, align
from tests.model.corrections import corrected, random_edits, transcript

SMALL = st.text("ab。\n 今", max_size=60)


@given(SMALL, SMALL)
def test_blocks_are_the_same_in_both_texts_and_rise(old: str, new: str) -> None:
    blocks = align(old, new)
    for block in blocks:
        assert block.length > 0
        assert (
            old[block.old : block.old + block.length] == new[block.new : block.new + block.length]
        )
    for a, b in pairwise(blocks):
        assert a.old + a.length <= b.old
        assert a.new + a.length <= b.new
        assert (a.old + a.length, a.new + a.length) != (b.old, b.new)


@given(SMALL)
def test_a_text_is_itself(text: str) -> None:
    assert align(text, text) == ([Block(0, 0, len(text))] if text else [])


@given(SMALL, st.text("xyz", min_size=1, max_size=5), st.data())
def test_an_insertion_of_other_letters_keeps_all_the_old_text(
    old: str, words: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(old)))
    blocks = align(old, old[:at] + words + old[at:])
    assert sum(block.length for block in blocks) == len(old)


@pytest.mark.parametrize("seed", range(5))
def test_nearly_everything_that_was_kept_is_found(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - the same texts in every run
    old = transcript(dice, 60)
    made = corrected(old, random_edits(dice, old, 60))
    aligned = {
        block.old + n: block.new + n for block in align(old, made.new) for n in range(block.length)
    }
    right = sum(aligned.get(at) == place for at, place in made.place.items())
    assert right > 0.98 * len(made.place)


PATHOLOGICAL = {
    "one line repeated": ("谢谢。\n" * 100_000, "谢谢 。\n" * 80_000),
    "one letter": ("a" * 300_000, "a" * 150_000 + "b" + "a" * 140_000),
    "two words": ("a b " * 60_000, "b a " * 60_000),
    "nothing alike": ("".join(map(chr, range(0x4E00, 0x9000))) * 10, "abc def. " * 30_000),
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_texts_without_anything_to_hold_on_to_end_soon(name: str) -> None:
    started = time.process_time()
    align(*PATHOLOGICAL[name])
    assert time.process_time() - started < 5


def test_words_that_repeat_are_told_apart_by_their_order() -> None:
    """No word is there once, so that nothing anchors: only the order of edits is left."""
    old = "a b a b c c b a " * 6
    new = old.replace("c c", "c x c", 3)
    assert sum(block.length for block in align(old, new)) == len(old)


LONG = [letter * 10 + " " for letter in "abc"]
"""Words too long to be the same by chance, and without a letter in common."""


def most_in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words two rows have in common in one order, by the textbook's table."""
    row = [0] * (len(right) + 1)
    for word in left:
        above, row = row, [0]
        for at, other in enumerate(right):
            row.append(above[at] + 1 if word == other else max(above[at + 1], row[at]))
    return row[-1]


@given(st.lists(st.sampled_from(LONG), max_size=20), st.data())
def test_words_that_repeat_are_kept_around_those_that_went(
    middle: list[str], data: st.DataObject
) -> None:
    words = [*LONG, *middle, *LONG]
    gone = data.draw(st.sets(st.integers(0, len(words) - 1), max_size=2))
    left = [word for at, word in enumerate(words) if at not in gone]
    for old, new in ((words, left), (left, words)):
        kept = sum(block.length for block in align("".join(old), "".join(new)))
        assert kept >= 11 * len(left)


@given(st.permutations(range(30)))
def test_of_sentences_moved_about_the_longest_run_in_order_is_kept(order: list[int]) -> None:
    sentences = [f"{chr(0x4E00 + number) * 12}。\n" for number in range(30)]
    blocks = align("".join(sentences), "".join(sentences[number] for number in order))
    kept = sum(block.length for block in blocks)
    assert kept >= 12 * most_in_order(sentences, [sentences[number] for number in order])


def test_a_passage_written_anew_is_not_torn_apart_by_stray_letters() -> None:
    old = "前文不变。今年的工作总体上进展顺利，没有困难。后文也不变。"
    new = "前文不变。由于天气原因，上述项目的完工时间推迟。后文也不变。"
    lengths = [block.length for block in align(old, new)]
    assert lengths == [5, 7]
