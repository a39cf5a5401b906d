"""What several documents state again of one thing, as far as they speak of one time and place.

Two press conferences seldom speak of the same year: "so far this year" is another number in each.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, combinations

from annotator.checks.accounts import Account, Saying, scene_of
from annotator.checks.distinct import are_of_other_times
from annotator.checks.periods import first_year, same_time
from annotator.checks.qualifiers import differ_in_places
from annotator.checks.repeats import held, may_be_one
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Excerpt, Statement, Told, Verdict
from annotator.model.records import Passage

COMMON = 14
"""What more figures than this have in common says nothing of them."""
PARTS = 16
"""The keys are looked through in so many parts, to hold little of them at a time."""
HELD = 64
"""So many accounts are held at a time."""
AROUND = 60
"""Code points on both sides of a passage that are shown with it."""
STEP = 500
"""Pairs between two reports of how far it is."""

Progress = Callable[[int, int], object]
"""Told how many pairs of how many are compared."""
_Side = tuple[Account, Saying, Statement]
"""A figure with its document and what is said around it there."""


def check_between(
    accounts: Sequence[Account], progress: Progress = lambda _done, _all: None
) -> Iterator[Told]:
    """Yield what one document states again of another, the same or different.

    What differs is a conflict only where both speak of one time and place, as their words, titles
    and dates tell; where that is not known, it stays undetermined. Accounts are asked for one at
    a time, some of them again, so that they need not all be held.
    """
    starts, pairs = _candidates(accounts)
    account_at = lru_cache(HELD)(accounts.__getitem__)
    for at, pair in enumerate(pairs):
        if at % STEP == 0:
            progress(at, len(pairs))
        places = [_place(starts, number) for number in (pair >> 32, pair & 0xFFFFFFFF)]
        told = [(account_at(document), number) for document, number in places]
        if found := _compared(*told):
            yield found


def _place(starts: Sequence[int], number: int) -> tuple[int, int]:
    """Return the account and the number in it of a figure that is counted through all of them."""
    document = bisect_right(starts, number) - 1
    return document, number - starts[document]


def _candidates(accounts: Sequence[Account]) -> tuple[Sequence[int], "array[int]"]:
    """Return where the figures of each account start, and the pairs that are worth comparing.

    A pair is one number: the first figure's in the upper 32 bits, the second's in the lower.
    """
    keys, owners, lengths = array("Q"), array("I"), array("I")
    first = 0
    for account in accounts:
        for number, found in enumerate(account.keys, first):
            keys.extend(found)
            owners.extend(number for _key in found)
        lengths.append(len(account.keys))
        first += len(account.keys)
    starts = array("I", accumulate(lengths, initial=0))
    return starts[:-1], _pairs(keys, owners, starts[:-1])


def _pairs(keys: "array[int]", owners: "array[int]", starts: Sequence[int]) -> "array[int]":
    found: set[int] = set()
    for part in range(PARTS):
        groups: dict[int, list[int]] = {}
        for key, owner in zip(keys, owners, strict=True):
            if key % PARTS == part:
                groups.setdefault(key, []).append(owner)
        for group in groups.values():
            if 1 < len(group) <= COMMON:
                found |= _of_group(group, starts)
    return array("Q", sorted(found))


def _of_group(group: Sequence[int], starts: Sequence[int]) -> set[int]:
    documents = {number: _place(starts, number)[0] for number in group}
    return {
        first << 32 | second
        for first, second in combinations(sorted(set(group)), 2)
        if documents[first] != documents[second]
    }


def _compared(first: tuple[Account, int], second: tuple[Account, int]) -> Told | None:
    """Return a check if two figures of two documents seem to be one quantity."""
    sides = [(account, *account.saying_of(number)) for account, number in (first, second)]
    if not may_be_one(sides[0][2], sides[1][2]):
        return None
    scene, inside = _in_one_scene(sides)
    if len(inside) < len(sides) or are_of_other_times(scene, *inside):
        return None
    check = held(scene, *inside)
    if check is None or (check.verdict is not Verdict.CONSISTENT and _is_told_too(sides)):
        return None
    words = [scene.dated_clause(statement) for statement in inside]
    verdict = _verdict(check.verdict, (first[0], second[0]), words)
    return None if verdict is None else _told(replace(check, verdict=verdict), sides)


def _in_one_scene(sides: Sequence[_Side]) -> tuple[Scene, list[Statement]]:
    """Return what two documents say as one text, with those of their figures that stand there."""
    scene, starts = scene_of([(saying, _date(account)) for account, saying, _s in sides])
    inside = (
        _within(scene, saying, statement, start)
        for (_account, saying, statement), start in zip(sides, starts, strict=True)
    )
    return scene, [statement for statement in inside if statement is not None]


def _told(check: Check, sides: Sequence[_Side]) -> Told:
    """Return a check of two figures with where each stands in its document."""
    passages = tuple(
        Passage(account.document, s.start, s.end, s.annotation) for account, _saying, s in sides
    )
    excerpts = tuple(_excerpt(saying, s) for _account, saying, s in sides)
    return Told(replace(check, passages=passages), excerpts)


def _is_told_too(sides: Sequence[_Side]) -> bool:
    """Say whether one of two documents has the number of the other one too."""
    (account, _saying, first), (other, _other_saying, second) = sides
    return _has(other, first) or _has(account, second)


def _has(account: Account, like: Statement) -> bool:
    wanted = like.figure.unit, like.figure.low
    return any(
        (s.figure.unit, s.figure.low) == wanted for x in account.sayings for s in x.statements
    )


def _excerpt(saying: Saying, statement: Statement) -> Excerpt:
    start, end = statement.start - saying.start, statement.end - saying.start
    left = max(0, start - AROUND)
    return Excerpt(saying.text[left : end + AROUND], start - left, end - left)


def _within(scene: Scene, saying: Saying, statement: Statement, start: int) -> Statement | None:
    """Return a statement as a scene has it, where its saying starts there at a place."""
    at = statement.start - saying.start + start
    return next((s for s in scene.within(at, at + 1) if s.start == at), None)


def _verdict(
    verdict: Verdict, accounts: tuple[Account, Account], words: Sequence[str]
) -> Verdict | None:
    """Return what is left of a verdict across two texts; None if they speak of different times."""
    dates = [_date(account) for account in accounts]
    is_same = same_time((words[0], dates[0]), (words[1], dates[1]))
    if is_same is False:
        return None
    places = [account.place or account.title for account in accounts]
    is_known = bool(is_same) and not differ_in_places(*places)
    return verdict if is_known or verdict is not Verdict.CONFLICT else Verdict.UNDETERMINED


def _date(account: Account) -> str:
    """Return when a text was spoken: its date, or the year that its title names."""
    return account.date or first_year(account.title)
