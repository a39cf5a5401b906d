"""Checks in the window: found beside it, shown side by side, ruled on by key."""

import pickle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.checks.statement import Verdict
from annotator.gui.main_window import MainWindow
from annotator.gui.polled_worker import PolledWorker
from annotator.gui.project_page import ProjectPage
from annotator.model.kinds import Ruling
from annotator.model.records import Finding
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.worker import Done, Failed, Heard, Job, Task

Key = Qt.Key
TEXT = "局长：全区共有养老机构240家，其中公办机构60家，占35%。\n记者：谢谢。\n"


@pytest.fixture
def checked(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ProjectPage:
    """Return a page whose transcript has been checked, with the checks on show."""
    source = tmp_path / "talk.txt"
    source.write_text(TEXT, encoding="utf-8")
    create_project(tmp_path / "talk.annotator", this_person()).close()
    window.open_path(tmp_path / "talk.annotator")
    page = window.page
    assert page is not None
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=20_000):
        page.transfer_desk.import_paths([source])
    page.toggle_bottom("checks")
    qtbot.waitUntil(lambda: len(page.checks.model.shown) == 1, timeout=20_000)
    page.checks.view.setFocus()
    qtbot.waitUntil(page.checks.view.hasFocus)
    return page


def findings(page: ProjectPage) -> list[Finding]:
    return page.workspace.store.load(page.workspace.documents()[0].id).all(Finding)


def test_a_conflict_is_found_counted_and_shown_with_its_passages(checked: ProjectPage) -> None:
    [row] = checked.checks.model.shown
    assert row.check.verdict is Verdict.CONFLICT
    assert "1" in checked.bottom.tabText(2)
    QTest.keyClick(checked.checks.view, Key.Key_Down)
    shown = [pane.toPlainText() for pane in checked.checks.passages.panes if not pane.isHidden()]
    assert ["【60家】" in shown[0], "【35%】" in shown[1], "【240家】" in shown[2]] == [True] * 3
    assert checked.view.selected_text() == "60家"
    QTest.keyClick(checked.checks.view, Key.Key_Right)
    assert checked.view.selected_text() == "35%"
    button = next(b for b in checked.checks.findChildren(QPushButton) if b.text() == "Next passage")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert checked.view.selected_text() == "240家"


@pytest.mark.parametrize(
    ("key", "ruling"),
    [
        (Key.Key_Return, Ruling.CONFIRMED),
        (Key.Key_Delete, Ruling.NOT_THE_SAME),
        (Key.Key_Space, Ruling.EXPLAINED),
    ],
)
def test_a_ruling_is_kept_in_the_file_and_undone(
    checked: ProjectPage, window: MainWindow, key: Qt.Key, ruling: Ruling
) -> None:
    QTest.keyClick(checked.checks.view, Key.Key_Down)
    QTest.keyClick(checked.checks.view, key)
    [finding] = findings(checked)
    assert (finding.ruling, finding.type, finding.verdict) == (ruling, "share", "conflict")
    assert checked.checks.model.shown[0].ruling is ruling
    assert "1" not in checked.bottom.tabText(2)
    window.undo()
    assert findings(checked) == []
    assert checked.checks.model.shown[0].ruling is Ruling.OPEN


def test_ruling_again_replaces_the_ruling(checked: ProjectPage) -> None:
    QTest.keyClick(checked.checks.view, Key.Key_Down)
    QTest.keyClick(checked.checks.view, Key.Key_Return)
    QTest.keyClick(checked.checks.view, Key.Key_Space)
    assert [finding.ruling for finding in findings(checked)] == [Ruling.EXPLAINED]


def test_a_filter_without_rows_says_what_to_do(checked: ProjectPage) -> None:
    checked.checks.verdict.setCurrentIndex(checked.checks.verdict.findData("consistent"))
    checked.checks.verdict.activated.emit(0)
    assert checked.checks.model.shown == []
    assert "filters" in checked.checks._empty.text()


class Noting(PolledWorker):
    """Keeps what is sent to the process."""

    sent = b""

    def submit(
        self, task: Task, *values: object, done: Done, failed: Failed, heard: Heard | None = None
    ) -> Job:
        self.sent += pickle.dumps((task, values))
        return super().submit(task, *values, done=done, failed=failed, heard=heard)


def test_neither_text_nor_figures_are_sent_to_be_checked(
    checked: ProjectPage, qtbot: QtBot
) -> None:
    """Collecting and sending those of a large document would take the window's thread."""
    qtbot.waitUntil(lambda: not checked.suggestion_desk.is_busy, timeout=20_000)
    checked.check_desk._worker = noting = Noting(checked)
    [mark] = [x for x in checked.suggestions.shown if x.text == "60家"]
    checked.suggestion_desk.accept([mark])
    assert checked.check_desk.is_busy
    qtbot.waitUntil(lambda: not checked.check_desk.is_busy, timeout=20_000)
    assert b"check_beside" in noting.sent
    assert "养老机构".encode() not in noting.sent
    assert "60家".encode() not in noting.sent
    assert len(checked.checks.model.shown) == 1
    noting.stop()
