"""Lines of a printed page become paragraphs: headers, footers, hyphens and wraps are undone."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = re.compile(f"[{_HAN}\u3000-\u303f\uff00-\uffef“”‘’…—]")
_SPACED = re.compile(f"[{_HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{_HAN}]")
_CLOSE = re.compile(f"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9][{_HAN}]")
_PAGE_NUMBER = re.compile(
    r"^[-–—·•|\s]*(?:page|p\.|第)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页|頁)?"
    r"(?:\s*(?:of|/|共|，共|,共)\s*\d{1,4}\s*(?:页|頁)?)?[-–—·•|\s]*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile("[.!?:。！？：；…][”’\"'」』）)]*$")
_OPENS = re.compile(
    r"^(?:[QA](?:[.:：)]|\s)|[^\s:：。，,.?!？！]{1,12}(?:[ .][^\s:：。，,?!？！]{1,14}){0,4}[:：]"
    r"|>>|[•●■▪◆\-–—]\s"
    r"|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)
_HYPHEN = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_LOWER = re.compile(r"^[^\W\d_]+")
_HYPHENED = frozenset(
    [
        *("long", "short", "high", "low", "well", "full", "part", "half", "self", "non", "mid"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "multi"),
        *("year", "year-on", "first", "second", "third", "all", "cross", "so", "co", "ex", "post"),
    ]
)
_HYPHENED_LAST = frozenset(
    [
        *("term", "time", "based", "wide", "year", "old", "called", "scale", "level", "income"),
        *("related", "led", "making", "quality", "owned", "run", "style", "free", "added", "up"),
    ]
)
"""Parts of compounds that English writes with a hyphen; other hyphens at line ends go."""
_COUNTER = re.compile(r"^\d+|\d+$|(?<=[Pp]age )\d+|(?<=of )\d+|(?<=第)\s*\d+|(?<=共)\s*\d+")
"""The number of the page, as headers and footers have it."""
_EDGE = 2
_SOME = 12
"""One line in so many is often enough for a habit of the document."""
_SAME_PLACE = 4.0
_INDENT = 5.0
_WIDE_GAP = 1.3
_SHORT = 0.8
_VERY_SHORT = 0.5


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line on a page; ``x`` and ``y`` in points from the lower left corner."""

    text: str
    x: float
    y: float
    page: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual in a document: where lines start, how far apart and how wide they are."""

    left: float
    leading: float
    width: float
    has_gaps: bool
    has_indents: bool
    is_spaced: bool
    compounds: frozenset[str]


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[str]:
    """Yield the paragraphs of a document's lines, which are in the order of reading."""
    kept = without_margins(lines)
    if not kept:
        return
    layout = _layout(kept)
    held = [kept[0].text]
    for before, line in pairwise(kept):
        if _starts_paragraph(before, line, layout):
            yield "".join(held)
            held = [line.text]
        else:
            held[-1:] = _joined(held[-1], line.text, layout)
    yield "".join(held)


def without_margins(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the lines without headers, footers and page numbers.

    Rows are taken off from the edge of a page inwards while they are page numbers, or stand at
    the same height with the same words but for numbers on about half of the pages.
    """
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    marks = {_mark(line) for line in lines}
    seen: Counter[tuple[str, int]] = Counter()
    for words, height, _page in marks:
        seen.update((words, height + around) for around in (-1, 0, 1))
    needed = max(2, (len(pages) - 1) // 2)

    def is_margin(line: PrintedLine) -> bool:
        is_numbered = _PAGE_NUMBER.match(line.text) is not None
        return is_numbered or seen[_mark(line)[:2]] >= needed

    dropped = {line for page in pages.values() for line in _margin_of(page, is_margin)}
    return [line for line in lines if line not in dropped]


def _margin_of(
    page: Sequence[PrintedLine], is_margin: Callable[[PrintedLine], bool]
) -> Iterator[PrintedLine]:
    """Yield the lines in the outermost rows, up to the first that is none of the margin's."""
    rows: dict[int, list[PrintedLine]] = {}
    for line in page:
        rows.setdefault(round(line.y), []).append(line)
    heights = sorted(rows)
    for inwards in (heights, heights[::-1]):
        for height in inwards[:_EDGE]:
            if not all(is_margin(line) for line in rows[height]):
                break
            yield from rows[height]


def _mark(line: PrintedLine) -> tuple[str, int, int]:
    return _COUNTER.sub("#", line.text), round(line.y / _SAME_PLACE), line.page


def _layout(lines: Sequence[PrintedLine]) -> _Layout:
    pairs = list(pairwise(lines))
    gaps = [a.y - b.y for a, b in pairs if a.page == b.page and a.y - b.y > 1]
    widths = sorted(width_of(line.text) for line in lines)
    starts = Counter(round(line.x) for line in lines)
    body = [x for x, count in starts.items() if count >= max(starts.values()) / 4]
    joined = "\n".join(line.text for line in lines)
    left, leading = min(body), sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    indented = sum(b.x > left + _INDENT >= a.x for a, b in pairs)
    return _Layout(
        left=left,
        leading=leading,
        has_gaps=sum(gap > _WIDE_GAP * leading for gap in gaps) > len(gaps) / _SOME,
        has_indents=indented > len(pairs) / _SOME,
        width=widths[len(widths) * 9 // 10],
        is_spaced=len(_SPACED.findall(joined)) > len(_CLOSE.findall(joined)),
        compounds=frozenset(re.findall(r"[^\W\d_]+-[^\W\d_]+", joined.lower())),
    )


def width_of(text: str) -> float:
    """Return about how wide a text is, in Chinese characters."""
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide) / 2


def _starts_paragraph(before: PrintedLine, line: PrintedLine, layout: _Layout) -> bool:
    gap = before.y - line.y if before.page == line.page else 0.0
    if layout.leading and gap > _WIDE_GAP * layout.leading:
        return True
    ended = _SENTENCE_END.search(before.text) is not None
    fill = width_of(before.text) / layout.width if layout.width else 1.0
    was_indented = before.x > layout.left + _INDENT
    if line.x > layout.left + _INDENT and (not was_indented or ended or fill < _SHORT):
        return True
    if fill < _VERY_SHORT or (fill < _SHORT and ended):
        return True
    is_told = layout.has_indents or (layout.has_gaps and before.page == line.page)
    return not is_told and ended and _OPENS.match(line.text) is not None


def _is_compound(first: str, second: str, layout: _Layout) -> bool:
    """Say whether two parts are written with a hyphen: there, or as English commonly does."""
    return f"{first}-{second}" in layout.compounds or first in _HYPHENED or second in _HYPHENED_LAST


def _joined(before: str, after: str, layout: _Layout) -> tuple[str, str]:
    """Return two lines of one paragraph as pieces of it, the wrap between them undone."""
    first, second = _HYPHEN.search(before), _LOWER.match(after)
    if first and second and after[0].islower():
        is_compound = _is_compound(first[1].lower(), second[0].lower(), layout)
        return (before if is_compound else before[:-1]), after
    if first or not before or not after:
        return before, after
    is_wide = [_WIDE.match(before[-1]) is not None, _WIDE.match(after[0]) is not None]
    if all(is_wide) or (any(is_wide) and not layout.is_spaced):
        return before, after
    return f"{before} ", after
