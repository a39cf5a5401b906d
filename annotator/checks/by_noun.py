"""Wholes that are counted elsewhere, found by the noun that a share is said to be of."""

import re
from collections.abc import Iterator

from annotator.checks.changes import is_source
from annotator.checks.periods import periods_in
from annotator.checks.portion import BACK, CLOSE, Triple, check, is_count, is_larger, is_more
from annotator.checks.qualifiers import one_is_a_part
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement, Verdict
from annotator.checks.wholes import core, is_count_of, whole_noun
from annotator.checks.words import HAN, same_end

_HEADED = re.compile(rf"\s*(?:这些|在)?(?P<noun>[{HAN}]{{2,8}}?)(?:当中|之中|里面?|中)[,，]")
_SO = re.compile(
    r"(?:(?:so|you do the maths?|that|this|which|in other words|meaning|thus|therefore)\b"
    r"|也就是|即|这|相当于|占)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|those|these|which|that|it)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\band (?:[^,.;0-9]{0,30}\s)?(?:they|we|he|she|you|I) (?:[a-z]+ )?[a-z]+ (?:about |some )?\Z"
)
"""Words of a clause of its own, whose share is of what others are said to do."""
NEAR, SHORT = 3, 2
"""So many sentences around a share are near."""


def whole_by_noun(scene: Scene, counts: list[Statement], share: Statement) -> Iterator[Triple]:
    """R of all X: the whole is a count of X somewhere in the text."""
    noun = whole_noun(scene, share)
    if not noun or not counts or not _is_of_what_it_follows(scene, counts[-1], share):
        return
    part = counts[-1]
    known = [s for s in scene.naming(core(noun), share) if _may_be_all(scene, s, part, noun)]
    of_this = [s for s in known if not _is_of_another_time(scene, s, share)]
    for whole in of_this or known:
        distance = abs(scene.sentence_of(whole) - scene.sentence_of(share))
        triple = Triple(part, whole, share, 0.8 if distance <= NEAR else 0.65)
        if not _is_called_so(scene, part, whole, noun) and _is_wide_enough(scene, triple, noun):
            yield triple


def _is_of_what_it_follows(scene: Scene, part: Statement, share: Statement) -> bool:
    """Say whether a share takes up a number, and is not of what others are said to do."""
    is_of_others = _OTHERS.search(scene.text[part.end : share.start]) is not None
    return not is_of_others and leads_to(scene, part, share)


def _is_wide_enough(scene: Scene, triple: Triple, noun: str) -> bool:
    """Say whether a whole is no part of what a noun names, or it fits and stands nearby."""
    if not one_is_a_part(noun, _clause_before(scene, triple.whole).replace("其中", "")):
        return True
    numbers = (scene.sentence_of(s) for s in (triple.whole, triple.share))
    return scene.are_in_one_paragraph(*numbers) and _holds(triple)


def _is_called_so(scene: Scene, part: Statement, whole: Statement, noun: str) -> bool:
    """Say whether a whole is called what its part is, at greater length than the share tells.

    Those aged 65 and over of a city are a share of the city's people, not of those of the country.
    """
    names = (scene.noun_before(s) for s in (part, whole))
    return same_end(*names) > max(len(core(noun)), SHORT)


def _may_be_all(scene: Scene, whole: Statement, part: Statement, noun: str) -> bool:
    """Say whether a figure counts what a noun names, and may be the whole of a part."""
    if not is_count(whole) or not is_count_of(scene, whole, noun) or is_source(scene, whole):
        return False
    apart = abs(scene.sentence_of(whole) - scene.sentence_of(part))
    if not is_larger(whole, part) and (apart or not is_more(whole, part)):
        return False
    return apart <= NEAR or not _OF_THEM.match(scene.after(part))


def _holds(triple: Triple) -> bool:
    found = check(triple)
    return found is not None and found.verdict is Verdict.CONSISTENT


def _clause_before(scene: Scene, whole: Statement) -> str:
    return scene.subject(whole).partition("|")[0]


def _is_of_another_time(scene: Scene, whole: Statement, share: Statement) -> bool:
    """Say whether a count of another sentence is of a year that a share is not said to be of."""
    if scene.sentence_of(whole) == scene.sentence_of(share):
        return False
    told, here = (periods_in(scene.dated_clause(s)) for s in (whole, share))
    is_past = "last" in told.get("relative", ()) and "last" not in here.get("relative", ())
    return is_past or bool(told.get("year", frozenset()) - here.get("year", frozenset()))


def leads_to(scene: Scene, part: Statement, share: Statement) -> bool:
    """Say whether a share takes up a number near it, or says what follows from one before."""
    sentence = scene.sentence_of(share)
    if scene.sentence_of(part) == sentence:
        return share.start - part.end <= CLOSE
    return _SO.match(scene.sentence(sentence)) is not None


def headed(scene: Scene, share: Statement) -> Iterator[Triple]:
    """N中, A, R: the whole is the count of N, told before in the paragraph."""
    number = scene.sentence_of(share)
    before = [s for s in scene.near(share) if is_count(s) and s.end <= share.start]
    named = _HEADED.match(scene.sentence(number))
    if named is None or len(before) != 1:
        return
    for back in range(number - 1, max(number - BACK, -1), -1):
        for whole in reversed(scene.of_sentence.get(back, [])):
            is_named = scene.noun_before(whole).endswith(named["noun"])
            if is_named and is_count(whole) and is_larger(whole, before[0]):
                yield Triple(before[0], whole, share, 0.75)
                return
