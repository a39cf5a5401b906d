"""The command line as tests use it, and projects to use it on."""

from pathlib import Path

import pytest

from annotator.__main__ import main
from annotator.workspace.project import Project
from tests.cli.outcomes import CommandLine, Outcome
from tests.example import TEXT


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
