"""Showing what a process beside the window has written, without a window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.gui.beside_writer import BesideWriter
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import KnownTextError, UserError
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.store.beside import StoreBeside
from annotator.workspace.beside import Loan, Writing, Written
from annotator.workspace.importing import import_files
from annotator.workspace.opening import this_person
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written

MANY = 600
"""Claims: each is two records, so these come in parts."""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_project(tmp_path) as made:
        import_files(made, [written(tmp_path / "a.txt", "Lee: 40 came, 40 stayed.")])
        yield made


def marks(workspace: Workspace, count: int = MANY) -> Edit:
    s = workspace.load(workspace.documents()[0].id)
    return edits.mark_each(s, workspace.find_label("6"), [(5, 7)] * count, workspace.hand)


def told_of(workspace: Workspace, edit: Edit, group: str) -> list[Written]:
    """Write as the process does; return what it tells."""
    last = workspace.store.tail.last
    with StoreBeside.writing(workspace.path, this_person(), last) as store:
        store.apply(edit, group=group)
        return list(Written.parts(edit, store.take_recent()))


def count(workspace: Workspace) -> int:
    return workspace.load(workspace.documents()[0].id).count(Annotation)


def test_each_part_is_shown_when_it_is_told_and_all_is_one_step(workspace: Workspace) -> None:
    writer = BesideWriter(workspace)
    edit = marks(workspace)
    workspace.label_uses()
    counts = []
    for part in told_of(workspace, edit, writer.begin()):
        writer.hear(part)
        counts.append(count(workspace))
    assert counts == sorted(set(counts))
    assert len(counts) > 1
    assert workspace.news() == []
    assert writer.end()
    assert workspace.label_uses().total() == count(workspace) == MANY
    workspace.undo()
    assert count(workspace) == 0


@pytest.mark.parametrize("heard", [0, 1])
def test_what_the_process_could_not_tell_to_its_end_is_read_from_the_file(
    workspace: Workspace, heard: int
) -> None:
    writer = BesideWriter(workspace)
    edit = marks(workspace)
    workspace.label_uses()
    for part in told_of(workspace, edit, writer.begin())[:heard]:
        writer.hear(part)
    assert writer.end()
    assert workspace.label_uses().total() == count(workspace) == MANY
    assert workspace.news() == []


def test_it_tells_whether_anything_was_written(workspace: Workspace) -> None:
    writer = BesideWriter(workspace)
    assert not writer.end()
    writer.begin()
    assert not writer.end()


def test_what_the_process_cannot_write_is_written_or_refused_here(workspace: Workspace) -> None:
    writer = BesideWriter(workspace)
    edit = marks(workspace, 1)
    heard = writer.hear(Writing(edit, writer.begin()))
    assert heard == (edit, len(edit.added))
    assert count(workspace) == 1
    with pytest.raises(UserError):
        writer.hear(Writing(edit, "again"))


def test_a_text_that_came_meanwhile_is_not_written_here_twice(workspace: Workspace) -> None:
    [there] = workspace.documents()
    again = replace(there, id=DocumentId(workspace.session.new_id()))
    edit = Edit(Message("Import"), added=(again,))
    with pytest.raises(KnownTextError) as told:
        BesideWriter(workspace).hear(Writing(edit, None, texts_are_new=True))
    assert told.value.document == there
    assert workspace.documents() == [there]


def test_the_loan_of_the_file_is_followed(workspace: Workspace) -> None:
    writer = BesideWriter(workspace)
    writer.begin()
    for loan in (Loan.OPENED, Loan.FINISHED, Loan.ALONE):
        assert writer.hear(loan) is None
    assert workspace.store.custody.is_kept
