"""Opening files that are damaged, hostile, newer, or no projects at all."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from annotator.model.errors import UserError
from annotator.model.records import Setting
from annotator.store import guard
from annotator.store.guard import address_of, make_writable, open_guarded, our_schema, uri_of
from annotator.store.project_file import Store
from annotator.store.schema import schema_of
from annotator.store.sqlite import connect
from tests.example import MONEY
from tests.store.example_store import (
    annotation,
    mark_in,
    meddling,
    new_store,
    session,
    step,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = new_store(tmp_path)
    mark_in(store, MONEY, "1.2亿元")
    store.close()
    return store.path


def reopen(path: Path, *, read_only: bool = False) -> Store:
    """Open a file as somebody who has not vouched for it."""
    return Store.open(path, session(), read_only=read_only)


# --- what is not a project at all ---


def _text(path: Path) -> None:
    path.write_text("hello " * 1000)


def _other_program(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (a)")
    db.close()


NO_PROJECTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _path: None, "cannot be opened"),
    "folder": (Path.mkdir, "is not a file"),
    "empty": (Path.touch, "is empty"),
    "text": (_text, "is not a project file: what is in it is of another kind"),
    "other program": (_other_program, "not a project file"),
    "link to nothing": (lambda path: path.symlink_to("nothing"), "cannot be opened"),
    "link to itself": (lambda path: path.symlink_to(path.name), "cannot be opened"),
    "link to a folder": (lambda path: path.symlink_to(path.parent), "is not a file"),
    "endless device": (lambda path: path.symlink_to("/dev/zero"), "is not a file|cannot be opened"),
}


@pytest.mark.parametrize("name", NO_PROJECTS)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_project_is_refused(tmp_path: Path, name: str, read_only: bool) -> None:  # noqa: FBT001
    make, sentence = NO_PROJECTS[name]
    make(tmp_path / "x.annotator")
    with pytest.raises(UserError, match=sentence):
        reopen(tmp_path / "x.annotator", read_only=read_only)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    with pytest.raises(UserError, match="is not a file"):
        reopen(tmp_path / "x")


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_link_in_place_of_what_lies_beside_a_file_is_refused(path: Path, ending: str) -> None:
    beside = path.with_name(path.name + ending)
    beside.symlink_to("/etc/hostname")
    with pytest.raises(UserError, match=f"{ending} is not a file"):
        reopen(path)
    assert beside.is_symlink()


# --- a schema that is not ours ---

ATTACKS = {
    "extra trigger": "CREATE TRIGGER evil AFTER INSERT ON annotation "
    "BEGIN UPDATE setting SET value = 'x'; END",
    "view instead of table": "DROP TABLE document_link; CREATE VIEW document_link AS SELECT 1",
    "endless view": "CREATE VIEW v AS WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL "
    "SELECT n + 1 FROM x) SELECT * FROM x",
    "weakened check": "PRAGMA writable_schema = ON; UPDATE sqlite_schema "
    "SET sql = replace(sql, 'CHECK (0 <= start', 'CHECK (-9 <= start') WHERE name = 'turn'",
    "generated column": "ALTER TABLE speaker "
    "ADD COLUMN g TEXT AS (hex(zeroblob(900000000))) VIRTUAL",
    "expression index": "CREATE INDEX evil ON speaker(abs(name))",
    "virtual table": "CREATE VIRTUAL TABLE x USING fts5(a)",
    "sequence": "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE t",
    "version of before": "PRAGMA user_version = 0",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_schema_that_is_not_ours_is_refused(path: Path, name: str) -> None:
    with meddling(path) as db:
        db.executescript(ATTACKS[name])
    with pytest.raises(UserError, match="not a sound project file"):
        reopen(path)


def test_a_dropped_trigger_is_noticed(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER span_anchor_insert")
    db.close()
    with pytest.raises(UserError, match="span_anchor_insert"):
        reopen(path)


def test_a_foreign_application_id_is_refused(path: Path) -> None:
    with meddling(path) as db:
        db.execute("PRAGMA application_id = 0")
    with pytest.raises(UserError, match="not a project file"):
        reopen(path)


def test_a_newer_file_is_refused_with_the_version_it_needs(path: Path) -> None:
    with meddling(path) as db:
        db.execute("CREATE TABLE from_the_future (a)")
        db.execute("UPDATE meta SET value = '7.5' WHERE key = 'needs_version'")
        db.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"needs version 7\.5"):
        reopen(path)
    assert path.read_bytes() == before


def test_statistics_of_the_query_planner_do_no_harm(path: Path) -> None:
    with meddling(path) as db:
        db.execute("ANALYZE")
    reopen(path).close()


def test_the_expected_schema_is_that_of_a_new_file(path: Path) -> None:
    db = sqlite3.connect(path)
    assert schema_of(db) == our_schema()
    db.close()


# --- damage ---


def test_a_cut_file_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])
    with pytest.raises(UserError, match="Open a recovery copy") as refused:
        reopen(path)
    assert "database" not in str(refused.value)


# --- crashes, other modes, other rights ---

CRASH = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.execute("INSERT INTO setting (id, value) VALUES ('half', ?)", ("x" * 3_000_000,))
db.execute("UPDATE setting SET value = value || 'y'")
os._exit(9)
"""


