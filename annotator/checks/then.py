"""Two numbers of which one is of a time before: last year 240, this year 300."""

import re

from annotator.checks.levels import are_alike
from annotator.checks.periods import periods_in
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.words import HAN

Before = tuple[Statement, Statement]
"""The number before and the number after."""
_SOME_YEAR = re.compile(r"[0-9]{2,4}年|\b(?:19|20)[0-9]{2}\b")
_BEFORE = re.compile(
    rf"(?:(?:上任|接手|接任|就任)[^，。；0-9]{{0,2}}时|[{HAN}]{{1,5}}(?<!目)(?<!当)前|原来|原本|原先|过去|以往)[{HAN}]{{0,6}}\Z"
    r"|\b(?:before (?:the|that|we|it)\b|previously|used to)[^,;]{0,30}\Z",
    re.IGNORECASE,
)
UP_TO = re.compile("[到至](?:去年|上年|昨天)年?[底末]?")
_THE_ONE_BEFORE = re.compile(
    r"(?:前一|上一?)个?[年天日周月季期](?:度|同期)?[^，。；0-9]{0,4}\Z"
    r"|\bthe (?:week|month|year|day|quarter) before[^.,;0-9]{0,16}\Z",
    re.IGNORECASE,
)
_YEARS_AGO = re.compile(
    r"\s*(?:of (?:them|those) )?(?:[a-z0-9]+ )?(?:years? (?:ago|earlier)|last year)", re.IGNORECASE
)
_MONTH = re.compile("(?<![0-9至到])(1?[0-9])月(?:份|单月)?[^，。；0-9]{0,6}\\Z")
_IN_TURN = re.compile("[^。；0-9]{0,12}分别")
APART = 40
"""The longest text between two such numbers, in code points."""


def then_and_now(scene: Scene, first: Statement, second: Statement) -> Before | None:
    """Return two numbers of which only one is said to be of a time before, the older one first."""
    are_past = [is_past(scene, s) for s in (first, second)]
    between = scene.between(first, second)
    is_in_turn = _IN_TURN.match(scene.after(second, APART)) is not None
    if is_in_turn or len(between) > APART or re.search("[;；]", between):
        return None
    if are_alike(first, second) and _THE_ONE_BEFORE.search(scene.before(second)):
        return (second, first)
    if are_past[0] == are_past[1]:
        return _by_month(scene, first, second)
    if _SOME_YEAR.search(scene.before(first) + between):
        return None
    return (first, second) if are_past[0] else (second, first)


def _by_month(scene: Scene, first: Statement, second: Statement) -> Before | None:
    """Return two numbers of different months, the older one first: 8月68亿，7月85亿."""
    found = [_MONTH.search(scene.before(s)) for s in (first, second)]
    months = [int(month[1]) for month in found if month]
    if len(months) <= 1 or months[0] == months[1] or not are_alike(first, second):
        return None
    return (first, second) if months[0] < months[1] else (second, first)


def is_past(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is said to be of a time before: last year, yesterday, back then."""
    words, _bar, behind = scene.subject(statement).partition("|")
    if _YEARS_AGO.match(behind):
        return True
    told = periods_in(UP_TO.sub("", words)).get("relative", frozenset())
    return bool(told & {"last", "base", "before"}) or _BEFORE.search(words) is not None
