"""Which module holds which command: it is loaded when the command is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "new": "projects",
        "import": "exchanging",
        "correct": "projects",
        "turns": "turns",
        "suggest": "suggesting",
        "check": "checking",
        "info": "projects",
        "verify": "projects",
        "history": "projects",
        "export": "exchanging",
        "convert": "exchanging",
        "formats": "exchanging",
    }
)
"""The name of each command, in the order of the help, and its module of this package."""


def command_named(name: str) -> click.Command:
    """Load a command.

    Raises:
        KeyError: there is none of this name.
    """
    module = import_module(f"annotator.cli.{COMMANDS[name]}")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, click.Command) and value.name == name
    )
