"""Small projects at random: texts with astral characters, overlapping and broken passages."""

from hypothesis import strategies as st

from annotator.model.ids import AnnotationId, NewId
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Claim,
    Document,
    Figure,
    Label,
    Record,
    Span,
    Topic,
)
from annotator.model.snapshot import Snapshot
from tests.formats.projects import (
    ANNA,
    BEN,
    HEALTH,
    LABELS,
    QUANTITY,
    STATEMENT,
    MemoryProject,
    a_document,
    numbered,
)

LETTERS = "aé中。\u3000 \n<&>\"'😀𠮷\u200d9.%-\t"
TEXTS = st.text(LETTERS, min_size=1, max_size=40)


@st.composite
def ranges(draw: st.DrawFn, length: int) -> tuple[tuple[int, int], ...]:
    """Return one or two stretches that follow one another."""
    points = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=min(4, length + 1))))
    pairs = list(zip(points[::2], points[1::2], strict=False))
    return tuple(pairs)


def detail_of(annotation: AnnotationId, label: Label, words: str) -> AnnotationDetail:
    """Return what an annotation of a kind says."""
    if label is QUANTITY:
        return Figure(annotation, low="2.5", unit=words)
    if label is STATEMENT:
        return Claim(annotation, text=words, types=("quantity",), verdict="true", scale="six-step")
    return Topic(annotation, stance=words)


@st.composite
def snapshots(draw: st.DrawFn, new_id: NewId, number: int) -> Snapshot:
    """Return a document with up to five annotations."""
    text = draw(TEXTS)
    document: Document = a_document(
        number, text, f"doc {number}", language=draw(st.sampled_from(["zh", "en", ""]))
    )
    records: list[Record] = []
    for _ in range(draw(st.integers(0, 5))):
        label = draw(st.sampled_from([QUANTITY, STATEMENT, HEALTH]))
        spans = tuple(Span(a, b, text[a:b]) for a, b in draw(ranges(len(text))))
        own = AnnotationId(new_id())
        author = draw(st.sampled_from([ANNA, BEN]))
        note, words = draw(TEXTS), draw(TEXTS)
        records.append(Annotation(own, document.id, label.id, author.id, spans, note=note))
        records.append(detail_of(own, label, words))
    return Snapshot(document, text, [*LABELS, ANNA, BEN, *records])


@st.composite
def projects(draw: st.DrawFn) -> MemoryProject:
    """Return a project of one to three documents."""
    new_id = numbered()
    count = draw(st.integers(1, 3))
    found = [draw(snapshots(new_id, number)) for number in range(1, count + 1)]
    return MemoryProject(found, list(LABELS), [ANNA, BEN])
