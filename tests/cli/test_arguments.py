"""What commands share: the project that they open and the ways to say what they print."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annotator.cli.arguments import json_option, opened, project_argument
from annotator.model.errors import UserError
from annotator.model.project_edits import set_setting


@click.command()
@project_argument
@json_option
def show(project: Path, *, as_json: bool) -> None:
    """Say what was understood."""
    click.echo(f"{project.name} {as_json}")


@pytest.mark.parametrize(("words", "told"), [([], "False"), (["--json"], "True")])
def test_a_project_is_named_first_and_json_is_a_choice(words: list[str], told: str) -> None:
    found = CliRunner().invoke(show, ["some where.annotator", *words])
    assert found.output == f"some where.annotator {told}\n"
    assert CliRunner().invoke(show, words).exit_code == 2


def test_a_project_is_read_only_unless_a_command_writes_and_is_closed(project: Path) -> None:
    with opened(project) as workspace, pytest.raises(UserError, match="read-only"):
        workspace.apply(set_setting(None, "memo", "x"))
    with opened(project, read_only=False) as workspace:
        workspace.apply(set_setting(None, "memo", "x"))
    with opened(project) as workspace:
        assert workspace.setting("memo")
    with pytest.raises(UserError), opened(project.with_name("none.annotator")):
        pass
