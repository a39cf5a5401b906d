"""Reading and writing the rows of records; foreign keys become ids and back."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from itertools import chain, count, groupby
from typing import Any, TypeVar, cast

from annotator.model import records as r
from annotator.model.bulk import Bulk, Columns
from annotator.model.quick import quick
from annotator.store.images import defaults_of
from annotator.store.sqlite import Connection
from annotator.store.tables import Column, Pack, Table, tables

R = TypeVar("R", bound=r.Record)
T = TypeVar("T")
BATCH = 500
MARKS = 500
"""So many values are given to one statement that adds rows."""
MANY = 100
"""Of so many rows it pays to look for what they need not tell, to make what makes them fast, and to
ask first whether there is any row near them."""
Places = tuple[tuple[int, Pack], ...]
"""Which values of a row are kept in another way than a record has them."""


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
    if rows and shape.parts_at:
        parts = _parts(db, table, condition, params)
        unpacks = (*unpacks, (shape.parts_at, parts.__getitem__))
    return cast("list[R]", _records(table, rows, unpacks))


def fetch_by_id(db: Connection, cls: type[R], ids: Iterable[str]) -> dict[str, R]:
    """Return the records with these ids, by id."""
    wanted, found = list(ids), {}
    table = tables()[cast("type[r.Record]", cls)]
    if len(wanted) >= MANY and not _is_any_between(db, table, min(wanted), max(wanted)):
        return {}
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at : at + BATCH]
        marks = ",".join("?" * len(batch))
        where = f"{{name}}.id IN ({marks})"
        if table.owner:
            where = f"{{name}}.key IN (SELECT key FROM {table.owner} WHERE id IN ({marks}))"  # noqa: S608
        found.update({record.id: record for record in fetch(db, cls, where, batch)})
    return cast("dict[str, R]", found)


def _is_any_between(db: Connection, table: Table, first: str, last: str) -> bool:
    """Say whether there is an id between two; those that came from elsewhere lie together."""
    name = table.owner or table.name
    sql = f"SELECT 1 FROM {name} WHERE id BETWEEN ? AND ? LIMIT 1"  # noqa: S608
    return db.execute(sql, (first, last)).fetchone() is not None


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
    own = table.name
    selected = {"id": "owner.id" if table.owner else f"{own}.id"}
    joins = [f" LEFT JOIN {table.owner} owner ON owner.key = {own}.key"] if table.owner else []
    for column in table.columns:
        selected[column.field] = f"{own}.{column.name}"
        if column.refers_to:
            other = f"{column.name}_there"
            selected[column.field] = f"{other}.id"
            joins.append(
                f" LEFT JOIN {column.refers_to} {other} ON {other}.key = {own}.{column.name}"
            )
    at = {field.name: place for place, field in enumerate(fields(table.record))}
    columns = ", ".join(selected.get(name, f"{own}.key") for name in at)
    return _Shape(
        f"SELECT {columns} FROM {own}{''.join(joins)}",  # noqa: S608
        tuple((at[c.field], c.unpack) for c in table.columns if c.unpack is not None),
        next((place for name, place in at.items() if name not in selected), 0),
    )


def _parts(
    db: Connection, table: Table, condition: str, params: Sequence[object]
) -> dict[int, tuple[object, ...]]:
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
    found: dict[int, tuple[object, ...]] = defaultdict(tuple)
    if rows := db.execute(sql, params).fetchall():
        owners, *columns = zip(*rows, strict=True)
        for owner, part in zip(owners, map(_maker(cls, len(rows)), *columns), strict=True):
            found[owner] += (part,)
    return found


def _records(
    table: Table, rows: Sequence[Sequence[Any]], unpacks: Sequence[tuple[int, Pack]]
) -> list[r.Record]:
    """Return rows, whose values stand in the order of the fields, as records."""
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    if columns:
        for at, unpack in unpacks:
            columns[at] = map(unpack, columns[at])
    return list(map(_maker(table.record, len(rows)), *columns)) if columns else []


def _maker(cls: type[T], count: int) -> Callable[..., T]:
    """Return what makes so many values of a class."""
    return quick(cls) if count >= MANY else cls


# --- writing ---


class Keys:
    """The local keys that stand for ids in the tables: given out here, or looked up in the file."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known: dict[str, _Known] = defaultdict(_Known)

    def give(self, table: str, ids: Iterable[str]) -> None:
        """Have records that are about to be added follow the last one of a table."""
        (last,) = self._db.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()  # noqa: S608
        self._known[table].update(zip(ids, count(last + 1), strict=False))

    def of(self, table: str, ids: Iterable[str | None]) -> Callable[[Any], int | None]:
        """Return what tells the keys of some records of a table.

        None has none; an id that is not there has a key that is not there: the file refuses it.
        """
        known = self._known[table]
        unknown = list({*ids} - known.keys() - {None})
        for at in range(0, len(unknown), BATCH):
            batch = unknown[at : at + BATCH]
            marks = ",".join("?" * len(batch))
            sql = f"SELECT id, key FROM {table} WHERE id IN ({marks})"  # noqa: S608
            known.update(self._db.execute(sql, batch).fetchall())
        return known.__getitem__


