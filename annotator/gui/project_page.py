"""An open project: the panels around the transcript, and what happens between them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal

from annotator.gui.annotation_page import AnnotationPage
from annotator.gui.bench import Bench
from annotator.gui.codebook_desk import CodebookDesk
from annotator.gui.dialogs import Prompts
from annotator.gui.document_desk import DocumentDesk
from annotator.gui.inspector_desk import InspectorDesk
from annotator.gui.long_check import LongCheck
from annotator.gui.meanwhile import wants_mine
from annotator.gui.memory import let_go
from annotator.gui.page_desks import AT_THE_BOTTOM, PageDesks
from annotator.gui.polled_worker import PolledWorker
from annotator.gui.reading_desk import ReadingDesk
from annotator.gui.search_desk import SearchDesk
from annotator.gui.transcript_menu import transcript_menu
from annotator.gui.warm_up import do_gradually
from annotator.gui.watch import Watch
from annotator.model.edit import Edit, repeated_over
from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.ids import DocumentId
from annotator.model.message import _
from annotator.model.records import Speaker
from annotator.workspace.wishes import Wish
from annotator.workspace.workspace import Workspace

MANY = 800
"""An edit of more records is written beside the window."""
WIDE = 200
"""An edit of more annotations is made there, too."""


class ProjectPage(PageDesks):
    """Hands each panel to the desk that joins it with the workspace."""

    said = Signal(str)
    saved = Signal(str)
    changed = Signal()

    def open(self, workspace: Workspace, prompts: Prompts, remembered: Mapping[str, str]) -> None:
        """Join the panels with a project; what is missing of them is made first."""
        self.make_all()
        self.workspace = workspace
        self.prompts = prompts
        self._remembered = remembered
        self._layout.restore(remembered)
        self._worker = PolledWorker(self)
        self._join()
        self.bottom.show_panel(remembered.get("bottom", ""))
        self._rest = self._make_rest()
        self.view.painted.connect(
            lambda: do_gradually(self, self._rest), Qt.ConnectionType.SingleShotConnection
        )
        self.watch = Watch(self)
        self.long_check = LongCheck(self, workspace, prompts)
        self._stop_listening = workspace.listen(self._follow)

    def _join(self) -> None:
        """Make the desks that join the panels with the project."""
        self.annotations = AnnotationPage(self.view, self.workspace, self.apply)
        self.annotations.carry_out = self.carry_out
        self.annotations.marks.language = self.language
        self.annotations.said.connect(self.said)
        self.annotations.begun.connect(self._show_beside)
        self.annotations.turned.connect(self._show_turns)
        self.annotations.loaded.connect(self._show_whole)
        self.annotations.current_changed.connect(lambda _current: self._show_emptiness())
        self._bench = Bench(
            self.workspace,
            self.annotations,
            self.prompts,
            self.apply,
            self.carry_out,
            self.said.emit,
            self.show_document,
            self.inspect,
            self.language,
        )
        self.codebook_desk = CodebookDesk(self._bench, self.codebook)
        self.inspector_desk = InspectorDesk(self._bench, self.inspector)
        self.document_desk = DocumentDesk(self._bench, self.documents)
        self.search_desk = SearchDesk(self._bench, self.find_bar)
        self.reading_desk = ReadingDesk(self._bench, self.reading_pane)
        self.bottom.shown_changed.connect(self._follow_bottom)
        self.documents.import_requested.connect(lambda: self.transfer_desk.ask_for_files())  # noqa: PLW0108 - made late
        self.documents.correction_requested.connect(
            lambda document: self.transfer_desk.corrections.ask(document)  # noqa: PLW0108 - made late
        )
        self.view.context_menu_requested.connect(self._show_menu)

    def layout_state(self) -> dict[str, str]:
        """Return the sizes of the panels and what is to be asked again, as text by name."""
        transfers = self.transfer_desk.state() if self._has("transfer_desk") else {}
        return {**self._layout.state(), **transfers, "bottom": self.bottom.shown}

    @property
    def is_busy(self) -> bool:
        """Whether suggestions or checks for the document on show are still to come."""
        is_found = not self.suggestion_desk.is_busy and not self.check_desk.is_busy
        return self.annotations.is_loading or not is_found

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
        if self.annotations.shown.is_opening:
            self._wait_with_painting()
        self.view.setFocus()

    def _wait_with_painting(self) -> None:
        """Leave on the screen what was there until the text can be shown, or its error said."""
        self.setUpdatesEnabled(False)
        for news in (self.annotations.begun, self.annotations.said):
            news.connect(lambda *_said: self.setUpdatesEnabled(True))

    def leave(self) -> None:
        """Write down what is still being typed, and stop listening to the workspace."""
        self.watch.stop()
        self.long_check.stop()
        self._rest.close()
        self.annotations.leave()
        for name in filter(self._has, ("transfer_desk", "step_desk", "check_desk")):
            getattr(self, name).leave()
        if (typing := self.focusWidget()) is not None:
            typing.clearFocus()
        if self._has("table"):
            self.table.blockSignals(True)  # noqa: FBT003 - a filter just typed would ask a closed file
        self.inspector.commit()
        self._stop_listening()
        self._worker.stop()
        let_go()

    def show_document(self, document_id: str) -> None:
        """Show a document in the transcript view."""
        self.inspector.commit()
        try:
            self.annotations.show_document(DocumentId(document_id))
        except UserError as error:
            self.prompts.tell(_("The document cannot be shown"), str(error))

    def _show_beside(self) -> None:
        """Show beside the text what belongs to it."""
        self.document_desk.show_turns()
        self.search_desk.refresh()
        self._show_found()

    def _show_turns(self) -> None:
        """Show who speaks, now that all turns are there."""
        self.document_desk.show_turns()
        self.reading_desk.show()

    def _show_emptiness(self) -> None:
        """Say what to do in the middle while there is no document, and show no other's finds."""
        is_empty = self.annotations.document() is None
        if is_empty or self._has("empty"):
            self.empty.setVisible(is_empty)
        if is_empty:
            self.search_desk.refresh()
            self._show_found()

    def _show_whole(self) -> None:
        """Show what had to wait until all of the document was read."""
        self.document_desk.show_progress()
        self._show_found()

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
        self._show_around()
        self._show_found()
        if self._has("table_desk"):
            self.table_desk.refresh()
        self.changed.emit()

    def _show_around(self) -> None:
        """Show beside the text what the project has, not what was typed."""
        self.document_desk.show()
        self.inspector_desk.show()

    # --- changing the project ---

    def apply(self, edit: Edit) -> bool:
        """Write an edit; if it cannot be written, say why and return False.

        One of many records is still under way when this returns.
        """
        if self.watch.holds(edit):
            if self.workspace.read_only:
                self._show_around()
            return not self.workspace.read_only
        if len(edit.removed) + len(edit.added) > MANY and not self.workspace.unsaved:
            return self.step_desk.write(edit, partial(self._write, edit))
        return self._write(edit)

    def carry_out(self, wish: Wish) -> bool:
        """Make and write an edit, as ``apply`` does.

        Raises:
            UserError: it cannot be made.
        """
        if self.watch.refuses():
            return False
        if wish.size <= WIDE or self.workspace.unsaved:
            return self.apply(wish.edit(self.workspace))
        return self.step_desk.carry_out(wish, partial(self._do_here, wish))

    def _do_here(self, wish: Wish) -> None:
        try:
            self._write(wish.edit(self.workspace))
        except UserError as error:
            self.prompts.tell(_("The change was not made"), str(error))

    def settle(self) -> None:
        """See to it that everything is written, or kept, before the project is left."""
        if self._has("step_desk"):
            self.step_desk.settle()

    def _write(self, edit: Edit) -> bool:
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
        if again := self.repeated(edit, error):
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
        self.step_desk.undo()

    def redo(self) -> None:
        """Do the undone step again and show where it is."""
        self.step_desk.redo()

    def _follow(self, edit: Edit) -> None:
        """Bring every panel up to date with an edit that the file has taken."""
        self._worker.rest()
        self.annotations.follow(edit)
        self.codebook_desk.follow(edit)
        self.inspector_desk.follow(edit)
        self.document_desk.follow(edit)
        for desk in self._made():
            desk.follow(edit)
        self.reading_desk.follow(edit)
        self.tell_saved()
        self.changed.emit()

    def tell_saved(self) -> None:
        """Say that all is saved, if it is."""
        if not self.workspace.unsaved:
            now = datetime.now().astimezone().strftime("%H:%M:%S")
            self.saved.emit(_("saved {time}").format(time=now))

    # --- commands ---

    def inspect(self) -> None:
        """Put the focus on the fields of the current annotation."""
        if self._has_current():
            self.inspector.focus_first_field()

    def write_note(self) -> None:
        """Put the focus on the note of the current annotation."""
        if self._has_current():
            self.inspector.focus_note()

    def _has_current(self) -> bool:
        """Say what to do where no annotation is selected; says whether one is."""
        has_current = self.annotations.current is not None
        if not has_current:
            self.said.emit(_("No annotation is selected: Tab goes to the next one."))
        return has_current

    def toggle_bottom(self, name: str) -> None:
        """Show or fold away ``table``, ``suggestions`` or ``checks`` below the transcript."""
        self.bottom.toggle(name)

    def _follow_bottom(self, name: str) -> None:
        """Fill the table that is shown; go back to the text from one that is folded away."""
        if name:
            getattr(self, AT_THE_BOTTOM[name])
        else:
            self.view.setFocus()
        if name == "table":
            self.table_desk.refresh()

    def zoom(self, by: float | None) -> None:
        """Make the transcript's text larger or smaller; None makes it normal."""
        self.view.set_zoom(1.0 if by is None else self.view.zoom() * by)

    def _show_menu(self, at: QPoint) -> None:
        """Offer what can be done in the transcript."""
        transcript_menu(self).popup(at)
