"""The command line as tests use it: arguments in, exit code and both outputs back."""

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.__main__ import main
from annotator.workspace.project import Project
from tests.example import TEXT


@dataclass(frozen=True)
class Outcome:
    """What one call of the command came to."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


CommandLine = Callable[..., Outcome]
FORMAT_NAMES = ["jsonl", "csv", "xlsx"]


def is_one_sentence(text: str) -> bool:
    """Say whether a message is one line that ends like a sentence, and no traceback."""
    return text.count("\n") == 1 and text.rstrip("\n")[-1] in ".?" and "Traceback" not in text


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the program's own files in the test's folder."""
    monkeypatch.setenv("ANNOTATOR_DATA_DIR", str(tmp_path / "own" / "data"))
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "own" / "config"))


@pytest.fixture
def annotator(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Return the command ``annotator`` as a function."""

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    """Return the example press conference as a text file."""
    path = tmp_path / "briefing.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def empty_project(tmp_path: Path) -> Path:
    """Return a project without documents."""
    path = tmp_path / "empty.annotator"
    Project.create(path).close()
    return path


@pytest.fixture
def project(tmp_path: Path, transcript: Path) -> Path:
    """Return a project with the example and one annotation of each kind on it."""
    path = tmp_path / "project.annotator"
    with Project.create(path, title="Parks") as opened:
        document = opened.import_files(transcript).added[0]
        for quote, label in (
            ("12个", "quantity"),
            ("公交线路新开7条", "statement"),
            ("12个公园什么时候开放", "transport"),
        ):
            start = TEXT.index(quote)
            opened.mark(document, start, start + len(quote), label)
    return path
