"""A corrected transcript: what changed is listed, and a click goes there."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from annotator.gui.main_window import MainWindow
from annotator.gui.places_dialog import PlacesDialog
from annotator.gui.project_page import ProjectPage
from tests.gui.acting import marked
from tests.gui.conftest import TEXT
from tests.gui.fakes import answers

CTRL = Qt.KeyboardModifier.ControlModifier


LEFT = Qt.MouseButton.LeftButton


def at_front(window: MainWindow) -> None:
    """Give the window back what a window system gives it when a dialog closes."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_corrected_transcript_lists_what_changed_and_a_click_goes_there(
    page: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    marked(page, "增长12.5%", "6")
    marked(page, "从各县抽调2.3万人", "6")
    marked(page, "这是实话", "6")
    [old] = page.workspace.documents()
    corrected = TEXT.replace("抽调2.3万人", "抽调2.4万人").replace("，这是实话", "")
    answers(window).files = [[written(tmp_path / "corrected.txt", corrected)]]
    menu = page.documents.document_menu()
    next(a for a in menu.actions() if a.text().startswith("Bring in")).trigger()
    assert page.view.text == corrected
    dialog = cast("PlacesDialog", answers(window).shown[-1])
    assert dialog.table.rowCount() == 2
    rows = {}
    for row in range(2):
        what, before, now = (dialog.table.item(row, column) for column in range(3))
        assert what is not None
        assert before is not None
        assert now is not None
        rows[what.text()] = (row, before.text(), now.text())
    assert rows["changed"][1:] == ("从各县抽调2.3万人", "从各县抽调2.4万人")
    assert rows["lost"][1:] == ("这是实话", "")
    page.show_document(old.id)
    dialog.table.setCurrentCell(rows["lost"][0], 0)
    dialog.table.setCurrentCell(rows["changed"][0], 0)
    assert page.annotations.current is not None
    assert page.annotations.current.quote == "从各县抽调2.4万人"
    close = dialog.findChildren(QPushButton)[-1]
    QTest.mouseClick(close, LEFT)
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert page.workspace.documents() == [old]


def test_the_same_text_is_no_correction(
    page: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    answers(window).files = [[written(tmp_path / "same.txt", TEXT)], []]
    page.documents.correction_requested.emit(page.workspace.documents()[0].id)
    assert "the same as before" in answers(window).told[-1][1]
    page.documents.correction_requested.emit(page.workspace.documents()[0].id)
    assert len(page.workspace.documents()) == 1
