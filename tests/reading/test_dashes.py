"""Turns that nothing but a dash starts."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.turns import find_turns

TALK = (
    "Are the docks full?",
    "They are. We count 40 ships.",
    "Will you build more?",
    "I think so.\n\nIt needs money.",
    "How much?",
    "About 3 million.",
)


def test_a_dialogue_behind_dashes_has_turns_of_nobody() -> None:
    text = "Talk with the mayor\n" + "\n".join(f"– {speech}" for speech in TALK)
    turns = find_turns(text)
    assert [text[turn.body_start : turn.end] for turn in turns[1:]] == list(TALK)
    assert all(turn.speaker is None and turn.role is Role.UNKNOWN for turn in turns[1:])


@pytest.mark.parametrize(
    "lines",
    [
        ("Is it open?", "May I come in?", "Can I bring you?", "Do I pay?", "Who am I?"),
        ("Bring your card", "Do you swim?", "Tell us", "Have you a dog?", "Call me", "Ask us"),
        ("Are the docks full?", "Yes.", "Ships came.", "Tides rose.", "Why?", "Nets went out."),
        TALK[:4],
    ],
)
def test_points_of_a_list_are_no_dialogue(lines: tuple[str, ...]) -> None:
    assert len(find_turns("\n".join(f"- {line}" for line in lines))) == 1


def test_lines_with_different_dashes_are_no_dialogue() -> None:
    marked = zip("-–-–-–", TALK, strict=True)
    assert len(find_turns("\n".join(f"{mark} {speech}" for mark, speech in marked))) == 1


def test_who_speaks_with_a_label_above_the_dashes_keeps_it() -> None:
    lines = "\n".join(f"– {speech}" for speech in TALK)
    text = f"Talk with the mayor\n\nAnn Lee, Mayor of Lund: Good evening to you all.\n\n{lines}"
    turns = find_turns(text)
    assert [turn.speaker for turn in turns[1:]] == ["Ann Lee", *[None] * len(TALK)]
