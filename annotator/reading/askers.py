"""Who asks, by how often each of those who speak does so."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from annotator.model.kinds import Role
from annotator.reading.calling import addressing_politely
from annotator.reading.said import Said

_MOST_AT_TALK = 3
_PAIR = 2
_SHORTEST_OPENING = 100
_ADDRESSES = re.compile(r"\b(?:you|your)\b|[你您]", re.IGNORECASE)


def askers(turns: Sequence[Said], open_roles: set[str]) -> list[str]:
    """Return who asks nearly whenever they speak, and speaks less than the one who says most."""
    by_speaker = _by_speaker(turns)
    lengths = {who: sum(t.length for t in said_by) for who, said_by in by_speaker.items()}
    most = max(lengths.values(), default=0)
    answers = Counter(
        turn.who
        for asked, turn in pairwise(turns)
        if asked.role is Role.REPORTER and turn.role is None
        if asked.label.isascii() == turn.label.isascii()
    )
    if (pair := _asking_of_few(by_speaker)) in open_roles:
        return [pair]
    return [
        who
        for who in open_roles
        if lengths[who] < most
        and 2 * answers[who] <= len(by_speaker[who])
        and _asks_mostly(by_speaker[who], opening=bool(turns) and turns[0].who == who)
    ]


def _asks_mostly(turns: Sequence[Said], *, opening: bool) -> bool:
    """Tell whether somebody asks in two turns of three, not counting words that but open."""
    opens = opening and turns[0].length >= _SHORTEST_OPENING and not turns[0].asks
    counted = turns[1:] if opens and len(turns) > 1 else turns
    return sum(turn.asks for turn in counted) * 3 >= len(counted) * 2


def asking_official(turns: Sequence[Said]) -> list[str]:
    """Return who of but two opens, asks the other, who holds an office, and may hold one as well.

    So the head of a club or an editor puts a minister questions.
    """
    by_speaker = _by_speaker(turns)
    if len(by_speaker) != _PAIR:
        return []
    (first, asking), (_, answering) = by_speaker.items()
    is_answered = _answers_only(answering, sum(turn.asks for turn in answering))
    is_asking = is_answered and _is_titled(answering) and _asks_another(asking)
    return [first] if is_asking else []


def _asks_another(turns: Sequence[Said]) -> bool:
    """Tell whether somebody asks another first or half of the time; an official has to always."""
    asked = [turn for turn in turns if turn.asks]
    others = {turn.role for turn in turns if turn.role is not Role.SPEAKER or not turn.asks}
    is_often = turns[0].asks or 2 * len(asked) >= len(turns)
    is_addressing = any(_ADDRESSES.search(turn.speech) for turn in asked)
    return is_often and is_addressing and others <= {None}


def _asking_of_few(by_speaker: Mapping[str, Sequence[Said]]) -> str:
    """Return who of a few asks, by their questions or by how one of two speaks to the other."""
    return _only_one_asks(by_speaker) or addressing_politely(by_speaker)


def _only_one_asks(by_speaker: Mapping[str, Sequence[Said]]) -> str:
    """Return who of a few asks again and again, half of the time, where the others do not."""
    asked = {who: sum(turn.asks for turn in turns) for who, turns in by_speaker.items()}
    asking = [who for who in _asking_often(by_speaker, asked) if asked[who] > 1]
    others = [turns for who, turns in by_speaker.items() if _answers_only(turns, asked[who])]
    back = sum(len(turns) > 1 for turns in others)
    are_few = len(others) + 1 == len(by_speaker) and 0 < back < _MOST_AT_TALK
    return asking[0] if are_few and len(asking) == 1 else ""


def _asking_often(by_speaker: Mapping[str, Sequence[Said]], asked: Mapping[str, int]) -> set[str]:
    """Return who asks half of the time; who asks first of all need not do so."""
    first = {who for who, turns in [*by_speaker.items()][:1] if turns[0].asks}
    return {who for who, n in asked.items() if 2 * n >= len(by_speaker[who])} | first


def _by_speaker(turns: Sequence[Said]) -> dict[str, list[Said]]:
    """Return the turns by who speaks, in the order of their first ones."""
    by_speaker = defaultdict(list)
    for turn in turns:
        by_speaker[turn.who].append(turn)
    return dict(by_speaker)


def _is_titled(turns: Sequence[Said]) -> bool:
    """Tell whether somebody has an office for a label, or holds one."""
    return all(turn.role is Role.SPEAKER or turn.holds_office for turn in turns)


def _answers_only(turns: Sequence[Said], asked: int) -> bool:
    """Tell whether somebody never asks, or has an office for a label and seldom does."""
    is_reporter = any(turn.role is Role.REPORTER for turn in turns)
    return not is_reporter and (not asked or (_is_titled(turns) and 3 * asked <= len(turns)))


def translated(turns: Sequence[Said]) -> set[str]:
    """Return who but repeats in another script what a reporter asks right before."""
    repeating = {
        place
        for place, (asked, turn) in enumerate(pairwise(turns), start=1)
        if asked.role is Role.REPORTER and asked.asks and turn.asks and turn.role is None
        if asked.label.isascii() != turn.label.isascii()
    }
    others = {turn.who for place, turn in enumerate(turns) if place not in repeating}
    return {turns[place].who for place in repeating} - others
