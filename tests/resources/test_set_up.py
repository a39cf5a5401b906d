"""Tests of resources/set_up.py on made-up machines; no command of theirs is run."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from resources import set_up
from resources.set_up import Finished, Machine, SetUpError
from resources.system import Platform
from tests.resources.machines import DEBIAN, FEDORA, MAC, WINDOWS, Shell, lacking, machine_in

NO_NETWORK = Finished(
    1,
    "WARNING: Retrying after connection broken by 'NewConnectionError(...: Failed to establish a "
    "new connection: [Errno -3] Temporary failure in name resolution')'\n"
    "ERROR: No matching distribution found for click==8.5.1",
)


def set_up_again(machine: Machine, shell: Shell, *extras: str) -> list[str]:
    """Set up once more and return the commands that took."""
    shell.commands.clear()
    set_up.set_up(machine, extras)
    return list(shell.commands)


# --- the order of things ---


def test_a_bare_machine_gets_an_environment_the_locked_packages_and_the_program(
    tmp_path: Path,
) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    environment, locked, program, loading = shell.commands
    assert environment.endswith(f"-m venv {tmp_path / '.venv'}")
    assert locked.startswith(str(tmp_path / ".venv/bin/python"))
    assert "--require-hashes" in locked
    assert locked.endswith(f"-r {tmp_path / 'resources/requirements.txt'}")
    assert program.endswith(f"--editable {tmp_path}")
    assert "import PySide6.QtWidgets" in loading


def test_each_step_is_told_in_one_line_with_its_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up.set_up(machine_in(tmp_path)[0], ())
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all(line.endswith(" s)") and " … done (" in line for line in lines)


def test_a_second_call_does_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    capsys.readouterr()
    assert set_up_again(machine, shell) == []
    assert capsys.readouterr() == ("", "")


def test_an_extra_is_added_to_the_environment_that_is_there(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    set_up_again(machine, shell, "test")
    assert shell.count("-m venv") == 0
    assert shell.count("requirements-test.txt") == 1
    assert shell.count("requirements.txt") == 0


def test_run_and_test_do_not_undo_each_other(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    set_up.set_up(machine, ("test",))
    assert set_up_again(machine, shell) == []
    assert set_up_again(machine, shell, "test") == []


def test_new_locked_packages_are_installed_into_the_environment(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    (tmp_path / "resources/requirements.txt").write_text("click==9\n", "utf-8")
    set_up_again(machine, shell)
    assert shell.count("--require-hashes") == 1
    assert shell.count("-m venv") == 0


def test_a_changed_project_only_installs_the_program_again(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    (tmp_path / "pyproject.toml").write_text("# changed\n", "utf-8")
    set_up_again(machine, shell)
    assert shell.count("--editable") == 1
    assert shell.count("--require-hashes") == 0


def test_a_moved_project_gets_a_new_environment(tmp_path: Path) -> None:
    machine, _ = machine_in(tmp_path / "before")
    set_up.set_up(machine, ())
    machine.root.rename(tmp_path / "after")
    moved, shell = machine_in(tmp_path / "after")
    set_up.set_up(moved, ())
    assert shell.count("-m venv") == 1


# --- interrupted and broken set-ups ---


@pytest.mark.parametrize("word", ["-m venv", "--require-hashes", "--editable", "QtWidgets"])
def test_after_a_failure_the_next_call_begins_anew(tmp_path: Path, word: str) -> None:
    machine, shell = machine_in(tmp_path)
    shell.trouble[word] = Finished(1, "it broke")
    with pytest.raises(SetUpError, match="it broke"):
        set_up.set_up(machine, ())
    shell.trouble.clear()
    assert len(set_up_again(machine, shell)) == 4
    assert set_up_again(machine, shell) == []


def test_a_failure_while_an_extra_is_added_is_repaired(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    shell.trouble["requirements-test.txt"] = Finished(1, "it broke")
    with pytest.raises(SetUpError):
        set_up.set_up(machine, ("test",))
    shell.trouble.clear()
    set_up_again(machine, shell)
    assert shell.count("-m venv") == 1


def test_half_an_environment_is_thrown_away(tmp_path: Path) -> None:
    machine, _ = machine_in(tmp_path)
    half = machine.folder / "lib/left-over"
    half.mkdir(parents=True)
    set_up.set_up(machine, ())
    assert not half.exists()


@pytest.mark.parametrize("name", ["python", "annotator"])
def test_an_environment_without_its_commands_is_made_anew(tmp_path: Path, name: str) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    machine.command(name).unlink()
    set_up_again(machine, shell)
    assert shell.count("-m venv") == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"environment": "another"}'])
def test_an_unreadable_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    machine, shell = machine_in(tmp_path)
    set_up.set_up(machine, ())
    machine.stamp.write_text(text, "utf-8")
    set_up_again(machine, shell)
    assert shell.count("-m venv") == 1


def test_an_environment_that_cannot_be_removed_is_said(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    machine.folder.write_text("a file where the folder should be", "utf-8")
    with pytest.raises(SetUpError, match="cannot be removed"):
        set_up.set_up(machine, ())
    assert shell.commands == []


# --- what the system lacks ---


def test_root_with_apt_gets_libraries_font_and_venv_before_the_environment(tmp_path: Path) -> None:
    bare = replace(lacking(DEBIAN, {"libEGL.so.1"}), has_chinese_font=lambda: False)
    machine, shell = machine_in(tmp_path, bare, venv=False)
    set_up.set_up(machine, ())
    assert shell.commands[:2] == [
        "apt-get update",
        "apt-get install -y --no-install-recommends fonts-noto-cjk libegl1 python3.11-venv",
    ]
    assert "-m venv" in shell.commands[2]


@pytest.mark.parametrize("bare", [lacking(FEDORA), replace(lacking(DEBIAN), is_root=False)])
def test_others_are_told_the_command_and_nothing_is_installed(
    tmp_path: Path, bare: Platform
) -> None:
    machine, shell = machine_in(tmp_path, bare)
    with pytest.raises(SetUpError, match=r"libxcb-cursor.*\n.*run this again\."):
        set_up.set_up(machine, ())
    assert shell.commands == []
    assert not machine.folder.exists()


def test_a_python_without_venv_is_told_its_package(tmp_path: Path) -> None:
    machine, _ = machine_in(tmp_path, replace(DEBIAN, is_root=False, has_sudo=True), venv=False)
    with pytest.raises(SetUpError, match=r"sudo apt-get install .* python3\.11-venv"):
        set_up.set_up(machine, ())


def test_an_unknown_linux_is_told_the_names_of_the_libraries(tmp_path: Path) -> None:
    machine, _ = machine_in(tmp_path, lacking(replace(FEDORA, manager=""), {"libEGL.so.1"}))
    with pytest.raises(SetUpError, match=r"Install libEGL\.so\.1, and run this again\."):
        set_up.set_up(machine, ())


def test_a_missing_font_alone_is_said_and_does_not_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine, shell = machine_in(tmp_path, replace(FEDORA, has_chinese_font=lambda: False))
    set_up.set_up(machine, ())
    assert "sudo dnf install -y google-noto-sans-cjk-fonts" in capsys.readouterr().out
    assert shell.count("--editable") == 1


def test_a_system_that_qt_does_not_run_on_is_said_first(tmp_path: Path) -> None:
    musl = replace(lacking(DEBIAN), manager="apk", version=(0, 0))
    machine, shell = machine_in(tmp_path, musl)
    with pytest.raises(SetUpError, match="Qt has no packages for this system"):
        set_up.set_up(machine, ())
    assert shell.commands == []


def test_a_failing_package_manager_stops_with_its_words(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path, lacking(DEBIAN))
    shell.trouble["install -y"] = Finished(100, "E: Could not get lock /var/lib/dpkg/lock")
    with pytest.raises(SetUpError, match="Could not get lock"):
        set_up.set_up(machine, ())
    assert shell.count("-m venv") == 0


def test_a_library_that_the_table_does_not_know_is_named(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    words = "Traceback ...\nImportError: libnew.so.7: cannot open shared object file"
    shell.trouble["QtWidgets"] = Finished(1, words)
    with pytest.raises(SetUpError, match=r"^ImportError: libnew\.so\.7: .*\nQt cannot be loaded"):
        set_up.set_up(machine, ())


# --- what pip says ---


def test_no_network_is_said_in_a_sentence(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path)
    shell.trouble["--require-hashes"] = NO_NETWORK
    with pytest.raises(SetUpError, match=r"^ERROR: No .*\nThere is no network.*again\.$"):
        set_up.set_up(machine, ())


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("Err:1 Could not resolve 'deb.example'", "no network"),
        ("Err:1 Temporary failure resolving 'deb.example'", "no network"),
        ("ConnectTimeoutError(...)", "no network"),
        ("ProxyError('Cannot connect to proxy.')", "no network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "not the expected one"),
        ("something else", "see above"),
        ("", "see above"),
    ],
)
def test_the_words_of_pip_tell_what_to_do(output: str, expected: str) -> None:
    assert expected in set_up.why_failed(output)


def test_of_an_unknown_failure_the_last_words_are_shown() -> None:
    shown = set_up.why_failed("\n".join(f"line {number}" for number in range(100)))
    assert "line 87\n" not in shown
    assert shown.startswith("line 88\n")


# --- places ---


@pytest.mark.parametrize("here", [DEBIAN, MAC, WINDOWS])
def test_a_folder_with_spaces_and_chinese_characters_is_no_obstacle(
    tmp_path: Path, here: Platform
) -> None:
    machine, shell = machine_in(tmp_path / "我的 项目 (2)", here)
    set_up.set_up(machine, ())
    (path_file,) = machine.folder.glob("**/*.pth")
    path = path_file.read_text("ascii")
    assert (path_file.parent / path).resolve() == machine.root.resolve()
    assert set_up_again(machine, shell) == []


def test_commands_of_the_environment_are_where_the_system_keeps_them(tmp_path: Path) -> None:
    linux, _ = machine_in(tmp_path)
    windows, _ = machine_in(tmp_path, WINDOWS)
    assert linux.command("annotator") == tmp_path / ".venv/bin/annotator"
    assert windows.command("annotator") == tmp_path / ".venv/Scripts/annotator.exe"


def test_windows_is_set_up_with_its_own_commands(tmp_path: Path) -> None:
    machine, shell = machine_in(tmp_path, WINDOWS)
    set_up.set_up(machine, ())
    assert shell.commands[1].startswith(str(tmp_path / ".venv/Scripts/python.exe"))
    assert set(json.loads(machine.stamp.read_text("utf-8"))) == {
        *("environment", "program", "requirements.txt")
    }


# --- commands ---


def test_commands_see_no_foreign_packages_and_speak_utf_8() -> None:
    given = {"PYTHONPATH": "/elsewhere", "PYTHONHOME": "/old", "PATH": "/bin"}
    here = set_up.child_environment(given, offscreen=False)
    assert here.keys() & {"PYTHONPATH", "PYTHONHOME", "QT_QPA_PLATFORM"} == set()
    assert (here["PATH"], here["PYTHONUTF8"], here["PIP_USER"]) == ("/bin", "1", "0")


def test_commands_keep_what_python_compiled() -> None:
    given = {"PYTHONDONTWRITEBYTECODE": "1", "PATH": "/bin"}
    assert "PYTHONDONTWRITEBYTECODE" not in set_up.child_environment(given, offscreen=True)


def test_offscreen_commands_draw_no_window() -> None:
    assert set_up.child_environment({}, offscreen=True)["QT_QPA_PLATFORM"] == "offscreen"


def test_what_a_command_says_is_kept_with_its_code() -> None:
    code = "import sys; print('汉字'); print('error', file=sys.stderr); sys.exit(3)"
    environment = set_up.child_environment(os.environ, offscreen=False)
    done = set_up.perform([sys.executable, "-c", code], environment, captured=True)
    assert done.code == 3
    assert set(done.output.split()) == {"汉字", "error"}


def test_a_command_that_is_not_there_ends_with_127() -> None:
    done = set_up.perform(["no-such-command-here"], os.environ, captured=False)
    assert done.code == 127
    assert "no-such-command-here" in done.output


def test_this_machine_is_the_one_with_this_project() -> None:
    machine = set_up.this_machine(offscreen=True)
    assert (machine.root / "pyproject.toml").is_file()
    assert set_up.parts(machine, ("test",)).keys() == {
        *("environment", "program", "requirements.txt", "requirements-test.txt")
    }
