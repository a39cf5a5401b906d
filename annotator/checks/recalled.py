"""Shares of two numbers told elsewhere, by what was done with them: 检查2.3万家，处理9200家.

"Of those inspected, three tenths were penalized" names both by their verbs.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from annotator.checks.periods import are_apart
from annotator.checks.portion import CLOSE, Triple, check, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement
from annotator.checks.words import HAN

_DONE = re.compile(f"(?P<verb>[{HAN}]{{2}})[了过到出]?[约近]?\\Z")
_SHARE = frozenset({"percent", "fraction"})
_INSIDE = re.compile("[^，。；0-9]{0,8}(?:里|当中|之中|中)面?[，,]?")
LONGEST = 16
"""The longest words between the whole and the share of it, in code points."""
Pairs = Mapping[str, list[tuple[str, Statement, Statement]]]


def recalled(scene: Scene) -> Iterator[Check]:
    """Yield shares whose part and whole are named by verbs only, with the numbers they recall."""
    known: Pairs | None = None
    for share in scene.statements:
        near = scene.near(share, 2 * CLOSE) if share.figure.kind in _SHARE else ()
        if near and not any(is_count(s) for s in near):
            known = _done_with(scene) if known is None else known
            yield from _of_those(scene, known, share)


def _done_with(scene: Scene) -> Pairs:
    """Return the neighbouring counts of a whole and its part, by what was done with the whole."""
    found: dict[str, list[tuple[str, Statement, Statement]]] = {}
    for whole, part in pairwise(s for s in scene.statements if is_count(s)):
        if scene.sentence_of(whole) != scene.sentence_of(part) or not is_larger(whole, part):
            continue
        verbs = [_DONE.search(scene.before(s)) for s in (whole, part)]
        if verbs[0] and verbs[1]:
            found.setdefault(verbs[0]["verb"], []).append((verbs[1]["verb"], whole, part))
    return found


def _of_those(scene: Scene, known: Pairs, share: Statement) -> Iterator[Check]:
    words, number = scene.before(share, 2 * CLOSE), scene.sentence_of(share)
    for at in range(len(words) - 1):
        for verb, whole, part in known.get(words[at : at + 2], ()):
            is_apart = are_apart(scene.dated_clause(whole), scene.dated_clause(share))
            if scene.sentence_of(whole) == number or is_apart or not _are_parted(words, at, verb):
                continue
            found = check(Triple(part, whole, share, 0.65))
            yield from [found] if found else []
            return


def _are_parted(words: str, at: int, verb: str) -> bool:
    """Say whether "among them" stands behind the verb at a place, and then another verb."""
    inside = _INSIDE.match(words, at + 2)
    return inside is not None and verb in words[inside.end() :][:LONGEST]
