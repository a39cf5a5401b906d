"""A stated count of things, and the things that are listed behind it: four steps, three named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from annotator.checks.listing import (
    LEAST,
    SHORT,
    are_single_items,
    is_clean,
    length_of,
    listing_of,
    split_up,
)
from annotator.checks.rounding import value_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, CheckType, Statement, Verdict, check_of
from annotator.checks.words import HAN
from annotator.model.message import Message
from annotator.model.script import simplified

_LISTABLE = re.compile(
    r"\A(?:大|个|项|点|条|方面|类|种|件)?(?:[\u4e00-\u9fff]{0,6}?)(?:措施|方面|原因|工作|亮点|工程|环节|方案|作法|做法|办法|途径"
    r"|方向|板块|路径|抓手|机制|清单|承诺|因素|条件|保障|考虑|考量|想法|阶段|任务|重点|问题|举措|改革|建议|特点|目标|行动|内容|层面|计画|项目|支柱|原则"
    r"|领域|步骤|要求|政策|计划|优先事项|关键|变化|趋势|挑战|意见|看法|情况|事|点)"
)
_ENGLISH = re.compile(
    r"\A(?:-(?:point|step|stage|phase|part|pillar)\s+(?:[a-z]+\s+)?(?:plan|agenda|program\w*|strategy"
    r"|process|procedure|approach|framework|formula|one)|\s+(?:[a-z’'\-]+\s+){0,3}?(?:things?|points?|steps?|measures?|priorities|reasons?"
    r"|areas?|goals?|actions?|parts?|"
    r"pillars?|pieces?|buckets?|prongs?|legs?|tracks|fronts|layers|tiers|principles|objectives|issues|topics|questions|options|rules|conditions"
    r"|commitments|initiatives|projects|programs|phases|stages|lessons|challenges|risks|figures"
    r"|numbers|facts|items|components|promises|decisions|requests|demands|messages|strands"
    r"|strategies|targets|pledges|levels|factors|ways|changes|categories|groups|themes|elements"
    r"|tasks|proposals|recommendations|assumptions))\b",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"-(?:point|step|stage|phase|part|pillar)\Z", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?:^|(?<=[.:;!?,] )|(?<= and ))(?:number |no\. )?"
    r"(?P<n>one|two|three|four|five|six)(?=[,:.] )",
    re.IGNORECASE,
)
"""Items may go on in other words, so that fewer of these than stated tell nothing."""
_ONE_BY_ONE = re.compile(
    r"(?:^|(?<=[.!?] ))(?:number |no\. )?(?P<n>one|two|three|four|five|six)(?=[,:] )",
    re.IGNORECASE,
)
"""Sentences that each start with a number; if only the last one is missing, it is left out."""
_ORDERS = (
    re.compile(r"(?:^|(?<=[\s。；;，,：:！？]))(?P<n>[一二三四五六七八九十])是"),
    re.compile(
        r"(?:^|(?<=[\s。；;，,：:]))(?:第|其)(?P<n>[一二三四五六七八九十])(?=[,，、：:]|[点项个]?是)"
    ),
    re.compile(
        r"(?:^|(?<=[\s。；;，,：:、]))第(?P<n>[一二三四五六七八九十])"
        r"(?:个?(?:阶段|轮|关|波|场|步|批|层|方面|类|条|块|层面|途径|件(?:事|是)|招|期|部分|环节))"
    ),
    re.compile(r"(?:^|(?<=[\s。；;，,：:]))[（(](?P<n>[一二三四五六七八九十])[)）]"),
    re.compile(r"(?:^|(?<=\n)|(?<=[\s。；;：:]))(?P<n>[一二三四五六七八九十])、"),
    re.compile(r"(?:^|(?<=\n)|(?<=[.;:。；：] ))(?P<n>[1-9])[.)、．](?=\s|[\u4e00-\u9fff])"),
    _ONE_BY_ONE,
    _IN_WORDS,
    re.compile(
        r"\b(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth)(?:ly)?"
        r"(?=,| of all,| is\b|:)",
        re.IGNORECASE,
    ),
)
RANK = (
    {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
    | {str(n): n for n in range(1, 10)}
    | {
        word: n
        for n, word in enumerate(
            ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), 1
        )
    }
    | {w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six"), 1)}
)
_LAST = re.compile(r"\b(?:finally|lastly|last)\b,|最[后][,，是]", re.IGNORECASE)
_MORE = re.compile(r"此外[,，]|另外[,，]", re.IGNORECASE)
_AT_ONCE = re.compile(
    rf"\A[{HAN}]{{0,8}}[，,](?![{HAN}]{{0,9}}了)(?P<list>[{HAN}A-Za-z“”]{{2,10}}(?:、[{HAN}A-Za-z“”]{{2,10}}){{2,}})(?=[，,。])"
)
NUMERALS = "二三四五六七八九十两"
_INLINE = re.compile(
    r"\A(?:[^。.;；!?！？\n0-9]{0,48}?"
    r"(?:[:：—]|[，,]?(?:(?<![立随当])即|包括|分别(?:是|为|位于|设在|在))|\bnamely\b"
    r"|\b(?:which|those|these|they) are\b)"
    r"|[^。，,.;；!?！？\n0-9]{0,24}[，,]?就是)"
    r"\s*(?P<list>[^。.;；!?！？\n]+)",
    re.IGNORECASE,
)
_COLON = re.compile(r"[^。，,.;；:：!?！？\n0-9]{0,12}[:：]")
_CLAUSES = re.compile(
    r"[^。，,.;；:：!?！？\n0-9]{0,30}[:：]\s*(?P<list>[^。.!?！？\n]+)[。.!?！？\n]"
)
_SENTENCE = re.compile(
    r"\s*(?:(?:The|A|An|Our) )?(?P<list>(?:[\w’'\-]+ ){0,5}[\w’'\-]+"
    r"(?:, (?:and )?(?:[\w’'\-]+ ){0,5}[\w’'\-]+)+)\.\Z"
    rf"|\s*(?P<chinese>[{HAN}“”]{{2,10}}(?:、[{HAN}“”]{{2,10}})+)。\Z"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|can|do|does|did|we|they|I|you|it|so|but|now)\b",
    re.IGNORECASE,
)
_IN_NAMES = re.compile(
    r"\A\s+[a-z][a-z \-]{2,40}, (?:(?:in|at) )?"
    r"(?P<list>[A-Z][\w’' ]+(?:, [A-Z][\w’' ]+)+,? and [A-Z][\w’' ]+)[.;,]"
)
_ONE = re.compile(
    rf"[，,；;：:、](?:还有|再有|再|另外?|剩下|最后)?一([{HAN}])(?![{HAN}]{{0,2}}就|一)"
)
_CLASSIFIERS = frozenset("条个项家座所种类支批场处")
_THERE_ARE = re.compile(r"\b(?:there|we|I|they)(?:[’'][rv]e| are| have| see)\s+\Z", re.IGNORECASE)
_FIRST_OF_MANY = re.compile(
    r"\s+(?:[a-z’'\-]+\s+){0,6}[a-z]+[.:]\s+(?:first|number one|one)[,:.]", re.IGNORECASE
)
_FIRST = re.compile(
    rf"(?:[“”{HAN}]{{0,12}}[，,:：。])?\s*(?:分别是)?(?:第一(?=[，,、：:是个])|一是|其一)"
)
_NUMBERED = re.compile(
    r"\s*(?:[（(]?[0-9]|first|second|(?:number )?one[,.:]"
    r"|第[一二]|其一|一是|一、|[（(]一)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<list>[{HAN}A-Za-z“”《》]+(?:、[{HAN}A-Za-z“”《》]+)+(?:(?:和|及|以及|与|跟)[{HAN}“”]+)?)\Z"
)
_SOME = re.compile("(?<!组成，)包括")
_OPEN = re.compile(r"等|其中|and so on|among others|such as|for example|etc")
_NAMED = re.compile(
    rf"[“\"「](?P<count>(?P<n>[{NUMERALS}])[大个项张条类](?:[{HAN}](?<![{NUMERALS}])){{2,6}})[”\"」]"
    rf"(?:[^，。；：:0-9“”]{{0,6}}[:：])?[:：,，]?(?:即|包括|分别是|也就是)?"
    rf"(?P<list>[{HAN}]+(?:、[{HAN}]+)+(?:(?:和|以及)[{HAN}]+)?)[。；;，,\n]"
)
_PERSON = re.compile(r"\s*(?:and )?(?:[a-z]+ )?(?:[A-Z][\w’'.\-]* )+[A-Z][\w’'\-]+(?:,|\Z)")
_SHORT_NAME = re.compile(r"\b(?:[A-Z]\.){2,}(?!\Z| [A-Z])")
_CONGRESS = re.compile(r"(?:中共|党的|全国)\Z")
_SPEECH = re.compile(r'[“"「][^”"」、]*[,，;；。]|[“"「][^”"」]{0,60}\Z')
_QUOTED_COUNT = re.compile(rf"[“\"「][{NUMERALS}][大个项张条类]")
_IN_LABEL = re.compile(r"[^()\n:]{0,24}\)\s*:")
_ITEMS = frozenset({"", "item"})
MOST = 12
APART, SOON = 12, 48
WINDOW = 2500
"""How far behind a count its list may run, in code points."""


def lists(scene: Scene) -> Iterator[Check]:
    """Yield counts whose items are listed: numbered ones, or in one sentence."""
    for statement in scene.statements:
        value = value_of(statement)
        if value is None or statement.figure.kind != "cardinal" or not _may_be_listed(value):
            continue
        if _IN_LABEL.match(scene.after(statement, APART)) or _is_no_count(scene, statement):
            continue
        if found := list_of(scene, statement, int(value)):
            yield found
    yield from _quoted(scene)


def list_of(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return what is listed behind a count, or in front of it, against that."""
    ways = (_one_by_one, _by_semicolons, _inline, _numbered, _told_next)
    kinds = (kind(scene, statement, count) for kind in ways)
    return next(filter(None, kinds), None)


