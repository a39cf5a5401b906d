"""Files that are no sound project: every command refuses them in one sentence, unharmed."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.outcomes import CommandLine, is_one_sentence, meddle
from tests.store.example_store import meddling

Spoil = Callable[[Path], None]
COMMANDS = ("info", "verify", "history", "import", "export")


def arguments(command: str, project: Path) -> list[object]:
    """Return a call of a command that would work on a sound project."""
    more: dict[str, list[object]] = {
        "import": [project.parent / "briefing.txt"],
        "export": ["--format", "jsonl", "--output", project.parent / "out.jsonl"],
    }
    return [command, project, *more.get(command, [])]


def become_empty(path: Path) -> None:
    path.write_bytes(b"")


def become_text(path: Path) -> None:
    path.write_text("MODERATOR: Welcome.\n" * 500)


def become_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def become_a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def become_another_database(path: Path) -> None:
    path.unlink()
    meddle(path, "CREATE TABLE meta (key, value)")


def lose_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lose_the_tables(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(len(content) - 100))


def gain_a_trigger(path: Path) -> None:
    meddle(path, "CREATE TRIGGER t AFTER INSERT ON document BEGIN DELETE FROM author; END")


def gain_a_view(path: Path) -> None:
    meddle(path, "CREATE VIEW authors AS SELECT load_extension('x')")


def move_a_mark(path: Path) -> None:
    with meddling(path) as db:
        triggers = db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("UPDATE span SET start = start + 1, stop = stop + 1")


def become_newer(path: Path) -> None:
    meddle(path, "UPDATE meta SET value = '9.9' WHERE key = 'needs_version'")
    meddle(path, "PRAGMA user_version = 99")


SPOILED: tuple[Spoil, ...] = (
    become_empty,
    become_text,
    become_binary,
    become_a_folder,
    become_a_link_to_itself,
    become_another_database,
    lose_the_end,
    lose_the_tables,
    gain_a_trigger,
    gain_a_view,
    move_a_mark,
    become_newer,
)


REFUSED = [(x, y) for x in SPOILED for y in COMMANDS if (x, y) != (move_a_mark, "verify")]
"""To say of a moved mark that it was moved is what verify is for."""


@pytest.mark.parametrize(("spoil", "command"), REFUSED)
def test_a_file_that_is_no_sound_project_is_refused_by_name(
    annotator: CommandLine, project: Path, spoil: Spoil, command: str
) -> None:
    spoil(project)
    content = project.read_bytes() if project.is_file() else b""
    outcome = annotator(*arguments(command, project))
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert str(project) in outcome.err
    assert (project.read_bytes() if project.is_file() else b"") == content
    assert not (project.parent / "out.jsonl").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_sound_project_is_not(annotator: CommandLine, project: Path, command: str) -> None:
    assert annotator(*arguments(command, project)).code == 0


def test_a_newer_file_tells_the_version_it_needs(annotator: CommandLine, project: Path) -> None:
    become_newer(project)
    assert "version 9.9" in annotator("info", project).err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_a_pipe_does_not_hang(annotator: CommandLine, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.annotator"
    os.mkfifo(pipe)
    outcome = annotator("info", pipe)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)


@pytest.mark.slow
def test_a_project_that_somebody_else_is_writing(
    annotator: CommandLine, project: Path, transcript: Path
) -> None:
    with closing(sqlite3.connect(project, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert annotator("info", project).code == 0
        outcome = annotator("import", project, transcript)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert annotator("verify", project).code == 0
