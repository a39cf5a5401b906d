"""Turns that were found in a text, as records of a document."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.ids import NewId, SpeakerId, TurnId
from annotator.model.kinds import Part, Role
from annotator.model.records import Document, Record, Speaker, Turn
from annotator.reading.turn_found import TurnFound


def turn_records(document: Document, found: Sequence[TurnFound], new_id: NewId) -> list[Record]:
    """Return the speakers, one per name and role, and the turns."""
    speakers: dict[tuple[str, Role], Speaker] = {}
    turns: list[Record] = []
    for turn in found:
        speaker = None
        if turn.speaker is not None:
            key = turn.speaker, turn.role or Role.UNKNOWN
            fresh = Speaker(SpeakerId(new_id()), document.id, *key, turn.affiliation or "")
            speaker = speakers.setdefault(key, fresh)
            if turn.affiliation and not speaker.affiliation:
                speakers[key] = replace(speaker, affiliation=turn.affiliation)
        turns.append(
            Turn(
                TurnId(new_id()),
                document.id,
                turn.start,
                turn.body_start,
                turn.end,
                speaker=speaker.id if speaker else None,
                part=turn.part if speaker is None else Part.SPEECH,
                time_start=turn.time_start,
                time_end=turn.time_end,
            )
        )
    return [*speakers.values(), *turns]
