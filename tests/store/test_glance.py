"""What lies beside the open project, and what a file holds at a glance."""

import shutil

import pytest

from annotator.model.errors import UserError
from annotator.store.glance import glance
from annotator.store.project_file import Store
from tests.store.example_store import annotation, new_store, session, step

NAMES = (
    "example (conflicted copy 2026-11-25).annotator",
    "example (Lin's conflicted copy 2026-11-25).annotator",
    "example.sync-conflict-20261125-190000-ABCDEFG.annotator",
    "example-Konflikt.annotator",
    "example-LAPTOP.annotator",
    "example(冲突副本).annotator",
    "example.annotator (1)",
)


@pytest.fixture
def store(store: Store) -> Store:
    store.apply(step(annotation(600)))
    return store


@pytest.mark.parametrize("name", NAMES)
def test_another_state_of_the_file_is_recognised_whatever_its_name(store: Store, name: str) -> None:
    beside = store.path.with_name(name)
    store.save_shadow(beside)
    with Store.open(beside, session()) as other:
        for number in (700, 701, 702):
            other.apply(step(annotation(number)))
    store.apply(step(annotation(601)))
    before = beside.read_bytes(), store.path.read_bytes()
    [found] = store.copies_beside()
    assert (found.path, found.only_here, found.only_there) == (beside, 1, 3)
    assert (beside.read_bytes(), store.path.read_bytes()) == before
    store.close()


def test_an_older_state_beside_the_file_holds_nothing_new(store: Store) -> None:
    store.save_shadow(store.path.with_name("older.annotator"))
    store.apply(step(annotation(601)))
    [found] = store.copies_beside()
    assert (found.only_here, found.only_there) == (1, 0)
    store.close()


def test_other_projects_saved_copies_and_rubbish_are_not_meant(store: Store) -> None:
    folder = store.path.parent
    store.save_copy(folder / "copy.annotator")
    (folder / "rubbish.annotator").write_bytes(b"x" * 5000)
    (folder / "folder.annotator").mkdir()
    (folder / "link.annotator").symlink_to(store.path)
    (folder / "other").mkdir()
    new_store(folder / "other").close()
    shutil.copyfile(folder / "other" / "example.annotator", folder / "other.annotator")
    shutil.copyfile(folder / "other.annotator", folder / "unrelated.txt")
    assert store.copies_beside() == []
    store.close()


def test_a_glance_counts_and_dates(store: Store) -> None:
    store.close()
    before = store.path.read_bytes()
    found = glance(store.path)
    assert (found.title, found.documents, found.annotations) == ("Example", 1, 1)
    assert found.last_change.startswith("2026-01-01T00:00")
    assert found.last_transaction == store.tail.last
    assert store.path.read_bytes() == before
    store.path.write_bytes(before[:2000])
    with pytest.raises(UserError):
        glance(store.path)
