"""All documents of the project held against each other: asked for, shown, ruled on."""

import re
from collections.abc import Container, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from annotator.checks.statement import Check, Told
from annotator.gui.bench import Bench
from annotator.gui.panels.check_panel import CheckPanel
from annotator.gui.panels.check_rows import CheckRow
from annotator.gui.polled_worker import PolledWorker
from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.model.kinds import Ruling
from annotator.model.message import _
from annotator.model.records import Annotation, Document, Figure, Finding, Record
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.checking import Places, places_of, rule
from annotator.workspace.checking_all import AllChecks, HowFar, check_all_beside
from annotator.workspace.worker import Job

Key = tuple[str, Places]
CUT_BEFORE = re.compile(r"^[^\s\u2e80-\U0003ffff]+[^\S\n]+")
CUT_BEHIND = re.compile(r"[^\S\n]+[^\s\u2e80-\U0003ffff]+$")
"""What may be a part of a word at an end, in a script that has spaces between words."""


class AllChecksDesk(QObject):
    """Has the documents compared in a process of its own, which a person may cancel.

    What the process learned of each document stays in a file as long as the project is open, so
    that it reads again only what changed.
    """

    def __init__(self, bench: Bench, panel: CheckPanel) -> None:
        super().__init__(panel)
        self._bench = bench
        self._panel = panel
        self._worker = PolledWorker(self)
        self._folder: TemporaryDirectory[str] | None = None
        self._changed: set[DocumentId] = set()
        self._job: Job | None = None
        self._result: AllChecks | None = None
        self._excerpts: dict[Key, Told] = {}
        self._known: dict[Key, Finding] = {}
        panel.chosen.connect(self._show_passages)
        panel.passage_requested.connect(self.go_to)
        panel.ruled.connect(self.rule)
        panel.progress.cancelled.connect(self.cancel)
        panel.progress.again_requested.connect(self.compute)

    @property
    def is_busy(self) -> bool:
        """Whether the documents are being compared."""
        return self._job is not None

    def show(self) -> None:
        """Show what was found; have it computed the first time."""
        if self._result is None:
            self.compute()
        else:
            self._show()
            self._say_changed()

    def leave(self) -> None:
        """Stop comparing: what is shown now is one document."""
        if self._job is not None:
            self.cancel()

    def stop(self) -> None:
        """Kill the process and forget what it learned."""
        self._job = None
        self._worker.stop()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def compute(self) -> None:
        """Have the documents compared that changed, and all of them with each other."""
        if self._job is not None:
            return
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="annotator-", ignore_cleanup_errors=True)
        self._panel.show_checks([], is_complete=False)
        self._panel.progress.begin()
        changed = frozenset(self._changed)
        self._job = self._worker.submit(
            check_all_beside,
            ProjectBeside.of(self._bench.workspace),
            Path(self._folder.name) / "accounts",
            changed,
            done=lambda result: self._take(result, changed),
            failed=lambda _failure: self._give_up(),
            heard=self._hear,
        )

    def cancel(self) -> None:
        """Compare no further; what was read of the documents is kept."""
        if self._job is not None:
            self._worker.cancel(self._job)
            self._job = None
        self._show()
        self._panel.progress.say(_("The comparison was cancelled."))

    def _hear(self, progress: HowFar) -> None:
        self._panel.progress.show_progress(progress)

    def _take(self, result: AllChecks, changed: frozenset[DocumentId]) -> None:
        self._job = None
        self._changed -= changed
        self._result = result
        self._excerpts = {key_of(told.check): told for told in result.found}
        self._known = {_key_of_finding(finding): finding for finding in result.findings}
        for edit in self._bench.workspace.unsaved:
            self._follow_rulings(edit)
        self._panel.progress.show_end(result)
        self._show()

    def _give_up(self) -> None:
        self._job = None
        self._result = None
        self._show(has_failed=True)
        self._panel.progress.say(_("The documents could not be compared; the log says why."))

    def follow(self, edit: Edit) -> None:
        """Note which documents changed; show rulings at once."""
        self._changed |= self._documents_of((*edit.removed, *edit.added))
        self._follow_rulings(edit)
        if self._panel.shows_all and self._job is None and self._result is not None:
            self._show()
            self._say_changed()

    def _documents_of(self, records: Sequence[Record]) -> set[DocumentId]:
        """Return the documents whose figures some records may change."""
        found = {record.id for record in records if isinstance(record, Document)}
        annotations = {r.id: r.document for r in records if isinstance(r, Annotation)}
        found.update(annotations.values())
        for record in records:
            if isinstance(record, Figure) and record.id not in annotations:
                owner = self._bench.workspace.store.get(Annotation, record.id)
                found |= {owner.document} if owner else set()
        return found

    def _follow_rulings(self, edit: Edit) -> None:
        for record in edit.removed:
            if isinstance(record, Finding):
                self._known.pop(_key_of_finding(record), None)
        for record in edit.added:
            if isinstance(record, Finding):
                self._known[_key_of_finding(record)] = record

    def _say_changed(self) -> None:
        if self._result is None:
            return
        self._panel.progress.show_end(self._result)
        if self._changed:
            self._panel.progress.say(_("Figures changed since the documents were compared."))

    # --- showing ---

    def _show(self, *, has_failed: bool = False) -> None:
        if not self._panel.shows_all:
            return
        found = self._result.found if self._result else ()
        titles = {d.id: d.title for d in self._bench.workspace.documents()}
        rows = [self._row(told.check, titles) for told in found if _is_there(told, titles)]
        self._panel.show_checks(rows, is_complete=True, has_failed=has_failed)

    def _row(self, check: Check, titles: dict[DocumentId, str]) -> CheckRow:
        documents = dict.fromkeys(passage.document for passage in check.passages)
        where = " · ".join(titles[document] for document in documents)
        return CheckRow(check, ruling_of(self._known.get(key_of(check))), where)

    def _show_passages(self, check: Check) -> None:
        told = self._excerpts.get(key_of(check))
        if not self._panel.shows_all or told is None:
            return
        titles = {d.id: f"{d.title}\n" for d in self._bench.workspace.documents()}
        if len({passage.document for passage in check.passages}) == 1:
            titles = {}
        self._panel.show_passages(
            [
                titles.get(passage.document, "") + _quoted(told, at)
                for at, passage in enumerate(check.passages)
            ]
        )
        self.go_to(check, 0)

    def go_to(self, check: Check, at: int) -> None:
        """Open the document of a passage and select it there."""
        if not self._panel.shows_all:
            return
        passage = check.passages[at]
        on_show = self._bench.annotations.document()
        if on_show is None or on_show.id != passage.document:
            self._bench.show_document(passage.document)
        self._bench.annotations.select(None)
        self._bench.annotations.view.set_selection(passage.start, passage.end)

    def rule(self, check: Check, ruling: Ruling) -> None:
        """Keep what a person says of a check."""
        if self._panel.shows_all:
            before = self._known.get(key_of(check))
            self._bench.apply(rule(before, check, ruling, self._bench.workspace.hand))


def key_of(check: Check) -> Key:
    """Return what tells a check from others."""
    return check.type.value, places_of(check.passages)


def _key_of_finding(finding: Finding) -> Key:
    return finding.type, places_of(finding.passages)


def ruling_of(finding: Finding | None) -> Ruling:
    """Return what a person said, if anybody did."""
    return finding.ruling if finding else Ruling.OPEN


def quoted(left: str, said: str, right: str) -> str:
    """Return a passage with what stands around it in its paragraph, without parts of words."""
    _above, newline, before = left.rpartition("\n")
    behind, end, _below = right.partition("\n")
    before = before if newline else f"…{CUT_BEFORE.sub('', left)}"
    behind = behind if end else f"{CUT_BEHIND.sub('', right)}…"
    return f"{before}【{said}】{behind}"


def _quoted(told: Told, at: int) -> str:
    excerpt = told.excerpts[at]
    text = excerpt.text
    return quoted(text[: excerpt.start], text[excerpt.start : excerpt.end], text[excerpt.end :])


def _is_there(told: Told, documents: Container[DocumentId]) -> bool:
    """Say whether all documents of a check are still in the project."""
    return all(passage.document in documents for passage in told.check.passages)
