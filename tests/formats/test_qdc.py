"""REFI-QDA codebooks: valid by the schema, those of other programs read."""

import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.incoming import IncomingCodebook, ReadOptions
from annotator.formats.qdc import QDC
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.outside import GOLDEN, fixture
from tests.formats.projects import EVERYTHING, MemoryProject, full_project

NS = "{urn:QDA-XML:codebook:1.0}"


def read(path: Path) -> IncomingCodebook:
    assert QDC.reader
    (found,) = QDC.reader(path, ReadOptions())
    assert isinstance(found, IncomingCodebook)
    return found


def test_a_codebook_is_valid_and_holds_tree_colours_and_kinds(tmp_path: Path) -> None:
    path = tmp_path / "out.qdc"
    assert QDC.write(full_project(), EVERYTHING, path, Options()) == 0
    assert path.read_bytes() == (GOLDEN / "qdc" / "codebook.qdc").read_bytes()
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    names = {code.get("guid"): code.get("name") for code in root.iter(f"{NS}Code")}
    assert list(names.values()) == ["Quantity", "Statement", "Health", "Wards"]
    assert root.find(f".//{NS}Code[@name='Health']/{NS}Code[@name='Wards']") is not None
    sets = {
        found.get("name"): [names[member.get("guid")] for member in found]
        for found in root.iter(f"{NS}Set")
    }
    assert sets == {"claim": ["Statement"], "figure": ["Quantity"], "topic": ["Health", "Wards"]}
    rules = etree.XMLSchema(etree.parse(str(fixture("refi-qda/openqda-refi-tools/Codebook.xsd"))))
    rules.assertValid(etree.parse(str(path)))


@pytest.mark.outside("qdc", "pyrefiqda")
def test_another_reader_of_codebooks_finds_the_same_tree() -> None:
    path = GOLDEN / "qdc" / "codebook.qdc"
    told: Any = import_module("pyrefiqda").RefiCodebook.load(path)
    assert [(code.name, [below.name for below in code.code]) for code in told.codes.code] == [
        *(("Quantity", []), ("Statement", [])),
        ("Health", ["Wards"]),
    ]
    assert [(one.name, len(one.member_code)) for one in told.sets.set] == [
        *(("claim", 1), ("figure", 1), ("topic", 2)),
    ]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("peers-exports/qualcoder/Codebook-small.qdc", ["claim", "figure", "topic"]),
        ("peers-exports/taguette/codebook.qdc", ["interesting", "claim", "figure", "topic"]),
    ],
)
def test_codebooks_of_other_programs_are_read(name: str, labels: list[str]) -> None:
    path = fixture(name)
    assert guess(path) is QDC
    assert [label.name for label in read(path).labels] == labels


def test_what_is_written_comes_back() -> None:
    quantity, statement, health, wards = read(GOLDEN / "qdc" / "codebook.qdc").labels
    assert (quantity.kind, quantity.definition) == (LabelKind.FIGURE, "How many.")
    assert (statement.kind, health.kind) == (LabelKind.CLAIM, LabelKind.TOPIC)
    assert (wards.parent, wards.colour) == ("Health", "#0072B2")


def test_every_annotation_is_a_loss() -> None:
    assert len(list(QDC.losses(full_project(), EVERYTHING, Options()))) == 6


def test_no_labels_and_no_codebook_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no labels yet"):
        QDC.write(MemoryProject([], [], []), EVERYTHING, tmp_path / "a.qdc", Options())
    path = tmp_path / "b.qdc"
    path.write_text('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>')
    with pytest.raises(UserError, match=r"b\.qdc, line 1: a REFI-QDA codebook"):
        read(path)
