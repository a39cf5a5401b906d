"""One document with everything on it, with look-ups that cost what they return."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol, TypeVar, cast

from annotator.model.bulk import Bulk, Columns
from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, AuthorId, LabelId, SpeakerId
from annotator.model.kinds import LabelKind
from annotator.model.records import (
    RECORD_TYPES,
    Annotation,
    AnnotationDetail,
    Author,
    Claim,
    Document,
    Evidence,
    Figure,
    Finding,
    Key,
    Label,
    Record,
    Relation,
    Review,
    Speaker,
    Topic,
    Turn,
    key_of,
    parents_first,
    target_of,
)

R = TypeVar("R", bound=Record)
SHARED = (Author, Label)
DETAILS: tuple[type[AnnotationDetail], ...] = (Claim, Figure, Topic)
"""Classes whose records are found under the id of their annotation."""
WITHOUT_OTHERS = frozenset({Annotation, *DETAILS})
"""The classes of most records; none of them names an annotation by a field of its own."""
Place = tuple[int, str]


class Positioned(Protocol):
    """Anything that starts somewhere in the text."""

    @property
    def start(self) -> int:
        """The first code point."""


class Snapshot:
    """A document, its text, and every record that belongs to it, by class and id.

    Labels and authors of the whole project are there too. ``apply`` follows an edit that the
    project file has taken; ``take`` brings what was not read yet; nothing else changes a snapshot.
    """

    def __init__(self, document: Document, text: str, records: Iterable[Record] = ()) -> None:
        self.document = document
        self.text = text
        self._records: dict[type[Record], dict[str, Record]] = {cls: {} for cls in RECORD_TYPES}
        self._users: dict[str, set[Key]] = {}
        self._ordered: dict[type[Record], list[Place]] = {Annotation: [], Turn: []}
        self.take(records)

    # --- what is there ---

    def all(self, kind: type[R]) -> list[R]:
        """Return all records of one class; annotations and turns in the order of the text."""
        held = self._records[cast("type[Record]", kind)]
        places = self._ordered.get(cast("type[Record]", kind))
        found = held.values() if places is None else (held[id_] for _start, id_ in places)
        return cast("list[R]", list(found))

    def starting_at(self, position: int) -> list[Annotation]:
        """Return the annotations that start at a position."""
        places = self._ordered[Annotation]
        first = bisect_left(places, (position, ""))
        after = bisect_left(places, (position + 1, ""))
        return [self.annotation(AnnotationId(id_)) for _start, id_ in places[first:after]]

    def count(self, kind: type[Record]) -> int:
        """Return how many records of one class there are."""
        return len(self._records[kind])

    def find(self, kind: type[R], record_id: str | None) -> R | None:
        """Return one record, or None."""
        return cast("R | None", self._records[cast("type[Record]", kind)].get(record_id or ""))

    def records(self) -> Iterator[Record]:
        """Yield every record of the document itself: no labels, no authors."""
        yield self.document
        for cls in RECORD_TYPES:
            if cls not in SHARED:
                yield from self._records[cls].values()

    def annotation(self, annotation_id: AnnotationId) -> Annotation:
        """Return an annotation that is known to be there.

        Raises:
            KeyError: it is not.
        """
        return cast("Annotation", self._records[Annotation][annotation_id])

    def label(self, label_id: LabelId) -> Label:
        """Return a label that is known to be there."""
        return cast("Label", self._records[Label][label_id])

    def label_of(self, annotation: Annotation) -> Label:
        """Return the annotation's label."""
        return self.label(annotation.label)

    def kind_of(self, annotation: Annotation) -> LabelKind:
        """Return what the annotation marks."""
        return self.label(annotation.label).kind

    def detail_of(self, annotation_id: AnnotationId) -> AnnotationDetail | None:
        """Return what the annotation says besides its text."""
        for cls in DETAILS:
            if (detail := self._records[cls].get(annotation_id)) is not None:
                return cast("AnnotationDetail", detail)
        return None

    def evidence_of(self, annotation_id: AnnotationId) -> list[Evidence]:
        """Return the evidence held against a claim, oldest first."""
        if not self._records[Evidence]:
            return []
        found = self._told_of(annotation_id)
        return sorted((r for r in found if isinstance(r, Evidence)), key=lambda r: r.id)

    def reviews_of(self, annotation_id: AnnotationId) -> list[Review]:
        """Return what reviewers say of an annotation, in the order of their ids."""
        if not self._records[Review]:
            return []
        found = self._told_of(annotation_id)
        return sorted((r for r in found if isinstance(r, Review)), key=lambda r: r.reviewer)

    def uses_of(self, record_id: str) -> list[Record]:
        """Return the records that name ``record_id``: they go when it goes."""
        found = self._told_of(record_id)
        if (detail := self.detail_of(AnnotationId(record_id))) is not None:
            found.append(detail)
        return sorted(found, key=lambda user: (type(user).__name__, user.id))

    def _told_of(self, record_id: str) -> list[Record]:
        """Return the records that name ``record_id`` besides its detail, in no order."""
        return [self._records[cls][user_id] for cls, user_id in self._users.get(record_id, ())]

    def author_name(self, author_id: AuthorId) -> str:
        """Return an author's name, or nothing if the project does not know them."""
        author = self.find(Author, author_id)
        return author.name if author else ""

    # --- who speaks ---

    def turn_at(self, position: int) -> Turn | None:
        """Return the turn that covers a position, in code points."""
        turns = self._ordered[Turn]
        at = bisect_left(turns, (position + 1, "")) - 1
        return self.find(Turn, turns[at][1]) if at >= 0 else None

    def speaker_at(self, position: int) -> Speaker | None:
        """Return who speaks at a position, in code points."""
        turn = self.turn_at(position)
        return self.find(Speaker, turn.speaker) if turn else None

    def turns_of(self, speaker_id: SpeakerId) -> list[Turn]:
        """Return a speaker's turns, in the order of the text."""
        return [turn for turn in self.all(Turn) if turn.speaker == speaker_id]

    # --- following an edit ---

    def apply(self, edit: Edit) -> None:
        """Follow an edit; records of other documents are passed over."""
        for record in edit.removed:
            if (held := self._records[type(record)].get(record.id)) is not None:
                self._remove(held)
        for record in self._coming(edit.added):
            if isinstance(record, Document):
                self.document = record if record.id == self.document.id else self.document
            elif self._belongs(record):
                self._add(record)

    def _coming(self, added: Sequence[Record]) -> Iterable[Record]:
        """Return what may be the document's of some records, parents first."""
        if not isinstance(added, Bulk):
            return sorted(added, key=parents_first)
        return (
            record
            for cls, columns in added.columns.items()
            if not self._are_foreign(cls, columns)
            for record in added.only(cls)
        )

    def _are_foreign(self, cls: type[Record], columns: Columns) -> bool:
        """Say whether all records of a class are known to be of other documents."""
        if cls in DETAILS:
            return self._records[Annotation].keys().isdisjoint(columns["id"])
        return "document" in columns and self.document.id not in columns["document"]

    def take(self, records: Iterable[Record]) -> None:
        """Hold more of what the file holds of the document, in place of what was held before."""
        for cls, batch in groupby(records, type):
            coming: dict[str, Record] = {record.id: record for record in batch}
            held = self._records[cls]
            for record_id in held.keys() & coming.keys():
                self._remove(held[record_id])
            held.update(coming)
            if cls in self._ordered:
                self._put_in_order(cls, coming.values())
            if cls not in WITHOUT_OTHERS:
                for record in coming.values():
                    self._tell_owners(record)

    def _put_in_order(self, cls: type[Record], coming: Iterable[Record]) -> None:
        places, new = self._ordered[cls], sorted(map(_place, coming))
        follow = not places or places[-1] < new[0]
        places += new
        if not follow:
            places.sort()

    def _belongs(self, record: Record) -> bool:
        if type(record) in DETAILS:  # as most are
            return record.id in self._records[Annotation]
        if isinstance(record, SHARED):
            return True
        if isinstance(record, Finding):
            return any(passage.document == self.document.id for passage in record.passages)
        if document := getattr(record, "document", None):
            return bool(document == self.document.id)
        return any(owner in self._records[Annotation] for owner in _owners(record))

    def _add(self, record: Record) -> None:
        if (held := self._records[type(record)].get(record.id)) is not None:
            self._remove(held)
        if (places := self._ordered.get(type(record))) is not None:
            place = _place(record)
            if places and place < places[-1]:
                insort(places, place)
            else:
                places.append(place)
        self._records[type(record)][record.id] = record
        self._tell_owners(record)

    def _tell_owners(self, record: Record) -> None:
        for owner in self._others(record):
            self._users.setdefault(owner, set()).add(key_of(record))

    def _remove(self, record: Record) -> None:
        if (places := self._ordered.get(type(record))) is not None:
            del places[bisect_left(places, _place(record))]
        del self._records[type(record)][record.id]
        for owner in self._others(record):
            self._users.get(owner, set()).discard(key_of(record))

    @staticmethod
    def _others(record: Record) -> tuple[str, ...]:
        """Return the ids of the annotations that a record names besides its own id."""
        return () if type(record) in WITHOUT_OTHERS else _owners(record)


def _place(record: Record) -> Place:
    return cast("Positioned", record).start, record.id


def _owners(record: Record) -> tuple[str, ...]:
    """Return the ids of the annotations that ``record`` belongs to."""
    match record:
        case Claim() | Figure() | Topic():
            return (record.id,)
        case Evidence() | Review():
            return (target_of(record),)
        case Relation():
            return (record.source, record.target)
        case Finding():
            return tuple(p.annotation for p in record.passages if p.annotation)
        case _:
            return ()
