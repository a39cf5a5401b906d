"""Where Tab leads when a part of a panel is put there later than the rest."""

from collections.abc import Callable
from itertools import pairwise

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
    window = part.window()
    own = [
        control
        for control in part.findChildren(QWidget)
        if control.window() is window and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    before = _nearest(part, QWidget.previousInFocusChain)
    behind = None if before else _nearest(part, QWidget.nextInFocusChain)
    line = [before, *own] if before else [behind, *own, behind] if behind else []
    for place, control in pairwise(line):
        QWidget.setTabOrder(place, control)


def _nearest(part: QWidget, step: Callable[[QWidget], QWidget | None]) -> QWidget | None:
    """Return the control of the window that is nearest to a part in one direction, if any is."""
    widget = step(part)
    while widget is not None and not widget.isWindow():
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.isAncestorOf(widget):
            return widget
        widget = step(widget)
    return None


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
