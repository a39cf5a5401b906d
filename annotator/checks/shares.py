"""Parts, wholes and shares that belong together, as the words around them tell."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from annotator.checks.adding import is_bound
from annotator.checks.amounts import amount
from annotator.checks.at_once import at_once, of_which
from annotator.checks.behind import (
    about_it,
    beyond_a_goal,
    done_of_all,
    full_to,
    in_words,
    named_beside,
    of_a_goal,
    of_a_plan_before,
    of_it,
    of_those,
    out_of_it,
    rate_ahead,
    rate_of_done,
    rate_of_done_before,
    rate_of_needed,
    rate_of_next,
    rate_of_some,
    so_it_is,
    told_ahead,
    told_of_another,
)
from annotator.checks.by_noun import headed, leads_to, whole_by_noun
from annotator.checks.called import (
    BEHIND,
    COMMA,
    IS_SHARE,
    NEXT_SHARE,
    known_before,
    leads_on,
    may_belong,
    of_one_told_before,
)
from annotator.checks.changes import is_base, is_change, is_source
from annotator.checks.complements import check_share, left_behind, rate_of_the_rest
from annotator.checks.concluded import concluded
from annotator.checks.fitting import nearer
from annotator.checks.last_told import of_last_told
from annotator.checks.levels import is_that_of
from annotator.checks.portion import (
    CLOSE,
    OF_ALL,
    RATE,
    Triple,
    have_same_unit,
    is_count,
    is_larger,
    is_more,
)
from annotator.checks.remainders import is_left
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement, Verdict
from annotator.checks.wholes import OF_NOUN, is_count_of, whole_noun
from annotator.checks.words import HAN

_OUT_OF_IT = re.compile(r"\bout of\b[^,.;0-9]{0,30}\Z", re.IGNORECASE)
_OUT_OF_SOME = re.compile(
    r"[^.!?0-9]{1,60}\bout of (?:(?:a|an|the|our) )?[a-z\- ]{3,30} of\s+", re.IGNORECASE
)
_OF = re.compile(
    r"\A[^.!?。！？]{0,30}?\b(?:of|out of)\s+"
    r"(?:(?:the|these|those|all|our|its|their|some|about|nearly|(?:the )?[a-z]+[’']s"
    r"|(?:a|the) (?:[a-z]+ )?total of)\s+)*\Z",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?:\A|[.;,]\s+)(?:out )?of [^,.;]{2,40}\Z"
    r"|\b(?:survey|sample|poll|total|fleet|pool|out) of\s+\Z|\bamong (?:the )?\Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of (?:them|those|these|which|whom|that|it)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"\AOf (?:the|all|our) |包括|其中|已有|目前已|已经|里面|当中|之中|中[,，]|中有"
    r"|of (?:them|those|these|that|which|whom)|including|\balready\b|\bso far\b",
    re.IGNORECASE,
)
_THE_ONES = re.compile(f"[，,][{HAN}]{{2,8}}的")
_OUTCOME = re.compile(
    r"(?:占\Z|已经?|处理|查处|合格|完成|通过|解决|办结|整改|立案|达标|建成|开工|投产|回收|治愈|出院|录取|就业|签约)[^，。；、]{0,4}\Z"
)
_IS_DONE = re.compile(
    f"[{HAN}]{{0,4}}(?:完成|完工|办结|整改|达标|建成|开工|投产|治愈|出院|签约|恢复)[，,]"
)
_WAYS = (
    headed,
    named_beside,
    told_ahead,
    rate_ahead,
    rate_of_next,
    rate_of_done,
    rate_of_needed,
    so_it_is,
    full_to,
    out_of_it,
    of_it,
    of_those,
    told_of_another,
    in_words,
    left_behind,
    rate_of_the_rest,
    of_a_goal,
    beyond_a_goal,
    rate_of_done_before,
    about_it,
    of_a_plan_before,
    rate_of_some,
    done_of_all,
    concluded,
    at_once,
    of_which,
)
"""Ways in which a share, its part and its whole are told, tried in this order."""
SHORT, PAIR, THREE, SOON = 12, 2, 3, 6
_MOVED = re.compile(r"(?:提升|提高|上升|下降|降低|回升|增长|扩大)(?:到|至|为)\Z")
_THAT_COUNT = re.compile("的[有是共]{0,2}[0-9]")
"""A bound that tells which ones are counted is no share: 不到三成的4座."""
_NO_NOUN = re.compile(r"\s*(?:total|whole|way)\b", re.IGNORECASE)
_WHOLE_IS = re.compile(
    rf"[{HAN}]{{0,12}}[的嘅之](?:(?:比[重例]|份额)(?:[，,]?[由从][^，。；]{{1,14}})?"
    r"(?:提高|提升|上升|下降|降低|增加|扩大)?)?[约近为是达到至]*"
)
LESS_SURE = 0.05
"""So much less sure a whole is that stands further off."""
NEAR = 3
"""So many sentences around a share are searched for its part and its whole."""
Checked = tuple[Check, Triple]


def shares(scene: Scene) -> Iterator[Check]:
    """Yield each stated share whose part and whole are stated too."""
    last: Triple | None = None
    for share in filter(lambda s: _is_share(scene, s), scene.statements):
        found = _of_its_own(scene, share, last) or _of_the_same(scene, last, share)
        if found:
            best = max(found, key=lambda c: (c[0].verdict is Verdict.CONSISTENT, c[0].score))
            check, last = next(nearer(scene, *best), best)
            yield check


def _is_share(scene: Scene, statement: Statement) -> bool:
    """Say whether a figure states a share, not how far something changed or what is counted."""
    figure = statement.figure
    if figure.kind not in {"percent", "fraction"} or figure.unit in {"pp", "bp"} or not figure.low:
        return False
    if is_change(scene, statement) or _is_moved(scene, statement):
        return False
    return not (is_bound(statement) and _THAT_COUNT.match(scene.after(statement)))


def _of_its_own(scene: Scene, share: Statement, last: Triple | None) -> list[Checked]:
    """Return what a share says of the parts and wholes that are told with it.

    The part of the share before is its whole only where that is named.
    """
    part = last.part if last else None
    told = (t for t in triples(scene, share) if may_belong(scene, t))
    known = (t for t in told if t.whole is not part or _is_named(scene, t))
    ways = (of_one_told_before, of_last_told)
    others = (list(way(scene, share)) for way in ways)
    return _checked(scene, known) or next(filter(None, others), [])


def _of_the_same(scene: Scene, last: Triple | None, share: Statement) -> list[Checked]:
    """Return what a share says of its own part and the whole of the share before."""
    again = _next_of(scene, last, share) if last else None
    return _checked(scene, [again] if again else [])


def _checked(scene: Scene, told: Iterable[Triple]) -> list[Checked]:
    """Return the checks of parts, wholes and shares that say anything, with what they are of."""
    return [(c, triple) for triple in told if (c := check_share(scene, triple))]


def _is_named(scene: Scene, triple: Triple) -> bool:
    """Say whether the words of a share name what is its whole: 占联系上的七成五."""
    noun = whole_noun(scene, triple.share)
    return bool(noun) and is_count_of(scene, triple.whole, noun)


def _is_moved(scene: Scene, share: Statement) -> bool:
    """Say whether a share is what another one has come from or gone to, and of no whole here."""
    if is_source(scene, share) or not _MOVED.search(scene.before(share)):
        return is_source(scene, share)
    before = [s for s in scene.near(share) if s.end <= share.start and is_count(s)][-1:]
    return not any(_WHOLE_IS.fullmatch(scene.between(whole, share)) for whole in before)


def _next_of(scene: Scene, last: Triple, share: Statement) -> Triple | None:
    """Return the part in front of a share that goes on a list of shares of one whole."""
    number = scene.sentence_of(share)
    if not NEXT_SHARE.search(scene.before(share)):
        return None
    between = [s for s in scene.within(last.share.end, share.start) if is_count(s)]
    is_next = len(between) == 1 and share.start - between[0].end <= 2 * BEHIND
    if not is_next or not is_larger(last.whole, between[0]):
        return None
    first = scene.sentence_of(last.share)
    is_like = scene.are_in_one_paragraph(first, number) and scene.topic(between[0]) & (
        scene.topic(last.whole) | scene.topic(last.part)
    )
    is_joined = scene.are_joined(first, number) or (is_like and number - first <= NEAR)
    return Triple(between[0], last.whole, share, 0.7) if is_joined else None


def triples(scene: Scene, share: Statement) -> Iterator[Triple]:
    """Yield the parts and wholes that a share may be of, near ones and those named by a noun."""
    same = [s for s in scene.near(share) if is_count(s)]
    before = [s for s in same if s.end <= share.start]
    after = [s for s in same if s.start >= share.end]
    previous = known_before(scene, share)
    yield from _part_of_whole(scene, [*previous, *same], share)
    yield from _share_of_whole(scene, [*previous, *before], after, share)
    yield from _listed_under_whole(scene, previous, before, share)
    yield from _of_whole_part(scene, before, share)
    yield from _part_in_whole(scene, before, share)
    yield from whole_by_noun(scene, [*previous, *before], share)
    for way in _WAYS:
        yield from way(scene, share)


def _part_of_whole(scene: Scene, counts: list[Statement], share: Statement) -> Iterator[Triple]:
    """A of B: the share stands behind, or in front in the same sentence."""
    for part, whole in pairwise(counts):
        is_behind = 0 <= share.start - whole.end < CLOSE and leads_to(scene, whole, share)
        is_out_of = _OUT_OF_IT.search(scene.between(part, whole)) is not None
        is_near = is_behind or 0 <= part.start - share.end < CLOSE
        if ";" in scene.text[whole.end : share.start]:
            continue
        glue = scene.between(part, whole)
        is_of = _is_told_out_of(glue) and have_same_unit(part, whole)
        if (
            is_near
            and is_of
            and (part.start > share.end or is_out_of or _may_be_whole(scene, whole, share))
        ):
            yield Triple(part, whole, share, 0.9)


def _is_told_out_of(glue: str) -> bool:
    """Say whether words between two counts make the first a part of the other one: A, out of B."""
    is_far = len(glue) <= CLOSE and _OUT_OF_IT.search(glue) is not None
    return bool(is_far or _OF.match(glue) or _OUT_OF_SOME.fullmatch(glue))


def _of_whole_part(scene: Scene, before: list[Statement], share: Statement) -> Iterator[Triple]:
    """Of the B that there are, A do something, or R."""
    if len(before) <= 1:
        return
    whole, part = before[-2:]
    is_of = OF_ALL.search(scene.before(whole, 24)) or _OUT_OF.search(scene.before(whole, CLOSE))
    leads = is_of and share.start - part.end <= CLOSE
    if leads and have_same_unit(part, whole) and IS_SHARE.search(scene.between(part, share)):
        yield Triple(part, whole, share, 0.85)


def _part_in_whole(scene: Scene, before: list[Statement], share: Statement) -> Iterator[Triple]:
    """A, in Chinese: of all B, R."""
    if len(before) <= 1:
        return
    part, whole = before[-2:]
    is_of = _WHOLE_IS.fullmatch(scene.between(whole, share)) and not is_base(scene, whole)
    glue = scene.between(part, whole)
    is_one = is_larger(whole, part) or (glue.endswith("占") and is_more(whole, part))
    is_one = is_one or (have_same_unit(part, whole) and is_that_of(scene, part, whole))
    if is_of and len(glue) <= CLOSE and is_one:
        yield Triple(part, whole, share, 0.85)


def _share_of_whole(
    scene: Scene, before: list[Statement], after: list[Statement], share: Statement
) -> Iterator[Triple]:
    """A ... is R of B."""
    if before and after:
        glue = scene.between(share, after[0])
        follows = leads_to(scene, before[-1], share) and have_same_unit(before[-1], after[0])
        if follows and (_OF.match(glue) or re.fullmatch(r"的", glue)):
            yield Triple(before[-1], after[0], share, 0.85)


def _listed_under_whole(
    scene: Scene, previous: list[Statement], before: list[Statement], share: Statement
) -> Iterator[Triple]:
    """B, of which A, R: the nearest count is the part; the whole is one in front of it."""
    counts = [s for s in (*previous, *before) if not is_left(scene, s)]
    if (
        not counts
        or _is_rate_of_all(scene, counts, share)
        or not _is_told_of(scene, share, counts[-1], is_apart=not before)
    ):
        return
    *wholes, part = counts
    are_alone = len(counts) == PAIR and not before
    sureness = 0.85
    for whole in reversed(wholes):
        if not is_larger(whole, part) or not _may_be_whole(scene, whole, share):
            continue
        if are_alone or _is_part_of(scene, whole, part, share, is_next=whole is wholes[-1]):
            yield Triple(part, whole, share, sureness)
            sureness -= LESS_SURE


def _is_told_of(scene: Scene, share: Statement, part: Statement, *, is_apart: bool) -> bool:
    """Say whether words lead from a part to its share; ``is_apart`` from another sentence."""
    is_of_them = is_apart or _OF_THEM.match(scene.after(part)) is not None
    glue = scene.between(part, share)
    return leads_to(scene, part, share) and leads_on(glue, is_of_them=is_of_them)


def _is_part_of(
    scene: Scene, whole: Statement, part: Statement, share: Statement, *, is_next: bool
) -> bool:
    """Say whether words take a part out of a whole: of these, 超限的37座, 37 of them.

    A rate is named by what was done with a part only if its whole is the next number in front.
    """
    return (
        (is_next and _is_rate_of(scene, whole, part, share))
        or _are_the_ones(scene, whole, part, share)
        or _is_among(scene, whole, part)
        or _of_known(scene, whole, part)
    )


def _is_rate_of_all(scene: Scene, counts: list[Statement], share: Statement) -> bool:
    """Say whether a rate behind a whole and its parts is of none of them: 参保率95%."""
    is_named = RATE.search(scene.before(share)) and COMMA.search(scene.between(counts[-1], share))
    values = [amount(s) for s in counts[-THREE:]]
    return bool(is_named) and len(values) == THREE and values[0] == values[1] + values[2]


def _is_rate_of(scene: Scene, whole: Statement, part: Statement, share: Statement) -> bool:
    """Say whether a rate is named by what was done with a part: 150人报名，取录60人，录取率."""
    named = RATE.search(scene.before(share))
    is_at_once = scene.sentence_of(whole) == scene.sentence_of(part) and not is_source(scene, whole)
    return (
        is_at_once and named is not None and set(named["done"]) <= set(scene.between(whole, part))
    )


def _may_be_whole(scene: Scene, whole: Statement, share: Statement) -> bool:
    """Say whether a number is nothing to compare with, and counts what a share is said to be of."""
    named = OF_NOUN.match(scene.after(share, CLOSE))
    noun = named["noun"] if named else share.figure.denominator
    is_named = (named and not _NO_NOUN.match(noun)) or re.search(f"[{HAN}]{{3}}", noun)
    return not is_base(scene, whole) and (not is_named or is_count_of(scene, whole, noun))


def _are_the_ones(scene: Scene, whole: Statement, part: Statement, share: Statement) -> bool:
    """Say whether a part is told as the ones of a whole, with its share at once: 超限的37座，占."""
    is_at_once = len(scene.between(part, share)) <= SOON
    return is_at_once and _THE_ONES.fullmatch(scene.between(whole, part)) is not None


def _is_among(scene: Scene, whole: Statement, part: Statement) -> bool:
    """Say whether words such as "of these" lead from a whole to a part in its last sentence."""
    start = scene.sentences[scene.sentence_of(part)][0]
    first = max(whole.end, start)
    found = _AMONG.search(scene.text[first : part.start])
    if found is not None:
        at = first + found.start()
        near = scene.within(at - SOON, at) if whole.end < start else ()
        return not any(is_count(s) for s in near if s.start >= start)
    is_done = _OUTCOME.search(scene.between(whole, part)[-SHORT:])
    is_done = is_done or _IS_DONE.match(scene.after(part, SHORT))
    return whole.start >= start and is_done is not None


def _of_known(scene: Scene, whole: Statement, part: Statement) -> bool:
    """Say whether the part takes up the noun of a whole in the same sentence or just before."""
    return scene.sentence_of(part) - scene.sentence_of(whole) <= 1 and (
        _OF_THEM.match(scene.after(part)) is not None
    )
