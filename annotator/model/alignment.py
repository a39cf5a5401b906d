"""Which stretches of an old text are still there in a new one, and where.

Lines that both texts have exactly once anchor the rest (patience diff, Bram Cohen), then clauses,
then words; what is left between anchors goes through Myers' algorithm ("An O(ND) Difference
Algorithm", 1986) within a bound on its steps, so that time grows about as the texts do.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from annotator.model.text import Range

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_CLAUSES = re.compile(
    r"[^。！？；，、.!?;,\n]*[。！？；，、.!?;,\n]+[^\S\n]*|[^。！？；，、.!?;,\n]+"
)
_WORDS = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+|\s+|.", re.DOTALL)
_LEVELS = (_LINES, _CLAUSES, _WORDS)
_MOST_EDITS = 500
"""Myers gives up on a stretch with more insertions and deletions than this."""
_MOST_STEPS = 2_000_000
"""All runs of Myers together take about so many steps, then the rest counts as changed."""
_LARGEST = 200_000
"""A longer stretch without anything to hold on to was written anew."""
_DEEPEST = 40
_CHUNK = 4096
_STRAY = 8


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """So many characters from ``old`` on that stand in the new text from ``new`` on."""

    old: int
    new: int
    length: int


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of each text; ``level`` and ``depth`` say how it was looked at so far."""

    old: Range
    new: Range
    level: int = 0
    depth: int = 0


def align(old: str, new: str) -> list[Block]:
    """Return the common stretches of two texts, in order, apart from each other in one of them."""
    found: list[Block] = []
    steps = _MOST_STEPS
    waiting = [_Region((0, len(old)), (0, len(new)))]
    while waiting:
        region = _trimmed(old, new, waiting.pop(), found)
        if region is None:
            continue
        if region.level == len(_LEVELS):
            steps -= _by_edits(old, new, region, found, steps)
            continue
        anchors = list(_anchors(old, new, region))
        found += anchors
        waiting += _between(region, anchors)
    return list(_without_strays(list(_merged(sorted(found))), len(old), len(new)))


def _trimmed(old: str, new: str, region: _Region, found: list[Block]) -> _Region | None:
    """Take what is the same at both ends off a region; None if nothing is left to compare."""
    (a, a_end), (b, b_end) = region.old, region.new
    head = _common_start(old, new, region)
    if head:
        found.append(Block(a, b, head))
        a, b = a + head, b + head
    tail = _common_end(old, new, _Region((a, a_end), (b, b_end)))
    if tail:
        a_end, b_end = a_end - tail, b_end - tail
        found.append(Block(a_end, b_end, tail))
    if a == a_end or b == b_end:
        return None
    return _Region((a, a_end), (b, b_end), region.level, region.depth)


def _common_start(old: str, new: str, region: _Region) -> int:
    """Return how many first characters are the same; compared in chunks, then one by one."""
    (a, a_end), (b, b_end) = region.old, region.new
    length, most = 0, min(a_end - a, b_end - b)
    while length + _CHUNK <= most:
        if old[a + length : a + length + _CHUNK] != new[b + length : b + length + _CHUNK]:
            break
        length += _CHUNK
    while length < most and old[a + length] == new[b + length]:
        length += 1
    return length


def _common_end(old: str, new: str, region: _Region) -> int:
    """Return how many last characters are the same."""
    (a, a_end), (b, b_end) = region.old, region.new
    length, most = 0, min(a_end - a, b_end - b)
    while length + _CHUNK <= most:
        left = old[a_end - length - _CHUNK : a_end - length]
        if left != new[b_end - length - _CHUNK : b_end - length]:
            break
        length += _CHUNK
    while length < most and old[a_end - length - 1] == new[b_end - length - 1]:
        length += 1
    return length


def _anchors(old: str, new: str, region: _Region) -> Iterator[Block]:
    """Yield the units that both stretches have once, as many as stand in the same order."""
    pattern = _LEVELS[region.level]
    olds, news = _once(pattern, old, region.old), _once(pattern, new, region.new)
    pairs = [(at, news[text], len(text)) for text, at in olds.items() if text in news]
    yield from _rising([Block(*pair) for pair in pairs])


def _once(pattern: re.Pattern[str], text: str, part: Range) -> dict[str, int]:
    """Return where each unit starts that is there once."""
    counts = Counter(pattern.findall(text, *part))
    if 1 not in counts.values():
        return {}
    units = pattern.finditer(text, *part)
    return {u[0]: u.start() for u in units if counts[u[0]] == 1 and not u[0].isspace()}


