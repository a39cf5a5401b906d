"""What each format drops: everything that a file does not hold is named before it is written."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from annotator.formats.base import Format, Options
from annotator.formats.registry import FORMATS
from tests.formats.marked_project import VALUES, marked_project
from tests.formats.projects import EVERYTHING

WRITTEN = [known for known in FORMATS if known.writes]


def contents(name: str, content: bytes) -> Iterator[str]:
    """Yield the text of a file, of archives that of each member, packed columns unpacked."""
    if name.endswith(".parquet"):
        yield str(pq.ParquetFile(BytesIO(content)).read().to_pylist())
    elif name.endswith(".spacy"):
        yield from spoken_of(content)
    else:
        yield content.decode("utf-8")


def spoken_of(content: bytes) -> Iterator[str]:
    """Yield what spaCy finds in a file of its own."""
    import spacy
    from spacy.tokens import DocBin

    for doc in DocBin(store_user_data=True).from_bytes(content).get_docs(spacy.blank("xx").vocab):
        yield f"{doc.text} {doc.user_data}"
        for name, group in doc.spans.items():
            yield f"{name} {[(span.label_, span.text) for span in group]} {group.attrs}"


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


def is_named(known: Format, called: str) -> bool:
    """Say whether the format states, in general or of this project, that it drops something.

    A statement "Everything but ..." names all that does not stand behind it.
    """
    losses = known.losses(marked_project(), EVERYTHING, Options())
    said = "\n".join([known.loses.template, *(str(loss.reason) for loss in losses)]).lower()
    kept = re.match(r"everything but ([^.:;]*)", said)
    pattern = rf"\b(?:{called})\b"
    return not re.search(pattern, kept[1]) if kept else bool(re.search(pattern, said))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_each_value_is_in_the_file_or_named_as_lost(known: Format, tmp_path: Path) -> None:
    there = written(known, tmp_path)
    absent = {
        name: called for name, (shown, called) in VALUES.items() if not re.search(shown, there)
    }
    assert [name for name, called in absent.items() if not is_named(known, called)] == []
