"""Annotations of a document's line of our lossless format, read field by field.

So are read those that our own export wrote. What lacks a field or is wrong is left to
``jsonl_document``, which reads one annotation after the other and says what is wrong.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter, lt
from typing import cast

from annotator.formats.detail_texts import DETAILS
from annotator.formats.records_json import Json, columns_from_json
from annotator.model.bulk import Columns
from annotator.model.ids import AuthorId, DocumentId, LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Label, Record
from annotator.model.records.annotation import APART

NOT_OWN = frozenset({"kind", "label_name", "spans", "text", "reviews", *DETAILS})
"""What an annotation's object has besides an annotation's own fields."""
EVIDENCE = frozenset({"evidence"})
_PAIR = 2
Passages = tuple[tuple[int, int, str], ...]
"""Start, end and text of each part that an annotation marks."""
_TOLD = itemgetter("spans", "kind", "text", "label_name", "label", "author")


@dataclass(frozen=True, slots=True)
class Known:
    """What a line's records may point to."""

    document: DocumentId
    text: str
    labels: Mapping[LabelId, Label]
    authors: Collection[AuthorId]


def annotations_together(items: Sequence[Json], known: Known) -> Columns | None:
    """Return the annotations of objects, None if these are to be read one by one."""
    try:
        spans, kinds, quotes, names, labels, authors = zip(*map(_TOLD, items), strict=True)
        told = {*zip(labels, kinds, strict=True)}
        "".join(names)  # raises TypeError if one of them is no text
        are_authors = all(author in known.authors for author in {*authors})
    except (KeyError, TypeError, ValueError):
        return None
    are_labels = all(x in known.labels and known.labels[x].kind == kind for x, kind in told)
    marked = _spans(spans, known.text)
    if not are_labels or not are_authors or marked is None or [*quotes] != _quotes(marked):
        return None
    documents = [known.document] * len(items)
    return columns_from_json(Annotation, items, NOT_OWN, document=documents, spans=marked)


def _spans(told: Sequence[object], text: str) -> list[Passages] | None:
    """Return the marked passages, None if something is none."""
    ends = _lone_spans(told, len(text))
    if ends is not None:
        return [((start, end, text[start:end]),) for start, end in ends]
    found, length = [], len(text)
    for pairs in told:
        if type(pairs) is not list or not pairs or not is_span(pairs[0], length):
            return None
        if len(pairs) > 1 and not _follow(pairs, length):
            return None
        found.append(tuple([(start, end, text[start:end]) for start, end in pairs]))
    return found


def _lone_spans(told: Sequence[object], length: int) -> list[list[int]] | None:
    """Return the ends of marks with one passage each, None if one has several or is wrong."""
    if {*map(type, told)} != {list}:
        return None
    spans = cast("Sequence[Sequence[list[int]]]", told)
    try:
        pairs = [pair for (pair,) in spans]
        starts, ends = zip(*pairs, strict=True)
    except (TypeError, ValueError):
        return None
    is_all_pairs = {*map(type, pairs)} == {list} and {*map(type, starts + ends)} == {int}
    is_inside = is_all_pairs and min(starts) >= 0 and max(ends) <= length
    return pairs if is_inside and all(map(lt, starts, ends)) else None


def is_span(pair: object, length: int) -> bool:
    """Say whether something is the ends of a stretch of a text with characters in it."""
    if type(pair) is not list or len(pair) != _PAIR:
        return False
    start, end = pair
    return type(start) is int and type(end) is int and 0 <= start < end <= length


def _follow(pairs: Sequence[Sequence[int]], length: int) -> bool:
    """Say whether all are such ends, and each starts where the one before ends or later."""
    are_spans = all(is_span(pair, length) for pair in pairs)
    return are_spans and all(a[1] <= b[0] for a, b in pairwise(pairs))


def _quotes(marked: Iterable[Passages]) -> list[str]:
    """Return what is marked, as ``Annotation.quote`` tells it."""
    return [
        spans[0][2] if len(spans) == 1 else APART.join(quote for _, _, quote in spans)
        for spans in marked
    ]


def details_together(
    items: Sequence[Json], kinds: Sequence[LabelKind], speakers: Collection[str]
) -> dict[type[Record], Columns] | None:
    """Return what annotations of some kinds say, None if that is to be read one by one."""
    details: dict[type[Record], Columns] = {}
    for kind in {*kinds}:
        own = [item for item, its_kind in zip(items, kinds, strict=True) if its_kind is kind]
        if kind not in DETAILS or _is_about_another(kind, own):
            return None
        if telling := [item for item in own if kind in item]:
            found = _details_of(kind, telling)
            if found is None:
                return None
            details[DETAILS[kind]] = found
    named = {*details.get(Claim, {"speaker": ()})["speaker"]} - {None}
    return details if all(speaker in speakers for speaker in named) else None


def _is_about_another(kind: LabelKind, items: Sequence[Json]) -> bool:
    """Say whether an annotation of a kind says what only one of another kind can."""
    return any(other in item for other in DETAILS if other is not kind for item in items)


def _details_of(kind: LabelKind, items: Sequence[Json]) -> Columns | None:
    fields = [item[kind] for item in items]
    if {*map(type, fields)} != {dict}:
        return None
    ids = [item["id"] for item in items]
    passed = EVIDENCE if kind is LabelKind.CLAIM else frozenset()
    return columns_from_json(DETAILS[kind], fields, passed, id=ids)
