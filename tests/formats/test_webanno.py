"""WebAnno TSV 3.3, held against the format's rules and INCEpTION's published samples."""

import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.registry import guess
from annotator.formats.webanno import WEBANNO
from annotator.formats.webanno_cells import escape_text, escape_value, split, unescape
from annotator.model.errors import UserError
from annotator.model.text import trimmed
from tests.formats.exchange import (
    all_sheets,
    documents,
    fixtures,
    project_of,
    projects,
    read,
    said,
    sent,
    valid_project,
)
from tests.formats.fuzzing import fuzzed, published
from tests.formats.projects import EVERYTHING, MemoryProject

GOLDEN = Path(__file__).parents[1] / "golden" / "webanno-tsv"
SUITE = ("inception", "inception-io-webanno-tsv", "tsv3-suite")


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


def test_our_sample_is_read_with_layers_slots_relations_and_chains() -> None:
    path = GOLDEN / "rivers.tsv"
    assert guess(path) is WEBANNO
    (told,) = documents(read(WEBANNO, path))
    assert told.text == "Mill 𠮷 rose 40cm\t.\nIt fell."
    assert [(a.label, told.text[s:e]) for a in told.annotations for s, e in a.ranges] == [
        ("River", "Mill 𠮷"),
        ("Name", "Mill"),
        ("river", "Mill"),
        ("Host", "rose"),
        ("Num_ber", "40"),
        ("river", "It"),
    ]
    assert dict(told.annotations[0].extra) == {"certainty": "sure"}
    keys = [a.key for a in told.annotations]
    assert [(r.kind, keys.index(r.source), keys.index(r.target)) for r in told.relations] == [
        ("theme", 3, 0),
        ("size", 3, 4),
        ("of", 0, 4),
        ("same", 2, 5),
    ]
    assert told.problems == ()


def test_what_is_escaped_comes_back() -> None:
    value = "a\\b[1]|c_d->e;\tf\ng*"
    assert unescape(escape_value(value)) == value
    assert split(escape_value(value) + "|x", "|") == [escape_value(value), "x"]
    assert unescape(escape_text("a\\b\tc\r\x0c")) == "a\\b\tc\r\x0c"
    assert unescape("\\u0041\\ud800") == "A\\ud800"


def test_text_of_older_files_is_not_unescaped(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("#FORMAT=WebAnno TSV 3.1\n\n\n#Text=C:\\new\n1-1\t0-6\tC:\\new\t\n", "utf-8")
    assert documents(read(WEBANNO, path))[0].text == "C:\\new"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("#Text=a\n1-1\t0-1\ta\t\n", "Line 5 of a.tsv: expected 1 columns as the header says"),
        ("#Text=a\nx\n", "expected a token such as"),
        ("1-1\t0-1\ta\t_\t\n", "“#Text=” before the tokens"),
        ("#Text=a\n1-1\t0-9\ta\t_\t\n", "expected an end up to 1"),
        ("#Text=a\n1-1\t1-0\ta\t_\t\n", "a beginning before the end"),
        ("#Text=a\n1-1\t0-1\tb\t_\t\n", "the first token at the start of its sentence"),
        ("#Text=a\n1-1\t0-1\ta\t_\t\n\n#Text=b\n2-1\t0-1\tb\t_\t\n", "an offset from 1 on"),
        ("#Text=a\n1-1\t99999999-99999999\ta\t_\t\n", "sentences close to each other"),
        ("#Text=a\x00\n", "text without NUL"),
    ],
)
def test_a_wrong_line_is_refused(rows: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    header = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n"
    path.write_text(header + rows, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(WEBANNO, path)


def test_an_archive_of_a_project_names_person_and_document(tmp_path: Path) -> None:
    path = tmp_path / "project.zip"
    with ZipFile(path, "w") as archive:
        archive.write(GOLDEN / "rivers.tsv", "annotation/river.txt/ann.tsv")
    assert guess(path) is WEBANNO
    (told,) = documents(read(WEBANNO, path))
    assert (told.name, told.annotations[0].author) == ("river", "ann")


def spans_in_xmi(path: Path) -> Counter[tuple[int, int]]:
    """Return the places of all annotations but tokens and sentences that hold text."""
    found: Counter[tuple[int, int]] = Counter()
    for element in ET.parse(path).getroot():  # noqa: S314 - a published sample
        if "begin" in element.attrib and _is_annotation(element.tag):
            begin, end = int(element.attrib["begin"]), int(element.attrib["end"])
            found[begin, end] += begin < end
    return +found


def links_in_xmi(path: Path) -> int:
    """Return how many relations between annotations, filled slots and steps of chains there are."""
    elements = list(ET.parse(path).getroot())  # noqa: S314 - a published sample
    tokens = {e.get("{http://www.omg.org/XMI}id") for e in elements if e.tag.endswith("}Token")}
    relations = [e for e in elements if e.get("Governor", "") not in {"", *tokens}]
    steps = [e for e in elements if "next" in e.attrib or "target" in e.attrib]
    return len(relations) + len(steps)


def _is_annotation(tag: str) -> bool:
    return not re.search(r"(Token|Sentence|DocumentMetaData|DocumentAnnotation|Relation)$", tag)


TRIMMED = {
    "testAnnotationWithLeadingWhitespace",
    "testAnnotationWithTrailingWhitespace",
}
"""Samples in which the TSV leaves out white space that the XMI marks."""


def test_inceptions_samples_give_the_annotations_of_their_xmi() -> None:
    folder = fixtures(*SUITE)
    paths = sorted(folder.rglob("*.tsv"))
    assert len(paths) == 38
    seen = Counter[str]()
    for path in paths:
        assert guess(path) is WEBANNO
        (told,) = documents(read(WEBANNO, path))
        places = Counter((s, e) for a in told.annotations for s, e in a.ranges)
        xmi = path.with_name("reference.xmi")
        if xmi.exists() and path.parent.name not in TRIMMED:
            assert places == spans_in_xmi(xmi), path.parent.name
            assert len(told.relations) == links_in_xmi(xmi), path.parent.name
            seen["compared"] += 1
        seen["annotations"] += len(told.annotations)
    assert seen == {"compared": 35, "annotations": 105}


def test_version_two_is_claimed_and_refused() -> None:
    for path in sorted(fixtures("inception", "inception-io-webanno-tsv", "tsv2").glob("*.tsv")):
        assert guess(path) is WEBANNO
        with pytest.raises(UserError, match="not in version 3 of WebAnno TSV"):
            read(WEBANNO, path)


def test_a_curated_project_of_inception_is_read() -> None:
    folder = fixtures("inception", "inception-project-export", "exports")
    (path,) = folder.glob("*.zip")
    assert guess(path) is WEBANNO
    (told,) = documents(read(WEBANNO, path))
    assert (told.name, len(told.annotations)) == ("example_sentence", 1)


SAMPLES = [
    (GOLDEN / "rivers.tsv").read_bytes(),
    *published(*SUITE, "*", "*.tsv", most=50),
]
test_damaged_files_are_refused_or_read = fuzzed(WEBANNO, "a.tsv", SAMPLES)
