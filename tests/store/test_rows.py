"""Records in rows and back."""

from dataclasses import replace

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, FindingId, TurnId
from annotator.model.message import Message
from annotator.model.records import (
    Annotation,
    Claim,
    Document,
    Figure,
    Finding,
    Label,
    Record,
    Span,
    Speaker,
    Text,
    Turn,
)
from annotator.model.text import sha256_of
from annotator.store import rows
from annotator.store.project_file import Store
from tests.example import DOCUMENT, LIN, MODERATOR, REPORTER, TURNS, numbered
from tests.store.example_store import annotation, everything, span, step


def test_fragments_keep_their_order_and_number(store: Store) -> None:
    one = annotation(600)
    two = replace(one, spans=(span("今年"), span("12个😀"), span("公交")))
    store.apply(step(one))
    store.apply(step(two, removed=[one]))
    assert store.get(Annotation, one.id) == two
    store.apply(step(one, removed=[two]))
    assert store.get(Annotation, one.id) == one
    assert store._db.execute("SELECT count(*) FROM span").fetchone() == (1,)


def test_a_quote_may_cross_the_pieces_of_a_text(store: Store) -> None:
    whole = annotation(600)
    text = store.load(DOCUMENT.id).text
    store.apply(step(replace(whole, spans=(Span(0, len(text), text),))))
    assert store.load(DOCUMENT.id).annotation(whole.id).quote == text


def test_turns_may_answer_turns_that_come_later(store: Store) -> None:
    question = replace(TURNS[1], id=TurnId(numbered(40)), answers=TurnId(numbered(41)))
    answer = replace(TURNS[2], id=TurnId(numbered(41)), answers=TurnId(numbered(40)))
    store.apply(step(question, answer))
    assert store.get(Turn, question.id) == question
    assert store.get(Turn, answer.id) == answer
    changed = replace(question, answers=None)
    store.apply(step(changed, removed=[question]))
    assert store.get(Turn, question.id) == changed


def test_details_are_found_by_the_annotations_id(store: Store) -> None:
    marked, figure = annotation(600), Figure(annotation(600).id, low="12")
    store.apply(step(marked, figure))
    assert rows.fetch_by_id(store._db, Figure, [marked.id, numbered(999)]) == {marked.id: figure}
    assert rows.fetch_by_id(store._db, Claim, [marked.id]) == {}


def test_more_ids_than_fit_in_one_question(store: Store) -> None:
    many = [annotation(number) for number in range(1000, 1000 + 3 * rows.BATCH)]
    store.apply(step(*many))
    found = rows.fetch_by_id(store._db, Annotation, [record.id for record in many])
    assert list(found.values()) == many
    others = [numbered(number) for number in range(1, 2 * rows.BATCH)]
    assert rows.fetch_by_id(store._db, Annotation, others) == {}
    assert rows.fetch_by_id(store._db, Annotation, [*others, many[0].id]) == {many[0].id: many[0]}


@pytest.mark.parametrize("cls", [Annotation, Figure])
def test_many_ids_of_another_time_are_not_looked_up_one_by_one(
    store: Store, cls: type[Record]
) -> None:
    store.apply(step(*map(annotation, range(1000, 1010))))
    asked: list[str] = []
    store._db.set_trace_callback(asked.append)
    assert rows.fetch_by_id(store._db, cls, [numbered(at) for at in range(2000, 2200)]) == {}
    store._db.set_trace_callback(None)
    (question,) = asked
    assert "BETWEEN" in question


def test_of_many_rows_all_come_back_with_what_their_class_has_as_default(store: Store) -> None:
    text = store.load(DOCUMENT.id).text
    texts = [Text(sha256_of(f"{at}{text}"), f"{at}{text}") for at in range(rows.MANY)]
    documents = [
        Document(DocumentId(numbered(2000 + at)), "Briefing", told.sha256, order=5)
        for at, told in enumerate(texts)
    ]
    store.apply(Edit(Message("Import"), added=tuple(documents), texts=tuple(texts)))
    assert {document.status for document in documents} == {"open"}
    found = rows.fetch_by_id(store._db, Document, [document.id for document in documents])
    assert list(found.values()) == documents


@pytest.mark.parametrize("odd", [0, 7, rows.MANY - 1])
def test_one_of_many_rows_may_say_what_the_others_do_not(store: Store, odd: int) -> None:
    many = [annotation(number) for number in range(1000, 1000 + rows.MANY)]
    figures = [Figure(marked.id, low="12", kind="money") for marked in many]
    many[odd] = replace(many[odd], note="So he said.", extra={"a": "b"})
    figures[odd] = replace(figures[odd], low="", unit="yuan")
    store.apply(step(*many, *figures))
    assert list(rows.fetch_by_id(store._db, Annotation, [x.id for x in many]).values()) == many
    found = rows.fetch_by_id(store._db, Figure, [marked.id for marked in many])
    assert list(found.values()) == figures


def test_findings_may_show_no_passage(store: Store) -> None:
    alone = Finding(FindingId(numbered(700)), "repeat", ())
    store.apply(step(alone))
    assert store.get(Finding, alone.id) == alone


def test_a_documents_records_come_parents_first(store: Store) -> None:
    store.apply(step(annotation(600), Figure(annotation(600).id)))
    found: list[type[Record]] = [type(r) for r in rows.of_document(store._db, DOCUMENT.id)]
    assert found == [Speaker] * 3 + [Turn] * 4 + [Annotation, Figure]


def test_records_come_back_in_the_order_they_came_in(store: Store) -> None:
    assert rows.fetch(store._db, Speaker) == [MODERATOR, LIN, REPORTER]
    assert rows.fetch(store._db, Label, "{name}.id = ?", ("nobody",)) == []


def test_adding_in_any_order_leads_to_the_same(store: Store) -> None:
    marked = annotation(600)
    store.apply(step(Figure(marked.id), marked))
    before = everything(store)
    store.apply(step(removed=[marked, Figure(marked.id)]))
    store.undo()
    assert everything(store) == before


def test_one_bad_anchor_among_many_rows_refuses_all(store: Store) -> None:
    before = everything(store)
    many = [annotation(number) for number in range(1000, 1000 + rows.MARKS)]
    wrong = replace(many[7], spans=(Span(0, 2, "no"),))
    with pytest.raises(UserError, match="does not match"):
        store.apply(step(*many[:7], wrong, *many[8:]))
    assert everything(store) == before


def test_many_rows_are_read_as_they_were_written(store: Store) -> None:
    many = [annotation(number) for number in range(600, 600 + rows.MANY)]
    store.apply(step(*many))
    found = store.get_all(Annotation, [each.id for each in many])
    assert list(found.values()) == many
