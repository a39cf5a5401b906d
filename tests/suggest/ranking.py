"""Labelled sentences, and how well an order of them puts those worth checking first."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

GOLD = Path(__file__).parents[1] / "golden" / "claims"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of a press conference; ``label`` is 1 if it is worth checking."""

    text: str
    label: int
    lang: str
    domain: str
    role: str
    split: str


def labelled(language: str, split: str) -> list[Labelled]:
    """Return the sentences of a language and split (dev, heldout); zh has both scripts."""
    lines = (GOLD / f"{language}.jsonl").read_text("utf-8").splitlines()
    rows = [Labelled(**json.loads(line)) for line in lines]
    return [row for row in rows if row.split == split]


def as_transcript(rows: Sequence[Labelled]) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the sentences as one text, a line each, and its speeches."""
    text, bodies = "", []
    for (_, role), speech in groupby(rows, key=lambda row: (row.domain, row.role)):
        start = len(text)
        text += "".join(f"{row.text}\n" for row in speech)
        bodies.append((start, len(text) - 1, role))
    return text, bodies


def average_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Return the mean precision at each positive, going down the scores.

    Equal scores are one step: the sum over steps of the gain in recall times the precision, as
    in scikit-learn's ``average_precision_score``.
    """
    ranked = sorted(zip(scores, labels, strict=True), reverse=True)
    area, taken, found = 0.0, 0, 0
    for _, step in groupby(ranked, key=lambda pair: pair[0]):
        in_step = [label for _, label in step]
        taken += len(in_step)
        found += sum(in_step)
        area += sum(in_step) * found / taken
    return area / found
