"""Regular expressions that read the same on every Python that the program runs on."""

import re

from tests.architecture.test_shape import ROOT

POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{{1,2}[0-9,]+\}{1,2})\+(?![0-9])")
"""Up to Python 3.11.4 one that fails half way forgets where it stood: an atomic group does not."""


def test_no_group_is_repeated_possessively() -> None:
    found = [
        f"{path.name}: {match[0]}"
        for path in sorted((ROOT / "annotator").rglob("*.py"))
        for match in POSSESSIVE_GROUP.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
