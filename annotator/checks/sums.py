"""Parts and their total: figures of one passage that should add up."""

import re
from collections.abc import Iterator, Sequence

from annotator.checks.adding import added
from annotator.checks.addition import (
    GLUE,
    LINKED,
    OF_THEM,
    SUM_OF_IT,
    WHO_PAYS,
    added_up,
    are_bare,
    are_counted_off,
    are_named_alike,
    are_the_ones,
    continues,
    is_closed,
    is_made,
    is_mark,
    is_one_of,
    is_rate,
    is_total,
    lead,
    may_be,
    may_be_part,
    nearly_make,
)
from annotator.checks.amounts import amount, sum_of
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.misread import are_misread
from annotator.checks.periods import SAID_YEAR, carried
from annotator.checks.qualifiers import are_halves, names_in
from annotator.checks.rounding import is_rounded_from, significant_digits
from annotator.checks.scattered import halves, leads_into, sentence_by_sentence
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement
from annotator.checks.words import HAN, TOGETHER, bullets

_LISTS = re.compile(
    rf"其中|(?<![{HAN}])当中|包括|分别"
    r"|[分按从][^，。；]{1,6}[看分说讲][，,]|(?:reasons|causes) (?:were|are)\b"
    r"|由|：|:|—|\b(?:with)?in (?:that|this)\b|of (?:that|which|these|those|them|the total|the)\b"
    r"|consist|compris|made up|broken down|includ|split|divided"
    rf"|{WHO_PAYS}|负担|承担|出资|\b(?:pa(?:id|y(?:s|ing)?)|contribut\w*|puts? in)\b"
    r"|[.;] (?:so )?(?:that[’']s|that is|those are|they are|they[’']re) \Z"
    r"|\b(?:it|them|this) with\b|\bcom(?:es?|ing) from\b|\bgo(?:es|ing)? to\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:ages?|aged)(?: of)?(?: [0-9]+ (?:and|to))?\s+\Z", re.IGNORECASE)
_TOGETHER = re.compile(
    rf"(?:{TOGETHER}|合计)[^，。；0-9]{{0,6}}\Z"
    r"|\b(?:combined|together|between them)\b[^,.;]*\Z",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"(?:\A\s*|[.;:,]\s+)(?:out )?of (?:the|our|those|these|all)\s+\Z", re.IGNORECASE
)
_OF_THEN = re.compile(
    rf"(?:去年|上年|前年|上个?月|昨[天日]|{SAID_YEAR})[^，。；0-9]{{0,8}}\Z"
    r"|\b(?:in|for) (?:19|20)[0-9]{2},? [^,.;0-9]{0,20}\Z"
    r"|\b(?:last|the (?:previous|prior)) (?:year|month|week) [^,.;0-9]{0,20}\Z",
    re.IGNORECASE,
)
_FOR_SO_MANY = re.compile(rf"[{HAN}]{{1,5}}(?:合计|一?共|总共|加起来)[有是为]?[0-9]")
_OTHERS = re.compile("其[他它余]|别的")
_OF_ANOTHER = re.compile(r"\s+(?:of|from) (?:that|this|it|them|those|which)\b", re.IGNORECASE)
_COLON = re.compile(r"(?:[^.;0-9]|\b(?:19|20)[0-9]{2}\b){0,60}[:—]\s*")
_WITHIN = re.compile(rf"[{HAN}]{{0,8}}(?:里面?|当中|之中|中)[,，]")
_VERB = re.compile(r"\s+(?:are|were|is|was|have|has|had|came|come|went|live|work)(?: [a-z]+)?\b")
_SO_FAR = re.compile("以来|[共总计]|\\b(?:since|total|all)\\b", re.IGNORECASE)
MOST, PAIR = 40, 2
"""So many figures in front of or behind a total may be its parts."""


def sums(scene: Scene) -> Iterator[Check]:
    """Yield totals with their parts."""
    for number in scene.of_sentence:
        yield from _total_first(scene, number)
        yield from _bulleted(scene, number)
        yield from halves(scene, number)
        yield from sentence_by_sentence(scene, number)


def _of_one_unit(statements: Sequence[Statement], like: Statement) -> list[Statement]:
    """Return the figures that may be added to make one, of its very unit if some are."""
    known = [s for s in statements if s.figure.low and may_be_part(s, like)]
    same = [s for s in known if s.figure.unit == like.figure.unit]
    return same if len(same) > 1 else known


