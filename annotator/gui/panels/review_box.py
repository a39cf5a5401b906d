"""What reviewers say of the selected annotation: the user's own word and the others'."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.panels.detail_fields import review_fields, review_states
from annotator.gui.panels.form import Form
from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.gui.plain_text import heading, hint
from annotator.model.kinds import ReviewState
from annotator.model.message import _


class ReviewBox(QWidget):
    """Shows the others' reviews and edits the user's; ``edited`` gives state and note."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(review_fields(), is_late=True)
        self.form.edited.connect(lambda said: self.edited.emit(said["state"], said["note"]))
        self.others = hint(wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (heading(_("Review")), self.others, self.form):
            column.addWidget(widget)

    def show_reviews(self, inspected: InspectedAnnotation) -> None:
        """Show what is said of an annotation."""
        own = inspected.review
        state, note = (own.state, own.note) if own else (ReviewState.OPEN, "")
        self.form.set_values({"state": state.value, "note": note})
        names = dict(review_states())
        told = [
            f"{name}: {names[review.state]}" + (f" – {review.note}" if review.note else "")
            for name, review in inspected.others
        ]
        self.others.setText("\n".join(told))
        self.others.setVisible(bool(told))
