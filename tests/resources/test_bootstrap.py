"""Tests of resources/bootstrap.py: its verbs on made-up machines, and the locked packages."""

import ast
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from resources import bootstrap
from resources.set_up import Finished
from tests.resources.machines import DEBIAN, FEDORA, MAC, WINDOWS, lacking, machine_in

RESOURCES = Path(bootstrap.__file__).parent
SCRIPTS = ("bootstrap.py", "set_up.py", "system.py")
LOCKS = sorted(RESOURCES.glob("requirements*.txt"))

Captured = pytest.CaptureFixture[str]


# --- run ---


def test_run_sets_up_and_opens_a_sample(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    assert bootstrap.main(["run"], machine) == 0
    assert shell.shown == [f"{tmp_path / '.venv/bin/annotator'} --sample zh"]


def test_run_opens_the_program_of_windows(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path, WINDOWS, display="")
    assert bootstrap.main(["run", "--sample", "en"], machine) == 0
    assert shell.shown == [f"{tmp_path / '.venv/Scripts/annotator.exe'} --sample en"]


def test_a_screenshot_lies_where_the_caller_stands_and_needs_no_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    machine, shell = machine_in(tmp_path / "project", display="")
    assert bootstrap.main(["run", "--screenshot", "out.png"], machine) == 0
    assert shell.shown[0].endswith(f"--sample zh --screenshot {tmp_path / 'out.png'}")


def test_without_a_display_run_names_the_command_line(tmp_path: Path, capsys: Captured) -> None:
    machine, shell = machine_in(tmp_path / "with space", display="")
    assert bootstrap.main(["run"], machine) == 1
    assert shell.shown == []
    said = capsys.readouterr().out
    assert "There is no display" in said
    assert f'"{machine.command("annotator")}" --help' in said


def test_a_mac_always_has_a_display(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path, MAC, display="")
    assert bootstrap.main(["run"], machine) == 0
    assert len(shell.shown) == 1


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (2, 2), (-6, 1)])
def test_the_programs_code_is_passed_on(
    tmp_path: Path, capsys: Captured, code: int, expected: int
) -> None:
    machine, shell = machine_in(tmp_path)
    shell.trouble["--sample"] = Finished(code)
    assert bootstrap.main(["run"], machine) == expected
    assert ("signal 6" in capsys.readouterr().out) == (code < 0)


# --- test ---


def test_test_runs_every_check_and_sums_up(tmp_path: Path, capsys: Captured) -> None:
    machine, shell = machine_in(tmp_path)
    assert bootstrap.main(["test"], machine) == 0
    for word in ("ruff check", "ruff format", "-m mypy", "lint-imports", "coverage report"):
        assert shell.count(word) == 1
    assert len(shell.shown) == 1
    assert shell.shown[0].endswith("-m coverage run -m pytest -q -n auto --dist worksteal")
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"All 7 checks are fine \(\d+ s\)\.", lines[-1])
    for name in bootstrap.checks(machine, everything=False):
        assert sum(line.startswith(f"{name} … ok (") for line in lines) == 1


def test_a_failing_check_is_shown_and_the_others_go_on(tmp_path: Path, capsys: Captured) -> None:
    machine, shell = machine_in(tmp_path)
    shell.trouble["-m mypy"] = Finished(1, "one.py:1: error: wrong\nFound 1 error")
    assert bootstrap.main(["test"], machine) == 1
    said = capsys.readouterr().out
    assert re.search(r"mypy … FAILED \(.* s\)\none\.py:1: error: wrong\nFound 1 error\n", said)
    assert re.search(r"1 of 7 checks failed in \d+ s: mypy\.\n$", said)
    assert shell.count("coverage report") == 1


@pytest.mark.parametrize("word", ["-m pytest", "lint-imports", "coverage report", "ruff format"])
def test_each_check_can_fail_the_run(tmp_path: Path, word: str) -> None:
    machine, shell = machine_in(tmp_path)
    shell.trouble[word] = Finished(1, "no")
    assert bootstrap.main(["test"], machine) == 1


