"""JSON of other tools, parsed strictly or only looked at."""

from pathlib import Path

import pytest

from annotator.formats import json_text
from annotator.formats.json_text import encode_json, first_objects, parse_json
from annotator.model.errors import UserError


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": 1,\n "b": }', "Line 4 of x.json is not the JSON expected: Expecting value"),
        ("", "Line 3 of x.json is not the JSON expected"),
        ("NaN", "a finite number is expected: 'NaN'"),
        ("[-Infinity]", "a finite number is expected"),
        (r'["\u0000"]', "no NUL"),
        (r'["\udc00"]', "no half surrogate pair"),
        ("[" * 200_000, "nested too deeply"),
        ("[" + "9" * 5000 + "]", "is not the JSON expected"),
    ],
)
def test_bad_json_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_json(text, "x.json", 3)


def test_whole_pairs_of_surrogates_are_characters() -> None:
    assert parse_json(r'["\ud83d\ude00"]', "x") == ["😀"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[{"a": 1}, {"b": 2}]', [{"a": 1}, {"b": 2}]),
        ('{"a": 1}\n{"b": 2}\n', [{"a": 1}, {"b": 2}]),
        ('{"a": 1}\n{"b": ', [{"a": 1}]),
        ("[1, 2]", []),
        ("text {}", []),
        ("", []),
    ],
)
def test_the_first_objects_are_found(
    content: str, found: list[dict[str, int]], tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_text(content, "utf-8")
    assert list(first_objects(path, content.encode())) == found
    assert list(first_objects(Path("none"), content.encode())) == found


def test_a_file_is_read_where_its_start_holds_no_whole_object(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text('{"a": "' + "x" * 9000 + '"}', "utf-8")
    head = path.read_bytes()[:4096]
    assert [len(row["a"]) for row in first_objects(path, head)] == [9000]
    monkeypatch.setattr(json_text, "PEEKED", 5000)
    assert list(first_objects(path, head)) == []


def test_json_is_written_as_it_reads() -> None:
    assert encode_json({"a": "中\n"}) == '{"a": "中\\n"}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode_json(float("nan"))


def test_no_more_than_the_start_of_a_file_of_long_objects_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(('{"a": "' + "x" * 300_000 + '"}\n') * 10, "utf-8")
    assert len(list(first_objects(path, path.read_bytes()[:4096]))) == 3
