"""REFI-QDA projects as written: held against the schema and read with nothing of ours."""

import uuid
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.incoming import IncomingDocument, ReadOptions
from annotator.formats.qdpx import QDPX, guid
from annotator.formats.qdpx_read import read_qdpx
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.message import Message
from annotator.model.records import Annotation
from tests.formats.outside import GOLDEN, fixture
from tests.formats.projects import EVERYTHING, QUANTITY, TEXT, MemoryProject, full_project
from tests.formats.random_projects import projects

NS = "{urn:QDA-XML:project:1.0}"
SCHEMAS = ["refi-qda/openqda-refi-tools/Project.xsd", "refi-qda/sky-loom/Project.xsd"]
Marks = set[tuple[str, str, str]]


def written(project: MemoryProject, folder: Path) -> Path:
    path = folder / "out.qdpx"
    QDPX.write(project, EVERYTHING, path, Options())
    return path


def marks_in(path: Path) -> Marks:
    """Return document, code and words of every coded passage, by the standard alone."""
    found: Marks = set()
    with ZipFile(path) as archive:
        root = ET.fromstring(archive.read("project.qde"))  # noqa: S314 - our own file
        codes = {code.get("guid"): code.get("name", "") for code in root.iter(f"{NS}Code")}
        for source in root.iter(f"{NS}TextSource"):
            name = source.get("plainTextPath", "").removeprefix("internal://")
            text = archive.read(f"sources/{name}").decode()
            for passage in source.iter(f"{NS}PlainTextSelection"):
                start, end = (int(passage.get(f"{at}Position", "")) for at in ("start", "end"))
                assert text[start:end] == passage.get("name")
                for code in passage.iter(f"{NS}CodeRef"):
                    target = codes[code.get("targetGUID")]
                    found.add((source.get("name", ""), target, text[start:end]))
    return found


def marks_of(project: MemoryProject) -> Marks:
    return {
        (s.document.title, s.label_of(a).name(), span.quote)
        for s in project.snapshots
        for a in EVERYTHING.annotations(s)
        for span in a.spans
    }


@pytest.mark.outside("qdpx", "pyrefiqda")
def test_another_reader_of_projects_finds_every_coded_passage(tmp_path: Path) -> None:
    path = written(full_project(), tmp_path)
    read: Any = import_module("pyrefiqda").RefiProject.load(path, tmp_path / "unpacked")
    names = dict(codes_below(read.code_book.codes))
    found: Marks = set()
    for source in read.sources.text_source:
        place = source.plain_text_path.replace("internal://", "unpacked/sources/")
        text = (tmp_path / place).read_bytes().decode()
        for marked in source.plain_text_selection:
            words = text[marked.start_position : marked.end_position]
            found |= {(source.name, names[c.code_ref.target_guid], words) for c in marked.coding}
    assert found == marks_of(full_project())


