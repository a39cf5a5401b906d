"""JSON that nobody vouches for: what it holds, or one sentence with the line."""

import pytest

from annotator.model.errors import UserError
from annotator.reading.json_text import parse_json


def test_numbers_of_any_length_are_read() -> None:
    assert parse_json('{"a": [1, 2.5, -3]}', "a.json") == {"a": [1, 2.5, -3]}
    assert parse_json("9" * 100_000, "a.json") == float("inf")


@pytest.mark.parametrize(
    ("text", "first", "words"),
    [
        ('{\n"a": }', 1, "Line 2 of a.json"),
        ("x", 7, "Line 7 of a.json"),
        ("[NaN]", 3, "Line 3 of a.json.*NaN"),
        ("[" * 100_000, 1, "nested too deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, first: int, words: str) -> None:
    with pytest.raises(UserError, match=words):
        parse_json(text, "a.json", first)
