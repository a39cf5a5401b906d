"""Parts and their total: figures of one passage that should add up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.changes import change_of
from annotator.checks.rounding import Interval, exact, loose, stated, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.model.message import Message

_LISTS = re.compile(
    r"其中|包括|分别|由|：|:|—|of (?:that|which|these|those|them|the total|the)\b|consist|compris"
    r"|made up|broken down|includ|split|divided",
    re.IGNORECASE,
)
_TOTALS = re.compile(
    r"(?:共|合计|总计|总共|一共|累计|总额|总数|in total|in all|altogether|(?:a|the) total of"
    r"|totall?ing|adds? up to|sum of|combined)"
    r"\s*(?:为|达|有|是|约|of|was|is|to|came to|:|：)?\s*\Z",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"占|其中|构成|分布|中[,，]|\bof (?:the|our|all|those|these)\b|account|were|made up"
    r"|by (?:age|type|region|sector|source)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"\A[^。.;；!?！？\n]{0,20}(?:等|之类|and so on|among others|among other|for example|such as)"
)
_SOME = re.compile(r"such as|for example|includ|包括|例如|比如|at least|至少", re.IGNORECASE)
_SEPARATE = re.compile(r"[,，、;；]|\band\b|和|及")
_LINKED = 3
GLUE = 60
"""The longest text between two parts of a list, in code points."""
CLOSE_TO_ALL = Decimal("0.75")
WHOLE = Decimal(100)
_ADDABLE = frozenset({"cardinal", "money", "duration"})


def sums(scene: Scene) -> Iterator[Check]:
    """Yield totals with their parts, and shares that should make a whole."""
    for number in scene.of_sentence:
        yield from _total_first(scene, number)
        yield from _total_last(scene, number)
        yield from _percentages(scene, number)


def _of_one_unit(statements: Sequence[Statement], like: Statement) -> list[Statement]:
    return [
        s
        for s in statements
        if s.figure.unit == like.figure.unit and s.figure.low and s.figure.kind == like.figure.kind
    ]


def _total_first(scene: Scene, number: int) -> Iterator[Check]:
    """T, of which A, B and C; the parts stand behind it, up to the end of the next sentence."""
    here = scene.of_sentence[number]
    following = scene.in_next_sentence(number)
    for at, total in enumerate(here):
        if total.figure.kind not in _ADDABLE or not total.figure.low:
            continue
        for parts in (here[at + 1 :], following if at == len(here) - 1 else []):
            taken = _run_of_parts(scene, _of_one_unit(parts, total), total)
            if len(taken) > 1 and _LISTS.search(_lead(scene, total, taken[0])):
                yield _added(scene, total, taken)
                break


def _lead(scene: Scene, total: Statement, first: Statement) -> str:
    """Return the words between a total and its first part."""
    return scene.text[total.end : first.start][-60:]


def _run_of_parts(scene: Scene, parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in parts:
        if (value_of(part) or 0) >= (value_of(total) or 0):
            break
        if taken and not _continues(scene.between(taken[-1], part)):
            break
        if change_of(scene, part) is not None:
            continue
        taken.append(part)
    return taken


def _continues(glue: str) -> bool:
    """Say whether a list goes on between two figures."""
    return (
        bool(_SEPARATE.search(glue))
        and len(glue) <= GLUE
        and not re.search(r"其中|of which|of them", glue, re.IGNORECASE)
    )


def _total_last(scene: Scene, number: int) -> Iterator[Check]:
    """A, B and C, in all T."""
    here = scene.of_sentence[number]
    for at, total in enumerate(here):
        if total.figure.kind not in _ADDABLE or not _TOTALS.search(scene.before(total)):
            continue
        parts = [s for s in here[:at] if s.figure.low and _may_be_part(s, total)]
        taken: list[Statement] = []
        for part in reversed(parts):
            if taken and not _continues(scene.between(part, taken[0])):
                break
            if (value_of(part) or 0) >= (value_of(total) or 0):
                break
            taken.insert(0, part)
        if len(taken) > 1:
            yield _added(scene, total, taken)


def _may_be_part(statement: Statement, total: Statement) -> bool:
    """Say whether a figure may be a part: teachers and nurses are parts of people."""
    same = statement.figure.kind == total.figure.kind
    return same and (total.figure.kind == "cardinal" or statement.figure.unit == total.figure.unit)


def _added(scene: Scene, total: Statement, parts: list[Statement]) -> Check:
    """Return what adding the parts says of the total."""
    whole = stated(total) or exact(Decimal(0))
    added, rough = _sum(parts), _sum(parts, is_loose=True)
    value, goal = (
        sum((value_of(p) or Decimal(0) for p in parts), Decimal(0)),
        value_of(total) or Decimal(0),
    )
    tail = scene.after(parts[-1], 40)
    is_open = bool(_OPEN_END.match(tail)) or bool(_SOME.search(_lead(scene, total, parts[0])))
    if whole.overlaps(added):
        verdict = Verdict.CONSISTENT
    elif (
        (loose(total) or whole).overlaps(rough)
        or (value < goal and (is_open or value < goal * CLOSE_TO_ALL))
        or (value < goal and len(parts) < _LINKED)
    ):
        verdict = Verdict.UNDETERMINED
    else:
        verdict = Verdict.CONFLICT
    working = Message(
        "{parts} make {sum}; the total is {total}.",
        {
            "parts": " + ".join(part.text for part in parts),
            "sum": f"{value.normalize():,f}",
            "total": total.text,
        },
    )
    return check_of(CheckType.SUM, verdict, (total, *parts), working, 0.8)


def _sum(parts: Sequence[Statement], *, is_loose: bool = False) -> Interval:
    total = exact(Decimal(0))
    for part in parts:
        total = total.plus((loose(part) if is_loose else stated(part)) or exact(Decimal(0)))
    return total


def _percentages(scene: Scene, number: int) -> Iterator[Check]:
    """Shares of one whole, listed side by side: together they make 100 percent or less."""
    listed: list[Statement] = []
    here = [s for s in scene.of_sentence[number] if s.figure.kind == "percent"]
    for statement in [*here, None]:
        fits = statement is not None and _is_listed(scene, listed, statement)
        if fits and statement is not None:
            listed.append(statement)
            continue
        if len(listed) >= _LINKED:
            yield from _make_whole(scene, listed)
        listed = (
            [statement] if statement is not None and change_of(scene, statement) is None else []
        )


def _is_listed(scene: Scene, listed: list[Statement], statement: Statement) -> bool:
    """Say whether a share goes on a list of shares: it is no change and no target."""
    if statement.figure.unit in {"pp", "bp"} or change_of(scene, statement) is not None:
        return False
    if not listed:
        return True
    glue = scene.between(listed[-1], statement)
    return _continues(glue) and not re.search(r"提高到|达到|from|to\s*\Z|than|比", glue)


def _make_whole(scene: Scene, listed: list[Statement]) -> Iterator[Check]:
    added = _sum(listed)
    value = sum((value_of(s) or Decimal(0) for s in listed), Decimal(0))
    if added.low > WHOLE and value <= WHOLE * 3 / 2:
        verdict = Verdict.CONFLICT
    elif added.low <= WHOLE <= added.high:
        verdict = Verdict.CONSISTENT
    else:
        return
    if verdict is Verdict.CONFLICT and not _speak_of_one_whole(scene, listed):
        return
    told = {"parts": " + ".join(s.text for s in listed), "sum": f"{value.normalize():f}"}
    working = Message("{parts} make {sum}%, where the whole is 100%.", told)
    yield check_of(CheckType.SUM, verdict, tuple(listed), working, 0.7)


def _speak_of_one_whole(scene: Scene, listed: list[Statement]) -> bool:
    """Say whether the words around a list of shares part one whole."""
    words = scene.sentence(scene.sentence_of(listed[0]))
    return _PARTS.search(words) is not None
