"""Cues become turns: positions that fit the text, whatever the cues are."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.reading.cues import LONG, LONGEST, Cue, join_lines, spoken

WORDS = st.text("ab cd。今年：: A\n", min_size=0, max_size=20).map(
    lambda text: " ".join(text.split())
)
CUES = st.lists(
    st.builds(
        Cue,
        st.none() | st.integers(0, 50_000),
        st.none() | st.integers(0, 50_000),
        WORDS,
        st.sampled_from(["", "", "Lin", "记者"]),
        st.booleans(),
    ),
    max_size=12,
)


@given(CUES)
def test_turns_lie_in_the_text_in_order_and_no_word_is_lost(cues: list[Cue]) -> None:
    text, turns = spoken(cues)
    assert all(0 <= t.start <= t.body_start <= t.end <= len(text) for t in turns)
    assert all(a.end <= b.start for a, b in pairwise(turns))
    at = 0
    for cue in cues:
        for word in cue.text.split():
            at = text.find(word, at)
            assert at >= 0
            at += len(word)


@given(CUES)
def test_named_speakers_are_those_of_the_cues_in_their_order(cues: list[Cue]) -> None:
    text, turns = spoken(cues)
    named = [cue.speaker for cue in cues if cue.text]
    if any(named):
        changes = [
            name
            for name, before in zip(named, ["", *named], strict=False)
            if name and name != before
        ]
        assert [t.speaker for t in turns if t.speaker] == changes
        for t in turns:
            label = text[t.start : t.body_start]
            assert label.rstrip(" :：") == (t.speaker or "")


def test_a_long_paragraph_ends_with_its_sentence() -> None:
    sentence = "This is a sentence of some length."
    text, turns = spoken([Cue(n, n + 1, sentence, "Lin") for n in range(30)])
    lines = text.split("\n")
    assert len(turns) == 1
    assert all(line.endswith(".") and len(line) < LONG + 2 * len(sentence) for line in lines)
    assert len(lines) > 2
    assert (turns[0].time_start, turns[0].time_end) == (0, 30)


def test_speech_without_full_stops_is_parted_all_the_same() -> None:
    text, turns = spoken([Cue(n, n + 1, "今年新建公园十二个") for n in range(400)])
    assert max(map(len, text.split("\n"))) < LONGEST + 20
    assert len(turns) == len(text.split("\n")) > 3


def test_lines_are_joined_as_they_are_written() -> None:
    assert join_lines("今年，", "新建") == "今年，新建"
    assert join_lines("one", "two") == "one two"
    assert join_lines("", "two") == "two"


def test_nothing_said_is_no_text() -> None:
    assert spoken([]) == ("", ())
