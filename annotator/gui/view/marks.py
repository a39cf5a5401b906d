"""What the transcript view shows, as values; all positions are code points of the text."""

from dataclasses import dataclass

from annotator.model.kinds import LabelKind


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of an annotation: where it is, what it is called, how it is drawn."""

    id: str
    start: int
    end: int
    kind: LabelKind
    name: str
    colour: str
    part: int = 0
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class TurnHeading:
    """One turn: its label from ``start`` to ``body_start`` is set apart from the speech."""

    start: int
    body_start: int
    end: int
    name: str
    role: str
