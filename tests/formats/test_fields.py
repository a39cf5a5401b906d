"""What annotations and documents say, as named texts and back."""

import pytest

from annotator.formats.fields import (
    document_fields,
    fields_of,
    told_document,
    told_fields,
)
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Document, Figure, Topic
from annotator.model.snapshot import Snapshot
from tests.formats.exchange import valid_project
from tests.formats.projects import ANNA, LABELS, QUANTITY, a_document, spanned


def test_values_at_their_default_are_left_out_and_come_back() -> None:
    document = a_document(1, "abc")
    annotation = Annotation(
        AnnotationId("a"), document.id, QUANTITY.id, ANNA.id, spanned("abc", "b")
    )
    s = Snapshot(document, "abc", [*LABELS, ANNA, annotation, Figure(annotation.id)])
    assert fields_of(s, annotation) == {}
    assert told_fields(LabelKind.FIGURE, {}).detail is None


def test_names_that_mean_something_else_are_kept_apart() -> None:
    document = a_document(1, "abc")
    extra = {"note": "n", "figure_low": "l", "extra_x": "x", "plain": "p"}
    annotation = Annotation(
        AnnotationId("a"), document.id, QUANTITY.id, ANNA.id, spanned("abc", "b"), extra=extra
    )
    detail = Figure(annotation.id, low="5", comparator="<=")
    s = Snapshot(document, "abc", [*LABELS, ANNA, annotation, detail])
    told = told_fields(LabelKind.FIGURE, fields_of(s, annotation))
    assert told.extra == extra
    assert told.detail == Figure(AnnotationId(""), low="5", comparator="<=")


def test_a_claim_is_told_with_speaker_types_and_evidence() -> None:
    s = valid_project().snapshots[0]
    claim = next(a for a in s.all(Annotation) if s.kind_of(a) is LabelKind.CLAIM)
    found = fields_of(s, claim)
    assert found["claim_speaker"] == "发言人"
    assert found["claim_types"] == "quantity;comparison"
    told = told_fields(None, found)
    assert told.kind is LabelKind.CLAIM
    assert isinstance(told.detail, Claim)
    assert (told.detail.priority, told.detail.types) == (3, ("quantity", "comparison"))
    assert [e.url for e in told.evidence] == ["https://example.org/a", ""]


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (LabelKind.FIGURE, "figure_kind", "nonsense"),
        (LabelKind.FIGURE, "figure_comparator", "about"),
        (LabelKind.CLAIM, "claim_priority", "high"),
        (LabelKind.CLAIM, "claim_priority", "9" * 30),
        (LabelKind.CLAIM, "claim_types", "[1]"),
        (LabelKind.CLAIM, "claim_types", "[" * 20),
        (LabelKind.CLAIM, "evidence", "none"),
        (LabelKind.TOPIC, "figure_low", "5"),
    ],
)
def test_what_a_field_cannot_hold_stays_under_its_name(
    kind: LabelKind, name: str, text: str
) -> None:
    told = told_fields(kind, {name: text})
    assert (told.detail, told.extra) == (None, {name: text})


def test_the_kind_is_told_by_the_fields_where_they_agree() -> None:
    assert told_fields(None, {"topic_scope": "turn"}).detail == Topic(AnnotationId(""), "turn")
    assert told_fields(None, {"topic_scope": "turn", "claim_text": "x"}).kind is None
    assert told_fields(None, {"origin": "hand"}).extra == {}


def test_documents_keep_attributes_with_the_names_of_other_fields() -> None:
    attributes = {"title": "other", "attribute_x": "y", "channel": "TV"}
    document = Document(DocumentId("d"), "Title", "", date="2031", attributes=attributes)
    for taken in ((), ("channel", "text")):
        found = document_fields(document, taken)
        assert found.keys().isdisjoint(taken)
        assert told_document(found) == {"date": "2031", "attributes": attributes}