def _is_no_count(scene: Scene, statement: Statement) -> bool:
    """Say whether a number is that of a line (3: ...), or of a congress (中共六大)."""
    before = scene.text[max(0, statement.start - APART) : statement.start]
    is_of_line = before[-1:] in ("", "\n") and scene.after(statement)[:1] in (":", "：")
    return is_of_line or (statement.text[-1:] == "大" and _CONGRESS.search(before) is not None)


def _quoted(scene: Scene) -> Iterator[Check]:
    """Yield counts in the name of a programme, with what is listed behind it, as “五大行动”."""
    for found in _NAMED.finditer(scene.text if scene.statements else ""):
        start, end = found.span("count")
        count, listing = RANK.get(found["n"], LEAST), listing_of(found["list"])
        listed = length_of(listing, count)
        are_short = all(len(item) <= SHORT for item in split_up(listing))
        if are_short and LEAST <= listed <= MOST:
            like = scene.statements[0]
            text = scene.written[start:end]
            said = replace(like, start=start, end=end, text=text, annotation=None)
            is_open = bool(_OPEN.search(listing))
            yield count_against(said, count, listed, is_open=is_open)


def is_listable(scene: Scene, statement: Statement) -> bool:
    """Say whether words call what is counted something that may be listed: measures, steps."""
    behind, onward = scene.after(statement, 40), scene.text[statement.end : statement.end + SOON]
    unit = simplified(statement.text[-1:])
    return bool(
        _COLON.match(behind)
        or (unit in "项个点条类件道步招关层" and _FIRST.match(onward))
        or _LISTABLE.match(unit + behind)
        or _LISTABLE.match(behind)
        or _ENGLISH.match(_joined(statement) + behind)
        or (_THERE_ARE.search(scene.before(statement)) and _FIRST_OF_MANY.match(onward))
    )


