"""How the command line speaks: facts on standard output, sentences on standard error."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from annotator.model.message import Message, _

T = TypeVar("T")
Fact = Mapping[str, object]


def print_facts(facts: Iterable[Fact], *, as_json: bool) -> None:
    """Print one fact a line: as a JSON object in UTF-8, or as its values beside their names."""
    for fact in facts:
        if as_json:
            line = json.dumps(fact, ensure_ascii=False)
            click.echo(line.encode("utf-8", "backslashreplace"))
        else:
            click.echo("  ".join(_pairs(fact)))


def print_list(fact: Fact) -> None:
    """Print one fact as a list: a line for each of its values."""
    for pair in _pairs(fact):
        click.echo(pair)


def print_table(facts: Sequence[Fact], *, as_json: bool) -> None:
    """Print facts that share their names: as JSON objects, or as a table with a header."""
    if as_json or not facts:
        print_facts(facts, as_json=as_json)
        return
    rows = [[str(name) for name in facts[0]], *([_plain(v) for v in f.values()] for f in facts)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (w - _width(cell)) for cell, w in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _pairs(fact: Fact) -> Iterator[str]:
    return (f"{_printable(name)}: {_plain(value)}" for name, value in fact.items())


def _plain(value: object) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return _("yes") if value else _("no")
        case list() | tuple():
            return ", ".join(map(_plain, value))
        case _:
            return _printable(str(value))


def _printable(text: str) -> str:
    """Return a line without what would steer a terminal: it may come from anybody's file."""
    return "".join(c if _is_shown(c) else " " if c.isspace() else "�" for c in text)


def _is_shown(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


def _width(text: str) -> int:
    """Return how many columns a terminal gives ``text``: two for a Chinese character."""
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def say(sentence: str) -> None:
    """Print a sentence for a person, on one line of standard error."""
    click.echo(_printable(sentence), err=True)


def naming(path: Path, message: Message) -> Message:
    """Return what is wrong with a file in a sentence that names it."""
    if path.name in str(message):
        return message
    return Message("{path}: {reason}", {"path": str(path), "reason": str(message)})


def with_progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield ``items``, counting them on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    try:
        for done, item in enumerate(items, start=1):
            text = _("{what}: {done} of {total}").format(what=what, done=done, total=total)
            click.echo(f"\r{text}", nl=False, err=True)
            yield item
    finally:
        click.echo(err=True)
