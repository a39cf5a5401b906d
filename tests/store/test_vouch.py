"""Which files open at once and which are checked first."""

from itertools import count
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.records import Setting
from annotator.store.project_file import Store
from annotator.store.vouch import Vouching
from tests.store.example_store import meddling, new_store, session, step


def is_checked_when_opened(path: Path, vouched: Path) -> bool:
    """Say whether opening ran the long checks: they would have found the flaw."""
    try:
        Store.open(path, session(vouch_folder=vouched), read_only=True).close()
    except UserError:
        return True
    return False


def spoil(path: Path, vouched: Path) -> None:
    """Make a flaw that only the long checks find, and vouch for the file all the same."""
    with meddling(path) as db:
        db.execute("UPDATE label SET slug = 'changed'")
        last = db.execute("SELECT id FROM txn ORDER BY key DESC LIMIT 1").fetchone()[0]
        project = db.execute("SELECT value FROM meta WHERE key = 'project_id'").fetchone()[0]
    Vouching(vouched, path, project).remember(last)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path, tmp_path / "vouched" / "here")
    store.close()
    return store.path


def test_a_vouched_file_opens_without_the_long_checks(path: Path, tmp_path: Path) -> None:
    spoil(path, tmp_path)
    assert not is_checked_when_opened(path, tmp_path)


def test_a_file_that_changed_since_is_checked(path: Path, tmp_path: Path) -> None:
    spoil(path, tmp_path)
    vouched_at = path.stat().st_mtime_ns
    for n in count():
        with meddling(path) as db:
            # the same slug again would not be written
            db.execute("UPDATE label SET slug = ?", (f"again-{n}",))
        if path.stat().st_mtime_ns != vouched_at:  # a disk's clock is coarse
            break
    assert is_checked_when_opened(path, tmp_path)


def test_another_file_of_the_same_project_is_checked(path: Path, tmp_path: Path) -> None:
    spoil(path, tmp_path)
    other = tmp_path / "other.annotator"
    other.write_bytes(path.read_bytes())
    assert is_checked_when_opened(other, tmp_path)


def test_closing_vouches_and_makes_the_folder(path: Path, tmp_path: Path) -> None:
    vouched = tmp_path / "vouched" / "here"
    with Store.open(path, session()) as store:
        assert Vouching(vouched, path, store.project_id).knows(store.tail.last)
        assert not Vouching(vouched, path, "another project").knows(store.tail.last)


def test_closing_does_not_vouch_for_what_somebody_else_wrote(tmp_path: Path) -> None:
    vouched = tmp_path / "vouched"
    store = new_store(tmp_path, vouched)
    with meddling(store.path) as db:
        db.execute("UPDATE label SET slug = 'changed'")
    store.apply(step(Setting("memo", "x")))  # type: ignore[arg-type]
    store.close()
    assert is_checked_when_opened(store.path, vouched)


def test_reading_only_does_not_vouch(path: Path, tmp_path: Path) -> None:
    Store.open(path, session(vouch_folder=tmp_path / "mine"), read_only=True).close()
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("marks", ["", "[]", "{}", "\x00"])
def test_damaged_marks_vouch_for_nothing(path: Path, tmp_path: Path, marks: str) -> None:
    vouching = Vouching(tmp_path / "m", path, "p")
    vouching.remember("t")
    assert vouching.knows("t")
    next((tmp_path / "m").iterdir()).write_text(marks)
    assert not vouching.knows("t")


def test_nothing_is_kept_without_a_folder(path: Path) -> None:
    vouching = Vouching(None, path, "p")
    vouching.remember("t")
    assert not vouching.knows("t")
