"""The command ``annotator``: a subcommand runs on the command line, a project in the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.model.message import _

WINDOW_OPTIONS = ("--sample", "--screenshot", "--theme")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if wants_window(given):
            from annotator.gui.app import run

            return run(given)
        from annotator.cli.main import run as run_command

        return run_command(given)
    except KeyboardInterrupt:  # while the program is still being loaded
        print(_("Stopped."), file=sys.stderr)  # noqa: T201
        return 1


def wants_window(arguments: Sequence[str]) -> bool:
    """Say whether the arguments ask for the window: none, a project file, or its options.

    A mistyped subcommand is neither, and goes to the command line, which says so. A subcommand is
    one also where a file of its name lies in the folder.
    """
    if not arguments:
        return True
    first = arguments[0]
    if first.split("=")[0] in WINDOW_OPTIONS or first.endswith(".annotator"):
        return True
    return not first.startswith("-") and Path(first).is_file() and not is_command(first)


def is_command(name: str) -> bool:
    """Say whether the command line has a subcommand of this name."""
    from annotator.cli.commands import COMMANDS

    return name in COMMANDS


if __name__ == "__main__":
    sys.exit(main())
