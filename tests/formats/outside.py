"""What other programs say of a file, and samples of theirs that may lie beside the project."""

from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parents[2].parent / "shared" / "fixtures"
GOLDEN = Path(__file__).parents[1] / "golden"


def fixture(name: str) -> Path:
    """Return a sample's path, or skip the test."""
    path = FIXTURES / name
    if not path.exists():
        pytest.skip(f"the samples of other programs are not on this machine: {name}")
    return path


def loaded_rows(path: Path, features: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return the rows that Hugging Face's ``datasets`` loads from a file of JSON.

    Args:
        path: the file; what is loaded is kept in a folder beside it.
        features: what each column must hold, by its name; found by ``datasets`` if not told.
    """
    import datasets  # type: ignore[import-untyped]
    import tqdm  # type: ignore[import-untyped]

    tqdm.tqdm.monitor_interval = 0  # no thread that outlives the test
    datasets.disable_progress_bars()
    told = datasets.load_dataset(
        "json",
        data_files=str(path),
        features=None if features is None else datasets.Features(features),
        split="train",
        cache_dir=str(path.parent / "cache"),
    )
    return list(told)
