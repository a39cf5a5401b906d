"""A part, its whole and a share."""

import pytest

from annotator.checks.portion import Triple, check
from tests.checks.reading import read


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("33名里有14名，占42.4%。", "consistent"),
        ("33名里有14名，占52.4%。", "conflict"),
        ("3.28万人里有0.82万人，占三成。", "conflict"),
        ("3.28万人里有0.92万人，占三成。", "consistent"),
    ],
)
def test_the_arithmetic_of_a_share(text: str, verdict: str) -> None:
    whole, part, share = read(text).statements
    found = check(Triple(part, whole, share, 0.5))
    assert found is not None
    assert found.verdict.value == verdict


def test_a_part_is_no_larger_than_its_whole() -> None:
    part, whole, share = read("33名里有14名，占42.4%。").statements
    assert check(Triple(part, whole, share, 0.5)) is None
