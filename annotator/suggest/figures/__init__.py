"""Figures in a text as suggestions."""
from collections.abc import Iterator
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Figure
from annotator.model.suggestion import Suggestion
from annotator.suggest.figures.quantity import figures_in

def suggest_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Suggestion]:
    for f in figures_in(text, start, end):
        if f.is_bare: continue
        q = f.quantity
        yield Suggestion(LabelKind.FIGURE, f.start, f.end, text[f.start:f.end], 1.0, Message(""),
            figure=Figure(AnnotationId(""), q.low, q.high, q.unit, q.kind, q.approximator, q.comparator, value=q.value))
