"""Parts and their total: figures of one passage that should add up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotator.checks.addition import (
    GLUE,
    LINKED,
    SUM_OF_IT,
    WHO_PAYS,
    added,
    added_up,
    are_bare,
    are_counted_off,
    are_named_alike,
    are_the_ones,
    continues,
    is_bound,
    is_closed,
    is_made,
    is_mark,
    is_rate,
    is_total,
    lead,
    may_be_part,
)
from annotator.checks.changes import change_of, is_base, is_source
from annotator.checks.misread import are_misread
from annotator.checks.qualifiers import are_halves, names_in
from annotator.checks.rounding import counted, is_rounded_from, value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict, likeliest
from annotator.checks.words import HAN, bullets

_LISTS = re.compile(
    rf"其中|(?<![{HAN}])当中|包括|分别"
    r"|[分按从][^，。；]{1,6}[看分说讲][，,]|(?:reasons|causes) (?:were|are)\b"
    r"|由|：|:|—|of (?:that|which|these|those|them|the total|the)\b"
    r"|consist|compris|made up|broken down|includ|split|divided"
    rf"|{WHO_PAYS}|负担|承担|出资|\b(?:pay(?:s|ing)?|contribut\w*|puts? in)\b"
    r"|[.;] (?:so )?(?:that[’']s|that is|those are|they are|they[’']re) \Z"
    r"|\b(?:it|them|this) with\b|\bcom(?:es?|ing) from\b|\bgo(?:es|ing)? to\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\s*(?:另|此外|除此|also\b|in addition)", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of (?:them|those|these|which|whom)\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:ages?|aged)(?: of)?(?: [0-9]+ (?:and|to))?\s+\Z", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"\s*(?:其中|当中|包括|[分按从][^，。；]{1,6}[看分说讲][，,]"
    r"|(?:the )?(?:main )?(?:reasons|causes) (?:were|are)\b"
    r"|(?:so )?(?:that[’']s|that is|those are|they are|they[’']re) (?=[0-9])"
    r"|(?:of|among) (?:that|which|these|those|them|the (?:total|[a-z]+,))\b)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:加起来|合起来|加总|合计)[^，。；0-9]{0,6}\Z"
    r"|\b(?:combined|together|between them)\b[^,.;]*\Z",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r"其中|里面|当中|\b(?:of|from|out of) (?:that|it|this|those|them|these)\b", re.IGNORECASE
)
_AT_LAST = re.compile(
    r"最后|再有?就是|\b(?:and then|finally|lastly|the last|the final)\b", re.IGNORECASE
)
_MAKE_IT = re.compile(
    r"\s*(?:(?:those|these|the|all) )*(?:two|three|four)?(?: [a-z]+)? ?"
    r"(?:together|combined|add up)\b"
    r"|\s*这?[两三四](?:项|者|块|部分|个)?(?:加起来|合起来|相加|加在一起)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"去年|上年|前年|明年|加起来|一共|合计|总共|\b(?:last year|next year|year ago|in total|all told"
    r"|altogether|so)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"(?:\A\s*|[.;:,]\s+)(?:out )?of (?:the|our|those|these|all)\s+\Z", re.IGNORECASE
)
_OF_THEN = re.compile(
    r"(?:去年|上年|前年|上个?月|昨[天日]|20[0-9]{2}年)[^，。；0-9]{0,8}\Z"
    r"|\b(?:in|for) (?:19|20)[0-9]{2},? [^,.;0-9]{0,20}\Z"
    r"|\b(?:last|the (?:previous|prior)) (?:year|month|week) [^,.;0-9]{0,20}\Z",
    re.IGNORECASE,
)
_FOR_SO_MANY = re.compile(rf"[{HAN}]{{1,5}}(?:合计|一?共|总共|加起来)[有是为]?[0-9]")
_OF_ANOTHER = re.compile(r"\s+(?:of|from) (?:that|this|it|them|those|which)\b", re.IGNORECASE)
_COLON = re.compile(r"[^.;0-9]{0,60}[:—]\s*")
_WITHIN = re.compile(rf"[{HAN}]{{0,8}}(?:里面?|当中|之中|中)[,，]")
BACK, PAIR, NEAR_WHOLE = 3, 2, Decimal("0.15")
"""So many sentences back a whole may stand, and so near its two halves must come to it."""
MOST, MOST_SENTENCES, LEAST_PART = 40, 6, Decimal("0.01")
"""So many figures in front of or behind a total may be its parts."""


def sums(scene: Scene) -> Iterator[Check]:
    """Yield totals with their parts."""
    for number in scene.of_sentence:
        yield from _total_first(scene, number)
        yield from _bulleted(scene, number)
        yield from _halves(scene, number)
        yield from _sentence_by_sentence(scene, number)


def _of_one_unit(statements: Sequence[Statement], like: Statement) -> list[Statement]:
    """Return the figures that may be added to make one, of its very unit if some are."""
    known = [s for s in statements if s.figure.low and may_be_part(s, like)]
    same = [s for s in known if s.figure.unit == like.figure.unit]
    return same if len(same) > 1 else known


def _total_first(scene: Scene, number: int) -> Iterator[Check]:
    """T, of which A, B and C; the parts stand behind it, up to the end of the next sentence."""
    here = scene.of_sentence[number]
    behind = scene.after_semicolons(number)
    following = [*scene.in_next_sentence(number), *scene.after_semicolons(number + 1)][:MOST]
    near = scene.are_neighbours(number - 1, number)
    before = scene.of_sentence.get(number - 1, [])[-MOST:] if near else []
    end = 0
    for at, total in enumerate(here):
        if not is_total(total) or total.start < end or is_mark(scene, total):
            continue
        is_last = at == len(here) - 1 or _leads_into(scene, number + 1)
        for parts in ([*here[at + 1 :], *behind][:MOST], following if is_last else []):
            taken = _taken(scene, parts, total)
            if len(taken) > 1 and _are_listed(scene, total, taken):
                between = [s for s in here[at + 1 :] if s.end <= taken[0].start]
                others = [*before, *here[:at], *between]
                yield added_up(scene, _fitting(scene, total, others, taken), taken)
                end = taken[-1].end
                break


def _taken(scene: Scene, parts: Sequence[Statement], total: Statement) -> list[Statement]:
    """Return the parts of a total's unit; any counts of a bare one if told at once: 90: 50 men."""
    taken = _run_of_parts(scene, _of_one_unit(parts, total), total)
    is_open = total.figure.unit in {"", "item"} and total.figure.kind == "cardinal"
    known = [s for s in parts if s.figure.low and s.figure.kind == total.figure.kind]
    if not is_open or not known or not _COLON.fullmatch(scene.between(total, known[0])):
        return taken
    return _run_of_parts(scene, known, total)