def codes_below(node: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    """Yield id and name of each code of another reader's tree."""
    for code in node.code:
        yield code.guid, code.name
        yield from codes_below(code)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_project_is_valid_by_the_schema(schema: str, tmp_path: Path) -> None:
    rules = etree.XMLSchema(etree.parse(str(fixture(schema))))
    with ZipFile(written(full_project(), tmp_path)) as archive:
        rules.assertValid(etree.fromstring(archive.read("project.qde")))


@given(projects())
def test_whatever_a_project_holds_is_valid_by_both_schemas(project: MemoryProject) -> None:
    rules = [etree.XMLSchema(etree.parse(str(fixture(schema)))) for schema in SCHEMAS]
    with TemporaryDirectory() as folder, ZipFile(written(project, Path(folder))) as archive:
        content = archive.read("project.qde")
    for schema in rules:
        schema.assertValid(etree.fromstring(content))


@pytest.mark.parametrize(
    "project", [MemoryProject([], [], []), MemoryProject([], [], [], title="")]
)
def test_an_empty_project_is_valid_too(project: MemoryProject, tmp_path: Path) -> None:
    rules = etree.XMLSchema(etree.parse(str(fixture(SCHEMAS[0]))))
    with ZipFile(written(project, tmp_path)) as archive:
        rules.assertValid(etree.fromstring(archive.read("project.qde")))


@given(projects())
def test_passages_stand_where_the_standard_counts_them(project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        assert marks_in(written(project, Path(folder))) == marks_of(project)


def test_fields_authors_notes_and_links_are_there(tmp_path: Path) -> None:
    with ZipFile(written(full_project(), tmp_path)) as archive:
        root = ET.fromstring(archive.read("project.qde"))  # noqa: S314 - our own file
        document = root.find(f".//{NS}TextSource")
        assert document is not None
        path = document.get("plainTextPath", "").removeprefix("internal://")
        assert archive.read(f"sources/{path}").decode() == TEXT
    assert [user.get("name") for user in root.iter(f"{NS}User")] == ["Anna Li", "Ben"]
    assert [d.text for d in document.iter(f"{NS}Description")] == ["=check"]
    values = {value.text for value in document.iter(f"{NS}TextValue")}
    assert {"zh", "2031-04-02", "云溪", "TV"} <= values
    notes = [content.text or "" for content in root.iter(f"{NS}PlainTextContent")]
    assert sum('"low": "23000"' in note for note in notes) == 2
    assert sum("https://example.org/a" in note for note in notes) == 2
    names = [link.get("name", "") for link in root.iter(f"{NS}Link")]
    assert sorted(names) == ["continued", "continued", "supports", "supports"]
    guids = {found.get("guid") for found in root.iter()} - {None}
    ends = {
        link.get(end) for link in root.iter(f"{NS}Link") for end in ("originGUID", "targetGUID")
    }
    assert ends <= guids


def test_the_same_project_gives_the_golden_bytes(tmp_path: Path) -> None:
    with ZipFile(written(full_project(), tmp_path)) as archive:
        assert archive.read("project.qde") == (GOLDEN / "qdpx" / "project.qde").read_bytes()
    first = (tmp_path / "out.qdpx").read_bytes()
    assert written(full_project(), tmp_path).read_bytes() == first


def test_an_archive_is_not_called_like_the_file_in_it(tmp_path: Path) -> None:
    alone = tmp_path / "project.QDE"
    with pytest.raises(UserError, match=r"project\.QDE is to be an archive: .* ends in \.qdpx\.$"):
        QDPX.write(full_project(), EVERYTHING, alone, Options())
    assert not alone.exists()


def test_each_document_is_loaded_once(tmp_path: Path) -> None:
    project = full_project()
    written(project, tmp_path)
    assert project.loaded == 3


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_ids_are_those_of_the_standard_library(parts: list[str]) -> None:
    origin = uuid.UUID("5d0c3c0e-8a53-5c1f-9a0e-6f2f5a3b7c11")
    assert guid(*parts) == str(uuid.uuid5(origin, "/".join(parts)))


def test_of_two_labels_of_one_name_and_kind_what_is_read_renamed_is_a_loss(tmp_path: Path) -> None:
    project = full_project()
    assert not list(QDPX.losses(project, EVERYTHING, Options()))
    double = replace(QUANTITY, id=LabelId(guid("double")), order=99)
    first = project.snapshots[0]
    marked = next(a for a in first.all(Annotation) if a.label == QUANTITY.id)
    moved = replace(marked, label=double.id)
    first.apply(Edit(Message("Add a label"), (marked,), (double, moved)))
    project.label_list = [*project.label_list, double]
    (loss,) = QDPX.losses(project, EVERYTHING, Options())
    assert loss.annotation == marked.id
    told = read_qdpx(written(project, tmp_path), ReadOptions())
    documents = [one for one in told if isinstance(one, IncomingDocument)]
    names = Counter(a.label for one in documents for a in one.annotations)
    renamed = [name for name in names if name.startswith("Quantity ")]
    assert [names[name] for name in renamed] == [1]
    before = [a for s in full_project().snapshots for a in s.all(Annotation)]
    assert names["Quantity"] == sum(a.label == QUANTITY.id for a in before) - 1
