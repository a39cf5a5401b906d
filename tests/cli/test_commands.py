"""Commands are loaded one by one."""

import subprocess
import sys

import pytest

from annotator.cli.commands import COMMANDS, command_named

LOADED = """
import sys
from annotator.cli.main import run
run(["info", "nowhere.annotator"])
print(*sorted(name for name in sys.modules if name.startswith("annotator.")))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_in_its_module(name: str) -> None:
    assert command_named(name).name == name


def test_a_command_loads_neither_formats_nor_suggestions_that_it_does_not_need() -> None:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    packages = {name.split(".")[1] for name in done.stdout.split()}
    assert "workspace" in packages
    assert packages.isdisjoint({"formats", "suggest", "checks", "reading"})
