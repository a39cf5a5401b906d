"""A suggestion: what the program would mark, how sure it is and why; a person decides."""

from dataclasses import dataclass

from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Figure

CORE = "core"
CONTEXT = "context"
"""The tier of dates, years and clock times."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that may be a claim, figure or topic; positions are code points, half-open.

    ``score`` runs from 0 to 1. A figure's ``figure`` says what it states and has no id;
    ``unit_text`` and ``comparator_text`` are the text's own words. ``label`` is the one that
    fits best, if that is known. A topic names the one it belongs to or, where the codebook has
    none, a ``proposal`` for one.
    """

    kind: LabelKind
    start: int
    end: int
    text: str
    score: float
    reason: Message
    tier: str = CORE
    figure: Figure | None = None
    unit_text: str = ""
    comparator_text: str = ""
    label: LabelId | None = None
    proposal: str = ""
