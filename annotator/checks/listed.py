"""Counts of things that are named at once: three ministers, A and B; A、B、C, five in all."""

import re
from collections.abc import Iterator

from annotator.checks.listing import LEAST, length_of
from annotator.checks.lists import MOST, count_against
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement
from annotator.checks.words import HAN

_NAME = r"(?:[A-Z][\w’'\-]+)(?: (?:[A-Z][\w’'\-]+|de|van|von|bin|al))+"
_PERSONS = re.compile(
    rf"\s+(?:[a-z\-]+ ){{0,3}}[a-z]+(?:s|men|people), (?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME})"
    r"(?=[,.;)])"
)
_ITEM = rf"[{HAN}A-Za-z0-9“”《》]{{2,14}}"
_IN_ALL = re.compile(
    rf"(?:有|是|为|包括|分别是)[:：]?(?P<list>{_ITEM}(?:[、，]{_ITEM})*、{_ITEM}(?:[、，]{_ITEM})*)"
    r"[，,](?:一共|总共|共|合计|总计)(?:是|有)?\Z"
)
_THESE = re.compile(rf"(?P<list>{_ITEM}(?:、{_ITEM}){{2,}})这\Z")
_OPEN = re.compile(r"等|其中|如")
_VERB = re.compile("[了着过]|[0-9]")
REACH = 120


def listed(scene: Scene) -> Iterator[Check]:
    """Yield counts of persons named right behind, and counts that end a list."""
    for statement in scene.statements:
        value = value_of(statement)
        if statement.figure.kind != "cardinal" or value is None or not LEAST <= value <= MOST:
            continue
        count = int(value)
        yield from _persons(scene, statement, count)
        yield from _in_front(scene, statement, count)


def _persons(scene: Scene, statement: Statement, count: int) -> Iterator[Check]:
    """Yield a count with the names, of two words or more each, that stand in apposition to it."""
    found = _PERSONS.match(scene.after(statement, 2 * REACH))
    if found:
        number = length_of(found["list"], count)
        yield count_against(statement, count, number, is_open=False)


def _in_front(scene: Scene, statement: Statement, count: int) -> Iterator[Check]:
    """Yield a count with all that is named in front of it, and said to be all."""
    before = scene.before(statement, REACH)
    found = _IN_ALL.search(before) or _THESE.search(before)
    if found is None or _OPEN.search(found["list"]):
        return
    if _VERB.search(found["list"].partition("、")[2]):
        return
    number = length_of(found["list"].replace("，", "、"), count)
    if LEAST < number <= MOST:
        yield count_against(statement, count, number, is_open=False)
