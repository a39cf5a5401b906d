"""The command as its own process: encodings, pipes, terminals, and what it loads."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.outcomes import is_one_sentence
from tests.example import TEXT

RUN = [sys.executable, "-m", "annotator"]
ROOT = Path(__file__).parents[2]


def call(
    *arguments: object, environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Run the command with its outputs in pipes."""
    return subprocess.run(
        [*RUN, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "gbk"])
def test_json_is_utf_8_on_any_system(transcript: Path, encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = call("turns", transcript, "--json", environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    facts = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert facts[1]["speaker"] == "主持人"


def test_a_table_in_a_narrow_encoding_loses_characters_not_the_command(transcript: Path) -> None:
    done = call("turns", transcript, environment={"PYTHONIOENCODING": "cp1252"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"moderator" in done.stdout
    assert b"???" in done.stdout


def test_a_mistyped_command_ends_with_two_and_no_window() -> None:
    done = call("imprt", "a.annotator", environment={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
    assert (done.returncode, done.stdout) == (2, b"")
    assert is_one_sentence(done.stderr.decode())
    assert b"imprt" in done.stderr


def test_verifying_loads_neither_qt_nor_numbers(project: Path) -> None:
    code = (
        "import sys; from annotator.__main__ import main; code = main(['verify', sys.argv[1]]); "
        "print(code, *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(project)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    code_and_modules = done.stdout.split()
    assert code_and_modules[0] == "0"
    assert "sqlite3" in code_and_modules
    assert not {"PySide6", "shiboken6", "numpy", "pandas", "xlsxwriter"} & set(code_and_modules)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_one_sentence(project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUN, "info", str(project)], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert is_one_sentence(done.stderr.decode())
    assert done.stderr.startswith(b"Standard output: ")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently on Windows")
def test_a_reader_that_has_left_ends_the_command_quietly(project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*RUN, "history", str(project)],
            cwd=ROOT,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_appears_on_a_terminal(empty_project: Path, transcript: Path) -> None:
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"this system gives no terminal: {error}")
    try:
        done = subprocess.run(
            [*RUN, "import", str(empty_project), str(transcript)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=theirs,
            check=False,
        )
        shown = os.read(ours, 4096).decode()
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 0
    assert b"Importing" not in done.stdout
    assert shown.startswith("\rImporting: 1 of 1\r\nDocuments imported: 1, records: ")


@pytest.mark.skipif(sys.platform != "linux", reason="file names that are no text need Linux")
def test_a_file_name_that_is_no_text_is_told_without_a_crash(transcript: Path) -> None:
    strange = os.fsencode(transcript.parent) + b"/bad\xff.txt"
    transcript.rename(os.fsdecode(strange))
    done = subprocess.run(
        [*map(os.fsencode, RUN), b"turns", strange, b"--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    missing = subprocess.run(
        [*map(os.fsencode, RUN), b"turns", strange + b"x"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert missing.returncode == 1
    assert is_one_sentence(missing.stderr.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.parametrize("command", ["import", "export"])
def test_a_full_disk_is_one_sentence_and_harms_nothing(
    empty_project: Path, transcript: Path, tmp_path: Path, command: str
) -> None:
    assert call("import", empty_project, transcript).returncode == 0
    large = tmp_path / "large.txt"
    large.write_text("MODERATOR: Welcome.\n" + "All is well here.\n" * 40_000, encoding="utf-8")
    if command == "export":
        assert call("import", empty_project, large).returncode == 0
    arguments = {
        "import": ["import", empty_project, large],
        "export": ["export", empty_project, "--format", "jsonl", "--output", tmp_path / "out"],
    }
    before = sorted(tmp_path.iterdir())
    code = (
        "import resource, sys; from annotator.__main__ import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)); "
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments[command])],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    *_others, last = done.stderr.decode().splitlines(keepends=True)
    assert is_one_sentence(last)
    assert sorted(tmp_path.iterdir()) == before
    assert call("verify", empty_project).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes a file")
@pytest.mark.parametrize("arguments", [("--json",), ()])
def test_a_command_whose_standard_output_is_closed_does_its_work(
    project: Path, arguments: tuple[str, ...]
) -> None:
    line = ["sh", "-c", 'exec "$@" >&-', "sh", *RUN, "info", str(project), *arguments]
    done = subprocess.run(line, cwd=ROOT, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals for a group of processes")
@pytest.mark.parametrize("wait_for_a_line", [True, False])
def test_ctrl_c_reaches_all_processes_and_one_sentence_says_so(
    tmp_path: Path, *, wait_for_a_line: bool
) -> None:
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    process = subprocess.Popen(
        [*RUN, "suggest", str(tmp_path), "--jobs", "2", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    if wait_for_a_line:
        assert process.stdout.readline()
    else:
        _wait_for_children(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (1, b"Stopped.")


def _wait_for_children(parent: int) -> None:
    """Wait until a process has started its first worker, which is still loading."""
    listing = Path(f"/proc/{parent}/task/{parent}/children")
    if not listing.exists():
        pytest.skip("this system does not tell the children of a process")
    while len(listing.read_text().split()) < 2:
        os.sched_yield()
