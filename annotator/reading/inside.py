"""Labels inside a paragraph, where a question, an answer or a whole turn runs on."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.candidates import Candidate, candidates_in
from annotator.reading.flat import in_initials
from annotator.reading.flat_chinese import (
    announces,
    behind_colons,
    behind_page_words,
    behind_stamps,
    glued_to_colons,
    in_turn,
    of_oneself,
)
from annotator.reading.label_forms import COLONS, HAN, LONGEST, SPACES, TIME
from annotator.reading.names import Likeness
from annotator.reading.places import MOST_KNOWN, found_at, is_inside
from annotator.reading.records import inside_records
from annotator.reading.sighting import Sighting, best_sighting, names_of, of_form, starts_of
from annotator.reading.speaker_key import on_joined_lines
from annotator.reading.speakers import judge
from annotator.reading.spoken_once import family, is_whole_name, once, stands_behind_question
from annotator.reading.verdict import Verdict
from annotator.reading.words import any_of, words

_ASIDE = r"(?:[ ]?[(\[][^()\[\]\n]{1,30}[)\]])?"
_SHORT = r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Prof|Hon|Rev|Maj|Adm|Amb|St)"
"""What has a full stop inside a name."""
_TALL = rf"(?:[A-Z][A-Z'’-]{{1,20}}|(?:[A-Z]\.){{1,3}}|(?i:{_SHORT})\.)"
"""A word in capitals before the last one of a label: ``ANN``, ``J.``, ``MR.``, no ``YES.``."""
_NUMBERED = r"Q\d{1,4}[ ]{1,3}(?:[A-Z][\w.'’-]{0,20}[ ]){0,4}[A-Z][\w'’-]{1,20}:[ ]"
"""Who asks, behind the number of the question: ``Q64 Chair:``."""
_ASKS_BY_NUMBER = re.compile(_NUMBERED)
_RUN_ON = re.compile(
    r"(?=[*>问答問A-Z])(?:"
    rf"(?<=[。？?！!”）)\s*])(?P<bold>\*\*)?(?P<name>问|答|問)[ ]?\d{{0,2}}[{COLONS}]"
    rf"(?(bold)(?:\*\*)?)[{SPACES}]?"
    rf"|(?<=[.?!”\"] )(?P<letter>(?:Q|A)(?=:[{SPACES}])|Q(?=\.[ ]+[A-Z])"
    rf"|(?<=[?][ ])A(?=\.[ ]+[A-Z])).[{SPACES}]+"
    r"|(?:(?<=\s)(?=>{2,3}[ ])|(?<=[\]).?!])(?=>{2,3}[ ]?[A-Z\[]))(?P<change>>>>?)[ ]?(?=\S)"
    rf"|(?<=[a-z][.?!])(?P<tall>(?:{_TALL}[ ]){{0,4}}[A-Z][A-Z'’-]{{2,20}}):[{SPACES}]+"
    r"|(?<=[.?!”\"…\-–—\])] )(?P<timed>(?:(?:[A-Z][\w'’-]{0,20}(?<!-)|"
    rf"{_SHORT}\.)[ ]){{0,4}}"
    rf"[A-Z][\w.'’-]{{1,20}}"
    rf"(?:[ ]\d{{1,2}})?):[ ][(（][ ]?{TIME}[)）][ ]?)"
)
"""The labels of questions, answers and changes of speaker inside a paragraph.

