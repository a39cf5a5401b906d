"""Brings in a corrected transcript and lists what became of the annotations."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from annotator.gui.bench import Bench
from annotator.gui.beside_writer import BesideWriter
from annotator.gui.import_bar import ImportBar
from annotator.gui.places_dialog import PlacesDialog
from annotator.gui.polled_worker import PolledWorker
from annotator.model.correction import Carried, Correction
from annotator.model.ids import DocumentId
from annotator.model.message import _
from annotator.workspace.beside import ProjectBeside, Told
from annotator.workspace.importing_beside import correct_beside
from annotator.workspace.worker import Failure, Job

QUOTE = 120
OpenFiles = Callable[[str, str], list[Path]]
"""Asks under a title for files of a pattern."""


class CorrectionDesk:
    """Asks for the corrected file of a document."""

    def __init__(
        self, bench: Bench, bar: ImportBar, worker: PolledWorker, open_files: OpenFiles
    ) -> None:
        self._bench = bench
        self._open_files = open_files
        self._worker = worker
        self._writer = BesideWriter(bench.workspace)
        self._job: Job | None = None
        self._bar = bar
        self._dialog: PlacesDialog | None = None

    def ask(self, document_id: str) -> None:
        """Ask for a file and put the document's annotations on its text."""
        title = _("The corrected transcript")
        everything = _("All files ({patterns})").format(patterns="*")
        paths = self._open_files(title, everything)
        if not paths:
            return
        self.cancel()
        self._bar.begin(_("Comparing the corrected transcript…"))
        self._job = self._worker.submit(
            correct_beside,
            ProjectBeside.of(self._bench.workspace),
            DocumentId(document_id),
            paths[0],
            self._writer.begin(),
            heard=self._hear,
            done=self._bring_in,
            failed=self._refuse,
        )

    def _hear(self, said: Told) -> None:
        self._writer.hear(said)

    def _bring_in(self, correction: Correction) -> None:
        self._end()
        QTimer.singleShot(0, self._bar, lambda: self._show(correction))

    def _show(self, correction: Correction) -> None:
        self._bench.show_document(correction.document.id)
        self._tell(correction)

    def _refuse(self, failure: Failure) -> None:
        self._end()
        reason = str(failure.message or _("An error in the program; the log says more."))
        self._bench.prompts.tell(_("The transcript was not brought in"), reason)

    def cancel(self) -> None:
        """Bring in no transcript that is still being compared."""
        if self._job is not None:
            self._worker.cancel(self._job)
            self._end()

    def _end(self) -> None:
        self._job = None
        self._writer.end()
        self._bar.end()

    def leave(self) -> None:
        """Compare no further and close the list."""
        self.cancel()
        self._close()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    def _tell(self, correction: Correction) -> None:
        text = _("Annotations carried over: {moved} unchanged, {changed} changed, {lost} lost.")
        groups = {
            "moved": len(correction.moved),
            "changed": len(correction.changed),
            "lost": len(correction.lost),
        }
        sentence = text.format(**groups)
        self._bench.say(sentence)
        carried = [*correction.changed, *correction.lost]
        if carried:
            self._list(correction, carried, sentence)

    def _list(self, correction: Correction, carried: list[Carried], sentence: str) -> None:
        """Show what changed or was lost; a click goes there."""
        rows = [
            (
                _("changed") if one.after else _("lost"),
                one.before.quote[:QUOTE],
                one.after.quote[:QUOTE] if one.after else "",
            )
            for one in carried
        ]
        headings = (_("What"), _("Before"), _("Now"))
        title = _("What the correction changed")
        self._close()
        dialog = PlacesDialog(title, sentence, headings, rows, self._bar)
        dialog.chosen.connect(lambda row: self._go_to(correction, carried[row]))
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        self._bench.prompts.show(dialog)

    def _forget(self) -> None:
        self._dialog = None

    def _go_to(self, correction: Correction, one: Carried) -> None:
        annotations = self._bench.annotations
        on_show = annotations.document()
        if on_show is None or on_show.id != correction.document.id:
            self._bench.show_document(correction.document.id)
        if one.after is not None:
            annotations.select(one.after.id, scroll=True)
        else:
            annotations.select(None)
            annotations.view.scroll_to(one.near)
