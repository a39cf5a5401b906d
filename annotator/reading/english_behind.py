"""What follows the comma behind an English name: an office, an outlet, a role, a holder."""

import re
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.english_roles import (
    names_office_only,
    names_outlet,
    reports_for,
    role_of_staff,
    role_of_words,
)
from annotator.reading.names import Likeness, english_likeness
from annotator.reading.verdict import Verdict
from annotator.reading.words import words

_MOST_WORDS_BEHIND = 16
MOST_OUTLET_WORDS = 4


def _in_care(label: str, verdict: Verdict, behind: str) -> Verdict:
    """Judge a name with a comma and words that may be what the person is in care of.

    A whole name with a body behind it is one: ``Ann Roe, Bank of Lund``.
    """
    if verdict.likeness is not Likeness.NAME or not _may_be_in_care(behind):
        return _none(label)
    is_body = not words("english", "bodies").isdisjoint(behind.lower().split())
    is_sure = is_body and " " in verdict.name
    return Verdict(verdict.name, Likeness.NAME if is_sure else Likeness.MAYBE, None, behind)


def _may_stand_behind(label: str, verdict: Verdict, behind: str) -> bool:
    """Say whether what follows a comma can be a person's office or outlet, and is no place."""
    is_word = verdict.likeness is Likeness.MAYBE and label.isupper()
    if is_word and len(behind) > len("ABC") and not _tells(behind):
        return False
    if _is_beside(behind) or (label.isupper() and verdict.likeness >= Likeness.NAME):
        return True
    is_titled = verdict.likeness is Likeness.SURE and verdict.role is Role.SPEAKER
    return is_titled and _may_be_in_care(behind)


def with_phrase_behind(label: str, verdict: Verdict, behind: str) -> Verdict:
    """Take in what follows a name's comma: an office, an outlet, a role, or an office's holder."""
    if told := _told_by_phrase(verdict, behind):
        return told
    if not _may_stand_behind(label, verdict, behind):
        return _in_care(label, verdict, behind)
    likeness = max(verdict.likeness, Likeness.NAME)
    role = Role.REPORTER if reports_for(behind) else None
    return Verdict(verdict.name, likeness, verdict.role or role, behind)


def _told_by_phrase(verdict: Verdict, behind: str) -> Verdict | None:
    """Judge a name by a role, by work for an outlet, or as an office, by its holder behind it."""
    role = role_of_words([behind.lower()])
    if role and " " not in behind:
        return replace(verdict, likeness=Likeness.SURE, role=role)
    role = role_of_staff(behind)
    if role and (verdict.role is None or role is Role.REPORTER):
        return Verdict(verdict.name, Likeness.SURE, role, behind)
    if _is_held_by(verdict, behind):
        return Verdict(behind, Likeness.SURE, Role.SPEAKER, verdict.name)
    return None


def _none(label: str) -> Verdict:
    return Verdict(label, Likeness.NO)


def _may_be_in_care(behind: str) -> bool:
    """Tell whether words with capitals may be what somebody's office is of, or a place.

    They have to be a few, or to start with a body: ``Department of Ports and Fish``.
    """
    tokens = behind.split()
    tall = [t for t in tokens if t.lower() not in words("english", "particles") | {"&", "+", "for"}]
    is_body = tokens[0].lower() in words("english", "bodies")
    is_short = len(tokens) <= (_MOST_WORDS_BEHIND if is_body else MOST_OUTLET_WORDS)
    return is_short and tall[:1] == tokens[:1] and all(t[0].isupper() for t in tall)


def _tells(behind: str) -> bool:
    """Tell whether words name an outlet or hold an office, not a place: ``LUND, OHIO``."""
    offices = words("english", "offices") | words("english", "staff")
    return names_outlet(behind) or not offices.isdisjoint(behind.lower().split())


def _is_held_by(verdict: Verdict, behind: str) -> bool:
    """Tell whether what stands behind an office is the name of who holds it."""
    if verdict.role is not Role.SPEAKER or english_likeness(behind) is not Likeness.NAME:
        return False
    if not names_office_only(verdict.name):
        return False
    if behind.lower().rpartition(" ")[2] in words("english", "bodies"):
        return False
    return words("english", "offices").isdisjoint(behind.lower().split())


def _is_beside(behind: str) -> bool:
    """Tell whether what follows a name's comma is an office, an outlet or a suffix."""
    tokens = re.findall(r"[\w.\-]+", behind)
    if not tokens or len(tokens) > _MOST_WORDS_BEHIND:
        return False
    offices = words("english", "offices")
    if any(not offices.isdisjoint({low, low.rpartition("-")[2]}) for low in map(str.lower, tokens)):
        return True
    if not all(t[:1].isupper() or t in words("english", "particles") for t in tokens):
        return False
    return names_outlet(behind) or (len(tokens) == 1 and tokens[0].isupper())
