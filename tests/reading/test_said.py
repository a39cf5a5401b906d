"""What a turn tells of who speaks."""

import pytest

from annotator.model.kinds import Part
from annotator.reading.said import said
from annotator.reading.turn_found import TurnFound


@pytest.mark.parametrize(
    ("speech", "asks"),
    [
        ("为什么？", True),
        ("大家下午好！你们好吗？今天由我主持。", False),
        ("Good day. How are you? Let us begin.", False),
        ("How are you going to pay for it?", True),
        ("How are you doing, Bo?", False),
        (f"Why? {'And so on. ' * 200}", False),
    ],
)
def test_a_question_that_is_but_a_greeting_asks_nothing(speech: str, *, asks: bool) -> None:
    turn = TurnFound("Roe", None, Part.SPEECH, "director", 0, 0, len(speech))
    heard = said("roe", None, speech, turn)
    assert heard.asks is asks
    assert heard.holds_office
    assert heard.label == "Roe"
