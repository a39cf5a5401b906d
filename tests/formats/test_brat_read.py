"""brat standoff read: our sample, its published corpora, and what is wrong in files."""

from pathlib import Path

import pytest

from annotator.formats.brat import BRAT
from annotator.formats.incoming import IncomingDocument
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from tests.formats.exchange import (
    codebook,
    documents,
    fixtures,
    read,
)
from tests.formats.fuzzing import fuzzed, published

GOLDEN = Path(__file__).parents[1] / "golden" / "brat"


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


def test_long_rows_that_begin_alike_keep_all_their_links(tmp_path: Path) -> None:
    count = 60
    marks = "".join(f"T{i}\tX {2 * i} {2 * i + 1}\ta\n" for i in range(count))
    (tmp_path / "a.txt").write_text("a " * count)
    rows = (" ".join(f"T{i}" for i in (*range(50), last)) for last in (50, 51))
    (tmp_path / "a.ann").write_text(marks + "".join(f"*\tEquiv {row}\n" for row in rows))
    (told,) = documents(read(BRAT, tmp_path / "a.ann"))
    assert len(told.relations) == 100
    assert [(r.source, r.target) for r in told.relations[49::50]] == [
        ("T49", "T50"),
        ("T49", "T51"),
    ]


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
