"""Exports and imports on a full disk: a sentence, the old file or project, and nothing beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.base import Format, Options, Selection
from annotator.formats.csv_file import CSV
from annotator.formats.doccano import DOCCANO
from annotator.formats.jsonl import JSONL
from annotator.formats.registry import FORMATS
from annotator.formats.xlsx_file import XLSX
from annotator.model.edit import Edit
from annotator.model.errors import NotSavedError, UserError
from annotator.model.records import Document
from annotator.workspace import whole_files
from annotator.workspace.importing import ImportReport, import_each, import_files
from annotator.workspace.opening import create_project, open_project, this_person
from tests.formats.claim_projects import claims_project
from tests.formats.exchange import valid_project
from tests.robustness.disks import fill, mounted

WRITTEN = [known for known in FORMATS if known.writes]
BROUGHT_IN = [known for known in WRITTEN if known.reads and known.keeps != "labels"]
BROUGHT_IN = [known for known in BROUGHT_IN if known not in (CSV, XLSX)]
"""Those that bring their texts with them."""


@pytest.fixture
def disk() -> Iterator[Path]:
    """Give a small disk."""
    with mounted() as found:
        yield found


def name(known: Format) -> str:
    return known.name


@pytest.mark.parametrize("known", WRITTEN, ids=name)
def test_an_export_that_a_full_disk_does_not_take_leaves_the_old_file(
    known: Format, disk: Path
) -> None:
    ending = ".zip" if ".zip" in known.extensions else known.extensions[0]
    old = disk / f"old{ending}"
    old.write_bytes(b"what was there")
    fill(disk)
    before = {*disk.iterdir()}
    with pytest.raises(UserError, match="cannot be written: No space left on device"):
        known.write(valid_project(), Selection(), old, Options())
    assert old.read_bytes() == b"what was there"
    assert {*disk.iterdir()} == before


@pytest.mark.parametrize("known", BROUGHT_IN, ids=name)
def test_an_import_that_a_full_disk_does_not_take_leaves_the_project(
    known: Format, disk: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"some{known.extensions[0]}"
    verdicts = [("true", "so it is")]
    project = claims_project(verdicts) if known.name == "claimreview" else valid_project()
    known.write(project, Selection(), file, Options())
    path = disk / "p.annotator"
    with create_project(path, this_person()) as workspace:
        content = path.read_bytes()
        fill(disk)
        before = {*disk.iterdir()}
        with pytest.raises(NotSavedError, match="The disk is full"):
            import_files(workspace, [file])
        assert path.read_bytes() == content
        assert {*disk.iterdir()} == before


@pytest.mark.parametrize("known", [JSONL, DOCCANO], ids=name)
def test_what_came_in_before_the_disk_was_full_is_told_and_stays(
    known: Format, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"some{known.extensions[0]}"
    known.write(valid_project(), Selection(), file, Options())
    monkeypatch.setattr(whole_files, "TOGETHER", 1)
    report = ImportReport()
    path = disk / "p.annotator"
    with create_project(path, this_person()) as workspace:

        def fill_up(edit: Edit) -> None:
            if edit.added_of(Document):
                fill(disk)

        workspace.listen(fill_up)
        with pytest.raises(NotSavedError, match="The disk is full"):
            list(import_each(workspace, [file], report))
    with open_project(path, this_person(), read_only=True) as workspace:
        assert report.added == list(workspace.documents())
        assert len(report.added) == 1
        assert report.records >= workspace.store.counts().annotations > 0
