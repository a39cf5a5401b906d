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
    IncomingRelation,
    IncomingTurn,
    ReadOptions,
)
from annotator.formats.offsets import OffsetUnit
from annotator.formats.set_aside import HELD
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, SpeakerId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Document, Relation, Speaker
from annotator.workspace.foreign_files import ForeignFile
from annotator.workspace.opening import create_project, open_project, this_person

SOUND = IncomingDocument(
    "one", "Roads.", (IncomingAnnotation("1", "road", ((0, 5),)),), problems=(Message("Odd."),)
)
OUTSIDE = IncomingDocument("two", "Rail.", (IncomingAnnotation("1", "rail", ((0, 50),)),))
FILE = Path("a.jsonl")
NO_ID = AnnotationId("")


def mark(key: str, label: str, place: tuple[int, int]) -> IncomingAnnotation:
    """Return an annotation; one that is said marks a claim."""
    kind = LabelKind.CLAIM if label == "said" else None
    return IncomingAnnotation(key, label, (place,), kind)


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


def test_a_document_without_text_is_left_out_and_named(tmp_path: Path) -> None:
    empty = IncomingDocument("none", " \n", problems=(Message("Odd."),))
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        problems = Readings([empty, SOUND]).file().bring_into(workspace, "g")
        assert [document.title for document in workspace.documents()] == ["one"]
    told = [(name, str(problem)) for name, problem in problems]
    assert told[:2] == [("none", "Odd."), ("none", "The document holds no text and is left out.")]


def test_relations_to_marks_that_are_not_there_are_told(tmp_path: Path) -> None:
    marks = (mark("1", "said", (0, 2)), mark("2", "said", (2, 4)))
    ends = [("1", "2"), ("1", "9"), ("8", "9")]
    relations = tuple(IncomingRelation("supports", *pair) for pair in ends)
    readings = Readings([IncomingDocument("one", "Roads.", marks, relations)])
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        problems = readings.file().bring_into(workspace, workspace.session.new_id())
        [document] = workspace.documents()
        assert len(list(workspace.load(document.id).all(Relation))) == 1
    assert [(name, str(problem)) for name, problem in problems] == [
        ("one", "2 relations name a mark that is not there or was left out, and are left out too.")
    ]


def test_a_large_file_is_read_once(tmp_path: Path) -> None:
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        readings = Readings([replace(SOUND, text="Roads. " + "x" * HELD)])
        readings.file().bring_into(workspace, "h")
        assert len(readings.options) == 1
        assert len(workspace.documents()) == 1


def test_a_text_that_is_in_the_file_twice_comes_in_once_with_all_marks(tmp_path: Path) -> None:
    again = replace(SOUND, annotations=(*SOUND.annotations, mark("2", "full stop", (5, 6))))
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        Readings([SOUND, again]).file().bring_into(workspace, "g")
        (document,) = workspace.documents()
        quotes = [a.quote for a in workspace.load(document.id).all(Annotation)]
    assert quotes == ["Roads", "."]


def test_a_text_that_another_program_brings_meanwhile_is_not_brought_twice(
    tmp_path: Path,
) -> None:
    path = tmp_path / "p.annotator"
    speakers = (IncomingTurn(0, 0, 6, "Ann"),)
    claim = replace(mark("3", "said", (0, 6)), detail=Claim(NO_ID, speaker=SpeakerId("Ann")))
    said = replace(SOUND, turns=speakers, annotations=(*SOUND.annotations, claim))
    more = replace(SOUND, annotations=(mark("9", "full stop", (5, 6)),))

    def read(_path: Path, _options: ReadOptions) -> Iterator[Incoming]:
        yield replace(said, text="Rail. ")
        yield said
        with open_project(path, this_person()) as other:
            Readings([replace(said, annotations=SOUND.annotations)]).file().bring_into(other, "o")
        yield more

    with create_project(path, this_person()) as workspace:
        file = ForeignFile(FILE, replace(DOCCANO, reader=read))
        told: list[Edit] = []
        file.bring_into(workspace, "g", told=told.append)
        first, second = (workspace.load(document.id) for document in workspace.documents())
        assert not workspace.store.verify()
    assert [d.title for edit in told for d in edit.added_of(Document)] == ["one"]
    assert sorted((first.text, second.text)) == ["Rail. ", "Roads."]
    s = first if first.text == "Roads." else second
    assert sorted(a.quote for a in s.all(Annotation)) == [".", "Roads", "Roads."]
    assert [speaker.name for speaker in s.all(Speaker)] == ["Ann"]
    assert [claim.speaker for claim in s.all(Claim)] == [s.all(Speaker)[0].id]


def test_documents_problems_and_records_are_told(tmp_path: Path) -> None:
    content: list[Incoming] = [
        IncomingCodebook((IncomingLabel("road"),), (Message("Old."),)),
        SOUND,
    ]
    with create_project(tmp_path / "p.annotator", this_person()) as workspace:
        told: list[Edit] = []
        problems = Readings(content).file().bring_into(workspace, "g", told=told.append)
        (document,) = [d for edit in told for d in edit.added_of(Document)]
        assert [a.quote for a in workspace.load(document.id).all(Annotation)] == ["Roads"]
        assert [(name, str(what)) for name, what in problems] == [
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
