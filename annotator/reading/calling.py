"""Who is called on to ask, and who calls: ``Next question is from Ann Roe, Harbour News``."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from annotator.model.kinds import Role
from annotator.reading.opening import bare_english
from annotator.reading.said import Said
from annotator.reading.words import any_of

_TAIL = 200
_PAIR = 2
_SHORT_CALL = 60
_SHORT_QUESTION = 900
_SHORTEST_NAME = 3
_SOUNDS_ASKING = re.compile(
    r"[?？]|\bquestions?\b|\bI(?:['’]d like| would like| wanted?) to (?:ask|know|follow)"
    r"|\b(?:wonder|curious|follow[ -]?up|clarify|can you (?:hear|tell))\b",
    re.IGNORECASE,
)
_CALLS = (
    r"\b(?:questions?|go(?:es)?|turn|over|next|start|begin|call|floor|take|move|hear)\b"
    r"[^.?!\n]{0,60}?"
)
_OUTLET = r",?[ ]+(?:(?:from|of|with|at)[ ]+)?(?:the[ ]+)?[A-Z]"
_OFFICE = re.compile(rf"\b{any_of('english', 'offices')}\b", re.IGNORECASE)
_TO_SPEAK = "(?:回答|回[应應]|介[绍紹]|[发發]言|[谈談讲講]|[说說])"
"""What somebody is asked to do who does not ask."""
_ONE_MORE = re.compile(
    r".{0,16}\b(?:last|next|final|first|another|one more)(?: one| question)\b.{0,30}", re.IGNORECASE
)
_RELAYS = re.compile(
    r"\b(?:is|are) asking\b|\bhas asked\b|\basks[,:]"
    r"|\b(?:questions?|one)[ ](?:is |are |comes? |here )?(?:from|on)\b",
    re.IGNORECASE,
)
"""What somebody says who reads out what others ask."""


def called(turns: Sequence[Said]) -> set[str]:
    """Return who speaks when called on by name to ask, and then sounds like asking."""
    most = _most_speaking(turns)
    return {
        turn.who
        for before, turn in pairwise(turns)
        if turn.who not in {most, before.who}
        and turn.length < _SHORT_QUESTION
        and _is_called(before, turn, by_answering=before.who == most)
    }


def answering_when_asked(turns: Sequence[Said]) -> set[str]:
    """Return who speaks when one who moderates asks them by name to answer or to speak."""
    return {
        turn.who
        for before, turn in pairwise(turns)
        if before.role is Role.MODERATOR and turn.label
        if re.search(
            rf"[请請]{re.escape(turn.label)}[^。？?]{{0,12}}{_TO_SPEAK}", before.speech[-_TAIL:]
        )
    }


def calls_by_name(turn: Said, after: Said | None) -> bool:
    """Tell whether all that somebody says is about the name of who speaks next: ``Rachel.``."""
    if after is None or turn.length > _SHORT_CALL:
        return False
    names = [part for part in re.split(r"[\s.]+", after.label) if len(part) >= _SHORTEST_NAME]
    return any(re.search(rf"\b{re.escape(part)}\b", turn.speech, re.IGNORECASE) for part in names)


def only_calls(turn: Said) -> bool:
    """Tell whether all that somebody says is that one may ask: ``Last question, please.``."""
    return (
        turn.length <= _SHORT_CALL
        and _ONE_MORE.fullmatch(turn.speech.partition("\n")[0]) is not None
    )


def addressing_politely(by_speaker: Mapping[str, Sequence[Said]]) -> str:
    """Return who of two says 您 half of the time, and asks at all, where the other hardly does."""
    if len(by_speaker) != _PAIR:
        return ""
    said = {who: sum("您" in turn.speech for turn in turns) for who, turns in by_speaker.items()}
    (who, n), (_, other) = sorted(said.items(), key=lambda item: -item[1])
    asks = any(turn.asks for turn in by_speaker[who])
    is_often = n > 1 and 2 * n >= len(by_speaker[who])
    return who if asks and is_often and 3 * other <= n else ""


def relaying(turns: Sequence[Said]) -> set[str]:
    """Return who reads out others' questions nearly whenever they speak."""
    spoken = Counter(turn.who for turn in turns)
    relayed = Counter(turn.who for turn in turns if _RELAYS.search(turn.speech) and turn.asks)
    return {who for who, n in spoken.items() if n > 1 and 3 * relayed[who] >= 2 * n}


def _most_speaking(turns: Sequence[Said]) -> str:
    lengths: Counter[str] = Counter()
    for turn in turns:
        lengths[turn.who] += turn.length
    return max(lengths, key=lambda who: lengths[who], default="")


def _is_called(before: Said, turn: Said, *, by_answering: bool) -> bool:
    """Tell whether somebody is given the word for a question, with an outlet or by who answers."""
    bare, tail = bare_english(turn.label), before.speech[-_TAIL:]
    if len(bare) < _SHORTEST_NAME or bare.lower() not in tail.lower():
        return False
    if before.role is Role.REPORTER:
        return False
    name = re.escape(bare)
    asked_from = rf"\bquestions?\b[^.?!\n]{{0,40}}?\bfrom[ ](?i:{name})\b"
    with_outlet = rf"{_CALLS}\b(?i:{name})\b{_OUTLET}"
    if re.search(f"(?i:{asked_from})|{with_outlet}", tail):
        return "question" in tail or _SOUNDS_ASKING.search(turn.speech) is not None
    alone = re.search(rf"(?:^|[.?!][ ]+|\n)(?i:{name}){_OUTLET}[^.?!\n]{{0,30}}\.\s*$", tail)
    if alone and not _OFFICE.search(alone[0]):
        return _SOUNDS_ASKING.search(turn.speech) is not None
    hailed = rf"(?:^|[.?!,][ ]+|\n)(?:Yes[ ]|Okay[ ]|Go ahead[ ])?(?i:{name})[?.]?\s*$"
    return by_answering and turn.label.isalpha() and bool(re.search(hailed, tail))
