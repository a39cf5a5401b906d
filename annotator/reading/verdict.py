"""What a label was judged to say."""

from dataclasses import dataclass

from annotator.model.kinds import Role
from annotator.reading.names import Likeness


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a label says: whom, what role its words give away, and which office stands in it."""

    name: str
    likeness: Likeness
    role: Role | None = None
    affiliation: str | None = None
