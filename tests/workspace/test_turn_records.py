"""Turns that were found in a text, as records."""

from annotator.model.kinds import Part, Role
from annotator.model.records import Speaker, Turn
from annotator.reading.turn_found import TurnFound
from annotator.workspace.turn_records import turn_records
from tests.example import DOCUMENT, Ids


def found(start: int, name: str | None, role: Role | None = None, of: str = "") -> TurnFound:
    part = Part.LEAD if name is None else Part.SPEECH
    return TurnFound(name, role, part, of or None, start, start + 3, start + 9, 100, 200)


def records(*turns: TurnFound) -> tuple[list[Speaker], list[Turn]]:
    made = turn_records(DOCUMENT, turns, Ids())
    speakers = [record for record in made if isinstance(record, Speaker)]
    return speakers, [record for record in made if isinstance(record, Turn)]


def test_one_name_in_one_role_is_one_speaker() -> None:
    speakers, turns = records(
        found(0, "Lin", Role.SPEAKER),
        found(10, "Lin", Role.MODERATOR),
        found(20, "Lin", Role.SPEAKER),
    )
    assert [(s.name, s.role) for s in speakers] == [
        ("Lin", Role.SPEAKER),
        ("Lin", Role.MODERATOR),
    ]
    first, second = (speaker.id for speaker in speakers)
    assert [turn.speaker for turn in turns] == [first, second, first]


def test_an_affiliation_told_later_is_the_speaker_s() -> None:
    [speaker], _turns = records(found(0, "Lin"), found(10, "Lin", of="Parks"), found(20, "Lin"))
    assert (speaker.affiliation, speaker.role) == ("Parks", Role.UNKNOWN)


def test_places_parts_and_times_are_kept() -> None:
    speakers, [turn] = records(found(5, None))
    assert speakers == []
    assert (turn.document, turn.speaker, turn.part) == (DOCUMENT.id, None, Part.LEAD)
    assert (turn.start, turn.body_start, turn.end) == (5, 8, 14)
    assert (turn.time_start, turn.time_end) == (100, 200)
