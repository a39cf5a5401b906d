"""A document of ours as a CAS in memory."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from annotator.formats.cas_types import (
    DOCUMENT,
    RELATION,
    SHARED,
    TURN,
    cassis,
    type_of,
    type_system,
)
from annotator.formats.columns import columns_of
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.model.ids import AnnotationId
from annotator.model.records import Annotation, Relation, Speaker, Turn
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range


class CasMaker:
    """Makes CASes of one type system.

    Args:
        clean: what makes a text fit for the file, of the same length.
    """

    def __init__(self, clean: Callable[[str], str]) -> None:
        self.types = type_system()
        self._clean = clean

    def make(self, s: Snapshot, annotations: Sequence[Annotation]) -> Any:  # noqa: ANN401
        """Return a document with these annotations as a ``cassis.Cas``."""
        cas = cassis().Cas(self.types)
        cas.sofa_string = self._clean(s.text)
        cas.sofa_mime = "text/plain"
        document = s.document
        if document.language:
            cas.document_language = document.language
        attributes = json.dumps(dict(sorted(document.attributes.items())), ensure_ascii=False)
        told = {name: getattr(document, name) for name in ("id", "title", "date", "place", "group")}
        self._add(cas, DOCUMENT, (0, len(s.text)), told | {"attributes": attributes})
        for turn in s.all(Turn):
            self._add(cas, TURN, (turn.start, turn.end), _turn_features(s, turn))
        firsts = {a.id: self._add_marks(cas, s, a) for a in annotations}
        self._add_relations(cas, s, firsts)
        return cas

    def _add_marks(self, cas: Any, s: Snapshot, annotation: Annotation) -> Any:  # noqa: ANN401
        """Add a mark for each passage; returns the first."""
        kind = s.kind_of(annotation)
        row = columns_of(s, annotation)
        names = {*SHARED, *DETAIL_COLUMNS.get(kind, ())}
        told = {name: value for name, value in row.items() if name in names}
        told["id"] = annotation.id
        marks = [
            self._add(cas, type_of(kind), (span.start, span.end), told | {"part": str(part)})
            for part, span in enumerate(annotation.spans)
        ]
        return marks[0]

    def _add_relations(self, cas: Any, s: Snapshot, firsts: Mapping[AnnotationId, Any]) -> None:  # noqa: ANN401
        for relation in sorted(s.all(Relation), key=lambda found: found.id):
            if {relation.source, relation.target} <= firsts.keys():
                source, target = firsts[relation.source], firsts[relation.target]
                told = {"id": relation.id, "kind": relation.kind.value, "note": relation.note}
                made = self._add(cas, RELATION, (source.begin, source.end), told)
                made.source, made.target = source, target

    def _add(self, cas: Any, name: str, place: Range, features: Mapping[str, str]) -> Any:  # noqa: ANN401
        told = {feature: self._clean(value) for feature, value in features.items() if value}
        made = self.types.get_type(name)(begin=place[0], end=place[1], **told)
        cas.add(made)
        return made


def _turn_features(s: Snapshot, turn: Turn) -> dict[str, str]:
    speaker = s.find(Speaker, turn.speaker)
    told = {"id": turn.id, "part": turn.part.value, "heading": s.text[turn.start : turn.body_start]}
    times = {"time_start": turn.time_start, "time_end": turn.time_end}
    told |= {name: str(time) for name, time in times.items() if time is not None}
    if speaker:
        told |= {"speaker": speaker.name, "role": speaker.role.value}
        told["affiliation"] = speaker.affiliation
    return told
