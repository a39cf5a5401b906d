"""Files that come in whole or not at all."""

from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Setting
from annotator.store.spill import Waiting
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.whole_files import TOGETHER, together, whole
from annotator.workspace.workspace import Workspace


def setting(name: str) -> Edit:
    return Edit(Message("Set {name}", {"name": name}), added=(Setting(SettingId(name), "1"),))


def names_in(workspace: Workspace) -> set[str]:
    return {name for name in workspace.settings() if len(name) == 1}


def write_and_fail(workspace: Workspace, error: UserError) -> None:
    """Write two edits of a file, one of something else between them, then fail."""
    with whole(workspace, "g") as write:
        write(setting("b"))
        write(Edit(Message("Nothing")))
        workspace.apply(setting("c"))
        write(setting("d"))
        raise error


def test_what_was_written_before_a_failure_is_taken_back(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        workspace.apply(setting("a"), group="g")
        with pytest.raises(UserError, match="damaged"):
            write_and_fail(workspace, UserError("It is damaged."))
        assert names_in(workspace) == {"a", "c"}
        assert not workspace.store.verify()


def test_what_is_written_without_failure_is_undone_together(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        with whole(workspace, "g") as write:
            write(setting("a"))
            write(setting("b"))
        assert names_in(workspace) == {"a", "b"}
        workspace.undo()
        assert names_in(workspace) == set()


def test_what_was_finished_stays_where_the_disk_takes_no_more(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        with pytest.raises(NotSavedError, match="full"):
            write_and_fail(workspace, NotSavedError("The disk is full."))
        assert names_in(workspace) == {"b", "c", "d"}


def test_edits_that_are_written_together_are_a_transaction_each(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        heard: list[Edit] = []
        workspace.listen(heard.append)
        with whole(workspace, "g") as write:
            write(setting("a"), Edit(Message("Nothing")), setting("b"))
        newest = list(workspace.store.history())[:2]
        assert [t.group for t in newest] == ["g", "g"]
        assert [str(t.edit.label) for t in newest] == ["Set b", "Set a"] == told(heard)[::-1]
        assert not workspace.store.verify()
        workspace.undo()
        assert names_in(workspace) == set()


def write_runs(workspace: Workspace, *runs: str) -> None:
    """Write edits of a file, those of a run together."""
    with whole(workspace, "g") as write:
        for names in runs:
            write(*map(setting, names))


def told(edits: list[Edit]) -> list[str]:
    return [str(edit.label) for edit in edits]


def test_of_edits_that_are_written_together_none_stays_if_one_is_refused(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        workspace.apply(setting("c"))
        with pytest.raises(UserError, match="changed meanwhile"):
            write_runs(workspace, "ab", "dc")
        assert names_in(workspace) == {"c"}
        assert not workspace.store.verify()


def test_what_the_disk_does_not_take_together_is_tried_one_by_one(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        workspace.expect(Waiting(setting("x")))
        with pytest.raises(NotSavedError, match="still not saved"):
            write_runs(workspace, "ab")
        assert told(workspace.unsaved) == ["Set x", "Set a"]
        workspace.save_again()
        assert names_in(workspace) == {"x", "a"}


def test_edits_go_together_until_they_add_too_much() -> None:
    def adding(count: int) -> Edit:
        return Edit(Message("Add"), added=(Setting(SettingId("a"), "1"),) * count)

    runs = together(map(adding, [1, TOGETHER, TOGETHER + 1, 1, TOGETHER - 1, 1]))
    assert [[len(edit.added) for edit in run] for run in runs] == [
        *([1], [TOGETHER], [TOGETHER + 1], [1, TOGETHER - 1], [1]),
    ]
    assert list(together(())) == []