@pytest.mark.parametrize("read_only", [True, False])
def test_what_a_crash_left_half_done_is_taken_back(path: Path, read_only: bool) -> None:  # noqa: FBT001
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    assert path.with_name(path.name + "-journal").exists()
    with reopen(path, read_only=read_only) as store:
        assert "half" not in store.settings()
        assert store.verify() == []


def test_a_file_with_a_write_ahead_log_gets_a_rollback_journal(path: Path) -> None:
    with meddling(path) as db:
        db.execute("PRAGMA journal_mode = WAL")
    with reopen(path) as store:
        assert store._db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert store._db.execute("PRAGMA synchronous").fetchone() == (3,)
        assert store._db.execute("PRAGMA temp_store").fetchone() == (2,)
        store.apply(step(annotation(600)))
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_opening_read_only_leaves_the_file_alone(path: Path) -> None:
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with reopen(path, read_only=True) as store:
        assert len(store.documents()) == 1
        with pytest.raises(UserError, match="read-only"):
            store.apply(step(Setting("memo", "x")))  # type: ignore[arg-type]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.fixture
def nobody() -> Iterator[None]:
    """Act as a user who may only read, also where the tests run as root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("the system has no user ids")
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    yield
    os.seteuid(was)


@pytest.fixture
def shared_file() -> Iterator[Path]:
    """Give a project in a folder that any user can see."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        store = new_store(Path(folder))
        store.close()
        yield store.path
        Path(folder).chmod(0o755)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_a_file_or_folder_that_cannot_be_written_opens_read_only(
    shared_file: Path, request: pytest.FixtureRequest, file_mode: int, folder_mode: int
) -> None:
    shared_file.chmod(file_mode)
    shared_file.parent.chmod(folder_mode)
    request.getfixturevalue("nobody")
    with reopen(shared_file, read_only=True) as store:
        assert len(store.documents()) == 1
        assert store.verify() == []
    with pytest.raises(UserError, match="cannot be written"):
        reopen(shared_file)


def test_odd_file_names_are_fine(tmp_path: Path) -> None:
    folder = tmp_path / "it's 50% #1? 发布会"
    folder.mkdir()
    store = new_store(folder)
    store.close()
    reopen(store.path).close()
    assert [entry.name for entry in folder.iterdir()] == [store.path.name]


def test_a_guarded_connection_cannot_write_until_it_is_made_writable(path: Path) -> None:
    db = open_guarded(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM setting")
    writing = make_writable(db, path)
    writing.execute("INSERT INTO setting (id, value) VALUES ('a', 'b')")
    writing.close()


def test_a_uri_keeps_the_file_name_apart_from_the_mode(tmp_path: Path) -> None:
    assert uri_of(tmp_path / "a?b#c", "ro").endswith("a%3Fb%23c?mode=ro")


def test_an_address_names_no_host_also_of_a_share_on_windows() -> None:
    """SQLite refuses an address with a host other than localhost."""
    assert address_of(PurePosixPath("/a b/c")) == "file:///a%20b/c"
    assert address_of(PureWindowsPath(r"C:\a\b")) == "file:///C:/a/b"
    assert address_of(PureWindowsPath(r"\\server\share\a b")) == "file:////server/share/a%20b"
    with pytest.raises(sqlite3.OperationalError, match="authority"):
        sqlite3.connect("file://server/share/a", uri=True)


def test_the_limit_counts_work_and_not_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "SECONDS_PER_100_MB", 0.3)
    query = (
        "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x LIMIT ?) "
        "SELECT count(*) FROM x"
    )
    with closing(connect(":memory:")) as db:
        guard.limit(db)
        time.sleep(0.4)
        assert db.execute(query, (50_000,)).fetchone() == (50_000,)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            db.execute(query, (-1,)).fetchone()
