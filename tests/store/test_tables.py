"""Which column holds which field, and that every field and class has its place."""

from dataclasses import fields, replace

import pytest

from annotator.model.records import RECORD_TYPES, Annotation, ExtraField, Finding, Label
from annotator.store.schema import migrate
from annotator.store.sqlite import Connection, connect
from annotator.store.tables import tables
from tests.example import QUANTITY


@pytest.fixture
def db() -> Connection:
    made = connect("file::memory:")
    migrate(made)
    return made


def test_every_column_of_a_record_is_in_its_table(db: Connection) -> None:
    for table in tables().values():
        held = {row[1] for row in db.execute(f"PRAGMA table_info({table.name})")}
        assert {column.name for column in table.columns} <= held - {"key"}
    db.close()


def test_every_class_of_record_has_a_table_that_holds_all_of_its_fields() -> None:
    assert list(tables()) == sorted(RECORD_TYPES, key=RECORD_TYPES.index)
    for cls, table in tables().items():
        elsewhere = {Annotation: {"spans"}, Finding: {"passages"}}.get(cls, set())
        names = {field.name for field in fields(cls)} - {"id"} - elsewhere
        assert {column.field for column in table.columns} == names, cls


def test_what_is_packed_comes_back_unpacked() -> None:
    label = replace(
        QUANTITY,
        parent=None,
        examples=("a", "b"),
        retired=True,
        extra_fields=(ExtraField("certainty", "choice", ("low", "high")), ExtraField("basis")),
    )
    for column in tables()[Label].columns:
        if column.pack and column.unpack:
            value = getattr(label, column.field)
            packed = column.pack(value)
            assert type(packed) in {str, int}
            assert column.unpack(packed) == value, column.field


def test_a_document_s_rows_are_found_by_its_key_once_for_each_place(db: Connection) -> None:
    for table in tables().values():
        if table.by_document:
            condition = table.by_document.format(name=table.name)
            values = [1] * condition.count("?")
            sql = f"SELECT count(*) FROM {table.name} WHERE {condition}"  # noqa: S608
            assert db.execute(sql, values).fetchone() == (0,)
    db.close()
