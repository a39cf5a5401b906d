"""What another tool's file holds, turned into records of a project, for all formats alike."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    IncomingTurn,
)
from annotator.model.codebook import COLOURS, FIGURE_TERMS, KEYS, next_colour
from annotator.model.edit import Edit
from annotator.model.edits import span_of
from annotator.model.ids import (
    AnnotationId,
    AuthorId,
    DocumentId,
    EvidenceId,
    LabelId,
    RelationId,
    SpeakerId,
    TurnId,
)
from annotator.model.kinds import LabelKind, Origin, Part, RelationKind, Role
from annotator.model.message import Message
from annotator.model.project_edits import ORDER_GAP, add_document
from annotator.model.quantity import is_decimal
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Author,
    Claim,
    Document,
    Figure,
    Label,
    Record,
    Relation,
    Speaker,
    Text,
    Topic,
    Turn,
)
from annotator.model.text import Range, sha256_of
from annotator.reading.heading import language_of
from annotator.reading.turns import find_turns
from annotator.workspace.known_texts import KnownTexts
from annotator.workspace.turn_records import turn_records
from annotator.workspace.workspace import Workspace

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_RELATIONS = {kind.value: kind for kind in RelationKind}
_DETAILS: dict[LabelKind, type[AnnotationDetail]] = {
    LabelKind.CLAIM: Claim,
    LabelKind.FIGURE: Figure,
    LabelKind.TOPIC: Topic,
}

_SAID: dict[type[AnnotationDetail], Callable[[AnnotationDetail], tuple[Any, ...]]] = {
    cls: attrgetter(*(field.name for field in fields(cls)[1:])) for cls in _DETAILS.values()
}

Marked = set[tuple[str, tuple[Range, ...]]]


class ProjectTexts(Mapping[str, str]):
    """The project's texts by title and by source name, each loaded when it is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._ids: dict[str, DocumentId] = {}
        for document in workspace.documents():
            self._ids.setdefault(document.title, document.id)
            self._ids.setdefault(document.source_name, document.id)
            self._ids.setdefault(document.id, document.id)

    def __getitem__(self, name: str) -> str:
        """Return the text of the document of this title, source name or id."""
        return self._workspace.load(self._ids[name]).text

    def __iter__(self) -> Iterator[str]:
        """Yield titles, source names and ids."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._ids)


def _nothing(_document: DocumentId) -> Iterable[Record]:
    """Return nothing: no plan is made."""
    return ()


class Arrivals:
    """Makes the edits that bring one file's documents into a project.

    Labels and authors that the project lacks are added with the first document that needs them.
    A document whose text is there already gets the annotations it does not have yet; ``planned``
    tells what is still to be added to one.
    """

    def __init__(
        self, workspace: Workspace, planned: Callable[[DocumentId], Iterable[Record]] = _nothing
    ) -> None:
        self._workspace = workspace
        self._planned = planned
        self._new_id = workspace.session.new_id
        self._labels = {key: label for label in workspace.labels() for key in _names(label)}
        self._label_count = len({label.id for label in self._labels.values()})
        self._keys = {label.key for label in workspace.labels() if not label.retired}
        self._authors = {author.name: author for author in workspace.authors()}
        self._texts = KnownTexts(workspace)
        self._fresh: list[Record] = []
        self._speakers: dict[str, SpeakerId] = {}

    def codebook_edit(self, codebook: IncomingCodebook) -> Edit:
        """Return the edit that adds the labels which the project does not have."""
        for told in codebook.labels:
            self._label(told, None)
        return Edit(Message("Import a codebook"), added=self._taken())

    def follow(self, edit: Edit) -> None:
        """Know of the documents that an edit has added."""
        self._texts.follow(edit)

    def document_edit(self, told: IncomingDocument) -> Edit:
        """Return the edit that adds a document with all that is on it.

        Raises:
            UserError: a passage does not lie in the text.
        """
        sha256 = sha256_of(told.text)
        known = self._texts.document_with(told.text)
        if known is not None:
            there = list(self._records_on(known))
            speakers = [record for record in there if isinstance(record, Speaker)]
            records = list(self._annotation_records(told, known, speakers, _marked_in(there)))
            label = Message("Import annotations of {title}", {"title": known.title})
            return Edit(label, added=(*self._taken(), *records))
        document = self._document(told, sha256)
        turns = self._turn_records(told, document)
        speakers = [record for record in turns if isinstance(record, Speaker)]
        records = [*turns, *self._annotation_records(told, document, speakers, set())]
        return add_document(document, Text(sha256, told.text), [*self._taken(), *records])

    def _records_on(self, document: Document) -> Iterator[Record]:
        """Yield what a document of the project, or of the plan, has on it."""
        planned = list(self._planned(document.id))
        if not any(isinstance(record, Document) for record in planned):
            yield from self._workspace.load(document.id).records()
        yield from planned

    def _document(self, told: IncomingDocument, sha256: str) -> Document:
        return Document(
            DocumentId(self._new_id()),
            told.name,
            sha256,
            source_name=told.name,
            language=told.language or language_of(told.text),
            date=told.date,
            place=told.place,
            group=told.group,
            order=self._texts.next_order(),
            attributes=told.attributes,
        )

    def _turn_records(self, told: IncomingDocument, document: Document) -> list[Record]:
        if told.turns is None:
            return turn_records(document, find_turns(told.text), self._new_id)
        speakers: dict[tuple[str, str], Speaker] = {}
        turns: list[Record] = []
        for turn in told.turns:
            speaker = None
            if turn.speaker:
                fresh = self._speaker(document, turn)
                speaker = speakers.setdefault((turn.speaker, turn.role), fresh)
            place = (turn.start, turn.body_start, turn.end)
            owner = speaker.id if speaker else None
            part = Part(turn.role) if turn.role in {"lead", "boilerplate"} else Part.SPEECH
            times = (turn.time_start, turn.time_end)
            turns.append(Turn(TurnId(self._new_id()), document.id, *place, owner, part, *times))
        return [*speakers.values(), *turns]

    def _speaker(self, document: Document, turn: IncomingTurn) -> Speaker:
        role = Role(turn.role) if turn.role in set(Role) else Role.UNKNOWN
        return Speaker(SpeakerId(self._new_id()), document.id, turn.speaker, role)

    def _annotation_records(
        self,
        told: IncomingDocument,
        document: Document,
        speakers: Sequence[Speaker],
        marked: Marked,
    ) -> Iterator[Record]:
        by_key: dict[str, AnnotationId] = {}
        for incoming in told.annotations:
            label = self._labels.get((incoming.label, incoming.kind))
            label = label or self._label(IncomingLabel(incoming.label), incoming.kind)
            if (label.id, incoming.ranges) in marked:
                continue
            annotation = Annotation(
                AnnotationId(self._new_id()),
                document.id,
                label.id,
                self._author(incoming.author),
                tuple(span_of(told.text, *part) for part in incoming.ranges),
                Origin.IMPORTED,
                incoming.note,
                incoming.extra,
            )
            by_key[incoming.key] = annotation.id
            detail, annotation = self._detail(incoming, annotation, label, speakers)
            yield from (annotation, detail)
            for evidence in incoming.evidence if isinstance(detail, Claim) else ():
                made = EvidenceId(self._new_id())
                yield replace(evidence, id=made, claim=annotation.id)
        yield from self._relations(told, by_key)

    def _detail(
        self,
        incoming: IncomingAnnotation,
        annotation: Annotation,
        label: Label,
        speakers: Sequence[Speaker],
    ) -> tuple[AnnotationDetail, Annotation]:
        """Return what an annotation says, and itself; a speaker nobody knows stays as a field."""
        fitting = _DETAILS[label.kind]
        if not isinstance(incoming.detail, fitting):
            return fitting(annotation.id), annotation
        detail = _about(annotation.id, incoming.detail)
        if isinstance(detail, Figure):
            detail, odd = _known_terms(detail)
            if odd:
                annotation = replace(annotation, extra={**annotation.extra, **odd})
        if isinstance(detail, Claim) and detail.speaker:
            named = [x.id for x in speakers if detail.speaker in (x.id, x.name)]
            if not named:
                extra = {**annotation.extra, "claim_speaker": detail.speaker}
                annotation = replace(annotation, extra=extra)
            detail = replace(detail, speaker=named[0] if named else None)
        return detail, annotation

    def _relations(
        self, told: IncomingDocument, by_key: dict[str, AnnotationId]
    ) -> Iterator[Relation]:
        for relation in told.relations:
            ends = by_key.get(relation.source), by_key.get(relation.target)
            if ends[0] is not None and ends[1] is not None:
                kind = _RELATIONS.get(relation.kind.lower(), RelationKind.SUPPORTS)
                odd = "" if kind.value == relation.kind.lower() else relation.kind
                note = ": ".join(part for part in (odd, relation.note) if part)
                made = RelationId(self._new_id())
                yield Relation(made, kind, ends[0], ends[1], self._workspace.hand.author, note=note)

    def _label(self, told: IncomingLabel, kind: LabelKind | None) -> Label:
        """Return the project's label of this name and kind, added if it is missing."""
        wanted = told.kind or kind
        known = self._labels.get((told.name, wanted)) or self._labels.get(
            (told.name.lower(), wanted)
        )
        if known is not None:
            return known
        parent = self._labels.get((told.parent, wanted)) if told.parent else None
        label = Label(
            LabelId(self._new_id()),
            wanted or LabelKind.TOPIC,
            {"en": told.name},
            parent=parent.id if parent else None,
            definitions={"en": told.definition} if told.definition else {},
            examples=told.examples,
            colour=self._colour(told.colour),
            key=self._key(told.key),
            order=ORDER_GAP * (len(self._labels) + 1),
        )
        self._labels |= dict.fromkeys(_names(label), label)
        self._label_count += 1
        self._fresh.append(label)
        return label

    def _colour(self, told: str) -> str:
        """Return a colour as the file gives it, or the next one if it gives none."""
        return told if _COLOUR.fullmatch(told) else COLOURS[self._label_count % len(COLOURS)]

    def _key(self, told: str) -> str:
        """Return the key that the file gives a label, nothing if it is none or another's."""
        key = told if told in tuple(KEYS) and told not in self._keys else ""
        self._keys.add(key)
        return key

    def _author(self, name: str) -> AuthorId:
        if not name:
            return self._workspace.hand.author
        if name not in self._authors:
            colour = next_colour(author.colour for author in self._authors.values())
            author = Author(AuthorId(self._new_id()), name, colour)
            self._authors[name] = author
            self._fresh.append(author)
        return self._authors[name].id

    def _taken(self) -> tuple[Record, ...]:
        """Return the labels and authors made since the last call."""
        fresh, self._fresh = tuple(self._fresh), []
        return fresh


