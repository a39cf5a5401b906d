"""No two formats claim one file: not what is written, not the samples of other programs."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from annotator.formats.base import Format, Options
from annotator.formats.registry import FORMATS, HEAD, guess
from tests.formats.claim_projects import ALL_VERDICTS, claims_project
from tests.formats.outside import FIXTURES, fixture
from tests.formats.projects import EVERYTHING, full_project

WRITTEN = [known for known in FORMATS if known.writes]


def claims_on(path: Path) -> list[str]:
    """Return the names of all formats that claim a file."""
    head = b"" if path.is_dir() else path.read_bytes()[:HEAD]
    return [known.name for known in FORMATS if known.guess(path, head)]


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_what_is_written_is_claimed_by_its_format_alone(known: Format, tmp_path: Path) -> None:
    for at, project in enumerate((full_project(), claims_project(ALL_VERDICTS))):
        path = tmp_path / f"out{at}{known.extensions[0]}"
        known.write(project, EVERYTHING, path, Options())
        assert claims_on(path) == [known.name]


@pytest.mark.parametrize("known", [k for k in WRITTEN if k.is_bundle], ids=lambda k: k.name)
def test_a_folder_is_claimed_as_the_archive_is(known: Format, tmp_path: Path) -> None:
    known.write(full_project(), EVERYTHING, tmp_path / "out", Options())
    assert claims_on(tmp_path / "out") == [known.name]


def test_no_sample_of_another_program_is_claimed_twice() -> None:
    fixture("uima-cas")
    for path in FIXTURES.rglob("*"):
        if path.is_file():
            assert len(claims_on(path)) <= 1, path


def test_plain_folders_and_archives_are_claimed_by_none(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "b.json", "sub/c.docx"):
        (tmp_path / name).write_text("[1]")
    assert claims_on(tmp_path) == []
    path = tmp_path / "texts.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.writestr("b.json", "{}")
    assert guess(path) is None
    assert guess(tmp_path / "none.qda", b"") is None
