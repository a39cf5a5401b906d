"""Shares of one whole, listed side by side: together they make 100 percent or less."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from annotator.checks.adding import added
from annotator.checks.addition import LINKED, continues
from annotator.checks.changes import change_of
from annotator.checks.conclusions import SO, led_by
from annotator.checks.qualifiers import are_halves
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import grouped
from annotator.checks.words import HAN, same_end
from annotator.model.message import Message
from annotator.model.quantity import decimal_text

_PARTS = re.compile(
    r"percent of [a-z]+|占|其中|构成|结构|分布|中[,，]|\bof (?:the|our|all|those|these)\b"
    r"|account|were|made up"
    r"|by (?:age|type|region|sector|source)",
    re.IGNORECASE,
)
_THE_REST = re.compile(
    r"\b(?:the )?(?:others?,?|others are|remaining|rest,|rest (?:are|is))\s+\Z"
    r"|(?:其余|剩下|余下|另外)的?(?:[^，。；0-9]{0,3}[^，。；0-9的])?\Z",
    re.IGNORECASE,
)
_IN_ORDER = re.compile("[一二三四五六首末前后上下]")
_TAKEN = re.compile(rf"(?P<noun>[{HAN}]{{2,12}})占比?[约近为]?\Z")
_OF_ANOTHER = re.compile(
    r"提高到|达到|改[为成]|调整[为到]|[0-9]年|from|to\s*\Z|than|比", re.IGNORECASE
)
_RATE = re.compile("[^比份]率[约近为是达到]*\\Z")
_EVERY_DOLLAR = re.compile(
    r"\b(?:of|from|for|out of) (?:every|each) (?:dollar|pound|euro)\b", re.IGNORECASE
)
_CENTS = re.compile(r"\b(?:cents?|pence|p)\Z", re.IGNORECASE)
_STILL = re.compile(r"[^.;,]{0,40}\b(?:still|not|only)\b", re.IGNORECASE)
WHOLE, OFF, WORDS, PAIR = Decimal(100), Decimal(20), 24, 2
"""Two shares that make so much more or less than a whole are of two things."""


def percentages(scene: Scene) -> Iterator[Check]:
    """Yield lists of shares that make a whole, or more than one."""
    for here in scene.of_sentence.values():
        yield from _in_sentence(scene, _as_percentages(scene, here))
    for share in scene.statements:
        if _is_share(scene, share) and _is_the_rest(scene, share):
            yield from _rest_of_whole(scene, share)


def _is_share(scene: Scene, statement: Statement) -> bool:
    """Say whether a figure is a percentage of something, and no change."""
    is_percent = statement.figure.kind == "percent" and statement.figure.unit not in {"pp", "bp"}
    return is_percent and bool(statement.figure.low) and change_of(scene, statement) is None


def _is_the_rest(scene: Scene, share: Statement) -> bool:
    """Say whether words call a share all that another one leaves: so 89% still are."""
    if _THE_REST.search(scene.before(share, WORDS)):
        return True
    return bool(SO.search(led_by(scene, share)) and _STILL.match(scene.after(share, 2 * WORDS)))


def _rest_of_whole(scene: Scene, rest: Statement) -> Iterator[Check]:
    """Yield what a share makes with the only other one that is told right before it."""
    known = [s for s in scene.told_before(rest, 1) if s.figure.kind == "percent"]
    if len(known) != 1 or not _is_share(scene, known[0]):
        return
    parts, made = (known[0], rest), added((known[0], rest))
    value = sum((value_of(s) or Decimal(0) for s in parts), Decimal(0))
    if abs(value - WHOLE) <= OFF:
        is_whole = made.low <= WHOLE <= made.high
        yield _told(parts, value, Verdict.CONSISTENT if is_whole else Verdict.CONFLICT)


def _told(parts: Sequence[Statement], value: Decimal, verdict: Verdict) -> Check:
    """Return a check of shares that make a whole, or should."""
    told = {"parts": " + ".join(s.text for s in parts), "sum": grouped(value)}
    working = Message("{parts} make {sum}%, where the whole is 100%.", told)
    return check_of(CheckType.SUM, verdict, tuple(parts), working, 0.7)


def _as_percentages(scene: Scene, here: Sequence[Statement]) -> list[Statement]:
    """Return the shares of a sentence as percentages; so are cents of every dollar."""
    words = scene.sentence(scene.sentence_of(here[0]))
    if _EVERY_DOLLAR.search(words):
        return [_in_hundredths(s) for s in here if _CENTS.search(s.text)]
    return [*filter(None, map(_as_percent, here))]


def _as_percent(statement: Statement) -> Statement | None:
    """Return a percentage, or tenths as one: 四成六 is 46 percent; 四成 is about 40."""
    figure = statement.figure
    if figure.kind == "percent" or figure.kind != "fraction" or "成" not in statement.text:
        return statement if figure.kind == "percent" else None
    found = _in_hundredths(statement)
    is_plain = figure.comparator in ("", "=") and found.figure.low[-1:] == "0"
    about = "~" if is_plain else figure.comparator
    return replace(found, figure=replace(found.figure, comparator=about))


def _in_hundredths(statement: Statement) -> Statement:
    """Return a part of one as a percentage."""
    ends = (statement.figure.low, statement.figure.high)
    low, high = (decimal_text(Decimal(end) * WHOLE) if end else "" for end in ends)
    known = replace(statement.figure, kind="percent", unit="percent", low=low, high=high)
    return replace(statement, figure=known)


def _in_sentence(scene: Scene, here: Sequence[Statement]) -> Iterator[Check]:
    listed: list[Statement] = []
    for statement in [*here, None]:
        fits = statement is not None and _is_listed(scene, listed, statement)
        if fits and statement is not None:
            listed.append(statement)
            continue
        is_list = len(listed) >= LINKED or _are_two_parts(scene, listed)
        if is_list and not _are_rates(scene, listed):
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
    return continues(glue) and _OF_ANOTHER.search(glue) is None


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
    yield _told(listed, value, verdict)


def _are_rates(scene: Scene, listed: Sequence[Statement]) -> bool:
    """Say whether shares are rates, each of its own whole: 女性失业率4%，男性5%."""
    return _RATE.search(scene.before(listed[0])) is not None


def _are_two_parts(scene: Scene, listed: Sequence[Statement]) -> bool:
    """Say whether two shares are of halves, or are told in the same words: 首期占46%，二期占58%."""
    if len(listed) != PAIR:
        return False
    if are_halves(*map(scene.subject, listed)):
        return True
    words = [_TAKEN.search(scene.before(s)) for s in listed]
    nouns = [found["noun"] for found in words if found]
    are_in_order = all(map(_IN_ORDER.search, nouns))
    return len(nouns) == PAIR and are_in_order and same_end(*nouns) >= PAIR


def _speak_of_one_whole(scene: Scene, listed: list[Statement]) -> bool:
    """Say whether the words around a list of shares part one whole."""
    if _are_two_parts(scene, listed):
        return True
    words = scene.sentence(scene.sentence_of(listed[0]))
    if _EVERY_DOLLAR.search(words):
        return True
    return _PARTS.search(words) is not None
