"""Undo, redo and edits of many records: small steps at once, large ones beside the window."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.bench import Bench
from annotator.gui.beside_writer import BesideWriter
from annotator.gui.import_bar import ImportBar
from annotator.gui.polled_worker import PolledWorker
from annotator.model.edit import Edit, parts_of
from annotator.model.errors import UserError
from annotator.model.history import TransactionKind
from annotator.model.message import Message, _
from annotator.workspace.beside import ProjectBeside, Told
from annotator.workspace.shown_parts import PART
from annotator.workspace.steps_beside import make_beside, replay_beside, write_beside
from annotator.workspace.wishes import Wish
from annotator.workspace.worker import Failed, Failure, Task

LARGE = 15_000
"""From so many bytes of the journal on a step is taken back beside the window."""


class _Way(NamedTuple):
    """Undo or redo: what it is called while it runs and when it is done."""

    kind: TransactionKind
    doing: str
    done: str


class _Work(NamedTuple):
    """What the process is to do with what it is sent, and what happens once it has."""

    task: Task
    values: tuple[object, ...]
    done: Callable[[], None]
    failed: Failed


class StepDesk(QObject):
    """Takes back the last step, or does it again, and shows where it was; writes large edits.

    One large step is done at a time, and shown part by part as soon as it is in the file.
    """

    finished = Signal()
    """A large step was done, or could not be."""

    def __init__(self, bench: Bench, bar: Callable[[], ImportBar]) -> None:
        super().__init__(bench.annotations)
        self._bench = bench
        self._make_bar = bar
        self._worker = PolledWorker(self)
        self._writer = BesideWriter(bench.workspace)
        self._bar: ImportBar | None = None
        self._edits: list[Edit] = []
        self._packed: list[bytes] = []
        self._to_pack: Iterator[object] = iter(())
        self._submit: Callable[[], object] = lambda: None
        """Has the process begin with what is packed."""
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._pack)
        self._write_here: Callable[[], object] | None = None
        """Writes the edit that is under way in the window's own thread, with all questions."""

    @property
    def is_busy(self) -> bool:
        """Whether a large step is being done."""
        return self._bar is not None

    def undo(self) -> None:
        """Take back the last step."""
        self._replay(_Way(TransactionKind.UNDO, _("Undoing…"), _("Undone: {step}")))

    def redo(self) -> None:
        """Do the undone step again."""
        self._replay(_Way(TransactionKind.REDO, _("Redoing…"), _("Redone: {step}")))

    def leave(self) -> None:
        """Stop: what was not taken back whole is not taken back at all."""
        self._stop()

    def _begin(self, doing: str) -> None:
        self._edits = []
        self._bar = self._make_bar()
        self._bar.begin(doing)
        self._bar.cancelled.connect(self._cancel)

    def _stop(self) -> bool:
        """Do no more of a large step; returns whether anything of it is in the file."""
        self._turn.stop()
        self._worker.stop()
        if self._bar is not None:
            self._bar.cancelled.disconnect(self._cancel)
            self._bar.end()
            self._bar = None
        return self._writer.end()

    def _says_busy(self) -> bool:
        """Say that there is a large step under way, if so."""
        if self.is_busy:
            self._bench.say(_("The last step is still being done."))
        return self.is_busy

    # --- an edit of many records ---

    def write(self, edit: Edit, write_here: Callable[[], object]) -> bool:
        """Have an edit written; what the process cannot write is written by ``write_here``.

        Returns whether it is under way now.
        """
        work = _Work(write_beside, (), self.settle, lambda _failure: self.settle())
        return self._begin_to_pack(parts_of(edit, PART), work, write_here)

    def carry_out(self, wish: Wish, do_here: Callable[[], object]) -> bool:
        """Have an edit made and written; ``do_here`` is for when there is no time to wait.

        Returns whether it is under way now.
        """
        values = wish.make, wish.values
        work = _Work(make_beside, values, self._end, self._refuse)
        return self._begin_to_pack(wish.parts(), work, do_here)

    def _begin_to_pack(
        self, parts: Iterator[object], work: _Work, do_here: Callable[[], object]
    ) -> bool:
        if self._says_busy():
            return False
        self._write_here = do_here
        self._begin(_("Saving…"))
        self._to_pack, self._packed = parts, []
        self._submit = partial(self._give_to_process, work)
        self._turn.start()
        return True

    def _pack(self) -> None:
        """Pack a part for the process; have it begin once all is packed."""
        try:
            part = next(self._to_pack, self)
        except UserError as error:
            self._end(str(error))
            return
        if part is not self:
            self._packed.append(pickle.dumps(part))
            return
        self._turn.stop()
        self._submit()

    def _give_to_process(self, work: _Work) -> None:
        self._worker.submit(
            work.task,
            ProjectBeside.of(self._bench.workspace),
            tuple(self._packed),
            self._writer.begin(),
            *work.values,
            heard=self._show,
            done=lambda _nothing: work.done(),
            failed=work.failed,
        )

    def _refuse(self, failure: Failure) -> None:
        """Say why an edit was not made; one that the disk did not take is kept."""
        self._end()
        if self._bench.workspace.unsaved:
            self._bench.say(_reason(failure))
        else:
            self._bench.prompts.tell(_("The change was not made"), _reason(failure))

    def settle(self) -> None:
        """End with an edit that is under way: it is in the file, or written or kept now."""
        write_here, self._write_here = self._write_here, None
        if write_here is not None:
            if not self._stop():
                write_here()
            self.finished.emit()

    def _replay(self, way: _Way) -> None:
        if self._says_busy():
            return
        try:
            if self._bench.workspace.store.weight(way.kind) > LARGE:
                self._replay_beside(way)
            else:
                self._replay_here(way, self._step(way))
        except UserError as error:
            self._bench.say(str(error))

    def _step(self, way: _Way) -> Message | None:
        """Return the name of the step: a group's says more than that of its last edit."""
        workspace = self._bench.workspace
        is_redo = way.kind is TransactionKind.REDO
        return workspace.redoable() if is_redo else workspace.undoable()

    def _replay_here(self, way: _Way, step: Message | None) -> None:
        workspace = self._bench.workspace
        is_undo = way.kind is TransactionKind.UNDO
        edits = workspace.undo() if is_undo else workspace.redo()
        self._reveal(edits)
        self._bench.say(way.done.format(step=step or edits[-1].label))

    def _reveal(self, edits: Iterable[Edit]) -> None:
        self._bench.annotations.reveal([r for e in edits for r in (*e.removed, *e.added)])

    # --- a large step ---

    def _replay_beside(self, way: _Way) -> None:
        workspace = self._bench.workspace
        is_redo, step = way.kind is TransactionKind.REDO, self._step(way)
        self._begin(way.doing)
        self._worker.submit(
            replay_beside,
            ProjectBeside.of(workspace),
            self._writer.begin(),
            is_redo,
            heard=self._hear,
            done=lambda _nothing: self._end(way.done.format(step=step)),
            failed=lambda failure: self._end(_reason(failure)),
        )

    def _show(self, said: Told) -> None:
        self._writer.hear(said)

    def _hear(self, said: Told) -> None:
        if taken := self._writer.hear(said):
            self._edits.append(taken[0])

    def _cancel(self) -> None:
        self._end("" if self._stop() else _("Nothing was changed."))

    def _end(self, sentence: str = "") -> None:
        self._write_here = None
        self._stop()
        self._reveal(self._edits)
        if sentence:
            self._bench.say(sentence)
        self.finished.emit()


def _reason(failure: Failure) -> str:
    lost = _("It was not done because of an error in the program; the log says more.")
    return str(failure.message or lost)
