"""JSON lines of our own: the values that the standard library reads, or none at all."""

import io
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.jsonl import write_jsonl
from annotator.formats.own_json import own_object
from annotator.formats.records_json import encode_short
from tests.formats.projects import EVERYTHING, full_project

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
)
ENDS = st.sampled_from(["", "\n", "\r\n"])


def test_each_line_of_an_export_is_our_own() -> None:
    out = io.StringIO(newline="")
    write_jsonl(full_project(), EVERYTHING, out)
    for line in out.getvalue().splitlines(keepends=True):
        assert own_object(line.encode()) == json.loads(line)


@given(st.dictionaries(st.text(st.characters(exclude_characters="\0")), VALUES), ENDS)
def test_what_is_read_is_what_the_standard_library_reads(told: dict[str, object], end: str) -> None:
    line = (encode_short(told) + end).encode(errors="surrogatepass")
    found = own_object(line)
    assert found is None or repr(found) == repr(json.loads(line))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_text_is_read_in_the_quick_way(text: str) -> None:
    line = encode_short({"text": text, "at": [1, None, True]}).encode()
    is_quick = "\\u0000" not in line.decode()
    assert own_object(line) == ({"text": text, "at": [1, None, True]} if is_quick else None)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"[]",
        b'"text"',
        b"{",
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\xff"}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":1,"a":2}',
        b'{"a":[{"b":1,"b":2}]}',
        b'{"a" :1}',
        b'{"a":1}{"b":2}',
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b'{"a":1e999}',
        b'{"a":"\\ud800"}',
        b'{"a":"\\u0000"}',
        b'{"a":"\\u0041"}',
        b'{"a":' + b"9" * 30 + b"}",
        b'{"a":' + b"[" * 500 + b"]" * 500 + b"}",
        b'{"a":' * 100_000,
    ],
)
def test_what_is_doubtful_or_not_written_so_is_left_to_be_looked_at(line: bytes) -> None:
    assert own_object(line) is None


@given(st.integers())
def test_no_digit_of_a_number_is_lost(number: int) -> None:
    line = b'{"a":%d}' % number
    found = own_object(line)
    assert found == {"a": number} if abs(number) <= 2**63 - 1 else found in (None, {"a": number})
    assert found is None or math.copysign(1, found["a"]) == math.copysign(1, number)
