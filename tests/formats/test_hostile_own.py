"""Damaged files of the formats that are the program's own: a sentence or a reading."""

import random
import time
from pathlib import Path

import pytest

from annotator.formats.base import Options
from annotator.formats.flat_import import plan_flat_import
from annotator.formats.flat_read import read_flat
from annotator.formats.jsonl_read import jsonl_lines, read_jsonl
from annotator.formats.registry import format_named
from annotator.model.edits import Hand
from annotator.model.errors import UserError
from tests.formats.projects import BEN, EVERYTHING, MemoryProject, full_project, numbered
from tests.formats.test_hostile import HEAVY, LIGHT, SECONDS, sample_of, write_mutated

NAMES = {"jsonl": "a.jsonl", "csv": "a.csv", "xlsx": "a.xlsx"}


def read_whole(name: str, path: Path, project: MemoryProject) -> str:
    """Read a file to its end; return the sentence that refused it, or nothing."""
    begun = time.process_time()
    sentence = template = ""
    try:
        if name == "jsonl":
            assert list(read_jsonl(jsonl_lines(path)))
        else:
            hand = Hand(BEN.id, numbered(7000))
            for edit in plan_flat_import(read_flat(path), project, hand):
                str(edit.label).encode()
    except UserError as error:
        sentence, template = str(error), error.message.template
    finally:
        assert time.process_time() - begun < SECONDS
    assert sentence or not template
    assert "\n" not in template
    return sentence


def run(name: str, folder: Path, count: int) -> None:
    project, path = full_project(), folder / NAMES[name]
    format_named(name).write(project, EVERYTHING, path, Options())
    sample, chance = sample_of(path), random.Random(name)  # noqa: S311 - test data
    assert read_whole(name, path, project) == ""
    refused = 0
    for _ in range(count):
        write_mutated(sample, path, chance)
        refused += bool(read_whole(name, path, project))
    assert 0 < refused <= count


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_mutated_files_give_a_sentence_or_a_reading(name: str, tmp_path: Path) -> None:
    run(name, tmp_path, LIGHT)


@pytest.mark.heavy
@pytest.mark.parametrize("name", NAMES)
def test_many_mutated_files_give_a_sentence_or_a_reading(name: str, tmp_path: Path) -> None:
    run(name, tmp_path, HEAVY)


@pytest.mark.parametrize("name", ["jsonl", "csv", "xlsx"])
def test_a_missing_file_is_told(name: str, tmp_path: Path) -> None:
    told = read_whole(name, tmp_path / f"none.{name}", full_project())
    assert told == f"{tmp_path / f'none.{name}'} cannot be read: No such file or directory."
