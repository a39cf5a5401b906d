"""Sample files of other programs that may lie beside the project; tests skip where they do not."""

from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[2].parent / "shared" / "fixtures"
GOLDEN = Path(__file__).parents[1] / "golden"


def fixture(name: str) -> Path:
    """Return a sample's path, or skip the test."""
    path = FIXTURES / name
    if not path.exists():
        pytest.skip(f"the samples of other programs are not on this machine: {name}")
    return path
