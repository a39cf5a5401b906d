"""The marks of the document on show: what is seen at once, what is not a few hundred at a time."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QObject, QTimer

from annotator.gui.marks_of import marks_of
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.edit import Edit
from annotator.model.records import Annotation, Review, target_of
from annotator.model.snapshot import Snapshot

PIECE = 300
"""So many annotations are shown anew before the window does something else."""


class ShownMarks(QObject):
    """Keeps the view's marks as a snapshot has the annotations."""

    def __init__(self, view: TranscriptView) -> None:
        super().__init__(view)
        self.language = "en"
        self._view = view
        self._stale: set[str] = set()
        self._rest: Iterator[None] = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def is_done(self) -> bool:
        """Whether all marks are as the snapshot has them."""
        return not self._turn.isActive()

    def show(self, s: Snapshot, annotations: Sequence[Annotation]) -> None:
        """Show the marks of some annotations, in place of those that they had."""
        self._view.remove_marks([annotation.id for annotation in annotations])
        self._view.add_marks(marks_of(s, annotations, self.language))

    def follow(self, s: Snapshot, edit: Edit) -> None:
        """Show what became of the annotations in an edit."""
        touched = {
            target_of(r): None
            for r in (*edit.removed, *edit.added)
            if isinstance(r, Annotation | Review)
        }
        self._view.remove_marks(list(touched))
        self._view.add_marks(marks_of(s, _found(s, touched), self.language))

    def show_labels(self, s: Snapshot, labels: Collection[str]) -> None:
        """Show the annotations with these labels anew, the ones on the screen before the others."""
        seen = dict.fromkeys(mark.id for mark in self._view.seen_marks())
        self.show(s, [one for one in _found(s, seen) if one.label in labels])
        self._rest = chain(self._rest, self._pieces(s, labels))
        self._turn.start()

    def _pieces(self, s: Snapshot, labels: Collection[str]) -> Iterator[None]:
        ids = [annotation.id for annotation in s.all(Annotation) if annotation.label in labels]
        for at in range(0, len(ids), PIECE):
            yield
            self.show(s, list(_found(s, ids[at : at + PIECE])))

    def _go_on(self) -> None:
        if next(self._rest, self) is self:
            self._turn.stop()

    def stop(self) -> None:
        """Show no more: another document comes."""
        self._turn.stop()
        self._rest = iter(())
        self._stale = set()

    # --- reading a document anew ---

    def expect_again(self, s: Snapshot) -> None:
        """Keep the marks of a snapshot until the document has been read anew."""
        self.stop()
        self._stale = {annotation.id for annotation in s.all(Annotation)}

    def drop_what_is_gone(self, s: Snapshot) -> None:
        """Take away the marks of annotations that are not there any more."""
        gone = [id_ for id_ in self._stale if s.find(Annotation, id_) is None]
        self._stale = set()
        self._view.remove_marks(gone)


def _found(s: Snapshot, ids: Iterable[str]) -> Iterator[Annotation]:
    return (found for id_ in ids if (found := s.find(Annotation, id_)))
