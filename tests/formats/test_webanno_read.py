"""WebAnno TSV read: our sample, INCEpTION's own files, and what is wrong in rows."""

import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from annotator.formats.registry import guess
from annotator.formats.webanno import WEBANNO
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    documents,
    fixtures,
    read,
)
from tests.formats.fuzzing import fuzzed, published

GOLDEN = Path(__file__).parents[1] / "golden" / "webanno-tsv"


SUITE = ("inception", "inception-io-webanno-tsv", "tsv3-suite")


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


def test_the_fields_of_our_own_layer_are_read_but_none_with_odd_characters(tmp_path: Path) -> None:
    header = "#T_SP=webanno.custom.Own|label|kind|author|note|fields|part"
    fields = json.dumps({"certainty": "high", "odd": "\0"}).replace("\\", "\\\\")
    rows = f"1-1\t0-4\tMill\tRiver\tfigure\tAnn\twhy\t{fields}\t*\t\n"
    path = tmp_path / "a.tsv"
    path.write_text(f"#FORMAT=WebAnno TSV 3.3\n{header}\n\n#Text=Mill\n{rows}", "utf-8")
    [told] = documents(read(WEBANNO, path))
    [mark] = told.annotations
    assert (mark.label, mark.kind, mark.author, mark.note) == (
        "River",
        LabelKind.FIGURE,
        "Ann",
        "why",
    )
    assert dict(mark.extra) == {"certainty": "high"}


def test_a_mark_without_text_is_told_with_its_layer(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    header = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.River|value\n\n#Text=Mill\n"
    path.write_text(f"{header}1-1\t0-4\tMill\t_\t\n1-1.1\t2-2\t\tdry\t\n", "utf-8")
    [told] = documents(read(WEBANNO, path))
    assert told.annotations == ()
    assert [str(problem)[:7] for problem in told.problems] == ["River: "]


def test_an_archive_of_a_project_names_person_and_document(tmp_path: Path) -> None:
    path = tmp_path / "project.zip"
    with ZipFile(path, "w") as archive:
        archive.write(GOLDEN / "rivers.tsv", "annotation/river.txt/ann.tsv")
    assert guess(path) is WEBANNO
    (told,) = documents(read(WEBANNO, path))
    assert (told.name, told.annotations[0].author) == ("river", "ann")


@pytest.mark.parametrize(
    ("name", "content", "claimed"),
    [
        ("a.tsv", "#FORMAT=WebAnno TSV 3.3\n", True),
        ("a.tsv", "word\tcount\n", False),
        ("a.txt", "#FORMAT=WebAnno TSV 3.3\n", False),
    ],
)
def test_an_archive_is_known_by_its_table(
    name: str, content: str, claimed: object, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr(name, content)
    assert WEBANNO.guess(path, path.read_bytes()) is claimed


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
