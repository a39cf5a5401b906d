"""Importing records into a project: equal ones stay, different ones are refused."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from annotator.formats.jsonl_import import plan_import
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import RECORD_TYPES, Annotation, Document, Record, Text, key_of
from annotator.model.text import sha256_of
from tests.formats.projects import TEXT, a_document, full_records, full_snapshot, numbered


class Held:
    """The records that a project has."""

    def __init__(self, *records: Record) -> None:
        self.records = {key_of(record): record for record in records}

    def find(self, kind: type[Record], ids: Sequence[str]) -> dict[str, Record]:
        return {x: self.records[kind, x] for x in ids if (kind, x) in self.records}


def incoming() -> list[Record]:
    """Return the records of a full document, the document first."""
    return list(full_snapshot(numbered()).records())


def test_everything_that_is_not_there_is_added_parents_first() -> None:
    records = incoming()
    edit = plan_import(Held().find, records[::-1], [Text(sha256_of(TEXT), TEXT)])
    assert {key_of(r) for r in edit.added} == {key_of(r) for r in records}
    places = [RECORD_TYPES.index(type(record)) for record in edit.added]
    assert places == sorted(places)
    assert edit.removed == ()
    assert len(edit.texts) == 1


def test_equal_records_change_nothing() -> None:
    edit = plan_import(Held(*incoming()).find, incoming(), [Text(sha256_of(TEXT), TEXT)])
    assert not edit
    assert edit.texts == ()


def test_only_what_is_missing_is_added() -> None:
    records = incoming()
    edit = plan_import(Held(*records[:-1]).find, records)
    assert edit.added == (records[-1],)


def test_a_record_with_other_content_is_refused_by_class_and_id() -> None:
    records = incoming()
    there = next(record for record in records if isinstance(record, Annotation))
    with pytest.raises(UserError, match=f"annotation {there.id} is in the project"):
        plan_import(Held(replace(there, note="other")).find, records)


def test_an_id_that_comes_in_twice_must_be_equal() -> None:
    document = a_document(1)
    assert plan_import(Held().find, [document, document]).added == (document,)
    with pytest.raises(UserError, match=f"document {document.id}"):
        plan_import(Held().find, [document, replace(document, title="Other")])


def test_the_same_id_in_another_class_is_another_record() -> None:
    document = a_document(1)
    records = full_records(document, numbered())
    edit = plan_import(Held(document).find, [document, *records])
    assert not any(isinstance(record, Document) for record in edit.added)


def test_the_edit_has_the_name_it_is_given() -> None:
    label = Message("Import {title}", {"title": "Briefing"})
    assert plan_import(Held().find, [a_document(1)], label=label).label == label
    assert str(plan_import(Held().find, [a_document(1)]).label) == "Import 1 record"
