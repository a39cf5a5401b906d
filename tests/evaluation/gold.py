"""Labelled texts: a figures file (JSON lines), its text and, beside them, what is no figure."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluation.files import rows_of, text_beside

Span = tuple[int, int]
_SAME_KIND = {
    "ratio": ("ratio", "multiple", "score"),
    "range": ("range",),
    "cardinal": ("cardinal", "temperature"),
    "date": ("date", "time"),
}
"""Kinds of older labels, which knew no multiples, scores, temperatures and times."""


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A labelled figure; ``low`` and ``high`` are decimal text, ``iso`` a date's value."""

    start: int
    end: int
    text: str
    kind: str
    low: str
    high: str
    iso: str
    approximator: str
    comparator: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that count as this one."""
        return _SAME_KIND.get(self.kind, (self.kind,))


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its labels; positions are code points."""

    name: str
    text: str
    figures: tuple[GoldFigure, ...]
    non_figures: tuple[Span, ...]


def read_gold(path: Path) -> GoldText:
    """Read a labelled text: a folder with ``figures.jsonl``, or such a file itself.

    ``NAME.figures.jsonl`` goes with ``NAME.txt`` and ``NAME.nonfigures.jsonl``, ``figures.jsonl``
    with ``transcript.txt`` and ``nonfigures.jsonl``.

    Raises:
        ValueError: a label's text is not what stands there.
    """
    labels = path / "figures.jsonl" if path.is_dir() else path
    stem = labels.name.removesuffix("nonfigures.jsonl").removesuffix("figures.jsonl")
    labels = labels.with_name(f"{stem}figures.jsonl")
    text = text_beside(labels)
    beside = labels.with_name(f"{stem}nonfigures.jsonl")
    figures = sorted((_figure(row) for row in rows_of(labels)), key=lambda figure: figure.start)
    for figure in figures:
        if text[figure.start : figure.end] != figure.text:
            raise ValueError(f"{labels}: no {figure.text!r} at {figure.start}")
    others = tuple((row["start"], row["end"]) for row in rows_of(beside))
    return GoldText(str(path), text, tuple(figures), others)


def golds_in(path: Path) -> list[GoldText]:
    """Read every labelled text of a folder, or the one that the path names."""
    if path.is_dir() and not (path / "figures.jsonl").exists():
        return [read_gold(file) for file in sorted(path.rglob("*figures.jsonl")) if _labels(file)]
    return [read_gold(path)]


def _labels(file: Path) -> bool:
    return not file.name.endswith("nonfigures.jsonl")


def _figure(row: dict[str, Any]) -> GoldFigure:
    low, high, iso = _value(row)
    return GoldFigure(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        kind=row.get("kind") or "",
        low=low,
        high=high,
        iso=iso,
        approximator=row.get("approximator", row.get("approx")) or "",
        comparator=row.get("comparator", row.get("cmp")) or "=",
    )


def _value(row: dict[str, Any]) -> tuple[str, str, str]:
    """Return low, high and ISO text: ``value`` is a number, a pair or, for a date, text."""
    value = row.get("value")
    if row.get("low") not in {None, ""}:
        high = row.get("high")
        return str(row["low"]), "" if high is None else str(high), ""
    if isinstance(value, list):
        low, high = value
        return str(low), "" if high is None else str(high), ""
    if isinstance(value, str):
        return "", "", value
    return ("", "", "") if value is None else (str(value), str(value), "")
