"""What there is, what is added and what there will be then: 38 now, 5 more, 43 in all."""

import re
from collections.abc import Iterator

from annotator.checks.addition import may_be_part
from annotator.checks.changes import change_of
from annotator.checks.misread import is_misread
from annotator.checks.rounding import counted, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of, likeliest
from annotator.checks.wording import said_like
from annotator.model.message import Message

_THEN = re.compile(
    r"(?:总数|总量|总规模|累计|合计|总共|一共)[^，。；0-9]{0,4}(?:将|会|可|就)?(?:达|到|为|是|有|增)*[至到]?\Z"
    r"|(?:增加|增|扩大|提高|上升)[至到]\Z"
    r"|\b(?:bring(?:s|ing)?|tak(?:es?|ing))\b[^.;0-9]{0,40}\bto\s+(?:about |around |just )?\Z"
    r"|\bfor a total of\s+\Z|\b(?:we(?:[’']ll| will) (?:then )?have|giving us)\s+\Z"
    r"|\b(?:we|it|that)(?:[’']ll| will| would) be (?:at|up to)\s+\Z"
    r"|(?:目前|现在|如今)[^，。；0-9]{0,6}(?:有|达到?|为|是)\Z"
    r"|\b(?:now|today),? [^.;,0-9]{0,16}\b(?:have|are|has|at)\s+\Z"
    r"|[，,](?:就|会|将|可)?(?:达到?|变成)\Z|(?:年底|届时|到时|明年|将)[^，。；0-9]{0,6}达到?\Z",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:再[新增]?[建增开添购招设]?|新增|新建|新开|新设|增[加设建开]|扩[招建]|计划招[聘收录]?|补充|另?新?添|加[开建])"
    r"[^，。；0-9]{0,6}\Z"
    r"|\b(?:add(?:s|ing|ed)?|another|open(?:s|ing)?|hir(?:e|ing)|build(?:s|ing)?)"
    r"\s+(?:another |about |some )?\Z",
    re.IGNORECASE,
)
_MORE_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:more|additional|new|further|extra)\b", re.IGNORECASE
)
MOST, BACK = 6, 3


def running(scene: Scene) -> Iterator[Check]:
    """Yield what there is and what is added with the total that is said to come of it."""
    for total in scene.statements:
        if not _is_count(total) or not _THEN.search(scene.before(total, 60)):
            continue
        known = _in_front(scene, total)
        yield from likeliest(
            _check(base, more, total)
            for more in reversed(known)
            if _is_more(scene, more)
            for base in known
            if base is not more
        )


def _is_count(statement: Statement) -> bool:
    return statement.figure.kind in {"cardinal", "money"} and bool(statement.figure.low)


def _in_front(scene: Scene, total: Statement) -> list[Statement]:
    """Return the last numbers of the unit in front of a total, of the last sentences."""
    like = [s for s in scene.told_before(total, BACK) if _is_count(s)]
    return [s for s in like if may_be_part(s, total)][-MOST:]


def _is_more(scene: Scene, statement: Statement) -> bool:
    """Say whether words call a number something that is added."""
    if change_of(scene, statement) is not None and statement.figure.kind == "percent":
        return False
    before, after = scene.before(statement, 24), scene.after(statement, 24)
    return bool(_MORE.search(before) or _MORE_BEHIND.match(after))


def _check(base: Statement, more: Statement, total: Statement) -> Check | None:
    """Return what a number makes of another one; None if the total seems to be of neither."""
    numbers = counted(base), counted(more), counted(total)
    first, second, _third = (value_of(s) for s in (base, more, total))
    if first is None or second is None or second >= first or None in numbers:
        return None
    start, added, whole = (number for number in numbers if number is not None)
    is_right = whole.overlaps(start.plus(added))
    if not is_right and not is_misread(total, first + second):
        return None
    working = Message(
        "{base} and {more} more make {sum}; the total is {total}.",
        {
            "base": base.text,
            "more": more.text,
            "sum": said_like(first + second, total),
            "total": total.text,
        },
    )
    verdict = Verdict.CONSISTENT if is_right else Verdict.CONFLICT
    return check_of(CheckType.SUM, verdict, (total, base, more), working, 0.7)
