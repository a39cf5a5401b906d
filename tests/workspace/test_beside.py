"""An open project as a process beside the window has it."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.project_edits import change_document
from annotator.model.records import Document
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.importing import import_files
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written


def renamed(workspace: Workspace, title: str) -> tuple[Document, Edit]:
    [document] = workspace.documents()
    after = replace(document, title=title)
    return after, change_document(document, after)


def test_what_the_disk_did_not_take_is_seen_there(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        import_files(workspace, [written(tmp_path / "a.txt", "40 came.")])
        after, edit = renamed(workspace, "Evening")
        workspace.expect(edit)
        project = pickle.loads(pickle.dumps(ProjectBeside.of(workspace)))  # noqa: S301 - our own
        with project.opened() as beside:
            assert beside.documents() == [after]
            assert beside.load(after.id).document == after
        assert project.load(after.id).document == after
        assert workspace.store.documents() != [after]


def test_an_edit_is_written_by_the_owner_and_followed(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        import_files(workspace, [written(tmp_path / "a.txt", "40 came.")])
        after, edit = renamed(workspace, "Evening")
        project = ProjectBeside.of(workspace)
        with project.opened(lambda edit, group: workspace.apply(edit, group=group)) as beside:
            beside.apply(edit)
            assert beside.documents() == workspace.documents() == [after]


def test_without_an_owner_or_against_its_will_nothing_changes(tmp_path: Path) -> None:
    def refuse(_edit: Edit, _group: str | None) -> None:
        raise NotSavedError("The disk is full.")

    with new_project(tmp_path) as workspace:
        import_files(workspace, [written(tmp_path / "a.txt", "40 came.")])
        _after, edit = renamed(workspace, "Evening")
        before = workspace.documents()
        with ProjectBeside.of(workspace).opened() as beside, pytest.raises(UserError):
            beside.apply(edit)
        with ProjectBeside.of(workspace).opened(refuse) as beside:
            with pytest.raises(NotSavedError):
                beside.apply(edit)
            assert beside.documents() == before
        assert workspace.store.documents() == before
