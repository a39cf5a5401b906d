"""What the way in which a transcript writes its names bears out of those that come once."""

import re
from collections.abc import Collection, Iterator, Sequence

from annotator.model.kinds import Role
from annotator.reading.court import in_court, of_court
from annotator.reading.label_forms import CLOCK_LINE, TIME
from annotator.reading.names import Likeness, initials
from annotator.reading.namings import in_full_above
from annotator.reading.questions import (
    answering_in_capitals,
    asking_outlets,
    beside_questions,
    surnames_in_turn,
)
from annotator.reading.sighting import (
    Sighting,
    by_name,
    coming_back,
    may_be_person,
    names_of,
    of_form,
    starts_of,
)
from annotator.reading.surroundings import STOPS, rest_of_line, starts_paragraph
from annotator.reading.words import any_of

_SEEN = 20_000
_TRANSCRIPT = re.compile(
    r"\b(?:transcripts?|verbatim|hansard|interview(?:ed|s)?|conversation|fireside chat)\b"
    r"|\bpanel discussion\b"
    r"|\b(?:earnings|conference|press|investor) (?:conference )?call\b"
    r"|\b(?:press|news) (?:conference|briefing)\b"
    r"|\bq ?(?:&|and) ?a\b|\bquestions? (?:&|and) answers?\b",
    re.IGNORECASE,
)
"""What the text above the first speech says where a transcript follows."""
_HEADED = re.compile(r"(?:^|\n)[ \t]*(?:Full )?Transcript:?\s*$", re.IGNORECASE)
_IN_FULL = re.compile(r"\b[A-Z][a-z]{1,15} (?:[A-Z]\. )?(?=(?P<family>[A-Z][a-z]{2,20})\b)")
_ANNOUNCED = re.compile(r"\btranscript\b[^.\n]{0,60}[:：]\s*$", re.IGNORECASE)
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Tt]hanks?|I['’]?(?:m|d|ve|ll))\b"
)
_THANKS = re.compile(r"\s*[\"“]?(?:Thank(?:s| you)|Good (?:morning|afternoon|evening)|Hello|Hi)\b")
_QUOTED = re.compile(r"[\"“][^\"“”\n]{0,400}[\"”]")
GREETS = re.compile(rf"\s*[^。！？!?\n]{{0,8}}{any_of('chinese', 'greetings')}")
"""How somebody starts who greets those who are there, in Chinese."""
_SHORTEST_SPEECH = 60
_FIRST_WORDS = 400
_ASKS = frozenset("?？")
_SENTENCE_ENDS = frozenset('.!?…"”')
_FEWEST = 2
_SPAN = 60
_STARTS_WITH_CLOCK = re.compile(rf"[\[(（【]?{TIME}")
_LINE = re.compile(r"(?m)^[^\S\n]*(\S)")
_FEWEST_BACK = 3
_SHORTEST_NAME = 3


