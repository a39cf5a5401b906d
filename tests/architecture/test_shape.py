"""The shape of the tree: lengths, the top level, and what no file may hold."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 400
TOP_LEVEL = {
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "annotator",
    "resources",
    "tests",
    "projects",
}
MODULES = sorted(
    path for folder in ("annotator", "tests", "resources") for path in (ROOT / folder).rglob("*.py")
)
HOSTS = re.compile(r"(?:files\.)?pypi\.org|pythonhosted|--(?:extra-)?index-url|--trusted-host")
PLACES = re.compile(r"/(?:root|work)/\w|\.\./shared/")


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not on this machine")
    listed = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_top_level_holds_only_what_belongs_there() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in names if not name.startswith(".")} == TOP_LEVEL


def test_no_file_names_a_registry_host_or_a_place_of_one_machine() -> None:
    for path in tracked():
        if path == Path(__file__) or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        assert not HOSTS.search(text), path
        assert not PLACES.search(text), path


def test_every_code_module_says_what_it_is() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not text.strip() or text.lstrip().startswith('"""'), path
