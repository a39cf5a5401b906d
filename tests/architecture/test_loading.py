"""What each part loads: the command line without Qt, the model with the standard library only."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


OPENING = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from annotator.gui.app import make_window, parse
app = QApplication(["annotator"])
window = make_window(parse([{path!r}]), Path({path!r}).parent)
window.show()
"""


def loaded(statements: str, *, whole: bool = False) -> set[str]:
    """Return the modules that a fresh Python has loaded after ``statements``.

    The top-level ones, or those within packages as well.
    """
    name = "n" if whole else "n.split('.')[0]"
    code = f"{statements}\nimport sys\nprint(*sorted({{{name} for n in sys.modules}}), flush=True)"
    code += "\nimport os; os._exit(0)"
    unmeasured = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=unmeasured,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def run_command(*arguments: str) -> str:
    return f"from annotator.__main__ import main\nmain({list(arguments)!r})"


def test_the_model_needs_the_standard_library_only() -> None:
    paths = (path.relative_to(ROOT) for path in (ROOT / "annotator" / "model").rglob("[a-z]*.py"))
    modules = sorted(".".join(path.with_suffix("").parts) for path in paths)
    assert "annotator.model.records.document" in modules
    found = loaded("\n".join(f"import {name}" for name in modules))
    start = loaded("")
    assert found - start <= set(sys.stdlib_module_names) | {"annotator"}


def test_importing_the_package_loads_no_heavy_part() -> None:
    found = loaded("import annotator")
    assert found.isdisjoint({"PySide6", "sqlite3", "sqlite_utils", "click"})


def test_the_command_line_loads_no_qt(tmp_path: Path) -> None:
    project = str(tmp_path / "p.annotator")
    for arguments in (["new", project], ["info", project], ["verify", project], ["formats"]):
        found = loaded(run_command(*arguments))
        assert "sqlite3" in found or arguments == ["formats"]
        assert found.isdisjoint({"PySide6", "shiboken6"})


def test_readers_of_sources_load_their_libraries_when_a_file_needs_them() -> None:
    found = loaded("import annotator.reading.sources")
    assert found.isdisjoint({"lxml", "trafilatura", "docx", "pypdf", "pysubs2"})


def test_sqlite_utils_loads_neither_numpy_nor_pandas(tmp_path: Path) -> None:
    """Both are put in its way, as if they were installed; loading them would end the program."""
    for name in ("numpy", "pandas"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('loaded')", encoding="utf-8")
    path = f"import sys; sys.path.insert(0, {str(tmp_path)!r})"
    found = loaded(f"{path}\nimport annotator.store.migrating")
    assert "sqlite_utils" in found
    assert found.isdisjoint({"numpy", "pandas"})


NOT_BEFORE_THE_FIRST_PAINT = {
    "docx",
    "pypdf",
    "lxml",
    "regex",
    "xml",
    "urllib.request",
    "click",
    "sqlite_utils",
    "annotator.formats",
    "annotator.reading",
    "annotator.suggest",
    "annotator.checks",
    "annotator.gui.check_desk",
    "annotator.gui.suggestion_desk",
    "annotator.gui.table_desk",
    "concurrent.futures",
    "logging.handlers",
    "multiprocessing",
    "tomllib",
    "uuid",
    "annotator.report",
    "annotator.review",
}
"""Readers and writers of files, and what finds or compares: nothing of it is on the screen."""


def test_the_first_paint_loads_nothing_that_it_does_not_show() -> None:
    code = "import annotator.gui.app, annotator.gui.dialogs, annotator.gui.main_window"
    found = loaded(code, whole=True)
    assert "PySide6" in found
    assert found.isdisjoint(NOT_BEFORE_THE_FIRST_PAINT | {"sqlite3", "annotator.model.records"})


def test_showing_a_project_loads_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    project = str(tmp_path / "p.annotator")
    loaded(run_command("new", project))
    found = loaded(OPENING.format(path=project), whole=True)
    assert {"sqlite3", "annotator.gui.project_page"} <= found
    assert found.isdisjoint(NOT_BEFORE_THE_FIRST_PAINT)


def test_no_source_is_read_to_load_the_window() -> None:
    """PySide reads each module's, unless it is kept from that."""
    code = (
        "import annotator.gui.app, linecache\n"
        "print(sum('annotator' in name for name in linecache.cache))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    assert done.stdout == b"0\n"
