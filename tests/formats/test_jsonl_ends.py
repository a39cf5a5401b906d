"""What lies between documents in a lossless file, and where its ends may be."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from annotator.formats.base import Options
from annotator.formats.jsonl import JSONL
from annotator.formats.jsonl_ends import Ends
from annotator.formats.jsonl_read import Header, jsonl_lines, read_jsonl
from annotator.model.bulk import Bulk
from annotator.model.errors import UserError
from annotator.model.records import Annotation, Record
from tests.formats.projects import EVERYTHING, full_project


def nothing(_kind: type[Record], _ids: Sequence[str]) -> Mapping[str, Record]:
    return {}


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Header, list[Bulk]]:
    """Return the first line of an export, and each document with its annotations."""
    path = tmp_path / "p.jsonl"
    JSONL.write(full_project(), EVERYTHING, path, Options())
    header, *told = read_jsonl(jsonl_lines(path))
    assert isinstance(header, Header)
    documents = [one for one in told if not isinstance(one, Header)]
    return header, [Bulk.of([one.document], one.records.columns) for one in documents]


def test_ends_that_are_all_met_are_fine(entries: tuple[Header, list[Bulk]]) -> None:
    header, documents = entries
    assert header.relations
    assert header.document_links
    ends = Ends(header)
    for document in documents:
        ends.meet(document)
    ends.refuse_missing(nothing)


def test_the_first_that_is_not_met_is_named(entries: tuple[Header, list[Bulk]]) -> None:
    header, (_first, second, *_others) = entries
    ends = Ends(header)
    ends.meet(second)
    with pytest.raises(UserError, match=r"^Line 1, document_links\[0\]\.target: neither the file"):
        ends.refuse_missing(nothing)


def test_ends_in_the_project_are_fine(entries: tuple[Header, list[Bulk]]) -> None:
    header, documents = entries
    there: dict[str, Record] = {one.id: one for document in documents for one in document}
    asked: set[type[Record]] = set()

    def find(kind: type[Record], ids: Sequence[str]) -> Mapping[str, Record]:
        asked.add(kind)
        return {one: there[one] for one in ids if one in there}

    Ends(header).refuse_missing(find)
    assert Annotation in asked
