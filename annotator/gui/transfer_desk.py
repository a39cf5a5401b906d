"""Importing and exporting from the window: files, progress, cancel, and what went wrong."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.gui.bench import Bench
from annotator.gui.panels.plain import plain_label
from annotator.model.errors import UserError
from annotator.model.message import _

if TYPE_CHECKING:
    from annotator.workspace.importing import ImportReport

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

    def __init__(self, bench: Bench, bar: ImportBar) -> None:
        super().__init__(bar)
        self._bench = bench
        self._bar = bar
        self._steps: Iterator[Path] | None = None
        self._report: ImportReport | None = None
        self._total = self._done = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._step)
        bar.cancelled.connect(self._finish)

    # --- import ---

    def ask_for_files(self) -> None:
        """Ask for transcripts or exports and import them."""
        from annotator.formats.registry import FORMATS

        patterns = " ".join(f"*{e}" for f in FORMATS if f.reads for e in f.extensions)
        pattern = _("Transcripts and exports ({patterns})").format(patterns=f"{TEXTS} {patterns}")
        everything = _("All files ({patterns})").format(patterns="*")
        folder = self._bench.workspace.path.parent
        paths = self._bench.prompts.open_files(_("Import"), folder, f"{pattern};;{everything}")
        self.import_paths(paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files; each is saved when it is done."""
        from annotator.workspace.importing import ImportReport, count_steps, import_each

        if not paths or self._steps is not None:
            return
        self._report, self._total, self._done = ImportReport(), count_steps(paths), 0
        self._steps = import_each(self._bench.workspace, paths, self._report)
        self._bar.show_progress(0, self._total, paths[0].name)
        self._turn.start()

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
        report = self._report
        if report is None:
            return
        if report.added:
            self._bench.show_document(report.added[0].id)
        self._bench.say(_import_sentence(report))
        if report.failed:
            self._bench.prompts.tell(_("Some files were not imported"), _failures(report))
        self.finished.emit(report)

    # --- export ---

    def ask_to_export(self) -> None:
        """Ask for a format and a file, and write all annotations."""
        from annotator.formats.base import Options, Selection
        from annotator.formats.registry import FORMATS
        from annotator.workspace.exporting import export_file

        choices = [(f.name, f"{f.title} — {f.loses}") for f in FORMATS if f.writes]
        name = self._bench.prompts.choose(_("Export as"), choices)
        if name is None:
            return
        suffix = next(f.extensions[0] for f in FORMATS if f.name == name)
        start = self._bench.workspace.path.with_suffix(suffix)
        path = self._bench.prompts.save_file(_("Export"), start, f"*{suffix}")
        if path is None:
            return
        try:
            options = Options(byte_order_mark=name == "csv")
            count = export_file(self._bench.workspace, name, path, Selection(), options)
        except UserError as error:
            self._bench.prompts.tell(_("Nothing was exported"), str(error))
            return
        self._bench.say(_("Wrote {count} annotations to {path}.").format(count=count, path=path))


def _import_sentence(report: "ImportReport") -> str:
    if report.known and not report.added:
        return _("{title} is in the project already.").format(title=report.known[0][1].title)
    return _("Imported {count} documents.").format(count=len(report.added))


def _failures(report: "ImportReport") -> str:
    lines = [f"{path.name}: {reason}" for path, reason in report.failed[:LISTED_FAILURES]]
    more = len(report.failed) - len(lines)
    return "\n".join([*lines, _("and {count} more").format(count=more)] if more else lines)
