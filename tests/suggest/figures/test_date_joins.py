"""What joins two dates into a range, and what makes two of them."""

import pytest

from annotator.suggest.figures.date_joins import date_join


@pytest.mark.parametrize(
    ("before", "join", "is_range"),
    [
        ("from ", " to ", True),
        ("from ", " through ", True),
        ("between ", " and ", True),
        ("on ", " and ", False),
        ("it was moved from ", " to ", False),
        ("we pushed the vote from ", " to ", False),
        ("it was extended from ", " through ", True),
    ],
)
def test_a_word_before_tells_what_joins(before: str, join: str, *, is_range: bool) -> None:
    text = f"{before}may 1{join}june 4"
    found = date_join(text, len(before)).match(text, len(before) + len("may 1"))
    assert (found is not None) is is_range
