"""Labels of several lines, as web pages set them: a clock, a party, a member; a name, a clock."""

import re

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, names_of
from annotator.reading.speakers import judge
from annotator.reading.surroundings import STOPS
from annotator.reading.verdict import Verdict

_CLOCK = r"(?:Noon|Midnight|\d{1,2}(?::\d{2})?[ ][ap]\.?m\.?)"
_BLOCK = re.compile(
    rf"^[ ]*(?P<clock>{_CLOCK})[ ]*\n\s*(?:[^\n]{{1,60}}\n\s*)?(?P<party>[^\n]{{2,60}}?)[ ]*\n\s*"
    r"(?P<name>[^\n]{2,60}?)[ ]+(?P=party)(?P<rest>[^\n]{0,200})(?:\n|$)",
    re.MULTILINE,
)
"""A clock, perhaps a place, a party, and a line of a name, the party again and what is held."""
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_SPAN = rf"{_TIME}[ ]*(?:-->|[-–—])[ ]*{_TIME}"
_ABOVE_CLOCK = re.compile(
    r"^[ ]*(?P<name>[^\W\d_][^\n:：]{1,50}?)[ ]*\n(?:[ ]*\n)?"
    rf"(?:(?:(?P<mood>[^\W\d_][^\n\d:：]{{0,30}})\n)?[ ]*{_SPAN}[ ]*(?:\([^()\n]{{1,20}}\))?"
    r"|\d{1,2}:\d{2}:\d{2}(?=\n[^\W\d_]))[ ]*$",
    re.MULTILINE,
)
"""A name above a line that is a clock, or that says from when to when, perhaps with a mood."""
_BEHIND_CLOCK = re.compile(
    r"^[ ]*(?P<clock>[\[(（【]?\d{1,2}:\d{2}(?::\d{2})?[\])）】]?)[ \t\u3000]+"
    r"(?P<name>[^\W\d_][^\n:：]{0,40})$",
    re.MULTILINE,
)
"""A name behind a clock that is all of its line."""
_CLOCK_FIRST = re.compile(r"\n[ ]*\d{1,2}:\d{2}")
_SPEECH_BELOW = re.compile(r"\n(?!\d{1,2}:\d{2})[^\n]*[.!?…。！？][\"”」』)）]?[ ]*(?:\n|$)")
_FEWEST = 2
_FEWEST_CLOCKS = 3


def blocks(text: str) -> list[Sighting]:
    """Return the labels of several lines, if a page has some."""
    found = [_sighting(match) for match in _BLOCK.finditer(text)]
    return found if len(found) >= _FEWEST else _above_clocks(text) or _behind_clocks(text)


def _above_clocks(text: str) -> list[Sighting]:
    """Return the names above clocks, if nearly all may be names and one comes back."""
    if not _CLOCK_FIRST.search(text):
        return []
    found = []
    for match in _ABOVE_CLOCK.finditer(text):
        if match["name"][-1] in STOPS:
            continue
        verdict = judge(match["name"])
        candidate = Candidate(match.start("name"), match.end(), match["name"], "block", "")
        found.append(Sighting(candidate, verdict))
    named = [s for s in found if s.verdict.likeness >= Likeness.SHORT]
    comes_back = len(names_of(named)) < len(named)
    are_names = len(named) >= _FEWEST_CLOCKS and 4 * len(named) >= 3 * len(found)
    return (
        [s for s in found if s.verdict.likeness > Likeness.NO] if are_names and comes_back else []
    )


def _behind_clocks(text: str) -> list[Sighting]:
    """Return the names behind clocks, if all may be names above speech and one comes back."""
    found = []
    for match in _BEHIND_CLOCK.finditer(text):
        verdict = judge(match["name"].strip())
        is_name = verdict.likeness >= Likeness.SHORT
        if not is_name or not _SPEECH_BELOW.match(text, match.end()):
            return []
        candidate = Candidate(match.start("clock"), match.end(), match["name"], "block", "")
        found.append(Sighting(candidate, verdict))
    comes_back = len({s.verdict.name for s in found}) < len(found)
    return found if len(found) >= _FEWEST_CLOCKS and comes_back else []


def _sighting(match: re.Match[str]) -> Sighting:
    name, party, rest = match["name"], match["party"], match["rest"]
    is_chair = judge(name).role is not None
    role = judge(name).role or Role.SPEAKER
    stands_for = f"{party} {rest.strip()}" if rest[:1].isspace() and not is_chair else party
    office = rest if rest[:1].isupper() else stands_for
    verdict = Verdict(name, Likeness.SURE, role, office.strip())
    body = match.end("rest")
    return Sighting(Candidate(match.start("clock"), body, name, "block", ""), verdict)
