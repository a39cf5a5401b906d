"""Importing in the window: a look before, progress, cancel, and what went wrong."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import FORMATS
from annotator.gui.bench import Bench
from annotator.gui.correction_desk import CorrectionDesk
from annotator.gui.export_desk import ExportDesk
from annotator.gui.export_dialog import unit_names
from annotator.gui.import_dialog import ImportDialog
from annotator.gui.plain_text import plain_label
from annotator.model.errors import UserError
from annotator.model.message import _, fill
from annotator.reading.sources import read_pasted
from annotator.reading.transcript import Transcript
from annotator.workspace.importing import (
    AS_GUESSED,
    ImportReport,
    ReadAs,
    count_steps,
    import_each,
    import_transcript,
)
from annotator.workspace.previewing import Preview, Previews

LISTED_FAILURES = 12
TEXTS = (
    "*.txt *.md *.markdown *.text *.html *.htm *.mhtml *.docx *.pdf *.srt *.vtt *.json *.tsv *.zip"
)


class ImportBar(QWidget):
    """How far an import is, and Cancel."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = plain_label()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(200)
        self._bar.setAccessibleName(_("Import"))
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(lambda _on=False: self.cancelled.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(cancel)
        self.hide()

    def show_progress(self, done: int, total: int, name: str) -> None:
        """Show how many files of how many are done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._text.setText(_("Importing {name}").format(name=name))
        self.setVisible(total > 1)


class TransferDesk(QObject):
    """Imports a file in each turn of the event loop, so that the window stays alive."""

    finished = Signal(object)

    def __init__(self, bench: Bench, bar: ImportBar, remembered: Mapping[str, str]) -> None:
        super().__init__(bar)
        self._bench = bench
        self._bar = bar
        self.exports = ExportDesk(bench, bar, remembered)
        self.corrections = CorrectionDesk(bench, bar)
        self._steps: Iterator[Path] | None = None
        self._report = ImportReport()
        self._total = self._done = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._step)
        self._dialog: ImportDialog | None = None
        self._previews: Iterator[tuple[Path, Preview | None]] = iter(())
        self._looked_at: set[Path] = set()
        self._look_turn = QTimer(self, interval=0)
        self._look_turn.timeout.connect(self._look)
        bar.cancelled.connect(self._finish)

    def leave(self) -> None:
        """Stop what is under way and close the dialogs."""
        self._turn.stop()
        self._steps = None
        if self._dialog is not None:
            self._dialog.reject()
        self.exports.leave()
        self.corrections.leave()

    # --- looking ---

    def ask_for_files(self) -> None:
        """Ask for transcripts or exports and show what they hold."""
        patterns = " ".join(f"*{e}" for f in FORMATS if f.reads for e in f.extensions)
        pattern = _("Transcripts and exports ({patterns})").format(patterns=f"{TEXTS} {patterns}")
        everything = _("All files ({patterns})").format(patterns="*")
        folder = self._bench.workspace.path.parent
        paths = self._bench.prompts.open_files(_("Import"), folder, f"{pattern};;{everything}")
        if paths and self._dialog is None:
            self._show_dialog(list(dict.fromkeys(paths)))

    def _show_dialog(self, paths: Sequence[Path]) -> None:
        dialog = ImportDialog(paths, self._bar)
        dialog.read_as_changed.connect(self._look_again)
        dialog.import_requested.connect(lambda: self.import_paths(dialog.paths, dialog.own))
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        self._looked_at = set()
        self._previews = self._look_at(paths)
        self._look_turn.start()
        self._bench.prompts.show(dialog)

    def _look_at(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Preview | None]]:
        """Yield what the files hold, and None behind each file."""
        previews = Previews(self._bench.workspace)
        for path in paths:
            own = self._dialog.own.get(path, AS_GUESSED) if self._dialog else AS_GUESSED
            for preview in previews.of(path, own):
                yield path, preview
            yield path, None

    def _look_again(self, paths: Sequence[Path]) -> None:
        if self._dialog is None:
            return
        waiting = [path for path in self._dialog.paths if path not in self._looked_at]
        again = [path for path in self._dialog.paths if path in paths or path in waiting]
        self._looked_at.difference_update(again)
        self._dialog.forget(again)
        self._previews = self._look_at(again)
        self._look_turn.start()

    def _look(self) -> None:
        """Look at one document."""
        found = next(self._previews, None)
        if found is None or self._dialog is None:
            self._look_turn.stop()
            return
        path, preview = found
        if preview is None:
            self._looked_at.add(path)
        else:
            self._dialog.add(path, preview)
        self._dialog.show_progress(len(self._looked_at))

    def _forget(self) -> None:
        self._look_turn.stop()
        self._dialog = None

    # --- importing ---

    def import_paths(self, paths: Sequence[Path], own: Mapping[Path, ReadAs] | None = None) -> None:
        """Import files at once; each is saved when it is done."""
        if not paths or self._steps is not None:
            return
        self._report, self._total, self._done = ImportReport(), count_steps(paths), 0
        self._steps = import_each(
            self._bench.workspace, paths, self._report, own=own, ask=self._ask_unit
        )
        self._bar.show_progress(0, self._total, paths[0].name)
        self._turn.start()

    def _ask_unit(self, path: Path, readings: Mapping[OffsetUnit, str]) -> OffsetUnit | None:
        """Ask what offsets count that no quote explains."""
        self._turn.stop()
        title = _("What do the positions in {name} count?").format(name=path.name)
        names = dict(unit_names())
        choices = [(unit.value, f"{names[unit]}: {words}") for unit, words in readings.items()]
        chosen = self._bench.prompts.choose(title, choices)
        if self._steps is not None:
            self._turn.start()
        return OffsetUnit(chosen) if chosen else None

    def paste(self) -> None:
        """Import the transcript on the clipboard."""
        try:
            report = import_transcript(self._bench.workspace, _pasted())
        except UserError as error:
            self._bench.prompts.tell(_("Nothing was pasted"), str(error))
            return
        self._show(report)

    def _step(self) -> None:
        try:
            path = next(self._steps, None) if self._steps else None
        except UserError as error:
            self._finish()
            self._bench.prompts.tell(_("The import stopped"), str(error))
            return
        if path is None:
            self._finish()
        else:
            self._done += 1
            self._bar.show_progress(self._done, self._total, path.name)

    def _finish(self) -> None:
        self._turn.stop()
        self._steps = None
        self._bar.hide()
        self._show(self._report)
        self.finished.emit(self._report)

    def _show(self, report: ImportReport) -> None:
        """Show what came in and say what did not."""
        if report.added:
            self._bench.show_document(report.added[0].id)
            self._bench.annotations.view.setFocus()
        self._bench.say(_import_sentence(report))
        if report.failed:
            self._bench.prompts.tell(_("Some files were not imported"), _failures(report))
        if report.problems:
            self._bench.prompts.tell(_("Some things were left out"), _problems(report))


def _pasted() -> Transcript:
    """Return the transcript on the clipboard: a web page's main text, or plain text.

    Raises:
        UserError: it holds no text.
    """
    content = QGuiApplication.clipboard().mimeData()
    if content.hasHtml():
        try:
            return read_pasted(content.html(), is_html=True)
        except UserError:
            pass  # a fragment without paragraphs, which is there as plain text too
    return read_pasted(content.text())


def _import_sentence(report: "ImportReport") -> str:
    if report.known and not report.added:
        return _("{title} is in the project already.").format(title=report.known[0][1].title)
    return fill(_("Imported {count} {count|document|documents}."), {"count": len(report.added)})


def _failures(report: ImportReport) -> str:
    return _listed([f"{path.name}: {reason}" for path, reason in report.failed])


def _problems(report: ImportReport) -> str:
    return _listed([f"{name}: {problem}" for name, problem in report.problems])


def _listed(lines: Sequence[str]) -> str:
    more = len(lines) - LISTED_FAILURES
    shown = list(lines[:LISTED_FAILURES])
    return "\n".join([*shown, _("and {count} more").format(count=more)] if more > 0 else shown)
