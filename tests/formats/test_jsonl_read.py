"""The lossless format read back: equal records, and refusals that name the line and place."""

import io
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.jsonl import write_jsonl
from annotator.formats.jsonl_document import ReadDocument
from annotator.formats.jsonl_read import Header, jsonl_lines, read_jsonl
from annotator.model.errors import UserError
from annotator.model.records import Record, key_of
from annotator.model.text import sha256_of
from tests.formats.projects import ANNA, BEN, EVERYTHING, LABELS, an_id, full_project

Row = dict[str, Any]


def lines_of() -> list[str]:
    """Return the lines of a full project's export."""
    out = io.StringIO(newline="")
    write_jsonl(full_project(), EVERYTHING, out)
    return out.getvalue().splitlines(keepends=True)


def read(lines: list[str]) -> tuple[Header, list[ReadDocument]]:
    """Return the header and the documents of an export."""
    header, *documents = read_jsonl(lines)
    assert isinstance(header, Header)
    return header, [d for d in documents if isinstance(d, ReadDocument)]


def by_key(records: list[Record]) -> dict[object, Record]:
    """Return records by class and id."""
    return {key_of(record): record for record in records}


def test_every_record_comes_back_equal_under_its_id() -> None:
    project = full_project()
    header, documents = read(lines_of())
    assert header.project_id == project.project_id
    assert header.title == project.title
    assert header.labels == tuple(LABELS)
    assert header.authors == (ANNA, BEN)
    assert header.settings == project.setting_values
    assert header.document_links == tuple(project.links)
    assert header.relations == tuple(project.cross_relations)
    for snapshot, found in zip(project.snapshots, documents, strict=True):
        assert by_key([found.document, *found.records]) == by_key([*snapshot.records()])
        assert (found.text.text, found.text.sha256) == (snapshot.text, snapshot.document.sha256)


def test_parents_come_before_children() -> None:
    seen: set[str] = set()
    for record in read(lines_of())[1][0].records:
        owners = {getattr(record, name, None) for name in ("speaker", "claim", "source", "target")}
        assert {o for o in owners if o and len(o) == 36} <= seen
        seen.add(record.id)


def changed(place: int, change: Callable[[Row], object]) -> list[str]:
    """Return the export's lines with one row changed."""
    lines = lines_of()
    row = json.loads(lines[place])
    change(row)
    lines[place] = json.dumps(row) + "\n"
    return lines


def annotation(row: Row, kind: str) -> Row:
    """Return the row's first annotation of a kind."""
    found: Row = next(a for a in row["annotations"] if a["kind"] == kind)
    return found


def set_text(row: Row, text: str) -> None:
    """Change a document's text and its hash."""
    row.update(text=text, sha256=sha256_of(text))


