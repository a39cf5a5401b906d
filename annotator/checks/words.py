"""Words compared: what two passages share, in Chinese characters or English words."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

HAN = "\u3400-\u9fff"
_ENGLISH_STOP = """
the a an of to in on at by for and or with from as is are was were be been that this these those it
its our we they their there has have had will would which who not than more about over per each all
also so but said you your he she his her i us my so up down out into after before during between
since far now today yesterday already we've i've they've it's that's there's
"""
STOP = frozenset(_ENGLISH_STOP.split())
_UNIT = re.compile(rf"[A-Za-z][A-Za-z'’\-]+|[{HAN}]|[^\s]")
TOGETHER = "(?:[加合凑](?:起来|总|[在到]?一[起块]儿?)|相加)"
"""Chinese words that take numbers together."""
FUNCTION = frozenset("共的了和与在是等把为将以及从到向也都就还又其有我们这那一个已")
_NOUN_AT_END = re.compile(f"[{HAN}]{{4}}\\Z")
CHINESE_LEAST, ENGLISH_LEAST = 3, 2
"""Fewer pairs of characters or words than this say too little of what is counted."""


_LABEL = re.compile(r"\s*(?:[A-Z][A-Z.,'’\-]+\s?){1,6}(?:\([^()\n]{1,60}\))?:")
_NAME_LABEL = re.compile(r"\s*(?:[A-Z][\w.’'\-]*,? ?){1,6}(?:\([^()\n]{1,60}\))?:(?=\s)")
_HAN_LABEL = re.compile(
    rf"\s*(?:[{HAN}]{{2,4}}|[{HAN}]{{2,10}}[ \u3000][{HAN}]{{2,4}}"
    rf"|[^，。:：\n]{{0,14}}(?:记者|主持人|发言人|提问))[:：]"
)


def behind_label(text: str, start: int) -> int:
    """Return where a sentence starts, without the speaker's name before it."""
    is_first = start == 0 or text[start - 1] == "\n"
    found = _LABEL.match(text, start)
    if is_first:
        found = found or _NAME_LABEL.match(text, start) or _HAN_LABEL.match(text, start)
    return found.end() if found else start


