"""What the checks find in texts with planted contradictions, against what was planted."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.checks.statement import Check, Verdict
from tests.checks.reading import checked
from tests.evaluation.check_gold import GoldCheck, read_checks

FOLDER = Path(__file__).parents[1] / "golden" / "checks"


@dataclass(frozen=True, slots=True)
class Score:
    """How many planted contradictions were found, and what else was called one."""

    planted: int
    missed: tuple[GoldCheck, ...]
    false: tuple[Check, ...]


def planted_in(path: Path) -> list[GoldCheck]:
    """Return the contradictions that the rows beside a text name."""
    return [row for row in read_checks(path.with_suffix(".jsonl"))[1] if row.is_conflict]


def score(paths: Iterable[Path]) -> Score:
    """Return what is found in texts, taken together."""
    total, missed, false = 0, list[GoldCheck](), list[Check]()
    for path in paths:
        planted = planted_in(path)
        conflicts = [c for c in checked(path.read_text("utf-8")) if c.verdict is Verdict.CONFLICT]
        total += len(planted)
        missed += [p for p in planted if not any(map(p.is_met_by, conflicts))]
        false += [c for c in conflicts if not any(p.is_met_by(c) for p in planted)]
    return Score(total, tuple(missed), tuple(false))
