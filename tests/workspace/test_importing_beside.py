"""Imports as the process beside the window does them: reading and writing there."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from annotator.formats.offsets import OffsetUnit
from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Annotation, Setting
from annotator.store.spill import Waiting
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.importing import import_files
from annotator.workspace.importing_beside import (
    Begun,
    Looked,
    Order,
    correct_beside,
    import_beside,
    look_beside,
    paste_beside,
)
from annotator.workspace.workspace import Workspace
from tests.workspace.example_owner import Owner
from tests.workspace.example_workspace import new_project, written


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_project(tmp_path) as made:
        yield made


def order(workspace: Workspace, *paths: Path, passed: frozenset[Path] = frozenset()) -> Order:
    return Order(ProjectBeside.of(workspace), paths, passed=passed, group="together")


def titles(workspace: Workspace) -> list[str]:
    return [document.title for document in workspace.store.documents()]


def test_every_file_is_told_before_it_is_read_and_written_in_one_group(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        written(tmp_path / "in" / f"{name}.txt", f"Text {name}.")
    written(tmp_path / "in" / "bad.pdf", "%PDF-1.7")
    owner = Owner(workspace)
    last = import_beside(owner, order(workspace, tmp_path / "in"))
    begun = [told for told in owner.told if isinstance(told, Begun)]
    assert [(told.place.name, told.done, told.total) for told in begun] == [
        ("in", 0, 4),
        ("a.txt", 0, 4),
        ("b.txt", 1, 4),
        ("bad.pdf", 2, 4),
        ("c.txt", 3, 4),
    ]
    assert [path.name for told in begun for path, _why in told.news.failed] == ["bad.pdf"]
    assert last.failed == []
    assert len(workspace.documents()) == 3
    workspace.undo()
    assert workspace.documents() == []


def test_what_is_passed_over_is_not_read(workspace: Workspace, tmp_path: Path) -> None:
    one, two = (written(tmp_path / f"{n}.txt", f"Text {n}.") for n in (1, 2))
    owner = Owner(workspace)
    import_beside(owner, order(workspace, one, two, passed=frozenset({one})))
    assert len(titles(workspace)) == 1
    assert all(told.place == two for told in owner.told if isinstance(told, Begun))


def test_an_edit_that_is_not_saved_ends_the_import(workspace: Workspace, tmp_path: Path) -> None:
    paths = [written(tmp_path / f"{n}.txt", f"Text {n}.") for n in range(3)]
    owner = Owner(workspace)

    def no_more_room() -> None:
        workspace.expect(Waiting(Edit(Message("x"), added=(Setting(SettingId("memo"), "x"),))))

    def refuse_what_follows() -> None:
        if len(titles(workspace)) == 2:
            raise NotSavedError("The disk is full.")

    owner.before_writing = refuse_what_follows
    with pytest.raises(NotSavedError):
        import_beside(owner, order(workspace, *paths))
    assert len(titles(workspace)) == 2
    no_more_room()
    with pytest.raises(NotSavedError):
        import_beside(Owner(workspace), order(workspace, *paths))
    assert workspace.unsaved[0].added[0].id == "memo"
    assert len(workspace.unsaved) == 2
    assert len(titles(workspace)) == 2


def test_annotations_that_come_one_file_after_the_other_meet_the_documents_before(
    workspace: Workspace, tmp_path: Path
) -> None:
    line = '{"text": "Bus lines: 40 more.", "label": [[11, 13, "Number"]]}\n'
    first = written(tmp_path / "1.jsonl", line)
    second = written(tmp_path / "2.jsonl", line.replace("11, 13", "0, 3"))
    owner = Owner(workspace)
    owner.unit = OffsetUnit.CODE_POINTS.value
    import_beside(owner, order(workspace, first, second))
    [document] = workspace.documents()
    marked = workspace.store.load(document.id).all(Annotation)
    assert [annotation.quote for annotation in marked] == ["Bus", "40"]
    assert len({annotation.label for annotation in marked}) == 1


def test_a_look_tells_each_file_and_what_it_holds(workspace: Workspace, tmp_path: Path) -> None:
    known = written(tmp_path / "a.txt", "One.")
    fresh = written(tmp_path / "b.txt", "Two.")
    [document] = import_files(workspace, [known]).added
    owner = Owner(workspace)
    look_beside(owner, ProjectBeside.of(workspace), (known, fresh), {})
    told = cast("list[Looked]", owner.told)
    assert [path for path, _preview in told] == [known, known, fresh, fresh]
    begin, first, again, second = (preview for _path, preview in told)
    assert begin is again is None
    assert first is not None
    assert first.known == document
    assert second is not None
    assert second.is_new


def test_a_paste_without_paragraphs_is_its_plain_text(workspace: Workspace) -> None:
    project = ProjectBeside.of(workspace)
    paste_beside(Owner(workspace), project, "Moderator: Hello.", "<b></b>", "g")
    [document] = workspace.documents()
    assert workspace.load(document.id).text == "Moderator: Hello."
    again = paste_beside(Owner(workspace), project, "Moderator: Hello.", "", "g")
    assert [known for _path, known in again.known] == [document]
    with pytest.raises(UserError):
        paste_beside(Owner(workspace), project, " ", "", "g")


def test_a_correction_is_written_and_one_undo_takes_it_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    [document] = import_files(workspace, [written(tmp_path / "a.txt", "40 came.")]).added
    path = written(tmp_path / "b.txt", "41 came.")
    project, owner = ProjectBeside.of(workspace), Owner(workspace)
    correction = correct_beside(owner, project, document.id, path, "together")
    assert workspace.documents() == [document, correction.document]
    assert workspace.load(correction.document.id).text == "41 came."
    workspace.undo()
    assert workspace.documents() == [document]
