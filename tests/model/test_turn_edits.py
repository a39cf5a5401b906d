"""What a person wants done with speakers and turns."""

from dataclasses import replace

import pytest

from annotator.model import turn_edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.kinds import Part, Role
from annotator.model.message import Message
from annotator.model.records import Speaker, Turn
from annotator.model.snapshot import Snapshot
from tests.example import HAND, LIN, REPORTER, STATEMENT, TEXT, TURNS, marked, snapshot


@pytest.fixture
def s() -> Snapshot:
    return snapshot()


def starts(s: Snapshot) -> list[int]:
    return [turn.start for turn in s.all(Turn)]


def undone(s: Snapshot, edit: Edit) -> bool:
    before = {repr(record) for record in s.records()}
    s.apply(edit)
    s.apply(edit.inverse(Message("Undo")))
    return before == {repr(record) for record in s.records()}


def test_a_split_turn_keeps_its_speaker_and_covers_the_same_text(s: Snapshot) -> None:
    at = TEXT.index("公交线路")
    s.apply(turn_edits.split_turn(s, at, HAND.new_id))
    first, second = s.turn_at(at - 1), s.turn_at(at)
    assert first is not None
    assert second is not None
    assert (first.end, second.start, second.body_start) == (at, at, at)
    assert first.speaker == second.speaker == LIN.id
    assert second.end == TURNS[2].end


def test_where_a_timed_turn_is_split_no_time_is_known(s: Snapshot) -> None:
    timed = replace(TURNS[2], time_start=1000, time_end=9000)
    s.apply(Edit(Message("Time"), (TURNS[2],), (timed,)))
    at = TEXT.index("公交线路")
    s.apply(turn_edits.split_turn(s, at, HAND.new_id))
    first, second = s.turn_at(at - 1), s.turn_at(at)
    assert first is not None
    assert second is not None
    assert (first.time_start, first.time_end) == (1000, None)
    assert (second.time_start, second.time_end) == (None, 9000)
    s.apply(turn_edits.join_turns(s, second))
    assert s.turn_at(at) == timed


@pytest.mark.parametrize("at", [TURNS[2].start, TURNS[1].end])
def test_a_turn_cannot_be_split_at_its_edge(s: Snapshot, at: int) -> None:
    with pytest.raises(UserError, match="cursor"):
        turn_edits.split_turn(s, at, HAND.new_id)


def test_joining_removes_a_speaker_nobody_else_names(s: Snapshot) -> None:
    s.apply(turn_edits.join_turns(s, TURNS[3]))
    assert starts(s) == [turn.start for turn in TURNS[:3]]
    joined = s.turn_at(TURNS[3].start)
    assert joined is not None
    assert (joined.start, joined.end) == (TURNS[2].start, TURNS[3].end)
    assert s.find(Speaker, REPORTER.id) is None


def test_joining_keeps_a_speaker_that_a_claim_names(s: Snapshot) -> None:
    marked(s, STATEMENT, "12个公园什么时候开放")
    s.apply(turn_edits.join_turns(s, TURNS[3]))
    assert s.find(Speaker, REPORTER.id) == REPORTER


def test_joining_moves_the_answers_along(s: Snapshot) -> None:
    answering = replace(TURNS[1], answers=TURNS[3].id)
    s.apply(Edit(Message("Answer"), (TURNS[1],), (answering,)))
    edit = turn_edits.join_turns(s, TURNS[3])
    s.apply(edit)
    turn = s.find(Turn, TURNS[1].id)
    assert turn is not None
    assert turn.answers == TURNS[2].id


def test_the_first_turn_has_none_to_join(s: Snapshot) -> None:
    with pytest.raises(UserError, match="first turn"):
        turn_edits.join_turns(s, TURNS[0])


def test_a_turn_given_to_a_new_speaker_adds_and_tidies(s: Snapshot) -> None:
    speaker = turn_edits.new_speaker(s, " 王强 ", HAND.new_id, Role.REPORTER)
    s.apply(turn_edits.assign_turn(s, TURNS[3], speaker))
    assert s.speaker_at(TURNS[3].start) == replace(speaker, name="王强")
    assert s.find(Speaker, REPORTER.id) is None


def test_a_known_name_is_the_known_speaker(s: Snapshot) -> None:
    assert turn_edits.new_speaker(s, "林晓", HAND.new_id) == LIN
    with pytest.raises(UserError, match="needs a name"):
        turn_edits.new_speaker(s, "  ", HAND.new_id)


def test_renaming_reaches_every_turn_of_the_speaker(s: Snapshot) -> None:
    edit = turn_edits.change_speaker(s, replace(LIN, name="林小"))
    s.apply(edit)
    assert {t.id for t in s.turns_of(LIN.id)} == {TURNS[2].id}
    assert s.speaker_at(TURNS[2].start) == replace(LIN, name="林小")
    assert str(edit.label) == "Rename speaker to 林小"


def test_a_speaker_cannot_lose_their_name(s: Snapshot) -> None:
    with pytest.raises(UserError, match="needs a name"):
        turn_edits.change_speaker(s, replace(LIN, name=" "))


def test_a_turn_can_be_the_closing_boilerplate(s: Snapshot) -> None:
    s.apply(turn_edits.unassign_turn(s, TURNS[3], Part.BOILERPLATE))
    turn = s.turn_at(TURNS[3].start)
    assert turn is not None
    assert (turn.part, turn.speaker) == (Part.BOILERPLATE, None)


def test_every_turn_edit_is_taken_back_by_its_inverse(s: Snapshot) -> None:
    assert undone(s, turn_edits.split_turn(s, TEXT.index("公交线路"), HAND.new_id))
    assert undone(s, turn_edits.join_turns(s, TURNS[3]))
    assert undone(s, turn_edits.unassign_turn(s, TURNS[3], Part.LEAD))
    assert undone(s, turn_edits.assign_turn(s, TURNS[3], LIN))
