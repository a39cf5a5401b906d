"""The checks of a real press conference against what careful readers found in it."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from annotator.checks.statement import Check, CheckType, Verdict
from tests.checks.reading import checked
from tests.evaluation.check_gold import Span, touches

FOLDER = Path(__file__).parents[2].parent / "shared" / "data"
Row = dict[str, object]

pytestmark = pytest.mark.skipif(
    not (FOLDER / "checks.jsonl").exists(), reason="the reference transcript is not here"
)


@pytest.fixture(scope="module")
def found() -> tuple[Check, ...]:
    return checked((FOLDER / "transcript.txt").read_text("utf-8"))


def spans_of(column: str, value: str) -> list[tuple[Span, ...]]:
    rows = map(json.loads, (FOLDER / "checks.jsonl").read_text("utf-8").splitlines())
    return [tuple((a, b) for a, b in row["spans"]) for row in rows if row[column] == value]


def conflicts_among(found: tuple[Check, ...]) -> list[Check]:
    return [check for check in found if check.verdict is Verdict.CONFLICT]


def test_both_inconsistencies_are_conflicts(found: tuple[Check, ...]) -> None:
    for spans in spans_of("verdict", "inconsistent"):
        assert any(all(touches(s, c) for s in spans) for c in conflicts_among(found))


def test_there_are_few_conflicts_and_none_among_false_friends(found: tuple[Check, ...]) -> None:
    conflicts = conflicts_among(found)
    assert len(conflicts) <= 6
    for spans in spans_of("type", "false_friend"):
        assert not any(sum(touches(s, c) for s in spans) >= 2 for c in conflicts)


def test_most_repeats_are_found_and_most_that_is_found_are_repeats(
    found: tuple[Check, ...],
) -> None:
    wanted = {pair for spans in spans_of("type", "repeat") for pair in combinations(spans, 2)}
    hits, told, right = set(), 0, 0
    for check in found:
        if check.type is not CheckType.REPEAT:
            continue
        for a, b in combinations(sorted((p.start, p.end) for p in check.passages), 2):
            same = {
                pair
                for pair in wanted
                if all(overlap(x, y) for x, y in zip((a, b), pair, strict=True))
            }
            hits |= same
            told, right = told + 1, right + bool(same)
    assert len(hits) >= 0.85 * len(wanted)
    assert right >= 0.9 * told


def overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
