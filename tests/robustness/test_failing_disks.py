"""When the file cannot be written: the edit stays, a sentence says why, and there is a way out."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.errors import CannotWriteError, NotSavedError, OverwrittenError, UserError
from annotator.model.records import Annotation
from annotator.store.project_file import Store
from annotator.workspace.workspace import Workspace
from tests.example import DOCUMENT, MONEY
from tests.robustness.disks import (
    fill,
    folder_for_all,
    make_read_only,
    mounted,
    without_rights,
)
from tests.robustness.work import make_project, real_session
from tests.store.test_guard import CRASH

Harm = Callable[[Path], None]


def mark(workspace: Workspace, start: int) -> None:
    s = workspace.load(DOCUMENT.id)
    workspace.apply(edits.mark(s, MONEY, ((start, start + 3),), workspace.hand))


def starts(where: Workspace | Store) -> list[int]:
    return [annotation.start for annotation in where.load(DOCUMENT.id).all(Annotation)]


def fails_to_mark(workspace: Workspace, start: int) -> str:
    """Try to mark; the mark stays in sight, and one sentence comes back."""
    before = starts(workspace)
    with pytest.raises(NotSavedError) as failed:
        mark(workspace, start)
    assert starts(workspace) == sorted([*before, start])
    assert len(workspace.unsaved) >= 1
    sentence = str(failed.value)
    assert sentence.endswith((".", "now."))
    assert "\n" not in sentence
    return sentence


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    """Give an open project with a recovery copy and two marks made since that was made."""
    (tmp_path / "disk").mkdir()
    path = tmp_path / "disk" / "work.annotator"
    make_project(path)
    session = real_session(tmp_path / "recovery")
    with Workspace.open(path, session) as workspace:
        mark(workspace, 0)
        workspace.keep_shadows()
        assert workspace.shadows
        workspace.shadows.take()
        mark(workspace, 10)
        shutil.copyfile(_older(tmp_path), tmp_path / "older")
        yield workspace


def _older(folder: Path) -> Path:
    """Return the project as it was before the last mark."""
    [shadow] = (folder / "recovery").glob("*/2*.annotator")
    return shadow


def _delete(path: Path) -> None:
    path.unlink()


def _move(path: Path) -> None:
    path.rename(path.with_name("moved"))


def _replace_by_older(path: Path) -> None:
    shutil.copyfile(path.parent.parent / "older", path.with_name("incoming"))
    path.with_name("incoming").replace(path)


def _overwrite_by_older(path: Path) -> None:
    path.write_bytes((path.parent.parent / "older").read_bytes())


def _overwrite_by_something_else(path: Path) -> None:
    path.write_bytes(b"something else " * 3000)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


HARMS: dict[str, tuple[Harm, str]] = {
    "deleted": (_delete, "moved, replaced"),
    "moved": (_move, "moved, replaced"),
    "replaced by an older version": (_replace_by_older, "moved, replaced"),
    "overwritten by an older version": (_overwrite_by_older, "older version"),
    "overwritten by something else": (_overwrite_by_something_else, "overwritten|damaged"),
    "emptied": (_empty, "overwritten|damaged|older version"),
}


@pytest.mark.parametrize("name", HARMS)
def test_work_goes_on_in_a_copy_with_everything_in_it(
    work: Workspace, tmp_path: Path, name: str
) -> None:
    harm, sentence = HARMS[name]
    harm(work.path)
    there = work.path.read_bytes() if work.path.exists() else None
    assert re.search(sentence, fails_to_mark(work, 20))
    with pytest.raises(NotSavedError):
        mark(work, 30)
    with pytest.raises(UserError):
        work.save_again()
    assert starts(work) == [0, 10, 20, 30]
    old = work.path
    work.save_elsewhere(tmp_path / "elsewhere.annotator")
    assert work.unsaved == []
    mark(work, 40)
    assert (old.read_bytes() if old.exists() else None) == there
    with Store.open(tmp_path / "elsewhere.annotator", real_session(), read_only=True) as store:
        assert starts(store) == [0, 10, 20, 30, 40]
        assert store.verify() == []


@pytest.mark.parametrize("name", ["deleted", "moved", "overwritten by an older version"])
def test_trying_again_works_once_the_file_is_back(
    work: Workspace, tmp_path: Path, name: str
) -> None:
    work.store.save_shadow(tmp_path / "kept")
    HARMS[name][0](work.path)
    fails_to_mark(work, 20)
    shutil.copyfile(tmp_path / "kept", work.path)
    work.save_again()
    assert work.unsaved == []
    mark(work, 30)
    with Store.open(work.path, real_session(), read_only=True) as store:
        assert starts(store) == [0, 10, 20, 30]


def test_an_older_version_in_its_place_is_noticed_before_anything_is_written(
    work: Workspace,
) -> None:
    assert work.news() == []
    _overwrite_by_older(work.path)
    with pytest.raises(OverwrittenError, match="older version"):
        work.news()
    assert work.is_cut_off
    assert work.news() == []
    assert work.is_cut_off


def test_the_place_of_the_older_version_is_not_written_over(work: Workspace) -> None:
    _replace_by_older(work.path)
    fails_to_mark(work, 20)
    there = work.path.read_bytes()
    with pytest.raises(UserError, match="choose another name"):
        work.save_elsewhere(work.path)
    assert work.path.read_bytes() == there
    assert len(work.unsaved) == 1


def test_without_a_recovery_copy_an_overwritten_file_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    make_project(path)
    older = path.read_bytes()
    with Workspace.open(path, real_session()) as workspace:
        mark(workspace, 0)
        path.write_bytes(older)
        fails_to_mark(workspace, 10)
        with pytest.raises(OverwrittenError):
            workspace.save_elsewhere(tmp_path / "elsewhere.annotator")
        assert starts(workspace) == [0, 10]
        assert not (tmp_path / "elsewhere.annotator").exists()


# --- disks ---


def test_a_full_disk_keeps_the_edit_until_there_is_room() -> None:
    with mounted() as disk:
        path = disk / "p.annotator"
        make_project(path)
        with Workspace.open(path, real_session()) as workspace:
            mark(workspace, 0)
            filler = fill(disk)
            assert "disk is full" in fails_to_mark(workspace, 10)
            with pytest.raises(NotSavedError, match="disk is full"):
                workspace.save_again()
            assert workspace.store.verify() == []
            assert starts(workspace.store) == [0]
            with pytest.raises(NotSavedError, match="could not be written"):
                workspace.save_elsewhere(disk / "other.annotator")
            assert sorted(entry.name for entry in disk.iterdir()) == ["filler", path.name, "plain"]
            filler.unlink()
            workspace.save_again()
            assert starts(workspace.store) == [0, 10]


def test_a_full_disk_is_left_for_another(tmp_path: Path) -> None:
    with mounted() as disk:
        make_project(disk / "p.annotator")
        with Workspace.open(disk / "p.annotator", real_session()) as workspace:
            fill(disk)
            fails_to_mark(workspace, 10)
            workspace.save_elsewhere(tmp_path / "elsewhere.annotator")
            assert starts(workspace.store) == [10]


def test_a_folder_that_became_read_only_keeps_the_edit() -> None:
    with folder_for_all() as folder, without_rights():
        make_project(folder / "p.annotator")
        with Workspace.open(folder / "p.annotator", real_session()) as workspace:
            folder.chmod(0o555)
            with pytest.raises(PermissionError):
                (folder / "plain").touch()
            assert "folder cannot be written" in fails_to_mark(workspace, 10)
            folder.chmod(0o755)
            workspace.save_again()
            assert starts(workspace.store) == [10]


def test_a_read_only_file_says_so_and_opens_for_reading() -> None:
    with folder_for_all() as folder, without_rights():
        path = folder / "p.annotator"
        make_project(path)
        path.chmod(0o444)
        with pytest.raises(PermissionError):
            path.open("ab")
        with pytest.raises(CannotWriteError, match="read-only or copy"):
            Workspace.open(path, real_session())
        with Workspace.open(path, real_session(), read_only=True) as workspace:
            with pytest.raises(UserError, match="open read-only"):
                mark(workspace, 0)
            assert workspace.unsaved == []


@pytest.mark.parametrize("has_crashed", [False, True])
def test_a_read_only_medium_opens_for_reading_also_after_a_crash(
    tmp_path: Path,
    has_crashed: bool,  # noqa: FBT001
) -> None:
    with mounted("16m") as disk:
        path = disk / "p.annotator"
        make_project(path)
        if has_crashed:
            crash(path)
        make_read_only(disk)
        before = {entry.name: entry.read_bytes() for entry in disk.iterdir()}
        with pytest.raises(CannotWriteError):
            Workspace.open(path, real_session())
        with Workspace.open(path, real_session(), read_only=True) as workspace:
            assert workspace.store.verify() == []
            assert "half" not in workspace.settings()
            workspace.store.save_copy(tmp_path / "copy.annotator")
        assert {entry.name: entry.read_bytes() for entry in disk.iterdir()} == before
        assert (path.with_name(path.name + "-journal") in disk.iterdir()) is has_crashed
    with Workspace.open(tmp_path / "copy.annotator", real_session()) as copy:
        mark(copy, 0)


def crash(path: Path) -> None:
    """Leave a hot journal beside a file."""
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0
