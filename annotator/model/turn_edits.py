"""What a person wants done with speakers and turns, as functions that return an Edit."""

from dataclasses import replace

from annotator.model.edit import Edit, joined, replacing
from annotator.model.errors import UserError
from annotator.model.ids import NewId, SpeakerId, TurnId
from annotator.model.kinds import Part, Role
from annotator.model.message import Message
from annotator.model.records import Claim, Speaker, Turn
from annotator.model.snapshot import Snapshot


def split_turn(s: Snapshot, position: int, new_id: NewId) -> Edit:
    """Cut the turn at ``position`` in two; the second has no label and the same speaker.

    At what time the one ends and the other begins is not known.

    Raises:
        UserError: no turn covers the position, or it is the turn's first character.
    """
    turn = s.turn_at(position)
    if turn is None or not turn.start < position < turn.end:
        raise UserError("Put the cursor inside a turn, where the next speaker starts.")
    first = replace(turn, end=position, body_start=min(turn.body_start, position), time_end=None)
    second = replace(
        turn, id=TurnId(new_id()), start=position, body_start=position, time_start=None
    )
    return Edit(Message("Split turn"), (turn,), (first, second))


def join_turns(s: Snapshot, turn: Turn) -> Edit:
    """Make ``turn`` part of the one before it; its speaker goes if nothing else names them.

    Raises:
        UserError: it is the first.
    """
    before = s.turn_at(turn.start - 1) if turn.start else None
    before = before or _turn_before(s, turn)
    grown = replace(before, end=turn.end, time_end=turn.time_end)
    answering = [
        (t, replace(t, answers=before.id))
        for t in s.all(Turn)
        if t.answers == turn.id and t != turn
    ]
    edit = joined(
        Message("Join turns"),
        replacing(Message("Join turns"), *answering),
        Edit(Message("Join turns"), (before, turn), (grown,)),
    )
    return joined(edit.label, edit, _without_unused(s, turn))


def _turn_before(s: Snapshot, turn: Turn) -> Turn:
    earlier = [other for other in s.all(Turn) if other.start < turn.start]
    if not earlier:
        raise UserError("This is the first turn: there is none before it to join.")
    return earlier[-1]


def assign_turn(s: Snapshot, turn: Turn, speaker: Speaker) -> Edit:
    """Give a turn to another speaker, who may be new."""
    label = Message("Give turn to {name}", {"name": speaker.name})
    known = s.find(Speaker, speaker.id)
    new_speaker = Edit(label, added=() if known else (speaker,))
    changed = replace(turn, speaker=speaker.id, part=Part.SPEECH)
    moved = replacing(label, (turn, changed))
    cleared = _without_unused(s, turn) if turn.speaker != speaker.id else Edit(label)
    return joined(label, new_speaker, moved, cleared)


def unassign_turn(s: Snapshot, turn: Turn, part: Part) -> Edit:
    """Say that nobody speaks in a turn: it is the lead or the closing boilerplate."""
    label = Message("Mark turn as {part}", {"part": part.value})
    changed = replace(turn, speaker=None, part=part)
    return joined(label, replacing(label, (turn, changed)), _without_unused(s, turn))


def change_speaker(s: Snapshot, changed: Speaker) -> Edit:
    """Rename a speaker, or change their role or affiliation, in all their turns."""
    before = s.find(Speaker, changed.id)
    if before is None:
        raise UserError("{name} is no longer a speaker of this document.", name=changed.name)
    if not changed.name.strip():
        raise UserError("A speaker needs a name.")
    label = Message("Rename speaker to {name}", {"name": changed.name})
    if before.name == changed.name:
        label = Message("Edit speaker {name}", {"name": changed.name})
    return replacing(label, (before, changed))


def new_speaker(s: Snapshot, name: str, new_id: NewId, role: Role = Role.UNKNOWN) -> Speaker:
    """Return the document's speaker of this name, or a new one.

    Raises:
        UserError: the name is empty.
    """
    if not name.strip():
        raise UserError("A speaker needs a name.")
    known = [speaker for speaker in s.all(Speaker) if speaker.name == name.strip()]
    return known[0] if known else Speaker(SpeakerId(new_id()), s.document.id, name.strip(), role)


def _without_unused(s: Snapshot, turn: Turn) -> Edit:
    """Return the edit that removes the turn's speaker if this was all that named them."""
    label = Message("Remove speaker")
    speaker = s.find(Speaker, turn.speaker)
    if speaker is None or any(claim.speaker == speaker.id for claim in s.all(Claim)):
        return Edit(label)
    others = [other for other in s.turns_of(speaker.id) if other.id != turn.id]
    return Edit(label) if others else Edit(label, (speaker,))
