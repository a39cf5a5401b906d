"""The import of sqlite-utils: late, and without heavy packages."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
IMPORT = """
import sys
import annotator.store.project_file
assert "sqlite_utils" not in sys.modules, "loaded"
import annotator.store.ladder
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
