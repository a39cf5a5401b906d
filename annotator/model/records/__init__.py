"""The records of a project: frozen values, one class per kind of row in the file.

Text positions are 0-based, half-open and count code points of the document's text. Numbers are
decimal text. Dates are ISO 8601 text, possibly partial (``2020``, ``--06-22``).
"""

import copyreg
import dataclasses
from operator import attrgetter
from typing import Any, get_args

from annotator.model.author import Author
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
from annotator.model.records.project import ExtraField, Label, Setting

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


def _pickle_as_fields(cls: type[Any]) -> None:
    """Have values of a class pickled as the class and its fields' values.

    What dataclasses with slots do of themselves looks the fields up for each value.
    """
    held_in = attrgetter(*(field.name for field in dataclasses.fields(cls)))
    copyreg.pickle(cls, lambda value: (cls, held_in(value)))


for _cls in (*RECORD_TYPES, Span, Passage, ExtraField, Text):
    _pickle_as_fields(_cls)

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