def _about(annotation: AnnotationId, detail: AnnotationDetail) -> AnnotationDetail:
    """Return what a detail says, said of another annotation: ``replace``, several times as fast."""
    return type(detail)(annotation, *_SAID[type(detail)](detail))


def _known_terms(figure: Figure) -> tuple[Figure, dict[str, str]]:
    """Return a figure with terms of our own only, and what another tool says in its own ones."""
    fits = {
        "kind": figure.kind in ("", *FIGURE_TERMS["kind"]),
        "comparator": figure.comparator in ("", *FIGURE_TERMS["comparator"]),
        "low": not figure.low or is_decimal(figure.low),
        "high": not figure.high or is_decimal(figure.high),
    }
    if all(fits.values()):
        return figure, {}
    odd = {name: getattr(figure, name) for name, is_known in fits.items() if not is_known}
    kept = {name: "" if name in odd else getattr(figure, name) for name in fits}
    known = replace(
        figure,
        kind=kept["kind"],
        comparator=kept["comparator"],
        low=kept["low"],
        high=kept["high"],
    )
    return known, {f"figure_{name}": value for name, value in odd.items()}


def _marked_in(records: Iterable[Record]) -> Marked:
    """Return what is marked already: label and passages."""
    return {
        (record.label, tuple((span.start, span.end) for span in record.spans))
        for record in records
        if isinstance(record, Annotation)
    }


def _names(label: Label) -> list[tuple[str, LabelKind | None]]:
    """Return what a label answers to: slug and names, with its kind and without one.

    Blanks in a name may be underscores: some formats have no blanks in names.
    """
    names = {label.slug, label.slug.lower(), *label.names.values()} - {""}
    names |= {name.replace(" ", "_") for name in names}
    return [(name, kind) for name in names for kind in (label.kind, None)]
