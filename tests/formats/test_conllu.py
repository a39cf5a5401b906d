"""CoNLL-U columns written, held against spaCy's converter and the format's rules."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.conllu import CONLLU
from annotator.formats.tokens import Tokens
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    all_sheets,
    documents,
    project_of,
    projects,
    sent,
    valid_project,
)
from tests.formats.projects import EVERYTHING, MemoryProject

conllu_to_docs: Any = vars(import_module("spacy.training.converters"))["conllu_to_docs"]


def exported(project: MemoryProject, options: Options | None = None) -> str:
    """Return an export as text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.conllu"
        CONLLU.write(project, EVERYTHING, path, options or Options())
        return path.read_bytes().decode()


@pytest.mark.outside("conllu", "spacy")
def test_spacys_converter_finds_our_sentences_and_words() -> None:
    project = valid_project()
    found = conllu_to_docs(exported(project), n_sents=1, no_print=True)
    assert [[token.text for token in doc] for doc in found] == [
        [s.text[a:b] for a, b in sentence]
        for s in all_sheets(project)
        for sentence in Tokens(s.text).sentences
    ]


def test_spacy_reads_tags_of_our_own_rows_under_its_name() -> None:
    project = project_of("Mill rose 40 cm", ((0, 4),))
    content = exported(project, Options(scheme="bilou"))
    (doc,) = conllu_to_docs(content.replace("Figure=U-Quantity", "NE=U-RIVER"), no_print=True)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Mill", "RIVER")]


@given(projects())
def test_text_kinds_and_spans_without_loss_come_back(project: MemoryProject) -> None:
    (sheet,) = all_sheets(project)
    told = documents(sent(CONLLU, project, "a.conllu"))
    if not sheet.text.strip():
        assert told == []
        return
    assert told[0].text == sheet.text
    lossy = {loss.annotation for loss in CONLLU.losses(project, EVERYTHING, Options())}
    kept = {(m.name, m.label.kind, m.ranges) for m in sheet.marks if m.annotation.id not in lossy}
    assert kept <= {(a.label, a.kind, a.ranges) for a in told[0].annotations}


def test_titles_and_overlaps_of_different_kinds_are_kept() -> None:
    told = documents(sent(CONLLU, valid_project(), "a.conllu"))
    assert [t.name for t in told] == ["发布会", "发布会", "Empty"]
    assert {a.kind for a in told[0].annotations} == set(LabelKind) - {LabelKind.RELATION}
    lost = [str(loss.reason) for loss in CONLLU.losses(valid_project(), EVERYTHING, Options())]
    assert lost == ["Its parts become annotations of their own in other programs."] * 2
