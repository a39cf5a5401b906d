"""The import of sqlite-utils, and how connections are made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.store.sqlite import connect

ROOT = Path(__file__).parents[2]
IMPORT = """
import sys
import annotator.store.project_file
assert not {"numpy", "pandas"} & set(sys.modules), "loaded"
try:
    import numpy
except RuntimeError as error:
    print(error)
"""


def test_heavy_packages_stay_out_and_can_be_imported_afterwards(tmp_path: Path) -> None:
    for name in ("numpy", "pandas"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('the heavy one')\n")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", IMPORT],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "the heavy one"), done.stderr


def test_a_heavy_package_that_is_loaded_already_does_not_matter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "numpy", sys)
    assert connect("file::memory:").close() is None  # type: ignore[func-returns-value]


def test_a_connection_starts_no_transaction_by_itself() -> None:
    db = connect("file::memory:")
    db.execute("CREATE TABLE t (a)")
    db.execute("INSERT INTO t VALUES (1)")
    assert not db.in_transaction
    db.close()
