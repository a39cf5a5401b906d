"""Minutes that are typed in a chat."""

import pytest

from annotator.reading.turns import find_turns

MINUTES = """Harbour Group weekly call

Scribe: ann

<bo> the agenda is in the mail

kit: we count forty ships
... and three tugs

<dee> forty-one

Topic: cranes

kit: two are new

LR: why two?

zed: no money, sorry
… next year

moon: it rose
"""


def speakers(text: str) -> list[str]:
    return [turn.speaker for turn in find_turns(text) if turn.speaker]


def test_who_types_and_who_is_said_to_speak_start_turns() -> None:
    assert speakers(MINUTES) == ["bo", "kit", "dee", "kit", "LR", "zed"]


def test_lines_that_go_on_belong_to_the_turn() -> None:
    turns = find_turns(MINUTES)
    assert MINUTES[turns[2].body_start : turns[2].end].endswith("... and three tugs\n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Scribe: ann\n<bo> hello\nkit: ships\n... and tugs\n... and cranes", ["bo", "kit"]),
        ("<bo> hello\n<dee> hi\n<bo> so\nkit: ships\n... and tugs", ["bo", "dee", "bo", "kit"]),
        ("<bo> hello\nkit: ships\n... and tugs\n... and cranes", []),
        ("Scribe: ann\n<bo> hello\nkit: ships\n... and tugs", []),
        ("<li> ships\n<li> tugs\n<li> cranes\n</ul>\n... and more", []),
        ("<bo> hello\n<dee> hi\n<bo> so\nkit: ships", []),
        ("Scribe: ann\nkit: ships\n... and tugs\n... and cranes", []),
    ],
)
def test_minutes_have_nicknames_and_a_scribe_or_lines_that_go_on(
    text: str, found: list[str]
) -> None:
    assert speakers(text) == found
