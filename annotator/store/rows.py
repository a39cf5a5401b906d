"""Reading and writing the rows of records; foreign keys become ids and back."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar, cast

from annotator.model import records as r
from annotator.store.sqlite import Connection
from annotator.store.tables import Column, Pack, Table, tables

R = TypeVar("R", bound=r.Record)
BATCH = 500
Places = tuple[tuple[int, Pack], ...]
"""Which values of a row are kept in another way than a record has them."""
SELF_REFERENCES = {r.Label: "parent", r.Turn: "answers"}


# --- reading ---


def fetch(db: Connection, cls: type[R], where: str = "", params: Sequence[object] = ()) -> list[R]:
    """Return the records of one class, in the order they came in.

    ``where`` is a condition in which ``{name}`` stands for the table.
    """
    known = cast("type[r.Record]", cls)
    table, shape = tables()[known], _shapes()[known]
    condition = f" WHERE {where.format(name=table.name)}" if where else ""
    sql = f"{shape.select}{condition} ORDER BY {table.name}.key"
    rows = db.execute(sql, params).fetchall()
    unpacks = shape.unpacks
    if shape.parts_at:
        parts = _parts(db, table, condition, params)
        unpacks = (*unpacks, (shape.parts_at, lambda key: tuple(parts.get(key, ()))))
    return cast("list[R]", list(_records(table, rows, unpacks)))


def fetch_by_id(db: Connection, cls: type[R], ids: Iterable[str]) -> dict[str, R]:
    """Return the records with these ids, by id."""
    wanted, found = list(ids), {}
    table = tables()[cast("type[r.Record]", cls)]
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at : at + BATCH]
        marks = ",".join("?" * len(batch))
        where = f"{{name}}.id IN ({marks})"
        if table.owner:
            where = f"{{name}}.key IN (SELECT key FROM {table.owner} WHERE id IN ({marks}))"  # noqa: S608
        found.update({record.id: record for record in fetch(db, cls, where, batch)})
    return cast("dict[str, R]", found)


def of_document(db: Connection, document_id: str) -> Iterator[r.Record]:
    """Yield all records of a document, parents first, without the document itself."""
    (key,) = db.execute("SELECT key FROM document WHERE id = ?", (document_id,)).fetchone()
    for cls, table in tables().items():
        if table.by_document and cls is not r.Document:
            yield from fetch(db, cls, table.by_document, [key] * table.by_document.count("?"))


@dataclass(frozen=True, slots=True)
class _Shape:
    """How rows of a class are read: its fields in their order, the key in place of parts.

    ``unpacks`` tell which values are kept in another way, and what brings them back; ``parts_at``
    is the field that has a table of its own, 0 if none has.
    """

    select: str
    unpacks: Places
    parts_at: int


@cache
def _shapes() -> Mapping[type[r.Record], _Shape]:
    return {cls: _shape_of(table) for cls, table in tables().items()}


def _shape_of(table: Table) -> _Shape:
    own_id = f"{table.name}.id"
    if table.owner:
        own_id = f"(SELECT id FROM {table.owner} o WHERE o.key = {table.name}.key)"  # noqa: S608
    selected = {"id": own_id} | {c.field: _selected(table, c) for c in table.columns}
    at = {field.name: place for place, field in enumerate(fields(table.record))}
    columns = ", ".join(selected.get(name, f"{table.name}.key") for name in at)
    return _Shape(
        f"SELECT {columns} FROM {table.name}",  # noqa: S608
        tuple((at[c.field], c.unpack) for c in table.columns if c.unpack is not None),
        next((place for name, place in at.items() if name not in selected), 0),
    )


def _selected(table: Table, column: Column) -> str:
    if not column.refers_to:
        return f"{table.name}.{column.name}"
    return f"(SELECT id FROM {column.refers_to} x WHERE x.key = {table.name}.{column.name})"  # noqa: S608


def _parts(
    db: Connection, table: Table, condition: str, params: Sequence[object]
) -> dict[int, list[object]]:
    """Return the spans or passages of the rows, by the rows' keys."""
    keys = f"SELECT {table.name}.key FROM {table.name}{condition}"  # noqa: S608
    cls: type[r.Span | r.Passage] = r.Span
    sql = (
        "SELECT annotation, start, stop, quote FROM span "  # noqa: S608
        f"WHERE annotation IN ({keys}) ORDER BY annotation, ord"
    )
    if table.record is r.Finding:
        cls = r.Passage
        sql = (
            "SELECT finding, (SELECT id FROM document d WHERE d.key = document), start, stop, "  # noqa: S608
            "(SELECT id FROM annotation a WHERE a.key = annotation) FROM passage "
            f"WHERE finding IN ({keys}) ORDER BY finding, ord"
        )
    found: dict[int, list[object]] = {}
    for key, *values in db.execute(sql, params).fetchall():
        found.setdefault(key, []).append(cls(*values))
    return found


def _records(
    table: Table, rows: Iterable[Sequence[Any]], unpacks: Sequence[tuple[int, Pack]]
) -> Iterator[r.Record]:
    """Yield rows, whose values stand in the order of the fields, as records."""
    make: Callable[..., r.Record] = table.record
    for row in rows:
        values = list(row)
        for at, unpack in unpacks:
            values[at] = unpack(values[at])
        yield make(*values)


# --- writing ---


def insert(db: Connection, records: Sequence[r.Record]) -> None:
    """Add records of any classes, parents first."""
    for cls, batch in groupby(sorted(records, key=r.parents_first), type):
        table, rows = tables()[cls], list(batch)
        db.executemany(
            _insert_sql(cls), [(record_id, *rest) for record_id, *rest in _values(cls, rows)]
        )
        _insert_parts(db, rows)
        if field := SELF_REFERENCES.get(cls):
            _refer_to_own_kind(db, table, field, rows)


