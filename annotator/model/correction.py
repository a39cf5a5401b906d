"""A corrected transcript of an annotated document: what is on the old text, put on the new."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.edit import Edit
from annotator.model.edits import span_of
from annotator.model.ids import (
    AnnotationId,
    DismissalId,
    DocumentLinkId,
    EvidenceId,
    NewId,
    RelationId,
    SpeakerId,
)
from annotator.model.kinds import LinkKind
from annotator.model.message import Message
from annotator.model.reanchor import Lost, Moved, Outcome, reanchor
from annotator.model.records import (
    Annotation,
    Claim,
    Dismissal,
    Document,
    DocumentLink,
    Record,
    Relation,
    Span,
    Speaker,
    Text,
)
from annotator.model.reviews import review_id
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range


@dataclass(frozen=True, slots=True)
class Carried:
    """An annotation of the old document; ``after`` is the one on the new text, None if lost.

    ``near`` is a place in the new text, in code points: the annotation's, or where it was lost.
    """

    before: Annotation
    after: Annotation | None
    near: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected transcript makes of a document; nothing is written before ``edit`` is.

    ``moved`` read the same in the new text; ``changed`` and ``lost`` are for a person to settle.
    """

    edit: Edit
    document: Document
    moved: tuple[Carried, ...]
    changed: tuple[Carried, ...]
    lost: tuple[Carried, ...]


def correct(
    s: Snapshot, document: Document, text: str, turns: Sequence[Record], new_id: NewId
) -> Correction:
    """Return how the new document comes to be, with copies of all that the old one carries.

    Args:
        s: the old document, which stays as it is.
        document: the new one.
        text: its text.
        turns: its speakers and turns.
        new_id: where the ids of copies come from.
    """
    speakers = _as_known(s, turns)
    renewed = Snapshot(document, text, [*speakers, *(r for r in turns if not _is_speaker(r))])
    carried = list(_carried(s, renewed, new_id))
    renewed_by_old = {c.before.id: c.after for c in carried if c.after}
    copies = _Copies(s, renewed, renewed_by_old, new_id)
    label = Message("Correct the transcript of {title}", {"title": s.document.title})
    link = DocumentLink(DocumentLinkId(new_id()), document.id, s.document.id, LinkKind.CORRECTION)
    added = (
        *(document, link, *speakers, *(r for r in turns if not _is_speaker(r))),
        *(c.after for c in carried if c.after),
        *copies.records(),
    )
    groups = _sorted(carried)
    return Correction(
        Edit(label, added=added, texts=(Text(document.sha256, text),)), document, *groups
    )


def _is_speaker(record: Record) -> bool:
    return isinstance(record, Speaker)


def _as_known(s: Snapshot, turns: Sequence[Record]) -> list[Speaker]:
    """Return the new speakers with what a person has said of the one of this name before."""
    known: dict[str, list[Speaker]] = {}
    for speaker in s.all(Speaker):
        known.setdefault(speaker.name, []).append(speaker)
    fresh = [record for record in turns if isinstance(record, Speaker)]
    names = Counter(speaker.name for speaker in fresh)
    renewed = []
    for speaker in fresh:
        found = known.get(speaker.name, [])
        if len(found) == 1 and names[speaker.name] == 1:
            old = found[0]
            told = replace(speaker, role=old.role, affiliation=old.affiliation, title=old.title)
            renewed.append(told)
        else:
            renewed.append(speaker)
    return renewed


def _carried(s: Snapshot, renewed: Snapshot, new_id: NewId) -> Iterator[Carried]:
    """Yield what becomes of each annotation."""
    annotations = s.all(Annotation)
    ranges = [(span.start, span.end) for a in annotations for span in a.spans]
    outcomes = iter(reanchor(s.text, renewed.text, ranges))
    for annotation in annotations:
        found = [next(outcomes) for _span in annotation.spans]
        spans = tuple(span_of(renewed.text, *part) for part in _apart(found))
        if not spans:
            yield Carried(annotation, None, next(o.near for o in found if isinstance(o, Lost)))
            continue
        after = replace(
            annotation,
            id=AnnotationId(new_id()),
            document=renewed.document.id,
            spans=spans,
        )
        yield Carried(annotation, after, after.start)


