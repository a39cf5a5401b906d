"""What a person wants done with annotations, as functions that return an Edit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.model.edit import Edit, joined, replacing
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, AuthorId, NewId
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Claim,
    Evidence,
    Fields,
    Figure,
    Label,
    Span,
    Topic,
)
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range


@dataclass(frozen=True, slots=True)
class Hand:
    """Who makes new records: the author and the source of ids."""

    author: AuthorId
    new_id: NewId


def span_of(text: str, start: int, end: int) -> Span:
    """Return the span with its quote.

    Raises:
        UserError: it is empty or lies outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise UserError(
            "The passage {start}-{end} is empty or outside the text of {length} characters.",
            start=start,
            end=end,
            length=len(text),
        )
    return Span(start, end, text[start:end])


def detail_for(s: Snapshot, annotation: Annotation, kind: LabelKind) -> AnnotationDetail | None:
    """Return what a new annotation of this kind says; a claim's speaker is the turn's."""
    match kind:
        case LabelKind.CLAIM:
            speaker = s.speaker_at(annotation.start)
            return Claim(annotation.id, speaker=speaker.id if speaker else None)
        case LabelKind.FIGURE:
            return Figure(annotation.id)
        case LabelKind.TOPIC:
            return Topic(annotation.id)
        case LabelKind.RELATION:
            raise UserError("A relation joins two annotations; it cannot mark text.")


def mark(
    s: Snapshot,
    label: Label,
    ranges: Sequence[Range],
    hand: Hand,
    *,
    origin: Origin = Origin.HAND,
    detail: AnnotationDetail | None = None,
) -> Edit:
    """Put ``label`` on one annotation that covers ``ranges``.

    ``detail`` gives what it says besides its text; its id is replaced by the annotation's.
    """
    annotation = Annotation(
        AnnotationId(hand.new_id()),
        s.document.id,
        label.id,
        hand.author,
        tuple(span_of(s.text, *part) for part in sorted(ranges)),
        origin,
    )
    told = replace(detail, id=annotation.id) if detail else detail_for(s, annotation, label.kind)
    added = (annotation,) if told is None else (annotation, told)
    return Edit(Message("Mark {label}", {"label": label.name()}), added=added)


def mark_each(s: Snapshot, label: Label, ranges: Iterable[Range], hand: Hand) -> Edit:
    """Put ``label`` on every range, one annotation each."""
    marked = [mark(s, label, (part,), hand) for part in ranges]
    message = Message("Mark {count} × {label}", {"count": len(marked), "label": label.name()})
    return joined(message, *marked)


def occurrences(s: Snapshot, label: Label, quote: str) -> list[Range]:
    """Return where ``quote`` stands in the text without being marked ``label`` there."""
    taken = {
        (span.start, span.end)
        for annotation in s.all(Annotation)
        if annotation.label == label.id
        for span in annotation.spans
    }
    found: list[Range] = []
    at = s.text.find(quote) if quote else -1
    while at >= 0:
        found.append((at, at + len(quote)))
        at = s.text.find(quote, at + len(quote))
    return [part for part in found if part not in taken]


def relabel(s: Snapshot, annotations: Iterable[Annotation], label: Label) -> Edit:
    """Give annotations another label; what only the old kind says goes."""
    edits = [_relabel(s, annotation, label) for annotation in annotations]
    return joined(Message("Change label to {label}", {"label": label.name()}), *edits)


def _relabel(s: Snapshot, annotation: Annotation, label: Label) -> Edit:
    changed = replace(annotation, label=label.id)
    label_edit = replacing(Message("Change label"), (annotation, changed))
    if s.kind_of(annotation) == label.kind:
        return label_edit
    removed = [
        r for r in s.uses_of(annotation.id) if isinstance(r, Claim | Figure | Topic | Evidence)
    ]
    added = detail_for(s, changed, label.kind)
    detail_edit = Edit(Message("Change label"), tuple(removed), () if added is None else (added,))
    return joined(label_edit.label, label_edit, detail_edit)


def resize(s: Snapshot, annotation: Annotation, part: int, start: int, end: int) -> Edit:
    """Move the edges of one span; it may not run into the annotation's other spans.

    Raises:
        UserError: the new span is empty, outside the text or overlaps its neighbours.
    """
    spans = list(annotation.spans)
    spans[part] = span_of(s.text, start, end)
    changed = replace(annotation, spans=tuple(spans))
    return replacing(
        Message("Move the edge of {label}", _name(s, annotation)), (annotation, changed)
    )


def add_fragment(s: Snapshot, annotation: Annotation, start: int, end: int) -> Edit:
    """Add a span to an annotation; spans that touch or overlap become one."""
    ranges = sorted([(span.start, span.end) for span in annotation.spans] + [(start, end)])
    merged = [ranges[0]]
    for first, last in ranges[1:]:
        if first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    changed = replace(annotation, spans=tuple(span_of(s.text, *part) for part in merged))
    label = Message("Add a fragment to {label}", _name(s, annotation))
    return replacing(label, (annotation, changed))


def remove_fragment(s: Snapshot, annotation: Annotation, part: int) -> Edit:
    """Take one span off an annotation that has several."""
    spans = annotation.spans[:part] + annotation.spans[part + 1 :]
    changed = replace(annotation, spans=spans)
    label = Message("Remove a fragment of {label}", _name(s, annotation))
    return replacing(label, (annotation, changed))


def remove(s: Snapshot, annotations: Sequence[Annotation]) -> Edit:
    """Delete annotations with everything that belongs to them."""
    edits = [Edit(Message("Delete"), (*s.uses_of(a.id), a)) for a in annotations]
    if len(annotations) == 1:
        return joined(Message("Delete {label}", _name(s, annotations[0])), *edits)
    return joined(
        Message("Delete {count} {count|annotation|annotations}", {"count": len(annotations)}),
        *edits,
    )


def set_note(s: Snapshot, annotations: Sequence[Annotation], note: str) -> Edit:
    """Write the same note on annotations."""
    label = Message("Note on {label}", _name(s, annotations[0]))
    return replacing(label, *((a, replace(a, note=note)) for a in annotations))


def set_extra(s: Snapshot, annotation: Annotation, extra: Fields) -> Edit:
    """Fill in the fields that the label adds; an empty value is no value."""
    kept = {name: value for name, value in extra.items() if value}
    label = Message("Edit {label}", _name(s, annotation))
    return replacing(label, (annotation, replace(annotation, extra=kept)))


def set_detail(s: Snapshot, detail: AnnotationDetail) -> Edit:
    """Change what a claim, figure or topic says."""
    label = Message("Edit {label}", _name(s, s.annotation(detail.id)))
    before = s.detail_of(detail.id)
    if before is None:
        return Edit(label, added=(detail,))
    return replacing(label, (before, detail))


def set_evidence(before: Evidence | None, after: Evidence | None) -> Edit:
    """Add, change or remove a piece of evidence."""
    if before is None:
        label = Message("Add evidence")
    elif after is None:
        label = Message("Remove evidence")
    else:
        label = Message("Edit evidence")
    return Edit(label, (before,) if before else (), (after,) if after else ())


def _name(s: Snapshot, annotation: Annotation) -> dict[str, str | int]:
    return {"label": s.label_of(annotation).name()}
