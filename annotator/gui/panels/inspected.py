"""What the inspector shows: one annotation with everything that belongs to it."""

from dataclasses import dataclass

from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Document,
    Evidence,
    Label,
    LabelKind,
    Speaker,
)


@dataclass(frozen=True, slots=True)
class InspectedAnnotation:
    """One annotation and its surroundings; ``labels`` are those it may be given instead.

    ``speaker`` is who speaks at its start, ``paragraph`` counts from 1, ``created`` is text for a
    reader, and labels are named in ``language``.
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
    language: str = "en"

    @property
    def kind(self) -> LabelKind:
        """What the annotation marks."""
        return self.label.kind
