"""Rows of a table put onto documents that are in the project already."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from annotator.formats.base import ProjectSource
from annotator.formats.flat import COLUMNS, flat_row
from annotator.formats.flat_cells import (
    detail_of_row,
    evidence_of_row,
    extra_of_row,
    origin_of_row,
    reviews_of_row,
    spans_of_row,
)
from annotator.formats.flat_read import FlatRow
from annotator.formats.flat_together import OF_OTHERS, rows_together
from annotator.model.codebook import next_colour
from annotator.model.edit import Edit
from annotator.model.edits import Hand
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, AuthorId, DocumentId, is_id
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Author, Document, Label, Record, Review
from annotator.model.reviews import review_id
from annotator.model.snapshot import Snapshot

_TOLD_BY_THE_PROJECT = frozenset(COLUMNS[: COLUMNS.index("label")]) | {
    "speaker",
    "role",
    "affiliation",
    "turn_start",
    "paragraph",
    "review",
}
"""Columns that follow from the text and turns, or are looked up by: they change nothing."""


_TWICE = Message("the id stands in another row too.")
Planned = Callable[[DocumentId], Iterable[Record]]
"""Tells what is to be added to a document."""


@dataclass(slots=True)
class _Target:
    """The project that rows go to: who marked and what labels it has, looked up once.

    ``authors`` are found by id and name, those too that were made on the way; ``labels`` by what
    they are called and by kind, if a row tells it; ``colours`` are those that authors have.
    """

    source: ProjectSource
    hand: Hand
    authors: dict[str, list[AuthorId]] = field(init=False)
    colours: list[str] = field(init=False)
    labels: dict[tuple[str, str], list[Label]] = field(init=False)

    def __post_init__(self) -> None:
        """Gather authors and labels by all that rows may call them."""
        self.authors, self.labels = defaultdict(list), defaultdict(list)
        self.colours = [author.colour for author in self.source.authors()]
        for author in self.source.authors():
            for name in {author.id, author.name}:
                self.authors[name].append(author.id)
        for label in self.source.labels():
            for name in {label.id, label.slug, *label.names.values()} - {""}:
                self.labels[name, ""].append(label)
                self.labels[name, label.kind.value].append(label)

    def label_of(self, row: FlatRow) -> Label:
        """Return the label that a row names; refuses one that is not there or not alone."""
        return _label(row, self.labels)

    def author_of(self, name: str) -> AuthorId | None:
        """Return the author of a name, the importing person for none; None if not exactly one."""
        found = self.authors.get(name, ()) if name else [self.hand.author]
        return found[0] if len(found) == 1 else None


def _nothing(_document: DocumentId) -> Iterable[Record]:
    """Return nothing: no plan is kept."""
    return ()


def plan_flat_import(
    rows: Iterable[FlatRow], source: ProjectSource, hand: Hand, planned: Planned = _nothing
) -> Iterator[Edit]:
    """Yield an edit for each run of rows of one document; rows that are there already add nothing.

    A row with the id of an annotation that is there must say the same. A row without an id
    makes a new annotation; a row without an author is the importing person's, and an author of
    an unknown name is made anew. Apply each edit before asking for the next, or tell by
    ``planned`` what those before add to a document.

    Raises:
        UserError: a row names a document or label that is not there, quotes what the text does
            not say, or differs from the annotation of its id; it names row and column.
    """
    target = _Target(source, hand)
    documents = _Documents(source.documents())
    taken = _Taken(planned)
    for document_id, run in groupby(rows, lambda row: documents.of(row).id):
        own = taken.check(document_id, list(run))
        edit = _run_edit(own, source.load(document_id), target)
        if edit:
            yield edit


class _Taken:
    """Which ids earlier runs of a document have; looked up only when it comes again."""

    def __init__(self, planned: Planned) -> None:
        self._planned = planned
        self._seen: set[DocumentId] = set()
        self._ids: dict[DocumentId, set[str]] = {}

    def check(self, document: DocumentId, rows: list[FlatRow]) -> list[FlatRow]:
        """Return the rows of a run; refuse one with the id of an earlier run."""
        if document in self._seen:
            if document not in self._ids:
                self._ids[document] = {record.id for record in self._planned(document)}
            for row in rows:
                if row["id"] in self._ids[document]:
                    raise row.refused("id", _TWICE)
                if row["id"]:
                    self._ids[document].add(row["id"])
        self._seen.add(document)
        return rows


def _run_edit(rows: list[FlatRow], s: Snapshot, target: _Target) -> Edit:
    together = rows_together(rows, s, target.label_of, target.author_of)
    if together is not None:
        return _edit(s, together, len(rows))
    added = tuple(_records(rows, s, target))
    return _edit(s, added, sum(isinstance(record, Annotation) for record in added))


def _edit(s: Snapshot, added: Sequence[Record], count: int) -> Edit:
    label = Message(
        "Import {count} {count|annotation|annotations} to {title}", {"count": count} | _title(s)
    )
    return Edit(label, added=added)


def _records(rows: list[FlatRow], s: Snapshot, target: _Target) -> Iterator[Record]:
    """Yield what rows add, read one by one."""
    seen: dict[str, FlatRow] = {}
    for row in rows:
        if (annotation_id := row["id"]) and annotation_id in seen:
            raise row.refused("id", _TWICE)
        seen[annotation_id] = row
        existing = s.find(Annotation, annotation_id)
        if existing is None:
            yield from _new_records(row, s, target)
        else:
            _compare(row, s, existing)


def _title(s: Snapshot) -> dict[str, str | int]:
    return {"title": s.document.title}


class _Documents:
    """The project's documents by id and by title."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_id: dict[str, Document] = {}
        self._by_title: dict[str, list[Document]] = {}
        for document in documents:
            self._by_id[document.id] = document
            self._by_title.setdefault(document.title, []).append(document)

    def of(self, row: FlatRow) -> Document:
        """Return the document with the row's id, or else with its title."""
        if (known := self._by_id.get(row["document_id"])) is not None:
            return known
        found = self._by_title.get(row["document"], []) if row["document"] else []
        if len(found) != 1:
            raise _no_document(row, len(found))
        return found[0]


