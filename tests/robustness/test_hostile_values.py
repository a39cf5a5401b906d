"""Values and counts that are far too large, in a file whose schema is exactly ours."""

import shutil
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

import pytest

from annotator.model.errors import UserError
from annotator.store.guard import LIMITS
from annotator.store.images import LIMIT
from annotator.store.project_file import Store
from tests.robustness.work import real_session
from tests.store.example_store import annotation, meddling, new_store, step

LONGEST = 5.0


def bomb(db: Connection) -> None:
    """Let a change of the history unpack to more than may be unpacked."""
    packer = zlib.compressobj(1)
    megabytes = (LIMIT >> 20) + 1
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()
    db.execute("UPDATE change SET images = ? WHERE key = 1", (packed,))


def deep(depth: int) -> str:
    return '{"a":' + "[" * depth + "]" * depth + "}"


def many_rows(db: Connection) -> None:
    """Add rows that no history knows."""
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "INSERT INTO setting (id, value) SELECT 'k' || i, 'v' FROM n"
    )


VALUES: dict[str, Callable[[Connection], object]] = {
    "packed bomb": bomb,
    "deep history": lambda db: db.execute(
        "UPDATE change SET images = ? WHERE key = 1", (b"[" * 100_000,)
    ),
    "number of digits": lambda db: db.execute(
        "UPDATE change SET images = ? WHERE key = 1", (b"[[" + b"9" * 100_000 + b"],[]]",)
    ),
    "history of another shape": lambda db: db.execute(
        "UPDATE change SET images = ? WHERE key = 1", (b'[{"id": 5}, "x"]',)
    ),
    "unknown table": lambda db: db.execute("UPDATE change SET tbl = 'sqlite_schema'"),
    "deep value": lambda db: db.execute("UPDATE label SET names = ?", (deep(990),)),
    "deeper value": lambda db: db.execute("UPDATE label SET names = ?", (deep(100_000),)),
    "long value": lambda db: db.execute(
        "INSERT INTO setting (id, value) VALUES ('x', printf('%.*c', ?, 'y'))",
        (LIMITS["LENGTH"] + 9,),
    ),
    "many rows": many_rows,
    "a text of no pieces": lambda db: db.execute("UPDATE text SET chars = 1 << 62"),
    "a piece far away": lambda db: db.execute("UPDATE piece SET ord = 1 << 62"),
    "a span without end": lambda db: db.execute("UPDATE span SET stop = 1 << 62"),
    "a span from before": lambda db: db.execute("UPDATE span SET start = -(1 << 62)"),
    "no text in a text": lambda db: db.execute("UPDATE span SET quote = CAST(x'ff41fe' AS TEXT)"),
    "clock at its end": lambda db: db.execute("UPDATE txn SET clock = 9223372036854775807"),
    "title of megabytes": lambda db: db.execute(
        "UPDATE meta SET value = printf('%.*c', 9000000, 'y') WHERE key = 'title'"
    ),
    "identity missing": lambda db: db.execute("DELETE FROM meta WHERE key = 'project_id'"),
    "json of another shape": lambda db: db.execute("UPDATE label SET extra_fields = ?", ("[1]",)),
    "transaction named like a path": lambda db: db.execute(
        "UPDATE txn SET id = '../../../../../../../tmp/evil.annota' WHERE key = 1"
    ),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a sound file, which no test changes."""
    store = new_store(tmp_path_factory.mktemp("sound"))
    store.apply(step(annotation(600)))
    store.close()
    return store.path


@pytest.mark.slow
@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_is_not_sound_is_refused_in_time_and_the_file_left_alone(
    sound: Path, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "p.annotator"
    shutil.copyfile(sound, path)
    with meddling(path) as db:
        triggers = db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (trigger,) in triggers:
            db.execute(f"DROP TRIGGER {trigger}")
        VALUES[name](db)
    before = path.read_bytes()
    for read_only in (True, False):
        began = time.process_time()
        with pytest.raises(UserError) as refused:
            Store.open(path, real_session(), read_only=read_only)
        assert time.process_time() - began < LONGEST
        assert len(str(refused.value)) < 1000
    assert path.read_bytes() == before


def test_a_file_that_is_far_too_large_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    with path.open("wb") as file:
        file.truncate(17 << 30)
    with pytest.raises(UserError, match="too large"):
        Store.open(path, real_session())
