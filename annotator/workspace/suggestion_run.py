"""Suggestions computed part by part, so that the first ones come at once and nothing blocks.

What computes is imported where it runs: in the worker, not in the window.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from annotator.model.suggestion import Suggestion
from annotator.workspace.suggesting import Speech, label_for

PART = 20_000
"""How long a part is, in code points; it ends with a paragraph where one ends in time."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text with the speeches in it, counted from its start."""

    offset: int
    text: str
    speeches: tuple[Speech, ...]


def parts_of(text: str, speeches: Sequence[Speech], size: int = PART) -> Iterator[Part]:
    """Yield the parts of a text, in order; no line is cut that is shorter than ``size``."""
    start = 0
    while start < len(text):
        end = _end_of_part(text, start, size)
        yield Part(start, text[start:end], tuple(_within(speeches, start, end)))
        start = end


def _end_of_part(text: str, start: int, size: int) -> int:
    if start + size >= len(text):
        return len(text)
    newline = text.rfind("\n", start, start + size)
    if newline < 0:
        newline = text.find("\n", start + size, start + 2 * size)
    return newline + 1 if newline >= 0 else start + size


def _within(speeches: Sequence[Speech], start: int, end: int) -> Iterator[Speech]:
    for speech in speeches:
        if speech.start < end and start < speech.end:
            first, last = max(start, speech.start), min(end, speech.end)
            yield Speech(first - start, last - start, speech.role)


def suggest_in_part(part: Part, labels: Sequence[Label] = ()) -> list[Suggestion]:
    """Return the figures and claims of a part, counted from the start of the document.

    Each names the label that fits it best: reading the labels' examples for that takes time, which
    who accepts it does not have.
    """
    from annotator.suggest.claims import suggest_claims
    from annotator.suggest.figures import suggest_figures

    bodies = [(speech.start, speech.end, speech.role) for speech in part.speeches]
    found = [*suggest_figures(part.text), *suggest_claims(part.text, bodies)]
    return [
        replace(x, start=x.start + part.offset, end=x.end + part.offset, label=_label_of(labels, x))
        for x in sorted(found, key=lambda x: (x.start, x.end))
    ]


def _label_of(labels: Sequence[Label], suggestion: Suggestion) -> LabelId | None:
    if all(label.kind is not suggestion.kind for label in labels):
        return None  # which is said to who accepts
    return label_for(labels, suggestion).id


def suggest_topics_in(
    text: str, labels: Sequence[Label], speeches: Sequence[Speech] = ()
) -> list[Suggestion]:
    """Return the topics of a whole text: phrases that come back, and labels that it names."""
    from annotator.suggest.topics import suggest_topics

    bodies = [(speech.start, speech.end) for speech in speeches]
    return list(suggest_topics(text, labels, "", bodies))


Task = tuple[Callable[..., list[Suggestion]], tuple[object, ...]]


def tasks_for(text: str, speeches: Sequence[Speech], labels: Sequence[Label]) -> Iterator[Task]:
    """Yield what a worker computes for a document, in order: functions with their values."""
    usable = tuple(label for label in labels if not label.retired)
    for part in parts_of(text, speeches):
        yield suggest_in_part, (part, usable)
    topics = tuple(label for label in usable if label.kind is LabelKind.TOPIC)
    yield suggest_topics_in, (text, topics, tuple(speeches))
