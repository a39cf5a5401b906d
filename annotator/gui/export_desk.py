"""Joins the export dialog with the project: losses on the way, the file, and what it holds."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.formats.base import Loss
from annotator.formats.registry import FORMATS
from annotator.gui.bench import Bench
from annotator.gui.export_dialog import ExportDialog
from annotator.gui.panels.detail_fields import named
from annotator.gui.panels.form import Choices
from annotator.model.codebook import CLAIM_STATUSES
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.message import _, fill
from annotator.model.records import Annotation
from annotator.workspace.exporting import Exported, Told, export, losses, replaceable

SLICE = 0.02
"""Seconds that looking for losses takes at a stretch."""
REMEMBERED = "export"
LISTED = 2000
QUOTE = 60


class ExportDesk(QObject):
    """Shows the dialog and carries out what is asked there."""

    def __init__(self, bench: Bench, parent: QWidget, remembered: Mapping[str, str]) -> None:
        super().__init__(parent)
        self._bench = bench
        self._parent = parent
        self._state = _read_state(remembered.get(REMEMBERED, ""))
        self._dialog: ExportDialog | None = None
        self._losses: Iterator[Loss | None] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._look)

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
        dialog.losses.chosen.connect(self._go_to)
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        self._restart()
        self._bench.prompts.show(dialog)

    def leave(self) -> None:
        """Close the dialog."""
        if self._dialog is not None:
            self._dialog.reject()

    def _forget(self) -> None:
        self._turn.stop()
        if self._dialog is not None:
            self._state = self._dialog.state()
        self._dialog = None

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
        if self._dialog is None:
            return
        self._dialog.start_losses()
        self._losses = losses(self._bench.workspace, self._dialog.exporting())
        self._turn.start()

    def _look(self) -> None:
        """Look for losses until the time of one slice is over."""
        if self._dialog is None:
            return
        end = perf_counter() + SLICE
        try:
            for loss in self._losses:
                if loss is not None:
                    self._dialog.losses.add(loss, self._place(loss))
                if perf_counter() > end:
                    return
        except UserError as error:
            self._turn.stop()
            self._dialog.finish_losses(str(error))
            return
        self._turn.stop()
        self._dialog.finish_losses()

    def _place(self, loss: Loss) -> str:
        s = self._bench.workspace.load(loss.document)
        annotation = s.find(Annotation, loss.annotation)
        quote = " ".join(annotation.quote.split())[:QUOTE] if annotation else ""
        return f"{s.document.title}: {quote}" if quote else s.document.title

    def _go_to(self, loss: Loss) -> None:
        on_show = self._bench.annotations.document()
        if on_show is None or on_show.id != loss.document:
            self._bench.show_document(DocumentId(loss.document))
        if loss.annotation is not None:
            self._bench.annotations.select(loss.annotation, scroll=True)

    # --- writing ---

    def _export(self) -> None:
        if self._dialog is None:
            return
        dialog, prompts, workspace = self._dialog, self._bench.prompts, self._bench.workspace
        exporting = dialog.exporting()
        suffix = exporting.format.extensions[0]
        start = workspace.path.with_suffix(suffix)
        path = prompts.save_file(_("Export"), start, f"*{suffix}")
        if path is None:
            return
        self._state = dialog.state()
        done: list[Exported] = []

        def job(told: Told) -> None:
            done.append(export(workspace, exporting, replaceable(path, workspace.path), told))

        try:
            if not prompts.work_through(_("Exporting…"), job):
                dialog.outcome.setText(_("Stopped; nothing was written."))
                return
        except UserError as error:
            prompts.tell(_("Nothing was exported"), str(error))
            return
        self._tell(dialog, done[0], path)

    def _tell(self, dialog: ExportDialog, done: Exported, path: Path) -> None:
        """Say what was written and what reading it back came to."""
        sentence = fill(
            _("Wrote {count} {count|annotation|annotations} to {path}."),
            {"count": done.count, "path": str(path)},
        )
        self._bench.say(sentence)
        found = done.verified
        if found.differences:
            lines = "\n".join(str(difference) for difference in found.differences)
            self._bench.prompts.tell(_("The file differs from the project"), lines)
            dialog.outcome.setText(sentence)
        elif found.was_read:
            text = _(
                "Read back: {documents} {documents|text|texts}, "
                "{count} {count|annotation|annotations}; nothing differs beyond the losses above."
            )
            counts = {"documents": found.documents, "count": found.annotations}
            dialog.outcome.setText(f"{sentence} {fill(text, counts)}")
        else:
            text = _("{sentence} It was not read back: this format is only written.")
            dialog.outcome.setText(text.format(sentence=sentence))


def _read_state(text: str) -> dict[str, str]:
    """Return remembered settings; what is damaged counts as none."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
