"""The labels of a transcript: what its evidence bears out, without lists of people and bylines."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import filterfalse

from annotator.model.kinds import Role
from annotator.reading.captions import SENTENCE_END, next_line
from annotator.reading.evidence import Evidence
from annotator.reading.label_forms import HAN, LONGEST
from annotator.reading.names import Likeness
from annotator.reading.no_labels import are_none, may_be_item
from annotator.reading.outside import (
    fields_and_headings,
    is_dateline,
    is_entry,
    is_never_label,
    is_open_line,
    key_of,
    stands_above_speech,
)
from annotator.reading.sighting import Sighting, by_name, names_of, starts_of
from annotator.reading.surroundings import GREETS_IN_ENGLISH
from annotator.reading.words import any_of

_LINE = re.compile(r"(?m)^[^\S\n]*(\S)")
_ITEM = re.compile(
    r"(?:[-*•][ ])?(?:[\w’'-]{1,20} ){0,3}[\w/’'-]{1,20}[:：][^\S\n]*[^\n?？]{1,300}$", re.MULTILINE
)
"""A line of a list: a word or a few, a colon and what there is to say."""
_BULLETED = re.compile(r"[-*•][ ][^\n:：.]{1,60}[:：][^\S\n]*\S")
"""The same behind a bullet, of any length."""
_SENTENCE = re.compile("[。！？!?…]")
_QUESTION = re.compile(r"[?？](?!\w+=)")
"""A question mark, not the one of an address: ``/watch?v=``."""
_GREETING = re.compile(any_of("chinese", "greetings"))
_TELLING = frozenset({Role.REPORTER, Role.MODERATOR})
_NEAR = 3000
_LONGEST_TITLE = 60
_FEW = 2
_OUTLET_ENDINGS = "报報社台臺网網刊视視"
_NAMING = frozenset({"colon", "dash"})
_MARKED = frozenset({"colon", "asking", "bracket", "letter", "stop", "bold", "timed"})
_NEED_SPEECH = frozenset(
    {"named letter", "indexed", "dashed", "piped", "timed", "plain", "heading", "bracket", "bold"}
)


def accepted(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the sightings that are labels, in order."""
    kept, outside = _judged(text, sightings)
    open_ones = [s for s in sightings if s.start not in outside]
    if not kept and outside:
        kept, _ = _judged(text, _without_listed(text, sightings, outside))
    kept = sorted(kept + _alone_again(text, kept, open_ones), key=lambda s: s.start)
    return sorted(kept + _asking_between(text, kept, open_ones), key=lambda s: s.start)


