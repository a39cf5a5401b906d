"""What an open project answers straight from its file."""

from pathlib import Path

import pytest

from annotator.model.ids import SettingId
from annotator.model.records import Setting
from tests.store.example_store import step
from tests.workspace.example_workspace import new_project


def test_the_answers_are_the_file_s(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        store = workspace.store
        workspace.apply(step(Setting(SettingId("memo"), "x")))
        assert workspace.path == store.path == tmp_path / "p.annotator"
        assert (workspace.project_id, workspace.title) == (store.project_id, "p")
        assert (workspace.read_only, workspace.is_proven) == (False, True)
        assert [author.id for author in workspace.authors()] == [workspace.session.author.id]
        assert workspace.settings()["memo"] == "x"
        assert workspace.setting("memo") == Setting(SettingId("memo"), "x")
        assert workspace.setting("none") is None
        assert (workspace.document_links(), workspace.relations_between_documents()) == ([], [])


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_file_that_cannot_say_names_no_step(tmp_path: Path, *, is_damaged: bool) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(step(Setting(SettingId("memo"), "x")))
        if is_damaged:
            workspace.path.write_bytes(b"\xa5" * workspace.path.stat().st_size)
        assert (workspace.undoable() is None) is is_damaged
        assert workspace.redoable() is None
