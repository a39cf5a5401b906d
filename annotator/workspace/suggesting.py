"""Suggestions for one document, and what a person makes of them: accept, edit first, dismiss."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.model.codebook import COLOURS
from annotator.model.edit import Edit
from annotator.model.edits import Hand, mark
from annotator.model.errors import UserError
from annotator.model.ids import DismissalId, LabelId
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import Message
from annotator.model.project_edits import ORDER_GAP
from annotator.model.records import Dismissal, Label, Speaker, Turn
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion

Place = tuple[str, int, int]


def place_of(suggestion: Suggestion) -> Place:
    """Return what identifies a suggestion in its document: kind and passage."""
    return suggestion.kind.value, suggestion.start, suggestion.end


@dataclass(frozen=True, slots=True)
class Speech:
    """Where somebody speaks, in code points, and in which role."""

    start: int
    end: int
    role: str


def speeches(s: Snapshot) -> tuple[Speech, ...]:
    """Return the bodies of a document's turns; the whole text where there are none."""
    turns = s.all(Turn)
    if not turns:
        return (Speech(0, len(s.text), "unknown"),)
    roles: dict[str | None, str] = {speaker.id: speaker.role.value for speaker in s.all(Speaker)}
    return tuple(Speech(t.body_start, t.end, roles.get(t.speaker, t.part.value)) for t in turns)


def label_for(labels: Sequence[Label], suggestion: Suggestion) -> Label:
    """Return the label that fits a suggestion best.

    A topic may name its own. A figure gets the label among whose examples figures of its kind are
    most frequent; otherwise the first label of the kind is taken.

    Raises:
        UserError: the codebook has no label of the kind.
    """
    fitting = [x for x in labels if x.kind is suggestion.kind and not x.retired]
    if not fitting:
        raise UserError(
            "The codebook has no label for a {kind}: add one first.", kind=suggestion.kind.value
        )
    named = next((x for x in fitting if x.id == suggestion.label), None)
    if named is not None:
        return named
    kind = suggestion.figure.kind if suggestion.figure else ""
    return max(fitting, key=lambda label: _examples_of_kind(label.examples, kind))


@lru_cache(maxsize=512)
def _examples_of_kind(examples: tuple[str, ...], kind: str) -> float:
    """Return which part of the examples are figures of a kind."""
    from annotator.suggest.figures.quantity import read_quantity

    if not kind or not examples:
        return 0.0
    read = [quantity for example in examples if (quantity := read_quantity(example))]
    return sum(quantity.kind == kind for quantity in read) / len(examples)


def accept(
    s: Snapshot, labels: Sequence[Label], suggestions: Sequence[Suggestion], hand: Hand
) -> Edit:
    """Mark what is suggested, all in one edit; a topic that the codebook lacks becomes a label.

    Raises:
        UserError: the codebook has no label of a kind.
    """
    own: dict[tuple[object, ...], Label] = {}
    fresh: list[Label] = []
    edits = []
    for suggestion in suggestions:
        figure = suggestion.figure
        kind = suggestion.kind, suggestion.label, suggestion.proposal, figure.kind if figure else ""
        if kind not in own and suggestion.proposal:
            own[kind] = _named(suggestion.proposal, (*labels, *fresh), fresh, hand)
        elif kind not in own:
            own[kind] = label_for(labels, suggestion)
        edits.append(accept_as(s, own[kind], suggestion, hand))
    count = len(edits)
    message = (
        edits[0].label
        if count == 1
        else Message("Accept {count} {count|suggestion|suggestions}", {"count": count})
    )
    return Edit(message, added=(*fresh, *(record for edit in edits for record in edit.added)))


def _named(name: str, labels: Sequence[Label], fresh: list[Label], hand: Hand) -> Label:
    """Return the topic of a name, made and added to the ``fresh`` ones where there is none."""
    for label in labels:
        if label.kind is LabelKind.TOPIC and not label.retired and name in label.names.values():
            return label
    made = Label(
        LabelId(hand.new_id()),
        LabelKind.TOPIC,
        {"en" if name.isascii() else "zh": name},
        colour=COLOURS[len(labels) % len(COLOURS)],
        order=max((label.order for label in labels), default=0) + ORDER_GAP,
    )
    fresh.append(made)
    return made


def accept_as(s: Snapshot, label: Label, suggestion: Suggestion, hand: Hand) -> Edit:
    """Mark what is suggested with a label of its kind."""
    part = suggestion.start, suggestion.end
    return mark(s, label, (part,), hand, origin=Origin.SUGGESTED, detail=suggestion.figure)


def dismiss(s: Snapshot, suggestions: Sequence[Suggestion], hand: Hand) -> Edit:
    """Remember in the project that these passages are not to be suggested again."""
    added = tuple(
        Dismissal(
            DismissalId(hand.new_id()),
            s.document.id,
            suggestion.kind.value,
            suggestion.start,
            suggestion.end,
            hand.author,
        )
        for suggestion in suggestions
    )
    if len(added) == 1:
        quote = suggestions[0].text[:40]
        return Edit(Message("Dismiss “{quote}”", {"quote": quote}), added=added)
    return Edit(
        Message("Dismiss {count} {count|suggestion|suggestions}", {"count": len(added)}),
        added=added,
    )
