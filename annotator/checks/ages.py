"""How old people are in a year, held against the year of their birth and against another age."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from annotator.checks.rounding import value_of
from annotator.checks.scene import YEAR, Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import today_of
from annotator.model.message import Message

_BORN = re.compile(r"(?:\bborn\b|生于|出生[于日期在：]*)[^，。,.;0-9]{0,14}\Z", re.IGNORECASE)
_BIRTH = re.compile(r"[^，。0-9]{0,4}(?:出生|生人?(?=[，。、）]))")
_AGED = re.compile(
    r"\b(?:aged|age|turned|turns|is|be|now|at|was|(?:man|woman|boy|girl|one) of)"
    r"(?:\s+(?:of|is|now|just|only|already|still))*\s*\Z",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"died|death|passed away|\bwhen\b|at the time|at the age|then\b"
    r"|去世|逝世|牺牲|遇难|罹难|终年|享年|时年"
    r"|当时|入职|毕业|加入|那年|岁时",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|today|this year)\b|今年|今天|现在|现年|如今", re.IGNORECASE)
OLDEST, BACK, AHEAD, WORDS, FAR = 120, 2, 1, 40, 60
"""No one is older; a text may be so many years older than the last that it names, or younger."""


class _Age(NamedTuple):
    """An age in years, with the year it is told of and the figures that tell both; 0 at birth."""

    years: int
    year: int
    told: tuple[Statement, ...]


def ages(scene: Scene) -> Iterator[Check]:
    """Yield ages of one person in two years, or of today against the year of birth."""
    day = today_of(scene)
    today = day.year if day else 0
    for here in scene.of_sentence.values():
        if old := [s for s in here if _is_age(scene, s)]:
            years = [s for s in here if YEAR.fullmatch(s.figure.value)]
            yield from _of_sentence(scene, years, old, today)


def _of_sentence(
    scene: Scene, years: Sequence[Statement], old: Sequence[Statement], today: int
) -> Iterator[Check]:
    """Yield the ages of a sentence: one for each birth, or several of one person."""
    born = [s for s in years if _is_birth(scene, s)]
    others = [s for s in years if s not in born]
    if len(born) == len(old) and not others:
        yield from _of_each(scene, born, old, today)
    elif len(born) <= 1:
        dated = [_in_its_year(scene, s, others, old, today) for s in old]
        yield from _held([*(_Age(0, _year(s), (s,)) for s in born), *filter(None, dated)])


def _of_each(
    scene: Scene, born: Sequence[Statement], old: Sequence[Statement], today: int
) -> Iterator[Check]:
    """Yield as many ages as years of birth, told one after the other, held against today."""
    for birth, age in zip(born, old, strict=True):
        start, end = min(birth.start, age.start), max(birth.end, age.end)
        if not _THEN.search(scene.text[max(0, start - WORDS) : end + WORDS // 2]):
            yield from _today(birth, age, today, scene.latest_year or 0)


def _year(statement: Statement) -> int:
    return int(statement.figure.value[:4])


def _is_birth(scene: Scene, statement: Statement) -> bool:
    before, behind = scene.before(statement, 24), scene.after(statement, 8)
    return bool(_BORN.search(before) or _BIRTH.match(behind))


def _is_age(scene: Scene, statement: Statement) -> bool:
    """Say whether a figure is an age: it is told in 岁, or a bare number behind "aged"."""
    value = value_of(statement)
    if value is None or not 0 < value < OLDEST or value != value.to_integral_value():
        return False
    is_bare = statement.figure.kind == "cardinal" and not statement.figure.unit
    is_told = is_bare and _AGED.search(scene.before(statement, 20)) is not None
    return is_told or statement.figure.unit == "age year"


def _in_its_year(
    scene: Scene, age: Statement, years: Sequence[Statement], old: Sequence[Statement], today: int
) -> _Age | None:
    """Return an age with the year told beside it, behind the age before and in front of the next.

    The year in front is likelier; words such as now tell the year of today, 0 if not known.
    """
    start = max((s.end for s in old if s.end <= age.start), default=age.start - FAR)
    end = min((s.start for s in old if s.start >= age.end), default=age.end + FAR)
    value, words = int(value_of(age) or 0), scene.text[max(start, 0) : end]
    before = [s for s in years if max(start, age.start - FAR) <= s.start < age.start]
    behind = [s for s in years if age.end <= s.start < min(end, age.end + FAR)]
    if today and _NOW.search(words) and not before:
        return _Age(value, today, (age,))
    return next((_Age(value, _year(s), (s, age)) for s in (*before[-1:], *behind[:1])), None)


def _held(ages: Sequence[_Age]) -> Iterator[Check]:
    """Yield two ages of one person, who is as much older as the years between are many."""
    for first, second in combinations(ages, 2):
        passed, grown = second.year - first.year, second.years - first.years
        verdict = Verdict.CONSISTENT if abs(passed - grown) <= 1 else Verdict.CONFLICT
        told = sorted({*first.told, *second.told}, key=lambda s: s.start)
        values = {
            "first": str(first.year),
            "last": str(second.year),
            "years": str(abs(passed)),
            "length": str(abs(grown)),
        }
        working = Message(
            "From {first} to {last} {years|is|are} {years} {years|year|years}; stated is {length}.",
            values,
        )
        if passed:
            yield check_of(CheckType.DATE, verdict, tuple(told), working, 0.7)


def _today(born: Statement, old: Statement, today: int, latest: int) -> Iterator[Check]:
    """Yield an age with the years that it holds in, one of which must be near the text's.

    It may be later than any year that is named, but not than today, 0 if that is not known.
    """
    year, now = _year(born) + int(value_of(old) or 0), today or latest
    values = {"born": born.text, "age": old.text, "first": str(year), "last": str(year + 1)}
    working = Message("Born in {born} and aged {age}: that holds in {first} or {last}.", values)
    if now <= _year(born) or (year > now + AHEAD and not today):
        verdict = Verdict.UNDETERMINED
    else:
        is_near = year + 1 >= now - BACK and year <= now + AHEAD
        verdict = Verdict.CONSISTENT if is_near else Verdict.CONFLICT
    yield check_of(CheckType.DATE, verdict, (born, old), working, 0.7)
