"""Shares of one whole, listed side by side: together they make 100 percent or less."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.addition import LINKED, added, continues
from annotator.checks.changes import change_of
from annotator.checks.qualifiers import are_halves
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import grouped
from annotator.model.message import Message

_PARTS = re.compile(
    r"percent of [a-z]+|占|其中|构成|结构|分布|中[,，]|\bof (?:the|our|all|those|these)\b"
    r"|account|were|made up"
    r"|by (?:age|type|region|sector|source)",
    re.IGNORECASE,
)
WHOLE = Decimal(100)


def percentages(scene: Scene) -> Iterator[Check]:
    """Yield lists of shares that make a whole, or more than one."""
    for number in scene.of_sentence:
        yield from _in_sentence(scene, number)


def _in_sentence(scene: Scene, number: int) -> Iterator[Check]:
    listed: list[Statement] = []
    here = [s for s in scene.of_sentence[number] if s.figure.kind == "percent"]
    for statement in [*here, None]:
        fits = statement is not None and _is_listed(scene, listed, statement)
        if fits and statement is not None:
            listed.append(statement)
            continue
        if len(listed) >= LINKED or are_halves(*map(scene.subject, listed)):
            yield from _make_whole(scene, listed)
        listed = (
            [statement] if statement is not None and change_of(scene, statement) is None else []
        )


def _is_listed(scene: Scene, listed: list[Statement], statement: Statement) -> bool:
    """Say whether a share goes on a list of shares: it is no change and no target."""
    if statement.figure.unit in {"pp", "bp"} or change_of(scene, statement) is not None:
        return False
    if statement.figure.comparator[:1] in {"<", ">"} and statement.figure.comparator[1:] != "~":
        return False
    if not listed:
        return True
    glue = scene.between(listed[-1], statement)
    return continues(glue) and not re.search(r"提高到|达到|from|to\s*\Z|than|比", glue)


def _make_whole(scene: Scene, listed: list[Statement]) -> Iterator[Check]:
    made = added(listed)
    value = sum((value_of(s) or Decimal(0) for s in listed), Decimal(0))
    if made.low > WHOLE and value <= WHOLE * 3 / 2:
        verdict = Verdict.CONFLICT
    elif made.low <= WHOLE <= made.high:
        verdict = Verdict.CONSISTENT
    else:
        return
    if verdict is Verdict.CONFLICT and not _speak_of_one_whole(scene, listed):
        return
    told = {"parts": " + ".join(s.text for s in listed), "sum": grouped(value)}
    working = Message("{parts} make {sum}%, where the whole is 100%.", told)
    yield check_of(CheckType.SUM, verdict, tuple(listed), working, 0.7)


def _speak_of_one_whole(scene: Scene, listed: list[Statement]) -> bool:
    """Say whether the words around a list of shares part one whole."""
    if are_halves(*map(scene.subject, listed)):
        return True
    words = scene.sentence(scene.sentence_of(listed[0]))
    return _PARTS.search(words) is not None
