"""The document on show: read and shown in turns, so that the window stays at hand meanwhile."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.marks_of import headings_of
from annotator.gui.memory import hold
from annotator.gui.shown_marks import ShownMarks
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Annotation
from annotator.model.snapshot import Snapshot
from annotator.store.loading import STEP, Loading
from annotator.workspace.workspace import Workspace


class ShownDocument(QObject):
    """Has one document of a workspace on show in a view, with its marks."""

    said = Signal(str)
    read = Signal(object)
    """The snapshot, each time that all of it has been read."""
    loaded = Signal()
    """All of it has been read in turns, and its marks are shown."""

    def __init__(self, view: TranscriptView, workspace: Workspace, marks: ShownMarks) -> None:
        super().__init__(view)
        self._view = view
        self._workspace = workspace
        self._marks = marks
        self._loading: Loading | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._rest: Iterator[bool] = iter(())

    @property
    def snapshot(self) -> Snapshot | None:
        """The document; what is left of it is read first."""
        self.finish()
        return self._loading.finish() if self._loading else None

    @property
    def opened(self) -> Snapshot | None:
        """The document as far as it is read: text, speakers and turns are there."""
        return self._loading.snapshot if self._loading else None

    @property
    def whole(self) -> Snapshot | None:
        """The document once all of it is read and shown."""
        is_whole = self._loading is not None and self._loading.is_done and not self.is_loading
        return self.opened if is_whole else None

    @property
    def is_loading(self) -> bool:
        """Whether some of the document is still to be read or shown."""
        return self._turn.isActive()

    def show(self, document_id: DocumentId) -> None:
        """Show a document from its start; what is more than a screen comes in turns."""
        self._marks.stop()
        s = self._begin(document_id).snapshot
        self._view.show_text(s.text, headings_of(s), ())
        self._go_on()

    def reload(self) -> None:
        """Show the document as the project now has it, without leaving the place.

        As at first, what is more than a screen comes in turns; until then the marks stay.
        """
        before, was_loading = self.opened, self.is_loading
        if before is None:
            return
        self._marks.expect_again(before)
        s = self._begin(before.document.id).snapshot
        self._view.set_turns(headings_of(s))
        self._go_on()
        if was_loading and not self.is_loading:
            self.loaded.emit()

    def clear(self) -> None:
        """Show no document."""
        self.leave()
        self._loading = None
        self._view.show_text("", (), ())

    def leave(self) -> None:
        """Read no further."""
        self._turn.stop()
        self._marks.stop()
        self._rest = iter(())

    def finish(self) -> None:
        """Read and show all that is left."""
        for _has_more in self._rest:
            pass
        self._end_reading()

    def _begin(self, document_id: DocumentId) -> Loading:
        """Begin with a document, in place of the one before."""
        loading = self._workspace.begin(document_id)
        self._turn.stop()
        if self._loading:
            self._loading.told = lambda _new: None
        self._loading, self._rest = loading, self._pieces(loading)
        loading.told = self._show_read
        return loading

    def _pieces(self, loading: Loading) -> Iterator[bool]:
        """Show what is read already and read the rest, a piece at a time; yields if more comes."""
        known = loading.snapshot.all(Annotation)
        for at in range(0, len(known), STEP):
            self._show_read(known[at : at + STEP])
            yield at + STEP < len(known) or not loading.is_done
        while not loading.is_done:
            loading.step()
            yield not loading.is_done

    def _go_on(self) -> None:
        """Read and show some more; ``loaded`` tells when that was all."""
        try:
            has_more = next(self._rest, False)
        except UserError as error:
            self._turn.stop()
            self.said.emit(str(error))
            return
        hold()
        if has_more:
            self._turn.start()
            return
        self._end_reading()
        if self._turn.isActive():
            self._turn.stop()
            self.loaded.emit()

    def _end_reading(self) -> None:
        if s := self.opened:
            self._marks.drop_what_is_gone(s)
            self.read.emit(s)

    def _show_read(self, new: Sequence[Annotation]) -> None:
        """Show the marks of annotations that were read just now."""
        if s := self.opened:
            self._marks.show(s, new)
