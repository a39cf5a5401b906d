"""Months that English names without a day or a year, which are no figures: since March."""

import re
from calendar import month_name
from dataclasses import replace

from annotator.checks.scene import Scene
from annotator.checks.statement import Statement

_NAMES = tuple(month_name)[1:]
_MONTH = re.compile(
    r"\b(?:since|in|from|until|till|to|by|of|last|this|through|between|and)\s+"
    r"(?:(?:the )?(?:start|beginning|end|middle) of |(?:early|mid|late)[- ])?"
    rf"(?P<month>{'|'.join(_NAMES)})\b(?! ?[0-9]|, ?[0-9])",
    re.IGNORECASE,
)


def told_before(scene: Scene, statement: Statement, back: int) -> list[Statement]:
    """Return what stands in front of a statement, so many sentences back, and the named months."""
    number = scene.sentence_of(statement)
    line = scene.text.rfind("\n", 0, statement.start) + 1
    start = max(line, scene.start(max(0, number - back)))
    months = _named(scene, start, statement.start)
    return sorted([*scene.told_before(statement, back), *months], key=lambda s: s.start)


def _named(scene: Scene, start: int, end: int) -> list[Statement]:
    """Return the months named between two places of a text, in code points."""
    found = _MONTH.finditer(scene.text, start, end)
    return [_of_month(scene, *match.span("month")) for match in found]


def _of_month(scene: Scene, start: int, end: int) -> Statement:
    like = scene.statements[0]
    month = _NAMES.index(scene.text[start:end].capitalize()) + 1
    figure = replace(like.figure, kind="date", value=f"--{month:02}", low="", high="", unit="")
    text = scene.written[start:end]
    return replace(like, start=start, end=end, text=text, figure=figure, annotation=None)
