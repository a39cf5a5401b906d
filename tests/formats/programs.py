"""Other annotation programs, run beside the tests; some in an environment of their own."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest


def python_with(folder: Path, *packages: str) -> str:
    """Return a Python that has these packages, or skip the test.

    What ``pip`` is told may stand among them: ``--no-deps``.
    """
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    install = [python, "-m", "pip", "install", "--quiet", *packages]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        pytest.skip(f"{packages[0]} cannot be installed here: no package index")
    return python


def told_by(program: str, *arguments: Path, folder: Path, python: str = sys.executable) -> Any:  # noqa: ANN401 - JSON
    """Return what a program beside this module prints as its last line, run in a folder."""
    script = Path(__file__).with_name(program)
    command = [python, "-W", "ignore", str(script), *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])
