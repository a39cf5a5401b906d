"""Questions that have but a number, above answers behind a letter."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.numbered import asked_by_number
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


ASKED = (
    "1. Harbour Daily: Was the pier open in May?\n\nIt was open all year.\n\n"
    "2. TG&VN: Who closed it? Please comment on this matter?\n\nThe mayor did.\nIt was wet.\n\n"
    "3. Tuoi tre: Until when?\n\nUntil the wind falls.\n"
)


def test_outlets_ask_behind_numbers_at_a_press_conference_that_labels_no_answers() -> None:
    text = f"The 5th regular press conference\n\n{ASKED}"
    turns = find_turns(text)[1:]
    assert [turn.speaker for turn in turns[::2]] == ["Harbour Daily", "TG&VN", "Tuoi tre"]
    assert {turn.role for turn in turns[::2]} == {Role.REPORTER}
    answers = [text[turn.body_start : turn.end].split("\n", maxsplit=1)[0] for turn in turns[1::2]]
    assert answers == ["It was open all year.", "The mayor did.", "Until the wind falls."]


@pytest.mark.parametrize(
    "text",
    [
        f"Questions that boat owners ask\n\n{ASKED}",
        f"A press conference\n\n{ASKED}".replace("3. Tuoi", "5. Tuoi"),
        f"A press conference\n\n{ASKED}".replace("?", "."),
        f"A press conference\n\n{ASKED}".replace("\n\nIt was", "\n\nRoe: It was").replace(
            "The mayor", "Roe: The mayor"
        ),
    ],
)
def test_other_numbered_questions_do_not(text: str) -> None:
    assert asked_by_number(text) == []
