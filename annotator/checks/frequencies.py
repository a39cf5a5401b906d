"""How often something is done: 每半年一次 and 每年2次, twice a year and every six months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.model.message import Message

_PER_YEAR = {
    "年": 1,
    "季度": 4,
    "季": 4,
    "月": 12,
    "个月": 12,
    "周": 52,
    "天": 365,
    "日": 365,
    "year": 1,
    "quarter": 4,
    "month": 12,
    "week": 52,
    "day": 365,
}
_SMALL = {
    "半": Decimal("0.5"),
    "": Decimal(1),
    "两": Decimal(2),
    "二": Decimal(2),
    "三": Decimal(3),
    "四": Decimal(4),
    "五": Decimal(5),
    "六": Decimal(6),
    "一": Decimal(1),
}
_TIMES = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_CHINESE = re.compile(
    r"每(?P<many>[半两二三四五六一0-9]{0,2})(?P<unit>个月|季度|年|季|月|周|天|日)[^，。,.;；、\n每]{0,8}?"
    r"(?P<count>[0-9]{1,3}|[一二两三四五六七八九十])次"
)
_ENGLISH = re.compile(
    r"\b(?P<count>once|twice|(?:one|two|three|four|six|[0-9]{1,3}) times) "
    r"(?:a|per|every|each) (?P<unit>year|quarter|month|week|day)\b",
    re.IGNORECASE,
)
_DIGITS = {d: n for n, d in enumerate("零一二三四五六七八九十")} | {"两": 2}
ALIKE, PHRASE = 0.12, 4


@dataclass(frozen=True, slots=True)
class Frequency:
    """So often a year, and the statements that say so."""

    per_year: Decimal
    statements: tuple[Statement, ...]


def frequencies(scene: Scene) -> Iterator[Check]:
    """Yield the places where something is said to be done equally often."""
    found = sorted(_found(scene), key=lambda f: (f.per_year, f.statements[0].start))
    for per_year, same in groupby(found, key=lambda f: f.per_year):
        group = _linked(scene, list(same))
        statements = tuple(s for frequency in group for s in frequency.statements)
        if len(group) > 1:
            told = {"count": str(per_year.normalize())}
            message = Message("Stated again: {count} {count|time|times} a year.", told)
            yield check_of(CheckType.REPEAT, Verdict.CONSISTENT, statements, message, 0.8)


def _linked(scene: Scene, found: list[Frequency]) -> list[Frequency]:
    """Return the first frequency and those whose surroundings are like one already taken."""
    taken = found[:1]
    for other in found[1:]:
        if any(
            scene.likeness(a, b) >= ALIKE or scene.shared_phrase(a, b) >= PHRASE
            for known in taken
            for a in known.statements
            for b in other.statements
        ):
            taken.append(other)
    return taken


def _found(scene: Scene) -> Iterator[Frequency]:
    for pattern in (_CHINESE, _ENGLISH):
        for match in pattern.finditer(scene.text):
            inside = scene.within(match.start(), match.end())
            if inside:
                yield Frequency(_per_year(match), inside)


def _per_year(match: re.Match[str]) -> Decimal:
    groups = match.groupdict()
    many = groups.get("many") or ""
    length = (
        _SMALL[many] if many in _SMALL else Decimal(int(many)) if many.isdigit() else Decimal(1)
    )
    word = groups["count"].lower().split()[0]
    count = int(word) if word.isdigit() else _TIMES.get(word) or _DIGITS[word]
    return Decimal(count) * _PER_YEAR[groups["unit"].lower()] / length
