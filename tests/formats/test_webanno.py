"""WebAnno TSV 3.3 written, held against the format's rules."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from web_anno_tsv import open_web_anno_tsv  # type: ignore[import-untyped]
from web_anno_tsv.web_anno_tsv import AnnotatedSentence  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.webanno import WEBANNO
from annotator.formats.webanno_cells import unescape
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.text import Range, trimmed
from tests.formats.exchange import (
    all_sheets,
    documents,
    project_of,
    projects,
    said,
    sent,
    valid_project,
)
from tests.formats.projects import EVERYTHING, MemoryProject


def exported(project: MemoryProject) -> str:
    """Return a one-document project as a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.tsv"
        WEBANNO.write(project, EVERYTHING, path, Options())
        return path.read_bytes().decode()


Row = tuple[str, int, int, str, list[str]]


def rows_of(content: str) -> list[Row]:
    """Return the rows of a file by the documentation: unit, begin, end, token and columns."""
    header, _, body = content.partition("\n\n\n")
    assert header.startswith("#FORMAT=WebAnno TSV 3.3\n#T_SP=")
    found = []
    for line in body.split("\n"):
        if line and not line.startswith("#"):
            unit, place, token, *columns = line.split("\t")
            assert columns.pop() == ""
            begin, end = map(int, place.split("-"))
            found.append((unit, begin, end, token, columns))
    return found


def passages_of(rows: list[Row]) -> Counter[tuple[str, int, int]]:
    """Return label and place of each annotation; a number joins what units say of one."""
    by_number: dict[str, tuple[str, int, int]] = {}
    found: Counter[tuple[str, int, int]] = Counter()
    for _unit, begin, end, _token, columns in rows:
        for item in columns[0].split("|") if columns[0] != "_" else ():
            label, number = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", item).groups()  # type: ignore[union-attr]
            if number is None:
                found[label, begin, end] += 1
                continue
            known = by_number.get(number, (label, begin, end))
            assert known[0] == label
            by_number[number] = (label, min(known[1], begin), max(known[2], end))
    return found + Counter(by_number.values())


@given(projects())
def test_units_cut_their_tokens_and_give_our_spans(project: MemoryProject) -> None:
    (sheet,) = all_sheets(project)
    wide = sheet.text.encode("utf-16-le")
    rows = rows_of(exported(project)) if sheet.text.strip() else []
    for _unit, begin, end, token, _columns in rows:
        assert wide[2 * begin : 2 * end].decode("utf-16-le") == unescape(token)
    expected: Counter[tuple[str, int, int]] = Counter()
    for mark in sheet.marks:
        for part in mark.ranges:
            start, end = trimmed(sheet.text, *part)
            if start < end:
                before = [len(sheet.text[:at].encode("utf-16-le")) // 2 for at in (start, end)]
                expected[mark.label.name(), before[0], before[1]] += 1
    assert passages_of(rows) == expected


def test_tokens_are_the_documents_characters_without_white_space() -> None:
    text = "主持人：共2.3万。 It's 12.5% of x-ray𠮷.\nnext\n"
    tokens = [row[3] for row in rows_of(exported(project_of(text)))]
    assert tokens == [
        *"主持人：共",
        "2.3",
        *"万。",
        *("It's", "12.5", "%", "of", "x-ray", "𠮷", ".", "next"),
    ]


@given(projects())
def test_what_has_no_loss_comes_back(project: MemoryProject) -> None:
    losses = list(WEBANNO.losses(project, EVERYTHING, Options()))
    lossy = {loss.annotation for loss in losses}
    (sheet,) = all_sheets(project)
    (told,) = documents(sent(WEBANNO, project, "a.tsv"))
    if None not in lossy:
        assert told.text == sheet.text
    else:
        assert told.text.split() == sheet.text.split()
    expected = Counter(
        (mark.label.name(), mark.label.kind, mark.ranges, mark.note, mark.author)
        for mark in sheet.marks
        if mark.annotation.id not in lossy
    )
    found = Counter((a.label, a.kind, a.ranges, a.note, a.author) for a in told.annotations)
    assert expected <= found


def test_fields_fragments_and_relations_come_back() -> None:
    project = valid_project()
    told = documents(sent(WEBANNO, project, "a.zip"))
    assert len(told) == 3
    for document, sheet in zip(
        sorted(told, key=lambda t: t.name),
        [*all_sheets(project)][2:] + [*all_sheets(project)][:2],
        strict=True,
    ):
        assert document.text == sheet.text.removesuffix("\n")
        ours = {mark.name: mark.ranges for mark in sheet.marks}
        assert {a.label: a.ranges for a in document.annotations} == ours
    first = next(t for t in told if t.name == "发布会")
    by_label = {a.label: a for a in first.annotations}
    assert "low='23000'" in said(by_label["Quantity"])[6]
    assert dict(by_label["Quantity"].extra) == {"certainty": "high", "basis": "'stated"}
    assert len(by_label["Statement"].evidence) == 2
    (relation,) = first.relations
    assert (relation.kind, relation.note) == ("supports", "n")
    keys = by_label["Quantity"].key, by_label["Statement"].key
    assert (relation.source, relation.target) == keys


def test_losses_name_white_space_and_parts() -> None:
    project = project_of("a  b\n\tc", ((1, 2),), ((0, 2),), ((0, 1), (3, 4)))
    lost = [str(loss.reason) for loss in WEBANNO.losses(project, EVERYTHING, Options())]
    assert lost == [
        "White space at its ends is left out.",
        "Its parts become annotations of their own in other programs.",
        "It marks white space only, which belongs to no token.",
        "White space between or after sentences comes back as spaces and line breaks.",
    ]


def test_a_single_file_holds_one_document(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds one document, not 3"):
        WEBANNO.write(valid_project(), EVERYTHING, tmp_path / "a.tsv", Options())


# --- another program's reader ---

THREE_THREE = re.compile(r"^#Sentence\.id=.*\n", re.MULTILINE)
"""What 3.3 has more than 3.2, which that reader knows."""
Told = Counter[tuple[LabelKind, int, int]]


def told_by_another(content: str) -> Iterator[AnnotatedSentence]:
    """Yield the sentences that web-anno-tsv reads; a second feature is its name of a mark."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.tsv"
        path.write_text(THREE_THREE.sub("", content), encoding="utf-8")
        with open_web_anno_tsv(str(path)) as sentences:
            yield from sentences


def within(ranges: Iterable[Range], sentence: Range) -> Iterator[Range]:
    """Yield what lies in a sentence of each range."""
    for start, end in ranges:
        first, last = max(start, sentence[0]), min(end, sentence[1])
        if first < last:
            yield first, last


@pytest.mark.outside("webanno-tsv", "web-anno-tsv")
@example(project_of("🎉 rising to 12.5% 𠮷.\n", ((4, 13),), ((2, 6),), ((12, 15),)))
@given(projects(alphabet="公布12.5%亿，。🎉𠮷 ab\n"))
def test_another_reader_finds_each_mark_where_it_is(project: MemoryProject) -> None:
    (sheet,) = all_sheets(project)
    told, expected, after = Told(), Told(), 0
    for sentence in told_by_another(exported(project)):
        start = sheet.text.index(sentence.text, after)
        after = start + len(sentence.text)
        for mark in sentence.annotations:
            told[LabelKind(mark.label), start + mark.start, start + mark.stop] += 1
        for own in sheet.marks:
            parts = (trimmed(sheet.text, *part) for part in own.ranges)
            for part in within(parts, (start, after)):
                expected[own.label.kind, *trimmed(sheet.text, *part)] += 1
    assert told == expected
