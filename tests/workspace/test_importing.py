"""Imports of folders, archives and tables; many files; and what stops one."""

import os
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from annotator.formats.registry import FORMATS
from annotator.model.records import Turn
from annotator.reading.pasted import read_pasted
from annotator.workspace.importing import (
    ImportReport,
    ReadAs,
    count_steps,
    exchange_format,
    import_each,
    import_files,
    import_transcript,
)
from annotator.workspace.opening import open_project, this_person
from tests.reading.golden import FOLDER
from tests.workspace.example_workspace import new_project, written


def test_every_golden_source_is_imported_in_one_group(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        report = import_files(workspace, [FOLDER])
        assert [path.name for path, _ in report.failed] == ["scanned.pdf"]
        assert len(report.added) > 15
        assert workspace.store.verify() == []
        assert workspace.documents() == report.added
        workspace.undo()
        assert workspace.documents() == []


def test_times_of_turns_are_kept_in_the_file(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        (document,) = import_files(workspace, [FOLDER / "whisperx.json"]).added
        turns = workspace.store.load(document.id).all(Turn)
        assert [(t.time_start, t.time_end) for t in turns] == [
            (31, 4000),
            (4200, 6750),
            (7000, 9125),
        ]


def test_a_text_that_another_program_has_imported_meanwhile_is_known(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "One short talk.")
    new = written(tmp_path / "b.txt", "Another talk.")
    with new_project(tmp_path) as workspace, open_project(workspace.path, this_person()) as other:
        (theirs,) = import_files(other, [path]).added
        report = import_files(workspace, [path, new])
        assert report.known == [(path, theirs)]
        assert [d.title for d in workspace.store.documents()] == ["a", "b"]
        pasted = read_pasted("One short talk.")
        assert [known for _path, known in import_transcript(workspace, pasted).known] == [theirs]
        assert workspace.store.verify() == []


def test_columns_of_a_table_become_fields_of_documents(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        first, _second = import_files(workspace, [FOLDER / "texts.csv"]).added
        stored = workspace.store.load(first.id).document
        assert stored.attributes == {"编号": "17", "来源": "滨海发布"}
        assert (stored.title, stored.date) == ("发布会一", "2025-03-01")


def test_a_damaged_row_keeps_the_whole_file_out_and_is_listed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"text": "One"}\n{"text": "Two"}\n{"x"\n{"text": "N"}')
    other = written(tmp_path / "b.jsonl", '{"text": "Two"}\n{"text": "Two"}\n{"text": "Six"}')
    with new_project(tmp_path) as workspace:
        report = import_files(workspace, [path, other])
        assert [d.title for d in report.added] == ["Two", "Six"]
        assert workspace.documents() == report.added
        assert report.known == [(other, report.added[0])]
        assert [str(message) for _, message in report.failed] == [
            "Line 3 of a.jsonl is not valid JSON: Expecting ':' delimiter."
        ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.conll", "no columns here\n", "a.conll has the ending of CoNLL-2003 columns"),
        ("a.xmi", "<a/>", "a.xmi has the ending of UIMA CAS XMI, but not its content"),
        ("a.csv", "id,text\n", "a.csv holds no text"),
        ("a.tsv", "", "a.tsv holds no text"),
        ("a.csv", "1,hello\n", "a table of texts is a CSV file with a column “text”"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(
    name: str, content: str, sentence: str, tmp_path: Path
) -> None:
    path = written(tmp_path / name, content)
    with new_project(tmp_path) as workspace:
        [(_path, message)] = import_files(workspace, [path]).failed
        assert sentence in str(message)
        assert workspace.documents() == []


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_file_of_office_with_a_password_says_so(name: str, tmp_path: Path) -> None:
    locked = b"\xd0\xcf\x11\xe0" + bytes(900) + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / name).write_bytes(locked)
    with new_project(tmp_path) as workspace:
        [(_path, message)] = import_files(workspace, [tmp_path / name]).failed
        assert "protected by a password" in str(message)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_texts_of_a_table_that_excel_saved_as_unicode_text_come_in(
    encoding: str, tmp_path: Path
) -> None:
    content = "\ufefftitle\ttext\r\n发布会\t大家好。\r\n" + "第二\t再见。\r\n" * 400
    (tmp_path / "a.csv").write_bytes(content.encode(encoding))
    with new_project(tmp_path) as workspace:
        report = import_files(workspace, [tmp_path / "a.csv"])
        assert report.failed == []
        assert [document.title for document in report.added] == ["发布会", "第二"]


def test_steps_are_counted_as_they_are_yielded(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("one.txt", "In the archive.")
        archive.writestr("two.bin", bytes(range(256)))
    paths = [FOLDER, tmp_path / "z.zip", written(tmp_path / "a.txt", "A."), tmp_path / "none"]
    with new_project(tmp_path) as workspace:
        report = ImportReport()
        places = list(import_each(workspace, paths, report))
    assert len(places) == count_steps(paths)
    assert tmp_path / "z.zip" / "one.txt" in places
    assert [path.name for path, _ in report.failed] == ["scanned.pdf", "two.bin", "none"]


def test_the_same_text_twice_is_imported_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        written(tmp_path / "in" / name, "The same.")
    with new_project(tmp_path) as workspace:
        report = import_files(workspace, [tmp_path / "in"])
        assert [(path.name, known) for path, known in report.known] == [("b.txt", report.added[0])]


def test_who_stops_asking_keeps_what_was_finished(tmp_path: Path) -> None:
    for number in range(5):
        written(tmp_path / "in" / f"{number}.txt", f"Text {number}.")
    with new_project(tmp_path) as workspace:
        steps = import_each(workspace, [tmp_path / "in"], ImportReport())
        assert [next(steps).name for _ in range(2)] == ["0.txt", "1.txt"]
        del steps
        texts = [workspace.store.text(d.sha256) for d in workspace.store.documents()]
        assert texts == ["Text 0.", "Text 1."]


def test_the_cost_of_a_file_does_not_grow_with_their_number(tmp_path: Path) -> None:
    """The last of 120 files takes about what the first took, in time and memory."""
    for number in range(120):
        written(
            tmp_path / "in" / f"{number:03}.txt", f"主持人：第{number}场。\n" + "今年新建。" * 40
        )
    with new_project(tmp_path) as workspace:
        steps = import_each(workspace, [tmp_path / "in"], ImportReport())
        tracemalloc.start()
        marks = []
        for _ in range(3):
            started = time.process_time()
            for _step in range(40):
                next(steps)
            marks.append((time.process_time() - started, tracemalloc.get_traced_memory()[0]))
        tracemalloc.stop()
    (first, _), (_, used), (last, used_last) = marks
    assert last < 3 * first + 0.5
    assert used_last - used < 2 << 20


def test_exports_and_sources_are_told_apart(tmp_path: Path) -> None:
    passages = written(tmp_path / "p.csv", "document,start,end,quote,text\n")
    texts = written(tmp_path / "t.csv", "title,text\nA,B\n")
    assert exchange_format(passages) in FORMATS
    assert exchange_format(texts) is None
    named = exchange_format(texts, "csv")
    assert named is not None
    assert named.name == "csv"
    assert exchange_format(passages, "text") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("format_name", [None, "text", "jsonl"])
def test_a_pipe_among_the_files_is_listed_without_waiting(
    tmp_path: Path, format_name: str | None
) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    with new_project(tmp_path) as workspace:
        report = import_files(workspace, [tmp_path / "a.jsonl"], ReadAs(None, format_name))
        assert ["is not a file" in str(reason) for _path, reason in report.failed] == [True]
