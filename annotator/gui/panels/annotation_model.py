"""The rows of the table of annotations: the keys of all, the contents of those looked at."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.panels.detail_fields import review_states
from annotator.model.ids import LabelId
from annotator.model.kinds import ReviewState
from annotator.model.message import _
from annotator.store.queries import AnnotationRow

Fetch = Callable[[Sequence[int]], list[AnnotationRow]]
Index = QModelIndex | QPersistentModelIndex
PAGE = 100
PAGES_KEPT = 20
COLUMNS = ("label", "text", "speaker", "document", "author", "note", "review")


class AnnotationModel(QAbstractTableModel):
    """Rows by position: the keys of all, the contents of those that were looked at."""

    ORDERS: ClassVar[tuple[str, ...]] = (
        *("label", "text", "speaker", "position", "author", ""),
        "review",
    )
    """What the file sorts by for each column; it does not sort by notes."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = array("q")
        self._fetch: Fetch = lambda _keys: []
        self._pages: dict[int, list[AnnotationRow | None]] = {}
        self._inserted: dict[str, int] = {}
        self.label_names: Mapping[LabelId, str] = {}
        self._states = {**dict(review_states()), ReviewState.OPEN.value: ""}

    def show_rows(
        self, keys: Sequence[int], fetch: Fetch, label_names: Mapping[LabelId, str]
    ) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.keys, self._fetch, self._pages = array("q", keys), fetch, {}
        self._inserted = {}
        self.label_names = label_names
        self.endResetModel()

    def row(self, number: int) -> AnnotationRow | None:
        """Return a row, fetching the page it is on."""
        page = number // PAGE
        if page not in self._pages:
            wanted = list(self.keys[page * PAGE : (page + 1) * PAGE])
            found = {row.key: row for row in self._fetch(wanted)}
            self._pages[page] = [found.get(key) for key in wanted]
            while len(self._pages) > PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
        rows = self._pages[page]
        return rows[number % PAGE] if number % PAGE < len(rows) else None

    # --- following an edit ---

    def insert(self, place: int, key: int, annotation_id: str) -> None:
        """Show one more row."""
        self.beginInsertRows(QModelIndex(), place, place)
        self.keys.insert(place, key)
        self._inserted[annotation_id] = key
        self._forget_from(place)
        self.endInsertRows()

    def remove(self, annotation_id: str) -> bool:
        """Take away a row that was looked at or inserted; False if it was neither."""
        at = next((at for at, row in self._looked_at() if row and row.id == annotation_id), None)
        key = self._inserted.pop(annotation_id, None)
        if at is None and key is not None:
            at = self.keys.index(key)
        if at is None:
            return False
        self._take_away(at)
        return True

    def remove_key(self, key: int, annotation_id: str) -> None:
        """Take away an annotation's row if it is here, looked at or not."""
        self._inserted.pop(annotation_id, None)
        if key in self.keys:
            self._take_away(self.keys.index(key))

    def _take_away(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self.keys[at]
        self._forget_from(at)
        self.endRemoveRows()

    def change(self, annotation_id: str) -> None:
        """Ask anew for the page that an annotation's row is on."""
        for at, row in self._looked_at():
            if row and row.id == annotation_id:
                del self._pages[at // PAGE]
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))
                return

    def _forget_from(self, at: int) -> None:
        """Forget the pages that a row at this place moves."""
        self._pages = {page: rows for page, rows in self._pages.items() if page < at // PAGE}

    def _looked_at(self) -> list[tuple[int, AnnotationRow | None]]:
        return [
            (page * PAGE + number, row)
            for page, rows in self._pages.items()
            for number, row in enumerate(rows)
        ]

    # --- what the view asks ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the columns' names."""
        names = (
            *(_("Label"), _("Text"), _("Speaker"), _("Document"), _("Author"), _("Note")),
            _("Review"),
        )
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return names[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if role != Qt.ItemDataRole.DisplayRole or (row := self.row(index.row())) is None:
            return None
        name = self.label_names.get(row.label, "")
        review = self._states[row.review]
        cells = (name, row.quote, row.speaker, row.document_title, row.author, row.note, review)
        return " ".join(cells[index.column()].split("\n"))
