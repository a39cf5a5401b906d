"""Every command and format has help and a line in the README; all texts are in the catalogue."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import annotator
from annotator.cli.commands import COMMANDS, command_named
from annotator.formats.registry import FORMATS
from annotator.model.errors import UserError
from resources.rebuild import CATALOGUE, KEYWORDS, catalogue

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_a_line_in_the_readme(name: str) -> None:
    command = command_named(name)
    assert command.help
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help
    lines = README.read_text(encoding="utf-8").splitlines()
    assert any(
        line.startswith((f"| `annotator {command.name} ", f"| `annotator {command.name}`"))
        for line in lines
    )


def test_the_readme_names_every_format() -> None:
    text = README.read_text(encoding="utf-8").lower()
    for one in FORMATS:
        assert one.name in text


def test_the_readme_gives_both_commands_and_a_picture() -> None:
    text = README.read_text(encoding="utf-8")
    assert "python3 resources/bootstrap.py run" in text
    assert "python3 resources/bootstrap.py test" in text
    assert (README.parent / "resources" / "screenshot.png").is_file()
    assert "resources/screenshot.png" in text


def test_the_catalogue_holds_every_text_of_the_program() -> None:
    assert CATALOGUE.read_bytes() == catalogue(), "run resources/rebuild.py"
    assert b'msgid "There is no command and no file' in catalogue()


def test_the_catalogue_knows_every_error_that_is_a_sentence() -> None:
    for found in pkgutil.walk_packages(annotator.__path__, "annotator."):
        if not found.name.startswith(("annotator.gui", "annotator.__main__")):
            importlib.import_module(found.name)
    assert set(_below(UserError)) <= KEYWORDS.keys()


def _below(error: type[Exception]) -> Iterator[str]:
    """Yield the names of the program's errors of a class and of those that derive from it."""
    if error.__module__.startswith("annotator."):
        yield error.__name__
    for derived in error.__subclasses__():
        yield from _below(derived)
