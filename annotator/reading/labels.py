"""The labels of a transcript: what its evidence bears out, without lists of people and bylines."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from annotator.model.kinds import Role
from annotator.reading.evidence import Evidence
from annotator.reading.label_forms import LONGEST, clean
from annotator.reading.names import Likeness, chinese_likeness
from annotator.reading.sighting import Sighting
from annotator.reading.speakers import is_person, judge
from annotator.reading.surroundings import STOPS, STOPS_INSIDE, rest_of_line
from annotator.reading.verdict import Verdict
from annotator.reading.words import any_of, words

_LIST = re.compile(r"[、,，;；]|\band\b|和|及")
_LINE = re.compile(r"(?m)^[^\S\n]*(\S)")
_ITEM = re.compile(
    r"(?:[-*•][ ])?(?:[\w’'-]{1,20} ){0,3}[\w/’'-]{1,20}[:：][^\S\n]*[^\n?？]{1,80}$", re.MULTILINE
)
"""A line of a list: a word or a few, a colon and what there is to say."""
_SOMEBODY = re.compile("(?:[现現][场場])?有|.{0,4}一[位名]")
_RETOLD_ANSWER = re.compile("[？?][”」]?[^，。：？?]{1,12}[答说說道][：:]")
_FIELD = re.compile(
    r"\s*(?:时间|時間|日期|地点|地點|发布时间|發布時間|主题|主題|Date|Time|Place|Location|Venue)[:：]"
)
"""A line above a transcript that says when, where or of what it is."""
_FIELDS = re.compile(r"[^\s。，,:：]{1,20}[^\S\n]+[^\s:：]{1,6}[:：][^:：。]{0,40}$")
"""What is said behind a field of a line and its colon, where another field follows."""
_SENTENCE_END = '。！？!?….”"'
_OFFICE_ALONE = re.compile(
    rf"(?:{any_of('chinese', 'offices')}|{any_of('chinese', 'interpreters')}人?[员員]?)$"
)
"""The end of what names an office, or an interpreter, and nobody who holds it."""
_WORDS = re.compile(r"\S")
_NUMBER = re.compile(r"[\d,.]*\d[^\w.。?？!！]*")
_QUOTES = frozenset('“「『‘"')
_TOLD_QUOTE = re.compile(rf"{any_of('chinese', 'verb_endings')}[着著]?[:：][“「『]")
"""Words that somebody is told to say, as tales have them."""
_SHORTEST_SENTENCE = 40
_LONGEST_HEADING = 50
_LONGEST_VALUE = 80
_LONGEST_ENTRY = 80
_LONGEST_OFFICES = 300
_SMALL_WORDS = frozenset(["of", "for", "and", "the", "to", "in", "on", "at"])
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FEW = 2
_NEAR = 3000
_OUTLET_ENDINGS = "报報社台臺网網刊视視"
_NAMING = frozenset({"colon", "dash"})
_MARKED = frozenset({"colon", "bracket", "letter", "stop", "bold", "timed"})
_ASKING_OR_CHAIRING = frozenset({Role.REPORTER, Role.MODERATOR})
_NEED_SPEECH = frozenset({"dashed", "timed", "plain", "heading"})


def accepted(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings that are labels, in order."""
    evidence = Evidence(text, sightings)
    known = {_key(s.verdict.name) for s in sightings}
    starts = {s.start for s in sightings if s.candidate.form in _MARKED}
    kept: list[Sighting] = []
    outside: set[int] = set()
    for sighting in sightings:
        is_entry = _names_holder(sighting) or (not kept and _is_entry(sighting, text, known))
        is_outside = is_entry or (not kept and _is_dateline(sighting, evidence))
        is_outside = is_outside or _is_retold(sighting, text) or _is_numbered(sighting)
        is_outside = is_outside or (not kept and _is_headline(sighting, text, starts))
        is_outside = is_outside or (not kept and _is_in_title_case(sighting, text))
        if is_outside:
            outside.add(sighting.start)
        elif evidence.bears_out(sighting):
            kept.append(sighting)
    kept = _without_byline(_with_speech(text, _without_items(text, kept, evidence)), text)
    if _are_none(kept, text):
        return []
    open_ones = [s for s in sightings if s.start not in outside]
    return sorted(kept + _asking_between(text, kept, open_ones), key=lambda s: s.start)


def _without_items(text: str, labels: Sequence[Sighting], evidence: Evidence) -> list[Sighting]:
    """Drop names that come once among lines of a list: ``Navy: 257 billion``."""
    counts = Counter(label.verdict.name for label in labels)
    starts = {label.start for label in labels}
    lines = [line.start(1) for line in _LINE.finditer(text)]
    items = [at not in starts and bool(_ITEM.match(text, at)) for at in lines]
    kept = []
    for label in labels:
        place = bisect(lines, label.start) - 1
        is_known = counts[label.verdict.name] > 1 or evidence.is_introduced(label.verdict.name)
        if _may_be_item(label) and _is_among(items, place) and not is_known:
            items[place] = bool(_ITEM.match(text, lines[place]))
        else:
            kept.append(label)
    return kept


