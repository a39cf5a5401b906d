"""A turn as it is found in a text, before it is a record of a project."""

from dataclasses import dataclass

from annotator.model.kinds import Part, Role


@dataclass(frozen=True, slots=True)
class TurnFound:
    """One turn: ``start`` is the label's, ``body_start`` the speech's; code points, half-open.

    Times are milliseconds from the start of the recording.
    """

    speaker: str | None
    role: Role | None
    part: Part
    affiliation: str | None
    start: int
    body_start: int
    end: int
    time_start: int | None = None
    time_end: int | None = None
