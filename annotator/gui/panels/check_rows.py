"""The rows of the list of checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.checks.statement import Check, CheckType, Verdict
from annotator.gui.plain_text import tooltip
from annotator.model.kinds import Ruling
from annotator.model.message import _

Index = QModelIndex | QPersistentModelIndex
SHOWN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check, what a person has ruled on it, and the documents that it is about."""

    check: Check
    ruling: Ruling = Ruling.OPEN
    where: str = ""


class CheckModel(QAbstractTableModel):
    """Checks by row, conflicts first."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[CheckRow] = []

    def show_rows(self, rows: list[CheckRow]) -> None:
        """Show other rows; those before and behind what is new or gone stay put."""
        before, after = list(map(as_seen, self.shown)), list(map(as_seen, rows))
        head = _alike(before, after)
        tail = _alike(before[head:][::-1], after[head:][::-1])
        self._remove(head, len(before) - tail)
        self._insert(head, rows[head : len(rows) - tail])
        self.shown = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def _remove(self, first: int, end: int) -> None:
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self.shown = self.shown[:first] + self.shown[end:]
            self.endRemoveRows()

    def _insert(self, first: int, rows: list[CheckRow]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.shown = self.shown[:first] + rows + self.shown[first:]
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many checks are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the columns' names."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (_("Verdict"), _("Kind"), _("Working"), _("Ruling"), _("Documents"))
        return names[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows; the tooltip has all of what may be cut off."""
        if role not in SHOWN or not 0 <= index.row() < len(self.shown):
            return None
        row = self.shown[index.row()]
        cells = (
            verdict_name(row.check.verdict),
            type_name(row.check.type),
            str(row.check.working),
            ruling_name(row.ruling),
            row.where,
        )
        text = cells[index.column()]
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text


def as_seen(row: CheckRow) -> tuple[object, ...]:
    """Return what tells a row from others, whoever ruled on it and however likely it is."""
    check = row.check
    return check.type, check.verdict, check.passages, check.working, row.where


def _alike(some: Sequence[object], others: Sequence[object]) -> int:
    """Return how many are the same from the beginning."""
    differ = (at for at, (one, other) in enumerate(zip(some, others, strict=False)) if one != other)
    return next(differ, min(len(some), len(others)))


def verdict_name(verdict: Verdict) -> str:
    """Return what a verdict is called."""
    names: Mapping[Verdict, str] = {
        Verdict.CONFLICT: _("Conflict"),
        Verdict.UNDETERMINED: _("Open"),
        Verdict.CONSISTENT: _("Consistent"),
    }
    return names[verdict]


def type_name(kind: CheckType) -> str:
    """Return what a kind of check is called."""
    names: Mapping[CheckType, str] = {
        CheckType.REPEAT: _("Repeat"),
        CheckType.SHARE: _("Share"),
        CheckType.SUM: _("Sum"),
        CheckType.GROWTH: _("Growth"),
        CheckType.LIST: _("List"),
        CheckType.DATE: _("Date"),
    }
    return names[kind]


def ruling_name(ruling: Ruling) -> str:
    """Return what a person's ruling is called."""
    names: Mapping[Ruling, str] = {
        Ruling.OPEN: "",
        Ruling.CONFIRMED: _("Confirmed"),
        Ruling.NOT_THE_SAME: _("Not the same thing"),
        Ruling.EXPLAINED: _("Explained"),
    }
    return names[ruling]