class _Known(dict[str | None, int | None]):
    """Keys by id."""

    def __missing__(self, record_id: str | None) -> int | None:
        """Return a key that no row has."""
        return None if record_id is None else -1


def insert(db: Connection, records: Sequence[r.Record]) -> None:
    """Add records of any classes, parents first."""
    keys = Keys(db)
    for cls, values in _bulk(records).columns.items():
        table, ids = tables()[cls], values["id"]
        if not table.owner:
            keys.give(table.name, ids)
        own = {} if table.owner else {"id": ids}
        telling = _telling(db, table, values)
        told = [column for column in table.columns if column.field in telling]
        columns = zip((c.name for c in told), _columns(told, values, keys), strict=True)
        _add(db, table.name, {"key": _own_keys(table, ids, keys)} | own | dict(columns), len(ids))
        _insert_parts(db, cls, values, keys)


def _bulk(records: Sequence[r.Record]) -> Bulk:
    return records if isinstance(records, Bulk) else Bulk.of(records)


def _telling(db: Connection, table: Table, values: Columns) -> Container[str]:
    """Return the fields whose values are told: of many rows not those that all have the default.

    To leave a column to the file's own default takes less time than to tell it.
    """
    if len(values["id"]) < MANY:
        return values
    usual = _usual(db, table)
    return {name for name in values if name not in usual or not _is_all(values[name], usual[name])}


def _is_all(values: Sequence[object], default: object) -> bool:
    return values[0] == default and values.count(default) == len(values)


def _usual(db: Connection, table: Table) -> dict[str, object]:
    """Return the defaults of the fields for which a table and the records have the same."""
    sql = "SELECT name, dflt_value FROM pragma_table_info(?)"
    sql += ' WHERE dflt_value IS NOT NULL OR NOT "notnull"'
    kept = dict(db.execute(sql, (table.name,)).fetchall())
    defaults = defaults_of(table.record)
    return {
        column.field: defaults[column.field]
        for column in table.columns
        if column.name in kept and kept[column.name] == _literal(column, defaults[column.field])
    }


def _literal(column: Column, default: object) -> str | None:
    """Return how SQL writes a default as the table keeps it; None for one that is missing."""
    packed = column.pack(default) if column.pack and default is not MISSING else default
    return None if packed is None else f"'{packed}'" if isinstance(packed, str) else str(packed)


def _add(db: Connection, table: str, columns: Mapping[str, Iterable[object]], size: int) -> None:
    """Add rows, as many as there are marks for in one statement: that takes a quarter less time."""
    width = len(columns)
    values: list[object] = [None] * (size * width)
    for at, column in enumerate(columns.values()):
        values[at::width] = column
    together = MARKS // width
    step = together * width
    whole = len(values) // step * step
    many, one = (_insert_sql(table, tuple(columns), rows) for rows in (together, 1))
    for at in range(0, whole, step):
        db.execute(many, values[at : at + step])
    rest = [values[at : at + width] for at in range(whole, len(values), width)]
    db.executemany(one, rest)


@cache
def _insert_sql(table: str, columns: tuple[str, ...], rows: int) -> str:
    """Return a statement that adds so many rows."""
    marks = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([marks] * rows)}"  # noqa: S608


