"""One document's line of our lossless format as records, checked against its text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.formats.detail_texts import DETAILS
from annotator.formats.records_json import (
    BadValueError,
    Json,
    expect_list,
    expect_object,
    expect_text,
    expect_whole,
    from_json,
    refuse_shared_ids,
    refuse_unknown,
)
from annotator.model.ids import AuthorId, DocumentId, LabelId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Claim,
    Dismissal,
    Document,
    Evidence,
    Figure,
    Finding,
    Label,
    Record,
    Relation,
    Review,
    Span,
    Speaker,
    Text,
    Topic,
    Turn,
)
from annotator.model.reviews import review_id
from annotator.model.text import normalise, sha256_of

_LISTS = ("speakers", "turns", "annotations", "relations", "findings", "dismissals")
_NOT_OWN = {"kind", "label_name", "spans", "text", "reviews", *DETAILS}
_PAIR = 2
Items = list[tuple[str, Json]]


class ReadDocument(NamedTuple):
    """A document, its text, and every other record of its line, parents before children."""

    document: Document
    text: Text
    records: list[Record]


def read_document(
    row: Json, labels: Mapping[LabelId, Label], authors: Collection[AuthorId]
) -> ReadDocument:
    """Return what a document's line holds.

    Raises:
        BadValueError: a value is of the wrong type, names a record that is not there, or does
            not fit the text.
    """
    text = _text(row)
    own = {name: row[name] for name in row if name not in (*_LISTS, "text", "source")}
    source = expect_object(row.get("source", {}), "source")
    refuse_unknown(source, ("name", "sha256"), "source")
    document: Document = from_json(
        Document,
        own,
        "document",
        source_name=expect_text(source.get("name", ""), "source.name"),
        source_sha256=expect_text(source.get("sha256", ""), "source.sha256"),
    )
    known = _Known(document.id, text.text, labels, authors)
    return ReadDocument(document, text, list(_records(row, known)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What a line's records may point to."""

    document: DocumentId
    text: str
    labels: Mapping[LabelId, Label]
    authors: Collection[AuthorId]

    def range(self, start: int, end: int, where: str) -> None:
        """Refuse a stretch that does not lie in the text."""
        if not 0 <= start <= end <= len(self.text):
            values = {"count": len(self.text)}
            expected = Message("positions within the text of {count} characters", values)
            raise BadValueError(where, expected, f"{start}-{end}")


def _text(row: Json) -> Text:
    text = expect_text(row.get("text"), "text")
    if normalise(text) != text:
        raise BadValueError("text", Message("line feeds only, no carriage returns"), text)
    if sha256_of(text) != row.get("sha256"):
        raise BadValueError(
            "sha256",
            Message("the hash of the text, {sha256}", {"sha256": sha256_of(text)}),
            row.get("sha256"),
        )
    return Text(sha256_of(text), text)


def _records(row: Json, known: _Known) -> Iterator[Record]:
    """Yield the records of a line's lists, parents before children."""
    lists = {name: list(_items(row, name)) for name in _LISTS}
    own = {"document": known.document}
    speakers = [from_json(Speaker, item, at, **own) for at, item in lists["speakers"]]
    speaker_ids = _ids(speakers, "speakers")
    yield from speakers
    yield from _turns(lists["turns"], known, speaker_ids)
    annotations = [_annotation(item, at, known) for at, item in lists["annotations"]]
    annotation_ids = _ids(annotations, "annotations")
    yield from annotations
    for at, item in lists["annotations"]:
        yield from _details(item, at, speaker_ids)
        yield from _reviews(item, at, known)
    for at, item in lists["relations"]:
        yield _relation(item, at, known, annotation_ids)
    for at, item in lists["findings"]:
        yield _finding(item, at, known, annotation_ids)
    for at, item in lists["dismissals"]:
        dismissal = from_json(Dismissal, item, at, **own)
        known.range(dismissal.start, dismissal.end, at)
        _require_in(dismissal.author, known.authors, f"{at}.author")
        yield dismissal


def _items(row: Json, name: str) -> Iterator[tuple[str, Json]]:
    for at, item in enumerate(expect_list(row.get(name, []), name)):
        yield f"{name}[{at}]", expect_object(item, f"{name}[{at}]")


def _ids(records: Sequence[Record], where: str) -> set[str]:
    refuse_shared_ids(records, where)
    return {record.id for record in records}


def _require_in(record_id: str | None, known: Collection[str], where: str) -> None:
    if record_id is not None and record_id not in known:
        raise BadValueError(where, Message("an id that the file holds"), record_id)


