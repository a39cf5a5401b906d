"""What the checks find in texts with planted contradictions, against what was planted."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.checks.statement import Check, Verdict
from tests.checks.reading import checked

FOLDER = Path(__file__).parents[1] / "golden" / "checks"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Planted:
    """A contradiction that a text was given, and the figures that make it."""

    type: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many planted contradictions were found, and what else was called one."""

    planted: int
    missed: tuple[Planted, ...]
    false: tuple[Check, ...]


def planted_in(path: Path) -> list[Planted]:
    """Return the contradictions that the rows beside a text name."""
    rows = map(json.loads, path.with_suffix(".jsonl").read_text("utf-8").splitlines())
    return [Planted(row["type"], tuple((a, b) for a, b in row["spans"])) for row in rows]


def meets(planted: Planted, check: Check) -> bool:
    """Say whether a check names a contradiction: its type and at least two of its figures."""
    hits = sum(touches(span, check) for span in planted.spans)
    return check.type.value == planted.type and hits >= min(2, len(planted.spans))


def touches(span: Span, check: Check) -> bool:
    """Say whether one of a check's passages overlaps a span."""
    return any(span[0] < p.end and p.start < span[1] for p in check.passages)


def score(paths: Iterable[Path]) -> Score:
    """Return what is found in texts, taken together."""
    total, missed, false = 0, list[Planted](), list[Check]()
    for path in paths:
        planted = planted_in(path)
        conflicts = [c for c in checked(path.read_text("utf-8")) if c.verdict is Verdict.CONFLICT]
        total += len(planted)
        missed += [p for p in planted if not any(meets(p, c) for c in conflicts)]
        false += [c for c in conflicts if not any(meets(p, c) for p in planted)]
    return Score(total, tuple(missed), tuple(false))
