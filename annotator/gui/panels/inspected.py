"""What the inspector shows: one annotation with everything that belongs to it."""

from dataclasses import dataclass

from annotator.model.kinds import LabelKind
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Claim,
    Document,
    Evidence,
    Figure,
    Label,
    Review,
    Speaker,
    Topic,
)


@dataclass(frozen=True, slots=True)
class InspectedAnnotation:
    """One annotation and its surroundings; ``labels`` are those it may be given instead.

    ``review`` is what the user says of it, ``others`` what other reviewers do, with their names.

    ``speaker`` is who speaks at its start, ``paragraph`` counts from 1, and ``created`` is text
    for a reader.
    """

    annotation: Annotation
    label: Label
    labels: tuple[Label, ...]
    detail: AnnotationDetail | None
    evidence: tuple[Evidence, ...]
    speaker: Speaker | None
    speakers: tuple[Speaker, ...]
    document: Document
    paragraph: int
    author_name: str
    created: str = ""
    review: Review | None = None
    others: tuple[tuple[str, Review], ...] = ()

    @property
    def told(self) -> AnnotationDetail:
        """What the annotation says besides its text; empty fields where it says nothing yet."""
        if self.detail is not None:
            return self.detail
        match self.kind:
            case LabelKind.CLAIM:
                return Claim(self.annotation.id)
            case LabelKind.FIGURE:
                return Figure(self.annotation.id)
            case _:
                return Topic(self.annotation.id)

    @property
    def kind(self) -> LabelKind:
        """What the annotation marks."""
        return self.label.kind
