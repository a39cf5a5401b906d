"""The people of a call: lists of them, and labels of several lines with name, office and body."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.label_forms import HAN, SPACES
from annotator.reading.names import Likeness
from annotator.reading.sighting import Sighting, names_of, starts_of
from annotator.reading.speakers import beside, is_person, judge
from annotator.reading.surroundings import STOPS, rest_of_line
from annotator.reading.verdict import Verdict
from annotator.reading.words import any_of

_WHOLE_LINES = frozenset({"plain", "dashed"})
_FEWEST_LISTED = 2
_FEWEST_BLOCKS = 2
_MOST_OFFICE_LINES = 2
_LONGEST_OFFICE = 120
_LONGEST_BODY = 60
_SHORTEST_SPEECH = 60
_OFFICE = re.compile(rf"\b(?:{any_of('english', 'offices')})\b", re.IGNORECASE)
_CHINESE_OFFICE = re.compile(rf"[^\s:：。]{{0,40}}{any_of('chinese', 'offices')}")
_GREETS = re.compile(rf".{{0,20}}{any_of('chinese', 'greetings')}.{{0,20}}[:：,，]")
_GREETING = re.compile(rf"[^。！？!?\n]{{0,12}}{any_of('chinese', 'greetings')}")
_NAMED_HOST = re.compile(
    rf"(?P<who>[^\s，。,:：]{{4,40}})[{SPACES}]*(?:\n|(?<=[{SPACES}]))[\s]*"
    rf"(?=[^\n，。,:：]{{0,12}}{any_of('chinese', 'greetings')})"
)
"""Who chairs, between the word for it and a greeting."""
_LINE_BELOW = re.compile(
    rf"\s*\n\s*(?P<who>[{HAN}][^\n。:：]{{3,39}})\n\s*(?=\S)(?![^\n:：]{{1,12}}[:：])"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_MARK = re.compile(rf"[{SPACES}]{{2,}}(?P<mark>[QA])[{SPACES}]*$")
"""What tells a question from an answer at the far end of an office's line."""
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|N\.A|S\.A|L\.P|Jr|Sr)\.$")


