"""A whole, and in a sentence of their own the parts that make it: 25 fires. Ten are out, 15 burn.

That numbers are parts is told by the words that the sentence starts with, by the whole's own noun,
or by nothing but that it starts with one of them and goes on with others of what they do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from annotator.checks.adding import added, is_bound
from annotator.checks.addition import (
    OF_THEM,
    added_up,
    is_closed,
    is_mark,
    is_rate,
    is_total,
    may_be_part,
)
from annotator.checks.amounts import amount, sum_of
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.misread import are_misread
from annotator.checks.rounding import loose
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.words import HAN

_OF_IT = re.compile(
    r"\s*(?:and )?(?:(?:with)?in|(?:out )?of|from|inside)"
    r" (?:that|this|it|which|these|those|them)(?:,|\s+(?=[$€£]))",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\s*(?:among|of|from) (?:the|these|those|all)(?: [a-z]+)?? (?P<en>[a-z]{4,}),"
    rf"|(?P<zh>[{HAN}]{{2,6}}?)(?:的部分|部分|当中|之中|里面|中)[，,]",
    re.IGNORECASE,
)
_IN_TURN = re.compile(
    r"\s*(?:the|one|our) (?:first|other)\b.*\b(?:second|other|another)\b", re.IGNORECASE | re.DOTALL
)
_VERB = re.compile(
    r"\s+(?:of (?:them|these|those) )?(?:are|were|is|was|have|has|had|went|go|goes|came|come|will"
    r"|would|died|live|work|passed|failed|voted)\b",
    re.IGNORECASE,
)
_START = re.compile(r"\s*(?:(?:about|around|some|nearly|only|and|but)\s+)*", re.IGNORECASE)
LEAST, PAIR, BACK, FURTHER, TEN = Decimal("0.01"), 2, 3, 6, 10
FAR, MOST_OF = Decimal("1.5"), Decimal("0.75")
"""Parts that make so many times a whole, or so little of it, are of something else."""


def parted(scene: Scene) -> Iterator[Check]:
    """Yield wholes with the parts that a sentence behind tells of them."""
    for number, here in scene.of_sentence.items():
        said = scene.said(number)
        for whole, is_named in _wholes(scene, number, said):
            parts = [s for s in here if _may_be_told_of(scene, s, whole)]
            if len(parts) >= PAIR and _are_told(scene, whole, parts, is_named=is_named):
                yield from _decided(scene, whole, parts, is_named=is_named)
                break


def _wholes(scene: Scene, number: int, said: str) -> Iterator[tuple[Statement, bool]]:
    """Yield what a sentence may part, the likeliest first, and whether words say so."""
    if named := _AMONG.match(said):
        word = named["en"] or named["zh"]
        back = _told_back(scene, number, FURTHER)
        yield from ((s, True) for s in back if word in scene.after(s) + scene.before(s, len(word)))
    elif _OF_IT.match(said):
        yield from ((s, True) for s in _told_back(scene, number, BACK)[:PAIR])
    else:
        yield from ((s, False) for s in _told_back(scene, number, 1))


def _told_back(scene: Scene, number: int, back: int) -> list[Statement]:
    """Return the totals of the last sentences of a paragraph in front of one, the last first."""
    near = (n for n in range(number - back, number) if scene.are_in_one_paragraph(n, number))
    told = [s for n in near for s in scene.of_sentence.get(n, [])]
    return [s for s in reversed(told) if is_total(s) and _is_level(scene, s)]


def _is_level(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is no change, mark or rate, and nothing is held against it."""
    if change_of(scene, statement) is not None or is_mark(scene, statement):
        return False
    is_start = is_base(scene, statement) or is_source(scene, statement)
    return not is_start and not is_rate(scene, statement)


def _may_be_told_of(scene: Scene, part: Statement, whole: Statement) -> bool:
    """Say whether a number may be a part of a whole: no tiny one, and no bound."""
    if not is_total(part) or not may_be_part(part, whole) or is_bound(part):
        return False
    return amount(whole) * LEAST < amount(part) < amount(whole) and _is_level(scene, part)


def _are_told(
    scene: Scene, whole: Statement, parts: Sequence[Statement], *, is_named: bool
) -> bool:
    """Say whether the words of a sentence tell that its numbers are parts of one before."""
    is_of_them = OF_THEM.match(scene.after(parts[0])) and amount(whole) >= TEN
    if is_named or is_of_them or _is_in_turn(scene, parts):
        return True
    start = scene.start(scene.sentence_of(parts[0]))
    is_first = _START.fullmatch(scene.text[start : parts[0].start]) is not None
    is_bare = not any(part.figure.unit for part in parts) and whole.figure.kind != "money"
    is_bare = is_bare and amount(whole) >= TEN
    return is_first and is_bare and all(_VERB.match(scene.after(part)) for part in parts)


def _is_in_turn(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether a sentence tells of one after the other: the first was 30, and the second 15."""
    return _IN_TURN.match(scene.said(scene.sentence_of(parts[0]))) is not None


def _decided(
    scene: Scene, whole: Statement, parts: list[Statement], *, is_named: bool
) -> Iterator[Check]:
    """Yield what parts make of a whole: they are more, all, or all but for a slip."""
    found, made = added_up(scene, whole, parts), sum_of(parts)
    if found.verdict is Verdict.CONSISTENT:
        yield found
        return
    is_all = (is_named and are_misread(whole, parts)) or is_closed(scene, parts)
    is_all = is_all or len(parts) > PAIR or _is_in_turn(scene, parts)
    is_more = amount(whole) < made <= amount(whole) * FAR
    is_less = is_all and amount(whole) * MOST_OF <= made < amount(whole)
    if (is_more or is_less) and not _may_be_it(whole, parts):
        yield replace(found, verdict=Verdict.CONFLICT)


def _may_be_it(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether a whole may be what parts make, both read loosely."""
    told = loose(whole)
    return told is not None and told.overlaps(added(parts, is_loose=True))
