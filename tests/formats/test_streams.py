"""Lines and JSON lists read piece by piece: the same as read at once, in little memory."""

import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.formats import streams
from annotator.formats.input_file import as_text
from annotator.formats.json_text import parse_json
from annotator.formats.streams import and_whether_only, json_items, json_parts, text_lines
from annotator.model.errors import UserError

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('ab\\"\n,]}𠮷é', max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("k]", max_size=3), inner),
    max_leaves=12,
)


HOLDERS = ("k", "kk")
Take = Callable[[Path], Iterator[Any]]


def items(content: bytes, piece: int, take: Take = json_items) -> list[Any]:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "PIECE", piece)
        path = Path(folder) / "a.json"
        path.write_bytes(content)
        return list(take(path))


def parts(path: Path) -> Iterator[Any]:
    return json_parts(path, HOLDERS)


def parts_of(value: object) -> Iterator[Any]:
    """Yield what the parts of a whole value are."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        held = [n for n, x in value.items() if n in HOLDERS and isinstance(x, list | dict)]
        for name in held:
            yield from parts_of(value[name])
        yield {name: item for name, item in value.items() if name not in held}
    else:
        yield value


@given(st.lists(VALUES, max_size=6), st.integers(1, 40), st.sampled_from([None, 1]), st.booleans())
def test_items_are_those_of_the_whole_list(
    found: list[Any],
    piece: int,
    indent: int | None,
    is_wide: bool,  # noqa: FBT001
) -> None:
    text = json.dumps(found, ensure_ascii=False, indent=indent)
    assert items(text.encode("utf-16" if is_wide else "utf-8"), piece) == found


@given(st.lists(VALUES, min_size=1, max_size=4), st.data(), st.integers(1, 20))
@example([12, 34], None, 1)
def test_what_is_refused_at_once_is_refused_piece_by_piece(
    found: list[Any], data: st.DataObject | None, piece: int
) -> None:
    text = json.dumps(found, ensure_ascii=False)
    if data is not None:
        at = data.draw(st.integers(0, len(text)))
        put = data.draw(st.sampled_from(["", ",", "]", "[", "}", '"', "1", "NaN", "\\u0000", "\n"]))
        text = text[:at] + put + text[at + data.draw(st.integers(0, 2)) :]
    try:
        whole = parse_json(text, "a.json")
    except UserError:
        with pytest.raises(UserError):
            items(text.encode(), piece)
        return
    assert items(text.encode(), piece) == (whole if isinstance(whole, list) else [whole])


@given(VALUES, st.integers(1, 40), st.sampled_from([None, 1]))
@example({"k": {"kk": [1, {"k": [2]}], "a": 1}, "b": 12}, 1, None)
def test_parts_are_those_of_the_whole_value(value: object, piece: int, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    assert items(text.encode(), piece, parts) == list(parts_of(value))


@given(st.dictionaries(st.sampled_from(["k", "a"]), VALUES), st.data(), st.integers(1, 20))
def test_damaged_parts_are_refused_as_the_whole_is(
    value: object, data: st.DataObject, piece: int
) -> None:
    text = json.dumps(value, ensure_ascii=False)
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(st.sampled_from(["", ",", "]", "[", "}", ":", '"', "1", "NaN", "{", "\n"]))
    text = text[:at] + put + text[at + data.draw(st.integers(0, 2)) :]
    try:
        parse_json(text, "a.json")
    except UserError:
        with pytest.raises(UserError):
            items(text.encode(), piece, parts)
        return
    items(text.encode(), piece, parts)


def test_parts_nested_without_end_are_refused() -> None:
    with pytest.raises(UserError, match="nested too deeply"):
        items(b'{"k":' * 200_000, 1 << 18, parts)


def test_what_a_name_holds_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"k": {"k": [{"text": "x" * 1000}] * 20_000}}))
    tracemalloc.start()
    assert sum(1 for _part in parts(path)) == 20_002
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 << 20 < path.stat().st_size / 4


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1,\n2,\n}]", "Line 3 of a.json is not the JSON expected: Expecting value"),
        ("[1\n2]", "Line 2 of a.json is not the JSON expected: Expecting ',' delimiter"),
        ("[1,\n\nNaN]", "Line 3 of a.json .* a finite number is expected"),
        ('["a",\n"\\u0000"]', "Line 2 of a.json .* no NUL"),
        ("[1]\n x", "Line 2 of a.json is not the JSON expected: Extra data"),
        ("", "Line 1 of a.json is not the JSON expected: Expecting value"),
        ("[1,\n" + "[" * 200_000, "Line 2 of a.json .* nested too deeply"),
    ],
)
@pytest.mark.parametrize("piece", [1000, 1 << 18])
def test_the_line_of_a_fault_is_named(text: str, sentence: str, piece: int) -> None:
    with pytest.raises(UserError, match=sentence):
        items(text.encode(), piece)


def test_a_long_list_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    row = {"text": "x" * 1000}
    path.write_text(json.dumps([row] * 20_000))
    tracemalloc.start()
    assert sum(1 for _item in json_items(path)) == 20_000
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 << 20 < path.stat().st_size / 4


@given(
    st.text("ab\n\r\u2028é𠮷", max_size=30),
    st.integers(1, 9),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_lines_are_those_of_the_whole_text(text: str, piece: int, encoding: str) -> None:
    content = text.encode(encoding)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(streams, "PIECE", piece)
        path = Path(folder) / "a"
        path.write_bytes(content)
        assert list(text_lines(path)) == as_text(content, "a").split("\n")


def test_a_line_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one\ntwo\n\xff\n")
    with pytest.raises(UserError, match="Line 3 of a is not UTF-8"):
        list(text_lines(path))
    with pytest.raises(UserError, match="cannot be read"):
        list(text_lines(tmp_path / "none"))


def test_a_line_beyond_all_measure_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "MAX_BYTES", 50)
    monkeypatch.setattr(streams, "PIECE", 10)
    path = tmp_path / "a"
    path.write_text("short\n" * 40)
    assert len(list(text_lines(path))) == 41
    path.write_text("x" * 100)
    with pytest.raises(UserError, match="is larger than"):
        list(text_lines(path))
    path.write_text('["' + "x" * 100)
    with pytest.raises(UserError, match="is larger than"):
        list(json_items(path))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], []),
        (["a"], [("a", True)]),
        (["a", "b", "c"], [("a", False), ("b", False), ("c", False)]),
    ],
)
def test_the_only_entry_is_told(found: list[str], told: list[tuple[str, bool]]) -> None:
    assert list(and_whether_only(iter(found))) == told
