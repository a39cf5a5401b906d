"""A length of time with the two dates that words say it lies between, wherever they stand.

So is a term that starts and ends: 工期6年，今年9月开工，2026年9月建成; what took so long; and what
came so much later than something else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from annotator.checks.moments import is_date, is_day, is_length, meant, moments_of, passed
from annotator.checks.named_months import told_before
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import (
    Check,
    CheckType,
    Statement,
    Verdict,
    check_of,
    likeliest,
)
from annotator.checks.today import today_of
from annotator.model.message import Message

_TERM = re.compile(
    r"(?:工期|周期|建设期|任期|聘期|期限|有效期|会期|展期|试用期|历时|为期|需要?|[用要]时)[^，。；0-9]{0,6}\Z"
    r"|\b(?:tak(?:es?|ing)|lasts?|runs?(?: for)?|an? (?:[a-z]+ )?(?:term|period|schedule|contract"
    r"|mandate|deal|lease|program(?:me)?) (?:of|is|was))\b[^.,;0-9]{0,12}\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|over|an?)\b[^.,;0-9]{0,12}\Z", re.IGNORECASE)
_TOOK = re.compile(
    r"\b(?:so|that[’']s|that is|which is|took|taken|lasted|in all|total of|exactly|only|just)\b"
    r"[^.;0-9]{0,40}\Z|\ban?\s+(?:period|span|gap|stretch|wait|total) of\s+\Z"
    r"|(?:前后|历时|用了?|用时|[只仅]用?|花了|不到|持续|一?共|总共|等了|相当于|整整|长达|历经|足足|正好|刚好"
    r"|跨越|[时相]隔|[只仅]隔|也就是|[\u4e00-\u9fff]了)[^，。；0-9]{0,6}\Z",
    re.IGNORECASE,
)
_LATER = re.compile(r"\s+(?:later|late|afterwards|after that)\b|[之以]?后[，,]", re.IGNORECASE)
_END = re.compile(
    r"\b(?:end|ends|ended|ending|expir\w+|runs? out|until|till|to|by|finish\w*|complet\w*|up on"
    r"|closes?|conclud\w*|through|over (?:on|in|by)|open\w*|lapse\w*|deliver\w*|due)\b"
    r"|[到至]|结束|建成|完[工成]|竣工|通车|投[产用运]|届满|期满|截[至止]|闭幕|到期|落成|启用|开[通园馆]",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:so|it|that|this|they|he|she|then|and|the \w+)\b"
    r"|\s*(?:所以|这样|因此|到|也就|它|他|她|预计|计划)",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"(?:\b(?:every|each|per|next|past|last|previous|within|under|at least|first|another)"
    r"|[每近未过前第再内逾超]|(?<!前)后|过去|未来|提前|还有|至少|最近|连续|[0-9.]+年)\s*\Z",
    re.IGNORECASE,
)
_NOT_LONG = re.compile(
    r"[ -]?(?:ago|old|from now|notice|earlier|into|ahead|early|a (?:day|week|year)|per|each|of age"
    r"|[a-z]+ (?:ago|earlier))\b|[之以]?[前内外]|一[次班轮]|的?(?:通知|期限|假)",
    re.IGNORECASE,
)
_MOST_IN = re.compile(
    r"\b(?:first|best|worst|fewest|(?:most|least)\b[a-z ]{0,12}|[a-z]+est)(?: [a-z]+)? in\s+\Z",
    re.IGNORECASE,
)
"""What is the lowest in five years was told of no more than the last of them."""
_NO_DATE = re.compile(r"年度|年代|[0-9]s\b|\b(?:fiscal|financial) (?:year )?\Z", re.IGNORECASE)
_BOTH = re.compile(r"[和与、]|\s+and\s+(?:in )?")
_SO = re.compile(
    r"\b(?:so|that|it|just|only|exactly)\b[^.;0-9]*\Z|[只仅]|隔|整整|一共|历时", re.IGNORECASE
)
_AFTER = re.compile(r"\s+(?:after|before|since)\b|[之以]?[前后]", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|these|those)\s+\Z", re.IGNORECASE)
_FROM = re.compile(r"\s+(?:from|between)\b|[，,]?[从自]", re.IGNORECASE)
SOON, REACH, BACK, PAIR, MOST, FAR, SHORT = 24, 90, 1, 2, 4, 4, 8
"""A length ``FAR`` times longer or shorter than the time between is of something else."""
Ends = tuple[Statement, Statement]


def stretches(scene: Scene) -> Iterator[Check]:
    """Yield lengths of time with the two dates that they should lie between."""
    today = today_of(scene)
    for length in scene.statements:
        if is_length(length) and not _is_of_its_own(scene, length):
            yield from _between(scene, length, today)


def _is_of_its_own(scene: Scene, length: Statement) -> bool:
    """Say whether words beside a length tell that it is of another time: every two weeks."""
    words, after = scene.before(length, REACH), scene.after(length, SOON)
    is_known = _THE.search(words) is not None and not _FROM.match(after)
    is_other = _OF_ITS_OWN.search(words) or _MOST_IN.search(words)
    return bool(is_known or is_other or _NOT_LONG.match(after))


def _between(scene: Scene, length: Statement, today: date | None) -> Iterator[Check]:
    """Yield a length with the two dates that words put it between, if no other two fit better."""
    told = [s for s in told_before(scene, length, BACK) if s.figure.value != str(today)]
    before = list(_dates(scene, told))
    behind = list(_dates(scene, _told_behind(scene, length)))
    ends = list(_ends(scene, length, before, behind)) or list(_only_two(scene, length))
    for check in likeliest(_held(scene, pair, length, today) for pair in ends):
        start = scene.start(scene.sentence_at(check.passages[0].start))
        others = _in_pairs([s for s in (*before[-MOST:], *behind[:MOST]) if s.start >= start])
        known = (_held(scene, pair, length, today) for pair in others)
        right = (c for c in known if c and c.verdict is Verdict.CONSISTENT)
        yield check if check.verdict is Verdict.CONSISTENT else next(right, check)


def _in_pairs(dates: Sequence[Statement]) -> Iterator[Ends]:
    """Yield each two dates as they stand, and the other way round if both tell their years."""
    for first, last in combinations(dates, PAIR):
        yield first, last
        if "-" not in (first.figure.value[:1], last.figure.value[:1]):
            yield last, first


def _ends(
    scene: Scene, length: Statement, before: Sequence[Statement], behind: Sequence[Statement]
) -> Iterator[Ends]:
    """Yield the two dates that a length may lie between, the likeliest first."""
    words, after = scene.before(length, REACH), scene.after(length, SOON)
    if _TERM.search(words) or _FOR.search(words) or _FROM.match(after):
        yield from _of_term(scene, length, before, behind)
    is_later = _LATER.match(after) is not None
    is_told = is_later or _TOOK.search(words) is not None
    for first, last in pairwise(before[-PAIR:]):
        if is_told or _leads_to(scene, first, last, length):
            yield first, last
    if is_later and before and behind:
        yield before[-1], behind[0]


def _only_two(scene: Scene, length: Statement) -> Iterator[Ends]:
    """Yield the two days that are all that is told beside the only length of a sentence, or two.

    The later one may be told first: on the 14th, which was 9 days after the 5th.
    """
    number = scene.sentence_of(length)
    here = scene.of_sentence[number]
    is_near = scene.are_neighbours(number - 1, number) and _SO.search(scene.before(length, SOON))
    before = scene.of_sentence.get(number - 1, []) if is_near else []
    for told in (here, [*before, *here]):
        lengths = [s for s in told if s.figure.kind == "duration"]
        days = [s for s in told if s.figure.kind == "date"]
        if len(lengths) == 1 and len(days) == PAIR and all(map(is_day, days)):
            yield days[0], days[1]
            if _AFTER.match(scene.after(length)):
                yield days[1], days[0]


def _leads_to(scene: Scene, first: Statement, last: Statement, length: Statement) -> bool:
    """Say whether words lead from a date to a later one, and at once or as a term to a length."""
    is_at_once = scene.between(last, length) in {"，", ", "}
    is_onward = first.start == last.start or _END.search(scene.between(first, last))
    is_here = scene.sentence_of(last) == scene.sentence_of(length)
    if not is_here or not is_onward:
        return False
    return is_at_once or _TERM.search(scene.before(length, SOON)) is not None


def _dates(scene: Scene, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the dates among statements, two for one that is from one to another."""
    for statement in statements:
        if _NO_DATE.search(scene.before(statement) + "|" + statement.text):
            continue
        for value in statement.figure.value.split("/"):
            told = replace(statement, figure=replace(statement.figure, value=value))
            if is_date(told):
                yield told


