"""What an annotation's row of a table should say, and what it says, as hashes to be compared.

They are equal if no cell differs. What a row should say is told from the records, not by what
writes it.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields

from annotator.formats.detail_texts import value_text
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.formats.flat_read import FlatRow
from annotator.model.records import Annotation, Speaker
from annotator.model.reviews import state_of
from annotator.model.snapshot import Snapshot
from annotator.workspace.lossless_marks import frozen

_JSON = ("evidence", "extra", "reviews")


def row_marks(s: Snapshot, annotations: Iterable[Annotation]) -> Iterator[int]:
    """Yield a hash per annotation: of all that its row should say."""
    ends = [at for at, character in enumerate(s.text) if character == "\n"]
    for a in annotations:
        told = {
            "document": s.document.title,
            "document_id": s.document.id,
            "id": a.id,
            "author": s.author_name(a.author),
            "origin": a.origin.value,
            "start": str(a.start),
            "end": str(a.end),
            "paragraph": str(bisect_right(ends, a.start - 1) + 1),
            "quote": a.quote,
            "note": a.note,
            "spans": ";".join([f"{span.start}-{span.end}" for span in a.spans]),
            "extra": frozen(a.extra),
            "evidence": tuple([frozen(x, ("claim",)) for x in s.evidence_of(a.id)]),
        }
        told |= _of_turn(s, a) | _of_label(s, a) | _of_reviews(s, a)
        yield _hash(told)


def _of_turn(s: Snapshot, a: Annotation) -> dict[str, object]:
    if (turn := s.turn_at(a.start)) is None:
        return {}
    told: dict[str, object] = {"turn_start": str(turn.start)}
    if (speaker := s.find(Speaker, turn.speaker)) is not None:
        told |= {"speaker": speaker.name, "role": speaker.role.value}
        told["affiliation"] = speaker.affiliation
    return told


def _of_label(s: Snapshot, a: Annotation) -> dict[str, object]:
    label, detail = s.label_of(a), s.detail_of(a.id)
    told: dict[str, object] = {"kind": label.kind.value, "label": label.name()}
    if detail is not None:
        columns = {name: column for column, name in DETAIL_COLUMNS[label.kind].items()}
        for field in fields(detail):
            if field.name != "id":
                value = getattr(detail, field.name)
                told[columns[field.name]] = value_text(s, field.name, value)
    return told


def _of_reviews(s: Snapshot, a: Annotation) -> dict[str, object]:
    reviews = s.reviews_of(a.id)
    told = [
        {"reviewer": s.author_name(r.reviewer), "state": r.state.value, "note": r.note}
        for r in reviews
    ]
    return {"review": state_of(reviews).value, "reviews": frozen(told)} if told else {}


def row_mark(row: FlatRow) -> int:
    """Return a hash of what a row says."""
    told: dict[str, object] = dict(row.cells)
    for name in _JSON:
        if name in told:
            with suppress(ValueError):  # then it is another text than it should be
                told[name] = frozen(json.loads(row[name]))
    return _hash(told)


def _hash(told: dict[str, object]) -> int:
    return hash(frozenset([(name, value) for name, value in told.items() if value]))
