"""The turns of a text by place."""

from annotator.gui.view.marks import TurnHeading
from annotator.gui.view.turns import Turns

LEAD = TurnHeading(0, 0, 6, "", "lead")
LIN = TurnHeading(7, 10, 20, "林晓", "speaker")
HOST = TurnHeading(21, 25, 40, "主持人", "moderator")
TURNS = Turns([LEAD, LIN, HOST])


def test_a_turn_lasts_until_the_next_one_starts() -> None:
    assert [TURNS.at(position) for position in (0, 6, 7, 20, 21, 99)] == [
        LEAD, LEAD, LIN, LIN, HOST, HOST,
    ]  # fmt: skip
    assert Turns([LIN]).at(6) is None


def test_turns_are_between_two_places_if_they_start_there() -> None:
    assert TURNS.between(0, 7) == [LEAD]
    assert TURNS.between(7, 22) == [LIN, HOST]
    assert TURNS.between(8, 21) == []


def test_the_next_start_is_at_a_place_or_behind_it() -> None:
    assert [TURNS.next_start(position) for position in (0, 1, 7, 22)] == [0, 7, 7, None]


def test_labels_and_what_nobody_speaks_stand_apart() -> None:
    assert list(TURNS.apart(0, 40)) == [(0, 6, False), (7, 10, True), (21, 25, True)]
    assert list(TURNS.apart(4, 9)) == [(4, 6, False), (7, 9, True)]
    assert list(TURNS.apart(11, 20)) == []
