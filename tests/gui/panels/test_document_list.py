"""The list of documents: choosing, renaming, moving."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.gui.panels.document_list import DocumentList
from annotator.model.ids import DocumentId
from annotator.model.records import Document
from tests.example import DOCUMENT
from tests.gui.panels.screen import LONG, MARKUP, heard, put_on_screen, read_as_rich_text, spoken

MOVE = Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
DOCUMENTS = tuple(
    replace(DOCUMENT, id=DocumentId(name), title=name.title()) for name in ("one", "two", "three")
)


@pytest.fixture
def documents(qtbot: QtBot) -> DocumentList:
    made = DocumentList()
    made.documents.show_documents(DOCUMENTS)
    put_on_screen(qtbot, made, 200, 300)
    made.setFocus()
    return made


def shown(documents: DocumentList) -> list[str]:
    model = documents.documents
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def middle(documents: DocumentList, row: int) -> QPoint:
    return documents.visualRect(documents.documents.index(row)).center()


def dragged(documents: DocumentList, row: int) -> QMimeData:
    return documents.documents.mimeData([documents.documents.index(row)])


def drop(documents: DocumentList, data: QMimeData, at: QPoint) -> tuple[bool, Qt.DropAction]:
    """Return whether the list takes what is dropped, and what it says was done with it."""
    event = QDropEvent(QPointF(at), MOVE, data, LEFT, NONE)
    documents.dropEvent(event)  # Qt delivers drops only between real enter and leave events
    return event.isAccepted(), event.dropAction()


def test_documents_are_shown_by_title_behind_their_group(documents: DocumentList) -> None:
    grouped: Sequence[Document] = (DOCUMENTS[0], replace(DOCUMENTS[1], group="2026"))
    documents.documents.show_documents(grouped)
    assert shown(documents) == ["One", "2026 / Two"]
    assert documents.documents.data(QModelIndex()) is None


def test_a_click_chooses(qtbot: QtBot, documents: DocumentList) -> None:
    chosen = heard(documents.chosen)
    qtbot.mouseClick(documents.viewport(), LEFT, pos=middle(documents, 1))
    assert chosen == [("two",)]
    assert documents.current() == DOCUMENTS[1]


def test_arrows_and_enter_choose(qtbot: QtBot, documents: DocumentList) -> None:
    documents.select("one")
    chosen = heard(documents.chosen)
    qtbot.keyClick(documents, Qt.Key.Key_Down)
    qtbot.keyClick(documents, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(documents, Qt.Key.Key_Return)
    assert chosen == [("three",)]


def test_selecting_is_not_choosing(documents: DocumentList) -> None:
    chosen = heard(documents.chosen)
    documents.select("three")
    documents.select("unknown")
    assert documents.current() == DOCUMENTS[2]
    assert chosen == []


def test_f2_renames(qtbot: QtBot, documents: DocumentList) -> None:
    documents.documents.show_documents([replace(DOCUMENTS[0], group="2026"), *DOCUMENTS[1:]])
    documents.select("one")
    renamed = heard(documents.documents.renamed)
    qtbot.keyClick(documents, Qt.Key.Key_F2)
    editor = documents.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "One"
    editor.selectAll()
    qtbot.keyClicks(editor, "  Budget ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(renamed) == 1)
    assert renamed == [(replace(DOCUMENTS[0], group="2026"), "Budget")]
    assert shown(documents)[0] == "2026 / One"


def test_escape_renames_nothing(qtbot: QtBot, documents: DocumentList) -> None:
    documents.select("one")
    renamed = heard(documents.documents.renamed)
    qtbot.keyClick(documents, Qt.Key.Key_F2)
    editor = documents.findChild(QLineEdit)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert renamed == []


def test_an_empty_title_is_refused(documents: DocumentList) -> None:
    renamed = heard(documents.documents.renamed)
    assert not documents.documents.setData(documents.documents.index(0), "  ")
    assert not documents.documents.setData(QModelIndex(), "x")
    assert renamed == []


def test_a_click_does_not_start_renaming(qtbot: QtBot, documents: DocumentList) -> None:
    for _time in range(2):
        qtbot.mouseClick(documents.viewport(), LEFT, pos=middle(documents, 1))
    qtbot.mouseDClick(documents.viewport(), LEFT, pos=middle(documents, 1))
    assert documents.findChild(QLineEdit) is None


def test_a_dropped_document_goes_before_the_one_below_it(documents: DocumentList) -> None:
    moved = heard(documents.moved)
    assert drop(documents, dragged(documents, 2), middle(documents, 0))[0]
    assert moved == [("three", "one")]


def test_the_list_does_not_move_its_rows_by_itself(documents: DocumentList) -> None:
    _is_taken, action = drop(documents, dragged(documents, 2), middle(documents, 0))
    assert action is Qt.DropAction.IgnoreAction
    assert shown(documents) == ["One", "Two", "Three"]


def test_a_document_dropped_below_all_goes_last(documents: DocumentList) -> None:
    moved = heard(documents.moved)
    drop(documents, dragged(documents, 0), QPoint(20, documents.viewport().height() - 5))
    assert moved == [("one", "")]


def test_a_document_dropped_on_itself_stays(documents: DocumentList) -> None:
    moved = heard(documents.moved)
    drop(documents, dragged(documents, 1), middle(documents, 1))
    assert moved == []


def test_files_are_left_to_the_window(documents: DocumentList) -> None:
    moved = heard(documents.moved)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("a.txt")])
    at = middle(documents, 0)
    entering = QDragEnterEvent(at, MOVE, files, LEFT, NONE)
    QApplication.sendEvent(documents.viewport(), entering)
    assert not entering.isAccepted()
    moving = QDragMoveEvent(at, MOVE, files, LEFT, NONE)
    moving.ignore()
    documents.dragMoveEvent(moving)
    assert not moving.isAccepted()
    assert not drop(documents, files, at)[0]
    assert moved == []


def test_the_list_has_a_name_and_lets_tab_go_on(documents: DocumentList) -> None:
    assert spoken(documents) == "Documents"
    assert not documents.tabKeyNavigation()


def test_a_strange_or_long_title_is_one_shortened_row(
    qtbot: QtBot, documents: DocumentList
) -> None:
    strange, long = replace(DOCUMENTS[0], title=MARKUP), replace(DOCUMENTS[1], title=f"{LONG}\nb")
    documents.documents.show_documents([strange, long])
    assert shown(documents) == [MARKUP, f"{LONG} b"]
    qtbot.waitUntil(lambda: documents.horizontalScrollBar().maximum() == 0)
    tooltip = documents.documents.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert read_as_rich_text(tooltip) == MARKUP


@pytest.mark.parametrize(
    ("row", "by", "wished"),
    [
        (1, -1, [("two", "one")]),
        (0, 2, [("one", "three")]),
        (1, 2, [("two", "")]),
        (0, -1, []),
        (2, 2, []),
    ],
)
def test_a_document_is_moved_without_a_mouse(
    documents: DocumentList, row: int, by: int, wished: list[tuple[str, str]]
) -> None:
    moves = heard(documents.moved)
    documents.setCurrentIndex(documents.documents.index(row))
    assert documents.has_place(by) == bool(wished)
    documents.move_current(by)
    assert moves == wished
