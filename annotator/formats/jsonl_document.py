"""One document's line of our lossless format as records, checked against its text."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.formats.detail_texts import DETAILS
from annotator.formats.jsonl_together import (
    EVIDENCE,
    NOT_OWN,
    Known,
    annotations_together,
    details_together,
    is_span,
)
from annotator.formats.records_json import (
    BadValueError,
    Json,
    expect_list,
    expect_object,
    expect_text,
    expect_whole,
    from_json,
    refuse_unknown,
)
from annotator.formats.shared_ids import refuse_shared_ids
from annotator.model.bulk import Bulk, Columns, columns_of
from annotator.model.ids import AuthorId, LabelId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Claim,
    Dismissal,
    Document,
    Evidence,
    Finding,
    Label,
    Record,
    Relation,
    Review,
    Span,
    Speaker,
    Text,
    Turn,
)
from annotator.model.reviews import review_id
from annotator.model.text import normalise, sha256_of

_LISTS = ("speakers", "turns", "annotations", "relations", "findings", "dismissals")
_PAIR = 2
_OTHERS = {kind: [name for name in DETAILS if name is not kind] for kind in LabelKind}
"""The names under which an annotation of a kind may say nothing."""
Items = list[tuple[str, Json]]


class ReadDocument(NamedTuple):
    """A document, its text, and every other record of its line, parents before children."""

    document: Document
    text: Text
    records: Bulk


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
    known = Known(document.id, text.text, labels, authors)
    return ReadDocument(document, text, _records(row, known))


def _require_range(known: Known, start: int, end: int, where: str) -> None:
    """Refuse a stretch that does not lie in the text."""
    if not 0 <= start <= end <= len(known.text):
        values = {"count": len(known.text)}
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


def _records(row: Json, known: Known) -> Bulk:
    """Return the records of a line's lists."""
    lists = {name: _items(row, name) for name in _LISTS}
    document = known.document
    speakers = [from_json(Speaker, item, at, document=document) for at, item in lists["speakers"]]
    speaker_ids = _ids(speakers, "speakers")
    turns = _turns(lists["turns"], known, speaker_ids)
    items = lists["annotations"]
    annotations = _annotations(items, known)
    refuse_shared_ids(annotations["id"], "annotations")
    kinds = [known.labels[label].kind for label in annotations["label"]]
    details = _details(items, kinds, speaker_ids)
    others = _others(lists, known, {*annotations["id"]})
    return Bulk.of([*speakers, *turns, *others], {Annotation: annotations, **details})


def _others(lists: Mapping[str, Items], known: Known, annotations: set[str]) -> Iterator[Record]:
    """Yield what stands on the annotations."""
    for at, item in lists["annotations"]:
        if "claim" in item:
            yield from _evidence(item, f"{at}.claim")
        if "reviews" in item:
            yield from _reviews(item, at, known)
    for at, item in lists["relations"]:
        yield _relation(item, at, known, annotations)
    for at, item in lists["findings"]:
        yield _finding(item, at, known, annotations)
    for at, item in lists["dismissals"]:
        dismissal: Dismissal = from_json(Dismissal, item, at, document=known.document)
        _require_range(known, dismissal.start, dismissal.end, at)
        require_in(dismissal.author, known.authors, f"{at}.author")
        yield dismissal


def _items(row: Json, name: str) -> Items:
    """Return the objects of a list, each with its path in the line."""
    found = expect_list(row.get(name, []), name)
    places = [f"{name}[{at}]" for at in range(len(found))]
    if {*map(type, found)} != {dict}:
        for place, item in zip(places, found, strict=True):
            expect_object(item, place)
    return [*zip(places, found, strict=True)]


def _ids(records: Sequence[Record], where: str) -> set[str]:
    ids = [record.id for record in records]
    refuse_shared_ids(ids, where)
    return {*ids}


def require_in(record_id: str | None, known: Collection[str], where: str) -> None:
    """Refuse the id of a record that is not among those known; None is no id.

    Raises:
        BadValueError: it is not; ``where`` is its path in the line.
    """
    if record_id is not None and record_id not in known:
        raise BadValueError(where, Message("an id that the file holds"), record_id)


def _turns(items: Items, known: Known, speakers: Collection[str]) -> list[Turn]:
    turns = [from_json(Turn, item, at, document=known.document) for at, item in items]
    ids = _ids(turns, "turns")
    for (at, _), turn in zip(items, turns, strict=True):
        _require_range(known, turn.start, turn.end, at)
        require_in(turn.speaker, speakers, f"{at}.speaker")
        require_in(turn.answers, ids, f"{at}.answers")
    return turns


