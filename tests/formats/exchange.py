"""Projects sent out in a format and read back, and what should come back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import strategies as st

from annotator.formats.base import Format, Options
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    ReadOptions,
)
from annotator.formats.sheets import Sheet, sheets
from annotator.model.edits import span_of
from annotator.model.ids import AnnotationId, RelationId, SpeakerId
from annotator.model.kinds import RelationKind
from annotator.model.records import (
    Annotation,
    Claim,
    Figure,
    Finding,
    Record,
    Relation,
    Speaker,
    Topic,
)
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range
from tests.formats.projects import (
    ANNA,
    BEN,
    EVERYTHING,
    HEALTH,
    LABELS,
    QUANTITY,
    STATEMENT,
    MemoryProject,
    a_document,
    an_id,
    full_project,
)

SHARED = Path(__file__).parents[3] / "shared" / "fixtures"
PLAIN = ReadOptions()
FEATURES = "主持人：共2.3万\n𠮷😀👩‍👩‍👧e\u0301 a b, c.\n\n𝔘x-y 12.5%。\n"


def fixtures(*parts: str) -> Path:
    """Return a folder of other tools' published files, or skip the test."""
    folder = SHARED.joinpath(*parts)
    if not folder.exists():
        pytest.skip("the other tools' published files are not beside the project")
    return folder


def valid_project() -> MemoryProject:
    """Return the full project with figures and findings that a project file takes."""
    project = full_project()
    project.snapshots = [
        Snapshot(s.document, s.text, [*LABELS, ANNA, BEN, *(_valid(r) for r in s.records())])
        for s in project.snapshots
    ]
    return project


def with_attributes(project: MemoryProject, **attributes: str) -> MemoryProject:
    """Return the project with these attributes on its first document."""
    first, *others = project.snapshots
    document = replace(first.document, attributes=attributes)
    changed = Snapshot(document, first.text, [*LABELS, ANNA, BEN, *first.records()])
    return replace(project, snapshots=[changed, *others])


def _valid(record: Record) -> Record:
    if isinstance(record, Figure):
        return replace(record, kind="range", comparator="<=", approximator="about")
    if isinstance(record, Finding):
        return replace(record, verdict="consistent")
    return record


def project_of(text: str, *marks: tuple[Range, ...], note: str = "") -> MemoryProject:
    """Return a project of one document with these annotations, their labels in turn."""
    labels = (QUANTITY, STATEMENT, HEALTH)
    document = a_document(1, text, "Briefing")
    records: list[Record] = [*LABELS, ANNA, BEN]
    for number, ranges in enumerate(marks):
        label = labels[number % 3]
        made = AnnotationId(an_id(100 + number))
        spans = tuple(span_of(text, *part) for part in ranges)
        author = ANNA.id if number % 2 else BEN.id
        records.append(Annotation(made, document.id, label.id, author, spans, note=note))
        details: list[Record] = [Figure(made, low="12.5"), Claim(made, "said"), Topic(made)]
        records.append(details[number % 3])
    if len(marks) > 1:
        ends = AnnotationId(an_id(100)), AnnotationId(an_id(101))
        relation = Relation(RelationId(an_id(90)), RelationKind.SUPPORTS, *ends, ANNA.id)
        records.append(relation)
    return MemoryProject([Snapshot(document, text, records)], list(LABELS), [ANNA, BEN])


@st.composite
def passages(draw: st.DrawFn, text: str, most: int = 3) -> tuple[Range, ...]:
    """Return one to three passages of a text that follow one another with a gap."""
    edges = draw(
        st.lists(
            st.integers(0, len(text)),
            min_size=2,
            max_size=min(2 * most, len(text) + 1),
            unique=True,
        )
    )
    edges = sorted(edges)[: len(edges) // 2 * 2]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


@st.composite
def projects(draw: st.DrawFn, alphabet: str = FEATURES) -> MemoryProject:
    """Return a project of one document with overlapping and broken annotations."""
    text = draw(st.text(alphabet, min_size=1, max_size=60))
    marks = draw(st.lists(passages(text), max_size=6))
    return project_of(text, *marks, note=draw(st.sampled_from(["", "why", "two\nlines"])))


def sent(
    known: Format, project: MemoryProject, name: str, options: Options | None = None
) -> list[Incoming]:
    """Return what the format's reader makes of what its writer wrote."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        known.write(project, EVERYTHING, path, options or Options())
        return read(known, path)


def read(known: Format, path: Path, options: ReadOptions = PLAIN) -> list[Incoming]:
    """Return what a file holds."""
    assert known.reader is not None
    return list(known.reader(path, options))


def documents(content: list[Incoming]) -> list[IncomingDocument]:
    """Return the documents of what was read."""
    return [told for told in content if isinstance(told, IncomingDocument)]


def all_sheets(project: MemoryProject) -> Iterator[Sheet]:
    """Yield what there is to write."""
    return sheets(project, EVERYTHING)


Said = tuple[Any, ...]


def said(told: IncomingAnnotation) -> Said:
    """Return all that an annotation says but its key."""
    detail = repr(told.detail) if told.detail else ""
    extra = tuple(sorted(told.extra.items()))
    return (
        told.label,
        told.ranges,
        told.kind,
        told.author,
        told.note,
        extra,
        detail,
        told.evidence,
    )


def expected(project: MemoryProject) -> list[tuple[str, list[Said]]]:
    """Return each document's text and what its annotations say, sorted."""
    found = []
    for sheet in all_sheets(project):
        rows = []
        for mark in sheet.marks:
            detail = mark.s.detail_of(mark.annotation.id)
            assert detail is not None
            plain = replace(detail, id=AnnotationId(""))
            if isinstance(plain, Claim) and plain.speaker:
                speaker = mark.s.find(Speaker, plain.speaker)
                plain = replace(plain, speaker=SpeakerId(speaker.name if speaker else ""))
            evidence = tuple(
                replace(e, id="", claim="")  # type: ignore[arg-type]
                for e in mark.s.evidence_of(mark.annotation.id)
            )
            rows.append(
                (
                    mark.label.name(),
                    mark.ranges,
                    mark.label.kind,
                    mark.author,
                    mark.note,
                    tuple(sorted(mark.annotation.extra.items())),
                    "" if plain == type(plain)(AnnotationId("")) else repr(plain),
                    evidence,
                )
            )
        found.append((sheet.text, sorted(rows, key=repr)))
    return found


def came_back(content: list[Incoming]) -> list[tuple[str, list[Said]]]:
    """Return each document's text and what its annotations say, sorted."""
    return [
        (told.text, sorted((said(a) for a in told.annotations), key=repr))
        for told in documents(content)
    ]


def marked(content: list[Incoming]) -> list[list[tuple[str, tuple[Range, ...]]]]:
    """Return the labels and passages of each document, sorted."""
    return [sorted((a.label, a.ranges) for a in told.annotations) for told in documents(content)]


def codebook(content: list[Incoming]) -> IncomingCodebook:
    """Return the codebook that was read."""
    return next(told for told in content if isinstance(told, IncomingCodebook))
