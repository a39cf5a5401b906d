"""A number with its growth, and the number that it has grown from, said in another sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise

from annotator.checks.adding import is_bound
from annotator.checks.changes import change_of, is_base, is_change
from annotator.checks.growth import check
from annotator.checks.levels import is_comparable
from annotator.checks.named_bases import named_bases
from annotator.checks.pairs import Pair
from annotator.checks.periods import SAID_YEAR, differ_in_period, periods_in
from annotator.checks.qualifiers import differ_in_qualifiers, is_hearsay
from annotator.checks.repeats import SURELY_SAME, different, may_differ
from annotator.checks.rounding import ZERO, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict, likeliest
from annotator.checks.then import UP_TO
from annotator.checks.words import HAN
from annotator.model.records import Passage

_BASE_IS = re.compile(
    r"(?:去年同期|上年同期|均值|平均值|平均水平|常年同期|[一二三四五六七八九十0-9]+年前|去年|上年|上一年|前一年|前年|同期"
    r"|(?:last|the previous|the prior) year"
    r"|\bback then|\bat (?:the|that) time|那个时候|那会儿"
    r"|(?:the )?year before|a year (?:ago|earlier)|this (?:point|time) last year"
    r"|(?:two|three|four|five|ten|[0-9]+) years (?:ago|earlier)"
    rf"|(?:那时|当时|当年|彼时|{SAID_YEAR})(?:[初底末]|全[省市县区国])?(?![^，。；]{{0,12}}[0-9])"
    r"|[“\"]?十[一二三四]五[”\"]?(?:期?[初末]|时期)?"
    r"|\b(?:in|at the (?:start|end|beginning) of|as of) (?:[A-Z][a-z]+(?: of)? ?)?20[0-9]{2},?)"
    r"(?:全年|, (?:when|it was|and))?[^，。；,.;0-9]{0,12}?"
    r"(?:是|为|只有|仅为?|才|有"
    r"|(?:it|that|there|we|the [a-z]+(?: [a-z]+)?) (?:was|were|had|stood at)|was|were)"
    r"\s*(?:only |just |about |around )?\Z"
    r"|(?:去年|上年)同期[^，。；0-9]{0,8}\Z"
    r"|(?:去年|上一?年度?|前一?年)\Z"
    r"|\bbefore that,?(?: (?:it was|we had))?\s+\Z",
    re.IGNORECASE,
)
_DID = re.compile(rf"[，,；;](?:去年|上年|前年)(?:(?![到至升降增减达是为])[{HAN}]){{1,6}}\Z")
_SINCE_LAST = re.compile(
    r"同比|去年|上年|year-on-year|last year|year before|year earlier|a year ago", re.IGNORECASE
)
_VERSUS = re.compile(r"\b(?:against|versus)\s+\Z", re.IGNORECASE)
_OF_YEAR = re.compile(rf"(?:{SAID_YEAR}|去年|上年|前年)(?:同期|全年)?的\Z")
_ADDED = re.compile(
    r"(?:新增|净增|增)了?[约近]?\Z|\badd(?:s|ed|ing)?\s+(?:about |another )?\Z", re.IGNORECASE
)
_SO_FAR = re.compile("[，,](?:累计|总[数量]|达到?|共有?|现有)+[^，。；0-9]{0,4}")
_FROM = re.compile(
    r"\b(?:up|down|rise|increase|drop|fall|decline|gain|higher|lower|more|less|fewer)\b"
    r"[^;.]{0,40}\b(?:from|than|over|on)\b[^;.0-9]{0,40}\Z"
    r"|\b(?:compare[sd]? (?:with|to)|against|versus)\s+\Z"
    r"|(?:[跟与和]|相较于?|对比)[^，。；]{0,12}\Z",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\s*(?:that|this|it|which)(?:[’']s| is)? "
    r"(?:compare[sd]? (?:with|to)|(?:up|down) from|against|versus) (?:about |just |only )?",
    re.IGNORECASE,
)
_SO = re.compile(
    r"\s*(?:so|that|this|it is|it[’']s|in other words|所以|也就是|即|这)", re.IGNORECASE
)
NEAR, CLAUSE, SAME_NOUN = 60, 24, 3
HEARD, FURTHER = 60, 4


def bases(scene: Scene) -> Iterator[Check]:
    """Yield growth held against a base in the next sentence, or anywhere else in the text."""
    for statement in scene.statements:
        if not statement.figure.low or statement.figure.value:
            continue
        yield from _as_base(scene, statement)
        yield from named_bases(scene, statement)
    yield from _far_apart(scene)
    yield from _rivals(scene)


def _as_base(scene: Scene, base: Statement) -> Iterator[Check]:
    """Yield growth from a number that is called the base, or that a sentence starts from."""
    before = scene.before(base, NEAR)
    if "底" in before or "末" in before:
        before = UP_TO.sub("", before)
    if _BASE_IS.search(before) or _DID.search(before):
        yield from _from_before(scene, base)
    elif not _levels_here(scene, base) or _is_taken_up(scene, base):
        yield from _taken_up(scene, base)


def _is_taken_up(scene: Scene, base: Statement) -> bool:
    """Say whether a sentence starts with what is held against a number: that compares with 90."""
    number = scene.sentence_of(base)
    return _COMPARES.fullmatch(scene.text[scene.start(number) : base.start]) is not None


def _rivals(scene: Scene) -> Iterator[Check]:
    """A, against B last year; and elsewhere: A, against C last year."""
    told: dict[tuple[str, str], list[Pair]] = {}
    for pair in _compared(scene):
        told.setdefault((pair.after.figure.unit, pair.after.figure.low), []).append(pair)
    for one, other in chain.from_iterable(map(pairwise, told.values())):
        differ = may_differ(one.before, other.before) and one.after is not other.after
        if differ and scene.have_same_noun(one.after, other.after, SAME_NOUN - 1):
            yield different(one.before, other.before, Verdict.CONFLICT, 0.7)


def _compared(scene: Scene) -> Iterator[Pair]:
    """Yield the numbers that one of a time before is told beside in the same sentence."""
    for base in scene.statements:
        if not _is_called_base(scene, base) or change_of(scene, base) is not None:
            continue
        number = scene.sentence_of(base)
        for level in _levels_before(scene, base, number)[-1:]:
            if scene.sentence_of(level) == number:
                yield Pair(base, level)


def _is_called_base(scene: Scene, base: Statement) -> bool:
    """Say whether the words in front of a number make it one to compare with: versus 90."""
    words = scene.before(base, NEAR)
    return bool(is_base(scene, base) or _BASE_IS.search(words) or _VERSUS.search(words))


def _from_before(scene: Scene, base: Statement) -> Iterator[Check]:
    """A, up R. Last year it was B; or: A. Last year it was B, so A is up R."""
    if is_base(scene, base):
        return
    behind = _told_behind(scene, base)
    levels = _nearest(base, _levels_before(scene, base, scene.sentence_of(base)))
    best = likeliest(c for level in levels for c in _led_to(scene, base, level, behind[:1]))
    yield from best
    if best and best[0].verdict is Verdict.CONSISTENT:
        known = [level for level in levels if level.passage in best[0].passages]
        for change in (s for s in behind[1:] if _as_step(scene, s)):
            yield from filter(None, (check(scene, Pair(base, level), change) for level in known))


def _told_behind(scene: Scene, base: Statement) -> list[Statement]:
    """Return the number that follows a base, and those of sentences that go on: so it is up R."""
    number = scene.sentence_of(base)
    behind = [s for s in scene.of_sentence[number] if s.start >= base.end][:1]
    for after in (number, number + 1):
        if len(behind) == after - number and _SO.match(scene.sentence(after + 1)):
            behind += scene.in_next_sentence(after)[:1]
    return behind


def _led_to(
    scene: Scene, base: Statement, level: Statement, behind: list[Statement]
) -> Iterator[Check]:
    """Yield what comes of a base, a level and each step that is told beside them."""
    changes = [*_added_before(scene, level), *_between(scene, level, base), *behind]
    steps = filter(None, (_as_step(scene, change) for change in changes))
    yield from filter(None, (check(scene, Pair(base, level), step) for step in steps))


def _added_before(scene: Scene, level: Statement) -> list[Statement]:
    """Return what is said to be added right in front of a level: 今年新增4.8万个，累计17.2万个."""
    before = [s for s in scene.near(level, CLAUSE) if s.end <= level.start][-1:]
    return [
        s
        for s in before
        if s.figure.unit == level.figure.unit
        and _ADDED.search(scene.before(s, CLAUSE))
        and _SO_FAR.fullmatch(scene.between(s, level))
    ]


def _as_step(scene: Scene, statement: Statement) -> Statement | None:
    """Return a figure as what led from a base to a level; 120% of a year is 1.2 times it."""
    if change_of(scene, statement) is not None or statement.figure.kind == "multiple":
        return statement
    before = scene.before(statement, CLAUSE)
    if statement.figure.kind == "percent" and _OF_YEAR.search(before):
        low, high = (
            str(Decimal(x or 0) / 100) for x in (statement.figure.low, statement.figure.high)
        )
        times = replace(statement.figure, kind="multiple", unit="times", low=low, high=high)
        return replace(statement, figure=times)
    return statement if _ADDED.search(before) else None


def _levels_here(scene: Scene, base: Statement) -> list[Statement]:
    """Return what else a base may be held against in its own sentence."""
    here = scene.of_sentence[scene.sentence_of(base)]
    known = [s for s in here if s is not base and is_comparable(scene, s, base)]
    return [s for s in known if not _as_step(scene, s)]


def _taken_up(scene: Scene, base: Statement) -> Iterator[Check]:
    """A. That is up R from B; or: A, and in the next sentence: compared with B, it fell by R."""
    if not (is_base(scene, base) or _FROM.search(scene.before(base, NEAR))):
        return
    number = scene.sentence_of(base)
    here = (s for s in scene.of_sentence[number] if s is not base)
    change = next((s for s in here if _as_step(scene, s)), None)
    if change is None:
        return
    levels = _in_sentence_before(scene, number)
    moved = [s for s in levels if _has_moved(scene, s, base, change)]
    found = [*filter(None, (check(scene, Pair(base, level), change) for level in moved))]
    yield from _right_or_only(found, _of_one_subject(scene, levels, base))


def _right_or_only(found: list[Check], named: list[Passage]) -> list[Check]:
    """Return the first check that holds, or else the only one of a level that is named."""
    right = [c for c in found if c.verdict is Verdict.CONSISTENT]
    told = [c for c in found if c.passages[1] in named] or found
    return right[:1] or (told if len(told) == 1 else [])


def _in_sentence_before(scene: Scene, number: int) -> list[Statement]:
    """Return the numbers of the sentence in front, if it is in the same paragraph."""
    near = scene.are_neighbours(number - 1, number)
    return scene.of_sentence.get(number - 1, []) if near else []


def _of_one_subject(scene: Scene, levels: list[Statement], base: Statement) -> list[Passage]:
    """Return where the levels stand that are told of what a base's clause starts with."""
    words = frozenset(scene.words_of(scene.subject(base).partition("|")[0]))
    return [s.passage for s in levels if words.intersection(scene.topic(s))]


