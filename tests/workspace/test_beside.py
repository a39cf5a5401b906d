"""An open project as a process beside the window has it."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.kinds import LabelKind
from annotator.model.project_edits import change_document, remove_document
from annotator.model.records import Annotation, Document
from annotator.store.spill import Waiting
from annotator.workspace.beside import Loan, ProjectBeside, Told, Writing, Written
from annotator.workspace.importing import import_files
from annotator.workspace.opening import open_project, this_person
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written


class Owner:
    """Deals with what a process tells, as the window does."""

    def __init__(self, workspace: Workspace) -> None:
        self.told: list[Told] = []
        self._workspace = workspace

    def ask(self, said: Told) -> None:
        self.told.append(said)
        custody = self._workspace.store.custody
        match said:
            case Written():
                if said.packed is not None:
                    self._workspace.store.tail.take(said.packed)
                self._workspace.take(said.edit, said.uses)
            case Writing():
                self._workspace.apply(said.edit, group=said.group, texts_are_new=said.texts_are_new)
            case Loan.OPENED:
                custody.lend()
            case Loan.FINISHED:
                custody.look()
            case Loan.ALONE:
                custody.take_back()


def renamed(workspace: Workspace, title: str) -> tuple[Document, Edit]:
    [document] = workspace.documents()
    after = replace(document, title=title)
    return after, change_document(document, after)


def with_a_document(folder: Path) -> Workspace:
    workspace = new_project(folder)
    import_files(workspace, [written(folder / "a.txt", "Lee: 40 came, 40 stayed.")])
    return workspace


def marked(workspace: Workspace) -> Annotation:
    [document] = workspace.documents()
    label = next(label for label in workspace.labels() if label.kind is LabelKind.CLAIM)
    workspace.apply(edits.mark(workspace.load(document.id), label, [(5, 7)], workspace.hand))
    return workspace.load(document.id).all(Annotation)[-1]


def many_marks(workspace: Workspace, count: int) -> Edit:
    [document] = workspace.documents()
    label = next(label for label in workspace.labels() if label.kind is LabelKind.CLAIM)
    s = workspace.load(document.id)
    return edits.mark_each(s, label, [(5, 7)] * count, workspace.hand)


def test_what_the_disk_did_not_take_is_seen_there(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        after, edit = renamed(workspace, "Evening")
        workspace.expect(Waiting(edit))
        project = pickle.loads(pickle.dumps(ProjectBeside.of(workspace)))  # noqa: S301 - our own
        with project.opened() as beside:
            assert beside.documents() == [after]
            assert beside.load(after.id).document == after
        assert project.load(after.id).document == after
        assert workspace.store.documents() != [after]


def test_an_edit_is_written_there_and_its_owner_follows_and_can_undo_it(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        before = workspace.documents()
        after, edit = renamed(workspace, "Evening")
        owner = Owner(workspace)
        with ProjectBeside.of(workspace).opened(owner.ask) as beside:
            beside.apply(edit, group="g")
            assert beside.documents() == workspace.documents() == [after]
        assert workspace.news() == []
        assert workspace.store.tail.after(workspace.store.tail.last) == []
        workspace.undo()
        assert workspace.documents() == before


def test_the_owner_hears_of_each_of_several_edits_before_the_next(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        first, edit = renamed(workspace, "Noon")
        last = replace(first, title="Evening")
        owner = Owner(workspace)
        with ProjectBeside.of(workspace).opened(owner.ask) as beside:
            beside.apply_all([edit, change_document(first, last)], "g")
            assert beside.documents() == workspace.documents() == [last]
        written = [said.edit for said in owner.told if isinstance(said, Written)]
        assert [part.added for part in written] == [(first,), (last,)]
        assert workspace.news() == []


def test_what_lies_on_a_document_that_comes_or_goes_is_not_told_but_counted(
    tmp_path: Path,
) -> None:
    with with_a_document(tmp_path) as workspace:
        label = marked(workspace).label
        assert workspace.label_uses()[label] == 1
        [document] = workspace.documents()
        edit = remove_document(workspace.load(document.id), [])
        owner = Owner(workspace)
        with ProjectBeside.of(workspace).opened(owner.ask) as beside:
            beside.apply(edit)
        [told] = [one for one in owner.told if isinstance(one, Written)]
        assert told.edit.removed == (document,)
        assert told.packed is not None
        assert told.packed.opened()[0].edit.removed == edit.removed
        assert workspace.label_uses()[label] == 0
        workspace.undo()
        assert workspace.label_uses()[label] == 1


def test_a_large_edit_is_told_in_parts_of_which_the_last_says_what_wrote_it(
    tmp_path: Path,
) -> None:
    with with_a_document(tmp_path) as workspace:
        edit = many_marks(workspace, 600)
        assert workspace.label_uses().total() == 0
        owner = Owner(workspace)
        ProjectBeside.of(workspace).write(owner.ask, edit, "g")
        told = [one for one in owner.told if isinstance(one, Written)]
        assert len(told) > 1
        assert [one.packed is None for one in told] == [True] * (len(told) - 1) + [False]
        assert sum(one.records for one in told) == len(edit.added)
        [document] = workspace.documents()
        held = workspace.store.load(document.id)
        assert workspace.load(document.id).all(Annotation) == held.all(Annotation)
        assert held.count(Annotation) == workspace.label_uses().total() == 600
        assert workspace.news() == []
        workspace.undo()
        assert workspace.store.load(document.id).count(Annotation) == 0


def test_what_the_process_cannot_write_is_the_owners_to_write_or_keep(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        after, edit = renamed(workspace, "Evening")
        owner = Owner(workspace)
        workspace.expect(Waiting(edit))
        with ProjectBeside.of(workspace).opened(owner.ask) as beside:
            with pytest.raises(NotSavedError):
                beside.apply(change_document(after, replace(after, title="Night")))
            assert beside.documents() == [after]
        assert [type(one) for one in owner.told] == [Writing]
        assert len(workspace.unsaved) == 2


def test_the_owner_hears_that_a_text_it_is_to_write_shall_be_new(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        edit = renamed(workspace, "Evening")[1]
        workspace.expect(Waiting(edit))
        owner = Owner(workspace)
        opened = ProjectBeside.of(workspace).opened(owner.ask)
        with opened as beside, pytest.raises(NotSavedError):
            beside.apply(edit.inverse(edit.label), group="g", texts_are_new=True)
        assert [one for one in owner.told if isinstance(one, Writing)] == [
            Writing(edit.inverse(edit.label), "g", texts_are_new=True)
        ]


def test_nothing_is_written_to_an_older_version_of_the_file(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        old = workspace.path.read_bytes()
        mark = marked(workspace)
        project = ProjectBeside.of(workspace)
        workspace.path.write_bytes(old)
        owner = Owner(workspace)
        with project.opened(owner.ask) as beside, pytest.raises(UserError):
            beside.apply(renamed(workspace, "Evening")[1])
        assert [type(one) for one in owner.told] == [Writing]
        [document] = workspace.documents()
        assert document.title == "Evening", "the edit stays on the screen"
        assert mark in workspace.load(document.id).all(Annotation)
    assert workspace.path.read_bytes() == old


def test_without_an_owner_nothing_changes(tmp_path: Path) -> None:
    with with_a_document(tmp_path) as workspace:
        _after, edit = renamed(workspace, "Evening")
        before = workspace.documents()
        with ProjectBeside.of(workspace).opened() as beside, pytest.raises(UserError):
            beside.apply(edit)
        assert workspace.store.documents() == before


@pytest.mark.parametrize("somebody_else", [None, "before", "meanwhile", "after"])
def test_a_file_is_vouched_for_after_the_process_unless_somebody_else_wrote_too(
    tmp_path: Path, somebody_else: str | None
) -> None:
    with_a_document(tmp_path).close()
    path = tmp_path / "p.annotator"

    def write() -> None:
        with open_project(path, this_person()) as other:
            marked(other)

    with open_project(path, this_person()) as workspace:
        if somebody_else == "before":
            write()
        with ProjectBeside.of(workspace).opened(Owner(workspace).ask) as beside:
            beside.apply(renamed(beside, "Evening")[1])
            if somebody_else == "meanwhile":
                write()
        if somebody_else == "after":
            write()
        assert workspace.store.custody.is_kept is (somebody_else is None)
