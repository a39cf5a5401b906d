"""What a person makes of suggestions, as edits."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.incoming import IncomingDocument
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import Message
from annotator.model.records import Annotation, Dismissal, Figure, Label
from annotator.model.suggestion import Suggestion
from annotator.workspace.decided import Decided
from annotator.workspace.incoming import Arrivals
from annotator.workspace.suggesting import (
    Speech,
    accept,
    dismiss,
    label_for,
    place_of,
    speeches,
)
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project
from tests.workspace.suggested import FIGURES, TEXT, loaded, project_with_text, suggested


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with project_with_text(tmp_path) as made:
        yield made


def still_open(workspace: Workspace) -> list[Suggestion]:
    decided = Decided(loaded(workspace))
    assert decided.go_on()
    return decided.undecided({place_of(x): x for x in FIGURES})


def test_the_label_is_the_one_whose_examples_are_of_the_kind(workspace: Workspace) -> None:
    labels = workspace.labels()
    chosen = [label_for(labels, x).slug for x in (*FIGURES, suggested("3亿元", "money"))]
    assert chosen == ["quantity", "share", "money"]


def test_a_codebook_without_a_fitting_label_is_named(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="no label for a figure"):
        label_for([x for x in workspace.labels() if x.kind != "figure"], FIGURES[0])


def test_accepting_many_is_one_undoable_edit(workspace: Workspace) -> None:
    edit = accept(loaded(workspace), workspace.labels(), FIGURES, workspace.hand)
    workspace.apply(edit)
    found = loaded(workspace).all(Annotation)
    assert [a.quote for a in found] == ["18万人", "93.5%"]
    assert {a.origin for a in found} == {Origin.SUGGESTED}
    detail = loaded(workspace).detail_of(found[1].id)
    assert isinstance(detail, Figure)
    assert detail.kind == "percent"
    assert still_open(workspace) == []
    workspace.undo()
    assert still_open(workspace) == FIGURES


def test_a_topic_that_the_codebook_lacks_becomes_a_label_with_its_mark(
    workspace: Workspace,
) -> None:
    text = loaded(workspace).text
    named = [
        Suggestion(LabelKind.TOPIC, at, at + 2, text[at : at + 2], 1, Message("x"), proposal=name)
        for at, name in ((0, "住房"), (2, "住房"), (4, "Homes"))
    ]
    before = {label.id for label in workspace.labels()}
    workspace.apply(accept(loaded(workspace), workspace.labels(), named[:2], workspace.hand))
    workspace.apply(accept(loaded(workspace), workspace.labels(), named[2:], workspace.hand))
    fresh = [label for label in workspace.labels() if label.id not in before]
    assert [(x.kind, x.names) for x in fresh] == [
        (LabelKind.TOPIC, {"zh": "住房"}),
        (LabelKind.TOPIC, {"en": "Homes"}),
    ]
    marked = [a.label for a in loaded(workspace).all(Annotation)]
    assert marked == [fresh[0].id, fresh[0].id, fresh[1].id]
    again = accept(loaded(workspace), workspace.labels(), named[:1], workspace.hand)
    assert not any(isinstance(record, Label) for record in again.added)
    workspace.undo()
    workspace.undo()
    assert {label.id for label in workspace.labels()} == before


def test_a_dismissal_is_remembered_and_undone(workspace: Workspace) -> None:
    workspace.apply(dismiss(loaded(workspace), FIGURES[:1], workspace.hand))
    assert still_open(workspace) == FIGURES[1:]
    workspace.undo()
    assert not loaded(workspace).all(Dismissal)


def test_speeches_are_the_bodies_with_their_roles(workspace: Workspace) -> None:
    told = speeches(loaded(workspace))
    bodies = [(TEXT[x.start : x.end].strip(), x.role) for x in told]
    assert bodies[0] == ("开始。", "moderator")


def test_speech_is_the_whole_text_where_nobody_is_named(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        told = IncomingDocument("bare", "共有18万人到场。", turns=())
        workspace.apply(Arrivals(workspace).document_edit(told))
        (document,) = workspace.documents()
        assert speeches(workspace.load(document.id)) == (Speech(0, 9, "unknown"),)


def test_undo_names_the_one_passage_or_counts_them(workspace: Workspace) -> None:
    s, labels, hand = loaded(workspace), workspace.labels(), workspace.hand
    assert str(accept(s, labels, FIGURES[:1], hand).label) == "Mark Quantity"
    assert str(accept(s, labels, FIGURES, hand).label) == "Accept 2 suggestions"
    assert str(dismiss(s, FIGURES[:1], hand).label) == "Dismiss “18万人”"
    assert str(dismiss(s, FIGURES, hand).label) == "Dismiss 2 suggestions"


def test_a_new_topic_comes_behind_all_labels(workspace: Workspace) -> None:
    topic = Suggestion(LabelKind.TOPIC, 0, 2, TEXT[:2], 1, Message("x"), proposal="住房")
    edit = accept(loaded(workspace), workspace.labels(), [topic], workspace.hand)
    (fresh,) = (record for record in edit.added if isinstance(record, Label))
    assert fresh.order > max(label.order for label in workspace.labels())


def test_a_figure_of_no_kind_goes_to_the_first_label_of_its_kind(workspace: Workspace) -> None:
    bare = replace(FIGURES[0], figure=None)
    assert label_for(workspace.labels(), bare).slug == "quantity"
    alone = [replace(x, examples=()) for x in workspace.labels() if x.kind == "figure"]
    assert label_for(alone, FIGURES[1]) == alone[0]
