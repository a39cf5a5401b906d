"""A project file for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store.project_file import Store
from tests.store.example_store import new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open project with the example's document, closed after the test."""
    with new_store(tmp_path) as made:
        yield made
