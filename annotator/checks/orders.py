"""What is said to have ended before it began: 2019年3月开工，2018年12月建成."""

import re
from collections.abc import Iterator
from itertools import pairwise

from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.model.message import Message

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_BEGUN_AFTER = re.compile(
    r"(?:正式|全面|才|就|即|便|初|底|份)*(?:开工|动工|开始|破土|奠基|启动|始建|立项)"
    r"(?:建设|施工|兴建)?[，,、]?(?:并|已|于|在|将|又|仅|后|至|到|直到|计划|预计)*\Z"
)
_ENDED_AFTER = re.compile(
    r"(?:正式|全面|才|就|即|便|初|底|份|顺利|全部)*(?:建成|竣工|完工|落成|通车|投产|投用|启用|交付)"
)
_BEGUN_BEFORE = re.compile(
    r"\b(?:began|begun|started|broke ground|launched)(?:\s(?:work|construction))?(?:\sback)?"
    r"\s(?:in|on)\s\Z",
    re.IGNORECASE,
)
_ENDED_BETWEEN = re.compile(
    r",?\s(?:and|but)\s(?:it\s)?(?:was\s|were\s|got\s)?(?:fully\s|finally\s)?"
    r"(?:completed|finished|ended|wrapped up|delivered|done)(?:\sit)?\s(?:in|on|by)\s",
    re.IGNORECASE,
)
NEAR = 40


def orders(scene: Scene) -> Iterator[Check]:
    """Yield a beginning and the end of the same thing told right behind it, if that came before.

    That one follows the other is no news.
    """
    for here in scene.of_sentence.values():
        dates = [s for s in here if _DAY.fullmatch(s.figure.value)]
        for first, last in pairwise(dates):
            if _begins_and_ends(scene, first, last) and _is_earlier(last, first):
                working = Message(
                    "It begins {first} and ends {last}.", {"first": first.text, "last": last.text}
                )
                yield check_of(CheckType.DATE, Verdict.CONFLICT, (first, last), working, 0.7)


def _begins_and_ends(scene: Scene, first: Statement, last: Statement) -> bool:
    between = scene.between(first, last)
    if _BEGUN_AFTER.match(between):
        return _ENDED_AFTER.match(scene.after(last, NEAR)) is not None
    is_begun = _BEGUN_BEFORE.search(scene.before(first, NEAR)) is not None
    return is_begun and _ENDED_BETWEEN.fullmatch(between) is not None


def _is_earlier(one: Statement, other: Statement) -> bool:
    size = min(len(one.figure.value), len(other.figure.value))
    return one.figure.value[:size] < other.figure.value[:size]
