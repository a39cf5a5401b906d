"""The text cut into what is laid out at a time: its lines, and parts of very long ones."""

import re
from bisect import bisect_right

from annotator.gui.view.graphemes import grapheme_start

LONGEST = 4000
"""Code points: laying out more at a time would take longer than a frame."""

_GOOD_CUT = re.compile(r"[。！？；!?;.,，、\s]")
_SEARCHED = 400


class Paragraphs:
    """Pieces of a text by number; ``starts[k]`` is where piece ``k`` starts, in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.numbers: list[int] = []
        """The number of the line that a piece starts, from 1; 0 for further pieces of it."""
        self.firsts: list[int] = []
        """The piece that each line starts with, by the line's number from 0."""
        at = 0
        for number, line in enumerate(text.split("\n"), start=1):
            self._add_line(at, at + len(line), number)
            at += len(line) + 1

    def _add_line(self, start: int, end: int, number: int) -> None:
        self.firsts.append(len(self.starts))
        while end - start > LONGEST:
            cut = self._cut(start + LONGEST)
            self._add(start, cut, number)
            start, number = cut, 0
        self._add(start, end, number)

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
