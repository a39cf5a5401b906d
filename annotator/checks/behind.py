"""Shares that are told before their part, or before their whole too."""

import re
from collections.abc import Iterator, Sequence

from annotator.checks.per_time import time_of
from annotator.checks.portion import CLOSE, OF_ALL, RATE, Triple, counts_before, is_count, is_larger
from annotator.checks.scene import Scene
from annotator.checks.statement import Statement
from annotator.checks.wholes import OF_NOUN, is_count_of
from annotator.checks.words import HAN

_BESIDE = re.compile(
    r" of (?:the |our |all |those |these )*[a-z\- ]{3,30}, (?:or |that is,? )?", re.IGNORECASE
)
_OF_THESE = re.compile(f"[，,](?:其中)?[{HAN}]{{1,6}}[的有]")
_INSIDE = re.compile("(?:里面?|当中|之中|中)有?[约近]?")
_COMMA = re.compile(r",\s+(?:or |some |about |nearly )*")
_THAT_IS = re.compile(
    r"[，,]?(?:也就是|即|就是)[^，。；0-9]{0,4}"
    r"|\s+of (?:it|them|that|those|these|the total), (?:or |some |about |nearly )*"
)
_SO = re.compile(
    r", so (?:that|it|this)(?: is|[’']s) (?:about |nearly |over |roughly )?\Z", re.IGNORECASE
)
_OF = re.compile(r"\s+of\b")
_OUT_OF = re.compile(
    r"\s*(?:that|this|it)(?:[’']s| is| was)? out of (?:a total of )?", re.IGNORECASE
)
_OF_IT = re.compile(r"\s+of (?:it|that|this)\b", re.IGNORECASE)
_OF_SOME = re.compile(r"\s+of (?:it|that|this|them|those|these)\b", re.IGNORECASE)
_OF_THAT = re.compile(r"\b(?:of|from) (?:that|it|this|them|those)\b|, so\b", re.IGNORECASE)
_FULL = re.compile(r"\s*(?:full|occupied|of capacity|capacity|sold out)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(f"(?:相当于|等于|仅?只?[有是为])(?P<noun>[{HAN}]{{2,10}})的[约近]?\\Z")
_SHARE_OF = re.compile("占比|比例")
_THERE_ARE = re.compile("[，,](?:有|共有?|达到?|是)")
_GOAL = re.compile("(?:完成|达到)[^，。；0-9]{0,10}(?:目标|任务|计划|预算)[^，。；0-9]{0,4}\\Z")
_OF_A_GOAL = re.compile("(?:目标|任务|计划|预算)[^，。；0-9]{0,4}\\Z")
_REACHED = frozenset({"达成", "完成", "执行"})
"""A rate of these is of a goal, which may have been told a sentence further in front."""
_IT_IS = re.compile(
    r"\s*(?:that|this|it|which)(?:[’']s| is| was)\s+(?:about |around |roughly |nearly |some )?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\s+of (?:the|our|a|all)\b", re.IGNORECASE)
_DONE_AT_ONCE = re.compile(f"[，,](?:已经?|目前|其中)?(?P<done>[{HAN}]{{2}})了?")
_ALL_OF = re.compile("[，,](?:全部|总共|一共|共有?|总[量数])(?:是|有|为)?")
_PLAN = re.compile("(?:目标|任务|计划|预算)[^，。；0-9]{0,6}\\Z")
_A_RATE = re.compile(
    r",\s+(?:(?:so|for|that[’']s|which is|with)\s+)?an?\s+(?:[a-z\-]+\s+){1,2}rate of\s+\Z",
    re.IGNORECASE,
)
_GOAL_IS = re.compile("(?:目标|任务|计划|预算)[^，。；0-9]{0,4}\\Z")
_RATE_OF = re.compile(f"(?P<of>[{HAN}]{{4}})[率度][{HAN}]{{0,6}}\\Z")
_OF_THOSE = re.compile(r"\s+of (?:those|these|the|our|all) (?P<noun>[a-z]{3,})", re.IGNORECASE)
_NEEDED = re.compile(
    "[，,][^，,。；0-9]{0,6}(?:需求|需要|应有?|符合|目标|计划|名额|总数)[^，,。；0-9]{0,6}\\Z"
)
_RATE_IS = re.compile(
    r"\b(?:rate|share|ratio)\b[^.,;0-9]{0,24}\b(?:is|was|of|at)\s+(?:about |around )?\Z",
    re.IGNORECASE,
)
_IN_A_WHOLE = re.compile(
    r"\b(?:in|of|among) (?:(?:a|an|the|our|its) )?(?:[a-z\-]+ ){1,3}of\s+\Z"
    r"|\bout of (?:the |our )?\Z",
    re.IGNORECASE,
)
PAIR, THREE, BACK = 2, 3, 4


def named_beside(scene: Scene, share: Statement) -> Iterator[Triple]:
    """R of the N, A, do something: the whole is a count of N that is told before."""
    named = OF_NOUN.match(scene.after(share, CLOSE))
    behind = [s for s in scene.near(share) if is_count(s) and s.start >= share.end][:1]
    for part in behind if named else ():
        between = scene.between(share, part)
        if named is None or not _BESIDE.fullmatch(between):
            continue
        for whole in reversed(counts_before(scene, scene.sentence_of(share))):
            if is_larger(whole, part) and is_count_of(scene, whole, named["noun"].strip(" ,")):
                yield Triple(part, whole, share, 0.75)
                return


def told_ahead(scene: Scene, share: Statement) -> Iterator[Triple]:
    """R of the N; all N are B, and A of them do: the numbers stand behind the share."""
    behind = _counts_behind(scene, share)[:PAIR]
    if _are_whole_and_part(behind):
        if _is_of_these(scene, share, *behind):
            yield Triple(behind[1], behind[0], share, 0.7)
        if _is_inside(scene, share, *behind):
            yield Triple(behind[1], behind[0], share, 0.7)
    following = _counts_next(scene, share)[:PAIR]
    if _are_whole_and_part(following) and _is_named_behind(scene, share, *following):
        yield Triple(following[1], following[0], share, 0.7)


def _is_of_these(scene: Scene, share: Statement, whole: Statement, part: Statement) -> bool:
    """Say whether a share is of what a whole counts, and a part is of these: 其中…有."""
    if not _OF_THESE.fullmatch(scene.between(whole, part)):
        return False
    noun = scene.noun_before(whole)[-THREE:]
    return len(noun) == THREE and noun in scene.before(share, CLOSE)


def _is_named_behind(scene: Scene, share: Statement, whole: Statement, part: Statement) -> bool:
    """Say whether a whole is called what a share is of, and a part is of that: 30 of them."""
    named = OF_NOUN.match(scene.after(share, CLOSE))
    words = frozenset(scene.words_of(named["noun"])) if named else frozenset()
    is_named = not words.isdisjoint(scene.words_of(scene.before(whole, CLOSE)))
    return is_named and _OF_THAT.search(scene.between(whole, part)) is not None


def _is_inside(scene: Scene, share: Statement, whole: Statement, part: Statement) -> bool:
    """Say whether a whole follows a share at once, and what is inside: 占三成，90户里有27户."""
    is_next = scene.between(share, whole) in ("，", ",")
    return is_next and _INSIDE.fullmatch(scene.between(whole, part)) is not None


def rate_ahead(scene: Scene, share: Statement) -> Iterator[Triple]:
    """办结率R，一共B，办结A: a rate that is named by what was done with the part behind it."""
    named = RATE.search(scene.before(share))
    behind = _counts_behind(scene, share)[:PAIR]
    if named and _are_whole_and_part(behind) and set(named["done"]) <= set(scene.between(*behind)):
        yield Triple(behind[1], behind[0], share, 0.75)
    if named and not any(is_count(s) for s in scene.near(share, CLOSE)):
        yield from _told_next(scene, share)


def rate_of_needed(scene: Scene, share: Statement) -> Iterator[Triple]:
    """服务A，需求B，涵盖率R: the whole is told between a part and the rate that is of both."""
    before = _counts_before(scene, share)[-PAIR:]
    if len(before) < PAIR or not RATE.search(scene.before(share)):
        return
    part, whole = before
    is_needed = _NEEDED.search(scene.between(part, whole)) is not None
    if is_needed and is_larger(whole, part) and _have_one_unit(whole, part):
        yield Triple(part, whole, share, 0.7)


def rate_of_done(scene: Scene, share: Statement) -> Iterator[Triple]:
    """参与A，全部B，参与率R: a rate that is named by what stands in front of the part alone."""
    named = RATE.search(scene.before(share))
    before = _counts_before(scene, share)[-PAIR:]
    if named is None or len(before) < PAIR or not is_larger(before[1], before[0]):
        return
    is_told = named["done"] in scene.subject(before[0]).partition("|")[0]
    if is_told and named["done"] not in scene.between(*before):
        yield Triple(before[0], before[1], share, 0.75)


def rate_of_done_before(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B. 已开工A，开工率R: the whole is the one larger count of its kind, a sentence before."""
    named = RATE.search(scene.before(share))
    here = _counts_before(scene, share)
    if named is None or len(here) != 1:
        return
    part, is_of_goal = here[0], named["done"] in _REACHED
    if not (is_of_goal or named["done"] in scene.before(part)):
        return
    larger = _larger_before(scene, part, share, 1 + is_of_goal)
    wholes = [s for s in larger if s.text[-1:] == part.text[-1:]]
    if len(wholes) == 1 and _have_one_unit(wholes[0], part):
        yield Triple(part, wholes[0], share, 0.7)


def of_a_plan_before(scene: Scene, share: Statement) -> Iterator[Triple]:
    """计划B。完成A，完成计划的R: the goal is told a sentence or two in front."""
    if not _GOAL.search(scene.before(share)):
        return
    here = _counts_before(scene, share)
    if len(here) != 1:
        return
    larger = _larger_before(scene, here[0], share, PAIR)
    goals = [s for s in larger if _PLAN.search(scene.before(s))]
    if goals and _have_one_unit(goals[-1], here[0]):
        yield Triple(here[0], goals[-1], share, 0.7)


def rate_of_some(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B started, A finished, so a completion rate of R."""
    if not _A_RATE.search(scene.before(share, CLOSE)):
        return
    near = scene.near(share, 2 * CLOSE)
    before = [s for s in near if is_count(s) and s.end <= share.start][-PAIR:]
    if _are_whole_and_part(before):
        yield Triple(before[1], before[0], share, 0.7)


def about_it(scene: Scene, share: Statement) -> Iterator[Triple]:
    """A. It's about R of the B: the part is the last count of the sentence before."""
    number = scene.sentence_of(share)
    behind = _counts_behind(scene, share)[:1]
    words = scene.said(number)[: share.start - scene.start(number)]
    if not behind or not _IT_IS.fullmatch(words) or not _OF_ALL.match(scene.after(share)):
        return
    before = [s for s in scene.told_before(share, 1) if is_count(s)][-1:]
    for part in before:
        if is_larger(behind[0], part) and _have_one_unit(behind[0], part):
            yield Triple(part, behind[0], share, 0.75)


def done_of_all(scene: Scene, share: Statement) -> Iterator[Triple]:
    """完成R，全部B，完成A: what is done is named alike in front of the share and of the part."""
    behind = _counts_behind(scene, share)[:PAIR]
    if not _are_whole_and_part(behind):
        return
    done = _DONE_AT_ONCE.fullmatch(scene.between(*behind))
    is_of_all = _ALL_OF.fullmatch(scene.between(share, behind[0])) is not None
    if done and is_of_all and done["done"] in scene.before(share, CLOSE):
        yield Triple(behind[1], behind[0], share, 0.7)


def _told_next(scene: Scene, share: Statement) -> Iterator[Triple]:
    """服务涵盖率R。需求B，服务到的A: both are told in the next sentence, in words of the rate."""
    named = _RATE_OF.search(scene.before(share))
    behind = _counts_next(scene, share)[:PAIR]
    if named is None or not _are_whole_and_part(behind):
        return
    words = frozenset(scene.words_of(named["of"]))
    if words.intersection(scene.words_of(scene.between(*behind))):
        yield Triple(behind[1], behind[0], share, 0.7)


def rate_of_next(scene: Scene, share: Statement) -> Iterator[Triple]:
    """The rate is R. There are A in a force of B: both are told in the next sentence."""
    behind = _counts_next(scene, share)[:PAIR]
    if len(behind) < PAIR or not _RATE_IS.search(scene.before(share, CLOSE)):
        return
    part, whole = behind
    if is_larger(whole, part) and _IN_A_WHOLE.search(scene.between(part, whole)):
        yield Triple(part, whole, share, 0.65)


def so_it_is(scene: Scene, share: Statement) -> Iterator[Triple]:
    """A. There are B, so that is R of them: the part stands in the sentence before."""
    here = _counts_before(scene, share)
    number = scene.sentence_of(share)
    if len(here) != 1 or not _SO.search(scene.before(share, CLOSE)):
        return
    near = scene.of_sentence.get(number - 1, []) if scene.are_neighbours(number - 1, number) else []
    parts = [s for s in near if is_count(s) and _have_one_unit(here[0], s)]
    if len(parts) == 1 and is_larger(here[0], parts[0]) and _OF.match(scene.after(share)):
        yield Triple(parts[0], here[0], share, 0.7)


def out_of_it(scene: Scene, share: Statement) -> Iterator[Triple]:
    """A. That is out of B, or R: the part is the last count of the sentence before."""
    number = scene.sentence_of(share)
    here = _counts_before(scene, share)
    before = [s for s in scene.told_before(share, 1) if is_count(s) and s not in here][-1:]
    if len(here) == 1 and _OUT_OF.fullmatch(
        scene.said(number)[: here[0].start - scene.start(number)]
    ):
        yield from (Triple(s, here[0], share, 0.75) for s in before if is_larger(here[0], s))


def of_those(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B pupils. ... A of those pupils, R: the whole is the last count of what the part is of."""
    here = _counts_before(scene, share)[-1:]
    for part in here:
        named = _OF_THOSE.match(scene.after(part, CLOSE))
        known = _larger_before(scene, part, share, BACK) if named else []
        wholes = [s for s in known if named and is_count_of(scene, s, named["noun"])]
        yield from (Triple(part, whole, share, 0.7) for whole in wholes[-1:])


def of_it(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B. A, which is R of it: the whole is the last larger one of its unit, a sentence before."""
    here = _counts_before(scene, share)
    if len(here) != 1 or not _OF_IT.match(scene.after(share)):
        return
    wholes = _larger_before(scene, here[0], share, 1)
    if wholes and _have_one_unit(wholes[-1], here[0]):
        yield Triple(here[0], wholes[-1], share, 0.75)


def full_to(scene: Scene, share: Statement) -> Iterator[Triple]:
    """There is room for B. A came, so it is R full: both stand in the sentences before."""
    number = scene.sentence_of(share)
    here = [s for s in scene.near(share, CLOSE) if is_count(s)]
    if here or not _FULL.match(scene.after(share)):
        return
    counts = [s for s in counts_before(scene, number) if scene.sentence_of(s) >= number - PAIR]
    for whole, part in zip(counts[:-1][::-1], counts[-1:] * len(counts), strict=False):
        if is_larger(whole, part) and _have_one_unit(whole, part):
            yield Triple(part, whole, share, 0.7)
            return


def told_of_another(scene: Scene, share: Statement) -> Iterator[Triple]:
    """N是A，M是B，相当于M的R: what the share is of is named as it was in front of its number."""
    named = _OF_ANOTHER.search(scene.before(share, CLOSE))
    before = _counts_before(scene, share)[-PAIR:]
    if named is None or len(before) < PAIR or before[0].figure.unit != before[1].figure.unit:
        return
    words = frozenset(scene.words_of(named["noun"]))
    is_named = [not words.isdisjoint(scene.topic(s)) for s in before]
    if is_named[0] != is_named[1]:
        part, whole = before if is_named[1] else before[::-1]
        if is_larger(whole, part):
            yield Triple(part, whole, share, 0.7)


def in_words(scene: Scene, share: Statement) -> Iterator[Triple]:
    """B: R of it, A; or: of the B, R, some A; or: B，R，也就是A."""
    parts = [s for s in scene.near(share, CLOSE) if is_count(s) and s.start >= share.end][:1]
    for whole, part in zip(_whole_in_front(scene, share), parts, strict=False):
        if is_larger(whole, part) and _is_in_words(scene, whole, share, part):
            yield Triple(part, whole, share, 0.7)


def _whole_in_front(scene: Scene, share: Statement) -> list[Statement]:
    """Return the last count in front of a share; one of a sentence before for a share of that."""
    here = [s for s in scene.near(share, CLOSE) if is_count(s) and s.end <= share.start]
    if not here and _OF_SOME.match(scene.after(share)):
        here = [s for s in scene.told_before(share, 1) if is_count(s)]
    return here[-1:]


def _is_in_words(scene: Scene, whole: Statement, share: Statement, part: Statement) -> bool:
    """Say whether words lead from a share to its part: of the 90, a third, 30; 90，三成，即27."""
    glue = scene.between(share, part)
    if _COMMA.fullmatch(glue) and OF_ALL.search(scene.before(whole, 24)):
        return True
    if _THERE_ARE.fullmatch(glue) and _SHARE_OF.search(scene.before(share)):
        return True
    return _THAT_IS.fullmatch(glue) is not None


def beyond_a_goal(scene: Scene, share: Statement) -> Iterator[Triple]:
    """A, 完成目标B的R: more than the whole of a goal is reached."""
    before = _counts_before(scene, share)[-PAIR:]
    if not _are_whole_and_part(before):
        return
    is_of = scene.between(before[1], share) in ("的", "的约", "的近")
    if is_of and _OF_A_GOAL.search(scene.between(*before)):
        yield Triple(before[0], before[1], share, 0.75)


def of_a_goal(scene: Scene, share: Statement) -> Iterator[Triple]:
    """A, 完成目标的R, 目标是B: a share of a goal that is told at once."""
    if not _GOAL.search(scene.before(share)):
        return
    same = [s for s in scene.near(share, CLOSE) if is_count(s)]
    parts, goals = ([s for s in same if (s.start > share.start) == way] for way in (False, True))
    is_told = parts and goals and _GOAL_IS.search(scene.between(share, goals[0]))
    if is_told and is_larger(goals[0], parts[-1]):
        yield Triple(parts[-1], goals[0], share, 0.75)


def _counts_before(scene: Scene, share: Statement) -> list[Statement]:
    """Return the counts close in front of a share, in its sentence."""
    return [s for s in scene.near(share, CLOSE) if is_count(s) and s.end <= share.start]


def _counts_behind(scene: Scene, share: Statement) -> list[Statement]:
    """Return the counts close behind a share, in its sentence."""
    return [s for s in scene.near(share, CLOSE) if is_count(s) and s.start >= share.end]


def _counts_next(scene: Scene, share: Statement) -> list[Statement]:
    """Return the counts of the sentence behind that of a share."""
    told = scene.in_next_sentence(scene.sentence_of(share))
    return [s for s in told if is_count(s) and not time_of(scene, s)]


def _are_whole_and_part(counts: Sequence[Statement]) -> bool:
    """Say whether some counts are two, and the first one is the larger."""
    return len(counts) == PAIR and is_larger(counts[0], counts[1])


def _larger_before(scene: Scene, part: Statement, share: Statement, back: int) -> list[Statement]:
    """Return the counts in front of a share that are larger than its part."""
    before = [s for s in scene.told_before(share, back) if s is not part and is_count(s)]
    return [s for s in before if is_larger(s, part)]


def _have_one_unit(whole: Statement, part: Statement) -> bool:
    """Say whether two counts are of one unit, which both name."""
    return part.figure.unit == whole.figure.unit != ""
