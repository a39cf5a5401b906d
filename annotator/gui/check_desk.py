"""Joins the checks with the project: computed beside the window, ruled on by a person."""

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.checks.statement import Check, Verdict
from annotator.gui.all_checks_desk import AllChecksDesk, key_of, quoted, ruling_of
from annotator.gui.bench import Bench
from annotator.gui.panels.check_panel import CheckPanel
from annotator.gui.panels.check_rows import CheckRow
from annotator.gui.polled_worker import PolledWorker
from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.model.kinds import Ruling
from annotator.model.records import Annotation, Figure, Finding
from annotator.model.snapshot import Snapshot
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.checking import check_beside, rule, rulings
from annotator.workspace.worker import Job

PAUSE = 400
"""Milliseconds without a change before figures are held against each other again."""
BEFORE, BEHIND = 30, 60
"""So many code points are shown around a passage; a narrow column still begins with it in sight."""


class CheckDesk(QObject):
    """Has the document on show checked when its figures change; keeps rulings as findings."""

    counted = Signal(int)

    def __init__(self, bench: Bench, panel: CheckPanel, worker: PolledWorker) -> None:
        super().__init__(panel)
        self._bench = bench
        self._panel = panel
        self._worker = worker
        self._document: DocumentId | None = None
        self._found: list[Check] = []
        """The checks of that document."""
        self._job: Job | None = None
        self._is_outdated = False
        """Whether figures changed while they were being held against each other."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._compute)
        self._all = AllChecksDesk(bench, panel)
        panel.scope_changed.connect(self._change_scope)
        panel.chosen.connect(self._show_passages)
        panel.passage_requested.connect(self.go_to)
        panel.ruled.connect(self.rule)

    @property
    def is_busy(self) -> bool:
        """Whether figures are still being held against each other."""
        return self._pause.isActive() or self._job is not None

    @property
    def _snapshot(self) -> Snapshot | None:
        return self._bench.annotations.whole

    def show_document(self) -> None:
        """Have a document's checks computed and forget another's; its own stay until then."""
        document = self._bench.annotations.document()
        if document is None or document.id != self._document:
            self._cancel()
            self._found = []
            self._document = document.id if document else None
            self._show_rows([], is_complete=document is None)
            self.counted.emit(0)
        if self._snapshot is not None:
            self._pause.start()

    def _change_scope(self) -> None:
        if self._panel.shows_all:
            self._all.show()
        else:
            self._all.leave()
            self._show(is_complete=not self.is_busy)

    def leave(self) -> None:
        """Compare no further: the project is left."""
        self._all.stop()

    def follow(self, edit: Edit) -> None:
        """Check again after figures changed; show rulings at once."""
        self._all.follow(edit)
        s = self._snapshot
        if s is not None and _may_change_figures(s, edit):
            self._pause.start()
        elif any(isinstance(record, Finding) for record in (*edit.removed, *edit.added)):
            self._show(is_complete=not self.is_busy)

    def _cancel(self) -> None:
        self._pause.stop()
        self._is_outdated = False
        if self._job is not None:
            self._worker.cancel(self._job)
            self._job = None

    def _compute(self) -> None:
        """Have the figures held against each other; what is at it already ends first.

        Killing that with each edit would show nothing to who edits faster than it computes. The
        suggestions come first: they are what a person works with, and the checks of a very long
        transcript take minutes.
        """
        s = self._snapshot
        if s is None:
            return
        if self._job is None and self._worker.is_busy:
            self._pause.start()
            return
        if self._job is not None and not self._worker.withdraw(self._job):
            self._is_outdated = True
            return
        document = s.document.id
        self._job = self._worker.submit(
            check_beside,
            ProjectBeside.of(self._bench.workspace),
            document,
            done=lambda found: self._take(document, found),
            failed=lambda _failure: self._give_up(document),
        )

    def _take(self, document: DocumentId, found: list[Check]) -> None:
        self._go_on()
        if self._snapshot is not None and self._snapshot.document.id == document:
            self._found = found
            self._show(is_complete=not self.is_busy)

    def _go_on(self) -> None:
        """Begin again what came to an end, if figures changed meanwhile."""
        self._job = None
        if self._is_outdated:
            self._is_outdated = False
            self._compute()

    def _give_up(self, document: DocumentId) -> None:
        """Show no checks rather than those of an earlier state."""
        self._go_on()
        if self.is_busy:
            return
        if self._snapshot is not None and self._snapshot.document.id == document:
            self._found = []
            self._show_rows([], is_complete=True, has_failed=True)
            self.counted.emit(0)

    def _show(self, *, is_complete: bool) -> None:
        s = self._snapshot
        if s is None:
            return
        known = rulings(s.all(Finding))
        rows = [CheckRow(check, ruling_of(known.get(key_of(check)))) for check in self._found]
        self._show_rows(rows, is_complete=is_complete)
        conflicts = [
            row
            for row in rows
            if row.check.verdict is Verdict.CONFLICT and row.ruling is Ruling.OPEN
        ]
        self.counted.emit(len(conflicts))

    def _show_rows(
        self, rows: list[CheckRow], *, is_complete: bool, has_failed: bool = False
    ) -> None:
        if not self._panel.shows_all:
            self._panel.show_checks(rows, is_complete=is_complete, has_failed=has_failed)

    def _show_passages(self, check: Check) -> None:
        if self._panel.shows_all:
            return
        self._panel.show_passages([self._around(p.start, p.end) for p in check.passages])
        self.go_to(check, 0)

    def _around(self, start: int, end: int) -> str:
        text = self._snapshot.text if self._snapshot else ""
        left, right = text[max(0, start - BEFORE) : start], text[end : end + BEHIND]
        return quoted(left, text[start:end], right)

    def go_to(self, check: Check, at: int) -> None:
        """Select a passage of a check in the transcript."""
        if self._panel.shows_all:
            return
        passage = check.passages[at]
        self._bench.annotations.select(None)
        self._bench.annotations.view.set_selection(passage.start, passage.end)

    def rule(self, check: Check, ruling: Ruling) -> None:
        """Keep what a person says of a check."""
        s = self._snapshot
        if s is not None and not self._panel.shows_all:
            before = rulings(s.all(Finding)).get(key_of(check))
            self._bench.apply(rule(before, check, ruling, self._bench.workspace.hand))


def _may_change_figures(s: Snapshot, edit: Edit) -> bool:
    """Say whether an edit may change which figures a document has, and where."""
    records = (*edit.removed, *edit.added)
    figures = {record.id for record in records if isinstance(record, Figure)}
    marks = [
        record.id
        for record in records
        if isinstance(record, Annotation) and record.document == s.document.id
    ]
    return (
        not figures.isdisjoint(marks)
        or any(s.find(Annotation, each) is not None for each in figures)
        or any(s.find(Figure, each) is not None for each in marks)
    )
