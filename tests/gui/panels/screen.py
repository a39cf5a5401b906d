"""What a person meets on the screen: the controls, their names, and where Tab leads."""

from PySide6.QtCore import QItemSelectionModel, Qt, SignalInstance
from PySide6.QtGui import QAccessible, QColor, QImage, QInputMethodEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.panels.label_row import LabelRow

Control = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QAbstractItemView | LabelRow
LONG = "Verwaltungsvorschriftenverzeichnis" * 8
"""A name far wider than any panel, without a place to break it."""
MARKUP = "<b>x</b> & <img src='y'>"
"""A name that must be shown letter by letter."""


def put_on_screen(qtbot: QtBot, panel: QWidget, width: int = 320, height: int = 600) -> None:
    """Show a panel in an active window of its own."""
    qtbot.addWidget(panel)
    panel.resize(width, height)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)


def heard(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Return a list that grows with the arguments of each emission."""
    emissions: list[tuple[object, ...]] = []
    signal.connect(lambda *arguments: emissions.append(arguments))
    return emissions


def controls(panel: QWidget) -> list[QWidget]:
    """Return the visible, enabled controls; parts of another control are no controls."""
    found = panel.findChildren(QWidget)
    return [
        widget
        for widget in found
        if isinstance(widget, Control)
        and widget.isVisibleTo(panel)
        and widget.isEnabled()
        and not _is_part(widget, panel)
    ]


def _is_part(widget: QWidget, panel: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not panel:
        if isinstance(above, Control):
            return True
        above = above.parentWidget()
    return isinstance(panel, Control)


def choose_row(view: QAbstractItemView, row: int) -> None:
    """Select a row alone; ``selectRow`` heeds keys that a test before may have left pressed."""
    flag = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(
        view.model().index(row, 0), flag.ClearAndSelect | flag.Rows
    )


def spoken(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def nameless(panel: QWidget) -> list[QWidget]:
    """Return the controls that a screen reader cannot name."""
    return [widget for widget in controls(panel) if not spoken(widget)]


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def compose(widget: QWidget, text: str) -> None:
    """Enter a text as an input method does, for scripts that have no key for each letter."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def unreachable(qtbot: QtBot, panel: QWidget) -> list[QWidget]:
    """Return the controls that do not get the focus each time Tab is pressed all the way round."""
    wanted = controls(panel)
    wanted[0].setFocus()
    reached = []
    for _step in range(2 * len(wanted) + 2):
        reached.append(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    second_round = reached[len(wanted) + 1 :]
    return [widget for widget in wanted if widget not in second_round]


def texts(panel: QWidget) -> list[str]:
    """Return what the visible labels of a panel say."""
    labels = panel.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and label.isVisibleTo(panel)]


def rich_labels(panel: QWidget) -> list[QLabel]:
    """Return the labels that would take a text for markup."""
    return [
        label
        for label in panel.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
    ]


def read_as_rich_text(text: str) -> str:
    """Return what a person reads where Qt takes a text for rich text."""
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def picture(widget: QWidget) -> QImage:
    """Return a widget as it is drawn."""
    return widget.grab().toImage()


def is_seen(image: QImage, colour: QColor) -> bool:
    """Say whether a picture has at least one pixel of a colour."""
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb()
        for x in range(image.width())
        for y in range(image.height())
    )
