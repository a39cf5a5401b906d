"""What a turn tells of who speaks."""

from dataclasses import replace

import pytest

from annotator.model.kinds import Part
from annotator.reading.said import in_each_language, said
from annotator.reading.turn_found import TurnFound


@pytest.mark.parametrize(
    ("speech", "asks"),
    [
        ("为什么？", True),
        ("大家下午好！你们好吗？今天由我主持。", False),
        ("Good day. How are you? Let us begin.", False),
        ("How are you going to pay for it?", True),
        ("How are you doing, Bo?", False),
        ("Good day, Bo, how're you doing?", False),
        ("Hello. How's it going, Bo?", False),
        ("How's it paid for?", True),
        (f"Why? {'And so on. ' * 200}", False),
    ],
)
def test_a_question_that_is_but_a_greeting_asks_nothing(speech: str, *, asks: bool) -> None:
    turn = TurnFound("Roe", None, Part.SPEECH, "director", 0, 0, len(speech))
    heard = said("roe", None, speech, turn)
    assert heard.asks is asks
    assert heard.holds_office
    assert heard.label == "Roe"


def test_what_is_said_once_more_in_another_language_is_heard_by_itself() -> None:
    turn = TurnFound("", None, Part.SPEECH, None, 0, 0, 0)

    def heard(*names: str) -> list[list[str]]:
        turns = [said(name, None, "", replace(turn, speaker=name)) for name in names]
        return [[one.label for one in part] for part in in_each_language(turns)]

    twice = ["林小禾", "Lin Xiaohe", "海港卫视", "Harbour TV", "林小禾", "Lin Xiaohe"]
    assert heard(*twice) == [twice[::2], twice[1::2]]
    assert heard("林小禾", "Roe", "林小禾", "Roe") == [["林小禾", "Roe", "林小禾", "Roe"]]
    assert heard("林小禾", "方芳", "Roe", "林小禾", "方芳") == [
        ["林小禾", "方芳", "Roe", "林小禾", "方芳"]
    ]


@pytest.mark.parametrize(
    ("speech", "asks"),
    [
        ("Here is the head of ports. Dr. Roe?", False),
        ("Here is the head of ports. Ma'am?", False),
        ("What do you say of ports, sir?", True),
        ("Is it so, Dr. Roe?", True),
        ("We meet. Director, is it so?", True),
    ],
)
def test_a_name_that_gives_the_word_is_no_question(speech: str, *, asks: bool) -> None:
    turn = TurnFound("Low", None, Part.SPEECH, None, 0, 0, len(speech))
    assert said("low", None, speech, turn).asks is asks


@pytest.mark.parametrize(
    ("speech", "asks"),
    [
        ("Thank you. Did you see that Mr. Roe's pier –", True),
        ("And have you met the...", True),
        ("I did what you asked -", False),
        ("Did you see it. Yes.", False),
    ],
)
def test_a_question_that_is_cut_off_needs_no_mark(speech: str, *, asks: bool) -> None:
    turn = TurnFound("Roe", None, Part.SPEECH, None, 0, 0, len(speech))
    assert said("roe", None, speech, turn).asks is asks
