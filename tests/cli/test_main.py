"""Exit codes, wrong usage, help: what holds for every command."""

from pathlib import Path

import click
import pytest

from annotator import __version__
from annotator.cli.commands import COMMANDS, command_named
from annotator.cli.main import annotator as group
from annotator.model.errors import UserError
from tests.cli.outcomes import CommandLine, is_one_sentence

NAMES = (
    *("new", "import", "correct", "turns", "suggest", "check", "info", "verify", "history"),
    *("export", "convert", "formats"),
)


def test_the_commands_are_those_of_the_documentation() -> None:
    assert tuple(COMMANDS) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_and_its_options(annotator: CommandLine, name: str) -> None:
    outcome = annotator(name, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    command = command_named(name)
    assert command.help
    assert command.help.split()[0] in outcome.out
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert all(option.help and option.opts[0] in outcome.out for option in options)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_the_commands_and_the_window(annotator: CommandLine, option: str) -> None:
    outcome = annotator(option)
    assert outcome.code == 0
    assert all(f"\n  {name} " in outcome.out for name in NAMES)
    assert "annotator [PROJECT]" in outcome.out


def test_version_is_the_package_s(annotator: CommandLine) -> None:
    outcome = annotator("--version")
    assert outcome.code == 0
    assert __version__ in outcome.out


@pytest.mark.parametrize("arguments", [("imprt",), ("imprt", "a.annotator"), ("turn", "--json")])
def test_a_mistyped_command_is_an_error_that_names_it(
    annotator: CommandLine, arguments: tuple[str, ...]
) -> None:
    outcome = annotator(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert is_one_sentence(outcome.err)
    assert f"no command and no file “{arguments[0]}”" in outcome.err
    assert ("a command import" in outcome.err) is (arguments[0] == "imprt")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("info",), "PROJECT"),
        (("turns",), "FILE"),
        (("suggest",), "PATHS"),
        (("import", "a.annotator"), "FILES"),
        (("info", "a.annotator", "b.annotator"), "b.annotator"),
        (("info", "a.annotator", "--jsn"), "--jsn"),
        (("history", "a.annotator", "--limit", "0"), "--limit"),
        (("history", "a.annotator", "--limit", "many"), "many"),
        (("export", "a.annotator", "--format", "csv"), "--output"),
        (("export", "a.annotator", "--output", "a.csv"), "--format"),
        (("export", "a.annotator", "--format", "pdf", "--output", "a"), "pdf"),
        (("export", "a.annotator", "--format", "csv", "--output", "a", "--kind", "x"), "--kind"),
        (("--jsn",), "--jsn"),
    ],
)
def test_wrong_usage_is_two_with_one_line_that_names_the_place(
    annotator: CommandLine, arguments: tuple[str, ...], told: str
) -> None:
    outcome = annotator(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "  " not in outcome.err
    assert told in outcome.err


def test_wrong_usage_makes_no_file(annotator: CommandLine, tmp_path: Path) -> None:
    annotator("new", tmp_path / "a", "--codebok", "b.toml")
    assert not list(tmp_path.glob("*.annotator"))


@pytest.mark.parametrize("name", ["info", "verify", "history"])
@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_missing_project_is_one_with_one_sentence(
    annotator: CommandLine, tmp_path: Path, name: str, as_json: tuple[str, ...]
) -> None:
    outcome = annotator(name, tmp_path / "none.annotator", *as_json)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert "none.annotator" in outcome.err


@pytest.mark.parametrize("variable", ["ANNOTATOR_CONFIG_DIR", "ANNOTATOR_DATA_DIR"])
def test_a_project_is_read_where_the_program_can_keep_nothing_of_its_own(
    annotator: CommandLine, project: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, str(project / "config"))
    outcome = annotator("info", project)
    assert (outcome.code, outcome.err) == (0, "")
    assert "title: Parks" in outcome.out


def command_that_raises(error: BaseException) -> click.Command:
    """Return a command that fails."""

    def fail() -> None:
        raise error

    return click.Command("fail", callback=fail)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyboardInterrupt(), "Stopped."),
        (OSError(28, "No space left", "a.txt"), "a.txt: No space left."),
        (OSError("strange"), "Standard output: strange."),
        (UserError("The file {name} is late.", name="a"), "The file a is late."),
    ],
)
def test_what_can_go_wrong_is_told_in_a_sentence(
    annotator: CommandLine, monkeypatch: pytest.MonkeyPatch, error: BaseException, told: str
) -> None:
    monkeypatch.setitem(group.commands, "fail", command_that_raises(error))
    outcome = annotator("fail")
    assert (outcome.code, outcome.err.strip()) == (1, told)


def test_a_bug_is_not_hidden(annotator: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(group.commands, "fail", command_that_raises(ZeroDivisionError("bug")))
    with pytest.raises(ZeroDivisionError, match="bug"):
        annotator("fail")
