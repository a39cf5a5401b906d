"""Which front end the arguments ask for."""

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.__main__ import wants_window


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["briefing.annotator"],
        ["--sample", "zh"],
        ["--sample=en", "--screenshot", "a.png"],
        ["--theme", "dark"],
    ],
)
def test_no_command_opens_the_window(arguments: list[str]) -> None:
    assert wants_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["info", "x.annotator"], ["imprt", "x.annotator"], ["--help"], ["--version"], ["-h"]],
)
def test_a_command_even_a_mistyped_one_goes_to_the_command_line(arguments: list[str]) -> None:
    assert not wants_window(arguments)


def test_any_file_that_is_there_opens_in_the_window(tmp_path: Path) -> None:
    file = tmp_path / "briefing.txt"
    assert not wants_window([str(file)])
    file.write_text("text")
    assert wants_window([str(file)])


def test_a_command_stays_one_where_a_file_of_its_name_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export").write_text("text")
    assert not wants_window(["export", "x.annotator"])
    assert wants_window(["./export"])


LOADING = """
import sys
from importlib.abc import MetaPathFinder

class Interrupts(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "annotator.cli.commands":
            raise KeyboardInterrupt

from annotator.__main__ import main
sys.meta_path.insert(0, Interrupts())
sys.exit(main(["info", "x.annotator"]))
"""


def test_a_program_that_is_stopped_while_it_loads_says_so() -> None:
    command = [sys.executable, "-c", LOADING]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Stopped.\n")