That one character is looked at first makes it fast; so it is with the next.
"""
_TELLING_SIGN = re.compile(rf"[{COLONS}>Q【\[]")
"""A character that each label inside a paragraph has; looking for one first makes it fast."""
_HELD = rf"(?:{any_of('chinese', 'offices')}|{any_of('chinese', 'organisations')})"
_LOST_LINE = re.compile(
    r"(?=[ \u3000\u00a0【\[])(?:"
    rf"(?:(?<=[。？?！!”）)…:：])|(?<=:\d\d:\d\d))[ \u3000\u00a0]{{1,12}}"
    rf"(?=[^\s\d{COLONS}，。？！；、\[【(（][^\s{COLONS}，。？！；、]{{0,23}}[ ]{{0,3}}"
    rf"[{COLONS}](?:\S|(?<=[{HAN}）)][{COLONS}])[ ]\S)"
    rf"|(?:[{HAN}、]{{0,36}}{_HELD}[ ]){{0,2}}[{HAN}、·]{{2,40}}[ ]?[{COLONS}][ ]?\S"
    rf"|\d{{1,3}}[{HAN}]{{1,10}}(?:记者|記者)[{COLONS}][ ]?\S)"
    rf"|(?<=[。？?！!”）)…\]])[ \u3000\u00a0]{{0,12}}(?=[【\[][^】\]\s\d][^】\]\n]{{1,30}}[】\]])"
    rf"|(?<=\|)[ ]{{1,4}}(?=[【\[][^】\]\s\d][^】\]\s]{{1,30}}[】\]][ ]?[^\s(])"
    rf"|(?<=※)[ ]{{1,4}}(?=[^\s{COLONS}，。？！；、]{{2,30}}[{COLONS}])"
    rf"|(?<=[\w.])(?=[【\[][{HAN}]{{2,30}}[】\]][{COLONS}])"
    rf"|(?<=[{HAN}])[ \u3000\u00a0]{{1,12}}"
    rf"(?=[^\s\d{COLONS}，。？！；、]{{0,16}}(?:记者|記者)[{COLONS}][ ]?\S)"
    r"|(?<=[.?!;\"”»'’)\]-])[ ]{1,4}(?:[A-Z]{2,4}[ ]+(?=M(?:R|S|RS)\b))?"
    rf"(?<!\b(?i:Mr|Ms|Dr)\.[ ])(?=(?:{_TALL}[ ]){{0,4}}[A-Z][A-Z'’-]{{2,20}}"
    rf"{_ASIDE}:[ ]"
    r"|(?:[A-Z][\w.'’-]{1,20}[ ]){1,4}[A-Z][\w'’-]{1,20}"
    rf"{_ASIDE}:[ ](?=[A-Z“\"])"
    r"|(?:[A-Z][A-Z.'’-]{1,20}[ ]){1,3}[A-Z][A-Z'’-]{1,20},(?:[ ][A-Z&][A-Z.&'’,-]*){1,9}:[ ]"
    rf"|{_NUMBERED})"
    rf"|(?:(?<=[。？！…”）])|(?<=[{HAN}][?!]))[ \u3000]{{1,4}}"
    rf"(?=(?:[A-Z][\w.'’-]{{1,20}}[ ]){{0,4}}[A-Z][\w'’-]{{1,20}}[:：][ ]?(?=[A-Z“\"{HAN}]))"
    r"|(?<=\d)[ ](?=(?![AP]\.M\.)"
    rf"(?:{_TALL}[ ]){{1,4}}[A-Z][A-Z'’-]{{2,20}}{_ASIDE}:[ ]))"
)
"""The spaces inside a paragraph that stand where a label's line began."""
_GLUED = re.compile(
    rf"[。？！…”」{HAN}](?:(?<=[。？！…”」])|[?!])"
    rf"(?=[^\s{COLONS}，,。？?！!；、…“”「」\[【(（]{{2,20}}[{COLONS}][^\s{COLONS}])"
)
"""The end of a sentence, with words and a colon right behind."""
_BEHIND_SENTENCE = re.compile(
    r"[ ](?<=[.?!…\"”»)\]–—-][ ])(?<!\b(?i:Mr|Ms|Dr|St)\.[ ])"
    r"(?<!\b(?i:Mrs|Sen|Gov|Gen|Rep|Hon)\.[ ])(?<!\b(?i:Prof)\.[ ])[ ]{0,3}"
    rf"(?=(?:[A-Z][\w.'’-]{{0,20}}[ ]){{0,4}}[A-Z][\w'’-]{{0,20}}(?:[ ]\d{{1,2}})?{_ASIDE}:[ ]\S)"
)
"""The spaces between an English sentence and words with a colon."""
_HEADLINE = re.compile(r"(?:(?:[A-Z][\w’'-]*|[a-z]{1,3}|\d[\d,.]*)[ ]){3,}[A-Z][\w’'-]*[.;\n]")
"""A headline behind a colon, in a row of several: ``Roe: Ports Are Past the High Water.``."""
_TELLING = frozenset({Role.REPORTER, Role.MODERATOR})
_FORMS = frozenset({"bracket", "colon"})
_MANY = 3
_FEWEST_TURNS = 4
_FEWEST_QUESTIONS = 2
_ASKS = frozenset("?？")
_CALLED_BEFORE = 600
_NEAR = 3000


def inside(text: str, start: int, end: int) -> list[Sighting]:
    """Return what may be a label between two places of a paragraph."""
    if not _TELLING_SIGN.search(text, start, end):
        return []
    run_on = _run_on(text, start, end)
    return run_on + _on_lost_lines(text, start, end, starts_of(run_on))