def _annotations(items: Items, known: Known) -> Columns:
    together = annotations_together([item for _, item in items], known)
    if together is not None:
        return together
    found = [_annotation(item, at, known) for at, item in items]
    return columns_of(Annotation, found) if found else {"id": (), "label": ()}


def _annotation(item: Json, where: str, known: Known) -> Annotation:
    spans = _spans(item.get("spans"), where, known)
    annotation: Annotation = from_json(
        Annotation, item, where, NOT_OWN, document=known.document, spans=spans
    )
    if annotation.label not in known.labels or annotation.author not in known.authors:
        require_in(annotation.label, known.labels, f"{where}.label")
        require_in(annotation.author, known.authors, f"{where}.author")
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
    if type(item.get("label_name", "")) is not str:
        raise BadValueError(f"{where}.label_name", Message("a text"), item["label_name"])
    return annotation


def _spans(value: object, where: str, known: Known) -> tuple[Span, ...]:
    text, found = known.text, []
    for at, pair in enumerate(expect_list(value, f"{where}.spans")):
        if not is_span(pair, len(text)):
            raise _no_span(pair, f"{where}.spans[{at}]", known)
        start, end = pair
        found.append(Span(start, end, text[start:end]))
    return tuple(found)


def _no_span(pair: object, where: str, known: Known) -> BadValueError:
    """Return why something is no span."""
    try:
        ends = expect_list(pair, where)
        if len(ends) != _PAIR:
            return BadValueError(where, Message("[start, end]"), ends)
        start, end = (expect_whole(item, where) for item in ends)
        _require_range(known, start, end, where)
    except BadValueError as error:
        return error
    return BadValueError(where, Message("at least one character"), ends)


def _details(
    items: Items, kinds: Sequence[LabelKind], speakers: Collection[str]
) -> Mapping[type[Record], Columns]:
    """Return what annotations say besides their text."""
    together = details_together([item for _, item in items], kinds, speakers)
    if together is not None:
        return together
    told = zip(items, kinds, strict=True)
    return Bulk.of(
        detail for (at, item), kind in told for detail in _detail(item, at, kind, speakers)
    ).columns


def _detail(
    item: Json, where: str, kind: LabelKind, speakers: Collection[str]
) -> Iterator[AnnotationDetail]:
    """Yield what an annotation says besides its text, if anything."""
    for name in _OTHERS[kind]:
        if name in item:
            raise BadValueError(
                f"{where}.{name}", Message("only {kind}", {"kind": kind.value}), item[name]
            )
    if kind not in item:
        return
    place, passed = f"{where}.{kind}", EVIDENCE if kind is LabelKind.CLAIM else frozenset()
    detail: AnnotationDetail = from_json(DETAILS[kind], item[kind], place, passed, id=item["id"])
    if isinstance(detail, Claim):
        require_in(detail.speaker, speakers, f"{place}.speaker")
    yield detail


def _evidence(item: Json, where: str) -> Iterator[Evidence]:
    """Yield a claim's evidence."""
    found = item["claim"].get("evidence", [])
    for at, source in enumerate(expect_list(found, f"{where}.evidence")):
        yield from_json(Evidence, source, f"{where}.evidence[{at}]", claim=item["id"])


def _reviews(item: Json, where: str, known: Known) -> Iterator[Review]:
    """Yield what reviewers say of an annotation, each of them once."""
    place = f"{where}.reviews"
    for at, entry in enumerate(expect_list(item.get("reviews", []), place)):
        review: Review = from_json(Review, entry, f"{place}[{at}]", target=item["id"])
        require_in(review.reviewer, known.authors, f"{place}[{at}].reviewer")
        if review.id != (own := review_id(review.target, review.reviewer)):
            raise BadValueError(
                f"{place}[{at}].id",
                Message("{id}, as it follows from both", {"id": own}),
                review.id,
            )
        yield review


def _relation(item: Json, where: str, known: Known, annotations: Collection[str]) -> Relation:
    relation: Relation = from_json(Relation, item, where)
    require_in(relation.source, annotations, f"{where}.source")
    require_in(relation.target, annotations, f"{where}.target")
    require_in(relation.author, known.authors, f"{where}.author")
    require_in(relation.label, known.labels, f"{where}.label")
    return relation


def _finding(item: Json, where: str, known: Known, annotations: Collection[str]) -> Finding:
    finding: Finding = from_json(Finding, item, where)
    require_in(finding.author, known.authors, f"{where}.author")
    for passage in finding.passages:
        if passage.document == known.document:
            _require_range(known, passage.start, passage.end, f"{where}.passages")
            require_in(passage.annotation, annotations, f"{where}.passages")
    return finding
