"""What each format drops: everything that a file does not hold is named before it is written."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from annotator.formats.base import Format, Options
from annotator.formats.registry import FORMATS
from tests.formats.marked_project import VALUES, marked_project
from tests.formats.projects import EVERYTHING

WRITTEN = [known for known in FORMATS if known.writes]


def contents(name: str, content: bytes) -> Iterator[str]:
    """Yield the text of a file, of archives that of each member, packed columns unpacked."""
    if name.endswith(".parquet"):
        import pyarrow
        from pyarrow.parquet import read_table

        yield str(read_table(pyarrow.BufferReader(content)).to_pylist())
    elif name.endswith(".spacy"):
        yield zlib.decompress(content).decode("utf-8", "replace")
    else:
        yield content.decode("utf-8")


def text_of(path: Path) -> str:
    """Return all that a file says, in small letters."""
    if not is_zipfile(path):
        return "\n".join(contents(path.name, path.read_bytes())).lower()
    with ZipFile(path) as archive:
        parts = [part for n in archive.namelist() for part in contents(n, archive.read(n))]
    return "\n".join(parts).lower()


def written(known: Format, folder: Path) -> str:
    """Return what the format's file says of the project with one of everything."""
    ending = ".zip" if ".zip" in known.extensions else known.extensions[0]
    path = folder / f"out{ending}"
    known.write(marked_project(), EVERYTHING, path, Options())
    return text_of(path)


def stated(known: Format) -> str:
    """Return what the format says it loses: in general, and of this project."""
    losses = known.losses(marked_project(), EVERYTHING, Options())
    return "\n".join([known.loses.template, *(str(loss.reason) for loss in losses)]).lower()


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_each_value_is_in_the_file_or_named_as_lost(known: Format, tmp_path: Path) -> None:
    there, lost = written(known, tmp_path), stated(known)
    unnamed = [
        name
        for name, (shown, called) in VALUES.items()
        if not re.search(shown, there) and not re.search(rf"\b(?:{called})\b", lost)
    ]
    assert unnamed == []
