"""Every value on a line of a lossless export counts when it is held against the project."""

import json
from collections.abc import Iterator
from copy import deepcopy
from io import StringIO
from typing import Any

import pytest

from annotator.formats.base import Selection
from annotator.formats.jsonl import lines_of, what_belongs, write_jsonl
from annotator.model.records import Annotation
from annotator.workspace.lossless_marks import annotation_marks, marks_in, rest_in, rest_mark
from tests.formats.projects import full_project

PROJECT = full_project()
Way = tuple[str | int, ...]


def written() -> list[dict[str, Any]]:
    out = StringIO()
    write_jsonl(PROJECT, Selection(), out)
    return [json.loads(line) for line in out.getvalue().splitlines()[1:]]


ROWS = written()


def in_project(at: int) -> tuple[list[int], int]:
    s = PROJECT.snapshots[at]
    annotations = s.all(Annotation)
    lines = lines_of(PROJECT, Selection())
    relations, findings = what_belongs(s, annotations, lines, is_whole=True)
    return list(annotation_marks(s, annotations)), rest_mark(s, relations, findings)


def in_file(row: dict[str, Any]) -> tuple[list[int], int]:
    return list(marks_in(row)), rest_in(row)


def is_seen(row: dict[str, Any], expected: tuple[list[int], int]) -> bool:
    """Say whether a line differs, or is so odd that the file is said to be damaged."""
    try:
        return in_file(row) != expected
    except (KeyError, TypeError):
        return True


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    """Yield the ways to all values that are no objects or lists, and to empty ones."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    if not inner:
        yield way
    for key, item in inner:
        yield from ways(item, (*way, key))


def holder(row: Any, way: Way) -> Any:  # noqa: ANN401 - any JSON value
    for key in way[:-1]:
        row = row[key]
    return row


def other(value: object) -> object:
    match value:
        case str():
            return value + "x"
        case int():
            return value + 1
        case list():
            return [*value, "x"]
        case dict():
            return value | {"x": "x"}
        case _:
            return "x"


@pytest.mark.parametrize("at", range(len(ROWS)))
def test_a_line_as_it_is_written_is_equal_to_the_document(at: int) -> None:
    assert in_file(ROWS[at]) == in_project(at)


@pytest.mark.parametrize("at", range(len(ROWS)))
def test_no_value_of_a_line_can_change_unseen(at: int) -> None:
    expected = in_project(at)
    seen = 0
    for way in ways(ROWS[at]):
        if way == ("text",):
            continue  # it is compared by itself
        row = deepcopy(ROWS[at])
        place = holder(row, way)
        place[way[-1]] = other(place[way[-1]])
        assert is_seen(row, expected), way
        seen += 1
    assert seen > 15


@pytest.mark.parametrize("at", range(len(ROWS)))
def test_nothing_can_be_left_out_of_a_line_unseen(at: int) -> None:
    expected = in_project(at)
    for way in ways(ROWS[at]):
        row = deepcopy(ROWS[at])
        del holder(row, way)[way[-1]]
        if way == ("text",):
            continue
        assert is_seen(row, expected), way


def test_the_project_has_something_of_every_list() -> None:
    told = {name for row in ROWS for name, value in row.items() if value}
    assert {"speakers", "turns", "annotations", "relations", "findings", "dismissals"} <= told
    marks = [mark for row in ROWS for mark in row["annotations"]]
    assert any("reviews" in mark for mark in marks)
    assert any(mark["claim"]["evidence"] for mark in marks if "claim" in mark)
    assert any(mark["extra"] for mark in marks)
