"""Joins the export dialog with the project: losses on the way, the file, and what it holds."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.formats.base import Loss
from annotator.formats.registry import FORMATS
from annotator.gui.bench import Bench
from annotator.gui.export_dialog import ExportDialog
from annotator.gui.panels.detail_fields import named
from annotator.gui.panels.editors import Choices
from annotator.gui.polled_worker import PolledWorker
from annotator.model.codebook import CLAIM_STATUSES
from annotator.model.ids import DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message, _, fill
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.exporting import Exported
from annotator.workspace.exporting_beside import LossesFound, Target, export_beside, losses_beside
from annotator.workspace.folders import folder_of_files
from annotator.workspace.worker import Failure, Job

REMEMBERED = "export"
PAUSE = 150
"""Milliseconds without another choice before losses are looked for."""
LISTED = 2000
FAILED = Message("It came to nothing because of an error in the program; the log says more.")


class ExportDesk(QObject):
    """Shows the dialog and carries out what is asked there."""

    def __init__(self, bench: Bench, parent: QWidget, remembered: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._bench = bench
        self._parent = parent
        self._state = _read_state(remembered.get(REMEMBERED, ""))
        self._dialog: ExportDialog | None = None
        self._worker = PolledWorker(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self._losses: Job | None = None
        self._is_looked_through = False
        self._job: Job | None = None
        self._target: Target | None = None

    def state(self) -> dict[str, str]:
        """Return the last settings, as text by name."""
        now = self._dialog.state() if self._dialog is not None else self._state
        return {REMEMBERED: json.dumps(now)}

    def ask(self) -> None:
        """Show the dialog."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        formats = [known for known in FORMATS if known.writes]
        dialog = ExportDialog(formats, self._offers(), self._parent)
        dialog.restore(self._state)
        dialog.changed.connect(self._restart)
        dialog.export_requested.connect(self._export)
        dialog.stop_requested.connect(self._stop)
        dialog.losses.chosen.connect(self._go_to)
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        self._restart()
        self._bench.prompts.show(dialog)

    def leave(self) -> None:
        """Stop what is under way and close the dialog."""
        if self._dialog is not None:
            self._dialog.reject()
        self._worker.stop()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._state = self._dialog.state()
        self._dialog = None
        self._stop_looking()
        self._stop()

    def _offers(self) -> dict[str, Choices]:
        workspace = self._bench.workspace
        labels = [x for x in workspace.labels() if x.kind is not LabelKind.RELATION]
        return {
            "label": [(label.id, label.name(self._bench.language)) for label in labels],
            "author": [(author.id, author.name) for author in workspace.authors()],
            "document": [(d.id, d.title) for d in workspace.documents()[:LISTED]],
            "speaker": [(name, name) for name in workspace.store.speaker_names()[:LISTED]],
            "status": named(CLAIM_STATUSES),
        }

    # --- losses ---

    def _restart(self) -> None:
        """Look for the losses of what is chosen now."""
        self._stop_looking()
        if self._dialog is None:
            return
        self._dialog.start_losses()
        self._is_looked_through = False
        if self._target is None:
            self._pause.start()

    def _look(self) -> None:
        if self._dialog is not None:
            self._losses = self._worker.submit(
                losses_beside,
                ProjectBeside.of(self._bench.workspace),
                self._dialog.exporting(),
                heard=self._show_losses,
                done=lambda _nothing: self._end_losses(),
                failed=self._fail_losses,
            )

    def _stop_looking(self) -> None:
        self._pause.stop()
        if self._losses is not None:
            self._worker.cancel(self._losses)
            self._losses = None

    def _show_losses(self, found: LossesFound) -> None:
        if self._dialog is None:
            return
        if found.is_first:
            self._dialog.start_losses()
        self._dialog.show_found(found)

    def _end_losses(self, problem: str = "") -> None:
        self._losses = None
        self._is_looked_through = True
        if self._dialog is not None:
            self._dialog.finish_losses(problem)

    def _fail_losses(self, failure: Failure) -> None:
        self._end_losses(str(failure.message or FAILED))

    def _go_to(self, loss: Loss) -> None:
        on_show = self._bench.annotations.document()
        if on_show is None or on_show.id != loss.document:
            self._bench.show_document(DocumentId(loss.document))
        if loss.annotation is not None:
            self._bench.annotations.select(loss.annotation, scroll=True)

    # --- writing ---

    def _export(self) -> None:
        if self._dialog is None or self._target is not None:
            return
        dialog, prompts, workspace = self._dialog, self._bench.prompts, self._bench.workspace
        exporting = dialog.exporting()
        suffix = exporting.format.extensions[0]
        start = folder_of_files(workspace.path) / workspace.path.with_suffix(suffix).name
        path = prompts.save_file(_("Export"), start, f"*{suffix}")
        if path is None:
            return
        self._state = dialog.state()
        self._stop_looking()  # it would wait for that; it goes on afterwards
        self._target = Target.of(path)
        dialog.start_export()
        self._job = self._worker.submit(
            export_beside,
            ProjectBeside.of(workspace),
            exporting,
            path,
            heard=dialog.show_progress,
            done=self._tell,
            failed=self._refuse,
        )

    def _end(self, outcome: str) -> None:
        """Say what came of the export, and look for losses again if that was broken off."""
        if self._target is not None:
            self._target.clean()
        self._job = self._target = None
        if self._dialog is not None:
            self._dialog.end_export(outcome)
            if not self._is_looked_through:
                self._restart()

    def _stop(self) -> None:
        """Write no further; what was there before is there still, unless the new file is whole."""
        if self._job is None or self._target is None:
            return
        self._worker.cancel(self._job)
        written = _("{path} is written; reading it back was stopped.")
        nothing = _("Stopped; nothing was written.")
        is_written, path = self._target.is_written(), self._target.path
        outcome = written.format(path=path) if is_written else nothing
        self._end(outcome)
        self._bench.say(outcome)

    def _refuse(self, failure: Failure) -> None:
        self._end("")
        self._bench.prompts.tell(_("Nothing was exported"), str(failure.message or FAILED))

    def _tell(self, done: Exported) -> None:
        """Say what was written and what reading it back came to."""
        path = self._target.path if self._target else ""
        sentence = fill(
            _("Wrote {count} {count|annotation|annotations} to {path}."),
            {"count": done.count, "path": str(path)},
        )
        self._bench.say(sentence)
        found = done.verified
        if found.differences:
            lines = "\n".join(str(difference) for difference in found.differences)
            self._end(sentence)
            self._bench.prompts.tell(_("The file differs from the project"), lines)
        elif found.was_read:
            text = _(
                "Read back: {documents} {documents|text|texts}, "
                "{count} {count|annotation|annotations}; nothing differs beyond the losses above."
            )
            counts = {"documents": found.documents, "count": found.annotations}
            self._end(f"{sentence} {fill(text, counts)}")
        else:
            text = _("{sentence} It was not read back: this format is only written.")
            self._end(text.format(sentence=sentence))


def _read_state(text: str) -> dict[str, str]:
    """Return remembered settings; what is damaged counts as none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