def _rising(pairs: Sequence[Block]) -> Iterator[Block]:
    """Yield a longest run of pairs that rises in both texts; they rise in the old one already."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, pair in enumerate(pairs):
        place = bisect_left(tails, pair.new)
        before.append(last[place - 1] if place else -1)
        tails[place : place + 1] = [pair.new]
        last[place : place + 1] = [at]
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    yield from reversed(chain)


def _between(region: _Region, anchors: Sequence[Block]) -> Iterator[_Region]:
    """Yield what is left of a region around anchors; without any, to be looked at more finely."""
    is_done = not anchors or region.depth >= _DEEPEST
    level = region.level + is_done
    depth = 0 if is_done else region.depth + 1
    a, b = region.old[0], region.new[0]
    for anchor in anchors:
        yield _Region((a, anchor.old), (b, anchor.new), level, depth)
        a, b = anchor.old + anchor.length, anchor.new + anchor.length
    yield _Region((a, region.old[1]), (b, region.new[1]), level, depth)


def _by_edits(old: str, new: str, region: _Region, found: list[Block], steps: int) -> int:
    """Add what Myers' algorithm finds word by word; returns how many steps it took.

    A stretch that differs in too many words is left as it is: not the same.
    """
    longest = max(region.old[1] - region.old[0], region.new[1] - region.new[0])
    if steps <= 0 or longest > _LARGEST:
        return 0
    left, right = _WORDS.findall(old, *region.old), _WORDS.findall(new, *region.new)
    if abs(len(left) - len(right)) > _MOST_EDITS:
        return 0
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    taken = 0
    for edits in range(min(len(left) + len(right), _MOST_EDITS) + 1):
        trace.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            start = _furthest(reach, diagonal, edits)
            x = _along(left, right, start, diagonal)
            taken += x - start
            reach[diagonal] = x
            if x >= len(left) and x - diagonal >= len(right):
                olds, news = _starts(left, region.old[0]), _starts(right, region.new[0])
                pairs = _walk_back(trace, len(left), len(right))
                found += [Block(olds[i], news[j], len(left[i])) for i, j in pairs]
                return taken + edits * edits
        taken += edits
        if taken > steps:
            break
    return taken


def _along(left: Sequence[str], right: Sequence[str], x: int, diagonal: int) -> int:
    """Return where a diagonal leads from ``x`` on while both sides are the same."""
    while x < len(left) and x - diagonal < len(right) and left[x] == right[x - diagonal]:
        x += 1
    return x


def _starts(words: Sequence[str], first: int) -> list[int]:
    """Return where each of the words starts, which follow each other without gaps."""
    return list(accumulate(map(len, words), initial=first))


def _furthest(reach: dict[int, int], diagonal: int, edits: int) -> int:
    """Return how far along a diagonal one more edit comes: an insertion or a deletion."""
    below, above = reach.get(diagonal - 1, -1), reach.get(diagonal + 1, -1)
    if diagonal == -edits or (diagonal != edits and below < above):
        return above
    return below + 1


def _walk_back(trace: Sequence[dict[int, int]], x: int, y: int) -> Iterator[Range]:
    """Yield the pairs of equal units on the shortest path, from the end."""
    for edits in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[edits], x - y
        below, above = reach.get(diagonal - 1, -1), reach.get(diagonal + 1, -1)
        is_insertion = diagonal == -edits or (diagonal != edits and below < above)
        previous = diagonal + 1 if is_insertion else diagonal - 1
        start = reach.get(previous, 0)
        begin = start if is_insertion else start + 1
        while x > max(begin, 0) and y > max(begin - diagonal, 0):
            x, y = x - 1, y - 1
            yield x, y
        x, y = start, start - previous


def _merged(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with those that continue each other as one."""
    held: Block | None = None
    for block in blocks:
        if held and (held.old + held.length, held.new + held.length) == (block.old, block.new):
            held = Block(held.old, held.new, held.length + block.length)
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _without_strays(blocks: Sequence[Block], old_end: int, new_end: int) -> Iterator[Block]:
    """Yield blocks but for a few characters alone in a passage that was written anew.

    They are the same by chance, and would tear apart what was replaced as a whole.
    """
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else Block(old_end, new_end, 0)
        before = kept[-1] if kept else Block(0, 0, 0)
        if not _is_stray(block, _gap(before, block), _gap(block, following)):
            kept.append(block)
    yield from kept


def _is_stray(block: Block, left: Range, right: Range) -> bool:
    """Say whether more was written anew on either side of a block than it holds."""
    anew = min(left[0] + right[0], left[1] + right[1])
    return block.length <= min(_STRAY, max(left), max(right), anew // 2)


def _gap(block: Block, following: Block) -> Range:
    """Return how many characters lie between two blocks, in the old text and in the new one."""
    return following.old - block.old - block.length, following.new - block.new - block.length
