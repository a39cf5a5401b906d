"""The selected annotations of each document, with all that formats write of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.formats.base import Loss, Options, ProjectSource, Selection
from annotator.formats.fields import fields_of
from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, LabelId
from annotator.model.message import Message
from annotator.model.records import Annotation, Document, Label, Relation
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range


@dataclass(frozen=True)
class Mark:
    """One annotation as formats write it; ``number`` counts from 1 within the document.

    ``name`` is the label's, unique among the project's labels.
    """

    s: Snapshot
    annotation: Annotation
    label: Label
    name: str
    number: int

    @cached_property
    def ranges(self) -> tuple[Range, ...]:
        """The marked passages."""
        return tuple((span.start, span.end) for span in self.annotation.spans)

    @property
    def author(self) -> str:
        """Who marked it."""
        return self.s.author_name(self.annotation.author)

    @property
    def note(self) -> str:
        """The annotation's note."""
        return self.annotation.note

    @cached_property
    def fields(self) -> dict[str, str]:
        """What it says besides text, label, author and note."""
        return fields_of(self.s, self.annotation)

    def loss(self, reason: Message) -> Loss:
        """Return that something of the annotation is lost."""
        return Loss(reason, self.s.document.id, self.annotation.id)


@dataclass(frozen=True)
class Sheet:
    """One document, its selected annotations by position, and the relations between them."""

    s: Snapshot
    marks: tuple[Mark, ...]
    number: int

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.s.document

    @property
    def text(self) -> str:
        """The document's text."""
        return self.s.text

    @cached_property
    def by_id(self) -> dict[AnnotationId, Mark]:
        """The annotations by their ids."""
        return {mark.annotation.id: mark for mark in self.marks}

    @cached_property
    def relations(self) -> tuple[tuple[Relation, Mark, Mark], ...]:
        """The relations whose ends are both selected, with these ends."""
        found = sorted(self.s.all(Relation), key=lambda relation: relation.id)
        return tuple(
            (relation, self.by_id[relation.source], self.by_id[relation.target])
            for relation in found
            if relation.source in self.by_id and relation.target in self.by_id
        )


def sheets(source: ProjectSource, selection: Selection) -> Iterator[Sheet]:
    """Yield what is selected, one document at a time.

    Raises:
        UserError: the selection names what the project does not have.
    """
    selection.check(source)
    names = unique_names(source.labels())
    for number, document in enumerate(selection.documents_of(source), start=1):
        s = source.load(document.id)
        marks = tuple(
            Mark(s, annotation, label, names.get(label.id) or label.name(), at)
            for at, annotation in enumerate(selection.annotations(s), start=1)
            for label in (s.label_of(annotation),)
        )
        yield Sheet(s, marks, number)


def unique_names(labels: Iterable[Label]) -> dict[LabelId, str]:
    """Return a name per label, different from each other also without regard to case.

    Where names are the same the kind is added, then a number.
    """
    found: dict[LabelId, str] = {}
    taken: set[str] = set()
    for label in sorted(labels, key=lambda known: (known.order, known.id)):
        name = label.name()
        if name.casefold() in taken:
            name = f"{label.name()} ({label.kind})"
        number = 2
        while name.casefold() in taken:
            name = f"{label.name()} ({label.kind} {number})"
            number += 1
        taken.add(name.casefold())
        found[label.id] = name
    return found


def losses_of(
    judge: Callable[[Sheet], Iterator[Loss]],
) -> Callable[[ProjectSource, Selection, Options], Iterator[Loss]]:
    """Return a format's ``losses`` made of what one document loses."""

    def losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
        for sheet in sheets(source, selection):
            yield from judge(sheet)

    return losses


def ruler_for(
    text: str, options: Options, allowed: Sequence[OffsetUnit], name: str
) -> tuple[OffsetUnit, Ruler]:
    """Return the unit that a format's offsets are written in, and a ruler for a text.

    Raises:
        UserError: the format has no such unit; the first allowed one is the usual.
    """
    unit = options.offset_unit or allowed[0]
    if unit not in allowed:
        raise UserError(
            "{format} counts in {allowed}, not in {unit}.",
            format=name,
            allowed=", ".join(allowed),
            unit=unit.value,
        )
    return unit, Ruler(text, unit)


FRAGMENTS = Message("Its parts become annotations of their own in other programs.")


def fragment_losses(sheet: Sheet) -> Iterator[Loss]:
    """Yield a loss per annotation of several passages."""
    for mark in sheet.marks:
        if len(mark.ranges) > 1:
            yield mark.loss(FRAGMENTS)


def labels_of(source: ProjectSource, selection: Selection) -> Sequence[Label]:
    """Return the labels of a project for a file that holds nothing else.

    Raises:
        UserError: there are none, or the selection names what the project does not have.
    """
    selection.check(source)
    labels = source.labels()
    if not labels:
        raise UserError("The project has no labels yet: there is no codebook to write.")
    return labels


def label_losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
    """Yield a loss per annotation: a file of labels has none."""
    reason = Message("A codebook holds labels, no annotations.")
    for document in selection.documents_of(source):
        for annotation in selection.annotations(source.load(document.id)):
            yield Loss(reason, document.id, annotation.id)
