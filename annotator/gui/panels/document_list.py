"""The documents of the project, as a list that 10,000 of them do not slow down."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from annotator.gui.panels.eliding_rows import elide_rows
from annotator.gui.plain_text import tooltip
from annotator.model.ids import DocumentId
from annotator.model.message import _
from annotator.model.records import Document

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-annotator-document"


class DocumentModel(QAbstractListModel):
    """Titles by row; a new title is a wish."""

    renamed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._documents: Sequence[Document] = ()
        self._rows: dict[DocumentId, int] = {}

    def show_documents(self, documents: Sequence[Document]) -> None:
        """Show other documents, or the same with other titles: then the list stays as it is."""
        rows = {document.id: row for row, document in enumerate(documents)}
        if rows and list(rows) == list(self._rows):
            self._documents = documents
            self.dataChanged.emit(self.index(0), self.index(len(documents) - 1))
            return
        self.beginResetModel()
        self._documents, self._rows = documents, rows
        self.endResetModel()

    def document(self, row: int) -> Document | None:
        """Return the document of a row."""
        return self._documents[row] if 0 <= row < len(self._documents) else None

    def row_of(self, document_id: str) -> int:
        """Return the row of a document, or -1."""
        return self._rows.get(DocumentId(document_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many documents there are."""
        return 0 if parent.isValid() else len(self._documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a title, with the group before it where there is one."""
        document = self.document(index.row())
        if document is None:
            return None
        if role == Qt.ItemDataRole.EditRole:
            return document.title
        title = " ".join(document.title.split("\n"))
        shown = f"{document.group} / {title}" if document.group else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(shown)
        return shown if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say that a document should have another title."""
        document = self.document(index.row())
        if role != Qt.ItemDataRole.EditRole or document is None or not str(value).strip():
            return False
        self.renamed.emit(document, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles be edited and documents be dragged."""
        can = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid():
            can |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return can

    def mimeTypes(self) -> list[str]:
        """Return what a dragged document is."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of a dragged document."""
        data = QMimeData()
        document = self.document(indexes[0].row()) if indexes else None
        data.setData(MIME, (document.id if document else "").encode())
        return data


class DocumentList(QListView):
    """Chosen by click or arrows, renamed with F2, moved by dragging."""

    chosen = Signal(str)
    moved = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.documents = DocumentModel()
        self.setModel(self.documents)
        self.setAccessibleName(_("Documents"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        elide_rows(self)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def current(self) -> Document | None:
        """Return the document of the current row."""
        return self.documents.document(self.currentIndex().row())

    def select(self, document_id: str) -> None:
        """Make a document the current row, without choosing it."""
        row = self.documents.row_of(document_id)
        if row >= 0:
            self.setCurrentIndex(self.documents.index(row))

    def has_place(self, by: int) -> bool:
        """Say whether the current document can stand before the one ``by`` rows further on."""
        return 0 <= self.currentIndex().row() + by <= self.documents.rowCount()

    def move_current(self, by: int) -> None:
        """Wish the current document to stand before the one ``by`` rows further on."""
        document = self.current()
        if document is not None and self.has_place(by):
            before = self.documents.document(self.currentIndex().row() + by)
            self.moved.emit(document.id, before.id if before else "")

    def _choose(self, index: QModelIndex) -> None:
        document = self.documents.document(index.row())
        if document:
            self.chosen.emit(document.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take documents of this list; files go to the window."""
        if event.mimeData().hasFormat(MIME):
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Follow a document that is dragged."""
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Wish the dragged document to stand before the one it was dropped on."""
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        dragged = bytes(event.mimeData().data(MIME).data()).decode()
        row = self.indexAt(event.position().toPoint()).row()
        if self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem:
            row += 1
        before = self.documents.document(row)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if before is None or before.id != dragged:
            self.moved.emit(dragged, before.id if before else "")