def _turns(items: Items, known: _Known, speakers: Collection[str]) -> list[Turn]:
    turns = [from_json(Turn, item, at, document=known.document) for at, item in items]
    ids = _ids(turns, "turns")
    for (at, _), turn in zip(items, turns, strict=True):
        known.range(turn.start, turn.end, at)
        _require_in(turn.speaker, speakers, f"{at}.speaker")
        _require_in(turn.answers, ids, f"{at}.answers")
    return turns


def _annotation(item: Json, where: str, known: _Known) -> Annotation:
    spans = tuple(_spans(item.get("spans"), f"{where}.spans", known))
    own = {"document": known.document, "spans": spans}
    annotation: Annotation = from_json(Annotation, item, where, _NOT_OWN, **own)
    _require_in(annotation.label, known.labels, f"{where}.label")
    _require_in(annotation.author, known.authors, f"{where}.author")
    kind = known.labels[annotation.label].kind
    if item.get("kind") != kind:
        raise BadValueError(
            f"{where}.kind",
            Message("{kind}, as its label says", {"kind": kind.value}),
            item.get("kind"),
        )
    if item.get("text") != annotation.quote:
        raise BadValueError(
            f"{where}.text",
            Message("the text there, {quote}", {"quote": repr(annotation.quote)}),
            item.get("text"),
        )
    expect_text(item.get("label_name", ""), f"{where}.label_name")
    return annotation


def _spans(value: object, where: str, known: _Known) -> Iterator[Span]:
    for at, pair in enumerate(expect_list(value, where)):
        ends = expect_list(pair, f"{where}[{at}]")
        if len(ends) != _PAIR:
            raise BadValueError(f"{where}[{at}]", Message("[start, end]"), ends)
        start, end = (expect_whole(item, f"{where}[{at}]") for item in ends)
        known.range(start, end, f"{where}[{at}]")
        if start == end:
            raise BadValueError(f"{where}[{at}]", Message("at least one character"), ends)
        yield Span(start, end, known.text[start:end])


def _details(
    item: Json, where: str, speakers: Collection[str]
) -> Iterator[Claim | Figure | Topic | Evidence]:
    """Yield what an annotation says besides its text, then a claim's evidence."""
    kind = LabelKind(item["kind"])
    for name in DETAILS:
        if name in item and name != kind:
            raise BadValueError(
                f"{where}.{name}", Message("only {kind}", {"kind": kind.value}), item[name]
            )
    if kind not in item:
        return
    fields = dict(expect_object(item[kind], f"{where}.{kind}"))
    evidence = fields.pop("evidence", []) if kind is LabelKind.CLAIM else []
    detail = from_json(DETAILS[kind], fields, f"{where}.{kind}", id=item["id"])
    if isinstance(detail, Claim):
        _require_in(detail.speaker, speakers, f"{where}.claim.speaker")
    yield detail
    place = f"{where}.claim.evidence"
    for at, source in enumerate(expect_list(evidence, place)):
        yield from_json(Evidence, source, f"{place}[{at}]", claim=item["id"])


def _reviews(item: Json, where: str, known: _Known) -> Iterator[Review]:
    """Yield what reviewers say of an annotation, each of them once."""
    place = f"{where}.reviews"
    for at, entry in enumerate(expect_list(item.get("reviews", []), place)):
        review: Review = from_json(Review, entry, f"{place}[{at}]", target=item["id"])
        _require_in(review.reviewer, known.authors, f"{place}[{at}].reviewer")
        if review.id != (own := review_id(review.target, review.reviewer)):
            raise BadValueError(
                f"{place}[{at}].id",
                Message("{id}, as it follows from both", {"id": own}),
                review.id,
            )
        yield review


def _relation(item: Json, where: str, known: _Known, annotations: Collection[str]) -> Relation:
    relation: Relation = from_json(Relation, item, where)
    _require_in(relation.source, annotations, f"{where}.source")
    _require_in(relation.target, annotations, f"{where}.target")
    _require_in(relation.author, known.authors, f"{where}.author")
    _require_in(relation.label, known.labels, f"{where}.label")
    return relation


def _finding(item: Json, where: str, known: _Known, annotations: Collection[str]) -> Finding:
    finding: Finding = from_json(Finding, item, where)
    _require_in(finding.author, known.authors, f"{where}.author")
    for passage in finding.passages:
        if passage.document == known.document:
            known.range(passage.start, passage.end, f"{where}.passages")
            _require_in(passage.annotation, annotations, f"{where}.passages")
    return finding
