"""TEI: well-formed, every pointer leads somewhere, the words between anchors are the passages."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from lxml import etree  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.registry import guess
from annotator.formats.tei import NAMESPACE, TEI
from annotator.formats.xml_text import allowed
from annotator.model.records import Annotation, Relation, Turn
from tests.formats.marked_project import marked_project
from tests.formats.outside import GOLDEN
from tests.formats.projects import EVERYTHING, MemoryProject, full_project
from tests.formats.random_projects import projects

NS = {"t": NAMESPACE}
ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("from", "to", "target", "ana", "resp")


def written(project: MemoryProject, folder: Path) -> Any:  # noqa: ANN401
    path = folder / "corpus.xml"
    TEI.write(project, EVERYTHING, path, Options())
    assert guess(path) is TEI
    return etree.parse(str(path)).getroot()


def text_and_anchors(document: Any) -> tuple[str, dict[str, int]]:  # noqa: ANN401
    """Return the text of the paragraphs, and where each anchor stands in it."""
    text, anchors = "", {}
    for at, paragraph in enumerate(document.findall("t:text/t:body/t:p", NS)):
        text += "\n" if at else ""
        text += paragraph.text or ""
        for anchor in paragraph:
            anchors[f"#{anchor.get(ID)}"] = len(text)
            text += anchor.tail or ""
    return text, anchors


@given(projects())
def test_the_words_between_two_anchors_are_the_passage(project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        root = written(project, Path(folder))
        for document, s in zip(root.findall("t:TEI", NS), project.snapshots, strict=True):
            text, anchors = text_and_anchors(document)
            assert text == allowed(s.text)
            found = sorted(
                (group.get("type"), text[anchors[span.get("from")] : anchors[span.get("to")]])
                for group in document.findall("t:standOff/t:spanGrp", NS)
                for span in group
                if group.get("type") != "turn"
            )
            assert found == sorted(
                (s.kind_of(a).value, span.quote) for a in s.all(Annotation) for span in a.spans
            )


@pytest.mark.outside("tei", "lxml")
def test_all_pointers_lead_to_an_id_and_no_id_stands_twice(tmp_path: Path) -> None:
    root = written(full_project(), tmp_path)
    ids = [found.get(ID) for found in root.iter() if found.get(ID)]
    assert len(ids) == len(set(ids))
    pointers = [p for e in root.iter() for name in POINTERS for p in (e.get(name) or "").split()]
    assert pointers
    for pointer in pointers:
        assert len(root.xpath("id($name)", name=pointer.removeprefix("#"))) == 1


def test_turns_fields_and_relations_are_there(tmp_path: Path) -> None:
    project = full_project()
    root = written(project, tmp_path)
    document = root.find("t:TEI", NS)
    text, anchors = text_and_anchors(document)
    s = project.snapshots[0]
    turns = document.findall("t:standOff/t:spanGrp[@type='turn']/t:span", NS)
    assert [text[anchors[t.get("from")] : anchors[t.get("to")]] for t in turns] == [
        s.text[turn.start : turn.end] for turn in s.all(Turn)
    ]
    fields = {
        f.get("name"): f.findtext("t:string", namespaces=NS)
        for f in document.findall("t:standOff/t:fs[@type='figure']/t:f", NS)
    }
    assert (fields["low"], fields["note"], fields["author"]) == ("23000", "=check", "Anna Li")
    (link,) = document.findall("t:standOff/t:linkGrp/t:link", NS)
    assert link.get("type") == "supports"
    glosses = [gloss.text for gloss in root.iter(f"{{{NAMESPACE}}}gloss")]
    assert "数量" in glosses


def features(document: Any, record_id: str) -> dict[str, str]:  # noqa: ANN401
    """Return what a feature structure says, texts and numbers alike."""
    (found,) = document.xpath(f".//t:fs[@xml:id='fields-{record_id}']", namespaces=NS)
    return {
        f.get("name"): f.findtext("t:string", namespaces=NS) or f.find("t:numeric", NS).get("value")
        for f in found
    }


def test_times_of_turns_and_notes_of_relations_are_there(tmp_path: Path) -> None:
    project = marked_project()
    document = written(project, tmp_path).find("t:TEI", NS)
    s = project.snapshots[0]
    asked, said = (features(document, turn.id) for turn in s.all(Turn))
    assert asked == {"body_start": "0"}
    assert said == {"body_start": "16", "time_start": "31337", "time_end": "41448"}
    (relation,) = s.all(Relation)
    assert features(document, relation.id) == {"note": "noteofrelation"}
    (link,) = document.findall("t:standOff/t:linkGrp/t:link", NS)
    assert link.get("resp") == f"#author-{relation.author}"
    assert link.get("ana") == f"#label-{relation.label} #fields-{relation.id}"


def test_a_label_stands_within_its_parent(tmp_path: Path) -> None:
    root = written(marked_project(), tmp_path)
    parents = {label.id: label.parent for label in marked_project().labels()}
    assert any(parents.values())
    for category in root.iter(f"{{{NAMESPACE}}}category"):
        label = category.get(ID).removeprefix("label-")
        above = parents.pop(label)
        expected = f"label-{above}" if above else f"kind-{category.getparent().get(ID)[5:]}"
        assert category.getparent().get(ID) == expected
    assert not parents


def test_the_same_project_gives_the_golden_bytes(tmp_path: Path) -> None:
    written(full_project(), tmp_path)
    golden = (GOLDEN / "tei" / "corpus.xml").read_bytes()
    assert (tmp_path / "corpus.xml").read_bytes() == golden


def test_an_empty_project_is_a_corpus_too(tmp_path: Path) -> None:
    root = written(MemoryProject([], [], []), tmp_path)
    assert len(root.findall("t:TEI", NS)) == 1
