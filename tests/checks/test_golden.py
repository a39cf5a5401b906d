"""Press conferences with planted contradictions: most are found, and little else is called one."""

import json
from pathlib import Path

import pytest

from annotator.checks.statement import Verdict
from tests.checks.reading import checked
from tests.checks.scoring import FOLDER, planted_in, score

TEXTS = sorted(FOLDER.glob("*.txt"))


def test_the_texts_hold_what_their_rows_say() -> None:
    assert len(TEXTS) == 40
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


@pytest.mark.parametrize("path", sorted((FOLDER / "friends").glob("*.txt")), ids=lambda p: p.stem)
def test_numbers_that_only_look_alike_are_no_conflict(path: Path) -> None:
    found = [c for c in checked(path.read_text("utf-8")) if c.verdict is Verdict.CONFLICT]
    assert found == []
