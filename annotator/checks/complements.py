"""Shares of what is left: 1,920 of 3,200 beds are taken, so 40 % stand empty."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.checks.portion import CLOSE, RATE, Triple, check, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement

_LEFT = r"空[床置闲缺]|闲置|剩余|剩下|余下|其余|(?:尚|还|仍)?(?:未(?!来|成年)|没有?)[\u4e00-\u9fff]"
_LEFT_BEFORE = re.compile(
    rf"(?:{_LEFT})[^，。；、0-9]{{0,6}}[率占的为是有达约近]*\Z|[削减降缩][\u4e00-\u9fff]{{1,2}}率[为是达约近]*\Z"
    r"|\b(?:vacancy|vacant|unoccupied|empty|unused|remaining|uncontained|un(?:fini|vacci|insur)\w+"
    r"|not (?:yet )?\w+|(?:have|has|are|is)n[’']t \w+)[^,.;0-9]{0,24}\Z",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(
    rf"的?[^，,。；;、0-9]{{0,4}}(?:{_LEFT})"
    r"|\s+(?:[a-z]+\s+){0,4}?(?:vacant|vacancy|unoccupied|empty|unused|outstanding|remain\w*|left"
    r"|still (?:to|out|miss|wait)\w*|un(?:fini|vacci|insur)\w+|not \w+|n[’']t \w+)\b"
    r"|\s+(?:[a-z]+\s+){0,3}?(?:have|has|are|is|do|does)(?: not|n[’']t)\b",
    re.IGNORECASE,
)

_TAKEN = re.compile(
    r"已|用|占|入住|完成|\b(?:occupied|taken|filled|used?|in use|sold|done|complete\w*|have|has)\b",
    re.IGNORECASE,
)
_ALREADY = re.compile("已|完成")
PAIR = 2


def check_share(scene: Scene, triple: Triple) -> Check | None:
    """Return what the arithmetic says of a share, of the rest if words say so of it alone."""
    is_rest = _is_left(scene, triple.share) and not _is_left(scene, triple.part)
    is_behind = triple.part.start > triple.share.end
    is_rest = is_rest or (is_behind and _is_left(scene, triple.part))
    return check(replace(triple, is_rest=True) if is_rest else triple)


def _is_left(scene: Scene, statement: Statement) -> bool:
    """Say whether words beside a figure say that it is of what is left, or not done."""
    before, after = scene.before(statement, CLOSE), scene.after(statement, CLOSE)
    return bool(_LEFT_BEFORE.search(before) or _LEFT_BEHIND.match(after))


def left_behind(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B, R done, A left: the part stands behind the share and is of the rest."""
    near = scene.near(share, CLOSE)
    before = [s for s in near if is_count(s) and s.end <= share.start]
    wholes = [] if _is_done(scene, share, before) else before[-1:]
    parts = [s for s in near if is_count(s) and s.start >= share.end][:1]
    for whole, part in zip(wholes, parts, strict=False):
        is_rest = _is_left(scene, part) and not _is_left(scene, share)
        if is_rest and is_larger(whole, part) and part.figure.unit == whole.figure.unit:
            yield Triple(part, whole, share, 0.7, is_rest=True)


def _is_done(scene: Scene, share: Statement, before: Sequence[Statement]) -> bool:
    """Say whether what stands in front of a rate is the part that is done, by its words."""
    named = RATE.search(scene.before(share))
    if named is None or not before:
        return False
    words = scene.before(before[-1])
    is_told = named["done"][0] in words or _ALREADY.search(words)
    return bool(is_told or any(is_larger(s, before[-1]) for s in before[:-1]))


def rate_of_the_rest(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B, A taken, R empty: the share is named by what is left of the whole."""
    before = [s for s in scene.near(share, CLOSE) if is_count(s) and s.end <= share.start][-PAIR:]
    if len(before) < PAIR or not _is_left(scene, share) or _is_left(scene, before[-1]):
        return
    around = scene.between(*before) + "|" + scene.between(before[-1], share)
    if is_larger(*before) and _TAKEN.search(around):
        yield Triple(before[-1], before[0], share, 0.7)
