"""What a person makes of suggestions, as edits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import Message
from annotator.model.records import Annotation, Dismissal, Figure, Label
from annotator.model.suggestion import Suggestion
from annotator.workspace.decided import Decided
from annotator.workspace.suggesting import (
    accept,
    dismiss,
    label_for,
    place_of,
    speeches,
)
from annotator.workspace.workspace import Workspace
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
