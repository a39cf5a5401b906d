"""Exports that do not say who annotated: no name and no id of an author is left."""

import json
import re
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from annotator.formats.base import Format, Selection
from annotator.formats.registry import FORMATS, format_named
from annotator.workspace.exporting import (
    Exporting,
    export,
)
from tests.formats.exchange import valid_project
from tests.formats.projects import ANNA, BEN

WRITTEN = [known for known in FORMATS if known.writes]


NAMES = re.compile(rb"\b(Anna Li|Ben)\b")


NAMELESS = {"qdc", "doccano-labels", "conll", "conllu", "spacy", "fever"}

"""Formats without authors, or that hold them packed."""


def path_for(known: Format, folder: Path) -> Path:
    return folder / f"out{known.extensions[0]}"


def content_of(path: Path) -> bytes:
    """Return a file's bytes, unpacked if it is an archive."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_pseudonyms_leave_no_name_or_id_of_an_author_in_the_file(
    known: Format, tmp_path: Path
) -> None:
    path = path_for(known, tmp_path)
    project = valid_project()
    exporting = Exporting(known, has_pseudonyms=True)
    done = export(project, exporting, path)
    assert done.verified.differences == ()
    written = content_of(path)
    assert not NAMES.search(written)
    for author in (ANNA, BEN):
        assert author.id.encode() not in written
    plain = tmp_path / f"plain{path.suffix}"
    export(project, Exporting(known), plain)
    assert bool(NAMES.search(content_of(plain))) == (known.name not in NAMELESS)
    again = tmp_path / f"again{path.suffix}"
    export(project, exporting, again)
    if known.name not in {"xmi", "casjson"}:
        assert content_of(again) == written


def test_a_pseudonym_is_the_same_person_in_every_file(tmp_path: Path) -> None:
    names = []
    for selection in (Selection(), Selection(author="Anna Li"), Selection(author=ANNA.id)):
        path = tmp_path / "out.jsonl"
        export(
            valid_project(), Exporting(format_named("jsonl"), selection, has_pseudonyms=True), path
        )
        header, *lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        by_id = {author["id"]: author["name"] for author in header["authors"]}
        assert sorted(by_id.values()) == ["author 1", "author 2"]
        found = [a for line in lines for a in line["annotations"] if a["kind"] == "figure"]
        names.append([by_id[a["author"]] for a in found])
    assert len({*map(tuple, names)}) == 1
    assert names[0]
