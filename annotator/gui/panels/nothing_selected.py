"""What stands in the inspector while no annotation is selected: the suggestion here, or advice."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.panels.suggestion_rows import kind_name, read_as
from annotator.gui.plain_text import heading, hint, plain_label
from annotator.model.message import _
from annotator.model.suggestion import Suggestion

LONGEST_QUOTE = 280
"""So many characters of a passage are shown."""


class NothingSelected(QWidget):
    """Says how to mark or, at a suggestion, how it is read, why, and what can be done with it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = heading("")
        self._read = plain_label(wraps=True)
        self._advice = hint(wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for label in (self._title, self._read, self._advice):
            column.addWidget(label)
        column.addStretch(1)
        self.show_suggestion(None)

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Tell of the suggestion that is selected in the text; of none, how to mark."""
        self._read.setVisible(suggestion is not None)
        if suggestion is None:
            self._title.setText(_("Nothing is selected"))
            self._advice.setText(_how_to_mark())
            return
        self._title.setText(_("Suggested: {kind}").format(kind=kind_name(suggestion.kind)))
        words, told = shortened(suggestion.text), read_as(suggestion)
        self._read.setText(f"{words} = {told}" if told else words)
        score = _("Score: {score}").format(score=f"{suggestion.score:.2f}")
        self._advice.setText(f"{suggestion.reason}\n{score}\n\n{_how_to_decide()}")


def _how_to_decide() -> str:
    return _(
        "Ctrl+Enter accepts, Ctrl+Shift+Enter accepts and goes to the fields, Ctrl+Backspace "
        "dismisses. A label's key accepts under that label."
    )


def _how_to_mark() -> str:
    return _(
        "Select words in the transcript and press a label's key to mark them. With nothing "
        "selected, the key marks the number or the sentence at the cursor.\n\n"
        "Tab goes to the next annotation, Enter to its fields.\n\n"
        "Dotted outlines are suggestions: . and , walk through them, Ctrl+Enter accepts, "
        "Ctrl+Backspace dismisses."
    )


def shortened(quote: str) -> str:
    """Return a passage, cut off where it is long."""
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…"