def update(db: Connection, records: Sequence[r.Record]) -> None:
    """Write records over the rows of the same ids."""
    for cls, batch in groupby(sorted(records, key=r.parents_first), type):
        table, rows = tables()[cls], list(batch)
        _delete_parts(db, rows)
        db.executemany(
            _update_sql(cls), [(*rest, record_id) for record_id, *rest in _values(cls, rows)]
        )
        _insert_parts(db, rows)
        if field := SELF_REFERENCES.get(cls):
            _refer_to_own_kind(db, table, field, rows)


def delete(db: Connection, records: Sequence[r.Record]) -> None:
    """Remove records of any classes, children first."""
    for cls, batch in groupby(sorted(records, key=r.parents_first, reverse=True), type):
        table, rows = tables()[cls], list(batch)
        _delete_parts(db, rows)
        db.executemany(
            f"DELETE FROM {table.name} WHERE key = {_own_key(table)}",  # noqa: S608
            [(record.id,) for record in rows],
        )


def _own_key(table: Table) -> str:
    return f"(SELECT key FROM {table.owner or table.name} WHERE id = ?)"  # noqa: S608


def _place(table: Table, column: Column) -> str:
    """Return what stands for a column's value: the value, or the key of the id it names.

    An id that is not there becomes a key that is not there: the file refuses it. It is told
    twice, since numbered places warn in some versions of Python.
    """
    if not column.refers_to:
        return "?"
    if column.field == SELF_REFERENCES.get(table.record):
        return "NULL"
    found = f"SELECT key FROM {column.refers_to} WHERE id = ?"  # noqa: S608
    return f"coalesce(({found}), iif(? IS NULL, NULL, -1))"


@cache
def _insert_sql(cls: type[r.Record]) -> str:
    table = tables()[cls]
    own = f"coalesce((SELECT key FROM {table.owner} WHERE id = ?), -1)" if table.owner else "?"  # noqa: S608
    names = ["key" if table.owner else "id", *(column.name for column in table.columns)]
    places = [own, *(_place(table, column) for column in table.columns)]
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join(places)})"  # noqa: S608


@cache
def _update_sql(cls: type[r.Record]) -> str:
    table = tables()[cls]
    places = ", ".join(f"{column.name} = {_place(table, column)}" for column in table.columns)
    return f"UPDATE {table.name} SET {places} WHERE key = {_own_key(table)}"  # noqa: S608


def _values(cls: type[r.Record], records: Iterable[r.Record]) -> Iterator[list[Any]]:
    """Yield each record's id and its values, each as often as its place asks for it."""
    held_in, packs = _told()[cls]
    for record in records:
        values = list(held_in(record))
        for at, pack in packs:
            values[at] = pack(values[at])
        yield values


@cache
def _told() -> Mapping[type[r.Record], tuple[Callable[[Any], tuple[Any, ...]], Places]]:
    """Return by class what gets a record's id and values, and how those at some places are kept."""
    return {cls: _told_by(table) for cls, table in tables().items()}


def _told_by(table: Table) -> tuple[Callable[[Any], tuple[Any, ...]], Places]:
    told = [c for c in table.columns for _ in range(_place(table, c).count("?"))]
    packs = tuple((at, c.pack) for at, c in enumerate(told, start=1) if c.pack is not None)
    return attrgetter("id", *(column.field for column in told)), packs


def _refer_to_own_kind(db: Connection, table: Table, field: str, rows: Sequence[r.Record]) -> None:
    """Fill in references to records of the same class, which may have come later."""
    found = f"SELECT key FROM {table.name} WHERE id = ?"  # noqa: S608
    db.executemany(
        f"UPDATE {table.name} SET {field} = coalesce(({found}), -1) WHERE id = ?",  # noqa: S608
        [(getattr(row, field), row.id) for row in rows if getattr(row, field) is not None],
    )


_SPAN = "INSERT INTO span VALUES ((SELECT key FROM annotation WHERE id = ?), ?, ?, ?, ?)"
_PASSAGE = (
    "INSERT INTO passage VALUES ((SELECT key FROM finding WHERE id = ?), ?, "
    "coalesce((SELECT key FROM document WHERE id = ?), -1), ?, ?, "
    "coalesce((SELECT key FROM annotation WHERE id = ?), iif(? IS NULL, NULL, -1)))"
)


def _insert_parts(db: Connection, rows: Sequence[r.Record]) -> None:
    if isinstance(rows[0], r.Annotation):
        spans = [
            (row.id, i, span.start, span.end, span.quote)
            for row in cast("Sequence[r.Annotation]", rows)
            for i, span in enumerate(row.spans)
        ]
        db.executemany(_SPAN, spans)
    elif isinstance(rows[0], r.Finding):
        passages = [
            (row.id, i, p.document, p.start, p.end, p.annotation, p.annotation)
            for row in cast("Sequence[r.Finding]", rows)
            for i, p in enumerate(row.passages)
        ]
        db.executemany(_PASSAGE, passages)


def _delete_parts(db: Connection, rows: Sequence[r.Record]) -> None:
    parts = {r.Annotation: "span", r.Finding: "passage"}
    if part := parts.get(cast("Any", type(rows[0]))):
        owner = tables()[type(rows[0])].name
        db.executemany(
            f"DELETE FROM {part} WHERE {owner} = (SELECT key FROM {owner} WHERE id = ?)",  # noqa: S608
            [(row.id,) for row in rows],
        )
