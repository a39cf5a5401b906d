"""Labelled checks: rows of figures held against each other, and how well checks agree with them.

A row has a ``type``, a ``verdict`` and ``spans``; "inconsistent" is another word for conflict.
All pairs of a "repeat" row are repeats; "false_friend" rows must be no conflict.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from annotator.checks.run import check_text
from annotator.checks.statement import Check, CheckType, Verdict
from annotator.model.ids import DocumentId
from annotator.workspace.checking import examine
from tests.evaluation.files import rows_of, text_beside

Span = tuple[int, int]
Pair = tuple[Span, Span]
_CONFLICTS = frozenset({"inconsistent", "conflict"})
_AROUND = 16


@dataclass(frozen=True, slots=True)
class GoldCheck:
    """What a reader found: figures that belong together, and whether they can hold."""

    type: str
    verdict: str
    spans: tuple[Span, ...]

    @property
    def is_conflict(self) -> bool:
        """Whether the figures contradict each other."""
        return self.verdict in _CONFLICTS

    def is_met_by(self, check: Check) -> bool:
        """Say whether a check is of this type, if it is one, and names most of the figures."""
        if self.type in set(CheckType) and check.type.value != self.type:
            return False
        return sum(touches(span, check) for span in self.spans) >= min(2, len(self.spans))


def read_checks(path: Path) -> tuple[str, list[GoldCheck]]:
    """Read a text and its labelled checks.

    Raises:
        ValueError: a label's text is not what stands there.
    """
    text = text_beside(path)
    gold: list[GoldCheck] = []
    for row in rows_of(path):
        spans = tuple((start, end) for start, end in row["spans"])
        if [text[a:b] for a, b in spans] != row["texts"]:
            raise ValueError(f"{path}: no {row['texts']} at {spans}")
        gold.append(GoldCheck(row["type"], row["verdict"], spans))
    return text, gold


def report_checks(path: Path, *, is_quiet: bool) -> Iterator[str]:
    """Yield what the checks of a text are worth, one line each."""
    text, gold = read_checks(path)
    found = list(check_text(text, examine(DocumentId(path.stem), text).statements))
    wanted = [row for row in gold if row.is_conflict]
    conflicts = [check for check in found if check.verdict is Verdict.CONFLICT]
    missed = [row for row in wanted if not any(map(row.is_met_by, conflicts))]
    false = [check for check in conflicts if not any(row.is_met_by(check) for row in wanted)]
    yield f"{path}: {len(gold)} checks, {len(found)} found"
    yield f"  conflicts    {len(wanted) - len(missed)} of {len(wanted)} found, {len(false)} false"
    yield from _friends(gold, conflicts)
    yield from _pairs(gold, found)
    yield from _types(found)
    if not is_quiet:
        yield from (f"  missing   {row.type}: {_shown(text, row.spans)}" for row in missed)
        yield from (f"  false     {check.type.value}: {check.working}" for check in false)


def _friends(gold: Sequence[GoldCheck], conflicts: Sequence[Check]) -> Iterator[str]:
    friends = [row for row in gold if row.type == "false_friend"]
    hit = sum(any(map(row.is_met_by, conflicts)) for row in friends)
    if friends:
        yield f"  false friends called a conflict: {hit} of {len(friends)}"


def _pairs(gold: Sequence[GoldCheck], found: Sequence[Check]) -> Iterator[str]:
    """Yield recall and precision of the pairs of figures that repeat each other."""
    rows = [row for row in gold if row.type == "repeat" and not row.is_conflict]
    wanted = {pair for row in rows for pair in combinations(sorted(row.spans), 2)}
    if not wanted:
        return
    repeats = (check for check in found if check.type is CheckType.REPEAT)
    told = [pair for check in repeats for pair in _pairs_of(check)]
    right = sum(any(_same(pair, known) for known in wanted) for pair in told)
    hits = sum(any(_same(pair, known) for pair in told) for known in wanted)
    yield (
        f"  repeat pairs precision {right / len(told) if told else 1:.4f}"
        f"  recall {hits / len(wanted):.4f}"
    )


def _pairs_of(check: Check) -> Iterable[Pair]:
    return combinations(sorted((p.start, p.end) for p in check.passages), 2)


def _types(found: Sequence[Check]) -> Iterator[str]:
    for (kind, verdict), count in sorted(Counter((c.type, c.verdict) for c in found).items()):
        yield f"  {kind.value:8} {verdict.value:12} {count}"


def _same(pair: Pair, known: Pair) -> bool:
    return all(a < d and c < b for (a, b), (c, d) in zip(pair, known, strict=True))


def touches(span: Span, check: Check) -> bool:
    """Say whether one of a check's passages overlaps a span."""
    return any(span[0] < p.end and p.start < span[1] for p in check.passages)


def _shown(text: str, spans: Sequence[Span]) -> str:
    passages = (
        f"{text[max(0, a - _AROUND) : a]}[{text[a:b]}]{text[b : b + _AROUND]}" for a, b in spans
    )
    return " | ".join(passages).replace("\n", "⏎")
