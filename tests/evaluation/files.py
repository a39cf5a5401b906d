"""Files of labelled texts: JSON lines, and the text beside them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_KINDS = ("nonfigures", "figures", "checks", "claims")


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, none if there is no such file."""
    if path.exists():
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def text_path(path: Path) -> Path:
    """Return where the text of labels is: NAME.txt for NAME.jsonl or NAME.figures.jsonl.

    ``figures.jsonl`` without a name goes with ``transcript.txt``.
    """
    name = path.name.removesuffix(".jsonl")
    for kind in _KINDS:
        if name == kind or name.endswith(f".{kind}"):
            name = name.removesuffix(kind).rstrip(".")
            break
    return path.with_name(f"{name or 'transcript'}.txt")


def text_beside(path: Path) -> str:
    """Return the text that labels are about."""
    return text_path(path).read_text("utf-8")


def kind_of(path: Path) -> str:
    """Return what a file labels, by its first row: figures, nonfigures, checks, claims or nothing.

    What is labelled without being a figure is told by the file's name.
    """
    row = next(rows_of(path), {})
    if "spans" in row and "verdict" in row:
        return "checks"
    if row.get("label") in (0, 1) and "start" in row:
        return "claims"
    if path.name.endswith("nonfigures.jsonl"):
        return "nonfigures"
    return "figures" if {"value", "low"} & row.keys() else ""


def gold_files(path: Path) -> list[Path]:
    """Return the labelled files of a folder and those below it, or the file itself."""
    return sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
