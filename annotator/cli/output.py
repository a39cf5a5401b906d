"""How the command line speaks: facts on standard output, sentences on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import click

from annotator.model.message import _

T = TypeVar("T")
Fact = Mapping[str, object]


def print_facts(facts: Iterable[Fact], *, as_json: bool) -> None:
    """Print one fact a line: as a JSON object, or as its values beside their names."""
    for fact in facts:
        if as_json:
            click.echo(json.dumps(fact, ensure_ascii=False))
        else:
            click.echo("  ".join(f"{name}: {_plain(value)}" for name, value in fact.items()))


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


def _plain(value: object) -> str:
    if value is None:
        return "-"
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return "".join(c if c.isprintable() else "�" for c in text)


def _width(text: str) -> int:
    """Return how many columns a terminal gives ``text``: two for a Chinese character."""
    return sum(
        1 + ("\u1100" <= c <= "\u115f" or "\u2e80" <= c <= "\ufe6f" or c >= "\uff00") for c in text
    )


def say(sentence: str) -> None:
    """Print a sentence for a person on standard error."""
    click.echo(sentence, err=True)


def with_progress(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield ``items``, counting them on standard error if that is a terminal."""
    is_terminal = sys.stderr.isatty()
    for done, item in enumerate(items, start=1):
        if is_terminal:
            text = _("{what}: {done} of {total}").format(what=what, done=done, total=total)
            click.echo(f"\r{text}", nl=done == total, err=True)
        yield item
