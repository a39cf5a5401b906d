"""An open project: the panels around the transcript, and what happens between them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from annotator.gui.annotation_page import AnnotationPage
from annotator.gui.bench import Bench
from annotator.gui.check_desk import CheckDesk
from annotator.gui.codebook_desk import CodebookDesk
from annotator.gui.dialogs import Prompts
from annotator.gui.document_desk import DocumentDesk
from annotator.gui.import_bar import ImportBar
from annotator.gui.inspector_desk import InspectorDesk
from annotator.gui.long_check import LongCheck
from annotator.gui.meanwhile import wants_mine
from annotator.gui.panels.annotation_table import AnnotationTable
from annotator.gui.panels.bottom_area import BottomArea
from annotator.gui.panels.check_panel import CheckPanel
from annotator.gui.panels.codebook_panel import CodebookPanel
from annotator.gui.panels.document_panel import DocumentPanel
from annotator.gui.panels.find_bar import FindBar
from annotator.gui.panels.inspector import Inspector
from annotator.gui.panels.reading_pane import ReadingPane
from annotator.gui.panels.suggestion_panel import SuggestionPanel
from annotator.gui.polled_worker import PolledWorker
from annotator.gui.print_desk import PrintDesk
from annotator.gui.reading_desk import ReadingDesk
from annotator.gui.search_desk import SearchDesk
from annotator.gui.suggestion_desk import SuggestionDesk
from annotator.gui.table_desk import TableDesk
from annotator.gui.transfer_desk import TransferDesk
from annotator.gui.view.transcript_view import TranscriptView
from annotator.gui.watch import Watch
from annotator.model.edit import Edit, repeated_over
from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.ids import DocumentId
from annotator.model.message import _
from annotator.model.records import Speaker
from annotator.workspace.opening import verdict_scales
from annotator.workspace.workspace import Workspace


class ProjectPage(QWidget):
    """Builds the panels and hands each to the desk that joins it with the workspace."""

    said = Signal(str)
    saved = Signal(str)
    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        prompts: Prompts,
        remembered: Mapping[str, str],
        language: str = "en",
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.prompts = prompts
        self.language = language
        self.view = TranscriptView()
        self.find_bar = FindBar()
        self.import_bar = ImportBar()
        self.codebook = CodebookPanel()
        self.inspector = Inspector(verdict_scales(), language)
        self.documents = DocumentPanel()
        self.table = AnnotationTable()
        self.suggestions = SuggestionPanel()
        self.checks = CheckPanel()
        self.bottom = BottomArea(
            {"table": self.table, "suggestions": self.suggestions, "checks": self.checks},
            {
                "table": _("Annotations"),
                "suggestions": _("Suggestions"),
                "checks": _("Checks"),
            },
        )
        self.reading_pane = ReadingPane()
        self._remembered = remembered
        self._lay_out(remembered)
        self._worker = PolledWorker(self)
        self._join()
        self.watch = Watch(self)
        self.long_check = LongCheck(self, workspace, prompts)
        self._stop_listening = workspace.listen(self._follow)

    def _join(self) -> None:
        """Make the desks that join the panels with the project."""
        self.annotations = AnnotationPage(self.view, self.workspace, self.apply)
        self.annotations.language = self.language
        self.annotations.said.connect(self.said)
        bench = Bench(
            self.workspace,
            self.annotations,
            self.prompts,
            self.apply,
            self.said.emit,
            self.show_document,
            self.inspect,
            self.language,
        )
        self.codebook_desk = CodebookDesk(bench, self.codebook)
        self.inspector_desk = InspectorDesk(bench, self.inspector)
        self.document_desk = DocumentDesk(bench, self.documents)
        self.table_desk = TableDesk(bench, self.table, self._worker)
        self.search_desk = SearchDesk(bench, self.find_bar)
        self.reading_desk = ReadingDesk(bench, self.reading_pane)
        self.print_desk = PrintDesk(bench)
        self.transfer_desk = TransferDesk(bench, self.import_bar, self._remembered)
        self.suggestion_desk = SuggestionDesk(bench, self.suggestions, self._worker)
        self.suggestion_desk.counted.connect(
            lambda count: self.bottom.set_count("suggestions", str(count or ""))
        )
        self.suggestion_desk.reviewed.connect(self.document_desk.show_review)
        self.check_desk = CheckDesk(bench, self.checks, self._worker)
        self.check_desk.counted.connect(
            lambda count: self.bottom.set_count("checks", str(count or ""))
        )
        self.bottom.currentChanged.connect(lambda _index: self.table_desk.refresh())
        self.documents.import_requested.connect(self.ask_for_files)
        self.documents.correction_requested.connect(self.transfer_desk.corrections.ask)
        self.view.context_menu_requested.connect(self._show_menu)

    def _lay_out(self, remembered: Mapping[str, str]) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.import_bar)
        column.addWidget(self.find_bar)
        self._middle = _splitter(Qt.Orientation.Vertical, self.view, self.reading_pane)
        column.addWidget(self._middle, 1)
        self._right = _splitter(Qt.Orientation.Vertical, self.codebook, self.inspector)
        self._across = _splitter(Qt.Orientation.Horizontal, self.documents, middle, self._right)
        self._down = _splitter(Qt.Orientation.Vertical, self._across, self.bottom)
        for splitter, sizes in (
            (self._across, [240, 720, 340]),
            (self._right, [360, 460]),
            (self._down, [640, 220]),
            (self._middle, [640, 160]),
        ):
            splitter.setSizes(sizes)
        self._across.setStretchFactor(1, 1)
        self._down.setStretchFactor(0, 1)
        self._middle.setStretchFactor(0, 1)
        self.view.set_zoom(_number(remembered.get("zoom", "")))
        for name, splitter in self._splitters().items():
            state = remembered.get(name, "").encode("ascii", "ignore")
            splitter.restoreState(QByteArray.fromBase64(state))
        self.find_bar.hide()
        self.bottom.show_panel(remembered.get("bottom", ""))
        self.reading_pane.setVisible(remembered.get("reading") == "shown")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._down)

    def _splitters(self) -> dict[str, QSplitter]:
        return {
            "across": self._across,
            "right": self._right,
            "down": self._down,
            "middle": self._middle,
        }

    def layout_state(self) -> dict[str, str]:
        """Return the sizes of the panels, as text by name."""
        state = {
            name: bytes(splitter.saveState().toBase64().data()).decode()
            for name, splitter in self._splitters().items()
        }
        return (
            state
            | self.transfer_desk.exports.state()
            | {
                "bottom": self.bottom.shown,
                "reading": "" if self.reading_pane.isHidden() else "shown",
                "zoom": str(round(self.view.zoom(), 3)),
            }
        )

    @property
    def is_busy(self) -> bool:
        """Whether suggestions or checks for the document on show are still to come."""
        return self.suggestion_desk.is_busy or self.check_desk.is_busy

    # --- coming and going ---

    def enter(self) -> None:
        """Show the first document and give the transcript the focus."""
        documents = self.workspace.documents()
        self.codebook_desk.show()
        self.document_desk.show()
        if documents:
            self.show_document(documents[0].id)
        else:
            self.annotations.clear()
            self.said.emit(_("Import a transcript with Ctrl+I, or drop files here."))
        self.view.setFocus()

    def leave(self) -> None:
        """Write down what is still being typed, and stop listening to the workspace."""
        self.watch.stop()
        self.long_check.stop()
        self.transfer_desk.leave()
        if (typing := self.focusWidget()) is not None:
            typing.clearFocus()
        self.table.blockSignals(True)  # noqa: FBT003 - a filter just typed would ask a closed file
        self.inspector.commit()
        self._stop_listening()
        self._worker.stop()

    def show_document(self, document_id: str) -> None:
        """Show a document in the transcript view."""
        self.inspector.commit()
        try:
            self.annotations.show_document(DocumentId(document_id))
        except UserError as error:
            self.prompts.tell(_("The document cannot be shown"), str(error))
            return
        self.document_desk.show_turns()
        self.search_desk.refresh()
        self.suggestion_desk.show_document()
        self.check_desk.show_document()

    def reload(self) -> None:
        """Show everything as the project now has it, without leaving the place."""
        documents = [document.id for document in self.workspace.documents()]
        shown = self.annotations.document()
        if shown and shown.id in documents:
            self.annotations.reload()
        elif documents:
            self.show_document(documents[0])
        else:
            self.annotations.clear()
        self.codebook_desk.show()
        self.document_desk.show()
        self.inspector_desk.show()
        self.table_desk.refresh()
        self.changed.emit()

    # --- changing the project ---

    def apply(self, edit: Edit) -> bool:
        """Write an edit; if it cannot be written, say why and return False."""
        if self.watch.holds(edit):
            return True
        try:
            self.workspace.apply(edit)
        except NotSavedError as error:
            self.changed.emit()
            self.said.emit(str(error))
            return True
        except ChangedMeanwhileError as error:
            self.watch.look()
            return self._repeat(edit, error)
        except UserError as error:
            self.workspace.refresh()
            self.reload()
            self.prompts.tell(_("The change was not made"), str(error))
            return False
        return True

    def _repeat(self, edit: Edit, error: ChangedMeanwhileError) -> bool:
        again = self.repeated(edit, error)
        if again:
            return self.apply(again)
        self.reload()
        return False

    def repeated(self, edit: Edit, error: ChangedMeanwhileError) -> Edit | None:
        """Show both values and let choose; returns the edit over the others' values, or None."""
        s = self.annotations.snapshot
        names: dict[str, str] = {x.id: x.name(self.language) for x in self.workspace.labels()}
        names |= {speaker.id: speaker.name for speaker in s.all(Speaker)} if s else {}
        if wants_mine(self.prompts, error, names):
            return repeated_over(edit, error.differences)
        return None

    def undo(self) -> None:
        """Take back the last step and show where it was."""
        self.inspector.commit()
        self._replay(self.workspace.undo)

    def redo(self) -> None:
        """Do the undone step again and show where it is."""
        self._replay(self.workspace.redo)

    def _replay(self, replay: Callable[[], list[Edit]]) -> None:
        try:
            edits = replay()
        except UserError as error:
            self.said.emit(str(error))
            return
        records = [record for edit in edits for record in (*edit.removed, *edit.added)]
        self.annotations.reveal(records)
        self.said.emit(str(edits[-1].label))

    def _follow(self, edit: Edit) -> None:
        """Bring every panel up to date with an edit that the file has taken."""
        self.annotations.follow(edit)
        self.codebook_desk.follow(edit)
        self.inspector_desk.follow(edit)
        self.document_desk.follow(edit)
        self.table_desk.follow(edit)
        self.suggestion_desk.follow(edit)
        self.check_desk.follow(edit)
        self.reading_desk.follow(edit)
        if not self.workspace.unsaved:
            now = datetime.now().astimezone().strftime("%H:%M:%S")
            self.saved.emit(_("saved {time}").format(time=now))
        self.changed.emit()

    # --- commands ---

    def ask_for_files(self) -> None:
        """Ask for transcripts and import them."""
        self.transfer_desk.ask_for_files()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files that were dropped."""
        self.transfer_desk.import_paths(paths)

    def ask_to_export(self) -> None:
        """Ask for a file and a format and export."""
        self.transfer_desk.exports.ask()

    def open_find(self) -> None:
        """Open the find bar."""
        self.search_desk.open()

    def find_next(self, by: int) -> None:
        """Go to the next or previous place that was found."""
        self.search_desk.step(by)

    def to_transcript(self) -> None:
        """Put the focus on the text; what was being searched is put away."""
        self.search_desk.close()

    def inspect(self) -> None:
        """Put the focus on the fields of the current annotation."""
        self.inspector.focus_first_field()

    def write_note(self) -> None:
        """Put the focus on the note of the current annotation."""
        self.inspector.focus_note()

    def go_turn(self, by: int) -> None:
        """Go to the next or previous turn."""
        self.document_desk.go_turn(by)

    def focus_turns(self) -> None:
        """Put the focus on the list of turns."""
        self.documents.focus_turns()

    def toggle_bottom(self, name: str) -> None:
        """Show or fold away ``table``, ``suggestions`` or ``checks`` below the transcript."""
        if self.bottom.toggle(name):
            self.table_desk.refresh()
        else:
            self.view.setFocus()

    def zoom(self, by: float | None) -> None:
        """Make the transcript's text larger or smaller; None makes it normal."""
        self.view.set_zoom(1.0 if by is None else self.view.zoom() * by)

    def _show_menu(self, at: QPoint) -> None:
        """Offer what can be done in the transcript."""
        menu = QMenu(self)
        menu.addActions(self.view.actions())
        menu.popup(at)


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


def _number(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 1.0
