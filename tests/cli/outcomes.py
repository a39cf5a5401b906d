"""What a call of the command came to, and how tests look at what it wrote."""

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """What one call of the command came to."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> list[dict[str, Any]]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


CommandLine = Callable[..., Outcome]
FORMAT_NAMES = ["jsonl", "csv", "xlsx"]


def is_one_sentence(text: str) -> bool:
    """Say whether a message is one line that ends like a sentence, and no traceback."""
    return text.count("\n") == 1 and text.rstrip("\n")[-1] in ".?" and "Traceback" not in text


def csv_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def meddle(path: Path, statement: str) -> None:
    """Change a project file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(statement)
