"""What a file says of a text that another program has brought meanwhile."""

from dataclasses import replace

from annotator.model.edit import Edit
from annotator.model.ids import DocumentId, RelationId, SpeakerId
from annotator.model.kinds import RelationKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Label, Record, Relation
from annotator.workspace.onto import onto
from tests.example import (
    DOCUMENT,
    HAND,
    LABELS,
    LIN,
    MONEY,
    QUANTITY,
    STATEMENT,
    marked,
    numbered,
    snapshot,
)

OTHER = replace(DOCUMENT, id=DocumentId(numbered(90)), title="from a file")
SOMEBODY = replace(LIN, id=SpeakerId(numbered(91)), document=OTHER.id)


def brought(*records: Record) -> Edit:
    """Return the edit that brings a document of the same text, its speaker, and records."""
    return Edit(Message("Import"), added=(OTHER, SOMEBODY, *records))


def of_other(label: Label) -> Annotation:
    """Return an annotation of the document that is brought."""
    return replace(marked(snapshot(), label, "12个"), document=OTHER.id)


def test_a_mark_that_is_there_is_left_out_and_another_comes_onto_the_document() -> None:
    s = snapshot()
    marked(s, QUANTITY, "12个")
    other = of_other(MONEY)
    made = onto(brought(of_other(QUANTITY), other), s, LABELS)
    assert made.added == (replace(other, document=DOCUMENT.id),)


def test_document_and_speakers_do_not_come_again_and_a_claim_keeps_who_says_it() -> None:
    said = of_other(STATEMENT)
    made = onto(brought(said, Claim(said.id, speaker=SOMEBODY.id)), snapshot(), LABELS)
    assert made.added == (
        replace(said, document=DOCUMENT.id),
        Claim(said.id, speaker=LIN.id),
    )


def related(source: Annotation, target: Annotation) -> Relation:
    """Return that one annotation supports another."""
    made = RelationId(numbered(92))
    return Relation(made, RelationKind.SUPPORTS, source.id, target.id, HAND.author)


def test_a_relation_to_a_mark_that_is_there_links_that_one() -> None:
    s = snapshot()
    there = marked(s, QUANTITY, "12个")
    same, other = of_other(QUANTITY), of_other(MONEY)
    for source, target in ((same, other), (other, same)):
        told = related(source, target)
        made = onto(brought(same, other, told), s, LABELS)
        ends = [there.id if end is same else end.id for end in (source, target)]
        assert made.added[1:] == (replace(told, source=ends[0], target=ends[1]),)


def test_a_relation_between_marks_that_are_there_does_not_come_again() -> None:
    s = snapshot()
    marked(s, QUANTITY, "12个")
    marked(s, MONEY, "12个")
    same = of_other(QUANTITY), of_other(MONEY)
    assert not onto(brought(*same, related(*same)), s, LABELS).added
