"""Journals of crashes, true and forged, and files that an older version of the program made."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.ids import SettingId
from annotator.model.records import Setting
from annotator.store import guard, recovering
from annotator.store.beside import StoreBeside
from annotator.store.project_file import Store
from annotator.store.recovering import END_OF_A_NAMED_OTHER
from annotator.store.schema import LADDER, migrate, newest, schema_made
from annotator.store.session import Session
from annotator.store.sqlite import Connection, connect
from tests.example import AUTHOR, MONEY, Clock
from tests.store.example_store import (
    NEW_ID,
    annotation,
    everything,
    mark_in,
    new_store,
    session,
    step,
)
from tests.store.test_guard import CRASH

FIXTURES = Path(__file__).parent / "fixtures"


def crash(path: Path) -> Path:
    """Leave a hot journal beside a file; returns the journal."""
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 0
    return journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path)
    mark_in(store, MONEY, "1.2亿元")
    store.close()
    return store.path


def files(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


# --- journals ---


def test_a_crash_is_put_right_and_said(path: Path) -> None:
    crash(path)
    with Store.open(path, session()) as store:
        assert store.was_recovered
        assert store.verify() == []
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with Store.open(path, session()) as store:
        assert not store.was_recovered


@pytest.mark.parametrize("opened", [Store.open, StoreBeside.beside])
def test_a_crash_is_put_right_through_a_link_too(
    path: Path, tmp_path: Path, opened: Callable[[Path, Session], Store]
) -> None:
    link = tmp_path / "elsewhere" / "link.annotator"
    link.parent.mkdir()
    link.symlink_to(path)
    crash(path)
    with opened(link, session()) as store:
        assert store.path == path.resolve()
        assert "half" not in store.settings()
        assert store.verify() == []
    assert [entry.name for entry in link.parent.iterdir()] == [link.name]


def test_reading_after_a_crash_touches_nothing(path: Path) -> None:
    crash(path)
    before = files(path.parent)
    with Store.open(path, session(), read_only=True) as store:
        assert "half" not in store.settings()
        assert store.verify() == []
    assert files(path.parent) == before


def test_a_file_mailed_without_its_journal_is_refused_and_opens_once_they_are_together(
    path: Path, tmp_path: Path
) -> None:
    journal = crash(path)
    mailed = tmp_path / "mailed"
    mailed.mkdir()
    shutil.copyfile(path, mailed / path.name)
    before = files(mailed)
    for read_only in (True, False):
        with pytest.raises(UserError):
            Store.open(mailed / path.name, session(), read_only=read_only)
    assert files(mailed) == before
    shutil.copyfile(journal, mailed / journal.name)
    with Store.open(mailed / path.name, session()) as store:
        assert store.verify() == []


def test_a_journal_of_another_state_is_not_played_back_over_a_sound_file(
    path: Path, tmp_path: Path
) -> None:
    shutil.copyfile(path, tmp_path / "early")
    journal = crash(tmp_path / "early")
    with Store.open(path, session()) as store:
        for number in range(600, 640):
            store.apply(step(annotation(number), Setting(SettingId(f"s{number}"), "x" * 3000)))
    shutil.copyfile(journal, path.with_name(path.name + "-journal"))
    folder = path.parent
    before = files(folder)
    for read_only in (True, False):
        with pytest.raises(UserError, match="do not fit together"):
            Store.open(path, session(), read_only=read_only)
    assert files(folder) == before


def with_a_named_other(journal: Path, victim: Path) -> None:
    """Forge the end of a journal that names a further file, as SQLite writes it."""
    name = os.fsencode(victim)
    end = (1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    checksum = sum(byte - 256 if byte > 127 else byte for byte in name) & 0xFFFFFFFF
    content = journal.read_bytes()
    journal.write_bytes(content + end + checksum.to_bytes(4, "big") + END_OF_A_NAMED_OTHER)


def test_a_forged_journal_deletes_no_other_file(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("of great worth")
    journal = crash(path)
    with_a_named_other(journal, victim)
    before = files(tmp_path)
    for read_only in (True, False):
        with pytest.raises(UserError, match="do not fit together"):
            Store.open(path, session(), read_only=read_only)
    assert files(tmp_path) == before
    db = sqlite3.connect(path)
    db.execute("SELECT count(*) FROM setting")
    db.close()
    assert not victim.exists(), "SQLite alone would have deleted it; else this tests nothing"


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_a_device_beside_the_file_is_not_waited_for(path: Path, ending: str, kind: str) -> None:
    beside = path.with_name(path.name + ending)
    match kind:
        case "pipe" if hasattr(os, "mkfifo"):
            os.mkfifo(beside)
        case "device" if os.name == "posix":
            beside.symlink_to("/dev/zero")
        case _:
            beside.mkdir()
    with pytest.raises(UserError, match="is not a file"):
        Store.open(path, session())


# --- files of older versions ---


def version_of(path: Path) -> int:
    with closing(connect(path.as_uri())) as db:
        return guard.version_of(db)


def test_every_version_of_the_schema_keeps_a_file() -> None:
    versions = [version_of(file) for file in sorted(FIXTURES.iterdir())]
    assert versions == list(range(1, newest() + 1))


@pytest.mark.parametrize("version", range(1, newest() + 1))
def test_a_file_of_each_version_opens_with_everything_in_it(version: int, tmp_path: Path) -> None:
    source = FIXTURES / f"version_{version}.annotator"
    path = tmp_path / source.name
    shutil.copyfile(source, path)
    before = files(tmp_path)
    with Store.open(path, session(), read_only=True) as reading:
        held = everything(reading)
        told = list(reading.history())
        assert reading.verify() == []
        assert len(told) > 20
    assert files(tmp_path) == before
    recovery = tmp_path / "recovery"
    writer = Session(AUTHOR, Clock(), NEW_ID, recovery_folder=recovery)
    with Store.open(path, writer) as store:
        assert everything(store) == held
        assert list(store.history()) == told
        assert store.verify() == []
        assert store._db.execute("PRAGMA user_version").fetchone() == (newest(),)
        assert store.undo()
    kept = list(files(recovery).values()) if recovery.exists() else []
    if version < newest():
        [backup] = recovery.iterdir()
        with Store.open(backup, session(), read_only=True) as store:
            assert everything(store) == held
        assert version_of(backup) == version
    else:
        assert kept == []


@contextmanager
def next_version(*statements: str) -> Iterator[None]:
    """Let the program have one more migration."""

    def m999(db: Connection) -> None:
        for statement in (*statements, f"PRAGMA user_version = {newest()}"):
            db.execute(statement)

    LADDER.append(("999_next", m999))
    schema_made.cache_clear()
    try:
        yield
    finally:
        LADDER.pop()
        schema_made.cache_clear()


def test_the_backup_comes_first_and_nothing_is_touched_without_it(path: Path) -> None:
    before = path.read_bytes()
    place = path.parent / "recovery"
    place.write_text("in the way")
    writer = Session(AUTHOR, Clock(), NEW_ID, recovery_folder=place)
    with next_version("CREATE TABLE later (a)"):
        with pytest.raises(UserError, match="could not be written"):
            Store.open(path, writer)
        assert path.read_bytes() == before
        place.unlink()
        with Store.open(path, writer) as store:
            assert store.verify() == []
    [backup] = place.iterdir()
    with Store.open(backup, session()) as store:
        assert store.verify() == []


def test_a_file_that_cannot_be_brought_up_stays_as_it_is(path: Path) -> None:
    before = files(path.parent)
    with next_version(
        "CREATE TABLE later (a INTEGER CHECK (a < 2)) STRICT",
        "INSERT INTO later SELECT count(*) FROM turn",
    ):
        for read_only in (True, False):
            with pytest.raises(UserError, match="could not be brought up"):
                Store.open(path, session(), read_only=read_only)
    assert files(path.parent) == before
    Store.open(path, session()).close()


def test_a_migration_that_leaves_another_schema_is_refused(tmp_path: Path) -> None:
    db = connect((tmp_path / "x").as_uri() + "?mode=rwc")
    migrate(db, 1)
    db.execute("CREATE TABLE stray (a)")
    with pytest.raises(UserError, match="could not be brought up"):
        recovering.climb(db)
    db.close()