def test_all_is_passed_to_the_tests(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    assert bootstrap.main(["test", "--all"], machine) == 0
    assert shell.shown[0].endswith("pytest -q -n auto --dist worksteal --all")
    assert shell.count("requirements-test.txt") == 1


def test_tests_have_every_optional_library_in_the_locked_version() -> None:
    folder = Path(bootstrap.__file__).parent
    tested = set(pins(folder / "requirements-test.txt"))
    for extra in bootstrap.EXTRAS:
        assert set(pins(folder / f"requirements-{extra}.txt")) <= tested, extra


def pins(path: Path) -> list[str]:
    """Return the first word of each requirement: name and version."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line[:1].isalnum()]


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("", ""),
        ("All checks passed!\n", "All checks passed!"),
        ("a.py   3   0\nTOTAL   90   9   90%\n\n2 files skipped\n", "TOTAL 90 9 90%"),
    ],
)
def test_the_gist_of_a_check_is_its_total_or_last_line(output: str, expected: str) -> None:
    assert bootstrap.gist(output) == expected


# --- lock ---


def test_lock_asks_for_all_systems_and_each_extra_without_setting_up(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    assert bootstrap.main(["lock"], machine) == 0
    assert shell.commands == shell.shown
    assert len(shell.commands) == 1 + len(bootstrap.EXTRAS)
    assert all("--universal --generate-hashes" in command for command in shell.commands)
    assert f"--output-file {tmp_path / 'resources/requirements.txt'}" in shell.commands[-1]
    assert "--extra test" in shell.commands[0]
    assert all("--constraint" in command for command in shell.commands[1:])


def test_lock_stops_when_uv_fails(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    shell.trouble["uv pip"] = Finished(127)
    assert bootstrap.main(["lock"], machine) == 127
    assert len(shell.commands) == 1


# --- errors ---


def test_what_stops_the_set_up_is_one_message_and_code_1(tmp_path: Path, capsys: Captured) -> None:
    machine, shell = machine_in(tmp_path, lacking(FEDORA))
    assert bootstrap.main(["run"], machine) == 1
    assert "sudo dnf install" in capsys.readouterr().err
    assert shell.shown == []


def test_a_folder_that_cannot_be_written_is_no_traceback(tmp_path: Path, capsys: Captured) -> None:
    machine, _ = machine_in(tmp_path)
    (tmp_path / "resources/requirements.txt").unlink()
    assert bootstrap.main(["run"], machine) == 1
    assert "requirements.txt" in capsys.readouterr().err


def test_an_interruption_says_that_the_next_call_goes_on(tmp_path: Path, capsys: Captured) -> None:
    machine, shell = machine_in(tmp_path)

    def interrupted(_command: object) -> Finished:
        raise KeyboardInterrupt

    assert bootstrap.main(["run"], replace(machine, perform=interrupted)) == 1
    assert "next call" in capsys.readouterr().err
    assert bootstrap.main(["run"], replace(machine, perform=shell.perform)) == 0


def test_an_unknown_verb_is_refused(tmp_path: Path) -> None:
    machine, _ = machine_in(tmp_path, DEBIAN)
    with pytest.raises(SystemExit) as ended:
        bootstrap.main(["tset"], machine)
    assert ended.value.code == 2


# --- the files ---


def test_an_old_python_can_read_the_script_far_enough_to_say_so() -> None:
    source = (RESOURCES / "bootstrap.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    check = source.index("sys.version_info < (3, 11)")
    assert source.index("from resources") > check
    before = {line.split()[1] for line in source[:check].splitlines() if "import " in line}
    standard = {"argparse", "io", "sys", "time", "collections.abc", "concurrent.futures", "pathlib"}
    assert before <= standard


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_scripts_need_only_the_standard_library(name: str) -> None:
    tree = ast.parse((RESOURCES / name).read_text("utf-8"))
    found = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    found |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    roots = {module.partition(".")[0] for module in found}
    assert roots <= {*sys.stdlib_module_names, "resources"}


def test_there_is_a_lock_for_the_program_and_each_extra() -> None:
    extras = [f"requirements-{extra}.txt" for extra in bootstrap.EXTRAS]
    assert [lock.name for lock in LOCKS] == sorted(["requirements.txt", *extras])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locked_packages_have_exact_versions_and_hashes_and_name_no_host(lock: Path) -> None:
    text = lock.read_text("utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert len(packages) > 5
    for package in packages:
        assert re.match(
            r"[\w.-]+(\[\w+\])?==[\w.]+( ; .+)? \\\n    --hash=sha256:[0-9a-f]{64}", package
        )
    assert not re.search(r"://|--index|--find-links|--extra", text)


def test_the_extras_lock_the_same_versions_as_the_program() -> None:
    pins = [set(re.findall(r"(?m)^[\w.-]+==[\w.]+", lock.read_text("utf-8"))) for lock in LOCKS]
    program = pins[[lock.name for lock in LOCKS].index("requirements.txt")]
    assert all(program <= pin for pin in pins)
