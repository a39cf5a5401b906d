"""Joins the suggestions with the project: computed beside the window, decided by a person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.gui.bench import Bench
from annotator.gui.outlines import Outlines, mark_id
from annotator.gui.panels.suggestion_panel import SuggestionPanel
from annotator.gui.polled_worker import PolledWorker
from annotator.gui.suggestion_reader import FIGURES, Reading, SuggestionReader
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind, Origin
from annotator.model.message import _
from annotator.model.records import Annotation, Label, Record, Speaker, Turn
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.model.text import Range
from annotator.workspace import wide_edits
from annotator.workspace.decided import Decided
from annotator.workspace.marking import mark_selection
from annotator.workspace.suggesting import Place, accept_as, place_of
from annotator.workspace.wishes import MakeEdit, Wish

COUNTED = 3000
"""So many annotations are gone through before the window does something else."""


class SuggestionDesk(QObject):
    """Has each document read once, shows what is open, and carries out what a person decides."""

    counted = Signal(int)
    told = Signal(object)
    """The suggestion that is selected in the text; None once that is over."""
    reviewed = Signal(int, int)
    """How many of the figures found in the document are marked or dismissed, of how many."""

    def __init__(self, bench: Bench, panel: SuggestionPanel, worker: PolledWorker) -> None:
        super().__init__(panel)
        self._bench = bench
        self._panel = panel
        self._reader = SuggestionReader(worker, self)
        self._reader.found.connect(self._show_more)
        self._decided: Decided | None = None
        self._outlines = Outlines(bench.annotations.view)
        self._open_figures = 0
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count)
        panel.chosen.connect(self.show_in_text)
        panel.accept_requested.connect(self.accept)
        panel.edit_requested.connect(self._edit)
        panel.dismiss_requested.connect(self.dismiss)
        panel.filter_changed.connect(self._refilter)
        self._told: Suggestion | None = None
        bench.annotations.view.mark_clicked.connect(self._clicked)
        bench.annotations.view.selection_changed.connect(self._stop_telling)
        bench.annotations.suggested = self.accept_edit

    # --- reading ---

    @property
    def is_busy(self) -> bool:
        """Whether the document on show is still being read."""
        return self._counting.isActive() or self._reader.is_busy

    def show_document(self) -> None:
        """Show what is known of the document on show, and have the rest computed."""
        self._reader.stop()
        self._outlines.clear()
        s = self._snapshot
        self._decided = Decided(s) if s else None
        self._counting.stop()
        if s is None:
            is_nothing_open = self._bench.annotations.document() is None
            self._panel.show_suggestions([], is_complete=is_nothing_open)
            self.counted.emit(0)
            self.reviewed.emit(0, 0)
            return
        if s.count(Annotation) > COUNTED:
            self._counting.start()
        else:
            self._count()

    def _count(self) -> None:
        """Count what is decided, some at a time; then show the rest and have more computed."""
        s, decided = self._snapshot, self._decided
        if s is None or decided is None:
            self._counting.stop()
        elif not decided.go_on(COUNTED):
            self._counting.start()
        else:
            self._counting.stop()
            self._show()
            self._reader.read(s)

    @property
    def _snapshot(self) -> Snapshot | None:
        return self._bench.annotations.whole

    # --- showing ---

    def follow(self, edit: Edit) -> None:
        """Show what an edit decided; other turns or labels have the document read anew.

        The labels that a decision itself made do not.
        """
        s = self._snapshot
        if _is_of_labels(edit) or any(
            _tells_who_speaks(s, r) for r in (*edit.removed, *edit.added)
        ):
            self._reader.forget()
            self.show_document()
        elif self._decided:
            changed = self._decided.follow(edit)
            if changed and s is not None and not self._counting.isActive():
                self._follow_decided(self._decided, self._reader.reading_of(s), changed)

    def _follow_decided(self, decided: Decided, reading: Reading, changed: set[Place]) -> None:
        """Take away what was decided just now; show all anew if something is open again."""
        if any(map(decided.is_open, changed)):
            self._show()
            return
        gone = [reading.found[place] for place in changed]
        self._panel.drop(gone)
        self._outlines.drop(gone)
        self._open_figures -= sum(map(FIGURES.shows, gone))
        self._tell_counts(reading)

    def _show_more(self, reading: Reading) -> None:
        """Show what has been found since the last time, as far as it is open."""
        if (decided := self._decided) is None:
            return
        more = decided.undecided_more(reading.found)
        self._outlines.add(self._panel.add(more, reading.found, is_complete=reading.is_complete))
        self._panel.show_gaps(has_gaps=reading.has_gaps)
        self._open_figures += sum(map(FIGURES.shows, more))
        self._tell_counts(reading)

    def _show(self) -> None:
        s, decided = self._snapshot, self._decided
        if s is None or decided is None:
            return
        reading = self._reader.reading_of(s)
        current = self._panel.current()
        undecided = decided.undecided(reading.found)
        self._panel.show_suggestions(undecided, reading.found, is_complete=reading.is_complete)
        self._panel.show_gaps(has_gaps=reading.has_gaps)
        self._panel.select(current)
        self._outlines.show(self._panel.shown)
        shows_figures = self._panel.filter == FIGURES
        open_ones = self._panel.shown if shows_figures else filter(FIGURES.shows, undecided)
        self._open_figures = sum(1 for _one in open_ones)
        self._tell_counts(reading)

    def _tell_counts(self, reading: Reading) -> None:
        self.counted.emit(len(self._panel.shown))
        self.reviewed.emit(reading.figures - self._open_figures, reading.figures)

    def _refilter(self) -> None:
        self._tell_only_of_shown()
        self._outlines.show(self._panel.shown)
        self.counted.emit(len(self._panel.shown))

    def show_in_text(self, suggestion: Suggestion) -> None:
        """Select a suggestion's passage in the transcript."""
        self._bench.annotations.select(None)
        view = self._bench.annotations.view
        view.set_current(mark_id(suggestion), scroll=True)
        view.set_selection(suggestion.start, suggestion.end)
        self._told = suggestion
        self.told.emit(suggestion)

    def _stop_telling(self) -> None:
        """Tell of no suggestion once something else is selected."""
        told, view = self._told, self._bench.annotations.view
        if told is not None and view.selection != (told.start, told.end):
            self._tell_of_none()

    def _tell_only_of_shown(self) -> None:
        """Tell of no suggestion that is decided or filtered out: its keys would do nothing."""
        if self._told is not None and self._panel.model.row_of(self._told) < 0:
            self._tell_of_none()

    def _tell_of_none(self) -> None:
        self._told = None
        self.told.emit(None)

    def _clicked(self, mark: str) -> None:
        if suggestion := self._outlines.of(mark):
            self._panel.select(suggestion)
            self.show_in_text(suggestion)

    # --- deciding ---

    def step(self, by: int) -> None:
        """Go to the next or previous suggestion in the order of the text."""
        line = sorted(self._panel.shown, key=lambda x: (x.start, x.end))
        if not line:
            self._bench.say(_("No suggestions left here."))
            return
        caret = self._bench.annotations.view.selection[0]
        here = self.here()
        if here in line:
            at = (line.index(here) + by) % len(line)
        else:
            after = [i for i, x in enumerate(line) if x.start >= caret] or [len(line)]
            at = (after[0] if by > 0 else after[0] - 1) % len(line)
        self._panel.select(line[at])
        self.show_in_text(line[at])

    def here(self) -> Suggestion | None:
        """Return the current suggestion if it is selected in the text, else one at the cursor."""
        view, current = self._bench.annotations.view, self._panel.current()
        if current is not None and view.selection == (current.start, current.end):
            return current
        at_cursor = (self._outlines.of(mark.id) for mark in view.marks_at(view.selection[0]))
        return next((found for found in at_cursor if found is not None), None)

    def _on_this(self, decide: Callable[[list[Suggestion]], None]) -> None:
        if (here := self.here()) is None:
            self._bench.say(_("No suggestion at the cursor: the full stop goes to the next one."))
            return
        self._panel.select(here)
        decide([here])

    def accept_current(self) -> None:
        """Accept the suggestion at the cursor and go on to the next."""
        self._on_this(self.accept)

    def edit_current(self) -> None:
        """Accept the suggestion at the cursor and go to its fields."""
        self._on_this(self._edit)

    def dismiss_current(self) -> None:
        """Dismiss the suggestion at the cursor and go on to the next."""
        self._on_this(self.dismiss)

    def accept(self, suggestions: Sequence[Suggestion]) -> None:
        """Mark what is suggested, in one step that can be undone."""
        self._decide(wide_edits.accept, suggestions)

    def dismiss(self, suggestions: Sequence[Suggestion]) -> None:
        """Remember that these are not wanted."""
        self._decide(wide_edits.dismiss, suggestions)

    def accept_edit(self, part: Range, label: Label) -> Edit | None:
        """Return the edit that accepts the suggestion at exactly this passage under a label.

        A figure that is walked to is not selected by hand: other labels take their own passage
        around it, such as the sentence.
        """
        current, s, hand = self._panel.current(), self._snapshot, self._bench.workspace.hand
        if s is None or current is None or (current.start, current.end) != part:
            return None
        if current.kind is label.kind:
            return accept_as(s, label, current, hand)
        if current is self._told and current.kind is LabelKind.FIGURE:
            return mark_selection(s, label, (current.start, current.start), hand)
        return None

    def _edit(self, suggestions: Sequence[Suggestion]) -> None:
        self.accept(suggestions[:1])
        first = place_of(suggestions[0])
        s = self._snapshot
        made = [a for a in s.all(Annotation) if (a.start, a.end) == first[1:]] if s else []
        if made:
            self._bench.annotations.select(made[-1].id, scroll=True)
            self._bench.inspect()

    def _decide(self, make: MakeEdit, suggestions: Sequence[Suggestion]) -> None:
        """Carry out a decision; the row after the decided ones becomes the current one."""
        s = self._snapshot
        if s is None:
            return
        row = self._panel.view.currentIndex().row()
        wish = Wish(make, (s.document.id,), chosen=suggestions, size=len(suggestions))
        try:
            is_done = self._bench.carry_out(wish)
        except UserError as error:
            self._bench.say(str(error))
            return
        if is_done and self._panel.shown and row >= 0:
            following = self._panel.shown[min(row, len(self._panel.shown) - 1)]
            self._panel.select(following)
            self.show_in_text(following)
        self._tell_only_of_shown()


def _is_of_labels(edit: Edit) -> bool:
    """Say whether an edit changes labels; those that a decision itself made do not count."""
    is_decision = any(
        isinstance(r, Annotation) and r.origin is Origin.SUGGESTED for r in edit.added
    )
    added = () if is_decision else edit.added
    return any(isinstance(r, Label) for r in (*edit.removed, *added))


def _tells_who_speaks(s: Snapshot | None, record: Record) -> bool:
    """Say whether a record tells who speaks in a document."""
    if s is None or not isinstance(record, Turn | Speaker):
        return False
    return record.document == s.document.id
