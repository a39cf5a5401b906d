"""The text cut into what is laid out at a time: its lines, and parts of very long ones."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add, sub

from annotator.gui.view.graphemes import grapheme_start

LONGEST = 4000
"""Code points: laying out more at a time would take longer than a frame."""

_GOOD_CUT = re.compile(r"[。！？；!?;.,，、\s]")
_SEARCHED = 400
UTF8 = "utf-8"


class Paragraphs:
    """Pieces of a text by number; ``starts[k]`` is where piece ``k`` starts, in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = list(map(len, text.split("\n")))
        self.starts: list[int] = list(accumulate(map((1).__add__, lengths[:-1]), initial=0))
        self.ends: list[int] = list(map(add, self.starts, lengths))
        self.numbers: list[int] = list(range(1, len(lengths) + 1))
        """The number of the line that a piece starts, from 1; 0 for further pieces of it."""
        self.firsts: list[int] = list(range(len(lengths)))
        """The piece that each line starts with, by the line's number from 0."""
        if max(lengths) > LONGEST:
            self._cut_long_lines(lengths)
        self.bytes: list[int] = self._bytes()
        """How many bytes of UTF-8 each piece has: wide characters have more than one."""

    def _cut_long_lines(self, lengths: Sequence[int]) -> None:
        """Put several pieces in place of each line that is too long for one."""
        starts, ends, done = self.starts, self.ends, 0
        self.starts, self.ends, self.numbers, self.firsts = [], [], [], []
        for line in [k for k, length in enumerate(lengths) if length > LONGEST]:
            self._add_lines(starts, ends, range(done, line))
            self._add_long_line(starts[line], ends[line], line + 1)
            done = line + 1
        self._add_lines(starts, ends, range(done, len(starts)))

    def _add_lines(self, starts: Sequence[int], ends: Sequence[int], lines: range) -> None:
        """Add lines that are a piece each."""
        self.firsts += range(len(self.starts), len(self.starts) + len(lines))
        self.starts += starts[lines.start : lines.stop]
        self.ends += ends[lines.start : lines.stop]
        self.numbers += range(lines.start + 1, lines.stop + 1)

    def _add_long_line(self, start: int, end: int, number: int) -> None:
        self.firsts.append(len(self.starts))
        while end - start > LONGEST:
            cut = self._cut(start + LONGEST)
            self._add(start, cut, number)
            start, number = cut, 0
        self._add(start, end, number)

    def _bytes(self) -> list[int]:
        if len(self.starts) > len(self.firsts):
            pieces = map(self.text.__getitem__, map(slice, self.starts, self.ends))
            return [len(piece.encode(UTF8, "surrogatepass")) for piece in pieces]
        return list(map(len, self.text.encode(UTF8, "surrogatepass").split(b"\n")))

    def lengths(self) -> Iterator[int]:
        """Return how many code points each piece has."""
        return map(sub, self.ends, self.starts)

    def _cut(self, latest: int) -> int:
        """Return a place to cut before ``latest``, behind punctuation where there is some."""
        found = list(_GOOD_CUT.finditer(self.text, latest - _SEARCHED, latest))
        return grapheme_start(self.text, found[-1].end() if found else latest)

    def _add(self, start: int, end: int, number: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.numbers.append(number)

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.starts)

    def at(self, position: int) -> int:
        """Return the piece that a position lies in; the end of a line belongs to the line."""
        return max(0, bisect_right(self.starts, position) - 1)

    def of(self, k: int) -> str:
        """Return the text of a piece, without its newline."""
        return self.text[self.starts[k] : self.ends[k]]

    def goes_on(self, k: int) -> bool:
        """Say whether the line of a piece goes on in the next piece."""
        return k + 1 < len(self.numbers) and not self.numbers[k + 1]

    def parts(self) -> Iterator[int]:
        """Yield the pieces whose line goes on in the next."""
        if len(self.starts) > len(self.firsts):
            yield from filter(self.goes_on, range(len(self)))

    def line_of(self, k: int) -> int:
        """Return the number, from 0, of the line that a piece belongs to."""
        return bisect_right(self.firsts, k) - 1

    def first_of_line(self, k: int) -> int:
        """Return the first piece of the line that a piece belongs to."""
        return self.firsts[self.line_of(k)]

    def pieces_of(self, line: int) -> range:
        """Return the pieces of a line, by its number from 0."""
        is_last = line + 1 == len(self.firsts)
        return range(self.firsts[line], len(self) if is_last else self.firsts[line + 1])

    def line_text(self, line: int) -> str:
        """Return the text of a line, by its number from 0, without its newline."""
        pieces = self.pieces_of(line)
        return self.text[self.starts[pieces[0]] : self.ends[pieces[-1]]]

    def between(self, start: int, end: int) -> range:
        """Return the pieces that a stretch of text touches."""
        first = bisect_right(self.starts, start) - 1
        last = first if end <= start + 1 else bisect_right(self.starts, end - 1, max(0, first)) - 1
        return range(max(0, first), max(0, last) + 1)