def _apart(outcomes: Sequence[Outcome]) -> list[Range]:
    """Return the spans that are left, in order; those that now overlap are one."""
    ranges = sorted(o.new for o in outcomes if not isinstance(o, Lost))
    merged: list[Range] = []
    for start, end in ranges:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _sorted(carried: Sequence[Carried]) -> tuple[tuple[Carried, ...], ...]:
    """Return the annotations that read the same, those that do not, and those that are lost."""
    same = [c for c in carried if c.after and _quotes(c.after.spans) == _quotes(c.before.spans)]
    kept = {c.before.id for c in same}
    changed = [c for c in carried if c.after and c.before.id not in kept]
    return tuple(same), tuple(changed), tuple(c for c in carried if c.after is None)


def _quotes(spans: Sequence[Span]) -> list[str]:
    return [span.quote for span in spans]


class _Copies:
    """Copies what belongs to annotations that were carried over."""

    def __init__(
        self,
        s: Snapshot,
        renewed: Snapshot,
        renewed_by_old: Mapping[AnnotationId, Annotation],
        new_id: NewId,
    ) -> None:
        self._old = s
        self._new = renewed
        self._by_old = renewed_by_old
        self._new_id = new_id
        self._speakers = {speaker.name: speaker for speaker in renewed.all(Speaker)}

    def records(self) -> Iterator[Record]:
        """Yield details, evidence, reviews, relations and dismissals, parents first."""
        for old_id, after in self._by_old.items():
            detail = self._old.detail_of(old_id)
            if isinstance(detail, Claim):
                yield replace(detail, id=after.id, speaker=self._speaker(detail, after))
            elif detail is not None:
                yield replace(detail, id=after.id)
            for evidence in self._old.evidence_of(old_id):
                yield replace(evidence, id=EvidenceId(self._new_id()), claim=after.id)
            for review in self._old.reviews_of(old_id):
                own = review_id(after.id, review.reviewer)
                yield replace(review, id=own, target=after.id)
        yield from self._relations()
        yield from self._dismissals()

    def _speaker(self, claim: Claim, after: Annotation) -> SpeakerId | None:
        """Return who said it: the speaker of the same name, else the one who speaks there now."""
        old = self._old.find(Speaker, claim.speaker)
        if old is None:
            return None
        new = self._speakers.get(old.name) or self._new.speaker_at(after.start)
        return new.id if new else None

    def _relations(self) -> Iterator[Relation]:
        """Yield relations between carried annotations, and from them to other documents."""
        own = {annotation.id for annotation in self._old.all(Annotation)}
        for relation in self._old.all(Relation):
            ends = [self._end(end) for end in (relation.source, relation.target)]
            if not own.intersection(ends):
                yield replace(
                    relation, id=RelationId(self._new_id()), source=ends[0], target=ends[1]
                )

    def _end(self, end: AnnotationId) -> AnnotationId:
        after = self._by_old.get(end)
        return after.id if after else end

    def _dismissals(self) -> Iterator[Dismissal]:
        """Yield what was turned down and still reads the same."""
        dismissals = self._old.all(Dismissal)
        ranges = [(d.start, d.end) for d in dismissals]
        for dismissal, outcome in zip(
            dismissals, reanchor(self._old.text, self._new.text, ranges), strict=True
        ):
            if isinstance(outcome, Moved):
                yield replace(
                    dismissal,
                    id=DismissalId(self._new_id()),
                    document=self._new.document.id,
                    start=outcome.new[0],
                    end=outcome.new[1],
                )
