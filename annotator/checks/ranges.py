"""From A to B: a range that tells of a change is two statements, a before and an after."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.checks.statement import Statement

_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|roughly|nearly|some|just|over|under)\s+)?\Z", re.IGNORECASE
)
_TO = re.compile(r"\s+to\s+(?:(?:about|around|roughly|nearly|some|just|over)\s+)?", re.IGNORECASE)
_MONEY = re.compile(r"[A-Z]{3}|dollar|euro|pound|yuan|yen")
REACH = 24


def apart(text: str, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements of a text, two in place of a range that "from" stands in front of."""
    for statement in statements:
        figure = statement.figure
        is_range = figure.low != figure.high and bool(figure.low and figure.high)
        before = text[max(0, statement.start - REACH) : statement.start]
        middle = _TO.search(statement.text) if is_range and _FROM.search(before) else None
        if middle is None or figure.kind == "ratio":
            yield statement
            continue
        kind = _kind(figure.kind, figure.unit)
        first = replace(figure, high=figure.low, kind=kind)
        second = replace(figure, low=figure.high, kind=kind)
        cut, rest = statement.start + middle.start(), statement.start + middle.end()
        said = statement.text
        yield replace(statement, end=cut, text=said[: middle.start()], figure=first)
        yield replace(statement, start=rest, text=said[middle.end() :], figure=second)


def _kind(kind: str, unit: str) -> str:
    """Return the kind of a range's ends."""
    if kind != "range":
        return kind
    if unit == "percent":
        return "percent"
    return "money" if _MONEY.fullmatch(unit) else "cardinal"
