"""An open project: documents, snapshots, edits, undo, and who wants to hear of changes."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from annotator.model.edit import Edit
from annotator.model.edits import Hand
from annotator.model.errors import NotSavedError, OverwrittenError, UserError
from annotator.model.history import Transaction
from annotator.model.ids import DocumentId, LabelId
from annotator.model.snapshot import Snapshot
from annotator.store.loading import Loading
from annotator.store.project_file import Store
from annotator.store.session import Session
from annotator.store.spill import Waiting, write_spill
from annotator.store.vouch import Marks
from annotator.workspace import saving
from annotator.workspace.kept_documents import KeptDocuments
from annotator.workspace.known_parts import KnownParts
from annotator.workspace.label_uses import LabelUses
from annotator.workspace.shown_parts import Coming

if TYPE_CHECKING:
    from annotator.workspace.shadows import Shadows

Listener = Callable[[Edit], None]


class Workspace(KnownParts):
    """One project file with what a front end needs of it in memory.

    Holds all documents' titles and the codebook, and the texts of the last few documents only.
    Every applied edit is in the file before ``apply`` returns, or listed in ``unsaved``.
    """

    def __init__(self, store: Store, session: Session) -> None:
        self.store, self.session = store, session
        self.hand = Hand(session.author.id, session.new_id)
        self._waiting: list[Waiting] = []
        self.is_cut_off = False
        self.shadows: Shadows | None = None
        self._listeners: list[Listener] = []
        self._kept = KeptDocuments()
        self._uses = LabelUses()
        self._coming = Coming()
        with ExitStack() as failing:
            failing.callback(store.close)
            self.refresh()
            failing.pop_all()

    @classmethod
    def open(cls, path: Path, session: Session, *, read_only: bool = False) -> Self:
        """Open a project file.

        Raises:
            UserError: it is missing, damaged, newer than this program, or not a project.
        """
        return cls(Store.open(path, session, read_only=read_only), session)

    @classmethod
    def create(cls, path: Path, session: Session, *, title: str, setup: Edit) -> Self:
        """Make a new project file with the records of ``setup``: a codebook, settings.

        Raises:
            UserError: there is a file already, or the folder cannot be written.
        """
        return cls(Store.create(path, session, title=title, edit=setup), session)

    def close(self, *, waits: bool = True) -> None:
        """Close the file; nothing is lost by not calling this.

        The last recovery copy is made beside, whether somebody waits for it or not.
        """
        shadows, self.shadows = self.shadows, None
        if shadows:
            write_spill(shadows.spill, ())
            shadows.close(waits=waits)
        self.store.close()

    def __enter__(self) -> Self:
        """Return the workspace itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Close the file."""
        self.close()

    # --- what is there ---

    @property
    def unsaved(self) -> list[Edit]:
        """The edits that are not in the file, in their order."""
        return [waiting.edit for waiting in self._waiting]

    def load(self, document_id: DocumentId) -> Snapshot:
        """Return a document with everything on it, read from the file or kept from before.

        Raises:
            UserError: the project does not have the document.
        """
        return self._kept.get(document_id, lambda: self._begin(document_id)).finish()

    def begin(self, document_id: DocumentId) -> Loading:
        """Return a document of which speakers and first turns are there; the rest comes in steps.

        All of it is read before the project changes, and it follows each change until another
        one is begun. The session's author is in it, whose own record the file gets with their
        first edit.

        Raises:
            UserError: the project does not have the document.
        """
        loading = self._kept.get(document_id, lambda: self._begin(document_id))
        self._kept.show(document_id)
        return loading

    def _begin(self, document_id: DocumentId) -> Loading:
        loading = self.store.begin(document_id, self.session.author)
        for edit in self.unsaved:
            loading.finish().apply(edit)
        return loading

    def label_uses(self) -> Counter[LabelId]:
        """Return how many annotations carry each label; counted once, then kept up to date."""
        return self._uses.get(self.store.label_uses, self.unsaved)

    def count_again(self) -> None:
        """Have the labels' uses counted anew: some of what is to be followed was followed."""
        self._uses.forget()

    # --- changing it ---

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every edit from now on; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit, *, group: str | None = None, texts_are_new: bool = False) -> None:
        """Write an edit and tell the listeners; an edit without changes does nothing.

        If the disk does not take it, the edit stays in memory, listed in ``unsaved``, and the
        ones after it queue up behind. With ``texts_are_new`` no text is added that the file has.

        Raises:
            KnownTextError: a text that shall be new is there.
            ChangedMeanwhileError: somebody else changed a record that the edit changes.
            NotSavedError: the disk did not take it; ``save_again`` tries once more.
        """
        if not edit and not edit.texts:
            return
        self._kept.finish()
        waiting = Waiting(edit, group, texts_are_new)
        if self._waiting:
            self.expect(waiting)
            raise NotSavedError("An earlier change is still not saved: try again first.")
        try:
            self.store.apply(edit, group=group, texts_are_new=texts_are_new)
        except NotSavedError:
            self.expect(waiting)
            raise
        self._follow(edit)

    def apply_all(self, edits: Sequence[Edit], group: str) -> None:
        """Write edits that each change something, waiting for the disk once; tell the listeners.

        Raises:
            ChangedMeanwhileError: somebody else changed a record that one of them changes.
            NotSavedError: the disk did not take them, and none of them stays to be tried again.
        """
        self._kept.finish()
        if self._waiting:
            raise NotSavedError("An earlier change is still not saved: try again first.")
        self.store.apply_all(edits, group)
        for edit in edits:
            self._follow(edit)

    def save_again(self) -> None:
        """Write the edits that could not be written, in their order.

        Raises:
            ChangedMeanwhileError: somebody else changed what the first of them changes.
            KnownTextError: somebody else has added the text that the first of them brings.
            NotSavedError: the disk still does not take them; what was written stays written.
        """
        while self._waiting:
            edit, group, are_new = self._waiting[0]
            try:
                self.store.apply(edit, group=group, texts_are_new=are_new)
            except NotSavedError:
                if not self.store.is_elsewhere():
                    raise
                self._take_store(saving.open_again(self.store, self.session))
                continue
            del self._waiting[0]
            self._spill()

    def replace_unsaved(self, edit: Edit | None) -> None:
        """Put another edit, or none, in place of the first that could not be written."""
        self._waiting[:1] = [self._waiting[0]._replace(edit=edit)] if edit else []
        self._spill()
        self.refresh()

    def save_elsewhere(self, path: Path) -> None:
        """Go on in a copy at ``path``, with the edits that could not be written here.

        Raises:
            UserError: the copy cannot be written either; nothing changes then.
        """
        base, last = self.shadows.base() if self.shadows else None, self.store.tail.last
        self._take_store(saving.open_elsewhere(self.store, path, self.session, base))
        self.is_cut_off = False
        self.follow(self.store.tail.after(last))
        self.save_again()

    def _take_store(self, store: Store) -> None:
        """Go on in another file."""
        before = self.shadows
        with suppress(UserError):
            self._kept.finish()
            if self.store.tail.has_more:
                self.follow(self.store.tail.news())
        if before:
            before.close()
        self.store.close()
        self.store, self.shadows = store, None
        if before:
            self.keep_shadows()
            write_spill(before.spill, ())

    def prove(self, marks: Marks, *, read_only: bool) -> list[Transaction]:
        """Open the file anew after its long checks; returns what others wrote since, to follow.

        Raises:
            UserError: it can no longer be opened so.
        """
        session = replace(self.session, proven=marks)
        store, last = Store.open(self.path, session, read_only=read_only), self.store.tail.last
        self._kept.go_on_in(store)
        self.store.close()
        self.store = store
        return store.tail.after(last)

    def keep_shadows(self) -> None:
        """Make recovery copies from now on, where the session has a folder for them."""
        from annotator.workspace.shadows import Shadows

        if self.session.recovery_folder and not self.read_only:
            self.shadows = Shadows(self.session.recovery_folder, self.store, self.session.clock)
            self.shadows.start()
            self._spill()

    def news(self, seconds: float = math.inf) -> list[Transaction]:
        """Return what others have written to the file since the last time; ``follow`` it next.

        Asked for four times a second. What cannot be read in ``seconds`` comes the next time.

        Raises:
            NotSavedError: the file was replaced by an older version, or cannot be read; that is
                told once.
        """
        was_cut_off, self.is_cut_off = self.is_cut_off, False
        try:
            if self.store.is_elsewhere():
                return self._news_of_another_file()
            return self.store.tail.news(seconds)
        except OverwrittenError:
            self.is_cut_off = not self.read_only
            if was_cut_off or self.read_only:
                return []
            if self.shadows:
                with suppress(UserError):
                    self.shadows.rescue(self.session)
            raise

    def _news_of_another_file(self) -> list[Transaction]:
        """Go on in the file that stands in the old one's place, if it holds the same work."""
        last = self.store.tail.last
        self._take_store(saving.open_again(self.store, self.session))
        return self.store.tail.after(last)

    def follow(self, news: Sequence[Transaction]) -> bool:
        """Take in what others have written and tell the listeners, part by part.

        Returns whether everything must be shown anew: somebody merged another copy.
        """
        is_anew = self.begin_to_follow(news)
        while self.go_on():
            pass
        return is_anew

    def begin_to_follow(self, news: Sequence[Transaction]) -> bool:
        """As ``follow``, but ``go_on`` is still to be called until it returns False."""
        if any(transaction.copy != self.store.copy_id for transaction in news):
            self.refresh()
            return True
        self._coming.add(transaction.edit for transaction in news)
        return False

    def go_on(self) -> bool:
        """Follow a part of what others have written; returns whether there is more."""
        if self._coming:
            self.take(*self._coming.next())
        return bool(self._coming)

    def take(self, edit: Edit, uses: Mapping[LabelId, int]) -> None:
        """Follow what a process beside has written; ``uses`` counts what the edit leaves out."""
        self._uses.add(uses)
        self._follow(edit)

    def undo(self) -> list[Edit]:
        """Take back this author's last step in this copy; returns what was applied.

        Raises:
            UserError: there is nothing to undo, or somebody has built on it.
        """
        return self._replay(self.store.undo())

    def redo(self) -> list[Edit]:
        """Do again what was undone last; returns what was applied.

        Raises:
            UserError: there is nothing to redo, or somebody has built on it.
        """
        return self._replay(self.store.redo())

    def refresh(self) -> None:
        """Forget what is in memory, after somebody else has changed the file."""
        self._kept.clear()
        self._coming.clear()
        self._uses.forget()
        self._look_again()

    def expect(self, waiting: Waiting) -> None:
        """Show an edit that is not in the file, and keep it for when it can be written."""
        self._waiting.append(waiting)
        self._spill()
        self._follow(waiting.edit)

    def _spill(self) -> None:
        """Keep what is not saved where it survives the end of the program."""
        if self.shadows:
            write_spill(self.shadows.spill, self._waiting)

    def _replay(self, transactions: Iterable[Transaction]) -> list[Edit]:
        edits = [transaction.edit for transaction in transactions]
        for edit in edits:
            self._follow(edit)
        return edits

    def _follow(self, edit: Edit) -> None:
        """Bring documents, labels and snapshots up to date and tell the listeners."""
        self._kept.finish()
        self._know(edit)
        self._uses.follow(edit)
        self._kept.follow(edit, self._documents)
        for listener in list(self._listeners):
            listener(edit)
