"""A corrected transcript in the window: compared beside it, with a list of what changed."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.places_dialog import PlacesDialog
from annotator.gui.project_page import ProjectPage
from annotator.model.records import Annotation
from tests.gui.conftest import TEXT
from tests.gui.fakes import Answers
from tests.gui.long_text import long_text

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def at_front(window: MainWindow) -> None:
    """Give the window back what a window system gives it when a dialog closes."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def answers(window: MainWindow) -> Answers:
    return cast("Answers", window.prompts)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def mark(page: ProjectPage, words: str, key: str) -> None:
    at = page.view.text.index(words)
    page.view.set_selection(at, at + len(words))
    QTest.keyClicks(page.view, key)


def test_a_corrected_transcript_lists_what_changed_and_a_click_goes_there(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    mark(page, "增长12.5%", "6")
    mark(page, "从各县抽调2.3万人", "6")
    mark(page, "这是实话", "6")
    [old] = page.workspace.documents()
    corrected = TEXT.replace("抽调2.3万人", "抽调2.4万人").replace("，这是实话", "")
    answers(window).files = [[written(tmp_path / "corrected.txt", corrected)]]
    menu = page.documents.document_menu()
    next(a for a in menu.actions() if a.text().startswith("Bring in")).trigger()
    qtbot.waitUntil(lambda: page.view.text == corrected, timeout=60_000)
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
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    answers(window).files = [[written(tmp_path / "same.txt", TEXT)], []]
    page.documents.correction_requested.emit(page.workspace.documents()[0].id)
    qtbot.waitUntil(lambda: "the same as before" in answers(window).told[-1][1], timeout=60_000)
    page.documents.correction_requested.emit(page.workspace.documents()[0].id)
    assert len(page.workspace.documents()) == 1


def test_a_long_correction_is_compared_while_the_window_answers(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([written(tmp_path / "long.txt", long_text())])
    qtbot.waitUntil(lambda: page.view.text == long_text())
    mark(page, "第700项", "6")
    corrected = long_text().replace("第3项", "第4项")
    answers(window).files = [[written(tmp_path / "corrected.txt", corrected)]]
    document = page.annotations.document()
    assert document is not None
    page.documents.correction_requested.emit(document.id)
    qtbot.waitUntil(lambda: page.view.text == corrected, timeout=60_000)
    assert page.annotations.snapshot is not None
    [carried] = page.annotations.snapshot.all(Annotation)
    assert carried.quote == "第700项"
