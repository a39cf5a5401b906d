"""What an import would do is told before it is done, and is what it then does."""

from pathlib import Path

import pytest

from annotator.workspace.importing import ImportReport, ReadAs, import_each, import_files
from annotator.workspace.previewing import Preview, preview
from tests.reading.golden import FOLDER
from tests.workspace.example_workspace import new_project, written


def test_title_language_turns_and_first_lines_are_told(tmp_path: Path) -> None:
    text = "发布会\n\n主持人：大家好。\n记者：请问？" + "长" * 200
    path = written(tmp_path / "a.txt", text)
    with new_project(tmp_path) as workspace:
        (one,) = preview(workspace, [path])
        assert workspace.documents() == []
    assert (one.title, one.language, one.encoding) == ("发布会", "zh-Hans", "utf-8")
    assert one.characters == len(text)
    assert [(turn.speaker, turn.role) for turn in one.turns] == [
        ("", "lead"),
        ("主持人", "moderator"),
        ("记者", "reporter"),
    ]
    assert one.turns[2].words.startswith("请问？长")
    assert len(one.turns[2].words) == 81
    assert one.turns[2].words.endswith("长…")
    assert one.first_lines[:2] == ("发布会", "主持人：大家好。")
    assert one.is_new


def test_what_is_known_what_repeats_and_what_fails_is_told(tmp_path: Path) -> None:
    known = written(tmp_path / "in" / "a.txt", "One.")
    written(tmp_path / "in" / "b.txt", "Two.")
    written(tmp_path / "in" / "c.txt", "Two.")
    written(tmp_path / "in" / "d.json", "{")
    written(tmp_path / "in" / "e.jsonl", '{"text": "Six."}\n{"text": "Six."}\n{"text')
    written(tmp_path / "in" / "f.txt", "Six.")
    with new_project(tmp_path) as workspace:
        added = import_files(workspace, [known]).added
        found = list(preview(workspace, [tmp_path / "in", tmp_path / "none.txt"]))
        told = {one.path.name: one for one in found}
        assert told["a.txt"].known == added[0]
        assert told["b.txt"].is_new
        assert told["c.txt"].repeats == "in/b.txt"
        assert told["d.json"].problem is not None
        assert told["e.jsonl"].problem is not None
        assert told["f.txt"].is_new
        assert told["none.txt"].problem is not None
        assert [one.is_new for one in found] == [False, True, False, False, False, True, False]


def test_an_export_is_named_by_its_format(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "document,label,start,end,quote\n")
    with new_project(tmp_path) as workspace:
        (one,) = preview(workspace, [path])
        assert one.exchange is not None
        assert str(one.exchange) == "CSV table"


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", "name,value\na,1\n", "a.csv needs the columns document or document_id, label"),
        ("a.jsonl", '{"format": "annotator-jsonl", "version": 0}\n', "expected a version number"),
    ],
)
def test_how_files_in_our_own_formats_begin_is_looked_at(
    name: str, content: str, problem: str, tmp_path: Path
) -> None:
    with new_project(tmp_path) as workspace:
        (one,) = preview(workspace, [written(tmp_path / name, content)])
        assert problem in str(one.problem)
        assert one.exchange is None


def test_encoding_and_format_hold_as_in_the_import(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("<p>記者：請問？</p>".encode("big5"))
    with new_project(tmp_path) as workspace:
        (one,) = preview(workspace, [path], ReadAs("big5", "html"))
        assert one.first_lines == ("記者：請問？",)


def test_the_preview_is_what_the_import_does(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        told: list[Preview] = list(preview(workspace, [FOLDER]))
        report = ImportReport()
        places = list(import_each(workspace, [FOLDER], report))
        assert [d.title for d in report.added] == [one.title for one in told if one.is_new]
        assert [path for path, _ in report.failed] == [one.path for one in told if one.problem]
        assert len(report.known) == sum(bool(one.repeats) for one in told)
        assert len(places) == len({one.path for one in told})
