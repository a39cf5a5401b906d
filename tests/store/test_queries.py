"""Questions about the whole project."""

from dataclasses import replace

import pytest

from annotator.model.edit import replacing
from annotator.model.ids import AuthorId, DocumentId, RelationId
from annotator.model.kinds import LabelKind, RelationKind, ReviewState
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Author,
    Claim,
    Document,
    Figure,
    Relation,
    Review,
    Topic,
)
from annotator.model.reviews import review_id, state_of
from annotator.store.project_file import Store
from annotator.store.queries import ORDERS, AnnotationQuery
from tests.example import (
    AUTHOR,
    DOCUMENT,
    LIN,
    QUANTITY,
    STATEMENT,
    TEXT,
    TRANSPORT,
    numbered,
)
from tests.store.example_store import annotation, session, span, step

FIGURE = annotation(600)
CLAIM = replace(
    annotation(601, "今年", STATEMENT),
    spans=(span("今年"), span("公交线路")),
    note="Note_100%\\x",
)
TOPIC = annotation(602, "12个公园什么", TRANSPORT)
OTHER = Document(DocumentId(numbered(300)), "Another", DOCUMENT.sha256, order=5)
ELSEWHERE = replace(annotation(603, "市政府"), document=OTHER.id)
EVERY = (CLAIM, FIGURE, TOPIC, ELSEWHERE)


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(step(OTHER))
    store.apply(step(FIGURE, Figure(FIGURE.id), CLAIM, Claim(CLAIM.id), TOPIC, Topic(TOPIC.id)))
    store.apply(step(ELSEWHERE))
    return store


def found(store: Store, query: AnnotationQuery) -> list[str]:
    """Return the ids that a query finds, in its order."""
    return [row.id for row in store.annotation_rows(store.annotation_keys(query))]


FILTERS = {
    "nothing": (AnnotationQuery(), EVERY),
    "document": (AnnotationQuery(document=OTHER.id), (ELSEWHERE,)),
    "kind": (AnnotationQuery(kind="claim"), (CLAIM,)),
    "label": (AnnotationQuery(label=QUANTITY.id), (FIGURE, ELSEWHERE)),
    "speaker": (AnnotationQuery(speaker=LIN.name), (CLAIM, FIGURE)),
    "author": (AnnotationQuery(author=AUTHOR.id), EVERY),
    "unknown author": (AnnotationQuery(author=numbered(404)), ()),
    "text": (AnnotationQuery(text="12个"), (FIGURE, TOPIC)),
    "text of a second fragment": (AnnotationQuery(text="公交"), (CLAIM,)),
    "text of a note, any case": (AnnotationQuery(text="nOTE_100%"), (CLAIM,)),
    "wildcards are plain text": (AnnotationQuery(text="%\\x"), (CLAIM,)),
    "a wildcard matches nothing else": (AnnotationQuery(text="1_个"), ()),
    "two at once": (AnnotationQuery(kind="figure", speaker=LIN.name), (FIGURE,)),
}


@pytest.mark.parametrize("name", FILTERS)
def test_filters_find_what_they_name(store: Store, name: str) -> None:
    query, expected = FILTERS[name]
    assert found(store, query) == [record.id for record in expected]


def test_a_text_of_any_length_is_looked_for(store: Store) -> None:
    """SQLite takes no long pattern, least of all from a file that is only read."""
    long = "市政府Note_%\\" * 6000
    store.apply(replacing(Message("Note"), (TOPIC, replace(TOPIC, note=f"x{long}y"))))
    with Store.open(store.path, session(), read_only=True) as reading:
        for wanted in (long, long.upper(), long[:2000], f"{long}y"):
            assert found(reading, AnnotationQuery(text=wanted)) == [TOPIC.id]
        assert found(reading, AnnotationQuery(text=f"{long}z")) == []


@pytest.mark.parametrize("order", ORDERS)
def test_descending_is_the_other_way_round(store: Store, order: str) -> None:
    upwards = found(store, AnnotationQuery(order=order))
    downwards = found(store, AnnotationQuery(order=order, descending=True))
    assert upwards == downwards[::-1]
    assert sorted(upwards) == [record.id for record in sorted(EVERY, key=lambda r: r.id)]


ORDERED = {
    "position": (CLAIM, FIGURE, TOPIC, ELSEWHERE),
    "document": (ELSEWHERE, CLAIM, FIGURE, TOPIC),
    "kind": (CLAIM, FIGURE, ELSEWHERE, TOPIC),
    "label": (FIGURE, ELSEWHERE, CLAIM, TOPIC),
    "text": (TOPIC, FIGURE, CLAIM, ELSEWHERE),
    "created": (FIGURE, CLAIM, TOPIC, ELSEWHERE),
}


