"""The command line: parse, call one function, print."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from io import TextIOWrapper

import click

from annotator.cli.commands import COMMANDS, command_named
from annotator.cli.output import say
from annotator.model.errors import UserError
from annotator.model.message import _
from annotator.version import __version__

USAGE_ERROR = 2


class CommandGroup(click.Group):
    """The commands, each loaded when it is asked for; a sentence for one that does not exist."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None if there is none of this name."""
        if cmd_name in COMMANDS:
            return command_named(cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names.

        Raises:
            click.UsageError: there is none, and it is no project file either.
        """
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise click.UsageError(_no_command(name, self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)


def _no_command(name: str, known: Sequence[str]) -> str:
    if like := get_close_matches(name, known, n=1):
        sentence = _(
            "There is no command and no file “{name}”, but a command {command}; "
            "see annotator --help."
        )
        return sentence.format(name=name, command=like[0])
    sentence = _("There is no command and no file “{name}”; see annotator --help.")
    return sentence.format(name=name)


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Mark claims, figures and topics in press-conference transcripts.\n\n"
        "Without a command, `annotator [PROJECT]` opens the window; `--sample zh` or "
        "`--sample en` opens a sample, `--theme light` or `--theme dark` chooses the colours, "
        "`--screenshot OUT.png` saves a picture of the window."
    ),
)
@click.version_option(__version__, prog_name="annotator")
def annotator() -> None:
    """Choose among the commands."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns 0, 1 if it failed or found something wrong, 2 for wrong usage."""
    _print_any_character()
    try:
        code = annotator.main(list(arguments), prog_name="annotator", standalone_mode=False)
        if sys.stdout is not None:  # Python has none where the caller closed it
            sys.stdout.flush()
    except click.ClickException as error:
        say(_one_line(error.format_message()).rstrip(".") + "." + _where_to_look(error))
        return USAGE_ERROR
    except click.Abort:
        say(_("Stopped."))
        return 1
    except UserError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(_system_sentence(error))
        if error.filename is None and sys.stdout is sys.__stdout__:
            _drop_output()
        return 1
    return code if isinstance(code, int) else 0


def _where_to_look(error: click.ClickException) -> str:
    """Name the help of the command that was used wrongly."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None or context.parent is None:
        return ""
    return " " + _("See {command} --help.").format(command=context.command_path)


def _print_any_character() -> None:
    """Let a character that the terminal's encoding lacks become a question mark, not a crash."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _drop_output() -> None:
    """Let what could not be written go: Python would try again at its end, and say so itself."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _system_sentence(error: OSError) -> str:
    place = error.filename or _("Standard output")
    return _("{path}: {reason}.").format(path=place, reason=error.strerror or error)


def _one_line(sentence: str) -> str:
    return " ".join(sentence.split())
