"""Which sightings start turns."""

import pytest

from annotator.reading.turns import find_turns


def speakers(text: str) -> list[str]:
    return [turn.speaker for turn in find_turns(text) if turn.speaker]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "主持人：邢慧娜\n发言人：付凌晖、康义\n\n主持人：大家好。\n记者：好？",
            ["主持人", "记者"],
        ),
        (
            "Moderator: Jane Doe, Head of Press\n\nModerator: Good day.\nQuestion: Why?",
            ["Moderator", "Question"],
        ),
        (
            "主持人：大家好。\n记者：好？\n主持人：再见。\n记者：王小明",
            ["主持人", "记者", "主持人"],
        ),
        (
            "Tom Keel -- CEO\n\nDana Ruiz -- CFO\n\nTom Keel -- CEO\nYes.\n\nDana Ruiz -- CFO\nHi.",
            ["Tom Keel", "Dana Ruiz"],
        ),
    ],
)
def test_lists_of_people_and_bylines_start_none(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_agencies_that_ask_once_between_answers_do() -> None:
    text = (
        "CCTV: What is your comment?\n\nLin Zhen: None.\n\nAFP: Will you appeal?\n\n"
        "Lin Zhen: Yes.\n\n"
        "Europe: what of it? It matters.\n\nLin Zhen: See above on Europe."
    )
    assert speakers(text) == ["CCTV", "Lin Zhen", "AFP", "Lin Zhen", "Europe", "Lin Zhen"]


def test_a_topic_inside_a_question_does_not() -> None:
    text = (
        "Sid: Any news?\n\nMinister Bagga: No.\n\nSid: Two things.\n\nTaiwan: what of it?\n\n"
        "Minister Bagga: On Taiwan, nothing."
    )
    assert speakers(text) == ["Sid", "Minister Bagga", "Sid", "Minister Bagga"]
