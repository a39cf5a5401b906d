"""A document of ours as the feature structures of a CAS."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.formats.cas_types import DOCUMENT, LANGUAGE, RELATION, SHARED, TURN, type_of
from annotator.formats.columns import columns_of
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Relation, Speaker, Turn
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range

TEXT_NUMBER = 1
"""The number of the text itself; structures come behind it."""
_FEATURES: Mapping[LabelKind, tuple[str, ...]] = {
    kind: (*SHARED, *columns) for kind, columns in DETAIL_COLUMNS.items()
}


@dataclass(frozen=True, slots=True)
class Structure:
    """A feature structure.

    ``number`` is unique in the document, ``place`` counts UTF-16 units; ``texts`` are in the order
    of the type's features, none is empty; ``ends`` are the numbers of others.
    """

    number: int
    type: str
    place: Range
    texts: Mapping[str, str]
    ends: Mapping[str, int] = field(default_factory=dict)


class CasMaker:
    """Makes the structures of one document: about it, its turns, marks and their relations.

    Each passage of an annotation is a mark; relations join the first ones.
    """

    def __init__(self, s: Snapshot, annotations: Sequence[Annotation]) -> None:
        self._s, self._annotations = s, annotations
        self._ruler = Ruler(s.text, OffsetUnit.UTF16)
        self._last = TEXT_NUMBER
        self._firsts: dict[AnnotationId, Structure] = {}

    def structures(self) -> Iterator[Structure]:
        """Yield the structures in the order of their numbers."""
        if self._s.document.language:
            yield self._made(LANGUAGE, (0, 0), {"language": self._s.document.language})
        yield self._made(DOCUMENT, (0, len(self._s.text)), self._about())
        for turn in self._s.all(Turn):
            yield self._made(TURN, (turn.start, turn.end), self._turn(turn))
        for annotation in self._annotations:
            yield from self._marks(annotation)
        for relation in sorted(self._s.all(Relation), key=lambda found: found.id):
            if {relation.source, relation.target} <= self._firsts.keys():
                yield self._relation(relation)

    def _about(self) -> dict[str, str]:
        document = self._s.document
        attributes = json.dumps(dict(sorted(document.attributes.items())), ensure_ascii=False)
        told = {name: getattr(document, name) for name in ("id", "title", "date", "place", "group")}
        return told | {"attributes": attributes}

    def _turn(self, turn: Turn) -> dict[str, str]:
        speaker = self._s.find(Speaker, turn.speaker)
        times = {"time_start": turn.time_start, "time_end": turn.time_end}
        return {
            "id": turn.id,
            "speaker": speaker.name if speaker else "",
            "role": speaker.role.value if speaker else "",
            "affiliation": speaker.affiliation if speaker else "",
            "heading": self._s.text[turn.start : turn.body_start],
            "part": turn.part.value,
        } | {name: str(time) for name, time in times.items() if time is not None}

    def _marks(self, annotation: Annotation) -> Iterator[Structure]:
        kind = self._s.kind_of(annotation)
        row = columns_of(self._s, annotation) | {"id": annotation.id, "part": ""}
        texts = {name: row[name] for name in _FEATURES.get(kind, SHARED) if name in row}
        for part, span in enumerate(annotation.spans):
            texts["part"] = str(part)
            mark = self._made(type_of(kind), (span.start, span.end), texts)
            self._firsts.setdefault(annotation.id, mark)
            yield mark

    def _relation(self, relation: Relation) -> Structure:
        source, target = self._firsts[relation.source], self._firsts[relation.target]
        told = {"id": relation.id, "kind": relation.kind.value, "note": relation.note}
        ends = {"source": source.number, "target": target.number}
        self._last += 1
        return Structure(self._last, RELATION, source.place, _filled(told), ends)

    def _made(self, name: str, place: Range, texts: Mapping[str, str]) -> Structure:
        self._last += 1
        start, end = place
        units = self._ruler.to_unit(start), self._ruler.to_unit(end)
        return Structure(self._last, name, units, _filled(texts))


def _filled(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}
