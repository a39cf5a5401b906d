"""CoNLL-U columns, held against spaCy's converter and the format's rules."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.conllu import CONLLU
from annotator.formats.registry import guess
from annotator.formats.tokens import Tokens
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    all_sheets,
    documents,
    fixtures,
    project_of,
    projects,
    read,
    sent,
    valid_project,
)
from tests.formats.fuzzing import fuzzed
from tests.formats.projects import EVERYTHING, MemoryProject

conllu_to_docs: Any = vars(import_module("spacy.training.converters"))["conllu_to_docs"]
GOLDEN = Path(__file__).parents[1] / "golden" / "conllu"


def exported(project: MemoryProject, options: Options | None = None) -> str:
    """Return an export as text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.conllu"
        CONLLU.write(project, EVERYTHING, path, options or Options())
        return path.read_bytes().decode()


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


def test_our_sample_is_read_with_white_space_and_joined_tokens() -> None:
    path = GOLDEN / "briefing.conllu"
    assert guess(path) is CONLLU
    (told,) = documents(read(CONLLU, path))
    assert told.name == "briefing"
    assert told.text == "Mill River rose.\nEnd \n"
    assert [(a.label, told.text[s:e]) for a in told.annotations for s, e in a.ranges] == [
        ("River", "Mill River"),
        ("Close", "End"),
    ]
    assert told.annotations[1].kind is LabelKind.TOPIC


def test_columns_that_a_header_names_hold_tags() -> None:
    path = GOLDEN / "plus.conllup"
    assert guess(path) is CONLLU
    (told,) = documents(read(CONLLU, path))
    assert told.text == "Mill River rose"
    assert [(a.label, a.ranges) for a in told.annotations] == [("River", ((0, 10),))]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("1\ta\n", "Line 1 of a.conllu: expected 10 columns"),
        ("x\ta" + "\t_" * 8 + "\n", "a number and a form first"),
        ("1\t" + "\t_" * 8 + "\n", "a number and a form first"),
        ("1\ta\x00" + "\t_" * 8 + "\n", "expected 10 columns"),
    ],
)
def test_a_wrong_row_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(content, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(CONLLU, tmp_path / "a.conllu")


def test_an_older_webanno_file_is_not_claimed() -> None:
    folder = fixtures("inception", "inception-io-webanno-tsv", "tsv2")
    assert not any(CONLLU.guess(path, path.read_bytes()) for path in folder.iterdir())


SAMPLES = [path.read_bytes() for path in sorted(GOLDEN.iterdir())]
test_damaged_files_are_refused_or_read = fuzzed(CONLLU, "a.conllu", SAMPLES)
