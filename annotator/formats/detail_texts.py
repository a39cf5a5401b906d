"""The fields of claims, figures and topics as texts and back: each value for itself.

``columns`` and ``fields`` say under which names formats hold them.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from annotator.formats.json_text import refuse_bad_characters
from annotator.formats.records_json import (
    BadValueError,
    expect_list,
    expect_object,
    from_json,
)
from annotator.model.ids import SpeakerId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import (
    AnnotationDetail,
    Claim,
    Evidence,
    Fields,
    Figure,
    Speaker,
    Topic,
)
from annotator.model.snapshot import Snapshot

DETAILS: Mapping[LabelKind, type[AnnotationDetail]] = {
    LabelKind.CLAIM: Claim,
    LabelKind.FIGURE: Figure,
    LabelKind.TOPIC: Topic,
}
KIND_OF: Mapping[type[AnnotationDetail], LabelKind] = {cls: kind for kind, cls in DETAILS.items()}
"""Which kind of annotation has a class of details."""
_FEW = 1024
"""So many lists are remembered: those of claims are nearly all the same."""
_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,15}\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of an annotation in texts; what has no place is ``extra``.

    The ids of ``detail`` and ``evidence`` are empty; a claim's speaker is a name.
    """

    kind: LabelKind | None
    detail: AnnotationDetail | None
    extra: Fields
    evidence: tuple[Evidence, ...]


def kind_named(name: object) -> LabelKind | None:
    """Return the kind of annotation of this name, None if it is no such kind."""
    return next((kind for kind in DETAILS if kind.value == name), None)


def value_text(s: Snapshot, name: str, value: object) -> str:
    """Return the value of a field, nothing for None; a claim's speaker is given by name."""
    if value is None:
        return ""
    if name == "speaker":
        return speaker_text(s, SpeakerId(str(value)))
    return list_text(value) if isinstance(value, tuple) else str(value)


def speaker_text(s: Snapshot, speaker_id: SpeakerId) -> str:
    """Return a speaker's name, or the id where several in the document have that name."""
    speaker = s.find(Speaker, speaker_id)
    if speaker is None:
        return ""
    same = [other for other in s.all(Speaker) if other.name == speaker.name]
    return speaker.name if len(same) == 1 and speaker.name else speaker.id


@lru_cache(maxsize=_FEW)
def list_text(values: tuple[str, ...]) -> str:
    """Return texts separated by semicolons, or as JSON where one of them has a semicolon."""
    is_simple = all(value and ";" not in value and value[0] != "[" for value in values)
    return ";".join(values) if is_simple else json_text(list(values))


def json_text(value: object) -> str:
    """Return a value as JSON text; nothing for an empty list or object."""
    return json.dumps(value, ensure_ascii=False) if value else ""


def told_value(name: str, text: str, where: str) -> object:
    """Return the value of a field.

    Raises:
        BadValueError: the text is no whole number or no list, as the field needs.
    """
    match name:
        case "priority" if not _WHOLE.fullmatch(text):
            raise BadValueError(where, Message("a whole number"), text)
        case "priority":
            return int(text)
        case "types":
            return _told_list(text, where)
        case _:
            return text


def _told_list(text: str, where: str) -> tuple[str, ...]:
    if not text.startswith("["):
        return tuple(text.split(";"))
    found = expect_list(told_json(text, where), where)
    if not all(isinstance(item, str) for item in found):
        raise BadValueError(where, Message("texts separated by semicolons"), text)
    return tuple(found)


def told_evidence(text: str, where: str) -> tuple[Evidence, ...]:
    """Return the evidence that a JSON list holds.

    Raises:
        BadValueError: it is no list of evidence.
    """
    if not text:
        return ()
    found = []
    for at, item in enumerate(expect_list(told_json(text, where), where)):
        own = {name: value for name, value in expect_object(item, where).items() if name != "id"}
        found.append(from_json(Evidence, own, f"{where}[{at}]", id="", claim=""))
    return tuple(found)


def told_json(text: str, where: str) -> object:
    """Return the value of a JSON text.

    Raises:
        BadValueError: it is no JSON, or has NUL or half surrogate pairs.
    """
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadValueError(where, Message("JSON"), text) from error
    refuse_bad_characters(value)
    return value
