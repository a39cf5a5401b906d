"""What speakers are by what they do: who asks, and who hands the word to those who ask."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.kinds import Role
from annotator.reading.askers import askers, asking_official, translated
from annotator.reading.broadcasts import hosting
from annotator.reading.calling import (
    answering_when_asked,
    called,
    calls_by_name,
    only_calls,
    relaying,
)
from annotator.reading.label_forms import HAN
from annotator.reading.said import HAILS_NEXT, SELF, Said, in_each_language
from annotator.reading.words import any_of, words

_OFFICE = re.compile(rf"\b(?:{any_of('english', 'offices')})\b", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"\b(?:I['’]?m|I am|this is|my name is|name['’]s)\s+[A-Z][^.?!\n]{0,40}?"
    r"(?:,| with| from| of| at)\s+(?:the )?[A-Z]"
)
_BEHIND_OWN_NAME = re.compile(r",?\s+(?:here )?(?:with |from |of |at )?(?:the )?[A-Z]\w")
_SAYS_OUTLET_CHINESE = re.compile(
    rf"我[是来來][^。，,]{{0,24}}(?:记者|記者|{any_of('chinese', 'outlets')})"
    rf"(?![^。，,]{{0,12}}{any_of('chinese', 'offices')})"
)
_CHAIRING_MEMBER = re.compile(rf".*(?:主席|[議议][长長])[{HAN}]{{2,4}}[議议委][員员]")
_COURT = frozenset(["court", "witness"])
_SAYS_MODERATOR = re.compile(
    "我是[^。，,]{0,14}主持人"
    r"|\A[^。]{0,40}今[天日][^。，,]{0,8}[请請][到来來]了?"
    r"|\bI(?:['’]?m|['’]ll| am| will)\b[^.?!\n]{0,40}\b(?:moderating|your (?:moderator|host))\b"
    r"|\b(?:committee|subcommittee|hearing|meeting|council|house)\b[^.?!\n]{0,30}\bcome to order\b"
    r"|\bcall (?:this|the) [^.?!\n]{0,40}\bto order\b"
)
_SAYS_ASKING = re.compile(
    r"[^?\n]{0,80}\bI(?: would|['’]d) like to ask (?:you |the (?:\w+ ){1,3})?"
    r"(?:a|an|one|two|three|some|another|about|why|how|what|whether|if)\b",
    re.IGNORECASE,
)
"""How somebody starts who asks: ``Minister, I would like to ask two questions``."""
_NOW_SPEAKS = (
    r"\blet(?:['’]s| us)(?: now| first)? (?:have|hear from|welcome|call on|(?:talk|turn|go) to\b)"
)
"""How somebody says who is to speak: ``Let’s now have the minister, Ann Lee``."""
_GIVES_FLOOR = re.compile(
    rf"{_NOW_SPEAKS}|"
    r"\b(?:turn|hand|pass)(?:ing)?\b[^.?!\n]{0,24}\bover\b|\bfloor is yours\b|\bover to\b"
    r"|\b(?:give|hand|pass)(?:ing)?\b[^.?!\n]{0,12}\bthe (?:floor|word)\b"
    r"|\b(?:Mrs?|Ms|Dr|Prof|Professor|Minister|Secretary|Commissioner)\b\.?[ ][\w'’-]{2,20},"
    r"[ ](?:please|you have the floor|go ahead)\b[^.?!\n]{0,20}[.?!]?\s*\Z"
    rf"|{HAILS_NEXT}"
    r"|\bopening (?:statement|remarks),? please\b"
    r"|\bif you(?: want| wish| would like|['’]d like) to (?:say|begin|start|make)\b"
    r"|[请請](?:您|你|[^。，,]{2,12}?)(?:先)?(?:[发發]言|[讲講][话話]|致[辞辭詞词])",
    re.IGNORECASE,
)
_LETS_SPEAK = re.compile(
    rf"(?i:{_NOW_SPEAKS})|"
    "(?:请|請|由)[^。]{1,40}(?:介绍|介紹|解读|解讀|回答|讲话|講話|致[辞辭词詞])"
    r"|\b(?:first|next) (?:speaker|coach|guest|presenter|panelist)\b[^.?!\n]{0,30} is\b"
    r"|\b(?:please|join me in) welcom"
    r"|\b(?:like|pleased?|pleasure|honou?r) to (?:introduce|welcome)\b"
    r"|\bbegin the (?:press|news) conference\b"
)
_HANDS_OVER = re.compile(
    rf"(?<!\bmy )\b{any_of('english', 'hands_over')}\b(?! of\b)|{any_of('chinese', 'hands_over')}"
    r"|\bgo(?:ing)? to (?-i:[A-Z]|you\b|(?:the|our|a) (?:\w+ )?"
    r"(?:questions?|phones?|lines?|row|front|back|room|gentleman|lady|next|first|floor))"
    r"|请[^。]{1,14}(?:回答|介绍|说明|讲)|請[^。]{1,14}(?:回答|介紹|說明|講)"
    "|[请請][^。]{1,14}[说說谈談][两兩几幾]句",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\b(?:give|giving|offer|invite|ask|let)\b[^.?!\n]{0,60}\bto ask\b[^.?!\n]{0,40}[.?!]?\s*\Z",
    re.IGNORECASE,
)
"""How somebody ends who calls on the first to ask."""
_WELCOMES = re.compile(r"\bwelcom|\bthank(?:s| you)(?: all)? for joining\b", re.IGNORECASE)
_PRESENTS = re.compile(
    r"介[绍紹](?:一下)?(?:[今本此][天日次场場])?(?:出席|[参參]加|到[场場会會]|在主席[台臺])"
    r"|(?:出席|[参參]加)(?:[今本此][天日次场場])?[^。，,我]{0,12}的(?:[发發]布人|[嘉来來][宾賓]|[领領][导導])?"
    r"(?:有|是|分[别別])[:：]"
)
"""How somebody says who is there to speak: ``出席今天发布会的有：``."""
_OPENS = re.compile(
    r"\bwelcom|\b(?:briefing|news conference|press conference|call|webinar|availability)\b"
    r"|欢迎|歡迎|[请請邀][来來到]|大家[^。，,]{0,2}好|各位|集[体體][采採][访訪]|发布会|發布會|發佈會|记者会|記者會|吹风会|通气会",
    re.IGNORECASE,
)
_SHORTEST_ANSWER = 8
_SHORT_SPEECH = 400
_SHORT_OPENING, _CLOSING = 1500, 200


def is_chair(label: str) -> bool:
    """Tell whether a label is who presides over an assembly, of whom members bear their title."""
    is_bare = label.lower() in words("chinese", "chairs") | words("english", "chairs")
    return is_bare or bool(_CHAIRING_MEMBER.fullmatch(label))


@dataclass(frozen=True, slots=True)
class _Place:
    """A turn among its neighbours."""

    said: Said
    after_reporter: bool
    before_reporter: bool
    is_edge: bool
    calls: bool
    is_opening: bool
    """Whether only those who moderate spoke before."""


def answering(turns: Sequence[Said]) -> set[str]:
    """Return who answers reporters more often than they do anything else."""
    roles = [None, *(turn.role for turn in turns), Role.REPORTER]
    spoken = Counter(turn.who for turn in turns)
    answers: Counter[str] = Counter()
    for place, turn in enumerate(turns):
        is_last = roles[place + 2] is Role.REPORTER
        is_asked = roles[place] is Role.REPORTER
        answers[turn.who] += is_asked and (is_last or _is_whole_answer(turn))
    return {who for who, n in spoken.items() if 1 < n < 2 * answers[who]}


def _is_whole_answer(turn: Said) -> bool:
    return turn.length >= _SHORTEST_ANSWER and not _HANDS_OVER.search(turn.speech)


def roles_by_conduct(turns: Sequence[Said]) -> dict[str, Role]:
    """Return roles of speakers whose labels tell none: reporters first, then moderators."""
    if _is_tried(turns):
        return {}
    turns = _put_together(turns)
    open_roles = {turn.who for turn in turns if turn.role is None}
    found = _told_by_speech(turns, open_roles)
    found |= dict.fromkeys(relaying(turns), Role.MODERATOR)
    chairing = [who for part in in_each_language(turns) for who in _chairing(part, found)]
    asking = dict.fromkeys(asking_official(turns), Role.REPORTER)
    return asking | dict.fromkeys(chairing, Role.MODERATOR) | found


def _chairing(turns: Sequence[Said], found: dict[str, Role]) -> list[str]:
    """Return who gives others the word, or presides, where some are known to ask."""
    places = _places(turns, found)
    asking = {turn.who for turn in turns if _asks(turn, found)}
    answering = {who for who, of_one in places.items() if any(p.after_reporter for p in of_one)}
    answering -= asking
    chairing = []
    for who, of_one in places.items():
        is_asked = bool(answering - {who})
        hands_over = _is_chairing(of_one) if is_asked else _opens_for_others(of_one, turns)
        if hands_over or _presides(who, of_one, len(turns)) or _presents(of_one):
            chairing.append(who)
    return chairing


def _is_tried(turns: Sequence[Said]) -> bool:
    """Tell whether a court is heard, where who asks and who hands over pleads."""
    return any(turn.label.lower().removeprefix("the ") in _COURT for turn in turns)


def _told_by_speech(turns: Sequence[Said], open_roles: set[str]) -> dict[str, Role]:
    """Return who says to be a reporter or to moderate, and who asks but holds no office."""
    court = words("chinese", "court")
    answering = {t.who for t in turns if t.holds_office or is_chair(t.who) or t.who in court}
    may_ask = open_roles - answering - answering_when_asked(turns)
    naming = turns if _are_several(turns) else ()
    found = {t.who: Role.REPORTER for t in naming if t.who in may_ask and _names_outlet(t)}
    asking = [*askers(turns, may_ask), *may_ask & (called(turns) | translated(turns))]
    asking += [t.who for t in turns if t.asks and t.who in may_ask and _SAYS_ASKING.match(t.speech)]
    found |= dict.fromkeys(asking, Role.REPORTER)
    moderates = (t.who for t in turns if _SAYS_MODERATOR.search(t.speech[: 2 * SELF]))
    telling = [*open_roles.intersection(moderates), *hosting(turns, may_ask)]
    return found | dict.fromkeys(telling, Role.MODERATOR)


def _are_several(turns: Sequence[Said]) -> bool:
    """Tell whether more than one speaks beside those who moderate, who else ask the only one."""
    others = {turn.who for turn in turns if turn.role is not Role.MODERATOR}
    return len(others) > 1


def _put_together(turns: Sequence[Said]) -> list[Said]:
    """Return the turns with those in a row of one speaker as one, as recorders cut speeches."""
    done: list[Said] = []
    for turn in turns:
        goes_on = bool(done) and turn.role is None and not is_chair(turn.who)
        if goes_on and (done[-1].who, done[-1].role) == (turn.who, None):
            speech = f"{done[-1].speech}\n{turn.speech}"
            length = done[-1].length + turn.length
            done[-1] = replace(turn, speech=speech, length=length)
        else:
            done.append(turn)
    return done


def _opens_for_others(places: Sequence[_Place], turns: Sequence[Said]) -> bool:
    """Tell whether somebody opens where nobody is known to ask, and then gives others the word."""
    is_first = bool(turns) and places[0].said is turns[0] and places[0].said.role is None
    is_short = sum(place.said.length for place in places) < _SHORT_SPEECH * len(places)
    gives = len(places) > 1 and all(map(_has_cue, places))
    leaves = _opens_alone(places, turns) or _opens_and_leaves(places)
    return leaves or (is_first and is_short and gives)


def _opens_alone(places: Sequence[_Place], turns: Sequence[Said]) -> bool:
    """Tell whether somebody only opens what nobody asks at, as where but speeches follow."""
    is_first = len(places) == 1 and len(turns) > 1 and places[0].said is turns[0]
    is_asked = any(turn.role is Role.REPORTER for turn in turns)
    return is_first and not is_asked and _only_opens_or_ends(places[0])


def _presides(who: str, places: Sequence[_Place], turns: int) -> bool:
    """Tell whether somebody labelled as the chair speaks shortly and answers no reporter."""
    is_short = sum(place.said.length for place in places) < _SHORT_SPEECH * len(places)
    return is_chair(who) and is_short and turns > 1 and not _answers(places, 0)


def _presents(places: Sequence[_Place]) -> bool:
    """Tell whether somebody who answers no reporter says first who is there."""
    is_open = all(place.said.role in {None, Role.SPEAKER} for place in places)
    return (
        is_open
        and not _answers(places, 0)
        and any(place.is_opening and _PRESENTS.search(place.said.speech) for place in places)
    )


def _places(turns: Sequence[Said], found: dict[str, Role]) -> dict[str, list[_Place]]:
    """Return the turns of all but interpreters among their neighbours, by who speaks."""
    places = defaultdict(list)
    is_opening = True
    heard = [turn for turn in turns if turn.role is not Role.INTERPRETER]
    for before, turn, after in zip([None, *heard], heard, [*heard[1:], None], strict=False):
        is_edge = before is None or after is None
        asks_next = _asks(after, found)
        calls = asks_next and calls_by_name(turn, after)
        places[turn.who].append(
            _Place(turn, _asks(before, found), asks_next, is_edge, calls, is_opening)
        )
        role = turn.role or found.get(turn.who)
        is_opening = is_opening and role is Role.MODERATOR
    return places


def _names_outlet(turn: Said) -> bool:
    """Tell whether somebody says for which outlet they ask."""
    start = turn.speech[:SELF]
    if _WELCOMES.search(start) and not turn.asks:
        return False
    if re.search(f"[{HAN}]", start):
        return bool(_SAYS_OUTLET_CHINESE.search(start[:60]))
    own_name = start.lower().find(turn.who) + len(turn.who)
    told = _INTRODUCES.search(start)
    if not told and own_name >= len(turn.who):
        told = _BEHIND_OWN_NAME.match(start, own_name)
    return told is not None and not _OFFICE.search(start[told.start() : told.end() + 30])


def _asks(turn: Said | None, found: dict[str, Role]) -> bool:
    return turn is not None and Role.REPORTER in {turn.role, found.get(turn.who)}


def _is_chairing(places: Sequence[_Place]) -> bool:
    """Tell whether somebody hands over to reporters, and seldom answers them."""
    if any(place.said.role not in {None, Role.SPEAKER} for place in places):
        return False
    is_once = len(places) == 1 and _only_opens_or_ends(places[0])
    if is_once or _opens_and_leaves(places) or _only_invites(places):
        return True
    if sum(place.said.length for place in places) >= _SHORT_SPEECH * len(places):
        return False
    cues = sum(map(_has_cue, places))
    opens_and_ends = not _answers(places, 0) and 1 < len(places) <= 2 * cues
    return opens_and_ends or _gives_the_word(places, cues)


def _only_invites(places: Sequence[_Place]) -> bool:
    """Tell whether somebody answers nobody and but calls on who asks next, or for a question."""
    return all(only_calls(place.said) for place in places) or all(
        place.before_reporter and not place.after_reporter and _INVITES.search(place.said.speech)
        for place in places
    )


def _has_cue(place: _Place) -> bool:
    """Tell whether somebody says that others are to speak."""
    return place.calls or _HANDS_OVER.search(place.said.speech) is not None


def _gives_the_word(places: Sequence[_Place], cues: int) -> bool:
    """Tell whether somebody speaks shortly before reporters, and seldom or never answers them."""
    handing = [p for p in places if p.before_reporter and p.said.length < _SHORT_SPEECH]
    is_titled = any(place.said.role is Role.SPEAKER for place in places)
    if len(handing) + cues < len(places) or _answers(places, 0 if is_titled else 1 / 4):
        return False
    return any(map(_has_cue, handing))


def _answers(places: Sequence[_Place], part: float) -> bool:
    """Tell whether somebody speaks after reporters in more than a part of their turns."""
    return sum(place.after_reporter for place in places) > part * len(places)


def _opens_and_leaves(places: Sequence[_Place]) -> bool:
    """Tell whether somebody opens, alone or behind an operator, and gives the floor away for good.

    Who opens in several turns may say something between.
    """
    is_first = places[0].is_edge and len(places) > 1
    is_behind = places[0].is_opening and not places[0].is_edge
    if is_first and any(place.said.role is not None for place in places):
        return False
    is_short = sum(place.said.length for place in places) < _SHORT_OPENING
    leaves = not _answers(places, 1 / 2 if is_first else 0)
    return (is_first or is_behind) and is_short and leaves and _gives_floor(places[-1])


def _gives_floor(place: _Place) -> bool:
    """Tell whether somebody ends in giving the floor away, and not to a reporter."""
    last_words = place.said.speech[-_CLOSING:]
    return not place.before_reporter and _GIVES_FLOOR.search(last_words) is not None


def _only_opens_or_ends(place: _Place) -> bool:
    """Tell whether who speaks once, first or last, does so to give others the word or to close."""
    speech = place.said.speech
    is_short = place.said.length < _SHORT_SPEECH and _LETS_SPEAK.search(speech)
    is_open = place.said.role is None or bool(is_short and place.said.role is Role.SPEAKER)
    lets_speak = _HANDS_OVER.search(speech) or _LETS_SPEAK.search(speech)
    is_greeting = bool(lets_speak and _OPENS.search(speech))
    is_greeting = is_greeting or bool(_GIVES_FLOOR.search(speech[-_CLOSING:]))
    return place.is_edge and not place.after_reporter and is_open and is_greeting
