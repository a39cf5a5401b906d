"""How high paragraphs that nobody has looked at probably are, from their characters."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from annotator.gui.view.heights import Heights
from annotator.gui.view.measures import Measures
from annotator.gui.view.paragraphs import UTF8, Paragraphs

SAMPLED = 2048
"""From so many code points at its start the height of a block is told."""


class Estimates:
    """Heights of the paragraphs of a text, whose turns stand apart from what is above them."""

    def __init__(
        self, paragraphs: Paragraphs, turn_starts: Sequence[int], measures: Measures
    ) -> None:
        self._paragraphs = paragraphs
        self._turn_starts = turn_starts
        self._measures = measures
        line = measures.column - measures.em / 2
        self._of_byte = (measures.em - measures.half) / 2 / line
        self._of_character = (1.5 * measures.half - measures.em / 2) / line

    def heights(self, lead: int) -> Heights:
        """Return all heights; what is far from all that is looked at is told by samples."""
        sums = [self._sum(b) for b in range(len(self._paragraphs.cuts))]
        return Heights(self._paragraphs.counts, sums, self._of_block, lead)

    def _sum(self, b: int) -> int:
        """Return how high a block is; the first one is looked at in any case."""
        paragraphs = self._paragraphs
        start, end = paragraphs.extent(b)
        sampled = paragraphs.text.rfind("\n", start, start + SAMPLED)
        if b == 0 or sampled < 0 or paragraphs.has_long_lines(b):
            return sum(self._of_block(b))
        part = sum(self._heights(paragraphs.text[start:sampled].split("\n")))
        gaps = len(self._turns_in(b)) * self._measures.turn_gap
        return part * (end - start + 1) // (sampled - start + 1) + gaps

    def _of_block(self, b: int) -> Sequence[int]:
        paragraphs, own = self._paragraphs, self._paragraphs.pieces_of_block(b)
        block = paragraphs.block(b)
        slices = map(slice, block.starts, block.ends)
        heights = list(self._heights(map(paragraphs.text.__getitem__, slices)))
        firsts = {paragraphs.at(start) for start in self._turns_in(b)}
        for k in firsts - {0}:
            heights[k - own.start] += self._measures.turn_gap
        if paragraphs.has_long_lines(b):
            for k in filter(paragraphs.goes_on, own):
                heights[k - own.start] -= self._measures.gap
        return heights

    def _heights(self, texts: Iterable[str]) -> Iterator[int]:
        """Yield how high texts probably are; wide characters have three bytes."""
        of_byte, of_character = self._of_byte, self._of_character
        pitch, empty = self._measures.pitch, self._measures.pitch // 2
        once = pitch + self._measures.gap
        for text in texts:
            size, length = len(text.encode(UTF8, "surrogatepass")), len(text)
            yield int(size * of_byte + length * of_character) * pitch + once if length else empty

    def _turns_in(self, b: int) -> Sequence[int]:
        """Return where turns start in a block."""
        start, end = self._paragraphs.extent(b)
        first, after = (bisect_left(self._turn_starts, at) for at in (start, end + 1))
        return self._turn_starts[first:after]
