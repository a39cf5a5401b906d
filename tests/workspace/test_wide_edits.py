"""Edits of many annotations, made from ids alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.kinds import LabelKind, ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Dismissal, Review
from annotator.model.suggestion import Suggestion
from annotator.workspace import wide_edits
from annotator.workspace.importing import import_files
from annotator.workspace.wishes import PART, MakeEdit, Wish
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a project of two documents, each with two claims."""
    with new_project(tmp_path) as made:
        texts = [written(tmp_path / f"{n}.txt", f"Lee: {n}0 came, 40 stayed.") for n in range(2)]
        import_files(made, texts)
        for document in made.documents():
            s = made.load(document.id)
            made.apply(edits.mark_each(s, made.find_label("6"), [(5, 7), (9, 12)], made.hand))
        yield made


def marks(workspace: Workspace) -> list[Annotation]:
    loaded = (workspace.load(document.id) for document in workspace.documents())
    return [annotation for s in loaded for annotation in s.all(Annotation)]


def ids(workspace: Workspace) -> list[AnnotationId]:
    return [annotation.id for annotation in marks(workspace)]


def test_annotations_of_several_documents_are_changed_in_one_edit(workspace: Workspace) -> None:
    other, before = workspace.find_label("7"), marks(workspace)
    wide: list[tuple[MakeEdit, object]] = [
        (wide_edits.relabel, other.id),
        (wide_edits.write_note, "seen"),
        (wide_edits.review, ReviewState.ACCEPTED),
    ]
    for make, value in wide:
        workspace.apply(make(workspace, ids(workspace)[1:], value))
    first, *others = marks(workspace)
    assert first == before[0]
    assert {(a.label, a.note) for a in others} == {(other.id, "seen")}
    reviews = [r for d in workspace.documents() for r in workspace.load(d.id).all(Review)]
    assert sorted(r.target for r in reviews) == sorted(a.id for a in others)
    assert str(workspace.undoable()) == "Review 3 annotations"
    for _edit in wide:
        workspace.undo()
    assert marks(workspace) == before


def test_what_is_gone_by_then_is_left_out(workspace: Workspace) -> None:
    chosen = ids(workspace)
    workspace.apply(wide_edits.delete(workspace, chosen[:1]))
    edit = wide_edits.delete(workspace, chosen)
    assert [r.id for r in edit.removed if isinstance(r, Annotation)] == chosen[1:]
    assert sum(isinstance(r, Claim) for r in edit.removed) == len(chosen) - 1


def test_a_label_goes_with_all_that_carries_it(workspace: Workspace) -> None:
    label, before = workspace.find_label("6"), marks(workspace)
    workspace.apply(wide_edits.delete_label(workspace, [label.id]))
    assert marks(workspace) == []
    assert label not in workspace.labels()
    workspace.undo()
    assert marks(workspace) == before


def test_what_is_suggested_is_decided(workspace: Workspace) -> None:
    document = workspace.documents()[0]
    found = [
        Suggestion(LabelKind.CLAIM, start, start + 2, "40", 0.9, Message("Test"))
        for start in (9, 13)
    ]
    workspace.apply(wide_edits.accept(workspace, found[:1], document.id))
    workspace.apply(wide_edits.dismiss(workspace, found[1:], document.id))
    s = workspace.load(document.id)
    assert [d.start for d in s.all(Dismissal)] == [13]
    assert 9 in [a.start for a in s.all(Annotation)]
    with pytest.raises(UserError, match="no document"):
        wide_edits.accept(workspace, found, DocumentId("gone"))


def test_passages_are_marked_by_their_places(workspace: Workspace) -> None:
    document, label = workspace.documents()[0], workspace.find_label("6")
    workspace.apply(wide_edits.mark_each(workspace, [(0, 3), (3, 4)], document.id, label.id))
    assert workspace.load(document.id).count(Annotation) == 4


def test_a_wish_names_what_is_chosen_a_part_at_a_time(workspace: Workspace) -> None:
    asked: list[int] = []

    def named(part: list[int]) -> list[AnnotationId]:
        asked.append(len(part))
        return ids(workspace)[:1] if 0 in part else []

    wish = Wish(wide_edits.delete, (), range(PART + 1), size=1, named=named)  # type: ignore[arg-type]
    assert wish.edit(workspace) == wide_edits.delete(workspace, ids(workspace)[:1])
    assert asked == [PART, 1]
