"""Every cell of a table counts when it is held against the project."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.formats.base import Options, Selection
from annotator.formats.csv_file import CSV
from annotator.formats.flat import COLUMNS
from annotator.formats.flat_read import FlatRow, read_flat
from annotator.formats.guards import guard
from annotator.formats.registry import format_named
from annotator.model.records import Annotation
from annotator.workspace.table_marks import row_mark, row_marks
from tests.formats.projects import MemoryProject, full_project
from tests.formats.random_projects import projects
from tests.formats.test_csv_file import saying
from tests.formats.test_xlsx_file import RUNNING


def expected(project: MemoryProject) -> Iterator[int]:
    for s in project.snapshots:
        yield from row_marks(s, s.all(Annotation))


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_an_export_says_what_the_project_does(name: str, tmp_path: Path) -> None:
    known = format_named(name)
    path = tmp_path / f"a.{name}"
    known.write(full_project(), Selection(), path, Options())
    assert sorted(map(row_mark, read_flat(path))) == sorted(expected(full_project()))


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("text", RUNNING)
def test_reading_undoes_what_keeps_a_spreadsheet_from_running_a_cell(
    name: str, text: str, tmp_path: Path
) -> None:
    path, project = tmp_path / f"a.{name}", saying(text)
    format_named(name).write(project, Selection(), path, Options())
    assert sorted(map(row_mark, read_flat(path))) == sorted(expected(project))


def with_cell(row: FlatRow, column: str, cell: str) -> FlatRow:
    """Return a row with another cell in one column."""
    told = [cell if name == column else row[name] for name in row.columns]
    return replace(row, guarded=[*map(guard, told)])


def test_every_cell_counts(tmp_path: Path) -> None:
    CSV.write(full_project(), Selection(), tmp_path / "a.csv", Options())
    rows = list(read_flat(tmp_path / "a.csv"))
    seen = {column for row in rows for column in row.cells}
    assert seen >= {*COLUMNS} - {"scope", "period", "rate", "as_of"}, {*COLUMNS} - seen
    for row in rows:
        for column in COLUMNS:
            assert row_mark(with_cell(row, column, f"{row[column]}x")) != row_mark(row), column
            if row[column]:
                assert row_mark(with_cell(row, column, "")) != row_mark(row), column


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(projects())
def test_any_export_says_what_the_project_does(tmp_path: Path, project: MemoryProject) -> None:
    CSV.write(project, Selection(), tmp_path / "a.csv", Options())
    assert sorted(map(row_mark, read_flat(tmp_path / "a.csv"))) == sorted(expected(project))
