"""The long checks of a file that is on show already."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.first_check import FirstCheck
from annotator.store.beside import StoreBeside
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace


def shown(folder: Path) -> Workspace:
    folder.mkdir(exist_ok=True)
    create_project(folder / "p.annotator", this_person()).close()
    session = this_person()
    return Workspace(StoreBeside.beside(folder / "p.annotator", session), session)


def test_a_sound_file_is_opened_anew(tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    for read_only in (True, False):
        workspace = shown(tmp_path / str(read_only))
        check = FirstCheck(owner, workspace)
        with qtbot.waitSignal(check.passed, timeout=60_000):
            check.start(read_only=read_only)
        assert workspace.is_proven
        assert workspace.read_only is read_only
        workspace.close()


def test_a_file_that_is_gone_by_then_fails_with_a_sentence(tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    workspace = shown(tmp_path)
    workspace.path.unlink()
    check = FirstCheck(owner, workspace)
    with qtbot.waitSignal(check.failed, timeout=60_000) as failed:
        check.start(read_only=False)
    assert "cannot be opened" in str(failed.args)
    assert not workspace.is_proven
    workspace.close()
