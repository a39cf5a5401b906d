"""Who is called on to ask, and who calls."""

from dataclasses import replace

import pytest

from annotator.model.kinds import Part, Role
from annotator.reading.calling import answering_when_asked, called, calls_by_name, relaying
from annotator.reading.said import Said, said
from annotator.reading.turn_found import TurnFound

LONG = "We have done a great deal this year and there is more to come. " * 20
ASKS = "Thanks. I wanted to ask about the harbour."


def turn(who: str, text: str) -> Said:
    return said(who.lower(), None, text, TurnFound(who, None, Part.SPEECH, None, 0, 0, len(text)))


@pytest.mark.parametrize(
    ("call", "name", "answer", "asks"),
    [
        ("The next question is from Ann Roe, Harbour News. Ann?", "Ann Roe", ASKS, True),
        ("I would like to start with Ann Roe from the Herald.", "Ann Roe", ASKS, True),
        ("We begin the questions with Ann Roe of Kelp. Please.", "Ann Roe", "Good day.", True),
        ("We begin with Ann Roe of Kelp. Please.", "Ann Roe", "Good day to you all.", False),
        ("We begin with Ann Roe of Kelp. Please.", "Ann Roe", ASKS, True),
        ("Thanks very much. Ann Roe, Harbour News.", "Ann Roe", ASKS, True),
        ("Thanks very much. Ann Roe, Chief Economist.", "Ann Roe", ASKS, False),
        ("The question of the budget is for Ann Roe.", "Ann Roe", ASKS, False),
        ("We go to Ann Roe from the Herald.", "Ann Roe", "Good day to all of you.", False),
        ("We now go to Ann Roe for the answer.", "Ann Roe", ASKS, False),
    ],
)
def test_who_is_called_by_name_and_outlet_asks(
    call: str, name: str, answer: str, *, asks: bool
) -> None:
    spoken = [turn("Bell", LONG), turn("Oduya", call), turn(name, answer)]
    assert called(spoken) == ({name.lower()} if asks else set())


def test_who_is_asked_by_name_to_answer_does_not_ask() -> None:
    chair = replace(turn("主持人", "请林大海老师来回答。"), role=Role.MODERATOR)
    asked = turn("林大海", "谁知道呢？")
    assert answering_when_asked([chair, asked]) == {"林大海"}
    assert answering_when_asked([replace(chair, role=None), asked]) == set()
    assert answering_when_asked([replace(chair, speech="请林大海老师提问。"), asked]) == set()


def test_a_first_name_that_who_answers_ends_on_is_called_to_ask() -> None:
    assert called([turn("Bell", f"{LONG}With that, Matt?"), turn("Matt", "Not yet.")]) == {"matt"}
    assert called([turn("Bell", f"{LONG}So said Matt"), turn("Matt", "Not yet.")]) == set()
    assert called([turn("Oduya", "Matt?"), turn("Matt", "It is."), turn("Bell", LONG)]) == set()


def test_a_name_alone_calls_who_speaks_next() -> None:
    after = turn("RACHEL POE", "Why?")
    assert calls_by_name(turn("Oduya", "Rachel."), after)
    assert not calls_by_name(turn("Oduya", "Indeed."), after)
    assert not calls_by_name(turn("Oduya", f"Rachel. {LONG}"), after)
    assert not calls_by_name(turn("Oduya", "Rachel."), None)


def test_who_reads_out_what_others_ask_relays() -> None:
    spoken = [
        turn("Oduya", 'Ann Roe is asking, "Will it rain?"'),
        turn("Bell", LONG),
        turn("Oduya", "The next one is from the Herald: why?"),
        turn("Bell", "Why, is she asking that?"),
        turn("Bell", LONG),
    ]
    assert relaying(spoken) == {"oduya"}
