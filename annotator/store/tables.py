"""Which column of which table holds which field of which record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from annotator.model import kinds
from annotator.model import records as r
from annotator.store.images import dump_json, load_json, pack_value

Pack = Callable[[Any], Any]
FEW = 1024
"""So many lists are remembered as they were read: those of claims are nearly all the same."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record: its column, the table it refers to, and how values are kept."""

    field: str
    name: str
    refers_to: str = ""
    pack: Pack | None = None
    unpack: Pack | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One class of record: its table and columns, without the id.

    ``owner`` is the table whose key the row shares; most rows have a key of their own.
    ``by_document`` is the condition that finds a document's rows; every ``?`` is its key.
    """

    record: type[r.Record]
    name: str
    columns: tuple[Column, ...]
    owner: str = ""
    by_document: str = ""

    @property
    def label(self) -> str:
        """The class of record as the journal names it."""
        return self.name


def _plain(*fields: str) -> tuple[Column, ...]:
    return tuple(Column(field, _SQL_NAMES.get(field, field)) for field in fields)


def _refer(field: str, table: str) -> Column:
    return Column(field, field, refers_to=table)


def _enum(field: str, cls: type[StrEnum]) -> Column:
    return Column(field, _SQL_NAMES.get(field, field), pack=str, unpack=_member_of(cls))


def _member_of(cls: type[StrEnum]) -> Pack:
    """Return what finds a member by its value; calling the class takes several times as long."""
    return {str(member): member for member in cls}.__getitem__


_SQL_NAMES = {"end": "stop", "order": "ord", "group": "grp", "key": "key_cap"}


def _mapping(field: str) -> Column:
    return Column(field, field, pack=lambda value: dump_json(dict(value)), unpack=load_json)


def _texts(field: str) -> Column:
    @lru_cache(maxsize=FEW)
    def unpack(text: str) -> tuple[Any, ...]:
        return tuple(load_json(text))

    @lru_cache(maxsize=FEW)
    def pack(texts: tuple[str, ...]) -> str:
        return dump_json(list(texts))

    return Column(field, field, pack=pack, unpack=unpack)


def _extra_fields() -> Column:
    return Column(
        "extra_fields",
        "extra_fields",
        pack=lambda value: dump_json(pack_value(value)),
        unpack=lambda text: tuple(
            r.ExtraField(e["name"], e.get("type", "text"), tuple(e.get("choices", ())))
            for e in load_json(text)
        ),
    )


_OF_ANNOTATION = "{name}.key IN (SELECT key FROM annotation WHERE document = ?)"


@cache
def tables() -> Mapping[type[r.Record], Table]:
    """Return the tables by class of record, parents before children."""
    made = (*_project_tables(), *_document_tables(), *_annotation_tables(), *_check_tables())
    return {table.record: table for table in made}


def _project_tables() -> tuple[Table, ...]:
    label = (
        _enum("kind", kinds.LabelKind),
        _mapping("names"),
        *_plain("slug"),
        _refer("parent", "label"),
        _mapping("definitions"),
        _texts("examples"),
        *_plain("colour", "key", "order"),
        _extra_fields(),
        Column("retired", "retired", pack=int, unpack=bool),
    )
    return (
        Table(r.Author, "author", _plain("name", "colour")),
        Table(r.Setting, "setting", _plain("value")),
        Table(r.Label, "label", label),
    )


def _document_tables() -> tuple[Table, ...]:
    of_document = "{name}.document = ?"
    document = (
        *_plain("title", "sha256", "source_name", "source_sha256", "language", "date", "place"),
        *_plain("group", "order", "status"),
        _mapping("attributes"),
    )
    link = (
        _refer("source", "document"),
        _refer("target", "document"),
        _enum("kind", kinds.LinkKind),
    )
    speaker = (
        _refer("document", "document"),
        *_plain("name"),
        _enum("role", kinds.Role),
        *_plain("affiliation", "title"),
    )
    turn = (
        _refer("document", "document"),
        *_plain("start", "body_start", "end"),
        _refer("speaker", "speaker"),
        _enum("part", kinds.Part),
        *_plain("time_start", "time_end"),
        _refer("answers", "turn"),
    )
    return (
        Table(r.Document, "document", document, by_document="{name}.key = ?"),
        Table(r.DocumentLink, "document_link", link),
        Table(r.Speaker, "speaker", speaker, by_document=of_document),
        Table(r.Turn, "turn", turn, by_document=of_document),
    )


def _annotation_tables() -> tuple[Table, ...]:
    annotation = (
        _refer("document", "document"),
        _refer("label", "label"),
        _refer("author", "author"),
        _enum("origin", kinds.Origin),
        *_plain("note"),
        _mapping("extra"),
    )
    claim = (
        *_plain("text"),
        _refer("speaker", "speaker"),
        *_plain("date"),
        _texts("types"),
        *_plain("checkworthy", "priority", "scale", "verdict", "rationale", "status"),
    )
    evidence = (
        _refer("claim", "annotation"),
        *_plain("url", "archived_url", "publisher", "published", "accessed", "quote"),
        _enum("stance", kinds.Stance),
        *_plain("file_name", "file_sha256"),
    )
    figure = _plain(
        *("low", "high", "unit", "kind", "approximator", "comparator", "referent", "denominator"),
        *("rate", "period", "as_of", "place", "source", "value"),
    )
    of_claim = "{name}.claim IN (SELECT key FROM annotation WHERE document = ?)"
    return (
        Table(r.Annotation, "annotation", annotation, by_document="{name}.document = ?"),
        Table(r.Claim, "claim", claim, owner="annotation", by_document=_OF_ANNOTATION),
        Table(r.Evidence, "evidence", evidence, by_document=of_claim),
        Table(r.Figure, "figure", figure, owner="annotation", by_document=_OF_ANNOTATION),
        Table(
            r.Topic,
            "topic",
            _plain("scope", "stance"),
            owner="annotation",
            by_document=_OF_ANNOTATION,
        ),
    )


def _check_tables() -> tuple[Table, ...]:
    relation = (
        _enum("kind", kinds.RelationKind),
        _refer("source", "annotation"),
        _refer("target", "annotation"),
        _refer("author", "author"),
        _refer("label", "label"),
        *_plain("note"),
    )
    finding = (
        *_plain("type", "verdict", "working"),
        _enum("ruling", kinds.Ruling),
        _refer("author", "author"),
        *_plain("note"),
    )
    dismissal = (
        _refer("document", "document"),
        *_plain("kind", "start", "end"),
        _refer("author", "author"),
        *_plain("reason"),
    )
    review = (
        _refer("target", "annotation"),
        _refer("reviewer", "author"),
        _enum("state", kinds.ReviewState),
        *_plain("note"),
    )
    ends = "IN (SELECT key FROM annotation WHERE document = ?)"
    return (
        Table(
            r.Relation,
            "relation",
            relation,
            by_document=f"({{name}}.source {ends} OR {{name}}.target {ends})",
        ),
        Table(
            r.Finding,
            "finding",
            finding,
            by_document="{name}.key IN (SELECT finding FROM passage WHERE document = ?)",
        ),
        Table(r.Dismissal, "dismissal", dismissal, by_document="{name}.document = ?"),
        Table(r.Review, "review", review, by_document=f"{{name}}.target {ends}"),
    )
