"""DocBin files: loaded by spaCy, texts and spans as in the project."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given

from annotator.formats import docbin
from annotator.formats.base import Options
from annotator.formats.docbin import DOCBIN
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.records import Annotation, Span
from annotator.model.snapshot import Snapshot
from tests.formats.outside import GOLDEN
from tests.formats.projects import (
    ANNA,
    EVERYTHING,
    HEALTH,
    LABELS,
    MemoryProject,
    a_document,
    full_project,
    numbered,
)
from tests.formats.random_projects import projects

pytestmark = pytest.mark.filterwarnings("ignore")


def docs_in(content: bytes, language: str = "xx") -> list[Any]:
    import spacy
    from spacy.tokens import DocBin

    return list(
        DocBin(store_user_data=True).from_bytes(content).get_docs(spacy.blank(language).vocab)
    )


@pytest.mark.outside("spacy", "spacy")
@given(projects())
def test_spacy_finds_every_passage(project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.spacy"
        DOCBIN.write(project, EVERYTHING, path, Options())
        for doc, s in zip(docs_in(path.read_bytes()), project.snapshots, strict=True):
            assert doc.text == s.text
            found = {
                (name, span.label_, span.id_, span.start_char, span.end_char, span.text)
                for name, group in doc.spans.items()
                if name != "sc"
                for span in group
            }
            assert found == {
                (s.kind_of(a).value, s.label_of(a).name(), a.id, p.start, p.end, p.quote)
                for a in s.all(Annotation)
                for p in a.spans
            }
            everything = sum(len(a.spans) for a in s.all(Annotation))
            assert len(doc.spans.get("sc", [])) == everything


@pytest.mark.parametrize("place", [(0, 3), (2, 3), (1, 4), (2, 5), (3, 6), (0, 7)])
def test_spaces_at_a_border_stay_in_the_passage(place: tuple[int, int], tmp_path: Path) -> None:
    text = "ab  cd "
    document = a_document(1, text, language="en")
    span = Span(*place, text[slice(*place)])
    own = AnnotationId(numbered()())
    marked = Annotation(own, document.id, HEALTH.id, ANNA.id, (span,))
    project = MemoryProject([Snapshot(document, text, [*LABELS, ANNA, marked])], LABELS, [ANNA])
    path = tmp_path / "out.spacy"
    DOCBIN.write(project, EVERYTHING, path, Options())
    (doc,) = docs_in(path.read_bytes())
    (found,) = doc.spans["topic"]
    assert (doc.text, found.start_char, found.end_char) == (text, *place)


def test_a_tokenizer_made_anew_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DOCBIN.write(full_project(), EVERYTHING, tmp_path / "a.spacy", Options())
    monkeypatch.setattr(docbin, "MOST_WORDS", 0)
    DOCBIN.write(full_project(), EVERYTHING, tmp_path / "b.spacy", Options())
    assert (tmp_path / "a.spacy").read_bytes() == (tmp_path / "b.spacy").read_bytes()


def test_tokens_are_those_of_the_blank_pipeline_where_no_border_cuts(tmp_path: Path) -> None:
    import spacy

    path = tmp_path / "out.spacy"
    DOCBIN.write(full_project(), EVERYTHING, path, Options())
    first, _second, plain = docs_in(path.read_bytes())
    assert [t.text for t in plain] == [t.text for t in spacy.blank("en")("No marks here.\n")]
    assert [t.text for t in first] == [t.text for t in spacy.blank("zh")(first.text)]


def test_fields_and_the_document_are_there(tmp_path: Path) -> None:
    path = tmp_path / "out.spacy"
    assert DOCBIN.write(full_project(), EVERYTHING, path, Options()) == 6
    assert guess(path) is DOCBIN
    doc = docs_in(path.read_bytes())[0]
    assert doc.user_data["document"]["title"] == "发布会"
    (fields,) = (json.loads(row) for row in doc.spans["figure"].attrs["fields"])
    assert (fields["low"], fields["author"]) == ("23000", "Anna Li")
    claims = [json.loads(row) for row in doc.spans["claim"].attrs["fields"]]
    assert {claim["id"] for claim in claims} == {span.id_ for span in doc.spans["claim"]}


def test_turns_and_relations_are_told(tmp_path: Path) -> None:
    path = tmp_path / "out.spacy"
    project = full_project()
    DOCBIN.write(project, EVERYTHING, path, Options())
    doc, s = docs_in(path.read_bytes())[0], project.snapshots[0]
    told = [(turn["start"], turn["end"], turn["speaker"]) for turn in doc.user_data["turns"]]
    assert told == [(0, 8, ""), (8, 31, "发言人"), (31, len(s.text), "记者")]
    assert doc.user_data["turns"][0]["time_end"] == 1500
    (relation,) = doc.user_data["relations"]
    assert (relation["kind"], relation["note"], relation["author"]) == ("supports", "n", "Ben")
    ends = {span.id_ for group in doc.spans.values() for span in group}
    assert {relation["source"], relation["target"]} <= ends


def test_the_same_project_gives_the_golden_spans(tmp_path: Path) -> None:
    path = tmp_path / "out.spacy"
    DOCBIN.write(full_project(), EVERYTHING, path, Options())
    found = [
        {
            "tokens": [token.text_with_ws for token in doc],
            "spans": {
                name: [[span.start, span.end, span.label_] for span in group]
                for name, group in sorted(doc.spans.items())
            },
        }
        for doc in docs_in(path.read_bytes())
    ]
    golden = (GOLDEN / "spacy" / "docs.json").read_text(encoding="utf-8")
    assert found == json.loads(golden)


def test_an_archive_has_a_file_per_split_and_the_same_bytes(tmp_path: Path) -> None:
    options = Options(shares=(1, 1, 1), seed=3)
    for name in ("one.zip", "two.zip"):
        DOCBIN.write(full_project(), EVERYTHING, tmp_path / name, options)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["train.spacy", "dev.spacy"]
        assert [len(docs_in(archive.read(name))) for name in archive.namelist()] == [2, 1]


def test_without_the_library_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)
    with pytest.raises(UserError) as caught:
        DOCBIN.write(full_project(), EVERYTHING, tmp_path / "a.spacy", Options())
    assert "transcript-annotator[spacy]" in str(caught.value)
    assert not list(tmp_path.iterdir())
