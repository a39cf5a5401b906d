"""Parts in sentences of their own, behind the one that tells their total."""

import re
from collections.abc import Iterator
from decimal import Decimal

from annotator.checks.adding import is_bound
from annotator.checks.addition import (
    LINKED,
    added_up,
    is_closed,
    is_made,
    is_mark,
    is_one_of,
    is_rate,
    is_total,
    may_be_part,
)
from annotator.checks.amounts import amount, sum_of
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.qualifiers import are_halves
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict, likeliest
from annotator.checks.words import TOGETHER

_BESIDES = re.compile(r"\s*(?:另|此外|除此|also\b|in addition)", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"\s*(?:其中|当中|包括|[分按从][^，。；]{1,6}[看分说讲][，,]"
    r"|(?:the )?(?:main )?(?:reasons|causes) (?:were|are)\b"
    r"|(?:so )?(?:that[’']s|that is|those are|they are|they[’']re) (?=[0-9])"
    r"|(?:of|among|within) (?:that|which|these|those|them|the (?:total|[a-z]+,))\b)",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r"其中|里面|当中"
    r"|(?<!as )\b(?:of|from|out of|within) (?:that|it|this|those|them|these)\b",
    re.IGNORECASE,
)
_AT_LAST = re.compile(
    r"最后|再有?就是|\b(?:and then|finally|lastly|the last|the final)\b", re.IGNORECASE
)
_MAKE_IT = re.compile(
    r"\s*(?:(?:those|these|the|all) )*(?:two|three|four)?(?: [a-z]+)? ?"
    r"(?:together|combined|add up)\b"
    rf"|\s*这?[两三四](?:项|者|块|部分|个)?{TOGETHER}",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"去年|上年|前年|明年|{TOGETHER}|一共|合计|总共"
    r"|\b(?:last year|next year|year ago|in total|all told|altogether|so)\b",
    re.IGNORECASE,
)
BACK, PAIR, NEAR_WHOLE = 3, 2, Decimal("0.15")
"""So many sentences back a whole may stand, and so near its two halves must come to it."""
MOST_SENTENCES, LEAST_PART = 6, Decimal("0.01")
"""So many sentences behind a total may tell its parts, none of them less of it than this."""


def leads_into(scene: Scene, number: int) -> bool:
    """Say whether a sentence starts with words that part what the one before it counts."""
    return _OF_WHICH.match(scene.sentence(number)) is not None


def halves(scene: Scene, number: int) -> Iterator[Check]:
    """T; and in a sentence behind it: men A, women B, which should make T."""
    here = [s for s in scene.of_sentence[number] if is_total(s)]
    words = scene.sentence(number)
    if _BESIDES.match(words) or leads_into(scene, number):
        return
    if not are_halves(*map(scene.subject, here)):
        return
    value = sum_of(here)
    back = [n for n in range(number - BACK, number) if scene.are_in_one_paragraph(n, number)]
    yield from likeliest(
        added_up(scene, total, here)
        for n in reversed(back)
        for total in scene.of_sentence.get(n, [])
        if _is_near(total, value) and all(may_be_part(s, total) for s in here)
        if not is_one_of(scene, total, here)
    )


def sentence_by_sentence(scene: Scene, number: int) -> Iterator[Check]:
    """T. Of that, A is for this. B is for that. And then C: the parts in sentences of their own."""
    own = [s for s in scene.of_sentence[number] if is_total(s) and not is_mark(scene, s)]
    for total in reversed(own):
        parts = _parts_behind(scene, total)
        are_all = bool(parts) and _are_put_together(scene, number, scene.sentence_of(parts[-1]))
        if len(parts) >= (PAIR if are_all else LINKED):
            if are_all or _are_all(scene, total, parts):
                yield from _decided(added_up(scene, total, parts))
            return


def _are_all(scene: Scene, total: Statement, parts: list[Statement]) -> bool:
    """Say whether parts make a total or more, or the last one is told as the last."""
    is_all = sum_of(parts) > amount(total) or _closes(scene, parts[-1])
    return is_all or is_made(total, parts)


def _decided(check: Check) -> Iterator[Check]:
    """Yield a check if it tells whether the numbers fit."""
    if check.verdict is not Verdict.UNDETERMINED:
        yield check


def _closes(scene: Scene, part: Statement) -> bool:
    """Say whether a part is said to be the last one."""
    words = scene.sentence(scene.sentence_of(part))
    return is_closed(scene, [part]) or _AT_LAST.search(words) is not None


def _parts_behind(scene: Scene, total: Statement) -> list[Statement]:
    """Return the numbers that the sentences behind a total tell of it, if the first says so."""
    number, parts = scene.sentence_of(total), list[Statement]()
    for behind in range(number + 1, number + 1 + MOST_SENTENCES):
        words = scene.sentence(behind)
        if not scene.are_in_one_paragraph(number, behind) or _ANOTHER.search(words):
            break
        are_all = _are_put_together(scene, number, behind)
        there = scene.of_sentence.get(behind, [])
        here = [s for s in there if _may_be_told_of(scene, s, total, may_change=are_all)]
        if not here or not (parts or are_all or _OF_THAT.search(words)):
            break
        parts += here
    return parts


def _are_put_together(scene: Scene, first: int, behind: int) -> bool:
    """Say whether a sentence behind some others says that those told there make it together."""
    last = behind + MOST_SENTENCES
    return any(
        _MAKE_IT.match(scene.sentence(n)) is not None and scene.are_in_one_paragraph(first, n)
        for n in range(behind + 1, last)
    )


def _may_be_told_of(
    scene: Scene, part: Statement, total: Statement, *, may_change: bool = False
) -> bool:
    """Say whether a number is a level that may be a part of a total, not a tiny one."""
    if not is_total(part) or part.figure.unit != total.figure.unit or is_rate(scene, part):
        return False
    is_other = change_of(scene, part) is not None and not may_change
    is_other = is_other or is_base(scene, part) or is_source(scene, part)
    is_part = amount(total) * LEAST_PART < amount(part) < amount(total)
    return is_part and not is_other and not is_bound(part)


def _is_near(total: Statement, value: Decimal) -> bool:
    """Say whether a number may be the total of parts that make nearly as much."""
    whole = amount(total)
    return is_total(total) and abs(whole - value) <= whole * NEAR_WHOLE
