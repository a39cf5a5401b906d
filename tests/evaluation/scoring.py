"""How well suggested figures agree with labelled ones: spans, values, kinds, hedging words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from annotator.model.suggestion import Suggestion
from tests.evaluation.gold import GoldFigure, Span

_TOLERANCE = Decimal("0.0001")
Pair = tuple[GoldFigure, Suggestion]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was labelled, what was suggested and which of them are the same figure."""

    gold: Sequence[GoldFigure]
    suggested: Sequence[Suggestion]
    pairs: Sequence[Pair]
    non_figures: Sequence[Span] = ()
    hits: Sequence[tuple[Span, Suggestion]] = ()
    context: dict[str, str] = field(default_factory=dict)

    @property
    def exact(self) -> int:
        """How many suggestions have both boundaries right."""
        return sum(_span(gold) == _span(found) for gold, found in self.pairs)

    def precision(self, hits: int) -> float:
        """Return the share of the suggestions that hit."""
        return _share(hits, len(self.suggested))

    def recall(self, hits: int) -> float:
        """Return the share of the labelled figures that were hit."""
        return _share(hits, len(self.gold))

    def f1(self, hits: int) -> float:
        """Return the harmonic mean of precision and recall."""
        return _share(2 * hits, len(self.suggested) + len(self.gold))

    def right(self, name: str) -> tuple[int, int]:
        """Return how many matched figures have the field right, and how many state it."""
        judged = [agrees for pair in self.pairs if (agrees := _agrees(name, *pair)) is not None]
        return sum(judged), len(judged)


def agreement(
    gold: Sequence[GoldFigure],
    suggested: Iterable[Suggestion],
    non_figures: Sequence[Span] = (),
) -> Agreement:
    """Line up labels and suggestions, both in order, one to one where they overlap."""
    found = list(suggested)
    hits = [(span, s) for span in non_figures for s in found if _overlap(span, _span(s))]
    return Agreement(gold, found, _lined_up(gold, found), non_figures, hits)


def wrong_fields(gold: GoldFigure, found: Suggestion) -> list[str]:
    """Return the names of the fields in which a suggestion differs from its label."""
    return [name for name in FIELDS if _agrees(name, gold, found) is False]


FIELDS = ("value", "kind", "approximator", "comparator")


def _lined_up(gold: Sequence[GoldFigure], found: Sequence[Suggestion]) -> list[Pair]:
    """Pair exact matches first, then what overlaps, each label and suggestion once."""
    by_span = {_span(s): s for s in found}
    pairs = [(g, by_span[_span(g)]) for g in gold if _span(g) in by_span]
    used_gold, used = {g.start for g, _ in pairs}, {s.start for _, s in pairs}
    rest = [s for s in found if s.start not in used]
    at = 0
    for label in (g for g in gold if g.start not in used_gold):
        while at < len(rest) and rest[at].end <= label.start:
            at += 1
        if at < len(rest) and _overlap(_span(label), _span(rest[at])):
            pairs.append((label, rest[at]))
            at += 1
    return sorted(pairs, key=lambda pair: pair[0].start)


def _agrees(name: str, gold: GoldFigure, found: Suggestion) -> bool | None:
    """Say whether a field agrees; None if the label does not state it."""
    figure = found.figure
    if figure is None:
        return False
    if name == "value":
        return _same_value(gold, figure.low, figure.high, figure.value)
    if name == "kind":
        return None if not gold.kind else figure.kind in gold.kinds
    if name == "approximator":
        return figure.approximator == gold.approximator
    return figure.comparator == gold.comparator


def _same_value(gold: GoldFigure, low: str, high: str, iso: str) -> bool | None:
    if gold.iso:
        return iso == gold.iso
    if not gold.low:
        return None
    wanted_high = gold.high
    return _close(gold.low, low) and (_close(wanted_high, high) if wanted_high else not high)


def _close(one: str, other: str) -> bool:
    if not one or not other:
        return one == other
    first, second = Decimal(one), Decimal(other)
    return abs(first - second) <= _TOLERANCE * max(abs(first), abs(second))


def _span(of: GoldFigure | Suggestion) -> Span:
    return of.start, of.end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
