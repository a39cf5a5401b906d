"""Joins the reading pane with the transcript: it shows the paragraph that the caret is in."""

from annotator.gui.bench import Bench
from annotator.gui.panels.reading_pane import ReadingPane, ReadParagraph
from annotator.gui.qt_text import shown
from annotator.gui.view.reading import count_lines, current_line, line_text, marks_in_words
from annotator.model.edit import Edit


class ReadingDesk:
    """Follows the caret while the pane is on show."""

    def __init__(self, bench: Bench, pane: ReadingPane) -> None:
        self._bench = bench
        self._pane = pane
        bench.annotations.view.selection_changed.connect(self.show)
        pane.step_requested.connect(self.step)

    def toggle(self) -> None:
        """Show the pane and give it the focus, or put it away."""
        if self._pane.isVisible():
            self._pane.hide()
            self._bench.annotations.view.setFocus()
        else:
            self._pane.show()
            self.show()
            self._pane.setFocus()

    def step(self, by: int) -> None:
        """Go to the next or previous paragraph that has text."""
        view = self._bench.annotations.view
        paragraphs, line = view.page.paragraphs, current_line(view) + by
        while 0 <= line < paragraphs.line_count:
            if paragraphs.line_text(line):
                view.move_caret(paragraphs.start(paragraphs.pieces_of(line)[0]))
                return
            line += by

    def follow(self, _edit: Edit) -> None:
        """Show what is marked now."""
        self.show()

    def show(self) -> None:
        """Show the paragraph that the caret is in, if the pane is on show."""
        if self._pane.isVisible():
            self._pane.show_paragraph(self._paragraph())

    def _paragraph(self) -> ReadParagraph | None:
        annotations = self._bench.annotations
        if annotations.opened is None:
            return None
        view = annotations.view
        line = min(current_line(view), count_lines(view) - 1)
        speaker = annotations.opened.speaker_at(view.caret)
        return ReadParagraph(
            line + 1,
            count_lines(view),
            shown(speaker.name) if speaker else "",
            line_text(view, line),
            marks_in_words(view, line),
        )
