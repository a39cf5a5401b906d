"""A source file as a transcript: text, language, title, date and turns."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.model.kinds import Part
from annotator.reading.heading import HEAD, date_of, language_of, place_of, title_of
from annotator.reading.source import SourceText
from annotator.reading.turn_found import TurnFound
from annotator.reading.turns import find_turns

FIRST_LINES = 200


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was read from one file, or from a part of it; ``date`` is ISO 8601."""

    text: str
    language: str
    title: str
    date: str | None
    place: str | None
    source_name: str
    source_sha256: str
    encoding: str
    turns: tuple[TurnFound, ...]
    attributes: Mapping[str, str] = field(default_factory=dict)


def transcript_of(
    text: str,
    name: str,
    source_sha256: str,
    encoding: str,
    turns: tuple[TurnFound, ...] | None = None,
) -> Transcript:
    """Return a normalised text with what is found in it; ``turns`` where its file tells them."""
    known = find_turns(text) if turns is None else turns
    head = _head(text, known)
    return Transcript(
        text=text,
        language=language_of(text),
        title=title_of(text, name),
        date=date_of(head) or date_of(_closing(text, known)) or date_of(Path(name).stem),
        place=place_of(head),
        source_name=name,
        source_sha256=source_sha256,
        encoding=encoding,
        turns=known,
    )


def _head(text: str, turns: tuple[TurnFound, ...]) -> str:
    """Return what may tell date and place: the lead, or the first lines where there is none."""
    if turns and turns[0].part is Part.LEAD:
        return text[: turns[0].end]
    return text[:HEAD] if len(turns) == 1 else text[:FIRST_LINES]


def _closing(text: str, turns: tuple[TurnFound, ...]) -> str:
    if not turns:
        return ""
    last = turns[-1]
    return text[last.start : last.end] if last.part is Part.BOILERPLATE else ""


def transcript_told(told: SourceText, name: str, sha256: str) -> Transcript:
    """Return a text as a transcript: what its file says goes before what is found in it."""
    found = transcript_of(told.text, name, sha256, told.encoding, told.turns)
    return replace(
        found,
        language=told.language or found.language,
        title=told.title or found.title,
        date=told.date or found.date,
        place=told.place or found.place,
        source_name=f"{name}#{told.part}" if told.part else name,
        attributes=told.attributes,
    )