def _total_first(scene: Scene, number: int) -> Iterator[Check]:
    """T, of which A, B and C; the parts stand behind it, up to the end of the next sentence."""
    end = 0
    for at, total in enumerate(scene.of_sentence[number]):
        if total.start < end or not is_total(total) or is_mark(scene, total):
            continue
        lists = (_taken(scene, told, total) for told in _told_behind(scene, number, at))
        parts = next((some for some in lists if _are_listed(scene, total, some)), None)
        if parts:
            others = _told_around(scene, number, at, parts[0])
            yield added_up(scene, _fitting(scene, total, others, parts), parts)
            end = parts[-1].end


def _told_behind(scene: Scene, number: int, at: int) -> Iterator[list[Statement]]:
    """Yield what is told behind a figure of a sentence; then, behind its last one, in the next.

    So it is behind any figure if the next sentence starts with words that part it.
    """
    here = scene.of_sentence[number]
    yield [*here[at + 1 :], *scene.after_semicolons(number)][:MOST]
    if at == len(here) - 1 or leads_into(scene, number + 1):
        yield [*scene.in_next_sentence(number), *scene.after_semicolons(number + 1)][:MOST]


def _told_around(scene: Scene, number: int, at: int, first: Statement) -> list[Statement]:
    """Return what stands in front of a figure of a sentence, or between it and its first part."""
    here = scene.of_sentence[number]
    near = scene.are_neighbours(number - 1, number)
    before = scene.of_sentence.get(number - 1, [])[-MOST:] if near else []
    between = [s for s in here[at + 1 :] if s.end <= first.start]
    return [*before, *here[:at], *between]


