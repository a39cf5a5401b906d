"""Whether a change told near two numbers is of them, or of something else told there."""

import re
from itertools import pairwise

from annotator.checks.changes import DOWN, UP, change_of
from annotator.checks.periods import carried
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.words import HAN

_CLAUSE = re.compile("[，,。；;]")
_NEW_SUBJECT = re.compile(rf"[，,；;、][^，。；;0-9]{{0,12}}[{HAN}]{{2}}(?<!主要)[由从]\Z")
_HAN = re.compile(f"[{HAN}]")
_CHANGE_WORDS = re.compile(
    rf"{UP}|{DOWN}|同比|环比|年均|平均|每年|幅度?|净|总体|累计|实际|分别|约|近|达到?|为|是|了|超过|比|去年|上年|同期|之?多",
    re.IGNORECASE,
)
_FOR_SO_LONG = re.compile(
    "[0-9一二两三四五六七八九十]+个?多?(?:月|年|天|周)(?:[以之]?[来里内间]|时间)*"
)
OWN_NOUN = 4


def is_of_others(scene: Scene, pair: tuple[Statement, Statement], change: Statement) -> bool:
    """Say whether a change is of another thing or time than two numbers in their order."""
    first, last = pair
    return (
        _another_pair_between(scene, last, change)
        or _has_own_subject(scene, pair, change)
        or _is_of_another_time(scene, change, first)
    )


def _is_of_another_time(scene: Scene, change: Statement, first: Statement) -> bool:
    """Say whether another year, or another thing, is named between a change and two numbers."""
    if change.end > first.start:
        return False
    between = scene.between(change, first)
    inside = scene.within(change.end, first.start)
    if any(s.start >= change.end and change_of(scene, s) is not None for s in inside):
        return True
    is_further = len(_CLAUSE.findall(between)) > 1
    return bool(carried(between, "")) or is_further or _NEW_SUBJECT.search(between) is not None


def _has_own_subject(scene: Scene, pair: tuple[Statement, Statement], change: Statement) -> bool:
    """Say whether the clause of a change names something else that changes, in Chinese."""
    last = pair[1]
    clause = _CLAUSE.split(scene.text[last.end : change.start])[-1]
    named = _CHANGE_WORDS.sub("", _FOR_SO_LONG.sub("", clause))
    if change.start < last.end or len(_HAN.findall(named)) < OWN_NOUN:
        return False
    known = scene.topic(pair[0]) | scene.topic(last)
    return not known.intersection(scene.words_of(named))


def _another_pair_between(scene: Scene, last: Statement, change: Statement) -> bool:
    """Say whether numbers of the same unit stand between the pair and the change."""
    found = scene.within(last.end, change.start)
    between = [s for s in found if s.start >= last.end and not s.figure.value]
    if any(a.figure.unit == b.figure.unit and a.figure.low for a, b in pairwise(between)):
        return True
    return any(
        s.figure.unit in {last.figure.unit, change.figure.unit}
        and (s.figure.unit == change.figure.unit or change_of(scene, s) is None)
        for s in between
    )
