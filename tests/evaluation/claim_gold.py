"""Labelled sentences: how well the claims' order puts those worth checking first.

A row has the ``start`` and ``end`` of a sentence and a ``label``, 1 if it is worth checking.
"""

from collections.abc import Iterator
from pathlib import Path

from annotator.reading.sources import read_one
from annotator.suggest.claims import figure_starts, suggest_claims
from tests.evaluation.files import rows_of, text_beside, text_path
from tests.suggest.ranking import average_precision


def report_claims(path: Path, *, is_quiet: bool) -> Iterator[str]:
    """Yield what the order of a text's sentences is worth, one line each."""
    text, rows = text_beside(path), list(rows_of(path))
    for row in rows:
        if text[row["start"] : row["end"]] != row["text"]:
            raise ValueError(f"{path}: no {row['text']!r} at {row['start']}")
    turns = read_one(text_path(path), None).turns
    bodies = [(turn.body_start, turn.end, (turn.role or turn.part).value) for turn in turns]
    found = list(suggest_claims(text, bodies))
    labels, scores, has_number, lines = [], [], [], []
    figures, _exact = figure_starts(text)
    for row in rows:
        here = [s for s in found if s.start < row["end"] and row["start"] < s.end]
        best = max(here, key=lambda s: s.score, default=None)
        labels.append(row["label"])
        scores.append(best.score if best else 0.0)
        has_number.append(float(any(row["start"] <= at < row["end"] for at in figures)))
        reason = best.reason if best else "no sentence of a speech"
        lines.append((scores[-1], f"  {row['label']} {scores[-1]:.2f} {row['text']} | {reason}"))
    yield f"{path}: {len(rows)} sentences, {sum(labels)} worth checking"
    yield f"  average precision of the order    {average_precision(labels, scores):.4f}"
    yield f"  average precision of “has a number” {average_precision(labels, has_number):.4f}"
    if not is_quiet:
        yield from (line for _score, line in sorted(lines, reverse=True))
