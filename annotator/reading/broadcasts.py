"""Who hosts a broadcast, by what is said: ``this is HARBOR TODAY``, ``Minister, thank you``."""

import re
from collections.abc import Sequence

from annotator.model.kinds import Role
from annotator.reading.said import SELF, Said

_SHOW = re.compile(
    r"\b(?:(?:[Tt]his is|[Ii]t['’]s) (?:[A-Z]{3,}|[Tt]he [A-Z]|[“\"][A-Z])"
    r"|[Oo]n the [“\"]?[A-Z]\w+[”\"]? tonight|a conversation with [A-Z]"
    r"|(?:[Tt]his (?:week|morning)|[Tt]oday) on [A-Z]"
    r"|[Ww]elcome(?: back)? to (?:another (?:episode|edition) of )?"
    r"(?:[A-Z\"“]|the (?:[A-Z]|show|podcast|program)))"
)
"""The words of who hosts a broadcast: ``this is HARBOR TODAY``."""
_GUEST = re.compile(
    r"\b[Mm]y (?:special )?guests? (?:today|tonight|this|is|are|here)\b"
    r"|\bour (?:viewers|listeners)\b"
    r"|\bguests?\b[^.?!\n]{0,12}\b(?:in the studio|with (?:me|us) (?:here|today|tonight|this))\b"
    r"|\b[Yy]ou(?:['’]re| are) (?:listening to|watching|tuned (?:in )?to) (?:the )?[A-Z“\"]"
)
_GREETS_GUEST = re.compile(
    r"(?:[A-Z][\w.'’]*[ ]){0,3}[A-Z][\w'’]*, (?:[Tt]hank|[Ww]elcome|[Gg]ood (?:morn|after|even))"
    r"|(?:[Gg]ood (?:morning|afternoon|evening)|[Hh]ello|[Ww]elcome),? (?:[A-Z]\w+[ ]?){1,3}[.,!]"
)
"""How somebody starts who asks one guest: ``Minister, thank you``."""
_THANKS_GUEST = re.compile(
    r"\b[Tt]hank(?:s| you)(?: (?:so|very) much)? for (?:being|joining|coming|talking|speaking)\b"
    r"|\b[Ww]elcome (?:back )?to the (?:show|program|programme)\b"
    r"|\b(?:[Jj]oin(?:s|ing) (?:us|me) (?:now|this|today|tonight|on)\b)"
    r"|[感谢謝]{2}[您你们們]{1,2}[^。，]{0,8}(?:加入|接受|做客|来到|來到|参加|參加)[^。]{0,12}"
    r"(?:[采採专專][访訪]|[访訪][谈談问問]|[节節]目)"
)
"""What somebody says to a guest before the first answer: ``thanks for being with us``."""
_PRESENTS = re.compile(
    r"\b(?:turn to|joined|joins|joining|welcome|with (?:us|me)|speaks?(?:ing)? (?:to|with)"
    r"|talk(?:ing)? (?:to|with)|here is|thank(?:s| you))\b",
    re.IGNORECASE,
)
"""What somebody says who presents a guest: ``Ann Lee joins us``."""
_STUDIO = re.compile(
    "[我咱][们們][^。]{0,16}(?:演播室|[节節]目)|(?:收看|收听|收聽)|[欢歡]迎[^。]{0,12}(?:[做作]客|接受[^。]{0,9}[访訪])|[请請][来來到]的[^。]{0,4}(?:嘉[宾賓]|客人)"
    "|很?[高荣榮][兴興幸][^。，]{0,8}[请請][来來到]"
)
"""How somebody speaks of the programme who presents it."""
_MOST_AT_INTERVIEW = 3
_FIRST_TURNS = 3
_EARLY_TURNS = 15


def hosting(turns: Sequence[Said], may_ask: set[str]) -> list[str]:
    """Return who of those who may ask hosts a broadcast or asks its guest."""
    hosts = [t.who for t in turns[:_FIRST_TURNS] if t.who in may_ask and _hosts(t)]
    early = turns[:_EARLY_TURNS]
    hosts += [t.who for t in early if t.who in may_ask and _GUEST.search(t.speech)]
    announced = [t.speech for t in early if t.role is Role.MODERATOR]
    hosts += [t.who for t in early if t.who in may_ask and _is_announced(t, announced)]
    hosts += [t.who for t in turns[:1] if t.who in may_ask and _STUDIO.search(t.speech)]
    return [*hosts, *_interviewing(turns, may_ask)]


def _is_announced(turn: Said, announced: Sequence[str]) -> bool:
    """Tell whether somebody announces a programme with who speaks: ``this is Ports with Ann``."""
    whom = rf"\bwith (?i:{re.escape(turn.label)})\b"
    start = r"\b(?:[Tt]his is|[Ww]elcome to|[Ii]t['’]s) [^.?!\n]{2,60}"
    return bool(turn.label) and any(re.search(start + whom, speech) for speech in announced)


def _interviewing(turns: Sequence[Said], may_ask: set[str]) -> list[str]:
    """Return who greets the guest of a talk between a few first, and asks."""
    if not turns or len({turn.who for turn in turns}) > _MOST_AT_INTERVIEW:
        return []
    first = turns[0]
    asks = sum(turn.asks for turn in turns if turn.who == first.who)
    hosts = _presenting(turns) if asks > 0 else []
    if asking := [who for who in hosts if who in may_ask]:
        return asking
    is_asking = first.who in may_ask and asks > 1 and _greets_guest(first)
    return [first.who] if is_asking else []


def _greets_guest(turn: Said) -> bool:
    return bool(_GREETS_GUEST.match(turn.speech) or _THANKS_GUEST.search(turn.speech))


def _presenting(turns: Sequence[Said]) -> list[str]:
    """Return who says first, by name, with whom the talk is, and who else asks the guest."""
    first = turns[0]
    others = {turn.label: turn.who for turn in turns if turn.who != first.who}
    guests = {who for label, who in others.items() if _says_name(first, label)}
    are_told = any(turn.role is not None for turn in turns)
    if not guests or are_told or not _PRESENTS.search(first.speech):
        return []
    asking = {turn.who for turn in turns if turn.asks}
    return [first.who, *sorted(asking.difference(guests, [first.who]))]


def _says_name(turn: Said, label: str) -> bool:
    return " " in label and label.lower() in " ".join(turn.speech.lower().split())


def _hosts(turn: Said) -> bool:
    """Tell whether somebody says by name to present a broadcast."""
    start = turn.speech[: 2 * SELF]
    who = rf"(?i:{re.escape(turn.who)})\b"
    own = rf"\b(?:I(?:['’]m| am)|[Ww]elcome to) (?:[A-Z][\w.'’-]*\s){{0,3}}{who}"
    show = rf"\b[Tt]he (?:[A-Z][\w.'’-]*\s){{0,2}}{who} (?:Show|Hour|Report|Podcast)\b"
    is_own = _SHOW.search(start) and re.search(own, turn.speech)
    return bool(re.search(show, start) or is_own)
