"""brat standoff, held against its documentation's rules and its published corpora."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given

from annotator.formats.base import Options
from annotator.formats.brat import BRAT
from annotator.formats.brat_conf import annotation_conf, read_conf, types_of, visual_conf
from annotator.formats.incoming import IncomingDocument
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    all_sheets,
    came_back,
    codebook,
    documents,
    expected,
    fixtures,
    project_of,
    projects,
    read,
    sent,
    valid_project,
)
from tests.formats.fuzzing import fuzzed, published
from tests.formats.projects import EVERYTHING, LABELS, MemoryProject

GOLDEN = Path(__file__).parents[1] / "golden" / "brat"
Parsed = dict[str, tuple[str, list[tuple[int, int]], str]]


def parsed_by_the_documentation(ann: str) -> tuple[Parsed, list[str]]:
    """Return the text-bound annotations of a file by id, and its other lines.

    Fields are separated by tabs; a text-bound one has id, then type and offsets separated by
    blanks and semicolons, then the text of its fragments joined by blanks.
    """
    found: Parsed = {}
    others = []
    for line in ann.split("\n")[:-1]:
        assert re.match(r"(?:[TARE#]\d+|\*)\t\S", line), line
        if line[0] != "T":
            others.append(line)
            continue
        key, place, words = line.split("\t", 2)
        brat_type, offsets = place.split(" ", 1)
        parts = [tuple(map(int, part.split(" "))) for part in offsets.split(";")]
        found[key] = brat_type, [(start, end) for start, end in parts], words
    return found, others


@given(projects())
def test_every_line_follows_the_documentation(project: MemoryProject) -> None:
    types = types_of(LABELS)
    (sheet,) = all_sheets(project)
    with_text, others = parsed_by_the_documentation(_ann_of(project))
    for key, (brat_type, parts, words) in with_text.items():
        mark = sheet.marks[int(key[1:]) - 1]
        assert brat_type == types[mark.label.id]
        assert words == " ".join(sheet.text[start:end] for start, end in parts)
        assert "\n" not in words
        marked = {p for start, end in mark.ranges for p in range(start, end)}
        written = {p for start, end in parts for p in range(start, end)}
        assert written == {p for p in marked if sheet.text[p] != "\n"}
    for line in others:
        assert set(re.findall(r"T\d+", line.split("\t")[1])) <= with_text.keys()


def _ann_of(project: MemoryProject) -> str:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.zip"
        BRAT.write(project, EVERYTHING, path, Options())
        with ZipFile(path) as archive:
            return archive.read("Briefing.ann").decode()


def test_everything_comes_back_from_an_archive_and_a_folder() -> None:
    project = valid_project()
    for name in ("a.zip", "folder"):
        content = sent(BRAT, project, name)
        assert sorted(came_back(content)) == sorted(expected(project))
        assert {(x.name, x.kind, x.colour) for x in codebook(content).labels} == {
            (label.name(), label.kind, label.colour) for label in LABELS
        }
        relations = [r for told in documents(content) for r in told.relations]
        assert [(r.kind, r.note) for r in relations] == [("supports", "n")] * 2


@given(projects())
def test_what_has_no_loss_comes_back(project: MemoryProject) -> None:
    lossy = {loss.annotation for loss in BRAT.losses(project, EVERYTHING, Options())}
    (sheet,) = all_sheets(project)
    (told,) = documents(sent(BRAT, project, "a.zip"))
    assert told.text == sheet.text
    by_key = {a.key: a for a in told.annotations}
    for mark in sheet.marks:
        if mark.annotation.id not in lossy:
            back = by_key[f"T{mark.number}"]
            assert (back.label, back.ranges, back.note, back.author) == (
                mark.label.name(),
                mark.ranges,
                mark.note,
                mark.author,
            )


def test_losses_name_line_breaks_that_cannot_be_kept() -> None:
    project = project_of("ab\ncd\n\n", ((0, 3),), ((5, 7),), ((0, 2), (3, 5)), ((0, 5),))
    lost = list(BRAT.losses(project, EVERYTHING, Options()))
    assert [str(loss.reason)[:12] for loss in lost] == [
        "The line bre",
        "Parts that o",
        "It marks lin",
    ]


def test_types_are_plain_and_names_and_kinds_lie_in_the_configuration() -> None:
    conf = annotation_conf(LABELS, {"claim_verdict": {"true", "false"}})
    assert "!figure\n\tquantity\n" in conf
    assert "claim_verdict\tArg:<ENTITY>, Value:false|true\n" in conf
    told = read_conf(conf, visual_conf(LABELS))
    assert [told.name(brat_type) for brat_type in told.types] == [
        "Statement",
        "Quantity",
        "Health",
        "Wards",
    ]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", brat_type) for brat_type in told.types)


def golden() -> IncomingDocument:
    (told,) = documents(read(BRAT, GOLDEN / "briefing.ann"))
    return told


def test_our_sample_is_read_with_events_attributes_and_notes() -> None:
    told = golden()
    assert "\r" not in told.text
    by_key = {a.key: a for a in told.annotations}
    quotes = {k: [told.text[s:e] for s, e in a.ranges] for k, a in by_key.items()}
    assert quotes["T1"] == ["2.3万人"]
    assert quotes["T2"] == ["共有", "参加"]
    assert quotes["T5"] == ["40 cm"]
    first = by_key["T1"]
    assert (first.label, first.kind) == ("Number", LabelKind.FIGURE)
    assert first.note == "first line\nsecond line"
    assert "low='23000'" in repr(first.detail)
    assert "kind='cardinal'" in repr(first.detail)
    assert dict(by_key["T3"].extra) == {"Negation": "true"}
    assert dict(by_key["T4"].extra) == {"Reference": "Wikidata:Q42 Mill River"}
    assert [(r.kind, r.source, r.target, r.note) for r in told.relations] == [
        ("Theme", "T3", "T4", ""),
        ("Amount", "T3", "T5", ""),
        ("Part-of", "T1", "T2", "sure"),
        ("Equiv", "T1", "T5", ""),
    ]
    assert told.problems == ()


def test_a_folder_gives_the_same_as_its_only_file() -> None:
    assert guess(GOLDEN) is BRAT
    assert documents(read(BRAT, GOLDEN)) == [golden()]
    labels = codebook(read(BRAT, GOLDEN)).labels
    assert [(x.name, x.kind) for x in labels] == [
        ("Number", LabelKind.FIGURE),
        ("Claim made", LabelKind.CLAIM),
        ("river", None),
        ("Rise", None),
    ]


def test_offsets_that_count_crlf_as_one_are_told_by_the_quotes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\r\nthree")
    (tmp_path / "a.ann").write_text("T1\tx 4 7\ttwo\nT2\tx 8 13\tthree\n", "utf-8")
    (told,) = documents(read(BRAT, tmp_path / "a.ann"))
    assert [told.text[s:e] for a in told.annotations for s, e in a.ranges] == ["two", "three"]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("T1 x 0 1 a", "Line 2 of a.ann: expected a line of brat's standoff format"),
        ("T1\tx 0\ta", "Line 2"),
        ("Q1\tx T1", "Line 2"),
        ("T0\tx 0 1\ta", "expected each id once, found “T0”"),
        ("E1\tx", "Line 2"),
        ("#1\tx T1\ta\x00b", "text without NUL"),
    ],
)
def test_a_wrong_line_is_refused(line: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("abc", "utf-8")
    (tmp_path / "a.ann").write_text(f"T0\tx 0 1\ta\n{line}\n", "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(BRAT, tmp_path / "a.ann")


def test_offsets_that_count_a_byte_order_mark_are_told_by_the_quotes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffone two".encode())
    (tmp_path / "a.ann").write_text("T1\tx 1 4\tone\nT2\tx 5 8\ttwo\n", "utf-8")
    (told,) = documents(read(BRAT, tmp_path / "a.ann"))
    assert [a.ranges for a in told.annotations] == [((0, 3),), ((4, 7),)]
    assert told.text == "one two"


def test_an_annotation_without_its_words_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("abc", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tx 0 1\nT2\tx 0 1;2 3\t\nT3\tx 0 1;2 3\ta b\n", "utf-8")
    (told,) = documents(read(BRAT, tmp_path / "a.ann"))
    assert [a.key for a in told.annotations] == ["T1", "T2"]
    assert "“a c” stands there, not “a b”" in str(told.problems[0])


def test_a_missing_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text("", "utf-8")
    with pytest.raises(UserError, match=r"has no \.txt file of the same name"):
        read(BRAT, tmp_path / "a.ann")


def test_lines_that_speak_of_what_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("abc", "utf-8")
    (tmp_path / "a.ann").write_text("R1\tx Arg1:T1 Arg2:T2\nA1\tNeg T9\n", "utf-8")
    (told,) = documents(read(BRAT, tmp_path / "a.ann"))
    assert len(told.problems) == 2


def _counts(folder: Path) -> dict[str, int]:
    """Count lines by their first letter, the arguments of events and the links of equivalences."""
    found = dict.fromkeys("TERAM#N*", 0)
    found["arguments"] = found["equivalent"] = 0
    for path in folder.rglob("*.ann"):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                found[line[0]] += 1
            if line.startswith("E"):
                found["arguments"] += len(line.split("\t")[1].split()) - 1
            if line.startswith("*"):
                found["equivalent"] += len(line.split("\t")[1].split()) - 2
    return found


@pytest.mark.parametrize("part", ["corpora", "tutorials/bio", "tutorials/news", ""])
def test_the_published_corpora_are_read_whole(part: str) -> None:
    folder = fixtures("brat-standoff", "example-data") / part
    assert guess(folder) is BRAT
    told = documents(read(BRAT, folder))
    counts = _counts(folder)
    assert len(told) == len(list(folder.rglob("*.ann"))) > 0
    assert [problem for t in told for problem in t.problems] == []
    assert sum(len(t.annotations) for t in told) == counts["T"]
    relations = counts["R"] + counts["arguments"] + counts["equivalent"]
    assert sum(len(t.relations) for t in told) == relations
    said = [t for doc in told for a in doc.annotations for t in (*a.extra, a.note) if t]
    assert len(said) >= min(1, counts["A"] + counts["M"] + counts["#"])


def test_the_published_corpora_have_the_counts_known() -> None:
    counts = _counts(fixtures("brat-standoff", "example-data"))
    assert (counts["T"], counts["E"], counts["R"], counts["*"]) == (634, 269, 8, 16)


def test_files_that_the_server_wrote_are_read_and_bad_offsets_told() -> None:
    folder = fixtures("peers-exports", "brat")
    by_name = {told.name: told for told in documents(read(BRAT, folder))}
    lines = (folder / "doc_000.ann").read_text("utf-8").splitlines()
    assert len(by_name["doc_000"].annotations) == len(lines)
    emoji = by_name["emoji"]
    assert [a.key for a in emoji.annotations] == ["T1", "T2", "T3", "T7"]
    assert len(emoji.problems) == 3
    assert emoji.annotations[2].ranges == ((5, 69),)


SAMPLES = [
    (GOLDEN / "briefing.ann").read_bytes(),
    *published("brat-standoff", "example-data", "tutorials", "bio", "*.ann"),
]
BESIDE = {
    "a.txt": (GOLDEN / "briefing.txt").read_bytes(),
    "annotation.conf": (GOLDEN / "annotation.conf").read_bytes(),
}
test_damaged_files_are_refused_or_read = fuzzed(BRAT, "a.ann", SAMPLES, BESIDE)
CONFS = [(GOLDEN / "annotation.conf").read_bytes()]
SOUND = {"a.txt": BESIDE["a.txt"], "a.ann": SAMPLES[0]}
test_damaged_configuration_is_refused_or_read = fuzzed(BRAT, "annotation.conf", CONFS, SOUND, ".")
