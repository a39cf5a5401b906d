"""What kind a file is, by its content; folders; and what a person overrides."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.reading.source import SourceFile
from annotator.reading.sources import (
    LARGEST_TABLE,
    SOURCES,
    count_items,
    guess_source,
    read_one,
    read_sources,
    source_named,
)
from tests.reading.golden import FOLDER

KINDS = {
    "briefing.html": "html",
    "briefing-gb.html": "html",
    "briefing.mhtml": "mhtml",
    "harbour.pdf": "pdf",
    "briefing.srt": "srt",
    "briefing.vtt": "vtt",
    "whisperx.json": "whisper",
    "whisper.json": "whisper",
    "faster-whisper.json": "whisper",
    "texts.jsonl": "text-lines",
    "briefing.expected.txt": "text",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
@pytest.mark.parametrize("ending", ["", ".txt"])
def test_the_kind_is_told_by_the_content(name: str, kind: str, ending: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert guess_source(SourceFile(name + ending, data)).name == kind


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xml", '<?xml version="1.0"?>\n<typeSystemDescription/>', "XML of a kind"),
        ("a.XML", "\n<TEI><p>MODERATOR: Hello.</p></TEI>", "XML of a kind"),
        ("a.jsonl", '{"image": 1}\n{"image": 2}\n', "JSON without a “text” in each row"),
        ("a.json", '{"image": \n', "Line 2 of a.json is not valid JSON"),
    ],
)
def test_what_holds_no_texts_says_so(name: str, content: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        guess_source(SourceFile(name, content.encode()))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_does_not_hide_the_kind(encoding: str) -> None:
    data = (FOLDER / "briefing.srt").read_text(encoding="utf-8").encode(encoding)
    assert guess_source(SourceFile("a", data)).name == "srt"


@pytest.mark.parametrize("name", ["a.pkl", "a.pickle", "a.YAML", "a.yml"])
def test_objects_of_programs_are_refused(name: str) -> None:
    with pytest.raises(UserError, match="never read"):
        guess_source(SourceFile(name, b"!!python/object/apply:os.system [ls]\n"))


def test_a_person_s_word_on_the_format_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("<html><p>Hello there.</p></html>", encoding="utf-8")
    (read,) = read_sources(path, format="text")
    assert read.text == "<html><p>Hello there.</p></html>"
    (read,) = read_sources(path)
    assert read.text == "Hello there."
    with pytest.raises(UserError, match="no format klingon"):
        list(read_sources(path, format="klingon"))
    assert [source_named(source.name) for source in SOURCES] == list(SOURCES)


def test_a_folder_gives_its_files_by_name_without_following_links(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text("Second.", encoding="utf-8")
    (folder / "a.txt").write_text("First.", encoding="utf-8")
    (folder / "deep" / "c.srt").write_bytes((FOLDER / "briefing.srt").read_bytes())
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (tmp_path / "outside.txt").write_text("Outside.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    names = [read.source_name for read in read_sources(folder)]
    assert names == ["in/a.txt", "in/b.txt", "in/deep/c.srt"]
    assert count_items(folder) == 3


def test_a_folder_without_files_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(UserError) as caught:
            list(read_sources(path))
        assert str(caught.value).count(str(path)) == 1
        assert count_items(path) == 1


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / "texts.jsonl", tmp_path / "t.jsonl"))
    wanted = hashlib.sha256((FOLDER / "texts.jsonl").read_bytes()).hexdigest()
    assert [read.source_sha256 for read in read_sources(path)] == [wanted, wanted]


def test_a_text_keeps_its_name_hash_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("主持人：大家好。\r\n记者：请问？".encode("gb18030"))
    read = read_one(path)
    assert read.text == "主持人：大家好。\n记者：请问？"
    assert (read.source_name, read.encoding) == ("a.txt", "gb18030")
    assert read.source_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_without_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b" \n")
    with pytest.raises(UserError, match=r"empty\.txt"):
        read_one(path)


def test_a_file_beyond_all_limits_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_TABLE + 1)
    with pytest.raises(UserError, match="larger than 256 MB"):
        read_one(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_and_a_device_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(UserError, match="is not a file"):
            read_one(path)
