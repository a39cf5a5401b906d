"""Exports as the process beside the window does them, and what a killed one leaves."""

from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest

from annotator.formats.base import Selection
from annotator.formats.registry import format_named
from annotator.model.edit import joined
from annotator.model.edits import mark
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.exporting import Exporting
from annotator.workspace.exporting_beside import (
    LISTED,
    LossesFound,
    Progress,
    Target,
    export_beside,
    losses_beside,
)
from annotator.workspace.importing import import_files
from annotator.workspace.worker import Line
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written


class Owner(Line):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(Pipe()[0])
        self.told: list[object] = []

    def tell(self, news: object) -> None:
        self.told.append(news)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a project with a document on which many marks overlap."""
    with new_project(tmp_path) as made:
        [document] = import_files(made, [written(tmp_path / "a.txt", "40 came. " * 300)]).added
        s, label = made.load(document.id), made.find_label("quantity", LabelKind.FIGURE)
        marks = [
            mark(s, label, [(start, start + length)], made.hand)
            for start in range(0, 2700, 9)
            for length in (2, 7)
        ]
        made.apply(joined(Message("Mark"), *marks))
        yield made


def test_a_file_is_written_and_compared_with_the_project(
    workspace: Workspace, tmp_path: Path
) -> None:
    owner, path = Owner(), tmp_path / "out.jsonl"
    exporting = Exporting(format_named("jsonl"))
    done = export_beside(owner, ProjectBeside.of(workspace), exporting, path)
    assert (done.count, done.verified.annotations, done.verified.differences) == (600, 600, ())
    assert path.exists()
    assert all(isinstance(told, Progress) and told.total == 2 for told in owner.told)
    assert owner.told


def test_the_project_itself_is_never_written_over(workspace: Workspace) -> None:
    before = workspace.path.read_bytes()
    with pytest.raises(UserError):
        export_beside(
            Owner(),
            ProjectBeside.of(workspace),
            Exporting(format_named("csv")),
            workspace.path,
        )
    assert workspace.path.read_bytes() == before


def test_all_losses_are_counted_and_the_first_told_with_their_places(workspace: Workspace) -> None:
    owner = Owner()
    losses_beside(owner, ProjectBeside.of(workspace), Exporting(format_named("conll")))
    told = [found for found in owner.told if isinstance(found, LossesFound)]
    assert [found.is_first for found in told] == [True, *[False] * (len(told) - 1)]
    [(reason, count)] = told[-1].counts.items()
    assert count >= 300
    listed = [one for found in told for one in found.fresh]
    assert len(listed) == LISTED
    assert {str(loss.reason) for loss, _place in listed} == {reason}
    assert all(place.startswith("a: 40") for _loss, place in listed)


def test_what_a_killed_export_began_is_removed_and_nothing_else(tmp_path: Path) -> None:
    path, before = tmp_path / "out.csv", written(tmp_path / ".out.csv.swap", "an editor's")
    target = Target.of(path)
    assert not target.is_written()
    written(tmp_path / ".out.csv.x1", "half")
    written(tmp_path / ".out.csv.x2" / "a.txt", "half a folder")
    written(tmp_path / ".other.csv.x3", "somebody else's")
    target.clean()
    assert {p.name for p in tmp_path.iterdir()} == {before.name, ".other.csv.x3"}
    written(path, "whole")
    assert target.is_written()
    assert not Target.of(path).is_written()
    Target.of(tmp_path / "none" / "out.csv").clean()


def test_what_is_meant_is_counted_as_it_is_looked_through(workspace: Workspace) -> None:
    known = format_named("jsonl")
    nothing = Exporting(known, Selection(kind=LabelKind.TOPIC))
    ends = []
    for exporting in (Exporting(known), nothing):
        owner = Owner()
        losses_beside(owner, ProjectBeside.of(workspace), exporting)
        ends.append([found for found in owner.told if isinstance(found, LossesFound)][-1])
    assert [(found.documents, found.annotations) for found in ends] == [(1, 600), (1, 0)]
