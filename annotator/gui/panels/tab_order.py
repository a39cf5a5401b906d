"""Where Tab leads when a part of a panel is put there later than the rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(place: QWidget, part: QWidget) -> None:
    """Let Tab go from a control through those of a part that is in the same window."""
    for control in _controls(part):
        QWidget.setTabOrder(place, control)
        place = control


def tab_before(place: QWidget, part: QWidget) -> None:
    """Let Tab go through the controls of a part and then to a control in the same window."""
    controls = _controls(part)
    tab_after(place, part)
    if controls:
        QWidget.setTabOrder(controls[-1], place)


def tab_in_place(part: QWidget) -> None:
    """Let Tab go through the controls of a part where it stands: what is behind it came before."""
    place = part.previousInFocusChain()
    while place is not None and place is not part and not _is_control_beside(place, part):
        place = place.previousInFocusChain()
    if place is None or place is part:
        return
    for control in part.findChildren(QWidget):
        is_here = control.window() is part.window()  # not so a list that drops down
        if is_here and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(place, control)
            place = control


def _is_control_beside(widget: QWidget, part: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not part.isAncestorOf(widget)


def _controls(part: QWidget) -> list[QWidget]:
    """Return what Tab meets in a part, or what hands the focus on to a part of itself."""
    found = []
    widget = part.nextInFocusChain()
    while widget is not None and part.isAncestorOf(widget):
        proxy = widget.focusProxy()
        hands_on = proxy is not None and widget.isAncestorOf(proxy)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or hands_on:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
