"""The order of the table of annotations in large projects: computed aside, then kept up to date.

An open reader would block whoever writes, so the rows are read in short statements, copied into
memory and sorted there.
"""

from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.store import guard
from annotator.store.queries import FROM, ORDERS, AnnotationQuery, conditions_of, split_order
from annotator.store.sqlite import Connection, connect

Placed = tuple[int, int] | None
PAGE = 1000
"""So many annotations are read in one statement: some milliseconds."""
_NEXT = (
    "SELECT min(key), max(key), count(*) FROM "
    "(SELECT key FROM annotation WHERE key > ? ORDER BY key LIMIT ?)"
)


def keys_aside(path: Path, query: AnnotationQuery) -> "array[int]":
    """Return the keys that a query finds in its order, for a process beside the window.

    Raises:
        UserError: the file cannot be read.
    """
    memory = connect("file::memory:")
    db = guard.open_guarded(path)
    try:
        db.set_progress_handler(None, 0)
        width = len(split_order(ORDERS[query.order]))
        memory.execute(f"CREATE TABLE found ({', '.join(f'c{i}' for i in range(width))}, key)")
        places = ",".join("?" * (width + 1))
        for page in _pages(db, query):
            memory.executemany(f"INSERT INTO found VALUES ({places})", page)  # noqa: S608
        way = " DESC" if query.descending else ""
        order = ", ".join(f"c{i}{way}" for i in range(width))
        found = memory.execute(f"SELECT key FROM found ORDER BY {order}")  # noqa: S608
        return array("q", (key for (key,) in found))
    finally:
        db.close()
        memory.close()


def _pages(db: Connection, query: AnnotationQuery) -> Iterator[list[tuple[object, ...]]]:
    """Yield what the annotations are sorted by, and their keys, in short statements."""
    conditions, values = conditions_of(query)
    where = " AND ".join(["a.key BETWEEN ? AND ?", *conditions])
    sql = f"SELECT {ORDERS[query.order]}, a.key {FROM} WHERE {where}"
    last = -1
    while True:
        first, last, count = db.execute(_NEXT, (last, PAGE)).fetchone()
        if not count:
            return
        yield db.execute(sql, [first, last, *values]).fetchall()


def place_of(
    db: Connection, query: AnnotationQuery, keys: Sequence[int], annotation_id: str
) -> Placed:
    """Return an annotation's key and where it belongs among the keys that a query found.

    None if the query does not find it. Reads as many rows as halving the keys needs; rows that
    are gone from the file are passed over.
    """
    conditions, values = conditions_of(query)
    where = " AND ".join(["a.id = ?", *conditions])
    sql = f"SELECT {ORDERS[query.order]}, a.key {FROM} WHERE {where}"
    row = db.execute(sql, [annotation_id, *values]).fetchone()
    if row is None:
        return None
    *wanted, key = row
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        at, found = _next_known(db, query, keys, middle, high)
        is_before = found is not None and (
            found > _sortable(wanted) if query.descending else found < _sortable(wanted)
        )
        low, high = (at + 1, high) if is_before else (low, middle)
    return key, low


def _next_known(
    db: Connection, query: AnnotationQuery, keys: Sequence[int], at: int, high: int
) -> tuple[int, tuple[tuple[bool, object], ...] | None]:
    """Return the first place from ``at`` on whose row is there, and what it is sorted by."""
    sql = f"SELECT {ORDERS[query.order]} {FROM} WHERE a.key = ?"
    for place in range(at, high):
        row = db.execute(sql, (keys[place],)).fetchone()
        if row is not None:
            return place, _sortable(row)
    return high, None


def _sortable(row: Sequence[object]) -> tuple[tuple[bool, object], ...]:
    """Return a row that compares as SQLite compares: NULL first, texts by code point."""
    return tuple((value is not None, value) for value in row)
