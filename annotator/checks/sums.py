"""Parts and their total: figures of one passage that should add up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.qualifiers import are_halves
from annotator.checks.rounding import Interval, counted, exact, loose, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.wording import said_like
from annotator.checks.words import HAN, bullets
from annotator.model.message import Message

_LISTS = re.compile(
    r"其中|包括|分别|[分按从][^，。；]{1,6}[看分][，,]|(?:reasons|causes) (?:were|are)\b"
    r"|由|：|:|—|of (?:that|which|these|those|them|the total|the)\b"
    r"|consist|compris|made up|broken down|includ|split|divided"
    r"|\b(?:it|them|this) with\b|\bcom(?:es?|ing) from\b|\bgo(?:es|ing)? to\b",
    re.IGNORECASE,
)
_TOTALS = re.compile(
    r"(?:共|合计|总计|总共|共计|一共|累计|总额|总数"
    r"|合计|总计|总共|共计|累计|总额|总数|in total|in all|altogether|(?:a|the) total of"
    r"|totall?ing|adds? up to|sum of|combined)"
    r"\s*(?:为|达|有|是|约|of|was|is|to|came to|:|：)?\s*\Z",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\s*(?:另|此外|除此|also\b|in addition)", re.IGNORECASE)
_EACH = re.compile(r"\s+(?:a|per|each|every) (?:year|month|week|day)\b", re.IGNORECASE)
_ALL = re.compile(r"\s*(?:全部|总共|合计|一共|总计|in (?:all|total)\b|altogether\b)", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\s+(?:[a-z’'\-]+\s+){0,3}(?:in all|in total|altogether|combined|together|all told)\b",
    re.IGNORECASE,
)
_WHICH_MAKES = re.compile(
    r"(?:\b(?:that|which)(?:[’']s| is| makes| comes to)"
    r"|(?:加起来|合起来|相加|加在一起)[^，。；0-9]{0,6})\s*\Z",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"\s*(?:其中|包括|[分按从][^，。；]{1,6}[看分][，,]"
    r"|(?:the )?(?:main )?(?:reasons|causes) (?:were|are)\b"
    r"|of (?:that|which|these|those|them|the total)\b)",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"(?:\A\s*|[.;,]\s+)(?:out )?of (?:the|our|those|these|all)\s+\Z", re.IGNORECASE
)
_NOUN_ONLY = re.compile(r"(?:\s+[a-z’'\-]+){1,4}[,:]\s+", re.IGNORECASE)
_BARE = re.compile(
    r"\s+(?:by|in|from|at|for|on|of them|were|are|have|had|would|who|that)\b"
    r"|\s+[a-z\-]*[a-rt-z]\s*(?:[,.;]|\band\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"[{HAN}]{{0,8}}(?:里面?|当中|之中|中)[,，]")
_OPEN_END = re.compile(
    r"\A[^。.;；!?！？\n]{0,20}(?:等|之类|and so on|among others|among other|for example|such as)"
)
_SOME = re.compile(r"such as|for example|includ|包括|例如|比如|at least|至少", re.IGNORECASE)
_REST = re.compile(
    r"everything else|the rest|the remaind|remaining|others?\b|elsewhere"
    r"|其他|其它|其余|余下|剩余|剩下|另外",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"由|分别|[：:]|made up|split|divided|consist|compris|broken down", re.IGNORECASE
)
_DONE = re.compile(
    r"[已目][经前]?|其中|of which|of them|so far|already|另|此外|分[别布]|包括|[:：]",
    re.IGNORECASE,
)
_SEPARATE = re.compile(r"[,，、;；]|\band\b|和|及")
LINKED = 3
BACK, NEAR_WHOLE = 3, Decimal("0.1")
"""So many sentences back a whole may stand, and so near its two halves must come to it."""
MOST = 40
"""So many figures in front of or behind a total may be its parts."""
GLUE = 60
"""The longest text between two parts of a list, in code points."""
CLOSE_TO_ALL, FAR_ABOVE = Decimal("0.85"), Decimal("1.15")
APART = 8
"""So many code points further apart than others a figure is no part of a list."""
_ADDABLE = frozenset({"cardinal", "money", "duration"})


def sums(scene: Scene) -> Iterator[Check]:
    """Yield totals with their parts."""
    for number in scene.of_sentence:
        yield from _total_first(scene, number)
        yield from _bulleted(scene, number)
        yield from _total_last(scene, number)
        yield from _halves(scene, number)


def _of_one_unit(statements: Sequence[Statement], like: Statement) -> list[Statement]:
    return [s for s in statements if s.figure.low and _may_be_part(s, like)]


def _is_total(statement: Statement) -> bool:
    """Say whether a figure may be the total of others."""
    return statement.figure.kind in _ADDABLE and bool(statement.figure.low)


def _total_first(scene: Scene, number: int) -> Iterator[Check]:
    """T, of which A, B and C; the parts stand behind it, up to the end of the next sentence."""
    here = scene.of_sentence[number]
    behind = scene.after_semicolons(number)
    following = [*scene.in_next_sentence(number), *scene.after_semicolons(number + 1)][:MOST]
    near = scene.are_neighbours(number - 1, number)
    before = scene.of_sentence.get(number - 1, [])[-MOST:] if near else []
    end = 0
    for at, total in enumerate(here):
        if not _is_total(total) or total.start < end:
            continue
        is_last = at == len(here) - 1 or _leads_into(scene, number + 1)
        for parts in ([*here[at + 1 :], *behind][:MOST], following if is_last else []):
            taken = _run_of_parts(scene, _of_one_unit(parts, total), total)
            if len(taken) > 1 and _are_listed(scene, total, taken):
                between = [s for s in here[at + 1 :] if s.end <= taken[0].start]
                others = [*before, *here[:at], *between]
                yield _added(scene, _fitting(scene, total, others, taken), taken)
                end = taken[-1].end
                break


def _leads_into(scene: Scene, number: int) -> bool:
    """Say whether a sentence starts with words that part what the one before it counts."""
    return _OF_WHICH.match(scene.sentence(number)) is not None


def _are_listed(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether words lead from a total to its parts, or close the list of them."""
    if _LISTS.search(_lead(scene, total, parts[0])):
        return True
    is_of_it = _OF_IT.search(scene.before(total)) or _WITHIN.match(scene.after(total))
    if is_of_it and scene.sentence_of(total) == scene.sentence_of(parts[0]):
        return True
    is_near = scene.sentence_of(total) == scene.sentence_of(parts[0])
    if _are_bare(scene, total, parts) or (is_near and are_halves(*map(scene.subject, parts))):
        return True
    return len(parts) >= LINKED and _is_closed(scene, parts)


