"""Years since a founding, and clock times against the hours that are said to lie between."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.rounding import Interval, exact, stated, value_of
from annotator.checks.scene import YEAR, Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import grouped
from annotator.model.message import Message

_CLOCKS = re.compile(
    r"(?:[0-9-]*T)?(?P<h1>[0-9]{2}):(?P<m1>[0-9]{2})(?::[0-9]{2})?/"
    r"(?:[0-9-]*T)?(?P<h2>[0-9]{2}):(?P<m2>[0-9]{2})(?::[0-9]{2})?"
)
MINUTES = Decimal(60)
QUARTER = Decimal("0.25")
IN_MINUTES = {"hour": Decimal(60), "minute": Decimal(1)}
_LASTS = re.compile(
    r"exactly|整整|正好|刚好|lasted|历时|为时|时长|为期|共|持续|历经"
    r"|total of|in all|altogether|\bfor\b|[,，(（—-]\s*\Z"
    r"|[,，](?![^，]*(?:平均|每|限|提前|等))[\u4e00-\u9fff]{1,6}\Z",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(?:[0-9-]*T)?(?P<h>[0-9]{2}):(?P<m>[0-9]{2})(?::[0-9]{2})?")
_IT_TOOK = re.compile(
    r"\b(?:so|that[’']s|which is|took|lasted|within|in all|total of)\b[^.;0-9]*\Z"
    r"|(?:前后|历时|用了|用时|只用|花了|不到|仅用|持续|整个过程|一共|总共|等了|所以|也就是|相当于)[^。；0-9]{0,12}\Z"
    r"|(?:整整|足足|长达)[^。；，0-9]{0,4}\Z",
    re.IGNORECASE,
)
_LATER = re.compile(r"\s+(?:later|after that)\b|之?后[，。]", re.IGNORECASE)
_BEFORE, _AT_ONCE = 2, 4
SOON, SHORT = 48, 12
_FOUNDED = re.compile(
    r"成立|建立|创办|创立|创建|始建|建成|开通|开馆|建校|建馆|启用|设立"
    r"|\b(?:founded|established|set up|opened|built|created|incorporated|since)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"今年|现在|迎来|[到至]|\b(?:this|next|now|until)\b", re.IGNORECASE)
_DAY_OF_IT = re.compile(r"\s*(?:anniversary|birthday|year\b|周年)", re.IGNORECASE)
_GONE_BY = re.compile(
    r"至今|距今|已有|已经|走过|整整|周年|岁|满|\bold\b|anniversary|birthday",
    re.IGNORECASE,
)


def anniversaries(scene: Scene) -> Iterator[Check]:
    """Yield years of founding and how long ago they are said to be, where both are told at once."""
    for number, here in scene.of_sentence.items():
        if not _FOUNDED.search(scene.sentence(number)):
            continue
        years = [s for s in here if YEAR.fullmatch(s.figure.value)]
        for length in here if years else ():
            is_told = _NOW.search(scene.text[years[0].end : years[-1].end + SHORT // 2])
            if is_told and _is_anniversary(scene, length, years[0]):
                yield from _since(years[0], years[-1], length)


def _is_anniversary(scene: Scene, length: Statement, first: Statement) -> bool:
    """Say whether a figure behind a year tells how many years have gone by since then."""
    is_length = length.figure.unit in {"year", "anniversary", "age year"}
    is_ordinal = length.figure.kind == "ordinal" and _DAY_OF_IT.match(scene.after(length))
    if length.start < first.end or not (is_length or is_ordinal):
        return False
    around = scene.text[max(first.end, length.start - SOON) : length.end + SHORT]
    return _GONE_BY.search(around) is not None


def _since(first: Statement, last: Statement, length: Statement) -> Iterator[Check]:
    told, years = stated(length), [int(s.figure.value[:4]) for s in (first, last)]
    if told is None or years[1] <= years[0]:
        return
    passed = Decimal(years[1] - years[0])
    fits = told.overlaps(Interval(passed - 1, passed + (length.figure.kind == "ordinal")))
    values = {
        "first": first.text,
        "last": last.text,
        "years": str(passed),
        "length": length.text,
    }
    working = Message(
        "From {first} to {last} {years|is|are} {years} {years|year|years}; stated is {length}.",
        values,
    )
    verdict = Verdict.CONSISTENT if fits else Verdict.CONFLICT
    yield check_of(CheckType.DATE, verdict, (first, last, length), working, 0.7)


def clocks(scene: Scene) -> Iterator[Check]:
    """Yield times of the day from which to which something lasts, with how long that is."""
    for length in scene.statements:
        if length.figure.kind == "duration" and length.figure.unit in IN_MINUTES:
            yield from _between(scene, length)
    for here in scene.of_sentence.values():
        for at, clock in enumerate(here):
            for length in here[at + 1 : at + 3] if clock.figure.kind == "time" else ():
                yield from _lasting(scene, clock, length)


def _lasting(scene: Scene, clock: Statement, length: Statement) -> Iterator[Check]:
    if length.figure.kind != "duration" or length.start - clock.end > SOON:
        return
    found = hours_of(clock, length)
    if found and _LASTS.search(scene.between(clock, length)):
        yield found


def hours_of(clock: Statement, length: Statement) -> Check | None:
    """Return what a time from one hour to another says of a length in hours or minutes."""
    found, told = _CLOCKS.fullmatch(clock.figure.value), _meant(length)
    if found is None or told is None or length.figure.unit not in IN_MINUTES:
        return None
    start, end = (int(found[f"h{n}"]) * 60 + int(found[f"m{n}"] or 0) for n in (1, 2))
    lengths = _lengths(start, end)
    values = {"clock": clock.text, "hours": grouped(lengths[0] / MINUTES), "length": length.text}
    working = Message("{clock} is {hours} {hours|hour|hours}; stated is {length}.", values)
    return check_of(CheckType.DATE, _verdict(told, lengths, length), (clock, length), working, 0.8)


def _verdict(told: Interval, lengths: Sequence[Decimal], length: Statement) -> Verdict:
    """Return whether a length may be one of some numbers of minutes."""
    meant = told.times(IN_MINUTES[length.figure.unit])
    fits = any(meant.overlaps(exact(minutes)) for minutes in lengths)
    return Verdict.CONSISTENT if fits else Verdict.CONFLICT


def _between(scene: Scene, length: Statement) -> Iterator[Check]:
    """It began at T. At U it was over. So it took L: the last two times in front of a length."""
    known = scene.told_before(length, _BEFORE)
    times = [s for s in known if CLOCK.fullmatch(s.figure.value)][-2:]
    if len(times) <= 1 or not _is_told_to_last(scene, length):
        return
    found = hours_between(times[0], times[1], length)
    if found and not _are_of_other_days(scene, *times):
        yield found


def hours_between(first: Statement, last: Statement, length: Statement) -> Check | None:
    """Return what two times of a day say of a length in hours or minutes between them."""
    times = (first, last)
    at, told = [CLOCK.fullmatch(s.figure.value) for s in times], _meant(length)
    if told is None or not all(at) or length.figure.unit not in IN_MINUTES:
        return None
    start, end = (int(m["h"]) * 60 + int(m["m"]) for m in at if m)
    lengths = _lengths(start, end)
    values = {
        "first": times[0].text,
        "last": times[1].text,
        "hours": grouped(lengths[0] / MINUTES),
        "length": length.text,
    }
    working = Message(
        "From {first} to {last} {hours|is|are} {hours} {hours|hour|hours}; stated is {length}.",
        values,
    )
    return check_of(
        CheckType.DATE, _verdict(told, lengths, length), (*times, length), working, 0.75
    )


def _is_told_to_last(scene: Scene, length: Statement) -> bool:
    """Say whether words call a length that of what is told before; a new sentence goes on."""
    before = scene.before(length, SOON)
    is_later = before.strip() and _LATER.match(scene.after(length))
    return bool(is_later or _IT_TOOK.search(before))


def _are_of_other_days(scene: Scene, first: Statement, last: Statement) -> bool:
    """Say whether a day of its own stands right in front of each of two times, or of the last."""
    dates = [s for s in scene.within(first.end, last.start) if s.figure.kind == "date"]
    return bool(dates) and last.start - dates[-1].end <= _AT_ONCE


def _meant(length: Statement) -> Interval | None:
    """Return what a length may be: a plain number of hours is meant to a quarter of one."""
    told, value = stated(length), value_of(length)
    if told is None or value is None or length.figure.comparator not in ("", "="):
        return told
    return Interval(max(told.low, value - QUARTER), min(told.high, value + QUARTER))


def _lengths(start: int, end: int) -> list[Decimal]:
    """Return the minutes between two times of the day, the likeliest first.

    "From 7 to 5" may end in the afternoon or in the morning after.
    """
    day = 24 * 60
    plain, other = Decimal((end - start) % day), Decimal((end + day // 2 - start) % day)
    return [plain, other] if start <= end else sorted((plain, other))
