"""Whether a label names a speaker, and what the speaker is by the label's own words."""

import re
from dataclasses import replace
from functools import lru_cache

from annotator.model.kinds import Role
from annotator.reading.chinese import judge_chinese, may_report
from annotator.reading.english import judge_english
from annotator.reading.english_roles import (
    names_office_only,
    names_outlet,
    reports_for,
    role_of_words,
    small_words,
)
from annotator.reading.label_forms import COLONS, HAN, SPACES
from annotator.reading.layout import is_stage_word
from annotator.reading.names import (
    Likeness,
    chinese_likeness,
    english_likeness,
    initials,
)
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_ASIDE = re.compile(r"[（(\[]([^）)\]]{1,60})[)）\]]$")
_ROLE_AND_NAME = re.compile(
    rf"(?P<role>[^{COLONS}]{{1,20}})[{COLONS}](?P<name>[^{COLONS}]{{2,30}})"
)
"""What brackets hold of somebody with a colon between: ``主持人：林禾``."""
_CALLED_BELOW = re.compile("(?:以?下)?[简簡][称稱]|[以下]下[称稱]|下[称稱]")
"""What says by which word somebody is called from here on."""
_QUOTES = "“”「」『』‘’\"' 为為"
_MAGAZINES = words("chinese", "short_reporters") | words("chinese", "reporters")
_COURTESIES = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "hon", "dr", "sir", "dame", "lord", "senator", "sen", "rep"]
)
_VERY = frozenset(["rt", "right", "very", "most"])
"""What stands before a courtesy: ``Rt Hon Lee``."""
_IN_LANGUAGE = re.compile(
    r"(?:(?:speak|ask|answer)ing )?in (?:her |his )?[A-Z][a-z]{3,12}$"
    r"|(?i:(?:via|by|on|through) (?:vtc|video(?:[ -]?link)?|(?:tele)?phone|zoom|satellite))$"
)
"""In which language, or from where, somebody speaks."""
_PLACES = frozenset(["city", "county", "state", "province", "district", "affairs"])
"""What the names of places and of departments end in."""
_VIA_INTERPRETER = re.compile(
    r"\b(?:via|through|as|speaking)\b.*\b(?:interpret|translat)", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def judge(label: str) -> Verdict:
    """Say whether a label names a speaker, whom, and as what."""
    if told := _ROLE_AND_NAME.fullmatch(label):
        return _named_by_role(told["role"], told["name"].strip()) or _judge_bare(label)
    found = _ASIDE.search(label)
    return _judge_bare(label) if found is None else _judge_beside(label, found)


def _judge_beside(label: str, found: re.Match[str]) -> Verdict:
    """Judge a label with what stands in brackets behind or alone."""
    bare, aside = label[: found.start()].strip(SPACES), found[1]
    verdict = _judge_bare(bare) if bare else _surely(judge(aside), label)
    if not bare or verdict.likeness is Likeness.NO:
        return _of_magazine(bare, aside) or verdict
    office = verdict.affiliation
    if office and "," in bare and bare.endswith(office):
        return _with_rest_of_office(verdict, label[len(bare) - len(office) :], aside)
    if _is_named_beside(verdict, aside):
        return _named_beside(verdict, aside)
    return _asking_beside(verdict, aside) or _with_aside(label, verdict, aside)


def _named_by_role(role: str, name: str) -> Verdict | None:
    """Return who is named behind a role and a colon, as brackets hold both: ``主持人：林禾``."""
    told = _judge_bare(role)
    if told.role in {None, Role.REPORTER} or not is_person(judge(name)):
        return None
    return (
        _judge_bare(f"{role} {name}") if re.search(f"[{HAN}]", role) else _named_beside(told, name)
    )


@lru_cache(maxsize=4096)
def judge_small(label: str) -> Verdict:
    """Judge a label in small letters, as captions write it, as if its words had capitals."""
    tokens = label.split()
    tells = tokens[-1] in words("english", "saying") or tokens[0] in words("english", "not_first")
    if tells:
        return Verdict(label, Likeness.NO)
    return judge(" ".join(token[:1].upper() + token[1:] for token in tokens))


def _with_rest_of_office(verdict: Verdict, office: str, aside: str) -> Verdict:
    """Take an office with what stands in brackets behind it, if that tells more of it."""
    if _tells_no_more(aside) or _is_direction(aside):
        return verdict
    return replace(verdict, affiliation=office)


def _asking_beside(verdict: Verdict, aside: str) -> Verdict | None:
    """Return who asks by the name and the outlet in brackets: ``Question (Ann Lee, PTV4)``."""
    if verdict.role is not Role.REPORTER or verdict.affiliation or "," not in aside:
        return None
    named = _judge_bare(aside)
    asks_for = named.role is Role.REPORTER and named.affiliation and named.name.isascii()
    return replace(named, likeness=Likeness.SURE) if asks_for else None


def _named_beside(verdict: Verdict, name: str) -> Verdict:
    """Return who is named in brackets behind an office or a role."""
    office = None if verdict.role is Role.MODERATOR else verdict.name
    return Verdict(name, Likeness.SURE, verdict.role, office)


def _with_office_beside(label: str, verdict: Verdict, aside: str) -> Verdict:
    """Take in an office in brackets; what is none belongs to the name."""
    if not _is_office_beside(verdict, aside):
        return replace(verdict, name=label)
    return replace(verdict, affiliation=judge_chinese(aside).affiliation or aside)


def _surely(verdict: Verdict, label: str) -> Verdict:
    """Return a verdict on what stands in brackets alone if it is sure."""
    return verdict if verdict.likeness is Likeness.SURE else Verdict(label, Likeness.NO)


def _judge_bare(label: str) -> Verdict:
    """Judge a label without what stands in brackets."""
    if not label:
        return Verdict(label, Likeness.NO)
    return judge_chinese(label) if re.search(f"[{HAN}]", label) else judge_english(label)


def _with_aside(label: str, verdict: Verdict, aside: str) -> Verdict:
    """Take in what stands in brackets behind a name: an office or an outlet."""
    if _VIA_INTERPRETER.search(aside):
        return replace(verdict, likeness=max(verdict.likeness, Likeness.NAME))
    if _tells_no_more(aside) or are_initials(aside, verdict.name):
        return verdict
    return _with_telling_aside(label, verdict, aside)


def _with_telling_aside(label: str, verdict: Verdict, aside: str) -> Verdict:
    if aside in words("chinese", "moderators") or role_of_words([aside.lower()]) is Role.MODERATOR:
        return replace(verdict, name=label, likeness=Likeness.SURE, role=Role.MODERATOR)
    if not is_person(verdict):
        return _with_office_beside(label, verdict, aside)
    if _is_direction(aside):
        return verdict
    role = Role.REPORTER if verdict.role is None and _is_of_reporter(aside) else verdict.role
    likeness = max(verdict.likeness, Likeness.NAME)
    return Verdict(verdict.name, likeness, role, verdict.affiliation or aside)


def _is_named_beside(verdict: Verdict, aside: str) -> bool:
    """Tell whether the holder of an office stands in brackets: ``Presenter (Ann Lee)``."""
    holds = verdict.role in {Role.MODERATOR, Role.SPEAKER} and verdict.affiliation is None
    if not holds or not names_office_only(verdict.name):
        return False
    named = judge_english(aside)
    is_name = named.likeness is Likeness.NAME or (
        named.role is Role.SPEAKER and named.affiliation is None and is_titled_name(aside)
    )
    last = aside.lower().rpartition(" ")[2]
    return is_name and last not in words("english", "bodies") | _PLACES


def _of_magazine(label: str, aside: str) -> Verdict | None:
    """Judge who is called by a word for who asks in brackets behind, else return None."""
    called = _CALLED_BELOW.match(aside)
    if called is None or aside[called.end() :].strip(_QUOTES) not in _MAGAZINES:
        return None
    return Verdict(label, Likeness.SURE, Role.REPORTER)


def _tells_no_more(aside: str) -> bool:
    """Tell whether words in brackets say how somebody is heard or called, not what they are."""
    is_heard = _VIA_INTERPRETER.search(aside) or _IN_LANGUAGE.match(aside)
    return bool(is_heard or _CALLED_BELOW.match(aside))


def beside(name: str, office: str) -> Verdict:
    """Judge a name with an office, an outlet or a body that stands apart from it."""
    verdict = judge(name)
    return verdict if verdict.likeness is Likeness.NO else _with_aside(name, verdict, office)


def are_initials(short: str, name: str) -> bool:
    """Tell whether capitals are the first letters of a name: ``ATC``, ``Ali Taylor-Cipolla``."""
    return 1 < len(short) <= len("ABCD") and short == initials(name)


def _is_of_reporter(aside: str) -> bool:
    """Tell whether words in brackets name an outlet, or say that somebody reports."""
    return reports_for(aside) or may_report(aside)


def _is_office_beside(verdict: Verdict, aside: str) -> bool:
    """Tell whether words in brackets are the office of a titled person, or of who moderates."""
    if verdict.role is Role.REPORTER:
        return False
    held = judge_chinese(aside)
    if verdict.role is Role.MODERATOR and held.role is Role.SPEAKER:
        return True
    if held.affiliation:
        return True
    is_english = verdict.name.isascii() and " " in verdict.name
    return is_english and not is_stage_word(aside) and _is_english_office(verdict, aside)


def _is_english_office(verdict: Verdict, aside: str) -> bool:
    """Tell whether words beside a name hold an office's, or follow a title with a capital."""
    tokens = {token.strip(",;") for token in small_words(aside)}
    if not tokens.isdisjoint(words("english", "offices")):
        return True
    return aside[0].isupper() and is_titled_name(verdict.name)


def is_titled_name(name: str) -> bool:
    """Tell whether a courtesy stands before a name, as before members of a house: ``Hon. Lee``."""
    first, *rest = [word for word in small_words(name) if word not in _VERY] or [""]
    is_office = {"of", "for", "and"} & set(rest) or any(
        w in words("english", "titles") for w in rest
    )
    return first in _COURTESIES and bool(rest) and not is_office


def _is_direction(aside: str) -> bool:
    """Tell whether words in brackets say how somebody speaks: ``turning away``, ``voice-over``."""
    is_office = any(token in words("english", "offices") for token in aside.split())
    is_doing = bool(re.match(r"[a-z]{3,}ing\b", aside)) and not is_office
    is_small = aside.islower() and not is_office and not names_outlet(aside)
    return is_stage_word(aside) or is_doing or is_small


def is_person(verdict: Verdict) -> bool:
    """Tell whether a label gives a person's name, rather than a role or an outlet."""
    if verdict.role is not None and verdict.affiliation is None:
        return False
    likeness = max(chinese_likeness(verdict.name), english_likeness(verdict.name))
    return likeness >= Likeness.SHORT or (likeness is Likeness.MAYBE and verdict.name.isascii())
