"""The text cut into what is laid out at a time: its lines, and parts of very long ones.

A long text is cut where somebody looks; of the rest only the lines are counted.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add

from annotator.gui.view.graphemes import grapheme_start
from annotator.model.text import Range

LONGEST = 4000
"""Code points: laying out more at a time would take longer than a frame."""
BLOCK = 1 << 16
"""About so many code points are cut at a time."""

_GOOD_CUT = re.compile(r"[。！？；!?;.,，、\s]")
_SEARCHED = 400
UTF8 = "utf-8"


@dataclass(frozen=True, slots=True)
class Block:
    """The pieces of some lines that follow each other: where each starts and ends.

    ``firsts`` are the pieces that the lines start with, counted from the first of the block.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    firsts: Sequence[int]


class Paragraphs:
    """Pieces of a text by number, in blocks of whole lines; positions are code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts: Sequence[int] = list(_cuts(text))
        """Where each block starts."""
        self._ends = [*((-1).__add__(cut) for cut in self.cuts[1:]), len(text)]
        self._blocks: dict[int, Block] = {}
        self._with_long_lines: set[int] = set()
        stretches = [self.extent(b) for b in range(len(self.cuts))]
        lines = [text.count("\n", start, end) + 1 for start, end in stretches]
        pieces = list(lines)
        for b, (start, end) in enumerate(stretches):
            if _has_long_line(text, start, end):
                self._with_long_lines.add(b)
                pieces[b] = len(self.block(b).starts)
        self._lines = list(accumulate(lines, initial=0))
        self._pieces = list(accumulate(pieces, initial=0))
        self.line_count = self._lines[-1]

    def __len__(self) -> int:
        """Return the number of pieces."""
        return self._pieces[-1]

    # --- blocks ---

    @property
    def counts(self) -> Sequence[int]:
        """How many pieces each block has."""
        return [after - before for before, after in pairwise(self._pieces)]

    @property
    def cut_blocks(self) -> int:
        """How many blocks were looked at."""
        return len(self._blocks)

    def extent(self, b: int) -> Range:
        """Return where a block starts and ends, before the newline behind it."""
        return self.cuts[b], self._ends[b]

    def pieces_of_block(self, b: int) -> range:
        """Return the pieces of a block."""
        return range(self._pieces[b], self._pieces[b + 1])

    def has_long_lines(self, b: int) -> bool:
        """Say whether a block has lines of more than a piece."""
        return b in self._with_long_lines

    def block(self, b: int) -> Block:
        """Return a block, cut now if nobody has looked at it."""
        if b not in self._blocks:
            start, end = self.cuts[b], self._ends[b]
            cut = _with_long_lines_cut if b in self._with_long_lines else _lines_of
            self._blocks[b] = cut(self.text, start, end)
        return self._blocks[b]

    def _find(self, k: int) -> tuple[Block, int]:
        """Return the block of a piece, and the piece's number in it."""
        b = bisect_right(self._pieces, k, 0, len(self.cuts)) - 1
        return self.block(b), k - self._pieces[b]

    # --- pieces ---

    def start(self, k: int) -> int:
        """Return where a piece starts."""
        block, own = self._find(k)
        return block.starts[own]

    def end(self, k: int) -> int:
        """Return where a piece ends, before its newline if it has one."""
        block, own = self._find(k)
        return block.ends[own]

    def of(self, k: int) -> str:
        """Return the text of a piece, without its newline."""
        block, own = self._find(k)
        return self.text[block.starts[own] : block.ends[own]]

    def at(self, position: int) -> int:
        """Return the piece that a position lies in; the end of a line belongs to the line."""
        b = max(0, bisect_right(self.cuts, position) - 1)
        return self._pieces[b] + max(0, bisect_right(self.block(b).starts, position) - 1)

    def between(self, start: int, end: int) -> range:
        """Return the pieces that a stretch of text touches."""
        first = self.at(start)
        return range(first, (first if end <= start + 1 else self.at(end - 1)) + 1)

    def number(self, k: int) -> int:
        """Return the number of the line that a piece starts, from 1; 0 for a further piece."""
        line = self.line_of(k)
        return line + 1 if self.pieces_of(line)[0] == k else 0

    def goes_on(self, k: int) -> bool:
        """Say whether the line of a piece goes on in the next piece."""
        return k + 1 < len(self) and not self.number(k + 1)

    # --- lines ---

    def line_of(self, k: int) -> int:
        """Return the number, from 0, of the line that a piece belongs to."""
        b = bisect_right(self._pieces, k, 0, len(self.cuts)) - 1
        return self._lines[b] + bisect_right(self.block(b).firsts, k - self._pieces[b]) - 1

    def first_of_line(self, k: int) -> int:
        """Return the first piece of the line that a piece belongs to."""
        return self.pieces_of(self.line_of(k))[0]

    def pieces_of(self, line: int) -> range:
        """Return the pieces of a line, by its number from 0."""
        b = bisect_right(self._lines, line, 0, len(self.cuts)) - 1
        firsts, own, base = self.block(b).firsts, line - self._lines[b], self._pieces[b]
        is_last = own + 1 == len(firsts)
        return range(base + firsts[own], self._pieces[b + 1] if is_last else base + firsts[own + 1])

    def line_text(self, line: int) -> str:
        """Return the text of a line, by its number from 0, without its newline."""
        pieces = self.pieces_of(line)
        return self.text[self.start(pieces[0]) : self.end(pieces[-1])]


def _cuts(text: str) -> Iterator[int]:
    """Yield where each block starts: at the start of a line."""
    start = 0
    yield start
    while len(text) - start > BLOCK:
        newline = text.rfind("\n", start, start + BLOCK)
        newline = text.find("\n", start + BLOCK) if newline < 0 else newline
        if newline < 0:
            return
        start = newline + 1
        yield start


def _has_long_line(text: str, start: int, end: int) -> bool:
    """Say whether one of some lines is too long for one piece."""
    while end - start > LONGEST:
        newline = text.rfind("\n", start, start + LONGEST + 1)
        if newline < 0:
            return True
        start = newline + 1
    return False


def _lines_of(text: str, start: int, end: int) -> Block:
    """Return lines that are a piece each."""
    lengths = list(map(len, text[start:end].split("\n")))
    starts = list(accumulate(map((1).__add__, lengths[:-1]), initial=start))
    return Block(starts, list(map(add, starts, lengths)), range(len(starts)))


def _with_long_lines_cut(text: str, start: int, end: int) -> Block:
    """Return lines of which some have several pieces."""
    lines = _lines_of(text, start, end)
    starts: list[int] = []
    ends: list[int] = []
    firsts: list[int] = []
    for a, b in zip(lines.starts, lines.ends, strict=True):
        cuts = list(_cuts_in_line(text, a, b))
        firsts.append(len(starts))
        starts += [a, *cuts]
        ends += [*cuts, b]
    return Block(starts, ends, firsts)


def _cuts_in_line(text: str, start: int, end: int) -> Iterator[int]:
    while end - start > LONGEST:
        start = _cut(text, start + LONGEST)
        yield start


def _cut(text: str, latest: int) -> int:
    """Return a place to cut before ``latest``, behind punctuation where there is some."""
    found = list(_GOOD_CUT.finditer(text, latest - _SEARCHED, latest))
    return grapheme_start(text, found[-1].end() if found else latest)
