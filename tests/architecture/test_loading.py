"""What each part loads: the command line without Qt, the model with the standard library only."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def loaded(statements: str) -> set[str]:
    """Return the top-level modules that a fresh Python has loaded after ``statements``."""
    code = f"{statements}\nimport sys\nprint(*sorted({{n.split('.')[0] for n in sys.modules}}))"
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
    modules = sorted(path.stem for path in (ROOT / "annotator" / "model").glob("[a-z]*.py"))
    found = loaded("\n".join(f"import annotator.model.{name}" for name in modules))
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
    found = loaded(f"{path}\nimport annotator.store.project_file")
    assert "sqlite_utils" in found
    assert found.isdisjoint({"numpy", "pandas"})


def test_the_first_paint_loads_no_reader_of_files() -> None:
    found = loaded("import annotator.gui.app")
    assert "PySide6" in found
    assert found.isdisjoint({"docx", "pypdf", "lxml", "regex"})


def test_showing_a_project_loads_no_reader_of_files() -> None:
    found = loaded("import annotator.gui.project_page")
    assert "sqlite3" in found
    assert found.isdisjoint({"docx", "pypdf", "lxml", "regex"})
