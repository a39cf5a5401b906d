"""The figures of a text as suggestions: each with what it states, a score and a reason."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, repeat

from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.quantity import Quantity
from annotator.model.quick import quick
from annotator.model.records import Figure
from annotator.model.suggestion import CONTEXT, CORE, Suggestion
from annotator.model.text import Range
from annotator.suggest.figures.context import Sentences, Surroundings
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.quantity import figures_of
from annotator.suggest.figures.spacing import unspaced

_AT_ONCE = 64
"""Figures that go from step to step together: a step's patterns stay at hand for all of them."""
_NO_ID = AnnotationId("")
_REASONS = {
    "percent": (0.99, "A share in percent."),
    "money": (0.99, "A sum of money in {unit}."),
    "date": (0.95, "A date."),
    "time": (0.95, "A time of day."),
    "duration": (0.93, "A stretch of time in the unit {unit}."),
    "fraction": (0.95, "A fraction of a whole."),
    "multiple": (0.95, "A multiple."),
    "ratio": (0.9, "One number against another."),
    "score": (0.85, "A result of two sides."),
    "range": (0.95, "A range from {low} to {high}."),
    "temperature": (0.97, "A temperature in {unit}."),
    "ordinal": (0.7, "A place in a row."),
}
_MEASURED = (0.95, "A number with the unit {unit}.")
_COUNTED = (0.9, "A number of {things}.")
_PLAIN = (0.75, "A number that stands alone: see whether it counts something.")
_HEDGED = 0.04
_MAKE_SUGGESTION, _MAKE_MESSAGE, _MAKE_FIGURE = quick(Suggestion), quick(Message), quick(Figure)


def suggest_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Suggestion]:
    """Yield the figures between two positions of a text, in order and apart from each other.

    The time is linear in the length of the text.
    """
    part = (start, len(text) if end is None else end)
    plain = unspaced(text)
    if plain is None:
        yield from _suggestions(text, part)
        return
    for found in _suggestions(plain.text, plain.without(part)):
        first, last = plain.within((found.start, found.end))
        yield replace(found, start=first, end=last, text=text[first:last])


def _suggestions(text: str, part: Range) -> Iterator[Suggestion]:
    """Yield the figures in a part of a text that has Chinese close to digits."""
    folded = fold(text)
    sentences = Sentences(text, folded)
    told = (figure for figure in figures_of(text, folded, part) if not figure.is_bare)
    while some := list(islice(told, _AT_ONCE)):
        around = [sentences.around(figure) for figure in some]
        yield from map(_suggestion, repeat(text), some, around)


def _suggestion(text: str, found: FoundFigure, around: Surroundings) -> Suggestion:
    quantity = found.quantity
    score, template = _REASONS.get(quantity.kind) or _count_reason(quantity, around)
    is_hedged = bool(quantity.approximator) and score < 1 - _HEDGED
    return _MAKE_SUGGESTION(
        LabelKind.FIGURE,
        found.start,
        found.end,
        text[found.start : found.end],
        round(score + _HEDGED, 2) if is_hedged else score,
        _MAKE_MESSAGE(template, _values(quantity, around, template)),
        CONTEXT if quantity.kind in {"date", "time"} else CORE,
        _figure(quantity, around),
        quantity.unit_text,
        quantity.approximator if quantity.comparator != "=" else "",
    )


def _count_reason(quantity: Quantity, around: Surroundings) -> tuple[float, str]:
    if quantity.unit:
        return _MEASURED
    return _COUNTED if around.referent else _PLAIN


def _values(quantity: Quantity, around: Surroundings, template: str) -> dict[str, str | int]:
    if "{things}" in template:
        return {"things": around.referent}
    if "{unit}" in template:
        return {"unit": quantity.unit_text or quantity.unit}
    return {"low": quantity.low, "high": quantity.high} if "{low}" in template else {}


def _figure(quantity: Quantity, around: Surroundings) -> Figure:
    return _MAKE_FIGURE(
        _NO_ID,
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.kind,
        quantity.approximator,
        quantity.comparator,
        around.referent,
        around.denominator,
        around.rate,
        around.period,
        around.as_of,
        value=quantity.value,
    )