BAD_DOCUMENTS: dict[str, tuple[Callable[[Row], object], str]] = {
    "unknown key": (lambda r: r.update(colour="red"), "document.colour: expected no such field"),
    "unknown list": (lambda r: r["source"].update(path="/x"), "source.path"),
    "no title": (lambda r: r.pop("title"), "document.title"),
    "number as title": (lambda r: r.update(title=3), "document.title: expected a text, found 3"),
    "text as order": (lambda r: r.update(order="1"), "document.order: expected a whole number"),
    "boolean as order": (lambda r: r.update(order=True), "document.order"),
    "float as order": (lambda r: r.update(order=1.5), "document.order"),
    "huge order": (lambda r: r.update(order=10**30), "document.order"),
    "no list": (lambda r: r.update(turns={}), r"turns: expected a list"),
    "wrong hash": (lambda r: r.update(sha256="0" * 64), "sha256: expected the hash"),
    "no text": (lambda r: r.pop("text"), "text: expected a text"),
    "carriage return": (lambda r: set_text(r, "a\r\nb"), "no carriage returns"),
    "bad id": (lambda r: r["speakers"][0].update(id="x"), "a UUID"),
    "same id twice": (
        lambda r: r["speakers"][0].update(id=r["speakers"][1]["id"]),
        "each id once",
    ),
    "unknown role": (lambda r: r["speakers"][0].update(role="king"), "one of moderator, speaker"),
    "turn past the end": (lambda r: r["turns"][0].update(end=999), "positions within the text"),
    "turn backwards": (lambda r: r["turns"][1].update(start=20), "cannot run"),
    "turn of nobody": (lambda r: r["turns"][1].update(speaker="x"), r"turns\[1\].speaker"),
    "answer to nothing": (lambda r: r["turns"][1].update(answers="x"), r"turns\[1\].answers"),
    "span past the end": (
        lambda r: annotation(r, "figure").update(spans=[[0, 999]]),
        r"spans\[0\]: expected positions within",
    ),
    "negative span": (lambda r: annotation(r, "figure").update(spans=[[-3, 2]]), r"spans\[0\]"),
    "empty span": (lambda r: annotation(r, "figure").update(spans=[[3, 3]]), "one character"),
    "half a span": (lambda r: annotation(r, "figure").update(spans=[[3]]), r"\[start, end\]"),
    "float span": (lambda r: annotation(r, "figure").update(spans=[[1.0, 2.0]]), "whole number"),
    "no spans": (
        lambda r: annotation(r, "figure").update(spans=[]),
        r"annotations\[\d\]: An annotation needs passages that follow one another\.$",
    ),
    "spans that cross": (
        lambda r: annotation(r, "figure").update(spans=[[2, 6], [4, 8]]),
        "follow one another",
    ),
    "another quote": (lambda r: annotation(r, "figure").update(text="2.4万人"), "2.3万人"),
    "another kind": (lambda r: annotation(r, "figure").update(kind="topic"), "as its label says"),
    "unknown label": (lambda r: annotation(r, "figure").update(label="x"), "label: expected an id"),
    "unknown author": (lambda r: annotation(r, "figure").update(author="x"), "author: expected"),
    "unknown field": (
        lambda r: annotation(r, "figure")["figure"].update(mean="3"),
        r"figure.mean: expected no such field",
    ),
    "figure of an unknown kind": (
        lambda r: annotation(r, "figure")["figure"].update(kind="gold"),
        "figure.kind: expected one of cardinal, percent, .* found 'gold'",
    ),
    "figure compared in an unknown way": (
        lambda r: annotation(r, "figure")["figure"].update(comparator="=="),
        "figure.comparator: expected one of =, <",
    ),
    "float as number": (
        lambda r: annotation(r, "figure")["figure"].update(low=1.5),
        "figure.low: expected a text, found 1.5",
    ),
    "a claim's fields on a figure": (
        lambda r: annotation(r, "figure").update(claim={}),
        "claim: expected only figure",
    ),
    "claim of nobody": (
        lambda r: annotation(r, "claim")["claim"].update(speaker="x"),
        "claim.speaker",
    ),
    "bad stance": (
        lambda r: annotation(r, "claim")["claim"]["evidence"][0].update(stance="maybe"),
        r"evidence\[0\].stance: expected one of supports",
    ),
    "extra is no text": (lambda r: annotation(r, "figure").update(extra={"a": 1}), "extra.a"),
    "relation to nothing": (lambda r: r["relations"][0].update(target="x"), "target"),
    "relation of nobody": (lambda r: r["relations"][0].update(author="x"), "author"),
    "finding outside": (
        lambda r: r["findings"][0]["passages"][0].update(end=999),
        "positions within",
    ),
    "finding of nothing": (
        lambda r: r["findings"][0]["passages"][0].update(annotation="x"),
        r"findings\[0\].passages",
    ),
    "dismissal outside": (lambda r: r["dismissals"][0].update(end=999), r"dismissals\[0\]"),
    "dismissal of nobody": (lambda r: r["dismissals"][0].update(author="x"), "author"),
    "list as document": (lambda r: r.update(annotations=[[]]), r"annotations\[0\]: expected an"),
}


@pytest.mark.parametrize("case", BAD_DOCUMENTS)
def test_a_bad_document_is_refused_with_its_line_and_place(case: str) -> None:
    change, problem = BAD_DOCUMENTS[case]
    with pytest.raises(UserError, match=rf"(?s)^Line 2.*{problem}"):
        read(changed(1, change))


def put_below(row: Row, *parents: int) -> None:
    """Put the first labels each below another one, by their places."""
    labels = row["codebook"]["labels"]
    for label, parent in zip(labels, parents, strict=False):
        label["parent"] = labels[parent]["id"]


BAD_HEADERS: dict[str, tuple[Callable[[Row], object], str]] = {
    "another format": (lambda r: r.update(format="other"), "format: expected “annotator-jsonl”"),
    "no version": (lambda r: r.pop("version"), "version"),
    "unknown key": (lambda r: r.update(history=[]), "line.history"),
    "no project": (lambda r: r.pop("project"), "project: expected an object"),
    "label without names": (lambda r: r["codebook"]["labels"][0].pop("names"), "names"),
    "author twice": (lambda r: r["authors"].append(r["authors"][0]), "each id once"),
    "setting no text": (lambda r: r["settings"].update(memo=None), "settings.memo"),
    "a label below itself": (
        lambda r: put_below(r, 0),
        r"labels\[0\].parent: expected a label above",
    ),
    "labels in a circle": (
        lambda r: put_below(r, 1, 2, 0),
        r"labels\[0\].parent: expected a label",
    ),
    "a label below nothing": (
        lambda r: r["codebook"]["labels"][0].update(parent="x"),
        r"labels\[0\].parent: expected a label above this one, found 'x'",
    ),
    "a key of two characters": (
        lambda r: r["codebook"]["labels"][0].update(key="ab"),
        r"labels\[0\].key: expected one character",
    ),
    "an odd colour": (
        lambda r: r["codebook"]["labels"][0].update(colour="red"),
        r"labels\[0\].colour: expected a colour such as #0072B2, found 'red'",
    ),
    "an author of no colour": (lambda r: r["authors"][0].update(colour=""), r"authors\[0\].colour"),
    "bad link": (lambda r: r["document_links"][0].update(kind="copy"), "one of translation"),
    "a relation by nobody": (
        lambda r: r["relations"][0].update(author=an_id(9999)),
        r"relations\[0\]\.author: expected an id that the file holds",
    ),
    "a relation of no kind that the file has": (
        lambda r: r["relations"][0].update(label=an_id(9999)),
        r"relations\[0\]\.label: expected an id that the file holds",
    ),
}