def joined(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return what may be labels behind sentences of a page whose lines were all joined."""
    known = starts_of(sightings)
    flat = [_as_sure(s) for s in found_at(in_initials(text), text, known)]
    flat += _of_key(text)
    flat += inside_records(text, known)
    known |= starts_of(flat)
    announced = behind_colons(text, _run_on_names(text, sightings)) if announces(text) else ()
    places = {*announced, *behind_stamps(text), *behind_page_words(text)}
    flat += found_at(sorted(places), text, known)
    glued = found_at(glued_to_colons(text), text, known)
    flat += [s for s in _telling(glued) if s.verdict.likeness is Likeness.SURE]
    known |= starts_of(flat)
    if len(sightings) + len(flat) < _FEWEST_TURNS and (turns := in_turn(text)):
        return flat + found_at(turns, text, known)
    return flat + _glued(text, sightings, known) + _in_dialogue(text, sightings, known)


def _run_on_names(text: str, sightings: Sequence[Sighting]) -> list[str]:
    """Return the names of labels that stand inside a line behind a space."""
    run_on = (s for s in sightings if text[s.start - 1 : s.start] in SPACES and s.start > 0)
    counts = Counter(s.verdict.name for s in run_on if is_inside(text, s.start))
    return [name for name, _ in counts.most_common(MOST_KNOWN)]


def _of_key(text: str) -> list[Sighting]:
    """Return the initials that a key explains, where the speeches go on behind it on its line."""
    return [
        Sighting(
            Candidate(start, body, text[start : body - 1], "keyed", text[body : body + LONGEST]),
            Verdict(text[start : body - 1], Likeness.MAYBE),
        )
        for start, body in on_joined_lines(text)
    ]


def _as_sure(s: Sighting) -> Sighting:
    return replace(s, verdict=replace(s.verdict, likeness=Likeness.SURE))


def _glued(text: str, sightings: Sequence[Sighting], known: Collection[int]) -> list[Sighting]:
    """Return labels right behind Chinese sentences, with no white space between.

    That a page was joined shows in who asks and who chairs; only they and names that come back
    count. Elsewhere a line break was lost before who has several labels on lines.
    """
    found = found_at((m.end() for m in _GLUED.finditer(text)), text, known)
    telling = _telling(found)
    if len(telling) == 1 and not sightings:
        return _glued_pair(text, telling[0].start, found)
    comes_back = not names_of(telling).isdisjoint(names_of(_telling(sightings)))
    if len(telling) <= 1 and not comes_back:
        return _on_lines(sightings, found) if sightings else _of_oneself(text, known)
    counts = Counter(s.verdict.name for s in (*sightings, *found))
    return [s for s in found if s.verdict.likeness >= Likeness.NAME or counts[s.verdict.name] > 1]


def _on_lines(sightings: Sequence[Sighting], found: Sequence[Sighting]) -> list[Sighting]:
    """Return what is found of those who have several labels on lines of their own."""
    on_lines = Counter(s.verdict.name for s in sightings if s.candidate.form == "colon")
    return [s for s in found if on_lines[s.verdict.name] > 1]


def _glued_pair(text: str, asking: int, found: Sequence[Sighting]) -> list[Sighting]:
    """Return the only one who asks, and who answers the question: a name that is known above."""
    return [
        s
        for s in found
        if s.start == asking
        or (
            s.start > asking
            and text[s.start - 1] in _ASKS
            and s.verdict.likeness >= Likeness.SHORT
            and s.verdict.name in text[:asking]
        )
    ]


def _telling(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return those who ask or chair."""
    return [s for s in sightings if s.verdict.role in _TELLING]


def _of_oneself(text: str, known: Collection[int]) -> list[Sighting]:
    """Return the labels of those who tell their own office right behind."""
    alone = found_at(of_oneself(text), text, known)
    return [s for s in alone if s.verdict.likeness is Likeness.SURE and s.verdict.affiliation]


def _behind_sentences(
    text: str, sightings: Sequence[Sighting], known: Collection[int]
) -> list[Sighting]:
    """Return what looks like labels behind sentences, inside lines and outside other labels."""
    labels = {place for s in sightings for place in range(s.start, s.candidate.body_start)}
    places = (m.end() for m in _BEHIND_SENTENCE.finditer(text) if m.end() not in labels)
    found = found_at((place for place in places if is_inside(text, place)), text, known)
    return [s for s in found if s.verdict.name not in words("english", "abbreviations")]


def _in_dialogue(
    text: str, sightings: Sequence[Sighting], known: Collection[int]
) -> list[Sighting]:
    """Return the English names that come back behind sentences, at least two in turn.

    One of them has to look like a label, or to start a line.
    """
    found = _behind_sentences(text, sightings, known)
    on_lines = of_form(sightings, "colon")
    counts = Counter(s.verdict.name for s in (*on_lines, *found))
    back = [s for s in found if counts[s.verdict.name] > 1]
    may_be = _have_label(back, on_lines) or _ask(text, back)
    are_turns = (may_be and _take_turns(counts)) or _take_tall_turns(counts, sightings)
    first = sum(not is_inside(text, s.start) for s in on_lines)
    if are_turns and 2 * len(back) >= first:
        return back
    return once(text, found, sightings) + family(text, found, on_lines)


def _take_turns(counts: Counter[str]) -> bool:
    """Tell whether several names come back, often enough for a dialogue."""
    repeated = [n for n in counts.values() if n > 1]
    return len(repeated) > 1 and sum(repeated) >= _FEWEST_TURNS


def _take_tall_turns(counts: Counter[str], sightings: Sequence[Sighting]) -> bool:
    """Tell whether a name in capitals comes back where one who surely asks or chairs speaks."""
    comes_back = any(n > 1 and name.isupper() and len(name) > 1 for name, n in counts.items())
    told = (s.verdict for s in sightings if s.candidate.form == "colon")
    return comes_back and any(v.likeness is Likeness.SURE and v.role in _TELLING for v in told)


def _ask(text: str, found: Sequence[Sighting]) -> bool:
    """Tell whether several of those who take turns stop at a question mark."""
    asked = sum(stands_behind_question(text, s) for s in found)
    return asked >= _FEWEST_QUESTIONS and len(found) > _FEWEST_TURNS


def _have_label(found: Sequence[Sighting], on_lines: Sequence[Sighting]) -> bool:
    """Tell whether one of the names found looks like a label, or starts a line.

    So does who speaks in a court, in capitals: ``THE COURT``.
    """
    names = names_of(on_lines)
    return any(
        s.verdict.likeness is Likeness.SURE
        or s.verdict.name in names
        or (s.verdict.role is Role.SPEAKER and s.verdict.name.isupper())
        for s in found
    )


def _on_lost_lines(text: str, after: int, end: int, known: Collection[int]) -> list[Sighting]:
    """Return the labels inside a paragraph that spaces set apart where lines were joined."""
    found = []
    for m in _LOST_LINE.finditer(text, after, end):
        candidates = (c for c in candidates_in(text, m.end(), end) if c.form in _FORMS)
        sighting = best_sighting(candidates)
        if sighting is None or m.end() in known or sighting.candidate.listed:
            continue
        if _is_clear(text, m.start(), m.end(), sighting):
            found.append(sighting)
    return found


def _is_clear(text: str, before: int, at: int, s: Sighting) -> bool:
    """Say whether a label behind white space inside a line is one by what it says itself."""
    if text[before - 1] in COLONS and s.verdict.role not in _TELLING:
        return False
    if text[before - 1] == ";" and _HEADLINE.match(text, s.candidate.body_start):
        return False
    if re.search(f"[{HAN}]", s.verdict.name) or _ASKS_BY_NUMBER.match(text, at):
        return True
    is_foreign = bool(re.search(f"[{HAN}。？！]", text[before - 2 : before]))
    is_known = is_foreign and (s.verdict.role is Role.REPORTER or _comes_back(text, s))
    return is_known or _is_title_or_capitals(s) or _is_tall_name(text, s)


def _run_on(text: str, after: int, end: int) -> list[Sighting]:
    """Return the labels of questions and answers that stand inside a paragraph."""
    found = []
    for m in _RUN_ON.finditer(text, after, end):
        if m["change"]:
            sighting = best_sighting(candidates_in(text, m.start(), end))
            found += [sighting] if sighting else []
            continue
        name = m["name"] or m["letter"] or m["timed"] or m["tall"]
        rest = text[m.end() : m.end() + 9].strip()
        s = Sighting(Candidate(m.start(), m.end(), name, "colon", rest), judge(name))
        if m["tall"] is None or _is_title_or_capitals(s):
            found.append(s)
    return found


def _comes_back(text: str, s: Sighting) -> bool:
    """Tell whether a name stands behind a space and before a colon again nearby.

    One of a single word has to do so again and again.
    """
    near = (max(0, s.start - _NEAR), s.start + _NEAR)
    least = _FEWEST_QUESTIONS if is_whole_name(s) else _MANY
    return text.count(f" {s.verdict.name}: ", *near) >= least


def _is_tall_name(text: str, s: Sighting) -> bool:
    """Tell whether a whole name in capitals has its office beside it, or comes back so."""
    is_tall = s.verdict.likeness is Likeness.NAME and s.verdict.name.isupper()
    near = (max(0, s.start - _NEAR), s.start + _NEAR)
    is_known = bool(s.verdict.affiliation) or text.count(f"{s.verdict.name}: ", *near) > 1
    before = text[max(0, s.start - _CALLED_BEFORE) : s.start]
    is_known = is_known or s.verdict.name in " ".join(before.upper().split())
    return is_tall and " " in s.verdict.name and is_known


def _is_title_or_capitals(s: Sighting) -> bool:
    """Tell whether English words are surely a label: ``QUESTION``, ``Mr Lee``, not ``Question``."""
    name = s.verdict.name
    is_address = name.split()[-1].lower() in words("english", "offices") | words(
        "english", "titles"
    )
    is_titled = s.verdict.role is Role.SPEAKER and not is_address
    return s.verdict.likeness is Likeness.SURE and (name.isupper() or is_titled)