def _leads_into(scene: Scene, number: int) -> bool:
    """Say whether a sentence starts with words that part what the one before it counts."""
    return _OF_WHICH.match(scene.sentence(number)) is not None


def _are_listed(scene: Scene, total: Statement, parts: Sequence[Statement]) -> bool:
    """Say whether words lead from a total to its parts, or close the list of them."""
    is_near = scene.sentence_of(total) == scene.sentence_of(parts[0])
    is_told = _OF_THEM.match(scene.after(parts[0])) is not None
    if is_told or (is_near and _are_here(scene, total, parts)):
        return True
    if _LISTS.search(lead(scene, total, parts[0])) or are_bare(scene, total, parts):
        return True
    if len(parts) >= LINKED:
        return _are_some(scene, total, parts)
    return not is_near and is_closed(scene, parts) and are_misread(total, parts)


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
    )
    return are_all and not _is_one_of(scene, total, kinds)


def _are_two_kinds(scene: Scene, parts: Sequence[Statement]) -> bool:
    """Say whether two numbers are of halves of one whole; the rest of one place only is none."""
    words = [scene.subject(part) for part in parts]
    return are_halves(*words) and len({bool(names_in(x)) for x in words}) == 1


def _is_one_of(scene: Scene, total: Statement, halves: Sequence[Statement]) -> bool:
    """Say whether a number is one of the halves, too: 起诉6.7万，不起诉3.1万，起诉3.9万."""
    return any(are_halves(scene.subject(total), scene.subject(s)) for s in halves)


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
    made, value = added(parts), sum((value_of(part) or Decimal(0) for part in parts), Decimal(0))
    known = [s for s in (total, *reversed(before)) if _may_be_total(scene, s, parts)]
    for other in known:
        whole = counted(other)
        is_rough = other is not total and is_rounded_from(other, total)
        if whole is not None and whole.overlaps(made) and not is_rough:
            return other
    if not _is_start(scene, total) and value * 2 >= (value_of(total) or Decimal(0)):
        return total
    largest = max(value_of(part) or Decimal(0) for part in parts)
    others = [s for s in known if (value_of(s) or 0) > largest and not _is_start(scene, s)]
    return min(others, key=lambda s: abs((value_of(s) or Decimal(0)) - value), default=total)


def _may_be_total(scene: Scene, statement: Statement, parts: Sequence[Statement]) -> bool:
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
    if len(parts) > 1 and all((value_of(p) or 0) < (value_of(total) or 0) for p in parts):
        yield added_up(scene, total, parts)


def _leads_on(scene: Scene, total: Statement) -> bool:
    """Say whether a colon at the end of a total's sentence leads on to the lines behind it."""
    tail = scene.sentence(scene.sentence_of(total)).rstrip()
    return tail.endswith((":", "：")) and len(scene.after(total, GLUE)) < GLUE