def _may_be_item(label: Sighting) -> bool:
    """Tell whether a name that tells no turn has a colon, and words behind it on its line."""
    is_open = label.verdict.role is None or bool(_OFFICE_ALONE.search(label.verdict.name))
    return is_open and label.candidate.form == "colon" and bool(label.candidate.rest)


def _is_among(items: list[bool], place: int) -> bool:
    """Tell whether a line stands between items of a list, or next to two of them."""
    above, below = items[max(0, place - 2) : place], items[place + 1 : place + 3]
    return above[-1:] + below[:1] == [True, True] or [True, True] in (above, below)


def _key(name: str) -> str:
    """Return a Chinese name, and the last word of an English one."""
    return name.rpartition(" ")[2].lower()


def _is_entry(s: Sighting, text: str, known: Collection[str] = ()) -> bool:
    """Tell whether a line outside all speech says who speaks or writes: ``主持人：某某``.

    The people may also stand on the lines below, one on each, with an office or by a name that
    is ``known`` from other labels.
    """
    rest = s.candidate.rest or _next_line(text, s.candidate.body_start)
    if s.verdict.role is None or is_person(s.verdict):
        return False
    if _is_below_field(s, text) or _FIELDS.match(s.candidate.rest):
        return True
    if s.verdict.role is Role.MODERATOR and _names_offices(text, s.candidate.body_start):
        return True
    if not 0 < len(rest) <= _LONGEST_ENTRY:
        return False
    people = _people_in(rest) if s.candidate.rest else _people_below(rest, known)
    is_listed = any(verdict.likeness >= Likeness.SHORT for verdict in people)
    return rest[-1] not in f"{_SENTENCE_END}:：" and is_listed


def _is_below_field(s: Sighting, text: str) -> bool:
    """Tell whether a line says who speaks, right below those that say when and where."""
    line = text[s.start : s.start + LONGEST].partition("\n")[0].rstrip()
    above = text[max(0, s.start - LONGEST) : s.start].rstrip().rpartition("\n")[2]
    is_short = bool(s.candidate.rest) and len(line) <= _LONGEST_ENTRY
    return is_short and line[-1] not in f"{_SENTENCE_END}:：" and bool(_FIELD.match(above))


def _people_in(listed: str) -> list[Verdict]:
    """Return the people that a list names."""
    parts = [clean(part) for part in _LIST.split(listed) if part.strip()]
    return [verdict for verdict in map(judge, parts) if is_person(verdict)]


def _people_below(line: str, known: Collection[str]) -> list[Verdict]:
    """Return the people on the line below a label, with an office or by a name that is known."""
    return [one for one in _people_in(line) if one.affiliation or _key(one.name) in known]


def _is_dateline(s: Sighting, evidence: Evidence) -> bool:
    """Tell whether the first brackets name who reports, not who asks: ``【某某网】昨日``."""
    is_reporter = s.candidate.form == "bracket" and s.verdict.role is Role.REPORTER
    return is_reporter and not s.candidate.is_alone and evidence.is_single(s)


def _is_headline(s: Sighting, text: str, starts: set[int]) -> bool:
    """Tell whether the first line is a title of what somebody says: ``Lee: No new taxes``.

    It ends in no stop, and no label is on the line below. So is a line by itself in capitals.
    """
    if _is_line_in_capitals(s, text):
        return True
    is_open = s.candidate.form == "colon" and s.verdict.role not in _ASKING_OR_CHAIRING
    if not is_open or not s.candidate.rest or not _is_title(s, text):
        return False
    line = text[s.start : s.start + LONGEST].partition("\n")[0].rstrip()
    below = _WORDS.search(text, s.start + len(line))
    if below is not None and text.startswith(line, below.start()):
        below = _WORDS.search(text, below.start() + len(line))
    ends_open = line[-1] not in f"{_SENTENCE_END}:：" and len(line) < LONGEST
    ends_open = ends_open and starts.isdisjoint(range(s.start + 1, s.start + len(line)))
    return ends_open and below is not None and below.start() not in starts


def _is_in_title_case(s: Sighting, text: str) -> bool:
    """Tell whether a line is a heading or a list of names: ``Open GP: First Press Conference``."""
    if s.candidate.form != "colon" or s.verdict.likeness is Likeness.SURE:
        return False
    line = text[s.candidate.body_start : s.candidate.body_start + LONGEST].partition("\n")[0]
    told = [word for word in _WORD.findall(line) if word not in _SMALL_WORDS]
    is_open = line.rstrip()[-1:] not in _SENTENCE_END
    return is_open and len(told) > _FEW and all(word[0].isupper() for word in told)


