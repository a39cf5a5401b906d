"""The rows of the list of suggestions: which are shown, in which order, what each says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.plain_text import tooltip
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.model.quantity import Quantity, describe
from annotator.model.suggestion import CONTEXT, Suggestion

Index = QModelIndex | QPersistentModelIndex
SHOWN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
FEW = 50
"""So many rows are taken out one by one; more at once are shown anew."""
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class SuggestionFilter:
    """Which suggestions are shown: of one kind or all, likely ones only, with dates or without."""

    kind: LabelKind | None = LabelKind.FIGURE
    likely_only: bool = True
    with_dates: bool = True

    def shows(self, suggestion: Suggestion) -> bool:
        """Say whether a suggestion is shown."""
        return (
            (self.kind is None or suggestion.kind is self.kind)
            and (not self.likely_only or suggestion.score >= LIKELY)
            and (self.with_dates or suggestion.tier != CONTEXT)
        )


class SuggestionModel(QAbstractTableModel):
    """Suggestions by row."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Suggestion] = []

    def show_suggestions(self, wanted: list[Suggestion]) -> None:
        """Show other suggestions; where only a few go or come at the end, the rest stays put."""
        before, self_count = self.shown, len(self.shown)
        if wanted[:self_count] == before:
            self.add(wanted[self_count:])
        elif (gone := _gone(before, wanted)) is not None:
            self._remove(gone)
        else:
            self.beginResetModel()
            self.shown = wanted
            self.endResetModel()

    def drop(self, gone: Sequence[Suggestion]) -> None:
        """Show suggestions no more; the rest stays put."""
        rows = rows_of(self.shown, gone)
        if len(rows) <= FEW:
            self._remove(rows)
        else:
            are_gone = set(rows)
            self.show_suggestions([x for at, x in enumerate(self.shown) if at not in are_gone])

    def row_of(self, suggestion: Suggestion | None) -> int:
        """Return the row of a suggestion, or -1; only the very same one is found, and at once."""
        return next(iter(rows_of(self.shown, [suggestion] if suggestion else [])), -1)

    def _remove(self, rows: Sequence[int]) -> None:
        for row in reversed(rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.shown[row]
            self.endRemoveRows()

    def add(self, more: Sequence[Suggestion]) -> None:
        """Show more suggestions behind the others."""
        if more:
            first = len(self.shown)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self.shown += more
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many suggestions are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_cells(None))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the columns' names."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (_("Kind"), _("Text"), _("Read as"), _("Why"), _("Score"))
        return names[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows; the tooltip has all of what may be cut off."""
        if role not in SHOWN or not 0 <= index.row() < len(self.shown):
            return None
        text = _cells(self.shown[index.row()])[index.column()]
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text


def rows_of(shown: Iterable[Suggestion], some: Iterable[Suggestion]) -> list[int]:
    """Return where among those shown the very same suggestions are: comparing all is slow."""
    are_meant = set(map(id, some)).__contains__
    return list(compress(count(), map(are_meant, map(id, shown))))


def _gone(before: Sequence[Suggestion], after: Sequence[Suggestion]) -> list[int] | None:
    """Return the rows that are missing in ``after``, or None if more than that has changed."""
    if not 0 < len(before) - len(after) <= FEW:
        return None
    gone: list[int] = []
    at = 0
    for row, suggestion in enumerate(before):
        if at < len(after) and (after[at] is suggestion or after[at] == suggestion):
            at += 1
        else:
            gone.append(row)
    return gone if at == len(after) else None


def _cells(suggestion: Suggestion | None) -> tuple[str, ...]:
    if suggestion is None:
        return ("",) * 5
    return (
        kind_name(suggestion.kind),
        " ".join(suggestion.text.split()),
        read_as(suggestion),
        str(suggestion.reason),
        f"{suggestion.score:.2f}",
    )


def kind_name(kind: LabelKind) -> str:
    """Return what a kind is called."""
    if kind is LabelKind.FIGURE:
        return _("Figure")
    return _("Claim") if kind is LabelKind.CLAIM else _("Topic")


def read_as(suggestion: Suggestion) -> str:
    """Return what a figure states and of what, or which topic is proposed."""
    figure = suggestion.figure
    if figure is None:
        name = suggestion.proposal
        return _("the label “{name}”").format(name=name) if name else ""
    told = describe(
        Quantity(
            figure.low,
            figure.high,
            figure.unit,
            kind=figure.kind,
            comparator=figure.comparator or "=",
            value=figure.value,
        )
    )
    return ", ".join(part for part in (told, figure.referent, figure.rate, figure.period) if part)
