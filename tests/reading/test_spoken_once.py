"""Names that answer but once, on lines that a page joined."""

import pytest

from annotator.reading.turns import find_turns

ASKED = (
    "The piers are full. Q. What did the storm teach you? Ann Lund: I learned my lesson and built "
    "anew. Q. Who helped you? Bo Roe: The people of the port did, day and night. "
)


def who(text: str) -> list[str | None]:
    return [turn.speaker for turn in find_turns(text) if turn.role]


def test_each_name_behind_a_question_of_its_own_answers_it() -> None:
    assert who(ASKED) == ["Q", "Ann Lund", "Q", "Bo Roe"]


@pytest.mark.parametrize(
    "text",
    [
        ASKED.replace("Q. Who", "Who"),
        ASKED.replace("Q. Who helped you?", "Q. Somebody helped you."),
    ],
)
def test_names_behind_one_question_or_none_answer_nothing(text: str) -> None:
    assert "Bo Roe" not in who(text)
