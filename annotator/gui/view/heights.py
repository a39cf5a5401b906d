"""Heights of paragraphs: sums and updates cost the logarithm of their number.

They are kept in blocks. Of a block that nobody has looked at only the sum is known.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import sub


class Heights:
    """Heights in pixels, by paragraph; ``lead`` pixels are free above the first one.

    ``counts`` says how many paragraphs the blocks have, ``sums`` how high each is; ``of_block``
    tells the heights of its paragraphs when they are needed, which are made to fit the sum.
    """

    def __init__(
        self,
        counts: Sequence[int],
        sums: Sequence[int],
        of_block: Callable[[int], Sequence[int]],
        lead: int = 0,
    ) -> None:
        self._firsts = list(accumulate(counts, initial=0))
        self._sums = _Sums(sums)
        self._blocks: dict[int, _Sums] = {}
        self._of_block = of_block
        self._lead = lead

    @property
    def total(self) -> int:
        """All heights together, with the lead."""
        return self._lead + self._sums.total

    def __getitem__(self, k: int) -> int:
        """Return the height of a paragraph."""
        b, own = self._find(k)
        return self._block(b).values[own]

    def top(self, k: int) -> int:
        """Return where a paragraph starts: the sum of all heights above it."""
        b, own = self._find(k)
        return self._lead + self._sums.before(b) + (self._block(b).before(own) if own else 0)

    def set(self, k: int, height: int) -> int:
        """Change a height; returns by how much."""
        b, own = self._find(k)
        change = height - self._block(b).values[own]
        if change:
            self._block(b).add(own, change)
            self._sums.add(b, change)
        return change

    def find(self, y: int) -> tuple[int, int]:
        """Return the paragraph at ``y`` and how far below its top that is; in the lead above it."""
        b, below = self._sums.find(max(0, y) - self._lead)
        own, below = self._block(b).find(below)
        return self._firsts[b] + own, below

    def _find(self, k: int) -> tuple[int, int]:
        """Return the block of a paragraph and its number there; behind the last one, the last."""
        b = bisect_right(self._firsts, k, 0, len(self._firsts) - 1) - 1
        return b, k - self._firsts[b]

    def _block(self, b: int) -> "_Sums":
        if b not in self._blocks:
            heights = _fitted(self._of_block(b), self._sums.values[b])
            self._blocks[b] = _Sums(heights)
        return self._blocks[b]


def _fitted(heights: Sequence[int], total: int) -> Sequence[int]:
    """Return heights in the same proportion that make a sum: what is below stays where it is."""
    own = sum(heights)
    if own == total:
        return heights
    return [b - a for a, b in pairwise(s * total // own for s in accumulate(heights, initial=0))]


class _Sums:
    """Numbers in a Fenwick tree."""

    def __init__(self, values: Sequence[int]) -> None:
        self.values = list(values)
        sums = list(accumulate(values, initial=0))
        self._tree = sums[:]
        span = 1
        while span < len(sums):  # numbers whose lowest bit this is, all at once
            self._tree[span :: 2 * span] = map(sub, sums[span :: 2 * span], sums[:: 2 * span])
            span *= 2
        self.total = sums[-1]

    def before(self, at: int) -> int:
        """Return the sum of all numbers before one."""
        total = 0
        while at > 0:
            total += self._tree[at]
            at &= at - 1
        return total

    def add(self, at: int, change: int) -> None:
        """Make a number larger."""
        self.values[at] += change
        self.total += change
        i = at + 1
        while i < len(self._tree):
            self._tree[i] += change
            i += i & -i

    def find(self, y: int) -> tuple[int, int]:
        """Return at which number the sum passes ``y`` and what is left of ``y`` there."""
        at = 0
        bit = 1 << (len(self.values).bit_length() - 1)
        while bit:
            if at + bit < len(self._tree) and self._tree[at + bit] <= y:
                at += bit
                y -= self._tree[at]
            bit >>= 1
        if at < len(self.values):
            return at, y
        return len(self.values) - 1, self.values[-1]
