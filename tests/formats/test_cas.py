"""CAS files as written: dkpro-cassis loads them, and its spans and texts are ours."""

import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import cassis  # type: ignore[import-untyped]
import pytest
from hypothesis import given

from annotator.formats.base import Format, Options, Selection
from annotator.formats.cas import CAS_JSON, XMI
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.records import Annotation, Turn
from annotator.model.snapshot import Snapshot
from tests.formats.outside import GOLDEN
from tests.formats.projects import (
    EVERYTHING,
    TEXT,
    MemoryProject,
    a_document,
    full_project,
    full_snapshot,
    numbered,
)
from tests.formats.random_projects import projects

BOTH = pytest.mark.parametrize("known", [XMI, CAS_JSON], ids=["xmi", "casjson"])


def cases_in(path: Path) -> list[Any]:
    """Load every CAS of an archive with the other library."""
    with ZipFile(path) as archive:
        names = archive.namelist()
        if path.stem == "xmi":
            types = cassis.load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
            return [
                cassis.load_cas_from_xmi(io.BytesIO(archive.read(name)), typesystem=types)
                for name in names
                if name.endswith(".xmi")
            ]
        return [cassis.load_cas_from_json(io.BytesIO(archive.read(name))) for name in names]


def marks_in(cas: Any) -> set[tuple[str, str, int, int, str]]:  # noqa: ANN401
    return {
        (mark.id, mark.label, mark.begin, mark.end, mark.get_covered_text())
        for mark in cas.select("annotator.Mark")
    }


def marks_of(s: Snapshot) -> set[tuple[str, str, int, int, str]]:
    return {
        (a.id, s.label_of(a).name(), span.start, span.end, span.quote)
        for a in s.all(Annotation)
        for span in a.spans
    }


@pytest.mark.outside("xmi", "dkpro-cassis")
@pytest.mark.outside("casjson", "dkpro-cassis")
@BOTH
@given(project=projects())
def test_the_other_library_finds_the_same_words(known: Format, project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{'xmi' if known is XMI else 'json'}.zip"
        known.write(project, EVERYTHING, path, Options())
        for cas, s in zip(cases_in(path), project.snapshots, strict=True):
            assert cas.sofa_string == s.text
            assert marks_in(cas) == marks_of(s)


def test_positions_in_the_file_count_utf16_units(tmp_path: Path) -> None:
    path = tmp_path / "xmi.zip"
    XMI.write(full_project(), EVERYTHING, path, Options())
    with ZipFile(path) as archive:
        root = ET.fromstring(archive.read("发布会.xmi"))  # noqa: S314 - our own file
    units = TEXT.encode("utf-16-le")
    topic = root.find("{http:///annotator.ecore}Topic")
    assert topic is not None
    start, end = int(topic.get("begin", "")), int(topic.get("end", ""))
    assert units[2 * start : 2 * end].decode("utf-16-le") == "谢谢！"
    assert start == TEXT.index("谢谢！") + 1


@BOTH
def test_everything_a_mark_says_is_there(known: Format, tmp_path: Path) -> None:
    path = tmp_path / f"{'xmi' if known is XMI else 'json'}.zip"
    known.write(full_project(), EVERYTHING, path, Options())
    assert guess(path) is known
    cas = cases_in(path)[0]
    (figure,) = cas.select("annotator.Figure")
    assert (figure.low, figure.as_of, figure.note) == ("23000", "-as_of", "=check")
    claims = cas.select("annotator.Claim")
    assert [claim.part for claim in claims] == ["0", "1"]
    assert (claims[0].verdict, claims[0].claim_speaker) == ("half-true", "发言人")
    assert "https://example.org/a" in claims[0].evidence
    (relation,) = cas.select("annotator.Relation")
    assert (relation.kind, relation.source.id) == ("supports", figure.id)
    assert relation.target.id == claims[0].id
    turns = cas.select("annotator.Turn")
    s = full_snapshot(numbered())
    assert [turn.get_covered_text() for turn in turns] == [
        s.text[turn.start : turn.end] for turn in s.all(Turn)
    ]
    assert cas.document_language == "zh"


@BOTH
def test_the_same_project_gives_the_golden_bytes(known: Format, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        known.write(full_project(), EVERYTHING, tmp_path / name, Options())
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    ending = "xmi" if known is XMI else "json"
    golden = GOLDEN / known.name / f"document.{ending}"
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read(f"发布会.{ending}") == golden.read_bytes()


def test_control_characters_are_a_loss_and_do_no_harm(tmp_path: Path) -> None:
    new_id = numbered()
    s = full_snapshot(new_id)
    marked = s.all(Annotation)[0]
    records = [r for r in s.records() if r is not s.document]
    changed = Snapshot(s.document, s.text, [*full_project().labels(), *full_project().authors()])
    for record in records:
        noted = record is marked
        changed._add(with_note(marked, "a\x01b") if noted else record)
    project = MemoryProject([changed], full_project().labels(), full_project().authors())
    (loss,) = XMI.losses(project, EVERYTHING, Options())
    assert loss.annotation == marked.id
    path = tmp_path / "xmi.zip"
    XMI.write(project, EVERYTHING, path, Options())
    assert "a\ufffdb" in {mark.note for mark in cases_in(path)[0].select("annotator.Mark")}


@BOTH
def test_one_document_may_be_one_file(known: Format, tmp_path: Path) -> None:
    ending = known.extensions[1]
    path = tmp_path / f"out{ending}"
    with pytest.raises(UserError, match="holds one document"):
        known.write(full_project(), EVERYTHING, path, Options())
    assert not path.exists()
    only = Selection(document=full_project().documents()[0].id)
    assert known.write(full_project(), only, path, Options()) == 3
    assert guess(path) is known
    assert path.read_bytes() == (GOLDEN / known.name / f"document{ending}").read_bytes()


def test_json_keeps_control_characters(tmp_path: Path) -> None:
    document = a_document(1, "a\x01b")
    project = MemoryProject([Snapshot(document, "a\x01b", [])], [], [])
    path = tmp_path / "out.json"
    CAS_JSON.write(project, EVERYTHING, path, Options())
    with path.open("rb") as file:
        assert cassis.load_cas_from_json(file).sofa_string == "a\x01b"


def with_note(annotation: Annotation, note: str) -> Annotation:
    return replace(annotation, note=note)