def _no_document(row: FlatRow, count: int) -> UserError:
    column = "document" if row["document"] else "document_id"
    told: dict[str, str | int] = {"count": count, "name": row[column]}
    if count:
        problem = Message("{count} documents of the project are called “{name}”.", told)
    else:
        problem = Message(
            "no document of the project is “{name}”, and a table of annotations holds no texts: "
            "import the text first.",
            told,
        )
    return row.refused(column, problem)


def _compare(row: FlatRow, s: Snapshot, existing: Annotation) -> None:
    """Refuse a row that says something else than the annotation of its id."""
    there = flat_row(s, existing)
    label = s.label_of(existing)
    for column in row.columns:
        cell = row[column]
        is_same_label = column == "label" and _is_called(label, cell)
        if cell != there[column] and not is_same_label and column not in _TOLD_BY_THE_PROJECT:
            raise row.refused(
                column,
                Message(
                    "the annotation {id} is in the project with “{there}”, not “{here}”.",
                    {"id": existing.id, "there": there[column][:60], "here": cell[:60]},
                ),
            )


def _new_records(row: FlatRow, s: Snapshot, target: _Target) -> list[Record]:
    if row["id"] and not is_id(row["id"]):
        raise row.refused("id", Message("an id is a UUID; leave it empty for a new annotation."))
    label = _label(row, target.labels)
    author, made = _author(row, row["author"], target)
    annotation = Annotation(
        AnnotationId(row["id"] or target.hand.new_id()),
        s.document.id,
        label.id,
        author,
        spans_of_row(row, s.text),
        origin_of_row(row),
        row["note"],
        extra_of_row(row),
    )
    _refuse_other_kinds(row, label.kind)
    detail = detail_of_row(row, s, annotation, label.kind)
    records: list[Record] = [*made, annotation, detail]
    if row["evidence"]:
        records += evidence_of_row(row, annotation.id)
    if row["reviews"]:
        records += _reviews(row, annotation.id, target)
    return records


def _reviews(row: FlatRow, target: AnnotationId, into: _Target) -> Iterator[Record]:
    """Yield what reviewers say of an annotation, each of them once, with those not known yet."""
    seen: set[AuthorId] = set()
    for name, state, note in reviews_of_row(row):
        reviewer, made = _author(row, name, into)
        if reviewer in seen:
            raise row.refused("reviews", Message("“{name}” stands there twice.", {"name": name}))
        seen.add(reviewer)
        yield from made
        yield Review(review_id(target, reviewer), target, reviewer, state, note)


def _label(row: FlatRow, labels: Mapping[tuple[str, str], Sequence[Label]]) -> Label:
    name, kind = row["label"], row["kind"]
    found = labels.get((name, kind), ())
    if len(found) != 1 or found[0].kind is LabelKind.RELATION:
        problem = Message(
            "the codebook has {count} labels “{name}” that mark text as {kind}.",
            {"count": len(found), "name": name, "kind": kind or "claim, figure, topic"},
        )
        raise row.refused("label", problem)
    return found[0]


def _is_called(label: Label, name: str) -> bool:
    return name in (label.id, label.slug, *label.names.values()) and bool(name)


def _author(row: FlatRow, name: str, target: _Target) -> tuple[AuthorId, list[Author]]:
    """Return the author or reviewer of this name, and the record if it has to be made."""
    if not name:
        return target.hand.author, []
    found = target.authors.get(name, ())
    if len(found) > 1:
        raise row.refused("author", Message("several authors are called “{name}”.", {"name": name}))
    if found:
        return found[0], []
    made = Author(AuthorId(target.hand.new_id()), name, next_colour(target.colours))
    target.colours.append(made.colour)
    target.authors[name] = [made.id]
    return made.id, [made]


def _refuse_other_kinds(row: FlatRow, kind: LabelKind) -> None:
    """Refuse a value in a column that another kind of annotation has."""
    others = OF_OTHERS[kind]
    for column in row.columns:
        if column in others and row[column]:
            only = Message("only a {kind} has this.", {"kind": others[column]})
            raise row.refused(column, only)
