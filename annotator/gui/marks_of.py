"""What the transcript view shows of a document: marks and speakers' headings."""

from collections.abc import Iterable, Iterator

from annotator.gui.view.marks import Headings, Mark, TurnHeading
from annotator.model.kinds import ReviewState
from annotator.model.records import Annotation, Speaker, Turn
from annotator.model.reviews import state_of
from annotator.model.snapshot import Snapshot

SIGNS = {
    ReviewState.OPEN: "",
    ReviewState.ACCEPTED: "✓ ",
    ReviewState.REJECTED: "✗ ",
    ReviewState.UNSURE: "? ",
}
"""What stands before a label's name in the margin once reviewers have said something."""


def marks_of(s: Snapshot, annotations: Iterable[Annotation], language: str) -> Iterator[Mark]:
    """Yield one mark for each span of the annotations."""
    for annotation in annotations:
        label = s.label_of(annotation)
        name = SIGNS[state_of(s.reviews_of(annotation.id))] + label.name(language)
        for part, span in enumerate(annotation.spans):
            yield Mark(
                annotation.id,
                span.start,
                span.end,
                label.kind,
                name,
                label.colour,
                part,
            )


def headings_of(s: Snapshot) -> Headings:
    """Return the speakers' headings, in the order of the text, as the snapshot has them now."""
    turns = s.all(Turn)
    speakers = {speaker.id: speaker for speaker in s.all(Speaker)}

    def make(number: int) -> TurnHeading:
        turn = turns[number]
        return _heading(turn, speakers.get(turn.speaker) if turn.speaker else None)

    return Headings([turn.start for turn in turns], make)


def _heading(turn: Turn, speaker: Speaker | None) -> TurnHeading:
    name = speaker.name if speaker else ""
    role = speaker.role.value if speaker else turn.part.value
    return TurnHeading(turn.start, turn.body_start, turn.end, name, role)
