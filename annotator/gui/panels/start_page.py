"""What the window shows while no project is open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.panels.eliding_rows import elide_rows
from annotator.gui.plain_text import heading, plain_label, tooltip
from annotator.model.message import _

WIDTH = 520
PATH_ROLE = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Offers a new project, an open one, the samples, and the recent ones."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal(str)
    recent_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        inner.setFixedWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addStretch(1)
        title = plain_label("Annotator")
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 2)
        title.setFont(font)
        column.addWidget(title)
        text = _("Mark claims, figures and topics in press-conference transcripts.")
        column.addWidget(plain_label(text, wraps=True))
        column.addLayout(self._buttons())
        column.addSpacing(12)
        self._recent_heading = heading(_("Recent projects"))
        column.addWidget(self._recent_heading)
        self.recent = QListWidget()
        elide_rows(self.recent)
        self.recent.setAccessibleName(_("Recent projects"))
        self.recent.itemActivated.connect(self._choose)
        self.recent.itemClicked.connect(self._choose)
        column.addWidget(self.recent, 2)
        text = _("You can also drop a project or transcripts here.")
        column.addWidget(plain_label(text, wraps=True))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inner)
        row.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, name, slot in (
            (_("New project…"), "new", self.new_requested.emit),
            (_("Open project…"), "open", self.open_requested.emit),
            (_("Chinese sample"), "sample_zh", lambda: self.sample_requested.emit("zh")),
            (_("English sample"), "sample_en", lambda: self.sample_requested.emit("en")),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        return row

    def take_focus(self) -> None:
        """Put the focus on the newest project, or on the button that makes the first."""
        if self.recent.count():
            self.recent.setCurrentRow(0)
            self.recent.setFocus()
        else:
            self.findChildren(QPushButton)[0].setFocus()

    def show_recent(self, paths: Sequence[str]) -> None:
        """List projects, the newest first."""
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{Path(path).stem}    {Path(path).parent}")
            item.setData(PATH_ROLE, path)
            item.setToolTip(tooltip(path))
            self.recent.addItem(item)
        self.recent.setVisible(bool(paths))
        self._recent_heading.setVisible(bool(paths))

    def _choose(self, item: QListWidgetItem) -> None:
        self.recent_chosen.emit(str(item.data(PATH_ROLE)))
