"""Where the passages of a text are after it was corrected."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.alignment import Block, align
from annotator.model.text import Range, trimmed

_LIKE = 0.4
"""Which share of a passage must be left where its ends were written anew."""
_LONGER = 4
_CONTEXT = 40
_TELLING = 8
_MOST_PLACES = 64
_MOST_SEARCHES = 2_000


@dataclass(frozen=True, slots=True)
class Moved:
    """The passage reads the same in the new text, there or elsewhere."""

    old: Range
    new: Range


@dataclass(frozen=True, slots=True)
class Changed:
    """The passage reads otherwise in the new text."""

    old: Range
    new: Range


@dataclass(frozen=True, slots=True)
class Lost:
    """The passage is gone; ``near`` is where it would stand in the new text."""

    old: Range
    near: int


Outcome = Moved | Changed | Lost


def reanchor(old: str, new: str, spans: Sequence[Range]) -> list[Outcome]:
    """Return what became of each span of ``old`` in ``new``, in the order of ``spans``."""
    places = _Places(old, new)
    return [places.outcome(span) for span in spans]


class _Places:
    """Finds passages of one text in another by the stretches that they share."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        end = Block(len(old), len(new), 0)
        self._blocks = [Block(0, 0, 0), *align(old, new), end]
        self._starts = [block.old for block in self._blocks]
        self._searches = _MOST_SEARCHES

    def outcome(self, span: Range) -> Outcome:
        start, end = span
        inside = list(self._shared(span))
        if len(inside) == 1 and inside[0].length == end - start:
            return Moved(span, (inside[0].new, inside[0].new + inside[0].length))
        first, is_first_clean = self._start(start, inside)
        last, is_last_clean = self._end(end, inside)
        found = trimmed(self._new, first, max(first, last))
        if place := self._quote_near(span, found):
            return Moved(span, place)
        shared = sum(block.length for block in inside)
        is_clean = is_first_clean and is_last_clean
        if found[0] < found[1] and self._is_like(span, found, shared, is_clean=is_clean):
            return Changed(span, found)
        if place := self._quote_elsewhere(span):
            return Moved(span, place)
        return Lost(span, min(first, len(self._new)))

    def _shared(self, span: Range) -> Iterator[Block]:
        """Yield the parts of the span that both texts have."""
        at = max(bisect_right(self._starts, span[0]) - 1, 0)
        while at < len(self._blocks) and self._blocks[at].old < span[1]:
            block = self._blocks[at]
            start = max(span[0], block.old)
            end = min(span[1], block.old + block.length)
            if start < end:
                yield Block(start, block.new + start - block.old, end - start)
            at += 1

    def _start(self, start: int, inside: Sequence[Block]) -> tuple[int, bool]:
        """Return where a span starts in the new text, and whether that is sure.

        It is sure where its first character is still there, or where what replaces it begins
        exactly there.
        """
        if inside and inside[0].old == start:
            return inside[0].new, True
        before = self._blocks[bisect_right(self._starts, start) - 1]
        if before.old + before.length == start:
            return before.new + before.length, True
        return (inside[0].new if inside else before.new + before.length), False

    def _end(self, end: int, inside: Sequence[Block]) -> tuple[int, bool]:
        """Return where a span ends in the new text, and whether that is sure."""
        if inside and inside[-1].old + inside[-1].length == end:
            return inside[-1].new + inside[-1].length, True
        following = self._blocks[min(bisect_right(self._starts, end - 1), len(self._blocks) - 1)]
        if following.old == end:
            return following.new, True
        return (inside[-1].new + inside[-1].length if inside else following.new), False

    def _is_like(self, span: Range, found: Range, shared: int, *, is_clean: bool) -> bool:
        """Say whether a stretch of the new text can be what the span became."""
        length, new_length = span[1] - span[0], found[1] - found[0]
        if is_clean:
            return new_length <= _LONGER * length + _TELLING
        return shared >= _LIKE * max(length, new_length)

    def _quote_near(self, span: Range, found: Range) -> Range | None:
        """Return where the span's words stand unchanged at the place where it was found.

        A diff cannot tell which of two equal passages was taken out; the one whose
        surroundings fit best is the span's.
        """
        quote = self._old[slice(*span)]
        start = max(0, found[0] - len(quote))
        end = min(found[1], found[0] + _LONGER * len(quote) + _CONTEXT) + len(quote)
        best: tuple[int, int] | None = None
        for _tried in range(_MOST_PLACES):
            at = self._new.find(quote, start, end)
            if at < 0:
                break
            rank = (self._context(span, (at, at + len(quote))), -at)
            best = max(best, rank) if best else rank
            start = at + 1
        return (-best[1], -best[1] + len(quote)) if best else None

    def _context(self, span: Range, place: Range) -> int:
        """Return how many characters around two places are the same."""
        left = zip(
            reversed(self._old[max(0, span[0] - _CONTEXT) : span[0]]),
            reversed(self._new[max(0, place[0] - _CONTEXT) : place[0]]),
            strict=False,
        )
        right = zip(
            self._old[span[1] : span[1] + _CONTEXT],
            self._new[place[1] : place[1] + _CONTEXT],
            strict=False,
        )
        return _run(left) + _run(right)

    def _quote_elsewhere(self, span: Range) -> Range | None:
        """Return where the span's words stand if each text has them exactly once."""
        quote = self._old[slice(*span)]
        if len(quote) < _TELLING or self._searches <= 0:
            return None
        self._searches -= 1
        at = self._new.find(quote)
        if at < 0 or self._new.find(quote, at + 1) >= 0:
            return None
        if self._old.find(quote) != span[0] or self._old.find(quote, span[0] + 1) >= 0:
            return None
        return at, at + len(quote)


def _run(pairs: Iterator[tuple[str, str]]) -> int:
    """Return how many first pairs are equal."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
