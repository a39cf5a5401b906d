"""Files that come in whole or not at all."""

from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Setting
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.whole_files import whole
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
