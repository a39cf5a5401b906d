"""Whom speakers say that they are of."""

import pytest

from annotator.model.kinds import Part, Role
from annotator.reading.introducing import own_bodies
from annotator.reading.turn_found import TurnFound
from annotator.reading.turns import find_turns


def body(name: str, speech: str) -> str | None:
    turn = TurnFound(name, Role.REPORTER, Part.SPEECH, None, 0, 0, len(speech))
    return own_bodies(speech, [turn], [name]).get(name)


@pytest.mark.parametrize(
    ("name", "speech", "found"),
    [
        ("Ann Roe", "Hi, I'm Ann Roe with Kelp Today. Why?", "Kelp Today"),
        ("ANN ROE", "Thanks. Ann Roe from the Harbor Post. Why?", "Harbor Post"),
        ("Ann Roe", "Ann, NPR. Why?", "NPR"),
        ("Ann Roe", "Ann from the Lund Express. Why?", "Lund Express"),
        ("Mr. Roe", "Bo Roe here from the Council of Ports – why?", "Council of Ports"),
        (
            "Zoë Roé",
            "This is Zoë Roé with Kelp’s Office of Ports, and why?",
            "Kelp’s Office of Ports",
        ),
        ("Ann Roe", "Good morning, Minister. Ann Roe, Channel Six. Why?", "Channel Six"),
        ("Ann Roe", "Sir, Ann Roe, RT. Why?", "RT"),
        ("Ann Roe", "Sir, Ann Roe Harbor News here. Why?", "Harbor News"),
        ("A. Roe", "Anneke Roe, Channel Six. Why?", "Channel Six"),
        ("Ann Roe", "I saw Ann Roe, Channel Six. Why?", None),
        ("Ann Roe", "Ann Roe on WKLP. And with us is the mayor.", "WKLP"),
        ("Ann Roe", "My name is Ann Roe, A-N-N R-O-E. Hello.", None),
        ("Ann Roe", "Ann Roe, A-N-N R-O-E. Hello.", None),
        (
            "Ann Roe",
            "Hi. I’m the Press Officer for the Lund Port, and we start.",
            "Press Officer for the Lund Port",
        ),
        ("Ann Roe", "I'm the chief economist of the bank. Welcome.", "chief economist of the bank"),
        ("Ann Roe", "I’m the president who built the docks. Hello.", None),
        ("Ann Roe", "She is the press officer. Hello.", None),
        ("Ann Roe", "Ann Roe New Lund here. Why?", None),
        ("Ann Roe", "Ann Roe from New Lund. Why?", None),
        ("Ann Roe", "Ann Roe, Mayor Lee. Why?", None),
        ("Ann Roe", "I met Bo Low from the Harbor Post. Why?", None),
        ("Ann Roe", f"{'So it is. ' * 30}Ann Roe with Kelp Today. Why?", None),
        ("Q", "Q from the Harbor Post. Why?", None),
    ],
)
def test_the_body_stands_behind_the_own_name(name: str, speech: str, found: str | None) -> None:
    assert body(name, speech) == found


def test_who_asks_has_the_outlet_that_was_said_once_in_all_turns() -> None:
    text = (
        "Mayor Lee: Good day to you all.\nAnn Roe: Ann Roe with Kelp Today. Why?\n"
        "Mayor Lee: So.\nAnn Roe: And when?\n"
    )
    told = [turn.affiliation for turn in find_turns(text) if turn.speaker == "Ann Roe"]
    assert told == ["Kelp Today", "Kelp Today"]
