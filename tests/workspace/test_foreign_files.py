"""Another tool's file brought in: looked through first, then written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.doccano import DOCCANO
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    ReadOptions,
)
from annotator.formats.offsets import OffsetUnit
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.workspace import foreign_files
from annotator.workspace.foreign_files import HELD, ForeignFile
from annotator.workspace.opening import create_project, this_person

SOUND = IncomingDocument(
    "one", "Roads.", (IncomingAnnotation("1", "road", ((0, 5),)),), problems=(Message("Odd."),)
)
OUTSIDE = IncomingDocument("two", "Rail.", (IncomingAnnotation("1", "rail", ((0, 50),)),))
FILE = Path("a.jsonl")


class Readings:
    """A format whose file reads in another way each time, and how often it was read."""

    def __init__(self, *contents: Sequence[Incoming]) -> None:
        self._contents = contents
        self.options: list[ReadOptions] = []

    def read(self, _path: Path, options: ReadOptions) -> Iterator[Incoming]:
        self.options.append(options)
        yield from self._contents[min(len(self.options), len(self._contents)) - 1]

    def file(self) -> ForeignFile:
        return ForeignFile(FILE, replace(DOCCANO, reader=self.read))


def test_a_passage_outside_of_its_text_is_found_before_anything_is_written(tmp_path: Path) -> None:
    readings = Readings([SOUND, OUTSIDE])
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        before = workspace.store.counts().transactions
        with pytest.raises(UserError, match="0-50"):
            readings.file().bring_into(workspace, "g")
        assert workspace.store.counts().transactions == before
        assert len(readings.options) == 1


def test_a_small_file_is_read_once_and_a_large_one_twice(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        small, large = Readings([SOUND]), Readings([replace(SOUND, text="Roads. " + "x" * HELD)])
        small.file().bring_into(workspace, "g")
        large.file().bring_into(workspace, "h")
        assert (len(small.options), len(large.options)) == (1, 2)
        assert len(workspace.documents()) == 2


def test_a_file_that_changes_meanwhile_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign_files, "HELD", 0)
    readings = Readings([SOUND], [SOUND, OUTSIDE])
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        labels = list(workspace.labels())
        with pytest.raises(UserError, match="0-50"):
            readings.file().bring_into(workspace, "g")
        assert not workspace.documents()
        assert list(workspace.labels()) == labels
        assert not workspace.store.verify()


def test_documents_problems_and_records_are_told(tmp_path: Path) -> None:
    content: list[Incoming] = [
        IncomingCodebook((IncomingLabel("road"),), (Message("Old."),)),
        SOUND,
    ]
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        brought = Readings(content).file().bring_into(workspace, "g")
        (document,) = brought.documents
        assert [a.quote for a in workspace.load(document.id).all(Annotation)] == ["Roads"]
        assert [(name, str(what)) for name, what in brought.problems] == [
            ("a.jsonl", "Old."),
            ("one", "Odd."),
        ]
        workspace.undo()
        assert not workspace.documents()


def test_a_person_is_asked_once_for_the_unit_and_the_file_read_in_it(tmp_path: Path) -> None:
    doubtful = replace(SOUND, unit_is_guess=True)
    readings = Readings([IncomingCodebook(()), doubtful, doubtful])
    asked: list[dict[OffsetUnit, str]] = []

    def ask(_path: Path, told: object) -> OffsetUnit:
        assert isinstance(told, dict)
        asked.append(told)
        return OffsetUnit.UTF16

    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        readings.file().bring_into(workspace, "g", ask)
    assert asked == [dict.fromkeys(OffsetUnit, "Roads")]
    assert readings.options[-1].unit is OffsetUnit.UTF16
