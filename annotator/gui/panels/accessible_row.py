"""A label of the codebook as screen readers see it: a button that may stay pressed."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from annotator.gui.panels.label_row import LabelRow


class LabelRowInterface(QAccessibleWidget):
    """A button with the label's name and key; checked while each selection is marked with it."""

    def __init__(self, row: LabelRow) -> None:
        super().__init__(row, QAccessible.Role.Button, row.accessibleName())
        self._row = row

    def state(self) -> QAccessible.State:
        """Say whether the label is kept for every selection."""
        state = super().state()
        state.checkable = True
        state.checked = self._row.is_sticky
        return state


def make_interface(_class_name: str, made_for: QObject) -> QAccessibleInterface | None:
    """Return the interface of a label's row, which the row keeps, since Qt does not."""
    if not isinstance(made_for, LabelRow):
        return None
    if made_for.accessible is None:
        made_for.accessible = LabelRowInterface(made_for)
    return made_for.accessible