def _has_moved(scene: Scene, level: Statement, base: Statement, change: Statement) -> bool:
    """Say whether a number may have come of a base, the way that a change is said to go."""
    if not _may_be_level(scene, level, base):
        return False
    told = change_of(scene, change)
    step = (value_of(level) or ZERO) - (value_of(base) or ZERO)
    return step != 0 and (told is None or told.sign * step >= 0)


def _nearest(base: Statement, levels: list[Statement]) -> list[Statement]:
    """Return numbers from the last to the first, those of another size than a base behind them."""
    number = value_of(base) or ZERO
    sizes = {id(s): abs((value_of(s) or ZERO).adjusted() - number.adjusted()) for s in levels}
    last_first = levels[::-1]
    return sorted(last_first, key=lambda s: sizes[id(s)])


def _between(scene: Scene, level: Statement, base: Statement) -> list[Statement]:
    near = dict.fromkeys([*scene.near(level), *scene.near(base)])
    return [s for s in near if level.end <= s.start and s.end <= base.start][:FURTHER]


def _levels_before(scene: Scene, base: Statement, number: int) -> list[Statement]:
    if _DID.search(scene.before(base, NEAR)):
        return [s for s in scene.of_sentence[number] if _may_be_level(scene, s, base)]
    back = [s for n in range(number - FURTHER, number - 1) for s in scene.of_sentence.get(n, [])]
    named = [s for s in back if scene.have_same_noun(s, base, SAME_NOUN + 1)]
    known = [*named, *_in_sentence_before(scene, number), *scene.of_sentence[number]]
    return [s for s in known if _may_be_level(scene, s, base)]


