"""The turns of the document on show: who speaks, and from where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from annotator.gui.panels.eliding_rows import ElidingRows
from annotator.gui.plain_text import tooltip
from annotator.model.message import _
from annotator.model.records import Speaker, Turn

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TurnEntry:
    """One turn with its speaker; ``paragraph`` counts from 1."""

    turn: Turn
    speaker: Speaker | None
    paragraph: int


class TurnModel(QAbstractListModel):
    """Turns by row; the one on show is bold."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[TurnEntry] = ()
        self.current = -1

    def show_turns(self, entries: Sequence[TurnEntry]) -> None:
        """Show other turns."""
        self.beginResetModel()
        self.entries, self.current = entries, -1
        self.endResetModel()

    def set_current(self, row: int) -> None:
        """Show which turn is read."""
        before, self.current = self.current, row
        for changed in {before, row} - {-1}:
            self.dataChanged.emit(self.index(changed), self.index(changed))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many turns there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a speaker's name with the paragraph."""
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(_shown(entry))
        if role == Qt.ItemDataRole.FontRole and index.row() == self.current:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def _shown(entry: TurnEntry) -> str:
    return "".join(_parts(entry))


def _parts(entry: TurnEntry) -> tuple[str, str]:
    """Return a turn's name and what stands behind it, however long the name is."""
    name = entry.speaker.name if entry.speaker else part_name(entry.turn)
    return " ".join(name.split()), f"   ¶{entry.paragraph}"


def part_name(turn: Turn) -> str:
    """Return what a turn without a speaker is called."""
    return name_of_part(turn.part.value)


def name_of_part(part: str) -> str:
    """Return what the text of a part is called where nobody is named."""
    names = {"lead": _("Opening"), "boilerplate": _("Closing text"), "speech": _("Unknown speaker")}
    return names.get(part, names["speech"])


ROUNDED = 2
"""Pixels that widths of two parts, both rounded, may lack of the whole."""


class TurnRows(ElidingRows):
    """Draws turns; of a name that is too long the end is left out, never the paragraph."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Fit the name into the room that its paragraph leaves."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, TurnModel) and 0 <= index.row() < len(model.entries):
            name, place = _parts(model.entries[index.row()])
            metrics, style = option.fontMetrics, option.widget.style()
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option) + 1
            text = style.subElementRect(style.SubElement.SE_ItemViewItemText, option, option.widget)
            room = text.width() - 2 * margin - metrics.horizontalAdvance(place) - ROUNDED
            elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(0, room))
            option.text = elided + place


class TurnList(QListView):
    """A click or Enter goes to the turn."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.turns = TurnModel()
        self.setModel(self.turns)
        self.setUniformItemSizes(True)
        self.setItemDelegate(TurnRows(self))
        self.setAccessibleName(_("Turns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_turns(self, entries: Sequence[TurnEntry]) -> None:
        """Show other turns; the row that keys go on from stays where it is in one document."""
        before, row = self.turns.entries, self.currentIndex().row()
        self.turns.show_turns(entries)
        if before and entries and before[0].turn.document == entries[0].turn.document and row >= 0:
            self.setCurrentIndex(self.turns.index(min(row, len(entries) - 1)))

    def current(self) -> TurnEntry | None:
        """Return the entry of the current row."""
        row = self.currentIndex().row()
        return self.turns.entries[row] if 0 <= row < len(self.turns.entries) else None

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.turns.entries[index.row()].turn.start)
