"""Joins the find bar with the transcript on show."""

import re
from bisect import bisect_left

from annotator.gui.bench import Bench
from annotator.gui.panels.find_bar import FindBar
from annotator.model.text import Range


class SearchDesk:
    """Marks all hits in the transcript and goes from one to the next."""

    def __init__(self, bench: Bench, bar: FindBar) -> None:
        self._bench = bench
        self._bar = bar
        self._hits: list[Range] = []
        self._current: int | None = None
        bar.text_changed.connect(lambda _text: self._search())
        bar.step_requested.connect(self.step)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar with what is selected, if that is short."""
        selected = self._bench.annotations.view.selected_text()
        self._bar.open(selected if "\n" not in selected else "")
        self._search()

    def close(self) -> None:
        """Hide the bar and the hits."""
        self._bar.hide()
        self._hits, self._current = [], None
        self._bench.annotations.view.set_hits([], None)
        self._bench.annotations.view.setFocus()

    def refresh(self) -> None:
        """Search another document, if the bar is open."""
        if self._bar.isVisible():
            self._search()

    def step(self, by: int) -> None:
        """Go to the next or previous hit; past the last comes the first."""
        if not self._bar.isVisible():
            self.open()
        elif self._hits:
            at = (self._current + by) if self._current is not None else 0
            self._show(at % len(self._hits))

    def _search(self) -> None:
        """Find from the caret on."""
        view = self._bench.annotations.view
        self._hits = find_all(view.text, self._bar.field.text(), self._bar.matches_case.isChecked())
        if self._hits:
            at = bisect_left(self._hits, (view.selection[0], 0))
            self._show(at % len(self._hits))
        else:
            self._current = None
            view.set_hits([], None)
            self._bar.show_count(None, 0)

    def _show(self, current: int) -> None:
        self._current = current
        self._bench.annotations.view.set_hits(self._hits, current)
        self._bar.show_count(current, len(self._hits))


def find_all(text: str, wanted: str, matches_case: bool) -> list[Range]:  # noqa: FBT001 - a check box
    """Return where ``wanted`` stands in the text, in code points, without overlaps."""
    if not wanted:
        return []
    flags = re.NOFLAG if matches_case else re.IGNORECASE
    return [found.span() for found in re.finditer(re.escape(wanted), text, flags)]
