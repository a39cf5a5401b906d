"""CoNLL-2003 columns, held against spaCy's converter and other tools' published files."""

from collections import Counter
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from spacy.tokens import Doc
from spacy.training import biluo_tags_to_offsets, offsets_to_biluo_tags
from spacy.vocab import Vocab

from annotator.formats.base import Options
from annotator.formats.conll import CONLL
from annotator.formats.registry import guess
from annotator.formats.tokens import Tokens
from annotator.model.errors import UserError
from tests.formats.exchange import (
    all_sheets,
    documents,
    fixtures,
    marked,
    project_of,
    projects,
    read,
    valid_project,
)
from tests.formats.fuzzing import fuzzed, published
from tests.formats.projects import EVERYTHING, MemoryProject

conll_ner_to_docs: Any = vars(import_module("spacy.training.converters"))["conll_ner_to_docs"]
GOLDEN = Path(__file__).parents[1] / "golden" / "conll"
BILOU = Options(scheme="bilou")


def exported(project: MemoryProject, options: Options | None = None) -> str:
    """Return an export as text."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.conll"
        CONLL.write(project, EVERYTHING, path, options or Options())
        return path.read_bytes().decode()


def rows_of(content: str) -> list[tuple[str, str]]:
    """Return tokens and tags."""
    rows = [line.split(" ") for line in content.split("\n") if line]
    return [(row[0], row[3]) for row in rows if row[0] != "-DOCSTART-"]


@pytest.mark.outside("conll", "spacy")
def test_spacys_converter_finds_our_documents_words_and_entities() -> None:
    project = valid_project()
    found = list(conll_ner_to_docs(exported(project), no_print=True))
    sheets = list(all_sheets(project))
    assert [[t.text for t in doc] for doc in found] == [
        [sheet.text[a:b] for a, b in Tokens(sheet.text).all] for sheet in sheets
    ]
    for doc, sheet in zip(found, sheets, strict=True):
        entities = [(ent.label_, "".join(t.text for t in ent)) for ent in doc.ents]
        kept = [mark for mark in sheet.marks if mark.name != "Quantity"]
        assert entities == [(m.name, s.quote) for m in kept for s in m.annotation.spans]


@given(projects("ab 2文𠮷.。\n"))
def test_spacys_offsets_of_bilou_tags_are_ours_where_nothing_is_lost(
    project: MemoryProject,
) -> None:
    (sheet,) = all_sheets(project)
    tokens = Tokens(sheet.text).all
    rows = rows_of(exported(project, BILOU))
    assert [token for token, _ in rows] == [sheet.text[a:b] for a, b in tokens]
    if not tokens:
        return
    starts = [start for start, _ in tokens[1:]]
    spaces = [end < start for (_, end), start in zip(tokens, starts, strict=False)]
    doc = Doc(Vocab(), [token for token, _ in rows], [*spaces, False])
    place = {
        word.idx: (start, word.idx + len(word), end)
        for word, (start, end) in zip(doc, tokens, strict=True)
    }
    ends = {behind: end for _, behind, end in place.values()}
    found = {
        (label, place[start][0], ends[end])
        for start, end, label in biluo_tags_to_offsets(doc, [tag for _, tag in rows])
    }
    lossy = {loss.annotation for loss in CONLL.losses(project, EVERYTHING, BILOU)}
    kept = {(mark.name, *mark.ranges[0]) for mark in sheet.marks if mark.annotation.id not in lossy}
    assert kept <= found


def test_spacy_gives_the_same_tags_from_our_spans() -> None:
    text = "Mill River rose 40 cm today"
    project = project_of(text, ((0, 10),), ((16, 21),))
    doc = Doc(Vocab(), text.split())
    spans = [(0, 10, "Quantity"), (16, 21, "Statement")]
    assert [t for _, t in rows_of(exported(project, BILOU))] == offsets_to_biluo_tags(doc, spans)
    assert [t for _, t in rows_of(exported(project))] == [
        *("B-Quantity", "I-Quantity", "O", "B-Statement", "I-Statement", "O"),
    ]


def test_chinese_is_one_character_per_line() -> None:
    assert [token for token, _ in rows_of(exported(project_of("共有2.3万人，𠮷林。")))] == [
        *("共", "有", "2.3", "万", "人", "，", "𠮷", "林", "。"),
    ]


@pytest.mark.parametrize(
    ("text", "marks", "reasons"),
    [
        ("one two", [((0, 3),)], []),
        ("one two", [((0, 7),), ((4, 7),)], ["overlaps"]),
        ("one two", [((0, 2),)], ["borders"]),
        ("one two", [((3, 4),)], ["white space"]),
        ("One. Two.", [((0, 9),)], ["several sentences"]),
        ("one two six", [((0, 3), (8, 11))], ["parts"]),
    ],
)
def test_each_loss_is_named(
    text: str, marks: list[tuple[tuple[int, int], ...]], reasons: list[str]
) -> None:
    lost = list(CONLL.losses(project_of(text, *marks), EVERYTHING, Options()))
    assert len(lost) == len(reasons)
    assert all(r in str(loss.reason) for r, loss in zip(reasons, lost, strict=True))


def test_the_longer_of_two_overlapping_annotations_is_written() -> None:
    project = project_of("a b c", ((0, 1),), ((0, 5),))
    assert [tag for _, tag in rows_of(exported(project))] == [
        "B-Statement",
        "I-Statement",
        "I-Statement",
    ]


def test_our_sample_is_read_in_any_scheme() -> None:
    first, second = documents(read(CONLL, GOLDEN / "briefing.conll"))
    assert first.text == "Mill River rose 40 cm .\n"
    assert [(a.label, first.text[s:e]) for a in first.annotations for s, e in a.ranges] == [
        ("River", "Mill River"),
        ("Level", "40"),
        ("Unit", "cm"),
    ]
    assert second.text == "共有2万人\n"
    assert [second.text[s:e] for a in second.annotations for s, e in a.ranges] == ["2万人"]


@given(projects("ab 2文.\n"))
def test_what_has_no_loss_comes_back(project: MemoryProject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.conll"
        CONLL.write(project, EVERYTHING, path, Options())
        told = documents(read(CONLL, path))
    (sheet,) = all_sheets(project)
    lossy = {loss.annotation for loss in CONLL.losses(project, EVERYTHING, Options())}
    kept = Counter(
        (m.name, "".join(m.annotation.quote.split()))
        for m in sheet.marks
        if m.annotation.id not in lossy
    )
    found = Counter(
        (a.label, "".join(t.text[s:e].split()))
        for t in told
        for a in t.annotations
        for s, e in a.ranges
    )
    assert kept <= found


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("a O\nb\n", "Line 2 of a.conll: expected a token and"),
        ("a O\nb c d\n", "found “b c d”"),
        ("a O\nb\x00 O\n", "Line 2"),
    ],
)
def test_a_wrong_line_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text(content, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(CONLL, tmp_path / "a.conll")


@pytest.mark.parametrize(
    ("content", "claimed"),
    [
        ("a O\nb B-x\n", True),
        ("-DOCSTART- -X- O O\n\na O\n", True),
        ("a O\nb O\n", False),
        ("What is O\nThe end\n", False),
        ("one line B-x\n", False),
    ],
)
def test_only_tagged_lines_are_claimed(content: str, claimed: object, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(content, "utf-8")
    assert (guess(tmp_path / "a.txt") is CONLL) is claimed


def test_a_line_that_the_first_bytes_cut_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{'w' * 150} B-x\n" * 30, "utf-8")
    assert guess(tmp_path / "a.txt") is CONLL


READ = {
    "sequence_labeling/example.conll": [("LOC", "JAPAN"), ("PER", "Nadim Ladki")],
    "sequence_labeling/labeling.trailing.conll": [("LOC", "JAPAN"), ("PER", "CHINA")],
    "pipeline_examples/import/sequence_labeling/example.txt": [
        ("ORG", "EU"),
        ("MISC", "German"),
        ("MISC", "British"),
        ("PER", "Peter Blackburn"),
    ],
}


def test_doccanos_files_are_read_and_the_invalid_one_refused() -> None:
    folder = fixtures("doccano")
    for name, spans in READ.items():
        assert guess(folder / name) is CONLL
        (told,) = documents(read(CONLL, folder / name))
        found = [(a.label, told.text[s:e]) for a in told.annotations for s, e in a.ranges]
        assert found == spans
    with pytest.raises(UserError, match="Line 1 of labeling"):
        read(CONLL, folder / "sequence_labeling" / "labeling.invalid.conll")
    with pytest.raises(UserError):
        read(CONLL, fixtures("peers-exports", "label-studio") / "roundtrip.conll2003")


def test_marks_of_one_document_are_in_its_text() -> None:
    assert marked(read(CONLL, GOLDEN / "briefing.conll"))[1] == [("数量", ((2, 5),))]


SAMPLES = [
    (GOLDEN / "briefing.conll").read_bytes(),
    *published("doccano", "sequence_labeling", "*.conll"),
]
test_damaged_files_are_refused_or_read = fuzzed(CONLL, "a.conll", SAMPLES)
