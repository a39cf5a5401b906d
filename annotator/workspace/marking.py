"""What a label key marks, and how an annotation is quoted: decisions a window only asks for."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.edit import Edit
from annotator.model.edits import Hand, mark
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind, Role
from annotator.model.quantity import Quantity, describe
from annotator.model.records import Annotation, Figure, Label, Speaker
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range, paragraph_at, sentence_at, trimmed, word_at

NO_ID = AnnotationId("")
QUANTITY_FIELDS = ("low", "high", "unit", "kind", "approximator", "comparator", "value")


def range_to_mark(s: Snapshot, label: Label, selection: Range) -> Range:
    """Return what ``label`` marks: the selection without the white space at its ends, or more.

    Nothing selected, the label's kind decides: a figure takes the number under the cursor, a
    claim the sentence, a topic the sentence and, where that is marked already, the paragraph.

    Raises:
        UserError: there is nothing to mark at the cursor.
    """
    start, end = trimmed(s.text, *selection)
    if start < end:
        return start, end
    caret = selection[0]
    found = _range_at(s, label, caret)
    if found[0] >= found[1]:
        raise UserError("There is no text at the cursor: select what to mark.")
    return found


def _range_at(s: Snapshot, label: Label, caret: int) -> Range:
    from annotator.suggest.near import figure_at

    turn = s.turn_at(caret)
    body = turn.body_start if turn else 0
    if label.kind is LabelKind.FIGURE:
        return figure_at(s.text, caret) or word_at(s.text, caret)
    sentence = sentence_at(s.text, caret, body)
    if label.kind is LabelKind.TOPIC and _is_marked(s, label, sentence):
        start, end = paragraph_at(s.text, caret)
        return trimmed(s.text, max(start, min(body, end)), end)
    return sentence


def _is_marked(s: Snapshot, label: Label, part: Range) -> bool:
    return any(
        annotation.label == label.id and annotation.end == part[1]
        for annotation in s.starting_at(part[0])
    )


def mark_selection(s: Snapshot, label: Label, selection: Range, hand: Hand) -> Edit:
    """Return the edit that a label key makes; a figure's number is read from the text."""
    part = range_to_mark(s, label, selection)
    detail = read_figure(s.text[slice(*part)]) if label.kind is LabelKind.FIGURE else None
    return mark(s, label, (part,), hand, detail=detail)


def read_figure(quote: str) -> Figure | None:
    """Return a figure with the number, unit and comparator that ``quote`` states, without id."""
    from annotator.suggest.figures.quantity import read_quantity

    quantity = read_quantity(quote)
    if quantity is None:
        return None
    known = {name: getattr(quantity, name) for name in QUANTITY_FIELDS}
    return Figure(NO_ID, **known)


def with_quantity(figure: Figure, quote: str) -> Figure:
    """Return ``figure`` with what the quote states in place of what it said before."""
    read = read_figure(quote)
    if read is None:
        raise UserError("No number was found in “{quote}”: type it in.", quote=quote[:60])
    return replace(figure, **{name: getattr(read, name) for name in QUANTITY_FIELDS})


def figure_words(figure: Figure, quote: str) -> str:
    """Return how a figure is understood: ``2.3万人 = 23,000 person``, ``近3成: ≲ 30 percent``.

    What is wrong with it, if a file from elsewhere has no number there.
    """
    try:
        quantity = Quantity(
            figure.low,
            figure.high,
            figure.unit,
            kind=figure.kind or "cardinal",
            comparator=figure.comparator or "=",
            value=figure.value,
        )
    except UserError as error:
        return str(error)
    told = describe(quantity)
    is_equal = told[:1].isalnum() or told.startswith("-")
    return f"{quote}{' =' if is_equal else ':'} {told}" if told else ""


def citation(s: Snapshot, annotations: Sequence[Annotation]) -> str:
    """Return quotes with speaker, role, document, date and paragraph, one paragraph each."""
    return "\n\n".join(_cite(s, annotation) for annotation in annotations)


def _cite(s: Snapshot, annotation: Annotation) -> str:
    speaker = s.speaker_at(annotation.start)
    where = [_speaker_words(speaker), s.document.title, s.document.date, s.document.place]
    known = ", ".join(part for part in where if part)
    return f"“{annotation.quote}” — {known}, ¶{paragraph_number(s.text, annotation.start)}"


def _speaker_words(speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    role = "" if speaker.role is Role.UNKNOWN else speaker.role.value
    told = ", ".join(part for part in (speaker.affiliation, role) if part)
    return f"{speaker.name} ({told})" if told else speaker.name


def paragraph_number(text: str, position: int) -> int:
    """Return the number of the line around a position, counted from 1."""
    return text.count("\n", 0, position) + 1