def _is_title(s: Sighting, text: str) -> bool:
    """Tell whether a line is the first of a text, or says the same."""
    line = text[s.start : s.start + LONGEST].partition("\n")[0].strip()
    first = text[: 2 * LONGEST].lstrip().partition("\n")[0].strip()
    return line == first


def _is_line_in_capitals(s: Sighting, text: str) -> bool:
    """Tell whether a line is all in capitals, between blank ones: ``ROSE BOWL: IOWA V OHIO``."""
    end = text.find("\n", s.start, s.start + 2 * LONGEST)
    if end < 0:
        return False
    line = text[s.start : end]
    is_apart = text.endswith("\n\n", 0, s.start) and text.startswith("\n\n", end)
    is_apart = is_apart or (s.start < LONGEST and not text[: s.start].strip())
    is_open = s.verdict.role is None and bool(s.candidate.rest)
    tall = re.sub(r"\b[a-z]{1,2}\b", "", line)
    return is_open and is_apart and tall.upper() == tall and line[-1:].isalpha()


def _are_none(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether the only label, or the only word among labels, shows that there are none."""
    if len(labels) == 1 and _is_none(labels[0], text):
        return True
    judges = (_is_one_word_only, _are_quotes, _are_headings, _are_lines_only)
    return any(judge_all(labels, text) for judge_all in judges)


def _are_lines_only(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are lines of which none stands above a sentence: a page's menu."""
    below = [_next_line(text, label.candidate.body_start) for label in labels]
    are_short = all(len(line) < _SHORTEST_SENTENCE and line[-1:] not in STOPS for line in below)
    return bool(labels) and are_short and all(s.candidate.form == "plain" for s in labels)


def _are_quotes(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether labels are a tale's: all stand before quotes, as others that are told there."""
    are_quoted = all(
        s.candidate.form == "colon" and s.candidate.rest[:1] in _QUOTES for s in labels
    )
    return bool(labels) and are_quoted and bool(_TOLD_QUOTE.search(text))


def _are_headings(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are of one who is written of: ``Lee：…`` above ``Lee昨日表示``."""
    names = {label.verdict.name for label in labels}
    if len(names) != 1 or not all(_is_open_line(label) for label in labels):
        return False
    below = text.find("\n", labels[0].candidate.body_start)
    told = re.search(rf"(?<![是叫]){re.escape(names.pop())}(?!\s*[:：])", text[max(0, below) :])
    return told is not None


def _is_open_line(s: Sighting) -> bool:
    """Tell whether a short line with a name and a colon ends in no stop."""
    rest = s.candidate.rest
    is_short = s.candidate.form == "colon" and 0 < len(rest) <= _LONGEST_HEADING
    return is_short and rest[-1] not in _SENTENCE_END


def _is_none(only: Sighting, text: str) -> bool:
    """Tell whether the only label of a text is none."""
    if only.candidate.form in {"bracket", "plain"} and only.verdict.role is Role.REPORTER:
        return True
    return _is_addressed(only) or _is_told_of(only, text) or _is_field(only, text)


def _is_field(only: Sighting, text: str) -> bool:
    """Tell whether an English name without a role stands before no sentence: ``Record No: 12``."""
    below = _WORDS.search(text, only.candidate.body_start)
    line = rest_of_line(text, below.start()) if below else ""
    is_open = only.verdict.role is None and only.verdict.affiliation is None
    is_value = len(line) <= _LONGEST_VALUE and not STOPS_INSIDE.search(line)
    return is_open and only.verdict.name.isascii() and not only.candidate.timed and is_value


def _is_told_of(only: Sighting, text: str) -> bool:
    """Tell whether a text without other labels tells what the one it names says, again and again.

    Its label is a headline then: ``市長：渡輪下月復航`` above ``市長表示``.
    """
    name = re.escape(only.verdict.name)
    told = re.findall(rf"{name}.{{0,4}}{any_of('chinese', 'verb_endings')}", text)
    return len(told) > 1


def _is_one_word_only(labels: Sequence[Sighting], text: str) -> bool:
    """Tell whether all labels are one word that may be a name: ``License:`` again and again."""
    names = {label.verdict.name for label in labels}
    may_be = all(s.verdict.likeness is Likeness.MAYBE and s.verdict.role is None for s in labels)
    if len(names) != 1 or not may_be:
        return False
    name = names.pop()
    return name.isascii() and not _is_short_for_name(name, text)


def _is_short_for_name(name: str, text: str) -> bool:
    """Tell whether capitals are the initials of a whole name in the text."""
    whole = "[ ]".join(rf"{re.escape(c)}[a-zà-ÿ’'-]+" for c in name)
    is_short = 1 < len(name) <= len("ABCD") and name.isupper()
    return is_short and re.search(rf"\b{whole}\b", text) is not None


def _is_addressed(only: Sighting) -> bool:
    """Tell whether the only label of a text is whom its speaker turns to: ``主席：``."""
    return only.candidate.is_alone and only.verdict.name in words("chinese", "chairs")


def _names_holder(s: Sighting) -> bool:
    """Tell whether all that follows an office is its holder's name: ``市长：王小芳``."""
    rest = s.candidate.rest.rstrip("、；;，")
    is_office = s.candidate.form == "colon" and s.verdict.role is Role.SPEAKER
    return is_office and bool(rest) and chinese_likeness(rest) >= Likeness.SHORT


def _is_numbered(s: Sighting) -> bool:
    """Tell whether a number is all that follows on the line: ``片段：12``."""
    is_number = bool(_NUMBER.fullmatch(s.candidate.rest))
    return is_number and s.candidate.form == "colon" and len(s.verdict.name) > 1


def _is_retold(s: Sighting, text: str) -> bool:
    """Tell whether a paragraph tells of a question and its answer: ``有记者问：……？他答：``."""
    if not _SOMEBODY.match(s.verdict.name):
        return False
    start = s.candidate.body_start
    line = text[start : start + _LONGEST_OFFICES].partition("\n")[0]
    return bool(_RETOLD_ANSWER.search(line))


def _names_offices(text: str, start: int) -> bool:
    """Tell whether a line is English words with capitals of which one is an office."""
    line = text[start : start + _LONGEST_OFFICES].partition("\n")[0].strip()
    words = re.findall(r"[^\W\d_][\w’'-]*", line)
    capitals = [word for word in words if word[0].isupper() or word in _SMALL_WORDS]
    return len(words) > 1 and capitals == words and judge(_LIST.split(line)[0]).role is Role.SPEAKER


def _next_line(text: str, start: int) -> str:
    return text[start : start + LONGEST].strip().partition("\n")[0]


def _without_byline(labels: list[Sighting], text: str) -> list[Sighting]:
    """Drop a last label that tells who wrote the article: ``记者：某某``."""
    if len(labels) > 1 and labels[-1].verdict.role is Role.REPORTER and _is_entry(labels[-1], text):
        return labels[:-1]
    return labels


def _with_speech(text: str, labels: Sequence[Sighting]) -> list[Sighting]:
    """Drop the lines of a list of people: names with no colon and no speech before the next."""
    ends = [*(label.start for label in labels), len(text)][1:]
    return [
        label
        for label, end in zip(labels, ends, strict=True)
        if label.candidate.form not in _NEED_SPEECH
        or text[label.candidate.body_start : end].strip()
    ]


def _asking_between(
    text: str, labels: Sequence[Sighting], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return names with a colon that ask, right before one who speaks again and again.

    So agencies stand where each asks once: ``AFP:``.
    """
    counts = Counter(_key(label.verdict.name) for label in labels)
    starts = [label.start for label in labels]
    found: dict[int, Sighting] = {}
    for s in sightings:
        place = bisect(starts, s.start)
        if place == len(labels) or not _is_named(s) or s.start in starts[place - 1 : place]:
            continue
        answering, before = labels[place].verdict, labels[max(0, place - 1)].verdict
        is_answered = answering.role is not Role.REPORTER and counts[_key(answering.name)] > 1
        is_name = _key(before.name) == _key(answering.name) or _is_named_here_only(text, s)
        if is_answered and is_name and _asks(text, s.start, starts[place]):
            found.setdefault(place, _as_asking(s))
    return list(found.values())


def _is_named(s: Sighting) -> bool:
    """Tell whether a name has a colon or a dash behind it, and no bullet in front."""
    return s.candidate.form in _NAMING and not s.candidate.listed


def _as_asking(s: Sighting) -> Sighting:
    return replace(s, verdict=replace(s.verdict, role=s.verdict.role or Role.REPORTER))


def _asks(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph that starts anew ends near a question mark."""
    above = text[max(0, start - 9) : start].rstrip(" \t\u3000")
    is_new = above.endswith("\n\n") or above.strip()[-1:] in f"{_SENTENCE_END})）"
    return is_new and bool(re.search("[?？]", text[max(start, end - LONGEST) : end]))


def _is_named_here_only(text: str, s: Sighting) -> bool:
    """Tell whether an English name, or a newspaper's, stands nowhere near but in its label.

    A topic stands in what is said of it, too.
    """
    name, start = s.verdict.name, s.start
    may_ask = name.isascii() or name[-1] in _OUTLET_ENDINGS
    return may_ask and text.count(name, max(0, start - _NEAR), start + _NEAR) == 1