def update(db: Connection, records: Sequence[r.Record]) -> None:
    """Write records over the rows of the same ids."""
    keys = Keys(db)
    for cls, values in _bulk(records).columns.items():
        table, ids = tables()[cls], values["id"]
        _delete_parts(db, cls, ids)
        columns = _columns(table.columns, values, keys)
        db.executemany(
            _update_sql(cast("Any", cls)), zip(*columns, _own_keys(table, ids, keys), strict=True)
        )
        _insert_parts(db, cls, values, keys)


def delete(db: Connection, records: Sequence[r.Record]) -> None:
    """Remove records of any classes, children first."""
    for cls, batch in groupby(sorted(records, key=r.parents_first, reverse=True), type):
        table, ids = tables()[cls], [record.id for record in batch]
        _delete_parts(db, cls, ids)
        owner = table.owner or table.name
        db.executemany(
            f"DELETE FROM {table.name} WHERE key = (SELECT key FROM {owner} WHERE id = ?)",  # noqa: S608
            [(record_id,) for record_id in ids],
        )


def _own_keys(table: Table, ids: Sequence[str], keys: Keys) -> Iterable[int | None]:
    return map(keys.of(table.owner or table.name, ids), ids)


@cache
def _update_sql(cls: type[r.Record]) -> str:
    table = tables()[cls]
    places = ", ".join(f"{column.name} = ?" for column in table.columns)
    return f"UPDATE {table.name} SET {places} WHERE key = ?"  # noqa: S608


def _columns(told: Iterable[Column], records: Columns, keys: Keys) -> Iterator[Iterable[object]]:
    """Yield the values of columns, in the order of the rows."""
    for column in told:
        values = records[column.field]
        if column.refers_to:
            yield map(keys.of(column.refers_to, values), values)
        else:
            yield values if column.pack is None else map(column.pack, values)


_PARTS: Mapping[type[r.Record], tuple[str, tuple[str, ...]]] = {
    r.Annotation: ("span", ("annotation", "ord", "start", "stop", "quote")),
    r.Finding: ("passage", ("finding", "ord", "document", "start", "stop", "annotation")),
}


def _insert_parts(db: Connection, cls: type[r.Record], records: Columns, keys: Keys) -> None:
    """Add what records consist of that has a table of its own."""
    rows: list[tuple[object, ...]] = []
    if cls is r.Annotation:
        rows = _spans(_keys_of(cls, records, keys), records["spans"])
    elif cls is r.Finding:
        rows = _passages(_keys_of(cls, records, keys), records["passages"], keys)
    if rows:
        name, columns = _PARTS[cls]
        _add(db, name, dict(zip(columns, zip(*rows, strict=True), strict=True)), len(rows))


def _spans(
    owners: Iterable[int | None], marked: Iterable[Sequence[tuple[int, int, str]]]
) -> list[tuple[object, ...]]:
    """Return a row per span of annotations, each numbered within its own."""
    return [
        (owner, i, *span)
        for owner, spans in zip(owners, marked, strict=True)
        for i, span in enumerate(spans)
    ]


def _passages(
    owners: Iterable[int | None], shown: Sequence[Sequence[r.Passage]], keys: Keys
) -> list[tuple[object, ...]]:
    """Return a row per passage of findings, each numbered within its own."""
    passages = [*chain.from_iterable(shown)]
    document = keys.of("document", [passage.document for passage in passages])
    annotation = keys.of("annotation", [passage.annotation for passage in passages])
    return [
        (owner, i, document(p.document), p.start, p.end, annotation(p.annotation))
        for owner, row in zip(owners, shown, strict=True)
        for i, p in enumerate(row)
    ]


def _keys_of(cls: type[r.Record], records: Columns, keys: Keys) -> Iterable[int | None]:
    return _own_keys(tables()[cls], records["id"], keys)


def _delete_parts(db: Connection, cls: type[r.Record], ids: Iterable[str]) -> None:
    parts = {r.Annotation: "span", r.Finding: "passage"}
    if part := parts.get(cast("Any", cls)):
        owner = tables()[cls].name
        db.executemany(
            f"DELETE FROM {part} WHERE {owner} = (SELECT key FROM {owner} WHERE id = ?)",  # noqa: S608
            [(record_id,) for record_id in ids],
        )
