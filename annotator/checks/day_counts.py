"""The number of today among the days of something, held against the day it began."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from annotator.checks.moments import Moment, is_day, moment_of
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.today import today_of
from annotator.model.message import Message

_IS_TODAY = re.compile(
    r"\b(?:today(?:[’']s| is| was| marks)|(?:this|it)(?:[’']s| is)|we(?:[’']re| are))\b"
    r"[^.;]{0,24}\Z"
    r"|(?:今天|今日|现在|目前|已经?|进入了?)[^，。；0-9]{0,10}\Z",
    re.IGNORECASE,
)
_DAY = re.compile(r"\s+day\b(?! (?:of (?:the )?(?:week|month|year)|in a row))", re.IGNORECASE)
_DAY_NUMBER = re.compile(r"\bday (?P<n>[0-9]{1,3})\b(?![.,:]?[0-9]|(?: |-)?%)", re.IGNORECASE)
BACK, WORDS, FAR = 2, 40, 4


def day_counts(scene: Scene) -> Iterator[Check]:
    """Yield what number today is said to be among the days since the last one told in front."""
    today = today_of(scene)
    for told in _numbers(scene) if today else ():
        days = [s for s in scene.told_before(told, BACK) if is_day(s)][-1:]
        for start in days if _IS_TODAY.search(scene.before(told, WORDS)) else ():
            if today and (began := moment_of(scene, start, today)):
                yield from _held(start, told, began, today)


def _numbers(scene: Scene) -> Iterator[Statement]:
    """Yield the numbers of days: the eighth day, 第八天, and "day 8", which is no figure."""
    for statement in scene.statements:
        is_of_days = statement.figure.unit == "day" or _DAY.match(scene.after(statement, WORDS))
        if is_of_days and statement.figure.kind == "ordinal":
            yield statement
    for found in _DAY_NUMBER.finditer(scene.text if scene.statements else ""):
        like, (start, end) = scene.statements[0], found.span()
        figure = replace(like.figure, kind="ordinal", low=found["n"], high=found["n"], value="")
        text = scene.written[start:end]
        yield replace(like, start=start, end=end, text=text, figure=figure, annotation=None)


def _held(start: Statement, told: Statement, began: Moment, today: date) -> Iterator[Check]:
    """Yield the number of a day held against the days that passed; none that is far from it."""
    number, days = value_of(told) or Decimal(0), (today - began.first).days
    if days <= 0 or number > FAR * (days + 1) or number * FAR < days:
        return
    verdict = Verdict.CONSISTENT if number in (days, days + 1) else Verdict.CONFLICT
    values = {"first": start.text, "days": str(days), "length": told.text}
    working = Message(
        "From {first} to today {days|is|are} {days} {days|day|days}; stated is {length}.", values
    )
    yield check_of(CheckType.DATE, verdict, (start, told), working, 0.7)
