"""Records as the journal keeps them."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.bulk import Bulk
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, DocumentId, FindingId, LabelId, SpeakerId
from annotator.model.kinds import LabelKind
from annotator.model.records import (
    Annotation,
    Claim,
    ExtraField,
    Figure,
    Finding,
    Label,
    Passage,
    Record,
    Span,
    Turn,
)
from annotator.store import images
from annotator.store.images import dump_json, image_of, pack_records, record_of, unpack_images
from tests.example import DOCUMENT, LIN, QUANTITY, TEXT, TURNS, numbered
from tests.store.example_store import annotation

FINDING = Finding(
    FindingId(numbered(5)), "sum", (Passage(DOCUMENT.id, 1, 2, annotation(6).id),), note="x"
)
CHOICES = Label(
    LabelId(numbered(7)),
    LabelKind.TOPIC,
    {"en": "x"},
    examples=("a",),
    extra_fields=(ExtraField("certainty", "choice", ("low", "high")), ExtraField("free")),
)
CUT = replace(annotation(8), spans=(Span(0, 2, TEXT[:2]), Span(4, 5, TEXT[4:5])), note="cut")
RECORDS = (DOCUMENT, LIN, TURNS[2], QUANTITY, CHOICES, annotation(6), CUT, FINDING)


def quote_of(_document: DocumentId, start: int, end: int) -> str:
    """Return a quote from the example document."""
    return TEXT[start:end]


def packed(removed: Sequence[Record], added: Sequence[Record]) -> bytes:
    """Return what the journal keeps of records of one class."""
    cls = type((*removed, *added, LIN)[0])
    sides = (Bulk.of(side).columns.get(cls, {}) for side in (removed, added))
    return pack_records(cls, *sides)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_from_its_image(record: Record) -> None:
    image = json.loads(dump_json(image_of(record)))
    assert record_of(type(record), image, quote_of) == record


def test_an_image_has_neither_defaults_nor_quotes() -> None:
    image = image_of(annotation(6))
    assert set(image) == {"id", "document", "label", "author", "spans"}
    assert "12个" not in dump_json(image)
    assert image_of(Figure(annotation(6).id)) == {"id": numbered(6)}


@pytest.mark.parametrize(
    ("cls", "image"),
    [
        (Turn, {"id": "x"}),
        (Turn, {"id": "x", "document": "d", "start": "0", "body_start": 0, "end": 1}),
        (Label, {"id": "x", "kind": "nonsense", "names": {}}),
        (Annotation, {"id": "x", "document": "d", "label": "l", "author": "a", "spans": 5}),
        (Annotation, {"id": "x", "spans": [[0, 1]]}),
        (Figure, {"id": "x", "colour": "red"}),
        (Finding, {"id": "x", "type": "t", "passages": [{"colour": 1}]}),
    ],
)
def test_a_forged_image_is_refused_with_a_sentence(cls: type[Record], image: Any) -> None:  # noqa: ANN401
    with pytest.raises(UserError, match="cannot be read"):
        record_of(cls, image, quote_of)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_packed_records_are_their_images(record: Record) -> None:
    told = json.loads(dump_json(image_of(record)))
    assert unpack_images(packed([record], [record] * 9)) == ([told], [told] * 9)
    assert unpack_images(packed([], [record])) == ([], [told])


@given(st.lists(st.tuples(st.text(), st.text(), st.integers(), st.booleans()), max_size=30))
def test_packing_changes_nothing(values: list[tuple[str, str, int, bool]]) -> None:
    """Also texts that look like JSON, and fields that only some of the records have."""
    records = [
        Label(LabelId(slug), LabelKind.TOPIC, {name: slug}, slug, order=order, retired=is_retired)
        for slug, name, order, is_retired in values
    ]
    told = [[], [image_of(record) for record in records]]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    found = packed([], records)
    assert text == (found if found[:1] == b"[" else zlib.decompress(found))


def test_what_many_records_share_is_told_as_what_few_have() -> None:
    few: list[Record] = [
        Figure(AnnotationId("a"), unit="person"),
        Figure(AnnotationId("b")),
        annotation(7),
    ]
    for cls in (Figure, Annotation):
        own = [record for record in few * 20 if isinstance(record, cls)]
        assert unpack_images(packed([], own)) == ([], [image_of(record) for record in own])


def test_many_images_are_deflated_and_few_are_not() -> None:
    tiny = Claim(AnnotationId("a"))
    assert packed([], [tiny]) == b'[[],[{"id":"a"}]]'
    many = [replace(LIN, id=SpeakerId(numbered(at))) for at in range(100)]
    assert len(packed([], many)) < 10 * len(packed([], many[:1]))


DAMAGED = (b"", b"[]", b"[[]]", b"null", b"\xff\xfe", b"x\x9c", b"[" * 100_000, b"[[],[]")


@pytest.mark.parametrize("packed", DAMAGED, ids=lambda packed: repr(packed[:6]))
def test_damaged_images_are_refused(packed: bytes) -> None:
    with pytest.raises(UserError, match="damaged"):
        unpack_images(packed)


def test_images_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "LIMIT", 1 << 16)
    with pytest.raises(UserError, match="damaged"):
        unpack_images(zlib.compress(b"[[" + b" " * (1 << 20) + b"],[]]"))
