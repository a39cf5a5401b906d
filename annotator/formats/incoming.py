"""What another tool's file holds, as values: documents, annotations on them, relations.

Offsets are code points of ``IncomingDocument.text``, which is normalised already. A reader turns
its file into these; what becomes of them in a project is decided elsewhere, for all formats alike.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotator.formats.offsets import OffsetUnit
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import AnnotationDetail, Evidence, Fields
from annotator.model.text import Range


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a person says about a file that the file does not say itself.

    ``unit`` is None where the quotes in the file decide; ``texts`` are texts of the project by
    title and by source name, for formats that hold offsets only.
    """

    unit: OffsetUnit | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """A label on a passage; ``key`` is the file's own id, unique in the document.

    ``kind`` is None where the file does not say whether it marks a claim, figure or topic. The
    ids of ``detail`` and ``evidence`` are empty; the speaker of a claim is a name.
    """

    key: str
    label: str
    ranges: tuple[Range, ...]
    kind: LabelKind | None = None
    author: str = ""
    note: str = ""
    extra: Fields = field(default_factory=dict)
    detail: AnnotationDetail | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingRelation:
    """A directed link between two annotations of a document, by their keys."""

    kind: str
    source: str
    target: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class IncomingLabel:
    """An entry of the file's codebook."""

    name: str
    kind: LabelKind | None = None
    parent: str = ""
    definition: str = ""
    colour: str = ""
    key: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingTurn:
    """A stretch of one speaker, where the file says who speaks; times are milliseconds."""

    start: int
    body_start: int
    end: int
    speaker: str = ""
    role: str = ""
    time_start: int | None = None
    time_end: int | None = None


@dataclass(frozen=True, slots=True)
class IncomingDocument:
    """One document of the file; ``problems`` say what of it could not be taken, and why.

    ``turns`` is None where the file knows nothing of them: they are found in the text then.
    ``unit_is_guess`` says that nothing told what the offsets count.
    """

    name: str
    text: str
    annotations: tuple[IncomingAnnotation, ...] = ()
    relations: tuple[IncomingRelation, ...] = ()
    language: str = ""
    date: str = ""
    attributes: Fields = field(default_factory=dict)
    turns: tuple[IncomingTurn, ...] | None = None
    problems: tuple[Message, ...] = ()
    place: str = ""
    group: str = ""
    unit_is_guess: bool = False


@dataclass(frozen=True, slots=True)
class IncomingCodebook:
    """The file's labels, for formats that hold a codebook; comes before the documents.

    ``problems`` are those of the file, of no document in particular.
    """

    labels: tuple[IncomingLabel, ...]
    problems: tuple[Message, ...] = ()


def loose_relations(told: "Incoming") -> Iterator[Message]:
    """Yield that some relations of a document name marks which it does not have, if so."""
    if isinstance(told, IncomingCodebook):
        return
    keys = {annotation.key for annotation in told.annotations}
    loose = sum(not {x.source, x.target} <= keys for x in told.relations)
    if loose:
        yield Message(
            "{count} {count|relation names|relations name} a mark that is not there or was left "
            "out, and {count|is|are} left out too.",
            {"count": loose},
        )


Incoming = IncomingCodebook | IncomingDocument
