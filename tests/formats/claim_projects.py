"""Projects of claims alone, with verdicts of any scale."""

from collections.abc import Sequence

from annotator.model.ids import AnnotationId, EvidenceId, SpeakerId, TurnId
from annotator.model.kinds import Role
from annotator.model.records import Annotation, Claim, Evidence, Record, Span, Speaker, Turn
from annotator.model.snapshot import Snapshot
from tests.formats.projects import ANNA, BEN, LABELS, STATEMENT, MemoryProject, a_document, numbered


def claims_project(verdicts: Sequence[tuple[str, str]], quote: str = "so it is") -> MemoryProject:
    """Return a document with a claim for each scale and verdict; ``quote`` is their evidence."""
    new_id = numbered()
    text = "".join(f"Claim number {at} 😀.\n" for at in range(len(verdicts)))
    document = a_document(1, text, "Talk", date="2031-04-02")
    speaker = Speaker(SpeakerId(new_id()), document.id, "Li Na", Role.SPEAKER)
    turn = Turn(TurnId(new_id()), document.id, 0, 0, len(text), speaker.id)
    records: list[Record] = [speaker, turn]
    start = 0
    for line, (scale, verdict) in zip(text.splitlines(), verdicts, strict=True):
        own = AnnotationId(new_id())
        span = Span(start, start + len(line), line)
        records.append(Annotation(own, document.id, STATEMENT.id, ANNA.id, (span,), note="n"))
        records.append(Claim(own, scale=scale, verdict=verdict, rationale="because"))
        if quote:
            url = "https://example.org/e"
            records.append(Evidence(EvidenceId(new_id()), own, url, publisher="B", quote=quote))
        start += len(line) + 1
    s = Snapshot(document, text, [*LABELS, ANNA, BEN, *records])
    return MemoryProject([s], list(LABELS), [ANNA, BEN])


ALL_VERDICTS = [
    ("averitec", "supported"),
    ("averitec", "Refuted"),
    ("averitec", "conflicting"),
    ("averitec", "证据不足"),
    ("six-step", "mostly_true"),
    ("six-step", "fabricated"),
    ("", "Half true"),
    ("own scale", "murky"),
    ("six-step", ""),
]
