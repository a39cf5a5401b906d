"""Files damaged at random, opened as files nobody vouches for: noticed, or the same as before."""

import hashlib
import sqlite3
import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

import pytest

from annotator.gui.marks_of import headings_of, marks_of
from annotator.model.errors import UserError
from annotator.model.records import Annotation
from annotator.store.beside import StoreBeside
from annotator.store.check import UNREADABLE
from annotator.store.project_file import Store
from annotator.workspace.soundness import prove_file
from annotator.workspace.workspace import Workspace
from tests.robustness.work import Work, make_project, real_session
from tests.store.example_store import everything

pytestmark = pytest.mark.slow

PAGE = 4096
LONGEST = 5.0
STEPS = 40
SHOWN = 3
"""Of so many damaged files one is also shown before it is checked."""
Mutation = Callable[[bytearray, Random], None]


def flip_bits(content: bytearray, dice: Random) -> None:
    for _ in range(dice.choice((1, 1, 3))):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def random_bytes(content: bytearray, dice: Random) -> None:
    at, length = dice.randrange(len(content)), dice.choice((1, 8, 200))
    content[at : at + length] = dice.randbytes(len(content[at : at + length]))


def zero_a_page(content: bytearray, dice: Random) -> None:
    at = dice.randrange(len(content) // PAGE) * PAGE
    content[at : at + PAGE] = bytes(PAGE)


def swap_pages(content: bytearray, dice: Random) -> None:
    one, other = (dice.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    first, second = content[one : one + PAGE], content[other : other + PAGE]
    content[one : one + PAGE], content[other : other + PAGE] = second, first


def cut_off(content: bytearray, dice: Random) -> None:
    del content[dice.randrange(len(content)) :]


def huge_numbers(content: bytearray, dice: Random) -> None:
    """Write a length or count that is far too large where a page or a cell begins."""
    at = dice.randrange(len(content) // PAGE) * PAGE + dice.choice((0, 3, 5, 8, 100, 108, 4000))
    content[at : at + 4] = b"\xff\xff\xff\x7f"


MUTATIONS: tuple[Mutation, ...] = (
    flip_bits,
    random_bytes,
    zero_a_page,
    swap_pages,
    cut_off,
    huge_numbers,
)


def mutate_a_value(path: Path, dice: Random) -> None:
    """Change one value past all checks of the schema, as somebody who knows SQLite could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db, suppress(sqlite3.Error):
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = MEMORY")
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        held = dict(triggers.fetchall())
        for name in held:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        (table,) = dice.choice([name for name in names if not name[0].startswith(("sqlite", "_"))])
        columns = db.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        column, kind = dice.choice(columns)
        new: object = dice.choice((-1, 0, 7, 1 << 62)) if kind == "INTEGER" else dice.choice("x去")
        if kind == "BLOB":
            new = dice.choice((b"[[],[]]", b"x\x9c\x00", b"[" * 100_000, b""))
        how = dice.choice(("DELETE FROM {t}", "UPDATE {t} SET {c} = ?"))
        sql = how.format(t=table, c=column) + f" WHERE rowid = {dice.randint(1, 6)}"
        with suppress(sqlite3.Error):
            db.execute(sql, (new,) if "?" in sql else ())
        for statement in held.values():
            db.execute(statement)


def contents(store: Store) -> tuple[object, ...]:
    """Return all that a store shows: what it is, records, texts, and the whole history."""
    texts = [store.load(document.id).text for document in store.documents()]
    identity = (store.title, store.project_id, store.copy_id)
    return everything(store), texts, identity, list(store.history())


def outcome_of(path: Path, sound: tuple[object, ...], *, read_only: bool = True) -> str:
    """Open a file and say what came of it; see that the file was left alone."""
    before, began = _digest(path), time.process_time()
    try:
        with Store.open(path, real_session(), read_only=read_only) as store:
            outcome = "unchanged" if contents(store) == sound else "undetected"
    except UserError:
        outcome = "rejected"
    assert time.process_time() - began < LONGEST
    assert _digest(path) == before
    assert not list(path.parent.glob("*-journal"))
    return outcome


def shown_before_it_is_proven(path: Path) -> bool:
    """Show a file as the window does before the long checks, then run them; say if they pass.

    What it holds may be anything: the window takes these errors, and only these, for damage.
    """
    before, began = _digest(path), time.process_time()
    with (
        suppress(UserError, *UNREADABLE),
        Workspace(StoreBeside.beside(path, real_session()), real_session()) as workspace,
    ):
        for document in workspace.documents():
            s = workspace.begin(document.id).finish()
            deque(marks_of(s, s.all(Annotation), "en"), maxlen=0)
            headings_of(s)
    try:
        prove_file(path)
    except UserError:
        is_sound = False
    else:
        is_sound = True
    assert time.process_time() - began < LONGEST
    assert _digest(path) == before
    return is_sound


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def mutate_often(folder: Path, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    path, dice = folder / "p.annotator", Random(3)  # noqa: S311 - the same damage in every run
    make_project(path)
    with Workspace.open(path, real_session()) as workspace:
        work = Work(workspace, Random(2), folder)  # noqa: S311 - as above
        for _ in range(STEPS):
            work.step()
        sound = contents(workspace.store)
    whole, outcomes = path.read_bytes(), Counter[str]()
    assert outcome_of(path, sound) == "unchanged"
    for number in range(count):
        content = bytearray(whole)
        if number % 4:
            dice.choice(MUTATIONS)(content, dice)
            path.write_bytes(content)
        else:
            path.write_bytes(content)
            mutate_a_value(path, dice)
        outcome = outcome_of(path, sound, read_only=number % 3 > 0)
        outcomes[outcome] += 1
        if number % SHOWN == 0:
            assert shown_before_it_is_proven(path) == (outcome == "unchanged")
    with capsys.disabled():
        sys.stdout.write(f"\n{count} mutated files: {dict(outcomes)}\n")
    assert outcomes["undetected"] == 0
    assert outcomes["rejected"] > count / 4


@pytest.mark.slow
def test_500_mutated_files_are_noticed_or_unchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mutate_often(tmp_path, 500, capsys)


@pytest.mark.heavy
def test_10000_mutated_files_are_noticed_or_unchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mutate_often(tmp_path, 10_000, capsys)