def _taken(scene: Scene, parts: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the parts of a total's unit; any counts of a bare one if told at once: 90: 50 men."""
    taken = _run_of_parts(scene, _of_one_unit(parts, total), total)
    is_open = total.figure.unit in {"", "item", "person"} and total.figure.kind == "cardinal"
    known = [s for s in parts if s.figure.low and s.figure.kind == total.figure.kind]
    if not is_open or not known or not _COLON.fullmatch(scene.between(total, known[0])):
        return taken
    return _run_of_parts(scene, known, total)


def _are_listed(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether words lead from a total to its parts, or close the list of them."""
    if len(parts) <= 1 or _is_of_another_time(scene, total, parts):
        return False
    is_near = scene.sentence_of(total) == scene.sentence_of(parts[0])
    is_told = OF_THEM.match(scene.after(parts[0])) is not None
    if is_told or (is_near and _are_here(scene, total, parts)):
        return True
    if _LISTS.search(lead(scene, total, parts[0])) or are_bare(scene, total, parts):
        return True
    if len(parts) >= LINKED:
        return _are_some(scene, total, parts)
    return not is_near and _are_next_pair(scene, total, parts)


def _are_next_pair(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether two numbers of the next sentence are all, by a rest or by one verb of both."""
    is_all = is_closed(scene, parts) and are_misread(total, parts)
    return is_all or _are_of_one_verb(scene, total, parts)


def _are_of_one_verb(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether two bare numbers of the next sentence do one thing: eight are in, nine are in."""
    start = scene.sentences[scene.sentence_of(parts[0])][0]
    is_at_start = not scene.text[start : parts[0].start].strip()
    verbs = [_VERB.match(scene.after(part)) for part in parts]
    told = {verb.group().lower() for verb in verbs if verb}
    return is_at_start and len(told) == 1 and all(verbs) and sum_of(parts) > amount(total) / 2


def _is_of_another_time(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether a total is told of a year that is not the one of a part: 前年16亿，去年9亿."""
    words = scene.before(total, GLUE)
    own = "" if _SO_FAR.search(words) else carried(words, "")
    told = [carried(scene.text[total.end : part.start], "") for part in parts]
    return bool(own) and any(year not in ("", own) for year in told)


def _are_all_of_it(scene: Scene, total: Statement) -> bool:
    """Say whether words beside a total tell that what follows are its parts."""
    is_of_it = _OF_IT.search(scene.before(total)) or _WITHIN.match(scene.after(total))
    return bool(is_of_it or _TOGETHER.search(scene.before(total, GLUE)))


def _are_here(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether parts in a total's sentence are said to be all of it, or are told as its kinds.

    Two numbers in the same words are, where only a slip keeps them from making the total.
    """
    is_further = len(parts) > PAIR and ";；".count(scene.between(*parts[1:3])[:1])
    kinds = parts[:PAIR] if is_further else parts
    are_all = (
        _are_all_of_it(scene, total)
        or _are_two_kinds(scene, kinds)
        or (are_named_alike(scene, total, parts) and are_misread(total, parts))
        or are_the_ones(scene, total, parts)
        or _are_next(scene, total, parts)
    )
    return are_all and not is_one_of(scene, total, kinds)


def _are_next(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether two numbers follow one of their unit at once, and make it but for a slip.

    A round number is too often near what two others of a list make: 120 schools, 45 and 70.
    """
    if significant_digits(amount(total)) < LINKED:
        return False
    told = scene.within(total.start, parts[-1].end)
    is_pair = len(parts) == PAIR and len(told) == LINKED
    are_alike = len({s.figure.unit for s in parts}) == 1
    return is_pair and are_alike and nearly_make(total, parts)


def _are_two_kinds(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether two numbers are of halves of one whole; the rest of one place only is none."""
    words = [scene.subject(part) for part in parts]
    return are_halves(*words) and len({bool(names_in(x)) for x in words}) == 1


def _are_some(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether three numbers and more look like the parts of one in front of them."""
    if are_counted_off(scene, total, parts) and are_misread(total, parts):
        return True
    is_near = scene.sentence_of(total) == scene.sentence_of(parts[0])
    return is_closed(scene, parts) or (is_near and is_made(total, parts))


def _fitting(
    scene: Scene, total: Statement, before: list[Statement], parts: list[Statement]
) -> Statement:
    """Return the total that the parts make exactly, or else the one that is nearest to it."""
    known = [s for s in (total, *reversed(before)) if _may_be_total(scene, s, parts)]
    made = added(parts)
    exactly = next((s for s in known if may_be(s, made) and not _is_rough(s, total)), None)
    if exactly is not None:
        return exactly
    value = sum_of(parts)
    if not _is_start(scene, total) and value * 2 >= amount(total):
        return total
    largest = max(map(amount, parts))
    others = [s for s in known if amount(s) > largest and not _is_start(scene, s)]
    return min(others, key=lambda s: abs(amount(s) - value), default=total)


def _is_rough(statement: Statement, total: Statement) -> bool:
    """Say whether a number is a total told a second time with fewer digits: 8.5万 for 84,973."""
    return statement is not total and is_rounded_from(statement, total)


def _may_be_total(scene: Scene, statement: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether a number may be the total of all parts, and is no mark that is passed."""
    is_like = is_total(statement) and all(may_be_part(part, statement) for part in parts)
    return is_like and not is_mark(scene, statement)


def _is_start(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is what something is held against, or has changed from."""
    return is_base(scene, statement) or is_source(scene, statement)


def _bulleted(scene: Scene, number: int) -> Iterator[Check]:
    """T: and a line for each part, which starts with a bullet or a number."""
    total = scene.of_sentence[number][-1]
    if not is_total(total) or not _leads_on(scene, total):
        return
    parts: list[Statement] = []
    for start, end in bullets(scene.text, scene.sentences[number][1]):
        here = [s for s in scene.within(start, end) if s.start >= start]
        parts += _of_one_unit(here, total)[:1]
    if len(parts) > 1 and all(amount(part) < amount(total) for part in parts):
        yield added_up(scene, total, parts)


def _leads_on(scene: Scene, total: Statement) -> bool:
    """Say whether a colon at the end of a total's sentence leads on to the lines behind it."""
    tail = scene.sentence(scene.sentence_of(total)).rstrip()
    return tail.endswith((":", "：")) and len(scene.after(total, GLUE)) < GLUE


def _run_of_parts(scene: Scene, parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in parts:
        if len(taken) == 1 and _COLON.fullmatch(scene.between(taken[0], part)):
            taken = []
        if amount(part) >= amount(total) or (taken and not _goes_on(scene, taken, part)):
            break
        if not _is_beside_list(scene, part):
            taken.append(part)
    return taken


def _goes_on(scene: Scene, taken: Sequence[Statement], part: Statement) -> bool:
    """Say whether a list goes on with a number: with no sum of it, and none of another time."""
    before = scene.before(part)
    is_sum = len(taken) > 1 and SUM_OF_IT.search(before) is not None
    glue = scene.between(taken[-1], part)
    if _OTHERS.search(re.split("[，。；]", scene.after(part))[0]):
        glue = glue.replace("另外", "").replace("另有", "")
    if is_sum or not continues(glue):
        return False
    is_then = _OF_THEN.search(before) and not _OF_THEN.search(scene.before(taken[0]))
    return not (is_then or _OF_ANOTHER.match(scene.after(part)))


def _is_beside_list(scene: Scene, part: Statement) -> bool:
    """Say whether a number among parts is none: a change, a rate, an age or what several share."""
    is_other = change_of(scene, part) is not None or is_rate(scene, part) or _is_age(scene, part)
    return is_other or _FOR_SO_MANY.match(scene.after(part)) is not None


def _is_age(scene: Scene, part: Statement) -> bool:
    """Say whether a bare number tells how old people are: over the age of 65."""
    return not part.figure.unit and _AGED.search(scene.before(part)) is not None