def alone(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of English names that stand alone on lines above what they say.

    The text above the first has to say that a transcript follows, or to be headed so, and nearly
    all names that stand so have to speak.
    """
    lines = [s for s in sightings if _is_name_alone(s) and _is_free(text, s.start)]
    speaking = [s for s in lines if _speaks(text, s)]
    if not speaking or 3 * len(speaking) < 2 * sum(s.start >= speaking[0].start for s in lines):
        return frozenset()
    return starts_of(speaking) if _is_announced(text, speaking) else frozenset()


def _is_announced(text: str, speaking: Sequence[Sighting]) -> bool:
    """Tell whether the text above the first speaker says that a transcript follows."""
    lead = text[max(0, speaking[0].start - _SEEN) : speaking[0].start]
    if _HEADED.search(lead):
        return True
    return len(names_of(speaking)) >= _FEWEST and _TRANSCRIPT.search(lead) is not None


def greeting(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of Chinese names with offices alone above a speech that greets.

    Right below a list of names before offices, it has to be an office before a name.
    """
    lines = [
        s
        for s in sightings
        if s.candidate.form == "plain"
        and s.verdict.affiliation
        and s.verdict.likeness is Likeness.SURE
    ]
    listed = {s.candidate.body_start for s in lines if text.startswith(s.verdict.name, s.start)}
    return frozenset(
        s.start
        for s in lines
        if GREETS.match(text, s.candidate.body_start)
        and (starts_paragraph(text, s.start) or _is_below_list(text, s, listed))
    )


def _is_below_list(text: str, s: Sighting, listed: Collection[int]) -> bool:
    """Tell whether a line with the name last is right below one with the name first."""
    return s.candidate.body_start not in listed and text.rfind("\n", 0, s.start) in listed


def in_chamber(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of titled names alone above speech, where who presides stands so, too.

    So a parliament's record has them: ``Mr. Lee (Lund)`` and ``Madam Speaker`` on lines.
    """
    lines = [s for s in sightings if s.candidate.form == "plain" and _stands_free(text, s)]
    sure = [s for s in lines if s.verdict.likeness is Likeness.SURE]
    if not any(s.verdict.role is Role.MODERATOR for s in sure):
        return frozenset()
    speaking = [s for s in sure if s.verdict.role is Role.SPEAKER and " " in s.verdict.name]
    return frozenset(s.start for s in speaking if _is_above_sentence(text, s))


def _stands_free(text: str, s: Sighting) -> bool:
    """Tell whether a line below another paragraph, or a heading, has a blank one below it."""
    end = s.candidate.body_start
    return s.candidate.is_alone and text.startswith("\n\n", end)


def _is_above_sentence(text: str, s: Sighting) -> bool:
    below = s.candidate.body_start + _blank(text, s.candidate.body_start)
    return rest_of_line(text, below)[-1:] in _SENTENCE_ENDS


def in_manner(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of labels with a colon, or a dash, that the manner of others bears out."""
    return in_court(sightings).union(
        in_capitals(text, sightings),
        asking_outlets(text, sightings),
        answering_in_capitals(text, sightings),
        in_full_above(text, sightings),
        behind_clocks(text, sightings),
        beside_questions(text, sightings),
        surnames_in_turn(sightings),
        filling_lines(text, sightings),
        below_spans(text, sightings),
        enclosed_lines(text, sightings),
        named_above(text, sightings),
        titled_dashes(text, sightings),
    )


def _is_free(text: str, start: int) -> bool:
    """Tell whether the line above ends a sentence, or in a word as titles do."""
    above = text[max(0, start - _FIRST_WORDS) : start].split()
    return starts_paragraph(text, start) or above[-1][:1].isupper()


def _is_name_alone(s: Sighting) -> bool:
    is_english = s.candidate.form == "plain" and s.verdict.name.isascii()
    asks_for = s.verdict.role is Role.REPORTER and s.verdict.affiliation is not None
    is_open = (s.verdict.role in {None, Role.SPEAKER} or asks_for) and " " in s.verdict.name
    return is_english and is_open and s.verdict.likeness >= Likeness.NAME


def _speaks(text: str, s: Sighting) -> bool:
    """Tell whether the paragraph below a name is speech, and no text about who is named."""
    below = rest_of_line(text, s.candidate.body_start + _blank(text, s.candidate.body_start))
    first = _QUOTED.sub("", below[:_FIRST_WORDS])
    is_long = len(below) >= _SHORTEST_SPEECH
    return is_long and bool(_FIRST_PERSON.search(first)) and s.verdict.name not in below


def _blank(text: str, start: int) -> int:
    """Return how many characters of white space start at a place."""
    found = re.compile(r"\s*").match(text, start)
    return found.end() - start if found else 0


def in_capitals(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of family names in capitals that speak once, as others do that come back.

    So a court's record has them: ``COOPER: Thank you.`` and, once, ``BREYER: Why so?``.
    """
    names = of_form(sightings, "colon")
    upper = [s for s in names if s.verdict.name.isupper()]
    back = starts_of(coming_back(upper))
    known = [s for s in upper if s.start in back or s.verdict.likeness >= Likeness.NAME]
    are_several = len(names_of(known)) >= _FEWEST
    found = [s.start for s in of_court(upper, sightings)]
    if are_several and 3 * len(upper) >= 2 * len(names):
        tall = [s.start for s in _tall(upper) if rest_of_line(text, s.start)[-1:] in STOPS]
        found += [start for start in tall if start >= known[0].start]
    return frozenset(found)


def behind_clocks(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of short names behind clocks, as most labels stand here.

    English ones are of one word, behind clocks in brackets and before sentences.
    """
    names = of_form(sightings, "colon")
    timed = [s for s in names if _STARTS_WITH_CLOCK.match(text, s.start)]
    are_all = len(timed) == len(names) >= _FEWEST
    if are_all and all(_says_behind_clock(text, s) for s in timed):
        return starts_of(names)
    sure = sum(s.verdict.likeness is Likeness.SURE for s in timed)
    if sure < _FEWEST or 3 * len(timed) < 2 * len(names):
        return frozenset()
    return frozenset(s.start for s in timed if s.verdict.likeness is Likeness.SHORT)


def _says_behind_clock(text: str, s: Sighting) -> bool:
    """Tell whether a word that may be a name says a sentence behind a clock in brackets."""
    is_name = s.verdict.likeness > Likeness.NO and s.verdict.name.isascii()
    is_enclosed = text[s.start] in "[(" and s.verdict.name[:1].isupper()
    return is_name and is_enclosed and rest_of_line(text, s.start)[-1:] in STOPS


def filling_lines(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of single words where all lines of a dialogue start so.

    Several words have to come back, and more than come once. What comes once has to ask; a topic
    is said elsewhere, too.
    """
    names = [s for s in sightings if s.candidate.form == "colon" and not s.candidate.listed]
    back = coming_back(names)
    if len(names_of(back)) < _FEWEST or 2 * len(back) < len(names):
        return frozenset()
    first, last = back[0].start, back[-1].candidate.body_start
    lines = {m.start(1) for m in _LINE.finditer(text, first, last)}
    if 10 * len(lines & starts_of(names)) < 9 * len(lines):
        return frozenset()
    known = names_of(back)
    return frozenset(
        s.start
        for s in names
        if s.start >= first and (_asks_once(text, s) or _says_again(text, s, known))
    )


def _says_again(text: str, s: Sighting, back: Collection[str]) -> bool:
    """Tell whether a word that comes back stands before a sentence."""
    is_said = rest_of_line(text, s.candidate.body_start)[-1:] in STOPS
    return s.verdict.name in back and s.verdict.name.isalpha() and is_said


def _asks_once(text: str, s: Sighting) -> bool:
    """Tell whether a word that may be an English name, and is said nowhere else, asks."""
    name = s.verdict.name
    may_be = s.verdict.likeness is Likeness.MAYBE and name.isascii() and name.isalpha()
    asks = rest_of_line(text, s.candidate.body_start)[-1:] in _ASKS
    return may_be and asks and text.count(name) == 1


def below_spans(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of names with a colon right below lines that say from when to when."""
    found = [s.start for s in sightings if s.candidate.form == "colon" and _is_timed(text, s)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _is_timed(text: str, s: Sighting) -> bool:
    above = text[max(0, s.start - _SPAN) : s.start].rstrip(" \t")
    line = above[:-1].rpartition("\n")[2] if above.endswith("\n") else ""
    return "-->" in line and bool(CLOCK_LINE.match(line))


def _named_in(lead: str, found: Sequence[Sighting]) -> list[Sighting]:
    """Return those whom a text names in full."""
    named = frozenset(m["family"].upper() for m in _IN_FULL.finditer(lead))
    return [s for s in found if s.verdict.name.upper() in named]


def _speaking(text: str, known: list[Sighting]) -> list[Sighting]:
    """Return those who speak or thank, and if these are most, all."""
    speaking = [s for s in known if _speaks_or_thanks(text, s)]
    are_most = len(speaking) >= _FEWEST and 3 * len(speaking) >= 2 * len(known)
    return known if are_most else speaking


def named_above(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of family names that speak, of people whom the text above names in full.

    Where the text above ends in saying that a transcript follows, it need not name them. Where
    most of the named speak, the others do, too.
    """
    found = [s for s in sightings if _is_family_name(s)]
    lead = text[: min(found[0].start, _SEEN)] if found else ""
    if _ANNOUNCED.search(lead):
        speaking = [s for s in found if len(rest_of_line(text, s.start)) >= _SHORTEST_SPEECH]
    else:
        speaking = _speaking(text, _named_in(lead, found))
    least = 1 if _surely_asks(sightings) else _FEWEST
    return starts_of(speaking) if len(speaking) >= least else frozenset()


def _surely_asks(sightings: Sequence[Sighting]) -> bool:
    """Tell whether a label with a colon surely is of somebody who asks."""
    verdicts = (s.verdict for s in sightings if s.candidate.form == "colon")
    return any(v.likeness is Likeness.SURE and v.role is Role.REPORTER for v in verdicts)


def _speaks_or_thanks(text: str, s: Sighting) -> bool:
    return bool(_THANKS.match(text, s.candidate.body_start)) or _speaks(text, s)


def _is_family_name(s: Sighting) -> bool:
    name, form = s.verdict.name, s.candidate.form
    return form == "colon" and name.isalpha() and name.isascii() and s.verdict.role is None


def initials_of_names(sightings: Sequence[Sighting]) -> frozenset[str]:
    """Return the initials that stand for whole names of labels above: ``AL`` for ``Ann LEE``."""
    whole: set[str] = set()
    found: set[str] = set()
    for s in sightings:
        name = s.verdict.name
        if s.verdict.likeness is Likeness.NAME and " " in name:
            whole.add(initials(name))
        elif len(name) > 1 and name in whole:
            found.add(name)
    return frozenset(found)


def _tall(names: Sequence[Sighting]) -> Iterator[Sighting]:
    for s in names:
        is_word = s.verdict.name.isalpha() and len(s.verdict.name) >= _SHORTEST_NAME
        if is_word and s.verdict.name.isupper() and s.verdict.likeness is Likeness.MAYBE:
            yield s


def takes_turns(text: str, sightings: Sequence[Sighting], form: str) -> bool:
    """Tell whether several names of a form come back before sentences, some of which ask."""
    back = coming_back(of_form(sightings, form))
    lines = [rest_of_line(text, s.candidate.body_start) for s in back]
    closed = sum(line[-1:] in STOPS and "\t" not in line for line in lines)
    are_several = len(names_of(back)) > 1 and len(back) > _FEWEST_BACK
    asks = any(line[-1:] in _ASKS for line in lines)
    return are_several and asks and closed * 3 >= len(back) * 2


def enclosed_lines(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of names in brackets on lines above sentences, if one comes back.

    So a translation may set off who speaks: ``(Father Lee)``.
    """
    lines = [s for s in of_form(sightings, "enclosed") if s.candidate.is_alone]
    names = [s for s in lines if may_be_person(s) and _is_above_sentence(text, s)]
    are_several = len(names) > len(names_of(names)) > 1 and 3 * len(names) >= 2 * len(lines)
    return starts_of(names) if are_several else frozenset()


def titled_dashes(text: str, sightings: Sequence[Sighting]) -> frozenset[int]:
    """Return the starts of titled names before dashes that speech is glued to: ``Mr Lee —Yes``."""
    starts = [
        s.start
        for s in sightings
        if s.candidate.form == "dash"
        and s.verdict.likeness is Likeness.SURE
        and text.endswith(" —", 0, s.candidate.body_start)
    ]
    return frozenset(starts) if len(starts) >= _FEWEST else frozenset()


def uses_dashes(sightings: Sequence[Sighting], colons: int) -> bool:
    """Tell whether several names before dashes come back, more than stand before colons.

    Most of what follows has to start a sentence.
    """
    dashes = of_form(sightings, "dash")
    counts = by_name(dashes)
    repeated = [n for n in counts.values() if n > 1]
    are_small = 2 * sum(s.candidate.rest[:1].islower() for s in dashes) > len(dashes)
    are_many = len(repeated) > 1 and sum(repeated) > max(_FEWEST_BACK, colons)
    return are_many and not are_small
