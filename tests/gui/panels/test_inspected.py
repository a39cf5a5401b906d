"""What the inspector is given to show."""

import pytest

from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.model.kinds import LabelKind
from annotator.model.records import Claim, Evidence, Figure, Label, Speaker, Topic
from annotator.model.snapshot import Snapshot
from tests.example import LABELS, QUANTITY, STATEMENT, TRANSPORT, marked, snapshot


def inspected(s: Snapshot, label: Label, quote: str) -> InspectedAnnotation:
    """Return the first occurrence of a quote, marked, as the inspector shows it."""
    annotation = marked(s, label, quote)
    return InspectedAnnotation(
        annotation,
        label,
        LABELS,
        s.detail_of(annotation.id),
        tuple(s.evidence_of(annotation.id)),
        s.speaker_at(annotation.start),
        tuple(s.all(Speaker)),
        s.document,
        4,
        s.author_name(annotation.author),
        "2026-01-05 10:00",
    )


def without_detail(label: Label) -> InspectedAnnotation:
    """Return an annotation that says nothing besides its text, as another tool may write it."""
    s = snapshot()
    annotation = marked(s, label, "12个")
    evidence: tuple[Evidence, ...] = ()
    return InspectedAnnotation(
        annotation, label, LABELS, None, evidence, None, (), s.document, 1, ""
    )


@pytest.mark.parametrize("label", [QUANTITY, STATEMENT, TRANSPORT])
def test_the_kind_is_that_of_the_label(label: Label) -> None:
    assert inspected(snapshot(), label, "12个").kind is label.kind


def test_what_it_says_is_its_detail() -> None:
    shown = inspected(snapshot(), STATEMENT, "12个")
    assert isinstance(shown.told, Claim)
    assert shown.told is shown.detail


@pytest.mark.parametrize(
    ("label", "cls"), [(QUANTITY, Figure), (STATEMENT, Claim), (TRANSPORT, Topic)]
)
def test_without_a_detail_it_says_nothing_yet(
    label: Label, cls: type[Claim | Figure | Topic]
) -> None:
    shown = without_detail(label)
    assert shown.told == cls(shown.annotation.id)
    assert shown.kind in LabelKind
