"""Passages of a text after it was corrected, against edits whose effect is known."""

import time
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.reanchor import Changed, Lost, Moved, Outcome, reanchor
from tests.model.corrections import corrected, random_edits, transcript


def only(old: str, new: str, quote: str) -> tuple[Outcome, str]:
    """Return what became of a quote, and the words there now."""
    start = old.index(quote)
    (outcome,) = reanchor(old, new, [(start, start + len(quote))])
    return outcome, "" if isinstance(outcome, Lost) else new[slice(*outcome.new)]


@pytest.mark.parametrize("seed", range(20))
def test_edits_outside_a_span_move_it_to_where_they_shifted_it(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - the same texts in every run
    old = transcript(dice, 30)
    made = corrected(old, random_edits(dice, old, 30))
    spans = [(at, at + dice.randrange(2, 30)) for at in range(0, len(old) - 30, 13)]
    kept = 0
    for span, outcome in zip(spans, reanchor(old, made.new, spans), strict=True):
        if made.is_kept(span):
            kept += 1
            place = (made.place[span[0]], made.place[span[1] - 1] + 1)
            assert outcome == Moved(span, place), old[slice(*span)]
    assert kept > len(spans) / 2


@pytest.mark.parametrize("seed", range(20))
def test_edits_inside_a_span_change_it_within_its_borders(seed: int) -> None:
    """Both ends of the span are kept, so it must reach from the one to the other."""
    dice = Random(seed)  # noqa: S311 - the same texts in every run
    old = transcript(dice, 30)
    made = corrected(old, random_edits(dice, old, 20))
    spans = [
        (start - 12, end + 12)
        for start, end in made.touched
        if start > 12 and made.is_kept((start - 12, start)) and made.is_kept((end, end + 12))
    ]
    assert spans
    for span, outcome in zip(spans, reanchor(old, made.new, spans), strict=True):
        place = (made.place[span[0]], made.place[span[1] - 1] + 1)
        if made.new[slice(*place)] == old[slice(*span)]:
            continue
        assert isinstance(outcome, Changed)
        trimmed = made.new[slice(*place)].strip()
        assert made.new[slice(*outcome.new)] == trimmed


@given(st.text("ab。\n 今", max_size=50), st.text("ab。\n 今", max_size=50), st.data())
def test_an_outcome_is_what_it_says(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(old) - 1)))
    end = data.draw(st.integers(start, len(old)))
    if start == end:
        return
    (outcome,) = reanchor(old, new, [(start, end)])
    assert outcome.old == (start, end)
    match outcome:
        case Moved():
            assert new[slice(*outcome.new)] == old[start:end]
        case Changed():
            assert 0 <= outcome.new[0] < outcome.new[1] <= len(new)
            assert new[slice(*outcome.new)] != old[start:end]
        case Lost():
            assert 0 <= outcome.near <= len(new)


@pytest.mark.parametrize("seed", range(10))
def test_a_deleted_sentence_is_lost_near_where_it_was(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - the same texts in every run
    old = transcript(dice, 20)
    lines = old.split("\n")
    at = dice.randrange(1, len(lines) - 1)
    start = sum(len(line) + 1 for line in lines[:at])
    new = "\n".join(lines[:at] + lines[at + 1 :])
    (outcome,) = reanchor(old, new, [(start, start + len(lines[at]))])
    assert isinstance(outcome, Lost)
    assert abs(outcome.near - start) <= 1


@pytest.mark.parametrize(
    ("old", "new", "quote", "words"),
    [
        ("占比为76.3%，上升。", "占比为78.1%，上升。", "76.3%", "78.1%"),
        ("局长岑柏年说，", "局长岑伯年说，", "岑柏年", "岑伯年"),
        ("Mr. Smith said so.", "Mr. Jones said so.", "Smith", "Jones"),
        (
            "We built 12,450 homes.",
            "We built some 12,540 new homes.",
            "12,450 homes",
            "12,540 new homes",
        ),
        ("共有十二个公园。", "共有12个公园。", "十二个公园", "12个公园"),
    ],
)
def test_a_corrected_word_changes_the_quote_with_borders_that_fit(
    old: str, new: str, quote: str, words: str
) -> None:
    outcome, told = only(old, new, quote)
    assert isinstance(outcome, Changed)
    assert told == words


def test_words_before_that_repeat_the_quote_do_not_draw_it_away() -> None:
    outcome, told = only("今年增长3%。", "今年增长2%，增长3%。", "增长3%")
    assert (type(outcome), told) == (Moved, "增长3%")
    outcome, told = only("the cat the dog", "the dog", "the dog")
    assert (type(outcome), told) == (Moved, "the dog")


def test_the_quote_whose_surroundings_fit_is_taken_where_one_of_two_went() -> None:
    old = "一季度增长3%，二季度增长3%，三季度增长3%。"
    new = "一季度增长3%，三季度增长3%。"
    spans = [(at, at + 4) for at in range(len(old)) if old.startswith("增长3%", at)]
    outcomes = reanchor(old, new, spans)
    assert [o.new[0] for o in outcomes if isinstance(o, Moved)][-1] == new.rindex("增长3%")
    assert outcomes[0] == Moved(spans[0], (3, 7))


def test_a_passage_that_was_put_elsewhere_is_found() -> None:
    dice = Random(3)  # noqa: S311 - the same texts in every run
    lines = transcript(dice, 12).split("\n")
    moved = lines[4]
    new = "\n".join([*lines[:4], *lines[5:], moved])
    outcome, told = only("\n".join(lines), new, moved)
    assert (type(outcome), told) == (Moved, moved)


MOVED = "本市已有三座车站换了新的扶梯。"


@pytest.mark.parametrize("copies", [(MOVED, ""), ("", MOVED * 2)])
def test_a_passage_that_one_text_has_twice_is_not_looked_for_elsewhere(
    copies: tuple[str, str],
) -> None:
    dice = Random(4)  # noqa: S311 - the same texts in every run
    lines = transcript(dice, 12).split("\n")
    before, after = copies
    old = "\n".join([*lines[:2], MOVED, *lines[2:6], before, *lines[6:]])
    new = "\n".join([*lines, after or MOVED])
    outcome, _told = only(old, new, MOVED)
    assert not isinstance(outcome, Moved)


def test_a_million_characters_with_ten_thousand_spans_take_seconds() -> None:
    dice = Random(1)  # noqa: S311 - the same texts in every run
    old = transcript(dice, 8_000)
    made = corrected(old, random_edits(dice, old, 4_000))
    spans = [
        (at, at + dice.randrange(2, 60)) for at in range(0, len(old) - 100, len(old) // 10_000)
    ]
    started = time.process_time()
    outcomes = reanchor(old, made.new, spans)
    taken = time.process_time() - started
    assert len(old) > 1_000_000
    assert len(outcomes) >= 10_000
    counts = Counter(type(outcome) for outcome in outcomes)
    assert counts[Lost] < 0.01 * len(outcomes)
    assert taken < 5