def _run_of_parts(scene: Scene, parts: list[Statement], total: Statement) -> list[Statement]:
    """Return the parts that are smaller than the total and follow each other in one list."""
    taken: list[Statement] = []
    for part in parts:
        if (value_of(part) or 0) >= (value_of(total) or 0):
            break
        is_sum = len(taken) > 1 and SUM_OF_IT.search(scene.before(part)) is not None
        if taken and (is_sum or not continues(scene.between(taken[-1], part))):
            break
        if taken and (_OF_THEN.search(scene.before(part)) or _OF_ANOTHER.match(scene.after(part))):
            break
        if change_of(scene, part) is not None or is_rate(scene, part) or _is_age(scene, part):
            continue
        if _FOR_SO_MANY.match(scene.after(part)):
            continue
        taken.append(part)
    return taken


def _is_age(scene: Scene, part: Statement) -> bool:
    """Say whether a bare number tells how old people are: over the age of 65."""
    return not part.figure.unit and _AGED.search(scene.before(part)) is not None


def _halves(scene: Scene, number: int) -> Iterator[Check]:
    """T; and in a sentence behind it: men A, women B, which should make T."""
    here = [s for s in scene.of_sentence[number] if is_total(s)]
    words = scene.sentence(number)
    if _BESIDES.match(words) or _OF_WHICH.match(words) or not are_halves(*map(scene.subject, here)):
        return
    value = sum((value_of(s) or Decimal(0) for s in here), Decimal(0))
    back = [n for n in range(number - BACK, number) if scene.are_in_one_paragraph(n, number)]
    yield from likeliest(
        added_up(scene, total, here)
        for n in reversed(back)
        for total in scene.of_sentence.get(n, [])
        if _is_near(total, value) and all(may_be_part(s, total) for s in here)
        if not _is_one_of(scene, total, here)
    )


def _sentence_by_sentence(scene: Scene, number: int) -> Iterator[Check]:
    """T. Of that, A is for this. B is for that. And then C: the parts in sentences of their own."""
    own = [s for s in scene.of_sentence[number] if is_total(s) and not is_mark(scene, s)]
    for total in reversed(own):
        parts = _parts_behind(scene, total)
        are_all = bool(parts) and _are_put_together(scene, number, scene.sentence_of(parts[-1]))
        if len(parts) >= (PAIR if are_all else LINKED):
            value = sum((value_of(part) or Decimal(0) for part in parts), Decimal(0))
            is_all = value > (value_of(total) or Decimal(0)) or _closes(scene, parts[-1])
            is_all = is_all or are_all
            found = added_up(scene, total, parts) if is_all or is_made(total, parts) else None
            yield from [found] if found and found.verdict is not Verdict.UNDETERMINED else []
            return


def _closes(scene: Scene, part: Statement) -> bool:
    """Say whether a part is said to be the last one."""
    words = scene.sentence(scene.sentence_of(part))
    return is_closed(scene, [part]) or _AT_LAST.search(words) is not None


def _parts_behind(scene: Scene, total: Statement) -> list[Statement]:
    """Return the numbers that the sentences behind a total tell of it, if the first says so."""
    number, parts = scene.sentence_of(total), list[Statement]()
    for behind in range(number + 1, number + 1 + MOST_SENTENCES):
        words = scene.sentence(behind)
        if not scene.are_in_one_paragraph(number, behind) or _ANOTHER.search(words):
            break
        are_all = _are_put_together(scene, number, behind)
        there = scene.of_sentence.get(behind, [])
        here = [s for s in there if _may_be_told_of(scene, s, total, may_change=are_all)]
        if not here or not (parts or are_all or _OF_THAT.search(words)):
            break
        parts += here
    return parts


def _are_put_together(scene: Scene, first: int, behind: int) -> bool:
    """Say whether a sentence behind some others says that those told there make it together."""
    last = behind + MOST_SENTENCES
    return any(
        _MAKE_IT.match(scene.sentence(n)) is not None and scene.are_in_one_paragraph(first, n)
        for n in range(behind + 1, last)
    )


def _may_be_told_of(
    scene: Scene, part: Statement, total: Statement, *, may_change: bool = False
) -> bool:
    if not is_total(part) or part.figure.unit != total.figure.unit or is_rate(scene, part):
        return False
    is_other = change_of(scene, part) is not None and not may_change
    is_other = is_other or is_base(scene, part) or is_source(scene, part)
    whole = value_of(total) or Decimal(0)
    is_part = whole * LEAST_PART < (value_of(part) or Decimal(0)) < whole
    return is_part and not is_other and not is_bound(part)


def _is_near(total: Statement, value: Decimal) -> bool:
    whole = value_of(total) or Decimal(0)
    return is_total(total) and abs(whole - value) <= whole * NEAR_WHOLE
