"""Answers without labels between questions."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.turns import find_turns

ASKED = "Talk\n\nQ: Why so?\nBecause.\nIt is late.\n\nQ: Is it?\nWill it be?\n\nYes. Is it not?"


def speeches(text: str) -> list[tuple[str | None, str]]:
    return [(t.speaker, text[t.body_start : t.end]) for t in find_turns(text) if t.role]


def test_what_follows_a_question_is_nobody_s_known() -> None:
    assert speeches(f"{ASKED}\n\nIt is.") == [
        ("Q", "Why so?"),
        (None, "Because.\nIt is late.\n"),
        ("Q", "Is it?\nWill it be?\n\nYes. Is it not?\n"),
        (None, "It is."),
    ]
    chinese = "问：好吗？\n好。\n问：真的？\n  真的。很好。\n问：还有？"
    found = find_turns(chinese)
    assert [t.role for t in found] == [Role.REPORTER, Role.UNKNOWN] * 2 + [Role.REPORTER]
    assert [chinese[t.start :][:2] for t in found] == ["问：", "好。", "问：", "真的", "问："]


@pytest.mark.parametrize(
    "text",
    [
        "Q: Why so?\nBecause.\nA: It is late.\nQ: Is it?\nYes.",
        "Q: Why so?\nBecause.",
        "Q: Go on.\nIt is late.\n\nQ: And now.\nIt was.\n\nQ: Is it?\nYes.",
        "Q: Why so? It is late.\nQ: Is it? It is.",
    ],
)
def test_questions_stay_whole_where_answers_are_marked_or_cannot_be_told(text: str) -> None:
    assert None not in [turn.speaker for turn in find_turns(text)]
