"""The golden source files, and what a reader makes of them."""

from pathlib import Path

from annotator.reading.sources import SourceItem, read_item, read_sources
from annotator.reading.transcript import Transcript

FOLDER = Path(__file__).parents[1] / "golden" / "sources"


def read_golden(name: str) -> Transcript:
    """Return the one transcript of a golden file."""
    (only,) = read_sources(FOLDER / name)
    return only


def read_content(name: str, data: bytes, encoding: str | None = None) -> list[Transcript]:
    """Return the transcripts of a file of this name with these bytes."""
    return list(read_item(SourceItem(name, lambda: data), encoding))


def expected(name: str) -> list[str]:
    """Return the paragraphs that a golden file was made of."""
    return (FOLDER / f"{name}.expected.txt").read_text(encoding="utf-8").splitlines()


def read_golden_all(name: str) -> list[Transcript]:
    """Return all transcripts of a golden file."""
    return list(read_sources(FOLDER / name))
