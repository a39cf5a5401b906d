"""Reads documents for suggestions beside the window, part by part, and keeps what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.memory import hold
from annotator.gui.panels.suggestion_rows import SuggestionFilter
from annotator.gui.polled_worker import PolledWorker
from annotator.model.ids import DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.workspace.suggesting import Place, place_of, speeches
from annotator.workspace.suggestion_run import Task, tasks_for
from annotator.workspace.worker import Job

PAUSE = 150
"""Milliseconds that a document is on show before it is read: leafing through costs nothing."""
KEPT = 3
FIGURES = SuggestionFilter(LabelKind.FIGURE)


@dataclass(slots=True)
class Reading:
    """What has been found in a document, and what is still to be computed."""

    tasks: Iterator[Task]
    found: dict[Place, Suggestion] = field(default_factory=dict)
    is_complete: bool = False
    has_gaps: bool = False
    """Whether a part could not be read."""
    figures: int = 0
    """How many figures have been found."""

    def add(self, suggestions: Sequence[Suggestion]) -> None:
        """Keep what has been found; what was found before at the same place stays."""
        for suggestion in suggestions:
            place = place_of(suggestion)
            if place not in self.found:
                self.found[place] = suggestion
                self.figures += FIGURES.shows(suggestion)


class SuggestionReader(QObject):
    """Reads one document at a time and remembers the last few."""

    found = Signal(object)
    """The reading that has more than before, or that is complete now."""

    def __init__(self, worker: PolledWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._readings: dict[DocumentId, Reading] = {}
        self._reading: Reading | None = None
        self._job: Job | None = None
        self._start = QTimer(self, singleShot=True, interval=PAUSE)
        self._start.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether a document is being read, or about to be."""
        return self._start.isActive() or self._job is not None

    def reading_of(self, s: Snapshot) -> Reading:
        """Return the reading of a document, not yet begun if there is none."""
        reading = self._readings.pop(s.document.id, None)
        if reading is None:
            reading = Reading(tasks_for(s.text, speeches(s), s.all(Label)))
        self._readings[s.document.id] = reading
        while len(self._readings) > KEPT:
            del self._readings[next(iter(self._readings))]
        return reading

    def read(self, s: Snapshot) -> None:
        """Read a document to its end if that was not done; it begins after a moment."""
        self._reading = self.reading_of(s)
        if not self._reading.is_complete:
            self._start.start()

    def stop(self) -> None:
        """Stop reading; a document that was not read as a whole is read anew another time."""
        self._start.stop()
        if self._job is not None:
            self._worker.cancel(self._job)
        self._job = self._reading = None
        self._readings = {
            k: kept for k, kept in self._readings.items() if kept.is_complete and not kept.has_gaps
        }

    def forget(self) -> None:
        """Forget all that was found, since it would be something else now."""
        self.stop()
        self._readings.clear()

    def _go_on(self) -> None:
        """Have the next part computed."""
        reading = self._reading
        if reading is None:
            return
        task = next(reading.tasks, None)
        if task is None:
            reading.is_complete = True
            self.found.emit(reading)
            return
        self._job = self._worker.submit(
            task[0], *task[1], done=self._take, failed=lambda _failure: self._skip()
        )

    def _take(self, found: list[Suggestion]) -> None:
        self._job = None
        if self._reading is not None:
            self._reading.add(found)
            self.found.emit(self._reading)
            hold()
        self._go_on()

    def _skip(self) -> None:
        """Go on behind a part that could not be read."""
        self._job = None
        if self._reading is not None:
            self._reading.has_gaps = True
        self._go_on()
