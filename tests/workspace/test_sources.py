"""Texts from transcripts, folders and projects, one after the other."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.workspace.project import Project
from annotator.workspace.sources import files_in, readable, require_files, sources_in
from tests.example import TEXT


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    """Return the example press conference as a text file."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_transcript_is_one_source_with_its_speeches(transcript: Path) -> None:
    [source] = sources_in(transcript)
    assert (source.file, source.text, source.document) == (str(transcript), TEXT, "")
    assert source.language == "zh-Hans"
    spoken = [TEXT[x.start : x.end][:3] for x in source.speeches if x.role != "lead"]
    assert spoken == ["女士们", "今年新", "请问1"]


def test_what_is_piped_in_is_a_source(monkeypatch: pytest.MonkeyPatch, transcript: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        piped = TextIOWrapper(BytesIO(TEXT.encode(encoding)))
        monkeypatch.setattr("sys.stdin", piped)
        [source] = sources_in(Path("-"), encoding)
        assert (source.file, source.text) == ("-", TEXT)
        assert source.speeches == next(sources_in(transcript)).speeches


def test_a_project_is_a_source_for_each_document(tmp_path: Path, transcript: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text("发布会\n主持人:共3人。\n", "utf-8")
    path = tmp_path / "p.annotator"
    with Project.create(path) as project:
        project.import_files(transcript, other)
        titles = [document.title for document in project.documents]
    found = list(sources_in(path))
    assert [source.document for source in found] == titles
    assert [source.text for source in found] == [TEXT, other.read_text("utf-8")]
    assert found[0].speeches == next(sources_in(transcript)).speeches


def test_what_cannot_be_read_is_kept_with_the_reason(tmp_path: Path, transcript: Path) -> None:
    failed: list[tuple[Path, Message]] = []
    found = list(readable([tmp_path / "none.txt", transcript], None, failed))
    assert [source.file for source in found] == [str(transcript)]
    assert [path.name for path, _message in failed] == ["none.txt"]


def test_a_folder_is_searched_and_a_named_file_taken_as_it_is(
    tmp_path: Path, transcript: Path
) -> None:
    odd = tmp_path / "notes.log"
    odd.write_text("5个", "utf-8")
    (tmp_path / "page.HTML").write_text("<p>5</p>", "utf-8")
    (tmp_path / "rows.csv").write_text("a,b", "utf-8")
    assert files_in([tmp_path, odd]) == [transcript, tmp_path / "page.HTML", odd]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no transcript and no project"):
        require_files([tmp_path])
