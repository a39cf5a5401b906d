"""Questions that have but a number, above answers behind a letter."""

from annotator.reading.turns import find_turns

PAIRS = (
    "1. Was the pier open?\nA. It was.\n\n2. Who closed it?\nA, The mayor.\n"
    "\n3. Until when?\n\nA. Until May.\n"
)


def test_numbers_ask_and_letters_answer() -> None:
    turns = find_turns(f"Notes of the meeting\n\n{PAIRS}")
    assert [turn.speaker for turn in turns] == [None, "Q", "A", "Q", "A", "Q", "A"]
    start, body = turns[1].start, turns[1].body_start
    assert f"Notes of the meeting\n\n{PAIRS}"[start:body] == "1. "


def test_two_pairs_are_too_few() -> None:
    assert len(find_turns(PAIRS.partition("\n3.")[0])) == 1