def _joined(statement: Statement) -> str:
    """Return what is joined to a number by a hyphen, as in four-step."""
    found = _HYPHENED.search(statement.text)
    return found.group() if found else ""


def _numbered(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return the count of numbered items that start soon behind a listable count."""
    if not is_listable(scene, statement):
        return None
    text = scene.text[statement.end : statement.end + WINDOW]
    end = _next_count(scene, statement)
    found = [(pattern, _in_order(pattern, text[:end])) for pattern in _ORDERS]
    known = [
        (p, items) for p, items in found if len(items) >= LEAST and _starts_soon(text, items[0])
    ]
    if not known:
        return None
    pattern, items = max(known, key=lambda order: len(order[1]))
    tail = text[items[-1] : end][:400].partition("\n")[0]
    listed = len(items) + (len(items) != count and bool(_LAST.search(tail)))
    is_open = bool(_MORE.search(tail)) or _is_cut(text, end)
    is_open = is_open or _goes_on_otherwise(pattern, count, listed)
    return count_against(statement, count, listed, is_open=is_open)


def _goes_on_otherwise(pattern: re.Pattern[str], count: int, listed: int) -> bool:
    """Say whether items behind numbers in words are too few to tell that some are missing."""
    if pattern is _IN_WORDS:
        return listed < count
    return pattern is _ONE_BY_ONE and listed < max(count - 1, LEAST + 1)


def _starts_soon(text: str, first: int) -> bool:
    """Say whether a list starts in the same or the next sentence."""
    return len(re.findall(r"[。.!?！？](?:\s|$|[\u4e00-\u9fff])", text[:first])) <= 1


def _is_cut(text: str, end: int) -> bool:
    return end < len(text) and not text[end:].strip()


def _one_by_one(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return how often "one" of what is counted follows: 三条线，一条去东，一条去西，还有一条."""
    unit = scene.text[statement.end - 1]
    found = _ONE.findall(scene.after(statement, WINDOW)) if unit in _CLASSIFIERS else []
    listed = sum(one == unit for one in found)
    if listed < LEAST or listed != len(found):
        return None
    return count_against(statement, count, listed, is_open=listed < count)


def _told_next(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return the count of the items that the next sentence names, and does no more than that."""
    number = scene.sentence_of(statement)
    words = scene.sentence(number + 1).strip()
    found = _SENTENCE.match(words)
    if found is None or _VERB.search(words) or not scene.are_neighbours(number, number + 1):
        return None
    if not is_listable(scene, statement) or len(scene.after(statement, SOON)) == SOON:
        return None
    listing = found["list"] or found["chinese"]
    listed = length_of(listing, count)
    return count_against(statement, count, listed, is_open=listed < LEAST)


def _by_semicolons(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return the count of clauses behind a colon that semicolons part: have a plan; fill up; ..."""
    behind = _CLAUSES.match(scene.text, statement.end)
    if behind is None or not is_listable(scene, statement):
        return None
    items = [item for item in re.split("[;；]", behind["list"]) if item.strip()]
    if statement.figure.unit not in _ITEMS and not all(map(_PERSON.match, items)):
        return None
    if len(items) < LEAST or _NUMBERED.match(items[0]) or _SPEECH.match(items[0]):
        return None
    is_open = bool(_OPEN.search(items[-1]))
    return count_against(statement, count, len(items), is_open=is_open)


def _next_count(scene: Scene, statement: Statement) -> int:
    """Return where the next listable count stands, in code points behind this one."""
    for other in scene.within(statement.end + 1, statement.end + WINDOW):
        if other is not statement and other.figure.kind == "cardinal" and is_listable(scene, other):
            value = value_of(other)
            if _may_be_listed(value) and other.start - statement.end > APART:
                return other.start - statement.end
    return WINDOW


def _may_be_listed(value: Decimal | None) -> bool:
    return value is not None and LEAST <= value <= MOST


def _in_order(pattern: re.Pattern[str], text: str) -> list[int]:
    """Return where the items 1, 2, 3 ... of a list stand, up to the first that is missing."""
    found: list[int] = []
    for match in pattern.finditer(text):
        rank = RANK[match["n"].lower()]
        if rank == len(found) + 1:
            found.append(match.start())
        elif rank == 1:
            break
    return found


def _inline(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return the count of items named in the same sentence, behind a colon or in front of 等."""
    before = _BEFORE.search(scene.before(statement, 120))
    if before is None:
        return _behind(scene, statement, count)
    listed, has_more = length_of(before["list"], count), before["list"].endswith("等")
    if listed < LEAST or (listed != count and not has_more):
        return None
    is_open = listed < count or not has_more
    return count_against(statement, count, listed, is_open=is_open)


def _behind(scene: Scene, statement: Statement, count: int) -> Check | None:
    """Return the count of items named behind a colon in the same sentence."""
    behind = _list_behind(scene, statement)
    if behind is None:
        return None
    listing = listing_of(behind["list"])
    listed, items = length_of(listing, count), split_up(listing)
    if not LEAST <= listed <= MOST or not are_single_items(items):
        return None
    may_be_some = listed < count and _SOME.search(behind.group()) is not None
    is_some = may_be_some or bool(_OPEN.search(listing))
    end = statement.end + behind.end()
    is_cut = scene.text[end : end + 1] in ("", "\n", ";", "；")
    is_open = is_some or not is_clean(items) or is_cut
    return count_against(statement, count, listed, is_open=is_open)


def _list_behind(scene: Scene, statement: Statement) -> re.Match[str] | None:
    """Return the list behind a count, if no numbers part it and no other count leads to it."""
    after = _SHORT_NAME.sub(lambda name: "_" * len(name.group()), scene.after(statement, 200))
    found = _INLINE.match(after) or _IN_NAMES.match(after)
    if found is None and simplified(statement.text[-1]) in _CLASSIFIERS:
        found = _AT_ONCE.match(after)
    if found is None or _NUMBERED.match(found["list"]):
        return None
    between = scene.within(statement.end, statement.end + found.start("list"))
    is_led = any(s.start >= statement.end and s.figure.kind == "cardinal" for s in between)
    is_named = _QUOTED_COUNT.search(after[: found.start("list")]) is not None
    is_said = _SPEECH.match(found["list"]) is not None
    return None if is_led or is_named or is_said else found


def _verdict(count: int, listed: int, *, is_open: bool) -> Verdict:
    if count == listed:
        return Verdict.CONSISTENT
    return Verdict.UNDETERMINED if is_open else Verdict.CONFLICT


def count_against(statement: Statement, count: int, listed: int, *, is_open: bool) -> Check:
    """Return a stated count against that of what is listed, all of it or not."""
    working = Message(
        "Stated are {count}, listed are {listed}.",
        {"count": str(Decimal(count)), "listed": str(listed)},
    )
    verdict = _verdict(count, listed, is_open=is_open)
    return check_of(CheckType.LIST, verdict, (statement,), working, 0.7)
