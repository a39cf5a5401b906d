"""Records kept field by field."""

import pickle

import pytest

from annotator.model.bulk import Bulk, columns_of
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.kinds import Origin
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Figure, Record, Span, Topic, Turn
from tests.example import AUTHOR, DOCUMENT, LIN, MODERATOR, QUANTITY, TURNS, numbered


def of_two_parts(number: int) -> Annotation:
    spans = (Span(0, 2, "ab"), Span(5, 6, "f"))
    found = AnnotationId(numbered(number))
    return Annotation(
        found, DOCUMENT.id, QUANTITY.id, AUTHOR.id, spans, Origin.MERGED, "n", {"a": "b"}
    )


RECORDS: list[Record] = [
    DOCUMENT,
    MODERATOR,
    LIN,
    *TURNS,
    of_two_parts(1),
    of_two_parts(2),
    Claim(AnnotationId(numbered(2)), types=("law", "quote"), priority=3),
    Figure(AnnotationId(numbered(1)), low="12"),
]


def test_records_come_back_parents_first_and_in_their_order() -> None:
    assert list(Bulk.of(RECORDS)) == RECORDS
    assert list(Bulk.of([*RECORDS[7:], *RECORDS[:7]])) == RECORDS
    assert not Bulk.of([])


def test_they_are_a_sequence() -> None:
    bulk = Bulk.of(RECORDS)
    assert (len(bulk), bulk[1], bulk[-2:]) == (len(RECORDS), RECORDS[1], tuple(RECORDS[-2:]))
    assert bulk == RECORDS
    assert tuple(RECORDS) == bulk
    assert bulk != RECORDS[:-1]
    assert bulk != [*RECORDS[:-1], Figure(AnnotationId(numbered(1)), low="13")]
    assert bulk != "x"


def test_those_of_a_class_are_told_alone() -> None:
    bulk = Bulk.of(RECORDS)
    assert tuple(bulk.only(Turn)) == TURNS
    assert list(bulk.only(Topic)) == []
    assert list(bulk.ids(Annotation)) == [numbered(1), numbered(2)]
    assert Edit(Message("x"), added=bulk).added_of(Turn) == [*TURNS]
    assert Edit(Message("x"), added=tuple(RECORDS)).added_of(Turn) == [*TURNS]


def test_they_come_back_from_a_pickle() -> None:
    assert pickle.loads(pickle.dumps(Bulk.of(RECORDS))) == RECORDS  # noqa: S301 - made here


def test_columns_may_be_given_for_a_class() -> None:
    turns = columns_of(Turn, TURNS)
    assert Bulk.of([LIN, DOCUMENT], {Turn: turns, Claim: {"id": ()}}) == [DOCUMENT, LIN, *TURNS]


def test_a_record_is_only_made_for_who_asks() -> None:
    columns = dict(columns_of(Annotation, [of_two_parts(1)] * 2))
    columns["spans"] = (columns["spans"][0], ((4, 2, "xx"),))
    bulk = Bulk.of([DOCUMENT], {Annotation: columns})
    assert (len(bulk), next(iter(bulk))) == (3, DOCUMENT)
    assert next(bulk.only(Annotation)) == of_two_parts(1)
    with pytest.raises(UserError, match="does not fit"):
        list(bulk)
