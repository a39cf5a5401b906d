"""Tables with one text per row."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.text import normalise
from annotator.reading.tables import has_texts, header_of
from tests.reading.golden import read_content, read_golden_all


def table(*rows: tuple[str, ...], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def test_chinese_columns_are_known_and_others_become_attributes() -> None:
    first, second = read_golden_all("texts.csv")
    assert (first.title, first.date, first.language) == ("发布会一", "2025-03-01", "zh-Hans")
    assert first.text == "主持人：大家好。\n记者：请问？"
    assert first.attributes == {"编号": "17", "来源": "滨海发布"}
    assert [turn.speaker for turn in first.turns] == ["主持人", "记者"]
    assert (second.title, second.date) == ("内容，没有标题", "2025-04-02")
    assert [one.source_name for one in (first, second)] == ["texts.csv#1", "texts.csv#2"]


def test_json_lines_and_a_json_array_give_the_same() -> None:
    lines = read_golden_all("texts.jsonl")
    assert [one.title for one in lines] == ["First", "texts"]
    assert lines[0].attributes == {"id": "7", "tags": '["a", "b"]'}
    rows = [{"text": one.text, "title": one.title} for one in lines]
    array = read_content("a.json", json.dumps(rows).encode())
    assert [(one.text, one.title) for one in array] == [(one.text, one.title) for one in lines]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_by_the_columns(delimiter: str) -> None:
    data = table(("Title", "Text"), ("A", "one, two; three"), delimiter=delimiter)
    (read,) = read_content("a.csv", data)
    assert (read.title, read.text) == ("A", "one, two; three")


def test_a_first_line_that_tells_excel_the_delimiter_is_no_header() -> None:
    data = b"sep=;\r\nid;text\r\n7;one, two\r\n8;a;b\r\n"
    reading = iter(read_content("a.csv", data[:-7]))
    assert [(read.text, read.attributes) for read in reading] == [("one, two", {"id": "7"})]
    with pytest.raises(UserError, match=r"Line 4 of a\.csv has 3 cells"):
        read_content("a.csv", data)


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), min_size=1))
def test_texts_that_csv_has_written_come_back(texts: list[str]) -> None:
    kept = [text for text in texts if normalise(text).strip()]
    data = table(("text", "n"), *((text, str(n)) for n, text in enumerate(kept)))
    if kept:
        assert [read.text for read in read_content("a.csv", data, "utf-8")] == [
            normalise(text) for text in kept
        ]


def test_columns_of_one_name_and_without_a_name_keep_what_they_hold() -> None:
    header = ("text", "text", "", "title", "title", "text 2", "")
    (read,) = read_content("a.csv", table(header, ("a", "b", "c", "d", "e", "f", " ")))
    assert (read.text, read.title) == ("a", "d")
    assert read.attributes == {"text 2": "b", "column 3": "c", "title 2": "e", "text 2 2": "f"}


def test_a_date_that_is_none_is_kept_as_told() -> None:
    (read,) = read_content("a.csv", table(("text", "date"), ("Hello.", "last week")))
    assert (read.date, read.attributes) == (None, {"date": "last week"})


MARKS = '[{"start": 1, "end": 4, "text": "abc", "labels": ["topic"]}]'


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", table(("name", "value"), ("a", "b")), "no column of texts.*name, value"),
        ("a.csv", table(("text", "title"), ("a", "b", "c")), "Line 2 of a.csv has 3 cells"),
        ("a.csv", table(("text", "title"), ("x", "t"), ("", "b")), "Row 2 of a.csv has no text"),
        ("a.csv", b'sep=,\ntext,a\n"b\nb",c\n"open\nd,e\n', "Line 5 of a.csv .* never closed"),
        ("a.csv", b'text,"title\n', "Line 1 of a.csv .* never closed"),
        ("a.jsonl", b'{"text": "a"}\n{"txt": "b"}\n', "Row 2 of a.jsonl"),
        ("a.jsonl", b'{"text": "a"}\n{"text": \n', "Line 2 of a.jsonl"),
        ("a.jsonl", b'{"text": "a"}\n[1]\n', "Row 2"),
        ("a.json", b'[{"text": "a"}, 5]', "Row 2"),
        ("a.jsonl", b'{"text": "\\ud800"}', "surrogate"),
        ("a.csv", table(("text", "label"), ("x", "[]"), ("y", MARKS)), "Row 2 .* label, .* JSON"),
        ("a.tsv", table(("text", "n"), ("x", MARKS), delimiter="\t"), "Row 1 .* the column n,"),
        ("a.json", f'[{{"text": "x", "label": {MARKS}}}]'.encode(), "Row 1 .* labelled passages"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        read_content(name, data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "cell",
    [
        '[{"start": 0, "end": 2.5, "text": "spoken", "type": "word"}]',
        '[{"labels": ["topic"]}]',
        "[{]",
        '[{"a":' * 20_000,
        '{"a": [{"start": 1, "end": 4, "labels": ["topic"]}]}',
        '[["start", "end", "labels"]]',
        'x [{"start": 1, "end": 4, "labels": ["topic"]}]',
    ],
)
def test_a_cell_of_no_labelled_passages_stays_what_the_text_has(cell: str) -> None:
    (read,) = read_content("a.csv", table(("text", "more"), ("A text.", cell)))
    assert read.attributes == {"more": cell}


def test_a_table_of_passages_is_no_table_of_texts() -> None:
    assert has_texts(["ID", "Text"])
    assert not has_texts(["document", "start", "end", "quote", "text"])
    assert not has_texts(["name"])


CODED = [("ward.txt", "claim", "It rose"), ("mill.txt", "claim", "by 5"), ("ward.txt", "x", "5")]


@pytest.mark.parametrize("mark", ["tag", "Code"])
def test_rows_of_one_document_are_passages_of_it(mark: str) -> None:
    rows = [dict(zip(("Document", mark, "content"), row, strict=True)) for row in CODED]
    lines = "\n".join(map(json.dumps, rows)).encode()
    for name, data in (
        ("a.csv", table(("Document", mark, "content"), *CODED)),
        ("a.jsonl", lines),
        ("a.json", json.dumps(rows).encode()),
    ):
        with pytest.raises(UserError, match=r"several rows of the document ward\.txt: passages"):
            read_content(name, data)


def test_documents_with_a_tag_and_a_row_each_are_texts() -> None:
    rows = [*CODED[:2], ("", "x", "one more"), ("", "x", "and more")]
    read = read_content("a.csv", table(("document", "tag", "text"), *rows))
    assert [text.text for text in read] == ["It rose", "by 5", "one more", "and more"]
    assert read[0].attributes == {"document": "ward.txt", "tag": "claim"}
    again = table(("document", "title", "text"), *CODED)
    assert len(read_content("a.csv", again)) == 3


def test_the_names_of_columns_are_those_of_the_first_line() -> None:
    assert header_of("标题;正文\n") == ["标题", "正文"]
