"""The order of the table of annotations, computed aside and kept up to date."""

import sqlite3
from array import array
from contextlib import closing
from itertools import product

import pytest

from annotator.model.records import Annotation
from annotator.store.ordering import keys_aside
from annotator.store.project_file import Store
from annotator.store.queries import ORDERS, AnnotationQuery
from tests.example import LABELS, TEXT, numbered
from tests.store.example_store import annotation, step

QUOTES = [TEXT[start : start + 3] for start in range(30, 60, 2) if "\n" not in TEXT[start:][:3]]
EVERY_ORDER = [
    AnnotationQuery(order=order, descending=descending)
    for order, descending in product(ORDERS, (False, True))
]


def some_annotations(count: int) -> list[Annotation]:
    """Return annotations of all labels, many with the same quote."""
    return [
        annotation(600 + n, QUOTES[n * 7 % len(QUOTES)], LABELS[n % len(LABELS)])
        for n in range(count)
    ]


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(step(*some_annotations(40)))
    return store


@pytest.mark.parametrize("query", EVERY_ORDER, ids=str)
def test_the_order_computed_aside_is_that_of_the_file(store: Store, query: AnnotationQuery) -> None:
    assert keys_aside(store.path, query) == store.annotation_keys(query)


def test_filters_hold_aside_too(store: Store) -> None:
    query = AnnotationQuery(kind="figure", text=QUOTES[0])
    found = keys_aside(store.path, query)
    assert found == store.annotation_keys(query)
    assert 0 < len(found) < len(keys_aside(store.path, AnnotationQuery()))


def test_keys_far_apart_are_passed_over_at_once(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        held = dict(triggers.fetchall())
        db.executescript("".join(f"DROP TRIGGER {name};" for name in held))
        (last,) = db.execute("SELECT max(key) FROM annotation").fetchone()
        for table, column in (("annotation", "key"), ("span", "annotation"), ("figure", "key")):
            sql = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"  # noqa: S608 - fixed names
            db.execute(sql, (1 << 62, last))
        db.executescript(";".join(held.values()))
    assert max(keys_aside(store.path, AnnotationQuery())) == 1 << 62


@pytest.mark.parametrize("query", EVERY_ORDER, ids=str)
def test_a_new_row_goes_where_the_file_would_put_it(store: Store, query: AnnotationQuery) -> None:
    keys = store.annotation_keys(query)
    for place, row in enumerate(store.annotation_rows(keys)):
        others = array("q", (key for key in keys if key != row.key))
        assert store.annotation_place(query, others, row.id) == (row.key, place)


def test_rows_that_are_gone_are_passed_over(store: Store) -> None:
    query = AnnotationQuery()
    keys = store.annotation_keys(query)
    last = store.annotation_rows(keys[-1:])[0]
    gone = array("q", [*keys[:-1], 9001, 9002])
    assert store.annotation_place(query, gone, last.id) == (last.key, len(keys) - 1)


def test_a_row_that_the_filter_leaves_out_has_no_place(store: Store) -> None:
    query = AnnotationQuery(kind="claim")
    assert store.annotation_place(query, store.annotation_keys(query), numbered(600)) is None


def test_finding_a_place_reads_few_rows(store: Store) -> None:
    store.apply(step(*some_annotations(840)[40:]))
    query = AnnotationQuery(order="text")
    keys = store.annotation_keys(query)
    asked: list[str] = []
    store._db.set_trace_callback(asked.append)
    store.annotation_place(query, keys, numbered(700))
    store._db.set_trace_callback(None)
    assert len(asked) <= 2 + len(keys).bit_length()