@pytest.mark.parametrize("case", BAD_HEADERS)
def test_a_bad_header_is_refused_with_its_place(case: str) -> None:
    change, problem = BAD_HEADERS[case]
    with pytest.raises(UserError, match=f"^Line 1.*{problem}"):
        read(changed(0, change))


def test_a_newer_version_says_which_is_known() -> None:
    with pytest.raises(UserError, match=r"version 2.*reads version 1"):
        read(changed(0, lambda row: row.update(version=2)))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not a JSON object"),
        ("[]", "expected an object"),
        ("null", "expected an object"),
        ('{"id": NaN}', "expected a finite number, found 'NaN'"),
        ('{"id": -Infinity}', "finite"),
        ('{"id": 1, "id": 2}', "each name once"),
        ('{"id":1,"id":2}', "each name once"),
        ('{"id":1,"id":2,"a" :3}', "each name once"),
        ('{"id":[{"b":1,"b":{"c":":"}}]}', "each name once"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": ' + "1" * 5000 + "}", r"a number has too many digits\.$"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"order": ' + "9" * 5000 + "}", "not a JSON object"),
        ('{"title": "\\ud800"}', "half surrogate"),
        ('{"title": "\ud800"}', "half surrogate"),
        ('{"title": "a\\u0000b"}', "NUL"),
        ('{"\\udfff": 1}', "half surrogate"),
    ],
)
def test_a_damaged_line_is_refused_with_its_number(line: str, problem: str) -> None:
    with pytest.raises(UserError, match=f"Line 2.*{problem}"):
        read([lines_of()[0], line])


def test_an_escaped_backslash_before_u0000_is_no_nul() -> None:
    lines = changed(1, lambda row: row.update(title="C:\\u0000"))
    assert read(lines)[1][0].document.title == "C:\\u0000"


def test_fields_with_a_default_may_be_left_out() -> None:
    lines = changed(1, lambda row: [row.pop(name) for name in ("findings", "place", "attributes")])
    found = read(lines)[1][0]
    assert (found.document.place, found.document.attributes) == ("", {})


def test_blank_lines_count_but_say_nothing() -> None:
    lines = lines_of()
    documents = read([lines[0], "\n", *lines[1:], "\n"])[1]
    assert len(documents) == 3
    with pytest.raises(UserError, match="Line 3"):
        read([lines[0], "\n", "{"])


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UserError, match="empty"):
        list(read_jsonl([]))


def test_documents_are_read_one_at_a_time() -> None:
    lines = iter(lines_of())
    reading = read_jsonl(lines)
    next(reading)
    next(reading)
    assert len(list(lines)) == 2


def test_a_file_may_start_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text("".join(lines_of()), "utf-8-sig")
    assert len(list(read_jsonl(jsonl_lines(path)))) == 4


def test_a_line_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes("".join(lines_of()).encode() + b"{\xff}\n")
    with pytest.raises(UserError, match=r"Line 5 of p\.jsonl is not UTF-8"):
        list(jsonl_lines(path))


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes("".join(lines_of()).encode("gb18030"))
    with pytest.raises(UserError, match="not UTF-8"):
        list(read_jsonl(jsonl_lines(path)))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        list(jsonl_lines(tmp_path / "none.jsonl"))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
NAMES = (
    "id",
    "title",
    "text",
    "sha256",
    "source",
    "turns",
    "annotations",
    "findings",
    "attributes",
)


@given(st.sampled_from(NAMES), JSON_VALUES)
def test_any_value_in_any_place_is_read_or_refused(name: str, value: object) -> None:
    lines = changed(1, lambda row: row.update({name: value}))
    with suppress(UserError):
        assert len(read(lines)[1]) == 3


@pytest.mark.parametrize("text", [":)", 'a": "b', 'a" :b', '{"a":1}', '\\":'])
def test_what_looks_like_a_name_in_a_text_is_none(text: str) -> None:
    found = read(changed(1, lambda row: row.update(title=text)))[1]
    assert found[0].document.title == text
