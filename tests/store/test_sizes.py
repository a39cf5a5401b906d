"""How much an annotation adds to the file, history included, beyond the bytes of its quote."""

from random import Random

import pytest

from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, DocumentId, IdSource
from annotator.model.kinds import Origin
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Document, Figure, Record, Span, Text
from annotator.model.text import sha256_of
from annotator.store.project_file import Store
from tests.example import AUTHOR, QUANTITY, STATEMENT
from tests.store.example_store import step

BULK, SINGLE = 350, 800
RANDOM = Random(1)  # noqa: S311 - the same sample in every run
BODY = "".join(RANDOM.choices("市政府今天举行发布会投入亿元公交线路12345.，。", k=200_000))
DOCUMENT = Document(DocumentId(IdSource()()), "Large", sha256_of(BODY))
new_id = IdSource()


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(step(DOCUMENT, texts=[Text(DOCUMENT.sha256, BODY)]))
    return store


def some_annotation(number: int) -> tuple[Annotation, Record]:
    """Return a figure or a claim somewhere, with what it says."""
    start = RANDOM.randrange(len(BODY) - 40)
    is_figure = bool(number % 2)
    end = start + RANDOM.randrange(2, 12 if is_figure else 40)
    marked = Annotation(
        AnnotationId(new_id()),
        DOCUMENT.id,
        (QUANTITY if is_figure else STATEMENT).id,
        AUTHOR.id,
        (Span(start, end, BODY[start:end]),),
        Origin.SUGGESTED,
    )
    if is_figure:
        low = str(RANDOM.randrange(10**6))
        return marked, Figure(marked.id, low, unit="person", kind="cardinal", comparator="=")
    return marked, Claim(marked.id, types=("quantity",), checkworthy="yes")


def quote_bytes(annotations: list[tuple[Annotation, Record]]) -> int:
    """Return how many bytes the quotes alone take."""
    return sum(len(marked.quote.encode()) for marked, _ in annotations)


def test_an_annotation_of_a_bulk_import_is_small(store: Store) -> None:
    annotations = [some_annotation(number) for number in range(10_000)]
    before = store.path.stat().st_size
    store.apply(step(*(record for pair in annotations for record in pair)))
    store.close()
    grown = store.path.stat().st_size - before - quote_bytes(annotations)
    assert grown / len(annotations) <= BULK


def test_an_annotation_marked_singly_is_small(store: Store) -> None:
    annotations = [some_annotation(number) for number in range(400)]
    before = store.path.stat().st_size
    for pair in annotations:
        store.apply(Edit(Message("Mark {label}", {"label": "Quantity"}), added=pair))
    store.close()
    grown = store.path.stat().st_size - before - quote_bytes(annotations)
    assert grown / len(annotations) <= SINGLE
