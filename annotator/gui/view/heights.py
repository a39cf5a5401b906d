"""Heights of paragraphs in a Fenwick tree: sums and updates cost the logarithm of their number."""

from collections.abc import Sequence
from itertools import accumulate
from operator import sub


class Heights:
    """Heights in pixels, by paragraph; ``lead`` pixels are free above the first one."""

    def __init__(self, heights: Sequence[int], lead: int = 0) -> None:
        self._heights = list(heights)
        self._lead = lead
        sums = list(accumulate(heights, initial=0))
        self._tree = sums[:]
        span = 1
        while span < len(sums):  # numbers whose lowest bit this is, all at once
            self._tree[span :: 2 * span] = map(sub, sums[span :: 2 * span], sums[:: 2 * span])
            span *= 2
        self.total = lead + sums[-1]

    def __getitem__(self, k: int) -> int:
        """Return the height of a paragraph."""
        return self._heights[k]

    def top(self, k: int) -> int:
        """Return where a paragraph starts: the sum of all heights above it."""
        total = self._lead
        while k > 0:
            total += self._tree[k]
            k &= k - 1
        return total

    def set(self, k: int, height: int) -> int:
        """Change a height; returns by how much."""
        change = height - self._heights[k]
        self._heights[k] = height
        self.total += change
        i = k + 1
        while change and i < len(self._tree):
            self._tree[i] += change
            i += i & -i
        return change

    def find(self, y: int) -> tuple[int, int]:
        """Return the paragraph at ``y`` and how far below its top that is; in the lead above it."""
        k, y = 0, max(0, y) - self._lead
        bit = 1 << (len(self._heights).bit_length() - 1)
        while bit:
            if k + bit < len(self._tree) and self._tree[k + bit] <= y:
                k += bit
                y -= self._tree[k]
            bit >>= 1
        if k < len(self._heights):
            return k, y
        return len(self._heights) - 1, self._heights[-1]
