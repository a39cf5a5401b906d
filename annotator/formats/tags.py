"""Tags of tokens that say where spans begin and go on: BIO, BILOU and their relatives."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.formats.base import Loss
from annotator.formats.sheets import FRAGMENTS, Mark, unique_names
from annotator.formats.tokens import Tokens
from annotator.model.ids import LabelId
from annotator.model.message import Message
from annotator.model.records import Label

OUTSIDE = "O"
TAG = re.compile(r"(?:O|[BILUESM]-\S+)")
_STARTS, _ENDS = frozenset("BUS"), frozenset("LEUS")
_UNSAFE = re.compile(r"[\s|]+")
_BLANK = Message("It marks white space only, which belongs to no token.")
_OVERLAP = Message("It overlaps a longer one, and a token has room for one label.")
_WIDER = Message("It does not meet the borders of tokens and is widened to whole ones.")
_SENTENCES = Message("It goes over several sentences and becomes one annotation in each.")
Run = tuple[int, int]
"""The indices of a run's first token and of the one behind its last."""


def tag_names(labels: Iterable[Label]) -> dict[LabelId, str]:
    """Return a name without blanks per label, different from each other."""
    found: dict[LabelId, str] = {}
    for label_id, name in unique_names(labels).items():
        base = made = _UNSAFE.sub("_", name)
        number = 2
        while made in found.values():
            made, number = f"{base}_{number}", number + 1
        found[label_id] = made
    return found


@dataclass(frozen=True, slots=True)
class Placed:
    """Which runs of tokens each annotation takes, and what gets lost on the way."""

    runs: tuple[tuple[Mark, tuple[Run, ...]], ...]
    losses: tuple[Loss, ...]


def placed(tokens: Tokens, marks: Iterable[Mark]) -> Placed:
    """Return where annotations lie if a token has room for one: longer ones first."""
    taken = bytearray(len(tokens.all))
    runs: list[tuple[Mark, tuple[Run, ...]]] = []
    losses: list[Loss] = []
    wanted = []
    for mark in marks:
        parts = [touched for part in mark.ranges if (touched := tokens.touched(*part))]
        size = sum(map(len, parts))
        if parts:
            wanted.append((-size, parts[0][0], mark.number, mark, parts))
        else:
            losses.append(mark.loss(_BLANK))
    for _size, _first, _number, mark, parts in sorted(wanted, key=lambda entry: entry[:3]):
        if any(1 in taken[part.start : part.stop] for part in parts):
            losses.append(mark.loss(_OVERLAP))
            continue
        for part in parts:
            taken[part.start : part.stop] = b"\1" * len(part)
        cut = tuple(run for part in parts for run in _within_sentences(part, tokens))
        runs.append((mark, cut))
        losses += _losses(tokens, mark, parts, cut)
    return Placed(tuple(runs), tuple(losses))


def _within_sentences(part: range, tokens: Tokens) -> Iterator[Run]:
    """Yield the pieces of a run of tokens that lie in one sentence each."""
    borders = tokens.first_of_sentences
    first = part.start
    at = bisect_right(borders, first)
    while borders[at] < part.stop:
        yield first, borders[at]
        first = borders[at]
        at += 1
    yield first, part.stop


def _losses(
    tokens: Tokens, mark: Mark, parts: Sequence[range], cut: tuple[Run, ...]
) -> Iterator[Loss]:
    ends = [(tokens.all[part.start][0], tokens.all[part.stop - 1][1]) for part in parts]
    if ends != [*mark.ranges]:
        yield mark.loss(_WIDER)
    if len(cut) > len(parts):
        yield mark.loss(_SENTENCES)
    if len(mark.ranges) > 1:
        yield mark.loss(FRAGMENTS)


def tags_of(
    runs: Iterable[tuple[Mark, tuple[Run, ...]]],
    names: dict[LabelId, str],
    count: int,
    *,
    is_bilou: bool,
) -> list[str]:
    """Return a tag per token."""
    tags = [OUTSIDE] * count
    for mark, cut in runs:
        name = names[mark.label.id]
        for first, behind in cut:
            tags[first:behind] = [f"I-{name}"] * (behind - first)
            tags[first] = f"B-{name}"
            if is_bilou:
                tags[behind - 1] = f"L-{name}" if behind - first > 1 else f"U-{name}"
    return tags


def runs_in(tags: Sequence[str]) -> Iterator[tuple[str, Run]]:
    """Yield label and run of each span that the tags of one sentence tell, of any scheme."""
    label, first = "", 0
    for at, tag in enumerate([*tags, OUTSIDE]):
        letter, _, name = tag.partition("-")
        if label and (letter in _STARTS or letter == OUTSIDE or name != label):
            yield label, (first, at)
            label = ""
        if letter != OUTSIDE and not label:
            label, first = name, at
        if label and letter in _ENDS:
            yield label, (first, at + 1)
            label = ""
