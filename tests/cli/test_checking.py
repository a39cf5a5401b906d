"""Checks on the command line: for files, folders and projects."""

from pathlib import Path

import pytest

from annotator.workspace.project import Project
from tests.cli.outcomes import CommandLine, is_one_sentence

WRONG = "局长：全区共有养老机构240家，其中公办机构60家，占35%。\n"


def test_a_conflict_is_printed_with_its_spans_and_working(
    annotator: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WRONG, "utf-8")
    outcome = annotator("check", path, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    [fact] = outcome.facts
    assert (fact["type"], fact["verdict"]) == ("share", "conflict")
    assert [WRONG[start:end] for start, end in fact["spans"]] == fact["texts"]
    assert "25.0%" in fact["working"]
    assert 0 < fact["score"] <= 1


def test_people_read_where_the_passages_are(annotator: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WRONG, "utf-8")
    [fact] = annotator("check", path, "--json").facts
    told = annotator("check", path).out
    assert "at: " + ", ".join(f"{start}-{end}" for start, end in fact["spans"]) in told


def test_a_verdict_and_several_processes(annotator: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    (tmp_path / "b.txt").write_text(WRONG.replace("35%", "25%"), "utf-8")
    both = annotator("check", tmp_path, "--jobs", "2", "--json").facts
    assert [fact["verdict"] for fact in both] == ["conflict", "consistent"]
    only = annotator("check", tmp_path, "--verdict", "conflict", "--json").facts
    assert only == both[:1]


@pytest.mark.parametrize(("year", "verdict"), [("2024年", "conflict"), ("去年", "undetermined")])
def test_documents_of_a_project_are_held_against_each_other(
    annotator: CommandLine, tmp_path: Path, year: str, verdict: str
) -> None:
    for name, number in (("a", 4620), ("b", 4260)):
        text = f"局长：{year}全市新增充电桩{number}个，完成年度任务。\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    path = tmp_path / "p.annotator"
    with Project.create(path) as project:
        project.import_files(tmp_path / "a.txt", tmp_path / "b.txt")
        titles = {document.title for document in project.documents}
    [fact] = annotator("check", path, "--json").facts
    assert (fact["type"], fact["verdict"]) == ("repeat", verdict)
    assert {title for title, _start, _end in fact["spans"]} == titles


def test_a_file_that_is_missing_is_named(annotator: CommandLine, tmp_path: Path) -> None:
    outcome = annotator("check", tmp_path / "none.txt")
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
