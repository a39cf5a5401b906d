"""Edits set aside until all of a file is known."""

from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Annotation, Label, Speaker
from annotator.workspace.planned import PlannedEdit, document_of, new_plan
from tests.example import DOCUMENT, LIN, MODERATOR, MONEY, QUANTITY, TEXT, numbered
from tests.store.example_store import annotation

ONE = Edit(Message("One"), removed=(MONEY,), added=(annotation(1), LIN))
TWO = Edit(Message("Two"), added=(QUANTITY, DOCUMENT))
PROBLEM = Message("{count} lost", {"count": len(TEXT)})


def test_edits_come_back_in_their_order_with_what_is_said_of_them() -> None:
    with new_plan() as plan:
        plan.put(PlannedEdit("a", ONE))
        plan.put(PlannedEdit("b", TWO, (PROBLEM,)))
        first, second = plan.edits()
        assert (first.name, second.name, second.problems) == ("a", "b", (PROBLEM,))
        assert (first.edit.label, first.edit.removed) == (ONE.label, (MONEY,))
        assert first.edit.added == (LIN, annotation(1))
        assert second.edit == TWO
        plan.clear()
        assert list(plan.edits()) == []


def test_what_is_planned_for_a_document_is_found_again() -> None:
    with new_plan() as plan:
        plan.put(PlannedEdit("a", ONE))
        plan.put(PlannedEdit("b", Edit(Message("x"), added=(MODERATOR,))))
        plan.put(PlannedEdit("c", TWO))
        found = list(plan.records_on(DOCUMENT.id))
        assert [type(record) for record in found] == [Speaker, Annotation, Label, type(DOCUMENT)]
        assert list(plan.records_on(DocumentId(numbered(9)))) == []


def test_an_edit_is_of_the_document_it_adds_or_adds_to() -> None:
    assert document_of(ONE) == document_of(TWO) == DOCUMENT.id
    assert document_of(Edit(Message("x"), added=(LIN,))) is None