def _told_behind(scene: Scene, length: Statement) -> list[Statement]:
    """Return what stands behind a length in its sentence, and in the next if that goes on."""
    number = scene.sentence_of(length)
    here = [s for s in scene.of_sentence[number] if length.end <= s.start < length.end + REACH]
    goes_on = _GOES_ON.match(scene.sentence(number + 1))
    return [*here, *(scene.in_next_sentence(number) if goes_on else [])]


def _of_term(
    scene: Scene, length: Statement, before: Sequence[Statement], behind: Sequence[Statement]
) -> Iterator[Ends]:
    """Yield the start of a term in front of it, or behind, with its end behind that."""
    here = [s for s in before if scene.sentence_of(s) == scene.sentence_of(length)]
    for start, end in zip(here[-1:], behind[:1], strict=False):
        if _ends_it(scene, length, end):
            yield start, end
    for start, end in pairwise(behind[:PAIR]):
        if _ends_it(scene, start, end):
            yield start, end


def _ends_it(scene: Scene, start: Statement, end: Statement) -> bool:
    """Say whether words behind something, up to a date and right behind it, tell of an end."""
    words = scene.text[start.end : end.start] + "|" + scene.after(end, SHORT)
    return _END.search(words) is not None


def _held(scene: Scene, ends: Ends, length: Statement, today: date | None) -> Check | None:
    """Return a length held against the time from one date to another; None if far from it."""
    if _BOTH.fullmatch(scene.between(*ends)):
        return None
    moments, told = moments_of(scene, *ends, today), meant(scene, length)
    value = value_of(length)
    if moments is None or told is None or value is None:
        return None
    lasted = passed(*moments, length.figure.unit)
    verdict = Verdict.CONSISTENT if lasted.overlaps(told) else Verdict.CONFLICT
    if lasted.low > value * FAR or lasted.high * FAR < value:
        return None
    days = str((moments[1].first - moments[0].first).days)
    values = {"first": ends[0].text, "second": ends[1].text, "days": days, "length": length.text}
    if ends[0].start == ends[1].start:
        working = Message("{first} is {days} {days|day|days}; stated is {length}.", values)
        return check_of(CheckType.DATE, verdict, (ends[0], length), working, 0.75)
    working = Message(
        "From {first} to {second} {days|is|are} {days} {days|day|days}; stated is {length}.", values
    )
    return check_of(CheckType.DATE, verdict, (*ends, length), working, 0.75)
