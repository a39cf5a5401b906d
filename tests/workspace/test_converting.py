"""One file made into another format, through a project that is thrown away."""

from pathlib import Path

import pytest

from annotator.formats.jsonl import JSONL
from annotator.model.errors import UserError
from annotator.workspace.converting import filled_with, format_for
from annotator.workspace.importing import ImportReport, ReadAs
from annotator.workspace.opening import create_project, this_person
from tests.example import TEXT
from tests.workspace.example_workspace import written


def test_the_ending_tells_the_format_unless_one_is_named() -> None:
    assert format_for(Path("a.XLSX")).name == "xlsx"
    assert format_for(Path("a.csv"), "jsonl") is JSONL
    assert format_for(Path("a.jsonl")) is JSONL


@pytest.mark.parametrize(
    ("name", "told"), [("a.klingon", "jsonl"), ("a.json", "label-studio"), ("a.txt", "conll")]
)
def test_an_ending_of_none_or_of_several_names_the_choices(name: str, told: str) -> None:
    with pytest.raises(UserError, match=f"The ending of {name} does not tell .*{told}"):
        format_for(Path(name))


def test_the_project_goes_when_it_is_done_with(tmp_path: Path) -> None:
    report = ImportReport()
    path = written(tmp_path / "talk.txt", TEXT)
    with filled_with(path, ReadAs(), report) as workspace:
        place = workspace.path
        assert [workspace.load(d.id).text for d in workspace.documents()] == [TEXT]
        assert workspace.title == "talk"
        assert workspace.labels() == []
    assert not place.exists()
    assert len(report.added) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_file_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    create_project(path, this_person()).close()
    with filled_with(path, ReadAs(), ImportReport()) as workspace:
        assert (workspace.path, workspace.read_only) == (path, True)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = written(tmp_path / "empty.txt", "\n")
    with pytest.raises(UserError, match=r"empty\.txt"), filled_with(path, ReadAs(), ImportReport()):
        pass
