"""The document on show: read and shown in turns, so that the window stays at hand meanwhile."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from annotator.gui.marks_of import headings_of
from annotator.gui.memory import hold
from annotator.gui.shown_marks import ShownMarks
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.records import Annotation, Document
from annotator.model.snapshot import Snapshot
from annotator.store.loading import STEP, Loading
from annotator.workspace.workspace import Workspace


class ShownDocument(QObject):
    """Has one document of a workspace on show in a view, with its marks."""

    said = Signal(str)
    begun = Signal()
    """The text is on show, in place of the one before."""
    turned = Signal()
    """All turns are there, and shown in the text, which was on show before."""
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
        self._is_open = False
        self._is_read = False
        self._news: list[SignalInstance] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._rest: Iterator[bool] = iter(())

    @property
    def snapshot(self) -> Snapshot | None:
        """The document; what is left of it is read first."""
        self.finish()
        return self._loading.finish() if self._loading else None

    @property
    def document(self) -> Document | None:
        """The document that is shown, or about to be."""
        return self._loading.document if self._loading else None

    @property
    def opened(self) -> Snapshot | None:
        """The document as far as it is read: text, speakers and first turns are there."""
        self.open()
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

    @property
    def is_opening(self) -> bool:
        """Whether the text that is on show is still that of the document before."""
        return self._loading is not None and not self._is_open

    def show(self, document_id: DocumentId) -> None:
        """Show a document from its start; what is more than a screen comes in turns.

        So does a very long text: until it is read the document before stays on show.
        """
        self._marks.stop()
        self._begin(document_id)
        self._is_open = False
        self._go_on()

    def open(self) -> None:
        """Have the text on show that is about to be."""
        while self.is_opening and next(self._rest, False):
            self._tell()
        self._tell()

    def reload(self) -> None:
        """Show the document as the project now has it, without leaving the place.

        As at first, what is more than a screen comes in turns; until then the marks stay.
        """
        before, was_loading = self.opened, self.is_loading
        if before is None:
            return
        self._marks.expect_again(before)
        self._begin(before.document.id)
        self._go_on()
        if was_loading and not self.is_loading:
            self.loaded.emit()

    def clear(self) -> None:
        """Show no document."""
        self.leave()
        self._loading, self._is_open, self._is_read = None, False, False
        self._view.show_text("", (), ())

    def leave(self) -> None:
        """Read no further."""
        self._turn.stop()
        self._marks.stop()
        self._rest = iter(())

    def finish(self) -> None:
        """Read and show all that is left."""
        if self._is_read:
            return
        for _has_more in self._rest:
            self._tell()
        self._tell()
        self._end_reading()

    def _begin(self, document_id: DocumentId) -> None:
        """Begin with a document, in place of the one before."""
        loading = self._workspace.begin(document_id)
        self._turn.stop()
        if self._loading:
            self._loading.told = lambda _new: None
        self._loading, self._rest = loading, self._pieces(loading)
        self._is_read = False
        loading.told = self._show_read

    def _pieces(self, loading: Loading) -> Iterator[bool]:
        """Show what is read already and read the rest, a piece at a time; yields if more comes."""
        while not loading.has_text:
            loading.step()
            yield True
        if not self._is_open:
            self._view.show_text(loading.snapshot.text, headings_of(loading.snapshot), ())
            self._is_open = True
            self._news.append(self.begun)
        elif loading.has_turns:
            self._view.set_turns(headings_of(loading.snapshot))
        known = loading.snapshot.all(Annotation)
        for at in range(0, len(known), STEP):
            self._show_read(known[at : at + STEP])
            yield at + STEP < len(known) or not loading.is_done
        while not loading.is_done:
            had_turns = loading.has_turns
            loading.step()
            if loading.has_turns and not had_turns:
                self._view.set_turns(headings_of(loading.snapshot))
                self._news.append(self.turned)
            yield not loading.is_done

    def _go_on(self) -> None:
        """Read and show some more; ``loaded`` tells when that was all."""
        try:
            has_more = next(self._rest, False)
            self._tell()
        except UserError as error:
            self._turn.stop()
            if self.is_opening:
                self.clear()
                self.begun.emit()
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

    def _tell(self) -> None:
        """Say what has come, now that others may ask for more."""
        while self._news:
            self._news.pop(0).emit()

    def _end_reading(self) -> None:
        if s := self.opened:
            self._is_read = True
            self._marks.drop_what_is_gone(s)
            self.read.emit(s)

    def _show_read(self, new: Sequence[Annotation]) -> None:
        """Show the marks of annotations that were read just now.

        What has come with them is told once the step is done that read them: who is told of a
        document asks whether it is whole, and hears no more of one that is read in one go.
        """
        if self.is_opening:
            self.open()
        if self._loading:
            self._marks.show(self._loading.snapshot, new)
