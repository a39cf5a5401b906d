"""Press conferences with planted contradictions: most are found, and little else is called one."""

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from annotator.checks.statement import CheckType, Verdict
from annotator.model.text import Range
from tests.checks.reading import checked
from tests.checks.scoring import FOLDER, planted_in, score
from tests.evaluation.check_gold import read_checks

TEXTS = sorted(FOLDER.glob("*.txt"))


def test_the_texts_hold_what_their_rows_say() -> None:
    assert len(TEXTS) == 73
    for path in TEXTS:
        text = path.read_text("utf-8")
        assert len(planted_in(path)) >= 5
        for line in path.with_suffix(".jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            assert [text[a:b] for a, b in row["spans"]] == row["texts"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_planted_contradictions_are_found(language: str) -> None:
    result = score(path for path in TEXTS if path.name.startswith(language))
    assert len(result.missed) <= 0.1 * result.planted, result.missed
    assert len(result.false) <= 0.1 * result.planted, result.false


def test_numbers_that_are_told_again_are_found_and_few_others() -> None:
    found = wanted = told = right = 0
    for path in TEXTS:
        text, gold = read_checks(path.with_suffix(".jsonl"))
        rows = [row for row in gold if row.type == "repeat"]
        if all(row.is_conflict for row in rows):
            continue
        known = {pair for row in rows for pair in combinations(sorted(row.spans), 2)}
        pairs = [
            tuple(sorted((p.start, p.end) for p in check.passages))
            for check in checked(text)
            if check.type is CheckType.REPEAT
        ]
        wanted += len(known)
        told += len(pairs)
        found += sum(any(overlap(pair, one) for pair in pairs) for one in known)
        right += sum(any(overlap(pair, one) for one in known) for pair in pairs)
    assert wanted > 150
    assert found >= 0.7 * wanted
    assert right >= 0.9 * told


def overlap(pair: Sequence[Range], other: Sequence[Range]) -> bool:
    return all(a < d and c < b for (a, b), (c, d) in zip(pair, other, strict=True))


def test_false_friends_are_no_conflict() -> None:
    friends = 0
    for path in TEXTS:
        text, gold = read_checks(path.with_suffix(".jsonl"))
        conflicts = [c for c in checked(text) if c.verdict is Verdict.CONFLICT]
        for row in (row for row in gold if row.type == "false_friend"):
            friends += 1
            assert not any(map(row.is_met_by, conflicts)), path
    assert friends > 100


@pytest.mark.parametrize("path", sorted((FOLDER / "friends").glob("*.txt")), ids=lambda p: p.stem)
def test_numbers_that_only_look_alike_are_no_conflict(path: Path) -> None:
    found = [c for c in checked(path.read_text("utf-8")) if c.verdict is Verdict.CONFLICT]
    assert found == []