def likeness(first: frozenset[str], second: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the shared weight over the smaller side's and the larger side's, averaged."""
    if not first or not second:
        return 0.0
    shared = math.fsum(weights.get(f, 1.0) for f in first & second)
    sizes = sorted(math.fsum(weights.get(f, 1.0) for f in x) for x in (first, second))
    return 0.5 * shared / sizes[0] + 0.5 * shared / sizes[1]


def shared_part(a: frozenset[str], b: frozenset[str]) -> float:
    """Return how much of the smaller set is in the other one; 0 where it says too little."""
    smaller = min(len(a), len(b))
    is_chinese = any(not word.isascii() for word in a | b)
    least = CHINESE_LEAST if is_chinese else ENGLISH_LEAST
    return len(a & b) / smaller if smaller >= least else 0.0


def same_end(first: str, second: str) -> int:
    """Return with how many Chinese characters that are the same two texts end."""
    pairs = zip(reversed(first), reversed(second), strict=False)
    same = takewhile(lambda pair: pair[0] == pair[1] and "\u3400" <= pair[0] <= "\u9fff", pairs)
    return len(list(same))


def takes_up(first: str, second: str) -> bool:
    """Say whether one text ends with a Chinese noun that the other one has too."""
    ends = [_NOUN_AT_END.search(words) for words in (first, second)]
    return any(
        end is not None and end.group() in other
        for end, other in zip(ends, (second, first), strict=True)
    )


_BULLET = re.compile(
    r"\s*(?:[-*•·●○▪–—]|[0-9]{1,2}[.)、．]|[（(][一二三四五六七八九十0-9]+[）)])\s*"
)
MOST_LINES = 40


def bullets(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines behind a position that start with a bullet stand, without it."""
    start = text.find("\n", position) + 1
    for _line in range(MOST_LINES):
        found = _BULLET.match(text, start) if start else None
        if found is None:
            return
        end = text.find("\n", found.end())
        yield found.end(), end if end >= 0 else len(text)
        start = end + 1


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return an English word in lower case without the commonest endings."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    for ending in ("ies", "es", "s", "ing", "ed"):
        if lower.endswith(ending) and len(lower) > len(ending) + 3:
            return lower.removesuffix(ending) + ("y" if ending == "ies" else "")
    return lower


def shared_run(first: str, second: str, *, from_start: bool = False) -> int:
    """Return how long the longest run of Chinese characters in both texts is.

    An English word counts for two characters. ``from_start`` asks for a run that both begin with.
    """
    a, b = units_of(first), units_of(second)
    if from_start:
        pairs = zip(a, b, strict=False)
        same = takewhile(lambda pair: pair[0] == pair[1] and pair[0][0] != "#", pairs)
        return sum(_worth(unit) for unit, _other in same)
    return longest_run(a, b)


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """Return what the longest run of units in both lists is worth."""
    places: dict[str, list[int]] = {}
    for at, unit in enumerate(b):
        if unit[0] != "#":
            places.setdefault(unit, []).append(at)
    best = 0
    lengths: dict[int, int] = {}
    for unit in a:
        lengths = {at: lengths.get(at - 1, 0) + _worth(unit) for at in places.get(unit, ())}
        best = max(best, *lengths.values(), 0)
    return best


def _worth(unit: str) -> int:
    return 1 if len(unit) == 1 else 2


def units_of(text: str) -> list[str]:
    """Return Chinese characters and English words as units; punctuation equals nothing."""
    found = (piece.lower() for piece in _UNIT.findall(text))
    return [
        unit if unit[0].isalpha() and unit not in STOP and unit not in FUNCTION else f"#{at}"
        for at, unit in enumerate(found)
    ]


_TIMES = re.compile(
    "目前为止|今年|去年|上年|前年|明年|全年|目前|截至|现在|昨天|今天|昨日|今日|共有|一共|总共|累计|其中|已经"
    "|现时|现为|上个?月|本月|同期|至今|上半年|下半年|期间|以来|而家|得返"
)
_JOINING = re.compile(
    f"(?:[为是达到至共有约近超过仅已现则也系]|的?(?:总额|总数|总量|数量|金额|人数|部分)|的\\Z"
    f"|全[国省市县区州港台]|{_TIMES.pattern})+\\Z"
)
_FROM, _ONTO = re.compile("[从由]\\Z"), re.compile("[^，。；、]{0,8}[到至为]")
_LAST_RUN = re.compile(f"[{HAN}]+\\Z")
_NOW = re.compile(r"现[在时]|目前|眼下|而家|\b(?:now|today|currently)\b", re.IGNORECASE)


def telling(words: str) -> Iterator[str]:
    """Yield pairs of Chinese characters and English words that say what words are about."""
    yield from pairs_in(_TIMES.sub(" ", words))
    yield from stems_in(words)


def pairs_in(words: str) -> Iterator[str]:
    """Yield the pairs of Chinese characters that stand side by side and say something."""
    for run in re.findall(f"[{HAN}]+", words):
        for pair in pairwise(run):
            if not FUNCTION.intersection(pair):
                yield "".join(pair)


def stems_in(words: str) -> Iterator[str]:
    """Yield the stems of the English words that say something."""
    for word in re.findall(r"[A-Za-z][A-Za-z'’\-]+", words):
        if word.lower() not in STOP:
            yield stem(word)


def without_times(words: str) -> str:
    """Return words without times and the like at their end, so that they end with a noun."""
    return _JOINING.sub("", words)


def is_onto(before: str, between: str) -> bool:
    """Say whether words lead from one number to what it has become: 从1260家压减到38家."""
    return _FROM.search(before) is not None and _ONTO.fullmatch(between) is not None


def last_nouns(first: str, second: str) -> tuple[str, str]:
    """Return the Chinese words with which two texts end, the shorter first; none: empty."""
    found = [_LAST_RUN.search(words) for words in (first, second)]
    short, long = sorted((run.group() if run else "" for run in found), key=len)
    return short, long


def since_now(words: str) -> str:
    """Return what is said from the last "now" on, which is of no time before."""
    return words[max((found.start() for found in _NOW.finditer(words)), default=0) :]
