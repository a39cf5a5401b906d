"""What a person makes of suggestions, as edits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.incoming import IncomingDocument
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import Message
from annotator.model.records import Annotation, Dismissal, Figure, Label
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.workspace.incoming import Arrivals
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.suggesting import (
    Decided,
    accept,
    dismiss,
    label_for,
    place_of,
    speeches,
)
from annotator.workspace.workspace import Workspace

TEXT = "主持人:开始。\n张三:共有18万人到场,占93.5%,花了3亿元。"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with create_project(tmp_path / "p.annotator", this_person()) as made:
        made.apply(Arrivals(made).document_edit(IncomingDocument("briefing", TEXT)))
        yield made


def loaded(workspace: Workspace) -> Snapshot:
    return workspace.load(workspace.documents()[0].id)


def suggested(quote: str, kind: str) -> Suggestion:
    start = TEXT.index(quote)
    figure = Figure(AnnotationId(""), "1", "1", kind=kind)
    place = start, start + len(quote), quote
    return Suggestion(LabelKind.FIGURE, *place, 0.9, Message("reads"), figure=figure)


def still_open(workspace: Workspace) -> list[Suggestion]:
    decided = Decided(loaded(workspace))
    assert decided.go_on()
    return [x for x in FIGURES if not decided.holds(x)]


FIGURES = [suggested("18万人", "cardinal"), suggested("93.5%", "percent")]


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


def test_what_is_decided_follows_every_edit(workspace: Workspace) -> None:
    decided = Decided(loaded(workspace))
    edits: list[Edit] = []
    workspace.listen(edits.append)
    workspace.apply(accept(loaded(workspace), workspace.labels(), FIGURES, workspace.hand))
    assert decided.follow(edits[-1]) == {place_of(x) for x in FIGURES}
    assert all(decided.holds(x) for x in FIGURES)
    workspace.apply(dismiss(loaded(workspace), FIGURES[:1], workspace.hand))
    decided.follow(edits[-1])
    for _step in range(2):
        workspace.undo()
        decided.follow(edits[-1])
    assert not any(decided.holds(x) for x in FIGURES)


@pytest.mark.parametrize("counted", [0, 1, 2, 3])
def test_what_is_decided_is_the_same_whenever_edits_come_while_it_is_counted(
    workspace: Workspace, counted: int
) -> None:
    workspace.apply(accept(loaded(workspace), workspace.labels(), FIGURES, workspace.hand))
    workspace.apply(dismiss(loaded(workspace), FIGURES[:1], workspace.hand))
    decided = Decided(loaded(workspace))
    for _each in range(counted):
        decided.go_on(1)
    edits: list[Edit] = []
    workspace.listen(edits.append)
    workspace.undo()
    workspace.undo()
    workspace.redo()
    for edit in edits:
        decided.follow(edit)
    assert decided.go_on()
    fresh = Decided(loaded(workspace))
    fresh.go_on()
    assert decided.places == fresh.places == {place_of(x) for x in FIGURES}


def test_speeches_are_the_bodies_with_their_roles(workspace: Workspace) -> None:
    told = speeches(loaded(workspace))
    bodies = [(TEXT[x.start : x.end].strip(), x.role) for x in told]
    assert bodies[0] == ("开始。", "moderator")
