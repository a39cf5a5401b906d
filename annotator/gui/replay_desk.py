"""Undo and redo: a small step at once, a large one in a process beside the window."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.gui.bench import Bench
from annotator.gui.beside_writer import BesideWriter
from annotator.gui.import_bar import ImportBar
from annotator.gui.polled_worker import PolledWorker
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.history import TransactionKind
from annotator.model.message import _
from annotator.workspace.beside import ProjectBeside, Told
from annotator.workspace.importing_beside import replay_beside
from annotator.workspace.worker import Failure

LARGE = 15_000
"""From so many bytes of the journal on a step is taken back beside the window."""


class _Way(NamedTuple):
    """Undo or redo: what it is called while it runs and when it is done."""

    kind: TransactionKind
    doing: str
    done: str


class ReplayDesk(QObject):
    """Takes back the last step, or does it again, and shows where it was."""

    finished = Signal()
    """A large step was taken back, or could not be."""

    def __init__(self, bench: Bench, bar: Callable[[], ImportBar]) -> None:
        super().__init__(bench.annotations)
        self._bench = bench
        self._make_bar = bar
        self._worker = PolledWorker(self)
        self._writer = BesideWriter(bench.workspace)
        self._bar: ImportBar | None = None
        self._edits: list[Edit] = []

    @property
    def is_busy(self) -> bool:
        """Whether a large step is being taken back."""
        return self._bar is not None

    def undo(self) -> None:
        """Take back the last step."""
        self._replay(_Way(TransactionKind.UNDO, _("Undoing…"), _("Undone: {step}")))

    def redo(self) -> None:
        """Do the undone step again."""
        self._replay(_Way(TransactionKind.REDO, _("Redoing…"), _("Redone: {step}")))

    def leave(self) -> None:
        """Stop: what was not written whole is not written at all."""
        self._worker.stop()
        if self._bar is not None:
            self._bar.end()
            self._bar = None

    def _replay(self, way: _Way) -> None:
        if self.is_busy:
            self._bench.say(_("The last step is still being taken back."))
            return
        try:
            if self._bench.workspace.store.weight(way.kind) > LARGE:
                self._replay_beside(way)
            else:
                self._replay_here(way)
        except UserError as error:
            self._bench.say(str(error))

    def _replay_here(self, way: _Way) -> None:
        workspace = self._bench.workspace
        is_undo = way.kind is TransactionKind.UNDO
        edits = workspace.undo() if is_undo else workspace.redo()
        self._reveal(edits)
        self._bench.say(way.done.format(step=edits[-1].label))

    def _reveal(self, edits: Iterable[Edit]) -> None:
        self._bench.annotations.reveal([r for e in edits for r in (*e.removed, *e.added)])

    # --- a large step ---

    def _replay_beside(self, way: _Way) -> None:
        workspace = self._bench.workspace
        is_redo = way.kind is TransactionKind.REDO
        step = workspace.redoable() if is_redo else workspace.undoable()
        self._edits = []
        self._bar = self._make_bar()
        self._bar.begin(way.doing)
        self._bar.cancelled.connect(self._cancel)
        self._worker.submit(
            replay_beside,
            ProjectBeside.of(workspace),
            self._writer.begin(),
            is_redo,
            heard=self._hear,
            done=lambda _nothing: self._end(way.done.format(step=step)),
            failed=lambda failure: self._end(_reason(failure)),
        )

    def _hear(self, said: Told) -> None:
        if taken := self._writer.hear(said):
            self._edits.append(taken[0])

    def _cancel(self) -> None:
        self._end(_("Nothing was changed."))

    def _end(self, sentence: str) -> None:
        self._worker.stop()
        if self._bar is not None:
            self._bar.cancelled.disconnect(self._cancel)
            self._bar.end()
            self._bar = None
        self._writer.end()
        self._reveal(self._edits)
        self._bench.say(sentence)
        self.finished.emit()


def _reason(failure: Failure) -> str:
    lost = _("It was not done because of an error in the program; the log says more.")
    return str(failure.message or lost)
