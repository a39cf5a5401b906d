"""The command that shows the speaker turns of a transcript."""

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.cli.arguments import PATH, json_option
from annotator.cli.output import Fact, naming, print_table, say
from annotator.model.errors import UserError
from annotator.model.message import Message, _
from annotator.reading.sources import STANDARD_INPUT, items_in, piped_in, read_item
from annotator.reading.transcript import Transcript
from annotator.reading.turn_found import TurnFound


@click.command(
    short_help=_("Show the speaker turns of a transcript, without a project."),
    help=_(
        "Show the speaker turns of a transcript or of all in a folder, without a project.\n\nThe "
        "path - stands for a transcript that is piped in."
    ),
)
@click.argument("file", type=PATH)
@click.option("--encoding", help=_("The file's encoding, where guessing goes wrong."))
@json_option
def turns(file: Path, encoding: str | None, *, as_json: bool) -> int:
    """Show the turns found, each with its document's name if there are several; 1 if any failed."""
    failed: list[tuple[Path, Message]] = []
    found = list(_transcripts(file, encoding, failed))
    print_table(_facts(found, are_several=len(found) + len(failed) > 1), as_json=as_json)
    for path, message in failed:
        say(str(naming(path, message)))
    for name in [] if as_json else _without_speakers(found):
        say(
            _("No speaker was found in {name}; the window can split and name its turns.").format(
                name=name
            )
        )
    return 1 if failed else 0


def _transcripts(
    file: Path, encoding: str | None, failed: list[tuple[Path, Message]]
) -> Iterator[Transcript]:
    """Yield what a file, folder or archive holds; what cannot be read is added to ``failed``."""
    try:
        for item in [piped_in()] if file == STANDARD_INPUT else items_in(file):
            try:
                yield from read_item(item, encoding)
            except UserError as error:
                failed.append((file.parent / item.name, error.message))
    except UserError as error:  # the folder or archive itself
        failed.append((file, error.message))


def _without_speakers(found: list[Transcript]) -> list[str]:
    """Return the names of the transcripts in which nobody speaks by name."""
    return [one.source_name for one in found if not any(turn.speaker for turn in one.turns)]


def _facts(found: list[Transcript], *, are_several: bool) -> list[Fact]:
    """Return the turns of all transcripts, with times where one has them."""
    is_timed = any(turn.time_start is not None for one in found for turn in one.turns)
    return [
        {
            **_turn_fact(turn),
            **({"time_start": turn.time_start, "time_end": turn.time_end} if is_timed else {}),
            **({"document": one.source_name} if are_several else {}),
        }
        for one in found
        for turn in one.turns
    ]


def _turn_fact(turn: TurnFound) -> Fact:
    return {
        "speaker": turn.speaker,
        "role": (turn.role or turn.part).value,
        "affiliation": turn.affiliation,
        "start": turn.start,
        "body_start": turn.body_start,
        "end": turn.end,
    }
