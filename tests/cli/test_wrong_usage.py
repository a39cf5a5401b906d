"""What a person reads who uses a command wrongly or looks for one."""

from pathlib import Path

import pytest

from annotator.cli.commands import COMMANDS
from tests.cli.outcomes import CommandLine


@pytest.mark.parametrize(
    ("arguments", "command"),
    [(("info",), "info"), (("export", "a.annotator"), "export"), (("turns", "a", "b"), "turns")],
)
def test_wrong_usage_names_the_help_of_the_command(
    annotator: CommandLine, arguments: tuple[str, ...], command: str
) -> None:
    outcome = annotator(*arguments)
    assert outcome.code == 2
    assert outcome.err.endswith(f". See annotator {command} --help.\n")
    assert ".." not in outcome.err


def test_the_list_of_commands_tells_each_in_full(annotator: CommandLine) -> None:
    listed = annotator("--help").out.partition("Commands:")[2]
    assert len(listed.strip().splitlines()) == len(COMMANDS)
    assert "..." not in listed


def test_a_document_that_is_not_there_is_named(annotator: CommandLine, tmp_path: Path) -> None:
    project, text = tmp_path / "a.annotator", tmp_path / "a.txt"
    text.write_text("A: Yes.\n", encoding="utf-8")
    assert annotator("new", project).code == 0
    outcome = annotator("correct", project, "nowhere", text)
    assert (outcome.code, outcome.err) == (1, "No document has the title or id nowhere.\n")
