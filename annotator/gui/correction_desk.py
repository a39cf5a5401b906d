"""Brings in a corrected transcript and lists what became of the annotations."""

from PySide6.QtWidgets import QWidget

from annotator.gui.bench import Bench
from annotator.gui.places_dialog import PlacesDialog
from annotator.model.correction import Carried, Correction
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.message import _
from annotator.reading.sources import read_one
from annotator.workspace.correcting import correct_document

QUOTE = 120


class CorrectionDesk:
    """Asks for the corrected file of a document."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        self._bench = bench
        self._parent = parent
        self._dialog: PlacesDialog | None = None

    def ask(self, document_id: str) -> None:
        """Ask for a file and put the document's annotations on its text."""
        workspace, prompts = self._bench.workspace, self._bench.prompts
        title = _("The corrected transcript")
        everything = _("All files ({patterns})").format(patterns="*")
        paths = prompts.open_files(title, workspace.path.parent, everything)
        if not paths:
            return
        try:
            correction = correct_document(workspace, DocumentId(document_id), read_one(paths[0]))
        except UserError as error:
            prompts.tell(_("The transcript was not brought in"), str(error))
            return
        if self._bench.apply(correction.edit):
            self._bench.show_document(correction.document.id)
            self._tell(correction)

    def leave(self) -> None:
        """Close the list."""
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
        self.leave()
        dialog = PlacesDialog(title, sentence, headings, rows, self._parent)
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