@pytest.mark.parametrize("order", ORDERED)
def test_orders_are_those_of_their_columns(store: Store, order: str) -> None:
    assert found(store, AnnotationQuery(order=order)) == [r.id for r in ORDERED[order]]


def test_a_row_says_what_the_records_say(store: Store) -> None:
    (row,) = store.annotation_rows(store.annotation_keys(AnnotationQuery(kind="claim")))
    assert (row.id, row.document, row.document_title) == (CLAIM.id, DOCUMENT.id, DOCUMENT.title)
    assert (row.kind, row.label, row.author) == (LabelKind.CLAIM, STATEMENT.id, AUTHOR.name)
    assert (row.speaker, row.role) == (LIN.name, LIN.role)
    assert (row.start, row.end, row.quote) == (CLAIM.start, CLAIM.end, CLAIM.quote)
    assert (row.note, row.origin) == (CLAIM.note, CLAIM.origin)


def test_a_row_without_a_speaker_has_none(store: Store) -> None:
    (row,) = store.annotation_rows(store.annotation_keys(AnnotationQuery(document=OTHER.id)))
    assert (row.speaker, row.role) == ("", "")


def test_keys_come_in_the_order_asked_for_and_gone_ones_are_left_out(store: Store) -> None:
    keys = store.annotation_keys(AnnotationQuery())
    backwards = store.annotation_rows([*reversed(keys), 999])
    assert [row.key for row in backwards] == list(reversed(keys))
    store.apply(step(removed=[ELSEWHERE]))
    assert len(store.annotation_rows(keys)) == len(keys) - 1


def test_many_rows_at_once(store: Store) -> None:
    store.apply(step(*(annotation(number) for number in range(1000, 2300))))
    keys = store.annotation_keys(AnnotationQuery())
    assert [row.key for row in store.annotation_rows(keys)] == list(keys)


def test_counts_count(store: Store) -> None:
    counts = store.counts()
    assert (counts.documents, counts.characters) == (2, 2 * len(TEXT))
    assert counts.by_kind == {LabelKind.FIGURE: 2, LabelKind.CLAIM: 1, LabelKind.TOPIC: 1}
    assert counts.by_label == store.label_uses()
    assert counts.by_label == {QUANTITY.id: 2, STATEMENT.id: 1, TRANSPORT.id: 1}
    assert (counts.annotations, counts.authors, counts.transactions) == (4, 1, 5)
    assert counts.file_bytes == store.path.stat().st_size


def test_what_carries_a_label_is_found_in_all_documents(store: Store) -> None:
    assert store.annotations_with_label(QUANTITY.id) == [FIGURE, ELSEWHERE]


def test_relations_between_documents_are_told_apart(store: Store) -> None:
    def relation(number: int, target: Annotation) -> Relation:
        ends = (FIGURE.id, target.id)
        return Relation(RelationId(numbered(number)), RelationKind.REPEATS, *ends, AUTHOR.id)

    inside, between = relation(900, TOPIC), relation(901, ELSEWHERE)
    store.apply(step(inside, between))
    assert store.relations_between_documents() == [between]
    assert store.load(OTHER.id).all(Relation) == [between]
    assert store.load(DOCUMENT.id).all(Relation) == [inside, between]


def test_the_review_state_is_the_one_that_the_model_finds(store: Store) -> None:
    other = Author(AuthorId(numbered(78)), "Second")
    store.apply(step(other))
    every = list(ReviewState)
    said = [(a, b) for a in every for b in every]
    for number, (first, second) in enumerate(said):
        one = annotation(700 + number, "市政府")
        both = ((AUTHOR.id, first), (other.id, second))
        reviews = [Review(review_id(one.id, who), one.id, who, state) for who, state in both]
        store.apply(step(one, Figure(one.id), *reviews))
        [row] = [
            r
            for r in store.annotation_rows(store.annotation_keys(AnnotationQuery()))
            if r.id == one.id
        ]
        assert row.review is state_of(reviews)
        assert one.id in found(store, AnnotationQuery(review=row.review))
    assert found(store, AnnotationQuery(review="accepted", order="review"))
    keys = store.annotation_keys(AnnotationQuery(order="review"))
    places = [every.index(row.review) for row in store.annotation_rows(keys)]
    assert places == sorted(places)
    assert len(set(places)) == len(every)
    assert FIGURE.id in found(store, AnnotationQuery(review="open"))
