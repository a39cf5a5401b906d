"""Tags of tokens: their names, and the runs that any scheme tells."""

import pytest

from annotator.formats.tags import runs_in, tag_names
from tests.formats.projects import LABELS


def test_tags_have_no_blanks_and_stay_different() -> None:
    names = tag_names(LABELS).values()
    assert len(set(names)) == len(LABELS)
    assert not any(" " in name for name in names)


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ("B-a I-a O", [("a", (0, 2))]),
        ("I-a I-a I-b", [("a", (0, 2)), ("b", (2, 3))]),
        ("B-a B-a", [("a", (0, 1)), ("a", (1, 2))]),
        ("B-a L-a U-a", [("a", (0, 2)), ("a", (2, 3))]),
        ("S-a B-b E-b I-b", [("a", (0, 1)), ("b", (1, 3)), ("b", (3, 4))]),
    ],
)
def test_runs_begin_and_end_as_the_schemes_say(
    tags: str, runs: list[tuple[str, tuple[int, int]]]
) -> None:
    assert list(runs_in(tags.split())) == runs