def without_lists(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Drop the lists of people, ``Ann Lee - Harbor``, and keep what they tell with who speaks."""
    chains: list[list[Sighting]] = []
    for s in sightings:
        if chains and _are_together(text, chains[-1][-1], s):
            chains[-1].append(s)
        else:
            chains.append([s])
    listed = [s for chain in chains for s in chain[: _list_length(chain)]]
    if not listed:
        return list(sightings)
    told = {s.verdict.name: s.verdict.affiliation for s in listed if s.candidate.form == "dashed"}
    dropped = starts_of(listed)
    return [_told_of(s, told) for s in sightings if s.start not in dropped]


def _are_together(text: str, above: Sighting, below: Sighting) -> bool:
    if above.candidate.form not in _WHOLE_LINES or below.candidate.form not in _WHOLE_LINES:
        return False
    return not text[above.candidate.body_start : below.start].strip(f"{SPACES}\n*•-")


def _list_length(chain: Sequence[Sighting]) -> int:
    """Return how many names of those right below each other are a list: all to the last office.

    The last may speak where it is one of them.
    """
    names = [s.verdict.name for s in chain]
    listed = chain[:-1] if names[-1] in names[:-1] else chain
    dashed = [n for n, s in enumerate(listed, start=1) if s.candidate.form == "dashed"]
    return dashed[-1] if len(dashed) >= _FEWEST_LISTED else 0


def _told_of(s: Sighting, told: Mapping[str, str | None]) -> Sighting:
    """Return a name alone on its line with what the list tells of it."""
    office = told.get(s.verdict.name)
    if s.candidate.form != "plain" or office is None:
        return s
    return replace(s, verdict=replace(beside(s.verdict.name, office), affiliation=office))


def _within(blocks: Iterable[Sighting]) -> set[int]:
    """Return all places inside blocks, but not where they start."""
    return {place for block in blocks for place in range(block.start + 1, _end(block))}


def with_blocks(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings with those names alone on lines that offices and speech stand below.

    So brokers' transcripts have them: a name, an office and, perhaps, a body, each on its line.
    """
    found = {s.start: block for s in sightings if (block := _block(text, s))}
    take_turns = _take_turns(sightings, found.values()) or _all_greet(text, found.values())
    if not (_speak(text, found.values()) and take_turns):
        return list(sightings)
    within = _within(found.values())
    return [found.get(s.start, s) for s in sightings if s.start not in within]


def _speak(text: str, blocks: Collection[Sighting]) -> bool:
    """Tell whether several names stand above offices and speech, or one that chairs or greets."""
    return len(blocks) >= _FEWEST_BLOCKS or any(
        s.verdict.role is Role.MODERATOR or _greets(text, s) for s in blocks
    )


def _take_turns(sightings: Sequence[Sighting], blocks: Collection[Sighting]) -> bool:
    """Tell whether one of them comes back, or somebody asks."""
    comes_back = len(names_of(blocks)) < len(blocks)
    asks = any(s.verdict.role is Role.REPORTER for s in blocks)
    return comes_back or asks or _is_asked_in_chinese(sightings, blocks)


def _all_greet(text: str, blocks: Collection[Sighting]) -> bool:
    """Tell whether several Chinese names with offices below all stand above greetings."""
    are_chinese = all(re.search(f"[{HAN}]", s.verdict.name) for s in blocks)
    return len(blocks) >= _FEWEST_BLOCKS and are_chinese and all(_greets(text, s) for s in blocks)


def _greets(text: str, block: Sighting) -> bool:
    """Tell whether a speech starts with a greeting, of those who are there or by itself."""
    return _GREETING.match(text, _words_from(text, _end(block))) is not None


def with_hosts_named(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings with who chairs by the name that stands between the word and a greeting.

    So it is where no other label follows: ``主持人：某某局局长某某`` above ``各位来宾，``.
    Where the name has a line of its own above the speech, that may greet nobody.
    """
    return [_host_named(text, s) or s for s in sightings]


def _host_named(text: str, s: Sighting) -> Sighting | None:
    if s.candidate.form != "colon" or s.verdict.role is not Role.MODERATOR or s.verdict.affiliation:
        return None
    found = _NAMED_HOST.match(text, s.candidate.body_start) or _named_below(text, s)
    named = judge(found["who"]) if found else None
    if found is None or named is None or not named.affiliation or not is_person(named):
        return None
    candidate = replace(s.candidate, form="block", body_start=found.end(), rest="")
    verdict = Verdict(named.name, Likeness.SURE, Role.MODERATOR, named.affiliation)
    return Sighting(candidate, verdict)


def _named_below(text: str, s: Sighting) -> re.Match[str] | None:
    """Return who is named on the line below a label that has none of its own, above speech."""
    found = _LINE_BELOW.match(text, s.candidate.body_start) if s.candidate.is_alone else None
    return found if found and _is_speech(rest_of_line(text, found.end())) else None


def _is_asked_in_chinese(sightings: Sequence[Sighting], found: Collection[Sighting]) -> bool:
    """Tell whether somebody surely asks where Chinese names stand so, or one of them chairs."""
    told = [*sightings, *found]
    asks = any(
        s.verdict.likeness is Likeness.SURE
        and s.verdict.role in {Role.REPORTER, Role.MODERATOR}
        and s.candidate.is_alone
        for s in told
    )
    return asks and all(re.search(f"[{HAN}]", s.verdict.name) for s in found)


def _end(s: Sighting) -> int:
    return s.candidate.body_start


def _block(text: str, s: Sighting) -> Sighting | None:
    """Return a name with the lines of its office and body, if speech stands below them."""
    if s.candidate.form != "plain" or s.verdict.likeness < Likeness.SHORT:
        return None
    if s.verdict.role is Role.MODERATOR:
        return _chairing_block(text, s)
    office, body, asks = _office_lines(text, s.candidate.body_start)
    is_name = s.verdict.role is None and (
        s.verdict.likeness >= Likeness.NAME or bool(_CHINESE_OFFICE.match(office))
    )
    if not (is_name and office and _is_speech(rest_of_line(text, _words_from(text, body)))):
        return None
    verdict = beside(s.verdict.name, office)
    if asks is not None:
        verdict = replace(verdict, role=Role.REPORTER if asks else None)
    candidate = replace(s.candidate, form="block", body_start=body)
    return Sighting(candidate, replace(verdict, affiliation=office))


def _chairing_block(text: str, s: Sighting) -> Sighting | None:
    """Return a word for who chairs with the office and the name on the lines below it."""
    office, body, _ = _office_lines(text, s.candidate.body_start)
    start = _words_from(text, body)
    name = rest_of_line(text, start).strip()
    named = judge(name) if office and _CHINESE_OFFICE.match(office) else None
    end = start + len(name)
    if named is None or named.likeness < Likeness.SHORT or named.role is not None:
        return None
    if not _is_speech(rest_of_line(text, _words_from(text, end))):
        return None
    candidate = replace(s.candidate, form="block", body_start=end)
    return Sighting(candidate, Verdict(name, Likeness.SURE, Role.MODERATOR, office))


def _office_lines(text: str, start: int) -> tuple[str, int, bool | None]:
    """Return the office below a name, where it ends, and whether its line marks a question."""
    lines: list[str] = []
    asks = None
    at = start
    while len(lines) < _MOST_OFFICE_LINES and text.startswith("\n", at):
        at = _before_chinese_office(text, at)
        line = rest_of_line(text, at + 1)
        if mark := _MARK.search(line):
            asks, told = mark["mark"] == "Q", line[: mark.start()].strip()
        else:
            told = line.strip()
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        is_listed = lines and _is_office(rest_of_line(text, end + 1).strip())
        if is_listed or not (_is_office(told) if not lines else _is_below_office(lines, told)):
            break
        lines.append(told)
        at = end
    return _joined(lines), at, asks


def _before_chinese_office(text: str, at: int) -> int:
    """Return the newline before the next line: behind a blank one, if a Chinese office follows."""
    blank = _BLANK_LINE.match(text, at)
    if blank is None:
        return at
    below = rest_of_line(text, blank.end()).strip()
    return blank.end() - 1 if _CHINESE_OFFICE.fullmatch(below) else at


def _is_below_office(lines: Sequence[str], told: str) -> bool:
    """Tell whether a line below one with an office goes on with it."""
    if _CHINESE_OFFICE.fullmatch(lines[0]):
        return _CHINESE_OFFICE.fullmatch(told) is not None
    return _is_body(told)


def _joined(lines: Sequence[str]) -> str:
    return ("、" if lines and _CHINESE_OFFICE.fullmatch(lines[0]) else ", ").join(lines)


def _is_office(line: str) -> bool:
    """Tell whether a line names an office, and is no sentence."""
    is_open = line[-1:] not in STOPS or bool(_ABBREVIATED.search(line))
    is_short = 0 < len(line) <= _LONGEST_OFFICE and is_open
    return is_short and bool(_OFFICE.search(line) or _CHINESE_OFFICE.fullmatch(line))


def _is_body(line: str) -> bool:
    """Tell whether a line below an office names the body where it is held."""
    is_open = line[-1:] not in STOPS or bool(_ABBREVIATED.search(line))
    tall = [word[0].isupper() for word in re.findall(r"[^\W\d_][\w’'-]{3,}", line)]
    return 0 < len(line) <= _LONGEST_BODY and is_open and any(tall) and all(tall)


def _is_speech(line: str) -> bool:
    """Tell whether a line ends as a sentence does, or is long."""
    is_long = len(line) >= _SHORTEST_SPEECH and not _is_office(line)
    return line[-1:] in STOPS or is_long or bool(_GREETS.fullmatch(line))


def _words_from(text: str, start: int) -> int:
    """Return where the next words stand."""
    end = min(len(text), start + _LONGEST_OFFICE)
    while start < end and text[start] in f"{SPACES}\n":
        start += 1
    return start
