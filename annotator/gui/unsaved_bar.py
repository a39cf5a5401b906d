"""Says that changes are not saved, with the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.gui.plain_text import plain_label
from annotator.model.message import _, fill


class UnsavedBar(QWidget):
    """Hidden while everything is saved."""

    try_again_requested = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = plain_label()
        self.try_again = QPushButton(_("Try again"))
        self.save_copy = QPushButton(_("Save a copy elsewhere…"))
        self.try_again.clicked.connect(self.try_again_requested)
        self.save_copy.clicked.connect(self.copy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._text, self.try_again, self.save_copy):
            row.addWidget(widget)
        self.show_count(0)

    def show_count(self, count: int, *, is_cut_off: bool = False) -> None:
        """Show how many changes are not saved, or that saved ones are gone; else nothing."""
        text = fill(_("{count} {count|change|changes} not saved"), {"count": count})
        if is_cut_off:
            text = _("The file was moved or replaced by an older version")
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(count > 0 or is_cut_off)
