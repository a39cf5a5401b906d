"""Prints the transcript on show with its marks, on paper or into a PDF file."""

from pathlib import Path

from PySide6.QtCore import QLocale, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from annotator.gui.bench import Bench
from annotator.gui.front_matter import PrintedTranscript
from annotator.gui.marks_of import headings_of, marks_of
from annotator.gui.printing import print_pages, set_margins
from annotator.model.message import _
from annotator.model.records import Annotation
from annotator.workspace.folders import folder_of_files

LETTER = {QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico}
"""Where letters are not written on A4."""

SUFFIX = ".pdf"


class PrintDesk:
    """Asks where to print, and says how it went."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def print(self) -> None:
        """Ask for a printer and print on it."""
        transcript = self._transcript()
        if transcript is None:
            return
        printer = self._bench.prompts.printer(_("Print"))
        if printer is None:
            return
        printer.setDocName(transcript.title)
        set_margins(printer)
        if self._draw(transcript, printer, _("Printing…")):
            self._bench.say(_("Sent {title} to the printer.").format(title=transcript.title))

    def save_pdf(self) -> None:
        """Ask for a file and write the transcript into it as PDF."""
        transcript = self._transcript()
        if transcript is None:
            return
        start = folder_of_files(self._bench.workspace.path) / _file_name(transcript.title)
        path = self._bench.prompts.save_file(_("Save as PDF"), start, f"*{SUFFIX}")
        if path is None:
            return
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        self._write(transcript, path)

    def _write(self, transcript: PrintedTranscript, path: Path) -> None:
        """Write the file as a whole or not at all."""
        file = QSaveFile(str(path))
        if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
            self._refuse(path, file.errorString())
            return
        writer = QPdfWriter(file)
        writer.setTitle(transcript.title)
        writer.setCreator(QApplication.applicationName())
        is_letter = QLocale.system().territory() in LETTER
        size = QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4
        writer.setPageSize(QPageSize(size))
        set_margins(writer)
        if not self._draw(transcript, writer, _("Writing the PDF…")):
            file.cancelWriting()
        elif file.commit():
            self._bench.say(_("Saved {path}.").format(path=path))
        else:
            self._refuse(path, file.errorString())

    def _refuse(self, path: Path, reason: str) -> None:
        sentence = _("{path} could not be written: {reason}").format(path=path, reason=reason)
        self._bench.prompts.tell(_("The PDF was not saved"), sentence)

    def _draw(self, transcript: PrintedTranscript, device: QPagedPaintDevice, title: str) -> bool:
        painter = QPainter()
        if not painter.begin(device):
            self._bench.prompts.tell(_("Nothing was printed"), _("The printer does not answer."))
            return False
        try:
            steps = print_pages(transcript, device, painter, QApplication.font())
            is_done = self._bench.prompts.work(title, steps)
        finally:
            painter.end()
        if not is_done:
            self._bench.say(_("Stopped before it was finished."))
        return is_done

    def _transcript(self) -> PrintedTranscript | None:
        """Return what is on show, without what is hidden; says so if there is nothing."""
        annotations = self._bench.annotations
        s = annotations.snapshot
        if s is None:
            self._bench.say(_("Open a document first; it is printed with its marks."))
            return None
        hidden = annotations.view.scene.hidden
        marks = marks_of(s, s.all(Annotation), self._bench.language)
        return PrintedTranscript(
            s.document.title,
            " · ".join(part for part in (s.document.date, s.document.place) if part),
            s.text,
            headings_of(s),
            [mark for mark in marks if mark.kind not in hidden],
        )


def _file_name(title: str) -> str:
    """Return a title as the name of a file that every system takes."""
    kept = "".join(c if c.isprintable() and c not in '<>:"/\\|?*' else " " for c in title)
    return (" ".join(kept.split())[:80].rstrip(". ") or "transcript") + SUFFIX