def _alone_again(
    text: str, labels: Sequence[Sighting], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return the lines that are a sure label which elsewhere has a colon, above sentences.

    So a page sets the chair apart that is also cited with a colon: ``• 主席``.
    """
    sure = [s.verdict for s in labels if s.candidate.form == "colon"]
    names = {v.name for v in sure if v.likeness is Likeness.SURE and v.role is not None}
    starts = starts_of(labels)
    lines = [
        s
        for s in sightings
        if s.candidate.form == "plain" and s.verdict.name in names and s.start not in starts
        if _SENTENCE.search(next_line(text, s.candidate.body_start))
    ]
    counts = by_name(lines)
    return [s for s in lines if counts[s.verdict.name] > 1]


def _without_listed(text: str, sightings: Sequence[Sighting], outside: set[int]) -> list[Sighting]:
    """Drop what stands outside all speech, and the people whom it lists on the lines below."""
    kept: list[Sighting] = []
    end = -1
    for s in sightings:
        is_line = s.candidate.form == "plain" and s.verdict.affiliation is not None
        is_below = is_line and end >= 0 and not text[end : s.start].strip()
        if s.start in outside or is_below:
            end = s.candidate.body_start
        else:
            kept.append(s)
            end = -1
    return kept


def _judged(text: str, sightings: Sequence[Sighting]) -> tuple[list[Sighting], set[int]]:
    """Return the sightings that are labels, and where those are that stand outside all speech."""
    evidence = Evidence(text, sightings)
    known = set(map(key_of, names_of(sightings)))
    starts = {s.start for s in sightings if s.candidate.form in _MARKED}
    kept: list[Sighting] = []
    outside: set[int] = fields_and_headings(text, sightings)
    end = -1
    for s in filterfalse(lambda s: s.start in outside, sightings):
        is_above = not kept and (
            is_dateline(s, is_single=evidence.is_single(s))
            or stands_above_speech(s, text, known, starts)
            or (end >= 0 and _goes_on_list(s, text, end))
        )
        if is_above or is_never_label(s, text):
            outside.add(s.start)
            end = s.candidate.body_start + len(s.candidate.rest)
        elif evidence.bears_out(s):
            kept.append(s)
    kept = _without_headings(_without_items(text, kept, evidence), text)
    kept = _without_byline(_without_title(_with_speech(text, kept), text), text)
    return [] if are_none(kept, text) else kept, outside


def _is_person(label: Sighting, evidence: Evidence) -> bool:
    """Say whether a name is introduced elsewhere, or what it says greets somebody."""
    greets = GREETS_IN_ENGLISH.match(label.candidate.rest) is not None
    return greets or evidence.is_introduced(label.verdict.name)


def _may_be_item(text: str, label: Sighting, line: int) -> bool:
    """Say whether a label is the first word of a line that may be a list's."""
    before = text[max(line, label.start - LONGEST) : label.start]
    if re.search(r"\w\W*\s", before):
        return False
    return may_be_item(label) or _BULLETED.match(text, line) is not None


def _without_items(text: str, labels: Sequence[Sighting], evidence: Evidence) -> list[Sighting]:
    """Drop names that come once among lines of a list: ``Navy: 257 billion``."""
    counts = Counter(key_of(label.verdict.name) for label in labels)
    starts = starts_of(labels)
    lines = [line.start(1) for line in _LINE.finditer(text)]
    items = [at not in starts and _is_item(text, at) for at in lines]
    kept = []
    bulleted = _in_bulleted_lists(text, lines, starts)
    for label in labels:
        if label.start in bulleted:
            continue
        place = bisect(lines, label.start) - 1
        is_known = counts[key_of(label.verdict.name)] > 1 or _is_person(label, evidence)
        if not is_known and _is_among(items, place) and _may_be_item(text, label, lines[place]):
            items[place] = _is_item(text, lines[place])
        else:
            kept.append(label)
    return kept


def _in_bulleted_lists(text: str, lines: Sequence[int], starts: Collection[int]) -> set[int]:
    """Return the starts that stand in lists of bullets where each says something once.

    None of them asks.
    """
    found: set[int] = set()
    run: list[tuple[int, str]] = []
    for at in [*lines, len(text)]:
        item = _BULLETED.match(text, at)
        if item:
            run.append((at, item[0]))
            continue
        names = {told.partition("：")[0].partition(":")[0] for _, told in run}
        is_list = len(run) > _FEW and len(names) == len(run)
        if is_list and not re.search("[?？]", text[run[0][0] : at]):
            found.update(start for start, _ in run if start in starts)
        run = []
    return found


def _is_item(text: str, start: int) -> bool:
    """Tell whether what stands at a line's first word may be a line of a list."""
    return bool(_ITEM.match(text, start) or _BULLETED.match(text, start))


def _is_among(items: list[bool], place: int) -> bool:
    """Tell whether a line stands between items of a list, or next to two of them."""
    above, below = items[max(0, place - 2) : place], items[place + 1 : place + 3]
    return above[-1:] + below[:1] == [True, True] or [True, True] in (above, below)


def _goes_on_list(s: Sighting, text: str, end: int) -> bool:
    """Tell whether a line right below one that lists people names another, with no speech."""
    is_open = s.verdict.role not in {Role.REPORTER, Role.MODERATOR} and is_open_line(s, text)
    return is_open and text[end : s.start].strip(" \t\u3000") == "\n"


def _without_headings(labels: Sequence[Sighting], text: str) -> list[Sighting]:
    """Drop lines that say in short what the same speaker says on the next: ``王芳：要留下来``."""
    return [
        label
        for label, after in zip(labels, [*labels[1:], None], strict=False)
        if after is None
        or after.verdict.name != label.verdict.name
        or label.verdict.name.isascii()
        or not is_open_line(label, text)
        or is_open_line(after, text)
        or text[label.start : after.start].strip().count("\n") > 0
    ]


def _without_title(labels: list[Sighting], text: str) -> list[Sighting]:
    """Drop the title of a text that tells in short what somebody says further below.

    No sentence stands above such a title, but the words of a page may. It has no full stop, where
    the first speech has one, and greets nobody: ``局长：船要复航`` above a blank line and
    ``问：何时？``.
    """
    if len(labels) < _FEW or _SENTENCE.search(text, 0, labels[0].start):
        return labels
    first, after = labels[:_FEW]
    said = text[first.candidate.body_start : after.start]
    is_title = first.candidate.form == "colon" and first.verdict.role not in _TELLING
    is_short = len(said) <= _LONGEST_TITLE and said.strip().count("\n") == 0 < said.count("\n\n")
    is_open = is_open_line(first, text) or first.candidate.rest.rstrip()[-1:] in {"!", "！"}
    is_open = is_open and not is_open_line(after, text)
    is_chinese = not first.verdict.name.isascii() and not _GREETING.search(said)
    return labels[1:] if is_title and is_short and is_open and is_chinese else labels


def _without_byline(labels: list[Sighting], text: str) -> list[Sighting]:
    """Drop a last label that tells who wrote the article: ``记者：某某``."""
    if len(labels) > 1 and labels[-1].verdict.role is Role.REPORTER and is_entry(labels[-1], text):
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


def _named_beside(
    text: str, labels: Sequence[Sighting], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return what names somebody with a colon and is no label yet."""
    starts = starts_of(labels)
    others = [s for s in sightings if s.start not in starts]
    are_numbered = sum(s.candidate.listed and text[s.start].isdigit() for s in others) > 1
    are_listed = are_numbered or sum(label.candidate.listed for label in labels) > 1
    return [s for s in others if _is_named(s, listed=are_listed)]


def _asking_between(
    text: str, labels: Sequence[Sighting], sightings: Sequence[Sighting]
) -> list[Sighting]:
    """Return names with a colon that ask, right before one who speaks again and again.

    So agencies stand where each asks once: ``AFP:``.
    """
    starts = [label.start for label in labels]
    names = [key_of(label.verdict.name) for label in labels]
    counts = Counter(names)
    found: dict[int, Sighting] = {}
    for s in _named_beside(text, labels, sightings):
        place = bisect(starts, s.start)
        if place == len(labels) or not _asks(text, s.start, starts[place]):
            continue
        is_answered = labels[place].verdict.role is not Role.REPORTER and counts[names[place]] > 1
        is_same = names[place] == names[max(0, place - 1)]
        if is_answered and (is_same or _is_named_here_only(text, s)):
            found.setdefault(place, _as_asking(s))
    return list(found.values()) + _asking_elsewhere(text, labels, sightings, found.values())


def _asking_elsewhere(
    text: str,
    labels: Sequence[Sighting],
    sightings: Sequence[Sighting],
    asking: Collection[Sighting],
) -> list[Sighting]:
    """Return the other labels of those who ask again and again, where they ask nothing."""
    counts = by_name(asking)
    known = starts_of([*labels, *asking])
    others = [s for s in _named_beside(text, labels, sightings) if s.start not in known]
    return [_as_asking(s) for s in others if counts[s.verdict.name] > 1]


def _is_named(s: Sighting, *, listed: bool) -> bool:
    """Tell whether a name has a colon or a dash behind, and a bullet only where labels have.

    An outlet may have brackets instead.
    """
    is_outlet = s.candidate.form == "bracket" and s.verdict.role is Role.REPORTER
    return (is_outlet or s.candidate.form in _NAMING) and (listed or not s.candidate.listed)


def _as_asking(s: Sighting) -> Sighting:
    return replace(s, verdict=replace(s.verdict, role=s.verdict.role or Role.REPORTER))


def _asks(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph that starts anew ends near a question mark."""
    above = text[max(0, start - 9) : start].rstrip(" \t\u3000")
    is_new = above.endswith("\n\n") or above.strip()[-1:] in f"{SENTENCE_END})）"
    is_new = is_new or text[start].isdigit()
    return is_new and bool(_QUESTION.search(text, max(start, end - LONGEST), end))


def _is_named_here_only(text: str, s: Sighting) -> bool:
    """Tell whether an English name, or a newspaper's, stands nowhere near but in its label.

    A topic stands in what is said of it, too.
    """
    name, start = s.verdict.name, s.start
    may_ask = not re.search(f"[{HAN}]", name) or name[-1] in _OUTLET_ENDINGS
    return may_ask and text.count(name, max(0, start - _NEAR), start + _NEAR) == 1
