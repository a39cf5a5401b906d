"""A range behind "from" tells of a before and an after."""

import pytest

from annotator.checks.ranges import apart
from tests.checks.reading import read


def parts(text: str) -> list[tuple[str, str, str, str]]:
    found = list(apart(text, read(text).statements))
    assert all(text[s.start : s.end] == s.text for s in found)
    return [(s.text, s.figure.low, s.figure.high, s.figure.kind) for s in found]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Enrollment rose from 48,000 to 50,400 students.",
            ("48,000", "48000", "48000", "cardinal"),
            ("50,400", "50400", "50400", "cardinal"),
        ),
        (
            "The limit went from $12,500 to $14,000.",
            ("$12,500", "12500", "12500", "money"),
            ("$14,000", "14000", "14000", "money"),
        ),
        (
            "The rate moved from 2 to 3 percent.",
            ("2", "2", "2", "percent"),
            ("3 percent", "3", "3", "percent"),
        ),
    ],
)
def test_from_and_to_are_two_statements(
    text: str, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    assert parts(text) == [first, second]


def test_a_range_without_from_stays_one() -> None:
    [(_text, low, high, _kind)] = parts("We expect 48,000 to 50,400 students.")
    assert (low, high) == ("48000", "50400")
