"""What one of a count costs, by the word that names it: 40 buses; each bus costs $0.8 million."""

import re
from collections.abc import Iterable, Iterator

from annotator.checks.addition import may_be_part
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.words import HAN, STOP, stem
from annotator.model.script import simplified

_NUMBER = re.compile(r"[0-9０-９.,，．多余几十百千万亿兆零〇一二两三四五六七八九约近超]+")
_WORD = re.compile(r"[A-Za-z]{3,}")
_FOR_EACH = re.compile(
    r"\b(?:an?|(?:[a-z]+ ){0,2}(?:per|each|every))\s+(?P<one>[a-z]{2,})\b", re.IGNORECASE
)
_EACH_OF = re.compile(r"\beach (?P<one>[a-z]{2,})\b[^.;0-9]{0,30}\Z", re.IGNORECASE)
_IN_ALL = re.compile(
    r"(?:总|共|合计|一起|全部)[^，。；0-9]{0,8}\Z"
    r"|\b(?:total|altogether|all|so that[’']s|so it[’']s|comes to|works out)\b[^.;0-9]{0,30}\Z",
    re.IGNORECASE,
)
_IN_ALL_BEHIND = re.compile(r"\s+(?:in (?:all|total)|altogether|all told)\b", re.IGNORECASE)
_PER = re.compile(r"\bper (?P<one>[a-z]+)\b[^.;,0-9]{0,30}\Z", re.IGNORECASE)
_MEAN = re.compile(
    rf"[人户亩校家]均(?P<noun>[{HAN}]{{2,6}}?)(?:(?:我们|算|大约|[，约是为达在])[^。；0-9]*)?\Z"
)
_ONE_OF = r"(?:每一?个?|单|(?:\A|[，,、；;])一个?){}|{}均"
_FOR_NOUN = re.compile(rf"每一?[位名个家户间辆所支座条]?(?P<noun>[{HAN}]{{2,10}})\Z")
_PERSON = re.compile("(?:[乘旅游]客|学生|市民|[居村]民|[员职]工|患者|病人|观众)")
_ON_AVERAGE = re.compile(
    r"(?:平均|均)[^，。；0-9]{0,12}\Z|每[^，。；0-9]{1,8}平均[^，。；0-9]{0,8}\Z"
    r"|\bon average[^.;0-9]{0,30}\Z|\baverage(?:s|d)?\b[^.;0-9]{0,24}\Z",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(
    r"\s+(?:[a-z]+ )?(?:per|(?:for|to|in|at) (?:each|every)) [a-z]{3,}", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of (?:them|those|these)\b", re.IGNORECASE)
_TIMES = frozenset({"day", "night", "week", "month", "year", "hour", "time"})
_OF_PEOPLE = frozenset("人名位")
BACK, REACH, MOST, FURTHER, PAIR = 3, 40, 6, 8, 2


def is_named(scene: Scene, count: Statement, each: Statement) -> bool:
    """Say whether an amount is told for each of what a figure counts: 32公里, 每公里9.6亿元."""
    before = _own_words(scene, each)
    if _is_for_unit(count, before) or _is_for_noun(scene, count, before):
        return True
    found = [
        _EACH_OF.search(before),
        _PER.search(before),
        _FOR_EACH.match(scene.after(each, REACH).lstrip()),
    ]
    words = {match["one"].lower() for match in found if match}
    ones = {stem(word) for word in words - STOP - _TIMES}
    told = scene.words_beside(count) | {stem(word) for word in _WORD.findall(count.text)}
    return any(word.startswith(one) for one in ones for word in told)


def _is_for_unit(count: Statement, words: str) -> bool:
    """Say whether words for each name the unit of a count: 32公里, 每公里; 40名, 人均."""
    unit = _NUMBER.sub("", simplified(count.text))
    unit = unit.removesuffix("次") or unit
    one = f"[{''.join(sorted(_OF_PEOPLE))}]" if unit in _OF_PEOPLE else re.escape(unit)
    return bool(unit) and re.search(_ONE_OF.format(one, _head(unit)), words) is not None


def _is_for_noun(scene: Scene, count: Statement, words: str) -> bool:
    """Say whether words for each name the noun right behind a count: 108万教师, 每位教师.

    Those who travel or study are people, whatever the count calls them: 63万人次, 每名乘客.
    """
    found = _FOR_NOUN.search(words)
    if found is None:
        return False
    noun = scene.after(count)[:PAIR]
    is_person = count.figure.unit in {"person", "person-time"} and _PERSON.match(found["noun"])
    return bool(is_person) or (len(noun) == PAIR and found["noun"].startswith(noun))


def _own_words(scene: Scene, each: Statement) -> str:
    """Return the words in front of an amount, from the last one of its unit on."""
    before = scene.before(each, REACH)
    start = each.start - len(before)
    like = (s for s in scene.within(start, each.start) if s.figure.unit == each.figure.unit)
    return before[max((s.end - start for s in like if s.end <= each.start), default=0) :]


def _head(unit: str) -> str:
    """Return the unit as words for an average have it: 人均 is of 人, 名 and 位."""
    return "人" if unit in _OF_PEOPLE else re.escape(unit)


def is_mean(scene: Scene, each: Statement) -> bool:
    """Say whether a number is called the mean of those that it is told for: 人均结案298件."""
    return _MEAN.search(scene.before(each, REACH)) is not None


def told_per_head(scene: Scene, each: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield the counts and amounts in front of what an amount is called for each of: 人均收入."""
    is_for_one = _FOR_EACH.match(scene.after(each, REACH).lstrip()) is not None
    if not (is_for_one or is_mean(scene, each) or _PER.search(scene.before(each, REACH))):
        return
    number = scene.sentence_of(each)
    back = _told_from(scene, range(number - FURTHER, number + 1))
    known = [s for s in back if s.end <= each.start]
    counts = [s for s in known if is_named(scene, s, each)][-PAIR:]
    counts += [s for s in scene.in_next_sentence(number)[:1] if is_named(scene, s, each)]
    amounts = [s for s in known if s.figure.unit == each.figure.unit][-MOST:]
    called = [s for s in amounts if _is_of(scene, s, each)]
    yield from ((count, amount) for amount in reversed(called) for count in reversed(counts))


def _told_from(scene: Scene, numbers: Iterable[int]) -> list[Statement]:
    """Return the numbers that some sentences tell."""
    return [s for n in numbers for s in scene.of_sentence.get(n, [])]


def _is_of(scene: Scene, amount: Statement, each: Statement) -> bool:
    """Say whether an amount is called what one is told for each of; in English it may be any."""
    named = _MEAN.search(scene.before(each, REACH))
    if named is None or named["noun"][-PAIR:] in scene.subject(amount):
        return True
    is_count = amount.figure.kind == "cardinal"
    ends = set(named["noun"][-PAIR:]), set(scene.noun_before(amount)[-PAIR:])
    return is_count and not ends[0].isdisjoint(ends[1])


def told_for_each(scene: Scene, each: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield what an amount for each is told of, and all of it: the counts in front, and a total."""
    number = scene.sentence_of(each)
    back = [n for n in range(number - BACK, number) if scene.are_in_one_paragraph(n, number)]
    near = _told_from(scene, [*back, number])
    counts = [s for s in near if s.end <= each.start and is_named(scene, s, each)][-MOST:]
    behind = [s for s in scene.of_sentence[number] if s.start >= each.end]
    told = [*behind, *scene.in_next_sentence(number)]
    like = (s for s in told if may_be_part(each, s))
    total = next((s for s in like if _is_total(scene, s)), None)
    if total is not None:
        yield from ((count, total) for count in reversed(counts))


def told_of_them(scene: Scene, each: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield the counts in the sentence of so many of them for each, and all of them: 96; each 8."""
    named = _EACH_OF.search(scene.before(each, REACH))
    if named is None or not _OF_THEM.match(scene.after(each, REACH)):
        return
    counts = [s for s in scene.near(each) if s is not each and is_named(scene, s, each)]
    known = [s for s in scene.told_before(each, 1) if s.figure.kind == each.figure.kind]
    totals = [s for s in known if s not in counts][-1:]
    yield from ((count, total) for count in counts for total in totals)


def told_in_all(scene: Scene, each: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield the counts of what so many are told for each of, and how many that makes: six each."""
    if _FOR_ONE.match(scene.after(each, REACH)):
        yield from (p for p in told_for_each(scene, each) if p[0].figure.kind == each.figure.kind)


def told_on_average(scene: Scene, each: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield the counts in front of what an average is of, with what all of them may have."""
    if not _ON_AVERAGE.search(scene.before(each, REACH)):
        return
    known = [s for s in scene.told_before(each, 1) if s.figure.low]
    counts = [s for s in known if is_named(scene, s, each)]
    amounts = [s for s in known if s not in counts and s.figure.kind == each.figure.kind]
    yield from ((count, amount) for amount in reversed(amounts[-PAIR:]) for count in counts[-1:])


def _is_total(scene: Scene, amount: Statement) -> bool:
    is_called = _IN_ALL.search(scene.before(amount, REACH))
    return bool(is_called or _IN_ALL_BEHIND.match(scene.after(amount, REACH)))
