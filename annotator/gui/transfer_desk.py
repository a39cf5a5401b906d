"""Importing in the window: a look before, progress, cancel, and what went wrong."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from annotator.formats.registry import FORMATS
from annotator.gui.bench import Bench
from annotator.gui.beside_writer import BesideWriter
from annotator.gui.correction_desk import CorrectionDesk
from annotator.gui.export_desk import ExportDesk
from annotator.gui.export_dialog import unit_names
from annotator.gui.import_bar import ImportBar
from annotator.gui.import_dialog import ImportDialog
from annotator.gui.import_report import (
    LISTED,
    failures_of,
    import_sentence,
    lines_of,
    problems_of,
)
from annotator.gui.places_dialog import PlacesDialog
from annotator.gui.polled_worker import PolledWorker
from annotator.model.message import Message, _
from annotator.model.records import Document
from annotator.workspace.beside import ProjectBeside, Told
from annotator.workspace.folders import folder_of_files
from annotator.workspace.importing import ImportReport, ReadAs
from annotator.workspace.importing_beside import (
    Begun,
    Looked,
    Order,
    WhichUnit,
    import_beside,
    look_beside,
    paste_beside,
)
from annotator.workspace.previewing import Preview
from annotator.workspace.worker import Failure, Job

REMEMBERED = "import"
TEXTS = (
    "*.txt *.md *.markdown *.text *.html *.htm *.mhtml *.docx *.pdf *.srt *.vtt *.json *.tsv *.zip"
)
LOST = Message("It could not be read because of an error in the program; the log says more.")


class TransferDesk(QObject):
    """Has files looked at and imported beside the window, and shows what comes of it."""

    finished = Signal(object)

    def __init__(self, bench: Bench, bar: ImportBar, remembered: Mapping[str, str]) -> None:
        super().__init__(bar)
        self._bench = bench
        self._bar = bar
        self._worker = PolledWorker(self)
        self._folder = remembered.get(REMEMBERED, "")
        self._writer = BesideWriter(bench.workspace)
        self.exports = ExportDesk(bench, bar, remembered)
        self.corrections = CorrectionDesk(bench, bar, self._worker, self._open_files)
        self._job: Job | None = None
        self._order: Order | None = None
        self._report = ImportReport()
        self._heard = 0
        self._at: Path | None = None
        self._finished: set[Path] = set()
        self._dialog: ImportDialog | None = None
        self._look_job: Job | None = None
        self._looked_at: set[Path] = set()
        self._looking_at: Path | None = None
        bar.cancelled.connect(self._cancel)

    def leave(self) -> None:
        """Stop what is under way and close the dialogs."""
        self._job = None
        self._bar.end()
        if self._dialog is not None:
            self._dialog.reject()
        self._worker.stop()
        self.exports.leave()
        self.corrections.leave()

    def state(self) -> dict[str, str]:
        """Return what is to be remembered of imports and exports, as text by name."""
        return {**self.exports.state(), REMEMBERED: self._folder}

    @property
    def _project(self) -> ProjectBeside:
        return ProjectBeside.of(self._bench.workspace)

    # --- looking ---

    def ask_for_files(self) -> None:
        """Ask for transcripts or exports and show what they hold."""
        patterns = " ".join(f"*{e}" for f in FORMATS if f.reads for e in f.extensions)
        pattern = _("Transcripts and exports ({patterns})").format(patterns=f"{TEXTS} {patterns}")
        everything = _("All files ({patterns})").format(patterns="*")
        paths = self._open_files(_("Import"), f"{pattern};;{everything}")
        if paths and self._dialog is None:
            self._show_dialog(list(dict.fromkeys(paths)))

    def _open_files(self, title: str, pattern: str) -> list[Path]:
        """Ask for files where the last ones were."""
        is_there = bool(self._folder) and Path(self._folder).is_dir()
        beside = folder_of_files(self._bench.workspace.path)
        folder = Path(self._folder) if is_there else beside
        paths = self._bench.prompts.open_files(title, folder, pattern)
        if paths:
            self._folder = str(paths[0].parent)
        return paths

    def _show_dialog(self, paths: Sequence[Path]) -> None:
        dialog = ImportDialog(paths, self._bar)
        dialog.read_as_changed.connect(self._look_again)
        dialog.import_requested.connect(lambda: self.import_paths(dialog.paths, dialog.own))
        dialog.finished.connect(lambda _result: self._forget())
        self._dialog = dialog
        self._looked_at = set()
        self._look_at(paths)
        self._bench.prompts.show(dialog)

    def _look_again(self, paths: Sequence[Path]) -> None:
        """Look at files of which something else was said, and at those still to be looked at."""
        if self._dialog is None:
            return
        said = set(paths)
        again = [p for p in self._dialog.paths if p in said or p not in self._looked_at]
        self._looked_at.difference_update(again)
        self._dialog.forget(again)
        self._look_at(again)

    def _look_at(self, paths: Sequence[Path]) -> None:
        self._stop_looking()
        if self._dialog is not None:
            own = {path: self._dialog.own[path] for path in paths if path in self._dialog.own}
            self._look_job = self._worker.submit(
                look_beside,
                self._project,
                tuple(paths),
                own,
                heard=self._look,
                done=lambda _nothing: self._look_done(),
                failed=self._look_lost,
            )

    def _look(self, looked: Looked) -> None:
        """Show one document, or begin with a file."""
        path, preview = looked
        if self._dialog is None:
            return
        if preview is not None:
            self._dialog.add(path, preview)
            return
        self._note_looked()
        if path in self._looked_at or path == self._looking_at:
            self._dialog.forget([path])  # the process died meanwhile and begins anew
        self._looking_at = path

    def _note_looked(self) -> None:
        if self._looking_at is not None and self._dialog is not None:
            self._looked_at.add(self._looking_at)
            self._dialog.show_progress(len(self._looked_at))

    def _look_done(self) -> None:
        self._look_job = None
        self._note_looked()
        self._looking_at = None

    def _look_lost(self, failure: Failure) -> None:
        """Say what is wrong with the file that was looked at last, and go on with the others."""
        self._look_job = None
        path, dialog = self._looking_at, self._dialog
        if dialog is None or path is None:
            self._bench.say(str(failure.message or LOST))
            return
        dialog.forget([path])
        dialog.add(path, Preview(path, path.name, problem=failure.message or LOST))
        self._look_done()
        self._look_at([p for p in dialog.paths if p not in self._looked_at])

    def _stop_looking(self) -> None:
        if self._look_job is not None:
            self._worker.cancel(self._look_job)
        self._look_job = self._looking_at = None

    def _forget(self) -> None:
        self._dialog = None
        self._stop_looking()

    # --- importing ---

    def import_paths(self, paths: Sequence[Path], own: Mapping[Path, ReadAs] | None = None) -> None:
        """Import files at once; each is saved when it is done."""
        if not paths or self._job is not None:
            return
        group = self._begin()
        self._import(Order(self._project, tuple(paths), own or {}, group=group))

    def paste(self) -> None:
        """Import the transcript on the clipboard."""
        if self._job is not None:
            return
        held = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        content = held or QMimeData()
        html = content.html() if content.hasHtml() else ""
        self._job = self._worker.submit(
            paste_beside,
            self._project,
            content.text(),
            html,
            self._begin(),
            heard=self._hear,
            done=self._finish,
            failed=lambda failure: self._stop(_("Nothing was pasted"), failure),
        )

    def _begin(self) -> str:
        """Begin an import; returns the group that all of it is to be written in."""
        self._report, self._heard, self._at = ImportReport(), 0, None
        self._finished = set()
        self._bar.begin(_("Looking at the files…"))
        return self._writer.begin()

    def _import(self, order: Order) -> None:
        self._order = order
        self._job = self._worker.submit(
            import_beside, order, heard=self._hear, done=self._finish, failed=self._lost
        )

    def _hear(self, said: Begun | WhichUnit | Told) -> object:
        match said:
            case Begun():
                self._follow(said)
                return None
            case WhichUnit():
                return self._ask_unit(said)
            case _:
                self._take(said)
                return None

    def _follow(self, begun: Begun) -> None:
        if begun.done > self._heard:
            self._add(begun.news)
            self._heard = begun.done
            if self._at is not None:
                self._finished.add(self._at)
        self._at = begun.place
        self._bar.show_progress(begun.done, begun.total, begun.place.name)

    def _take(self, said: Told) -> None:
        if taken := self._writer.hear(said):
            edit, count = taken
            added, report = edit.added, self._report
            report.added += [one for one in added if isinstance(one, Document)]
            if not added:
                report.added = [one for one in report.added if one not in edit.removed]
            report.records += count

    def _ask_unit(self, which: WhichUnit) -> str | None:
        """Ask what offsets count that no quote explains."""
        title = _("What do the positions in {name} count?").format(name=which.path.name)
        names = dict(unit_names())
        choices = [(u.value, f"{names[u]}: {words}") for u, words in which.readings.items()]
        return self._bench.prompts.choose(title, choices)

    def _add(self, news: ImportReport) -> None:
        self._report.known += news.known
        self._report.failed += news.failed
        self._report.problems += news.problems

    def _lost(self, failure: Failure) -> None:
        """Go on behind a file that ended the process; stop at what the user has to mend."""
        place, order = self._at, self._order
        if failure.message is not None or place is None or order is None:
            self._stop(_("The import stopped"), failure)
            return
        self._report.failed.append((place, LOST))
        passed = frozenset({*order.passed, *self._finished, place})
        self._heard, self._at = 0, None
        self._import(Order(order.project, order.paths, order.own, passed, order.group))

    def _stop(self, title: str, failure: Failure) -> None:
        self._finish(ImportReport())
        self._bench.prompts.tell(title, str(failure.message or LOST))

    def _cancel(self) -> None:
        self.corrections.cancel()
        if self._job is not None:
            self._worker.cancel(self._job)
            self._finish(ImportReport())

    def _finish(self, news: ImportReport) -> None:
        self._job = self._order = None
        self._writer.end()
        self._add(news)
        self._bar.end()
        self._show(self._report)
        self.finished.emit(self._report)

    def _show(self, report: ImportReport) -> None:
        """Show what came in and say what did not."""
        if report.added:
            self._bench.show_document(report.added[0].id)
            self._bench.annotations.view.setFocus()
        self._bench.say(import_sentence(report))
        self._tell(_("Some files were not imported"), failures_of(report))
        self._tell(_("Some things were left out"), problems_of(report))

    def _tell(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        """Say what is wrong with files, if there are any: all of it, however many they are."""
        prompts = self._bench.prompts
        if len(rows) > LISTED:
            text = _("Files: {count:,}").format(count=len({name for name, _said in rows}))
            prompts.show(PlacesDialog(title, text, (_("File"), _("What")), rows, self._bar))
        elif rows:
            prompts.tell(title, lines_of(rows))
