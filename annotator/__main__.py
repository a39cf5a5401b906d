"""The command ``annotator``: a subcommand runs on the command line, a project in the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW_OPTIONS = ("--sample", "--screenshot", "--theme")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if wants_window(given):
        from annotator.gui.app import run

        return run(given)
    from annotator.cli.main import run as run_command

    return run_command(given)


def wants_window(arguments: Sequence[str]) -> bool:
    """Say whether the arguments ask for the window: none, a project file, or its options.

    A mistyped subcommand is neither, and goes to the command line, which says so.
    """
    if not arguments:
        return True
    first = arguments[0]
    if first.split("=")[0] in WINDOW_OPTIONS:
        return True
    return not first.startswith("-") and (first.endswith(".annotator") or Path(first).is_file())


if __name__ == "__main__":
    sys.exit(main())