def _are_bare(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts name nothing of their own: 486 units, 318 electric and 168 diesel."""
    if total.start > parts[0].start:
        return False
    lead = scene.between(total, parts[0])
    is_joined = re.search(r"\band\s+\Z", scene.between(parts[-2], parts[-1])) is not None
    if not is_joined or not _NOUN_ONLY.fullmatch(lead):
        return False
    return all(_BARE.match(scene.after(part, GLUE)) for part in parts)


def _fitting(
    scene: Scene, total: Statement, before: list[Statement], parts: list[Statement]
) -> Statement:
    """Return the total that the parts make exactly, or else the one that is nearest to it."""
    made, value = added(parts), sum((value_of(part) or Decimal(0) for part in parts), Decimal(0))
    known = [
        s
        for s in (total, *reversed(before))
        if _is_total(s) and all(_may_be_part(part, s) for part in parts)
    ]
    for other in known:
        whole = counted(other)
        if whole is not None and whole.overlaps(made):
            return other
    is_start = is_base(scene, total) or is_source(scene, total)
    if not is_start and value * 2 >= (value_of(total) or Decimal(0)):
        return total
    others = [s for s in known if not is_base(scene, s) and not is_source(scene, s)]
    return min(others, key=lambda s: abs((value_of(s) or Decimal(0)) - value), default=total)


def _bulleted(scene: Scene, number: int) -> Iterator[Check]:
    """T: and a line for each part, which starts with a bullet or a number."""
    total = scene.of_sentence[number][-1]
    if not _is_total(total) or not _leads_on(scene, total):
        return
    parts: list[Statement] = []
    for start, end in bullets(scene.text, scene.sentences[number][1]):
        here = [s for s in scene.within(start, end) if s.start >= start]
        parts += _of_one_unit(here, total)[:1]
    if len(parts) > 1 and all((value_of(p) or 0) < (value_of(total) or 0) for p in parts):
        yield _added(scene, total, parts)


def _leads_on(scene: Scene, total: Statement) -> bool:
    """Say whether a colon at the end of a total's sentence leads on to the lines behind it."""
    tail = scene.sentence(scene.sentence_of(total)).rstrip()
    return tail.endswith((":", "：")) and len(scene.after(total, GLUE)) < GLUE


def _lead(scene: Scene, total: Statement, first: Statement) -> str:
    """Return the words between a total and its first part."""
    return scene.text[total.end : first.start][-60:]


def _run_of_parts(scene: Scene, parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in parts:
        if (value_of(part) or 0) >= (value_of(total) or 0):
            break
        if taken and not continues(scene.between(taken[-1], part)):
            break
        if change_of(scene, part) is not None or _EACH.match(scene.after(part)):
            continue
        taken.append(part)
    return taken


def continues(glue: str) -> bool:
    """Say whether a list goes on between two figures."""
    return bool(_SEPARATE.search(glue)) and len(glue) <= GLUE and not _DONE.search(glue)


def _total_last(scene: Scene, number: int) -> Iterator[Check]:
    """A, B and C, in all T."""
    before = (
        scene.of_sentence.get(number - 1, []) if scene.are_neighbours(number - 1, number) else []
    )
    own = scene.of_sentence[number]
    here = [*(before if _ALL.match(scene.sentence(number)) else []), *own]
    for at, total in enumerate(here):
        is_all = total is own[0] and len(here) > len(own)
        if not _is_total(total) or not (is_all or (total in own and _closes(scene, total))):
            continue
        parts = [
            s for s in here[max(0, at - MOST) : at] if s.figure.low and _may_be_counted(s, total)
        ]
        taken = _run_in_front(scene, parts, total)
        if len(taken) > 1:
            yield _added(scene, total, _last_that_make(total, taken))


def _last_that_make(total: Statement, parts: list[Statement]) -> list[Statement]:
    """Return the last parts that make a total behind them, all if none do."""
    whole = counted(total)
    for first in range(1, len(parts) - 1):
        if whole is not None and whole.overlaps(added(parts[first:])):
            return parts[first:]
    return parts


def _halves(scene: Scene, number: int) -> Iterator[Check]:
    """T; and in a sentence behind it: men A, women B, which should make T."""
    here = [s for s in scene.of_sentence[number] if _is_total(s)]
    words = scene.sentence(number)
    if _BESIDES.match(words) or _OF_WHICH.match(words) or not are_halves(*map(scene.subject, here)):
        return
    value = sum((value_of(s) or Decimal(0) for s in here), Decimal(0))
    back = [n for n in range(number - BACK, number) if scene.are_in_one_paragraph(n, number)]
    found = [
        _added(scene, total, here)
        for n in reversed(back)
        for total in scene.of_sentence.get(n, [])
        if _is_near(total, value) and all(_may_be_part(s, total) for s in here)
    ]
    yield from sorted(found, key=lambda c: c.verdict is not Verdict.CONSISTENT)[:1]


def _is_near(total: Statement, value: Decimal) -> bool:
    whole = value_of(total) or Decimal(0)
    return _is_total(total) and abs(whole - value) <= whole * NEAR_WHOLE


def _closes(scene: Scene, total: Statement) -> bool:
    """Say whether words on either side call a figure the total of what stands before it."""
    return bool(
        _TOTALS.search(scene.before(total))
        or _IN_ALL.match(scene.after(total, GLUE))
        or _WHICH_MAKES.search(scene.before(total))
    )


def _run_in_front(scene: Scene, parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the last parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in reversed(parts):
        if taken and not continues(scene.between(part, taken[0])):
            break
        if (value_of(part) or 0) >= (value_of(total) or 0):
            break
        taken.insert(0, part)
    return taken


def _may_be_part(statement: Statement, total: Statement) -> bool:
    """Say whether a figure may be a part: of one unit, or one of them has none."""
    if statement.figure.kind != total.figure.kind:
        return False
    units = statement.figure.unit, total.figure.unit
    return units[0] == units[1] or (total.figure.kind == "cardinal" and not all(units))


def _may_be_counted(statement: Statement, total: Statement) -> bool:
    """Say whether a figure may be a part of a total behind it, whatever both are called."""
    return statement.figure.kind == "cardinal" == total.figure.kind or _may_be_part(
        statement, total
    )


def _added(scene: Scene, total: Statement, parts: list[Statement]) -> Check:
    """Return what adding the parts says of the total."""
    whole = counted(total) or exact(Decimal(0))
    parts = _enough(scene, whole, parts)
    value = sum((value_of(p) or Decimal(0) for p in parts), Decimal(0))
    if whole.overlaps(added(parts)):
        verdict = Verdict.CONSISTENT
    elif (_roughly(total) or whole).overlaps(added(parts, is_loose=True)) or (
        _may_leave_some(scene, total, parts, value)
    ):
        verdict = Verdict.UNDETERMINED
    else:
        verdict = Verdict.CONFLICT
    working = Message(
        "{parts} make {sum}; the total is {total}.",
        {
            "parts": " + ".join(part.text for part in parts),
            "sum": said_like(value, total),
            "total": total.text,
        },
    )
    return check_of(CheckType.SUM, verdict, (total, *parts), working, 0.8)


def _may_leave_some(
    scene: Scene, total: Statement, parts: Sequence[Statement], value: Decimal
) -> bool:
    """Say whether parts may be some of the whole only, or not apart from each other.

    Women and members of a union are no parts of a staff that add up.
    """
    if are_halves(*(scene.subject(part) for part in parts)) or _are_bare(scene, total, parts):
        return False
    lead, goal = _lead(scene, total, parts[0]), value_of(total) or Decimal(0)
    if value > goal:
        return value > goal * FAR_ABOVE and not _PARTED.search(lead)
    if value < goal * CLOSE_TO_ALL:
        return True
    if total.start > parts[0].start or _is_closed(scene, parts):
        return False
    is_open = _OPEN_END.match(scene.after(parts[-1], 40)) or _SOME.search(lead)
    return bool(is_open) or (len(parts) < LINKED and not _PARTED.search(lead))


def _is_closed(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether the last part is the rest of the whole."""
    behind = re.split("[,，;；]", scene.after(parts[-1], 40))[0]
    around = scene.before(parts[-1], 16) + "|" + behind
    return _REST.search(around) is not None


def _enough(scene: Scene, whole: Interval, parts: list[Statement]) -> list[Statement]:
    """Return the first parts that make the whole, or should; all of them if none do."""
    for count in range(2, len(parts)):
        if whole.overlaps(added(parts[:count])):
            return parts[:count]
    for count in range(2, len(parts)):
        if are_halves(*(scene.subject(part) for part in parts[:count])):
            return parts[:count]
    return min(_first_parts(parts), key=lambda some: _distance(whole, some))


def _first_parts(parts: list[Statement]) -> Iterator[list[Statement]]:
    """Yield all parts, and fewer of the first ones if those behind stand in another clause."""
    yield parts
    for count in range(len(parts) - 1, LINKED - 1, -1):
        if parts[count].start - parts[count - 1].end > parts[1].start - parts[0].end + APART:
            yield parts[:count]


def _distance(whole: Interval, parts: Sequence[Statement]) -> Decimal:
    """Return twice how far the middle of what the parts make is off; open ends are far off."""
    made = added(parts)
    ends = (made.low, made.high, whole.low, whole.high)
    if not all(end.is_finite() for end in ends):
        return Decimal("Infinity")
    return abs(made.low + made.high - whole.low - whole.high)


def _roughly(statement: Statement) -> Interval | None:
    """Return what a number may be if it is rounded; one without zeros at its end is not."""
    value = value_of(statement)
    is_rounded = value is not None and value % 10 == 0
    return loose(statement) if is_rounded else counted(statement)


def added(parts: Sequence[Statement], *, is_loose: bool = False) -> Interval:
    """Return what the parts may make together."""
    total = exact(Decimal(0))
    for part in parts:
        total = total.plus((_roughly(part) if is_loose else counted(part)) or exact(Decimal(0)))
    return total
