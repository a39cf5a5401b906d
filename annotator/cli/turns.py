"""The command that shows the speaker turns of a transcript."""

from pathlib import Path

import click

from annotator.cli.arguments import PATH, json_option
from annotator.cli.output import Fact, naming, print_table
from annotator.model.errors import UserError
from annotator.model.message import _
from annotator.reading.sources import read_sources
from annotator.reading.turn_found import TurnFound


@click.command(
    short_help=_("Show the speaker turns of a transcript, without a project."),
    help=_("Show the speaker turns of a transcript or of all in a folder, without a project."),
)
@click.argument("file", type=PATH)
@click.option("--encoding", help=_("The file's encoding, where guessing goes wrong."))
@json_option
def turns(file: Path, encoding: str | None, *, as_json: bool) -> None:
    """Show the turns found in a file, each with its document's name if there are several."""
    try:
        found = list(read_sources(file, encoding))
    except UserError as error:
        named = naming(file, error.message)
        raise UserError(named.template, **named.values) from error
    is_timed = any(turn.time_start is not None for one in found for turn in one.turns)
    facts = [
        {
            **_turn_fact(turn),
            **({"time_start": turn.time_start, "time_end": turn.time_end} if is_timed else {}),
            **({"document": one.source_name} if len(found) > 1 else {}),
        }
        for one in found
        for turn in one.turns
    ]
    print_table(facts, as_json=as_json)


def _turn_fact(turn: TurnFound) -> Fact:
    return {
        "speaker": turn.speaker,
        "role": (turn.role or turn.part).value,
        "affiliation": turn.affiliation,
        "start": turn.start,
        "body_start": turn.body_start,
        "end": turn.end,
    }
