"""The formats there are, and which one a file is in."""

from pathlib import Path

import pytest

from annotator.formats.base import Format, Options
from annotator.formats.csv_file import CSV
from annotator.formats.jsonl import JSONL
from annotator.formats.registry import FORMATS, format_named, guess
from annotator.formats.xlsx_file import XLSX
from annotator.model.errors import UserError
from tests.formats.projects import EVERYTHING, full_project


@pytest.mark.parametrize("known", FORMATS)
def test_every_format_says_what_it_is_and_loses(known: Format) -> None:
    found = format_named(known.name)
    assert found is known
    assert str(found.title)
    assert str(found.loses)
    assert all(extension.startswith(".") for extension in found.extensions)


@pytest.mark.parametrize("known", FORMATS)
def test_every_format_is_in_the_readme(known: Format) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert f"**{known.name}**" in readme.read_text("utf-8")


def test_no_name_stands_twice() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UserError, match="no format pdf; there are jsonl, csv, xlsx, qdpx"):
        format_named("pdf")


@pytest.mark.parametrize("known", [known for known in FORMATS if known.writes])
def test_a_written_file_is_recognised(known: Format, tmp_path: Path) -> None:
    chosen = format_named(known.name)
    path = tmp_path / f"out{chosen.extensions[0]}"
    chosen.write(full_project(), EVERYTHING, path, Options())
    assert guess(path) is chosen


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("export.txt", b'{"format":"annotator-jsonl","version":1}', JSONL),
        ("export.jsonl", b'\xef\xbb\xbf{"format":"annotator-jsonl"}', JSONL),
        ("other.jsonl", b'{"text":"doccano"}', None),
        ("notes.csv", b"document,label", CSV),
        ("notes.txt", b"document,label", None),
        ("deck.pptx", b"PK\x03\x04", None),
        ("sheet.xlsx", b"PK\x03\x04", XLSX),
        ("sheet.xlsx", b"not a zip", None),
    ],
)
def test_content_decides_before_the_name(name: str, head: bytes, expected: object) -> None:
    assert guess(Path(name), head) is expected


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        guess(tmp_path / "none.csv")
