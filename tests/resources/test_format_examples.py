"""The examples on the guide's pages of formats: whole files, each of which can be imported."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from annotator.formats.base import Options
from annotator.formats.registry import format_named
from annotator.model.records import Annotation, Claim
from annotator.model.snapshot import Snapshot
from annotator.workspace.importing import ReadAs, import_files
from annotator.workspace.workspace import Workspace
from tests.formats.claim_projects import claims_project
from tests.formats.projects import EVERYTHING
from tests.resources.test_format_pages import PAGES
from tests.workspace.example_workspace import new_project, written

TEXT = "共有2.3万人参加。"
_EXAMPLE = re.compile(r"```(?!python|sh)\w*\n(.*?)```", re.DOTALL)
FILES = {
    "jsonl": "a.jsonl",
    "csv": "a.csv",
    "doccano": "a.jsonl",
    "label-studio": "a.json",
    "brat": "Briefing.ann",
    "webanno-tsv": "a.tsv",
    "conll": "a.conll",
    "conllu": "a.conllu",
    "web-annotation": "a.jsonld",
    "xmi": "a.xmi",
    "casjson": "a.json",
    "qdpx": "a/project.qde",
}
"""What the examples are called that mark the same words of the same text."""


def example_of(name: str) -> str:
    page = (PAGES / f"{name}.md").read_text("utf-8")
    (found,) = _EXAMPLE.findall(page)
    return str(found)


def example_file(name: str, folder: Path) -> Path:
    """Write the example of a page as the file, or files, that the page says it is."""
    path = folder / FILES[name]
    path.parent.mkdir(exist_ok=True)
    path.write_text(example_of(name), encoding="utf-8", newline="")
    if name == "brat":
        path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    if name == "qdpx":
        (sources,) = re.findall('internal://(.*)"', example_of(name))
        (path.parent / "sources").mkdir()
        (path.parent / "sources" / sources).write_text(TEXT, encoding="utf-8")
        return path.parent
    return path


def only_document(workspace: Workspace) -> Snapshot:
    (document,) = workspace.documents()
    return workspace.load(document.id)


@pytest.mark.parametrize("name", FILES)
def test_the_example_on_a_page_is_a_whole_file_that_can_be_imported(
    name: str, tmp_path: Path
) -> None:
    with new_project(tmp_path) as workspace:
        if name == "csv":
            import_files(workspace, [written(tmp_path / "Briefing.txt", TEXT)])
        report = import_files(workspace, [example_file(name, tmp_path)], ReadAs(format_name=name))
        assert not report.failed, [str(reason) for _, reason in report.failed]
        assert not report.problems
        s = only_document(workspace)
        assert s.text.strip() == TEXT
        marks = {(s.label_of(a).name(), a.quote, a.start) for a in s.all(Annotation)}
        assert ("Quantity", "2.3万人", 2) in {(n.capitalize(), q, at) for n, q, at in marks}


@pytest.mark.parametrize(("name", "file"), [("qdc", "a.qdc"), ("doccano-labels", "a.json")])
def test_the_example_of_a_codebook_is_a_whole_file(name: str, file: str, tmp_path: Path) -> None:
    path = written(tmp_path / file, example_of(name))
    with new_project(tmp_path) as workspace:
        assert not import_files(workspace, [path]).failed
        assert "Quantity" in {label.name() for label in workspace.labels()}


def test_the_example_of_a_fact_check_is_a_whole_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonld", example_of("claimreview"))
    with new_project(tmp_path) as workspace:
        assert not import_files(workspace, [path]).failed
        assert [claim.text for claim in only_document(workspace).all(Claim)] == ["23,000 took part"]


def test_the_examples_of_what_is_only_written_are_as_it_is_written(tmp_path: Path) -> None:
    project, options = claims_project([("s", "true")]), Options(shares=(1, 0, 0))
    for name, place in (("averitec", "a.json"), ("fever", "fever")):
        format_named(name).write(project, EVERYTHING, tmp_path / place, options)
    (told,) = json.loads(example_of("averitec"))
    (ours,) = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert [*told, "passage"] == [*ours]
    claim, page = map(json.loads, example_of("fever").splitlines())
    assert page["lines"].split("\t") == ["0", page["text"]]
    assert claim["evidence"] == [[[1, 2, page["id"], 0]]]
    (line,) = (tmp_path / "fever" / "train.jsonl").read_text("utf-8").splitlines()
    assert [*claim, "passage"] == [*json.loads(line)]


def test_the_example_of_tei_marks_the_words_between_its_anchors() -> None:
    root = ET.fromstring(example_of("tei"))  # noqa: S314 - our own page
    ns = "{http://www.tei-c.org/ns/1.0}"
    ids = {e.get("{http://www.w3.org/XML/1998/namespace}id"): e for e in root.iter()}
    (span,) = root.iter(f"{ns}span")
    start, end = (ids[span.attrib[name].removeprefix("#")] for name in ("from", "to"))
    assert (start.tail, end.tag) == (span.text, f"{ns}anchor")
    assert span.attrib["ana"].removeprefix("#") in ids
