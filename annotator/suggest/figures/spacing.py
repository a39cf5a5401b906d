"""Text that sets Chinese apart from digits by spaces (共 300 人), read as if it did not.

So is text whose lines break within a Chinese number. All patterns of figures are for Chinese
without such gaps. A text that has them is read without them, and what is found in it is put back
in its place in the text as it is.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from annotator.model.text import Range

_HAN, _DIGIT = "[㐀-鿿]", "[0-9０-９]"
_GAP = re.compile(
    f" (?:(?<={_HAN} )(?={_DIGIT})(?![0-9]{{1,2}}[.、)](?![0-9]))"
    f"|(?:(?<={_DIGIT} )|(?<=[%％] ))(?={_HAN}))"
)
"""A space between Chinese and digits that do not count off: not in 概况 2.资金."""
_ONES = "一二三四五六七八九"
_BREAK = re.compile(
    f"\n(?:(?<=[{_ONES}]\n)(?=[十百千][{_ONES}零〇]|[萬億万亿][{_ONES}零〇])"
    f"|(?<=[{_ONES}零〇][十百千萬万]\n)(?=[{_ONES}零][^、.,，)）]))"
)
"""A line's end within a Chinese number: 四⏎千零八例, 三百⏎五十人."""


@dataclass(frozen=True, slots=True)
class Unspaced:
    """A text without its gaps: ``gaps`` are where they are in the text that has them.

    ``before`` says for each gap how many characters of ``text`` stand before it.
    """

    text: str
    gaps: tuple[int, ...]
    before: tuple[int, ...]

    def without(self, part: Range) -> Range:
        """Return where a part of the text with gaps lies in the one without."""
        start, end = part
        return start - bisect_left(self.gaps, start), end - bisect_left(self.gaps, end)

    def within(self, part: Range) -> Range:
        """Return where a part of the text without gaps, which is not empty, lies in the other."""
        start, last = part[0], part[1] - 1
        return (
            start + bisect_right(self.before, start),
            last + bisect_right(self.before, last) + 1,
        )


def unspaced(text: str) -> Unspaced | None:
    """Return a text without the gaps between Chinese and digits, or None if it has none."""
    gaps = tuple(sorted(gap.start() for told in (_GAP, _BREAK) for gap in told.finditer(text)))
    if not gaps:
        return None
    before = tuple(gap - passed for passed, gap in enumerate(gaps))
    ends = zip((-1, *gaps), (*gaps, len(text)), strict=True)
    return Unspaced("".join(text[last + 1 : gap] for last, gap in ends), gaps, before)
