"""Where an export is written, and where it must not be."""

import os
from pathlib import Path

import pytest

from tests.cli.outcomes import FORMAT_NAMES, CommandLine, csv_rows, is_one_sentence


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_an_old_file_is_replaced(
    annotator: CommandLine, project: Path, tmp_path: Path, name: str
) -> None:
    old, fresh = tmp_path / f"old.{name}", tmp_path / f"fresh.{name}"
    old.write_bytes(b"old" * 100_000)
    for path in (old, fresh):
        assert annotator("export", project, "--format", name, "--output", path).code == 0
    assert old.read_bytes() == fresh.read_bytes()


@pytest.mark.parametrize("name", FORMAT_NAMES)
@pytest.mark.parametrize("place", [".", "none/out", "briefing.txt/out", "x" * 300])
def test_a_place_that_cannot_be_written(
    annotator: CommandLine, project: Path, tmp_path: Path, name: str, place: str
) -> None:
    before = sorted(tmp_path.iterdir())
    outcome = annotator("export", project, "--format", name, "--output", tmp_path / place)
    assert (outcome.code, outcome.out) == (1, "")
    assert is_one_sentence(outcome.err)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_a_project_is_never_written_over(
    annotator: CommandLine, project: Path, empty_project: Path, tmp_path: Path, name: str
) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(project)
    before = project.read_bytes(), empty_project.read_bytes()
    for path in (project, empty_project, link):
        outcome = annotator("export", project, "--format", name, "--output", path)
        assert (outcome.code, outcome.out) == (1, "")
        assert is_one_sentence(outcome.err)
    assert (project.read_bytes(), empty_project.read_bytes()) == before


def test_a_project_of_another_name_is_not_written_over(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    renamed = project.rename(tmp_path / "project.db")
    before = renamed.read_bytes()
    assert annotator("export", renamed, "--format", "csv", "--output", renamed).code == 1
    assert renamed.read_bytes() == before


def test_a_link_stays_and_its_file_is_written(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    link.symlink_to(target)
    assert annotator("export", project, "--format", "csv", "--output", link).code == 0
    assert link.is_symlink()
    assert len(csv_rows(target)) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_what_is_no_file_is_left_alone(
    annotator: CommandLine, project: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    outcome = annotator("export", project, "--format", "csv", "--output", pipe)
    assert outcome.code == 1
    assert is_one_sentence(outcome.err)
    assert pipe.is_fifo()


def test_a_project_that_cannot_be_opened_leaves_the_old_export(
    annotator: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    missing = tmp_path / "none.annotator"
    assert annotator("export", missing, "--format", "csv", "--output", path).code == 1
    assert path.read_text() == "old"
