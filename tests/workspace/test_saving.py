"""Ways out when the project file can no longer be written."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.errors import OverwrittenError, UserError
from annotator.model.records import Setting
from annotator.store.project_file import Store
from annotator.workspace.saving import open_again, open_elsewhere, rebuild
from tests.store.example_store import new_store, session, step

MEMO = Setting("memo", "x")  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path)
    yield made
    made.close()


def replaced(store: Store, by: Path) -> None:
    """Put another file in the place of a project, as a program that synchronises does."""
    by.replace(store.path)


def test_the_same_work_in_another_file_is_opened_again(store: Store, tmp_path: Path) -> None:
    shutil.copyfile(store.path, tmp_path / "synced")
    replaced(store, tmp_path / "synced")
    with open_again(store, session()) as again:
        again.apply(step(MEMO))
        assert again.get(Setting, "memo") == MEMO


def test_a_file_that_is_gone_or_lacks_changes_is_never_written_over(
    store: Store, tmp_path: Path
) -> None:
    shutil.copyfile(store.path, tmp_path / "old")
    store.apply(step(MEMO))
    replaced(store, tmp_path / "old")
    before = store.path.read_bytes()
    with pytest.raises(OverwrittenError, match="lacks changes that were made here"):
        open_again(store, session())
    assert store.path.read_bytes() == before
    store.path.unlink()
    with pytest.raises(OverwrittenError, match="was moved or deleted"):
        open_again(store, session())


def test_a_copy_elsewhere_holds_everything_and_is_opened(store: Store, tmp_path: Path) -> None:
    store.apply(step(MEMO))
    with open_elsewhere(store, tmp_path / "copy.annotator", session(), None) as copy:
        assert (copy.get(Setting, "memo"), copy.project_id) == (MEMO, store.project_id)
    with pytest.raises(UserError, match="is the open project itself"):
        open_elsewhere(store, store.path, session(), None)


def test_where_an_older_version_stands_the_recovery_copy_and_the_changes_since_are_enough(
    store: Store, tmp_path: Path
) -> None:
    shadow = tmp_path / "shadow"
    store.save_copy(shadow)
    older = store.path.read_bytes()
    store.tail.keeps_recent = True
    store.apply(step(MEMO))
    with rebuild(store, tmp_path / "made.annotator", session(), shadow) as made:
        assert made.get(Setting, "memo") == MEMO
        assert [t.id for t in made.history()] == [t.id for t in store.history()]
    store.path.write_bytes(older)
    with pytest.raises(OverwrittenError):
        open_elsewhere(store, tmp_path / "none.annotator", session(), None)
    with open_elsewhere(store, tmp_path / "copy.annotator", session(), shadow) as copy:
        assert copy.get(Setting, "memo") == MEMO
    assert store.path.read_bytes() == older
