"""Whom speakers say that they are of: ``I'm Ann Roe with Harbour Radio``, ``Ann Roe, Reuters``."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from annotator.reading.english_roles import names_outlet, role_of_words
from annotator.reading.label_forms import HAN
from annotator.reading.opening import bare_english
from annotator.reading.turn_found import TurnFound
from annotator.reading.words import any_of, words

_FIRST_WORDS = 200
_FIRST_TURNS = 3
_BODY = r"[A-Z][\w’'&-]*(?:[ ](?:(?:of|for|and|&)[ ](?:the[ ])?)?[A-Z][\w’'&-]*){0,5}"
_OPENING_WORDS = 600
_HOLDS = re.compile(
    r"\bI(?:['’]m| am) (?:also )?the (?P<office>(?:[\w’'&-]+ ){0,5}"
    rf"{any_of('english', 'offices')}(?: (?:of|for|at|to) (?:the |our )?[^.,;:?!]{{2,60}})?)[.,;!]",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 3
_SPELLED = re.compile(r"\b[A-Z](?:-[A-Z]\b){2}")
"""How somebody spells a name out: ``R-O-E``."""
_GREETING = (
    r"^(?:(?:Hi|Hello|Sir|Ma['’]?am|Yes|Thanks?(?: you)?(?: (?:so|very) much)?"
    r"|Good (?:morning|afternoon|evening))(?:[,.]? [A-Z][a-z]{1,12})?[,.!]* ){0,2}"
)
"""The start of a speech, up to the own name: ``Good morning, Minister. Ann Roe``."""


def own_bodies(text: str, turns: Sequence[TurnFound], names: Sequence[str]) -> Mapping[str, str]:
    """Return the bodies that people of some names say first to be of or to ask for."""
    known = {name: whom for name in names if (whom := _spoken(name))}
    heard: Counter[str] = Counter()
    found: dict[str, str] = {}
    for turn in turns:
        name = turn.speaker or ""
        heard[name] += 1
        if name in known and name not in found and heard[name] <= _FIRST_TURNS:
            start = text[turn.body_start : min(turn.end, turn.body_start + _FIRST_WORDS)]
            if body := _body(known[name], " ".join(start.split())) or _own_office(text, turn):
                found[name] = body
    return found


def _own_office(text: str, turn: TurnFound) -> str | None:
    """Return the office that somebody says to hold: ``I'm the press officer of the bank.``."""
    start = text[turn.body_start : min(turn.end, turn.body_start + _OPENING_WORDS)]
    found = _HOLDS.search(" ".join(start.split()))
    return found["office"] if found else None


def _spoken(label: str) -> str:
    """Return a pattern for how somebody says the name of a label, or nothing where it has none."""
    bare = bare_english(label)
    is_word = bare.replace(" ", "").replace(".", "").isalpha()
    is_role = role_of_words(bare.lower().split()) is not None or len(bare) == 1
    if not is_word or is_role or re.search(f"[{HAN}]", bare):
        return ""
    first, *rest = bare.split()
    if rest and len(first.strip(".")) == 1:
        return rf"{first[0]}[\w.’'-]*[ ](?i:{re.escape(rest[-1])})"
    if not rest:
        return rf"(?:[A-Z][\w’'-]+[ ])?(?i:{re.escape(first)})"
    behind = r"[ ]".join(map(re.escape, rest))
    return rf"(?i:{re.escape(first)})(?:[ ](?i:{behind}))?"


def _body(whom: str, start: str) -> str | None:
    """Return what stands behind the own name at the start of a speech, if it is a body.

    It may be nothing but the name and a short one: ``Ann Roe, KTV.``.
    """
    found = re.search(
        rf"(?P<greeting>{_GREETING})?\b{whom}(?:[ ]here)?"
        rf"(?:,?[ ](?P<link>with|from|at|of|on|representing)[ ]|,[ ]|(?P<bare>[ ]))"
        rf"(?P<the>the[ ])?(?P<body>{_BODY})(?=(?P<stop>[.,;:?!])|[ ][a-z–—-]|$)",
        start,
    )
    if found is None:
        return None
    body = found["body"]
    is_sure = found["link"] in {"with", "representing"} or bool(found["link"] and found["the"])
    return body if is_sure or _is_all_said(found) or _names_body(body) else None


def _is_all_said(found: re.Match[str]) -> bool:
    """Tell whether a first sentence is a name, a comma and what is no other person: ``KTV``."""
    is_sentence = found["greeting"] is not None and found["stop"] == "."
    is_sentence = is_sentence and not _SPELLED.search(found["body"])
    is_apart = found["link"] is None and found["bare"] is None
    people = words("english", "titles") | words("english", "offices")
    return is_sentence and is_apart and people.isdisjoint(found["body"].lower().split())


def _names_body(body: str) -> bool:
    """Tell whether words name an outlet or a body by themselves, not a place: ``from Lund``."""
    if _SPELLED.search(body):
        return False
    is_short = body.isupper() and len(body) >= _FEWEST_LETTERS
    bodies = words("english", "bodies")
    return is_short or names_outlet(body) or not bodies.isdisjoint(body.lower().split())
