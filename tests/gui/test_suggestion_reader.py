"""Documents are read part by part, one at a time; what was found is kept for the last few."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.gui.suggestion_reader import KEPT, SuggestionReader
from annotator.model.ids import DocumentId
from annotator.model.records import Document
from annotator.model.snapshot import Snapshot
from annotator.workspace.suggestion_run import PART, suggest_in_part, suggest_topics_in
from annotator.workspace.worker import Failure
from tests.gui.by_hand import ByHand
from tests.gui.panels.screen import heard
from tests.gui.panels.test_suggestion_rows import suggested

FIRST, SECOND = suggested(0), suggested(20)


def document(name: str) -> Snapshot:
    """Return a document of two parts."""
    return Snapshot(Document(DocumentId(name), name, "0" * 64), "3 people.\n" * (PART // 8), ())


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[SuggestionReader]:  # noqa: ARG001 - needs an application
    owner = QObject()
    yield SuggestionReader(ByHand(owner), owner)
    owner.deleteLater()


def worker(reader: SuggestionReader) -> ByHand:
    assert isinstance(reader._worker, ByHand)
    return reader._worker


def begin(reader: SuggestionReader, s: Snapshot) -> None:
    """Read a document as if the pause before it were over."""
    reader.read(s)
    assert reader._start.isActive()
    reader._start.stop()
    reader._go_on()


def test_parts_are_read_in_order_and_topics_at_the_end(reader: SuggestionReader) -> None:
    s, told = document("a"), heard(reader.found)
    begin(reader, s)
    reading, jobs = reader.reading_of(s), worker(reader).jobs
    for found in ([FIRST], [FIRST, SECOND], []):
        assert (reader.is_busy, reading.is_complete) == (True, False)
        jobs[-1].done(found)
    assert [job.task for job in jobs] == [suggest_in_part, suggest_in_part, suggest_topics_in]
    assert ([*reading.found.values()], reading.figures) == ([FIRST, SECOND], 2)
    assert (reader.is_busy, reading.is_complete, reading.has_gaps) == (False, True, False)
    assert told == [(reading,)] * 4
    reader.read(s)
    assert not reader.is_busy


def test_a_part_that_cannot_be_read_is_a_gap_and_read_anew_another_time(
    reader: SuggestionReader,
) -> None:
    s, jobs = document("a"), worker(reader).jobs
    begin(reader, s)
    jobs[0].done([FIRST])
    jobs[1].failed(Failure("why"))
    jobs[2].done([])
    reading = reader.reading_of(s)
    assert (reading.is_complete, reading.has_gaps) == (True, True)
    reader.stop()
    assert reader.reading_of(s).found == {}


def test_what_is_stopped_is_killed_and_begins_anew(reader: SuggestionReader) -> None:
    s, jobs = document("a"), worker(reader).jobs
    begin(reader, s)
    jobs[0].done([FIRST])
    reader.stop()
    assert (worker(reader).killed, reader.is_busy) == ([jobs[1]], False)
    begin(reader, s)
    assert jobs[2].values == jobs[0].values
    assert reader.reading_of(s).found == {}


def test_the_last_few_documents_are_remembered_until_all_is_forgotten(
    reader: SuggestionReader,
) -> None:
    documents = [document(str(number)) for number in range(KEPT + 1)]
    for s in documents:
        begin(reader, s)
        while reader.is_busy:
            worker(reader).jobs[-1].done([FIRST])
        reader.stop()
    known = [bool(reader._readings.get(s.document.id)) for s in documents]
    assert known == [False] + [True] * KEPT
    reader.forget()
    assert reader.reading_of(documents[-1]).found == {}
