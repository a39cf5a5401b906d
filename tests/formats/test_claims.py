"""No two formats claim the same file, whoever wrote it."""

from pathlib import Path

import pytest

from annotator.formats.base import Format
from annotator.formats.registry import FORMATS, guess
from annotator.model.errors import UserError
from tests.formats.exchange import fixtures

PARTS = {".conf", ".xml", ".txt", ".sql"}
"""Files that belong to others and are no export by themselves."""
GOLDEN = Path(__file__).parents[1] / "golden"


def claims(path: Path) -> list[str]:
    """Return the formats that claim a file or folder."""
    head = b"" if path.is_dir() else path.read_bytes()[:4096]
    return [known.name for known in FORMATS if known.guess(path, head)]


def test_our_samples_are_claimed_by_their_format_only() -> None:
    for known in (known for known in FORMATS if known.reads):
        folder = GOLDEN / known.name
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.is_file() and path.suffix not in PARTS:
                assert claims(path) == [known.name], path


def test_no_published_file_is_claimed_twice() -> None:
    for path in sorted(fixtures().rglob("*")):
        if path.is_file():
            assert len(claims(path)) <= 1, path
            guess(path)


def test_a_folder_of_files_in_two_formats_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("#FORMAT=WebAnno TSV 3.3\n\n\n", "utf-8")
    (tmp_path / "a.xmi").write_bytes((GOLDEN / "xmi" / "document.xmi").read_bytes())
    assert len(claims(tmp_path)) > 1
    with pytest.raises(UserError, match="several formats"):
        guess(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 4000,
        b'{"a":' * 800,
        b"PK\x03\x04",
        b"\xff\xfe\x00",
        b"#\n",
        b"Moderator: Good morning.\nReporter: Thanks.\n",
        "主持人：大家好。\n记者：谢谢。\n".encode(),
        b'{"text": "a transcript"}\n',
        b'[{"start": 0.0, "end": 1.5, "text": "Whisper"}]',
        b'{"segments": [{"start": 0.0, "end": 1.5, "text": "Whisper"}]}',
        b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
        b"1\n00:00:00,000 --> 00:00:01,000\nHello\n",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl", "a.md", "a.vtt"])
def test_texts_and_damaged_files_are_claimed_by_none(
    content: bytes, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert claims(path) == []


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_missing_file_is_claimed_by_its_head_alone(known: Format) -> None:
    known.guess(Path("nowhere") / "a.zip", b"PK\x03\x04")
    known.guess(Path("nowhere"), b"{")
