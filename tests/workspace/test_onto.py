"""What a file says of a text that another program has brought meanwhile."""

from dataclasses import replace

from annotator.model.edit import Edit
from annotator.model.ids import DocumentId, SpeakerId
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Label, Record
from annotator.workspace.onto import onto
from tests.example import (
    DOCUMENT,
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