def _may_be_level(scene: Scene, statement: Statement, base: Statement) -> bool:
    """Say whether a number in front of a base may be what has come of it."""
    if statement.end > base.start or not is_comparable(scene, statement, base):
        return False
    return change_of(scene, statement) is None


def _far_apart(scene: Scene) -> Iterator[Check]:
    """A, up R on last year; and elsewhere: last year, B."""
    grown: dict[int, list[Statement]] = {}
    for level, change in _grown(scene):
        grown.setdefault(level.start, []).append(change)
    for base in scene.statements if grown else ():
        if not _is_of_last_year(scene, base):
            continue
        alike = scene.naming(scene.subject(base), base)
        for level in (s for s in alike if s.start in grown and _is_of(scene, base, s)):
            checks = (check(scene, Pair(base, level), change) for change in grown[level.start])
            yield from filter(None, checks)


def _is_of_last_year(scene: Scene, base: Statement) -> bool:
    """Say whether a number is told as that of a year before, and not as others claim it."""
    is_past = "last" in periods_in(scene.dated_clause(base)).get("relative", ())
    if not is_past or not base.figure.low or change_of(scene, base) is not None:
        return False
    return not is_bound(base) and not is_hearsay(scene.before(base, HEARD))


def _grown(scene: Scene) -> Iterator[tuple[Statement, Statement]]:
    """Yield numbers with the growth on the year before that is said of them."""
    for change in scene.statements:
        if not is_change(scene, change) or not _SINCE_LAST.search(scene.before(change, CLAUSE)):
            continue
        for level in reversed(scene.near(change, NEAR)):
            if level.end > change.start or level.figure.value:
                continue
            if change_of(scene, level) is not None:
                break
            yield level, change


def _is_of(scene: Scene, base: Statement, level: Statement) -> bool:
    """Say whether a number of last year is of the same thing as another one of this year."""
    if scene.sentence_of(base) == scene.sentence_of(level) or not value_of(base):
        return False
    if not is_comparable(scene, base, level) or not scene.have_same_noun(base, level):
        return False
    subjects = scene.subject(base), scene.subject(level)
    if differ_in_qualifiers(*subjects) or scene.sameness(base, level) < SURELY_SAME:
        return False
    return differ_in_period(scene.dated_clause(base), scene.dated_clause(level)) or not periods_in(
        scene.dated_clause(level)
    )
