"""The commands on the guide's pages, run word for word on files as the pages call them."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.resources import resource_path
from annotator.workspace.project import Project
from tests.cli.outcomes import CommandLine
from tests.example import TEXT
from tests.formats.foreign_projects import made

PAGES = resource_path("help")


def commands() -> Iterator[str]:
    """Yield each command that stands on a line of its own."""
    for page in sorted(PAGES.rglob("*.md")):
        text = page.read_text("utf-8")
        yield from re.findall(r"^    annotator (.+)$", text, re.MULTILINE)
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
            for line in block.splitlines():
                name, _, rest = line.partition(" ")
                assert name == "annotator", line
                yield rest


COMMANDS = sorted(commands())


def test_each_page_with_a_command_is_found() -> None:
    assert [shlex.split(command)[0] for command in COMMANDS] == [
        *("correct", "import", "import", "new"),
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_guide_does_what_it_says(
    command: str, annotator: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Briefing 1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "corrected.txt").write_text(TEXT.replace("12", "13"), "utf-8")
    (codes,) = re.findall(
        "```toml\n(.*?)```", (PAGES / "codebooks.md").read_text("utf-8"), re.DOTALL
    )
    (tmp_path / "codes.toml").write_text(codes, "utf-8")
    (tmp_path / "study.qda").mkdir()
    made("qualcoder", tmp_path / "study.qda" / "data.qda")
    made("taguette", tmp_path / "taguette.sqlite3")
    with Project.create(tmp_path / "project.annotator") as project:
        (document,) = project.import_files(tmp_path / "Briefing 1.txt").added
        assert document.title == "Briefing 1"
    outcome = annotator(*shlex.split(command))
    assert outcome.code == 0, outcome.err
    is_new = command.startswith("new ")
    path = tmp_path / ("briefings.annotator" if is_new else "project.annotator")
    with Project.open(path, read_only=True) as project:
        if is_new:
            assert [label.slug for label in project.labels] == ["budget", "subsidy"]
        else:
            assert len(project.documents) == 2
