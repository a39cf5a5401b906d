"""The records of a project: frozen values, one class per kind of row in the file.

Text positions are 0-based, half-open and count code points of the document's text. Numbers are
decimal text. Dates are ISO 8601 text, possibly partial (``2020``, ``--06-22``).
"""

from typing import get_args

from annotator.model.records.annotation import (
    Annotation,
    Claim,
    Evidence,
    Figure,
    Relation,
    Review,
    Span,
    Topic,
)
from annotator.model.records.check import Dismissal, Finding, Passage
from annotator.model.records.document import Document, DocumentLink, Speaker, Text, Turn
from annotator.model.records.fields import Fields
from annotator.model.records.project import Author, ExtraField, Label, Setting

__all__ = [
    "RECORD_TYPES",
    "Annotation",
    "AnnotationDetail",
    "Author",
    "Claim",
    "Dismissal",
    "Document",
    "DocumentLink",
    "Evidence",
    "ExtraField",
    "Fields",
    "Figure",
    "Finding",
    "Key",
    "Label",
    "Passage",
    "Record",
    "Relation",
    "Review",
    "Setting",
    "Span",
    "Speaker",
    "Text",
    "Topic",
    "Turn",
    "key_of",
    "parents_first",
    "target_of",
]

AnnotationDetail = Claim | Figure | Topic
Record = (
    Author
    | Setting
    | Label
    | Document
    | DocumentLink
    | Speaker
    | Turn
    | Annotation
    | Claim
    | Evidence
    | Figure
    | Topic
    | Relation
    | Finding
    | Dismissal
    | Review
)
RECORD_TYPES: tuple[type[Record], ...] = get_args(Record)
"""Parents before children: the order in which records are added."""

_RANK = {cls: rank for rank, cls in enumerate(RECORD_TYPES)}

Key = tuple[type[Record], str]


def key_of(record: Record) -> Key:
    """Return what identifies ``record`` in a project: its class and id."""
    return type(record), record.id


def target_of(record: Record) -> str:
    """Return the id of the annotation that a record says something of, else its own."""
    match record:
        case Evidence():
            return record.claim
        case Review():
            return record.target
        case _:
            return record.id


def parents_first(record: Record) -> int:
    """Return a sort key that puts records before those that name them."""
    return _RANK[type(record)]
