"""Counts that no figure marks, such as 三个确保 and 四原则, with what is listed behind them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotator.checks.listing import LEAST
from annotator.checks.lists import NUMERALS, RANK, list_of
from annotator.checks.scene import Scene
from annotator.checks.statement import Check, Statement
from annotator.checks.words import HAN

_COUNT = rf"(?P<n>[{NUMERALS}])(?![{NUMERALS}])[个大项条类]?"
_SLOGAN = re.compile(
    rf"(?<![第之每各前后同期周拜一十百千万亿半几数0-9“\"「{NUMERALS}]){_COUNT}(?=[{HAN}]{{2,6}}[：:，,])"
)
_QUOTED = re.compile(rf"(?<=[“\"「]){_COUNT}(?=[”\"」][{HAN}]{{2,6}}[：:，,])")
_NUMBERED = re.compile(
    rf"(?<=[“\"「]){_COUNT}(?=[{HAN}]{{2,6}}[”\"」][{HAN}]{{0,8}}[：:，,。]一是)"
)


def slogans(scene: Scene) -> Iterator[Check]:
    """Yield counts in the names of programmes and principles, each with the list behind it."""
    text = scene.text if scene.statements else ""
    for found in (m for p in (_SLOGAN, _QUOTED, _NUMBERED) for m in p.finditer(text)):
        count = RANK.get(found["n"], LEAST)
        if not scene.within(*found.span()):
            check = list_of(scene, _as_count(scene, found, count), count)
            yield from filter(None, [check])


def _as_count(scene: Scene, found: re.Match[str], count: int) -> Statement:
    """Return a count where it stands as the statement of a plain number of things."""
    like, number = scene.statements[0], str(count)
    figure = replace(
        like.figure, low=number, high=number, value="", kind="cardinal", unit="item", comparator=""
    )
    start, end = found.span()
    text = scene.written[start:end]
    return replace(like, start=start, end=end, text=text, figure=figure, annotation=None)
