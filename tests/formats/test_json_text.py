"""JSON of other tools, parsed strictly."""

import pytest

from annotator.formats.json_text import encode_json, parse_json
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
        ("[" + "1" * 5000 + "]", r"a number has too many digits\.$"),
        ("[" + "9" * 5000 + "]", "is not the JSON expected"),
    ],
)
def test_bad_json_is_refused_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_json(text, "x.json", 3)


def test_whole_pairs_of_surrogates_are_characters() -> None:
    assert parse_json(r'["\ud83d\ude00"]', "x") == ["😀"]


def test_json_is_written_as_it_reads() -> None:
    assert encode_json({"a": "中\n"}) == '{"a": "中\\n"}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode_json(float("nan"))
