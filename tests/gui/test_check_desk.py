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
from annotator.workspace.worker import Done, Failed, Failure, Heard, Job, Task
from tests.gui.acting import marked
from tests.gui.by_hand import ByHand
from tests.gui.panels.test_check_rows import check
from tests.gui.panels.test_suggestion_rows import Watcher

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
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([source])
    page.toggle_bottom("checks")
    qtbot.waitUntil(lambda: len(page.checks.model.shown) == 1, timeout=60_000)
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
    qtbot.waitUntil(lambda: not checked.suggestion_desk.is_busy, timeout=60_000)
    checked.check_desk._worker = noting = Noting(checked)
    [mark] = [x for x in checked.suggestions.shown if x.text == "60家"]
    checked.suggestion_desk.accept([mark])
    assert checked.check_desk.is_busy
    qtbot.waitUntil(lambda: not checked.check_desk.is_busy, timeout=60_000)
    assert b"check_beside" in noting.sent
    assert "养老机构".encode() not in noting.sent
    assert "60家".encode() not in noting.sent
    assert len(checked.checks.model.shown) == 1
    noting.stop()


@pytest.fixture
def by_hand(page: ProjectPage) -> ByHand:
    """Return what the checks of a page are computed by, with one under way."""
    page.check_desk._cancel()
    page.check_desk._worker = made = ByHand(page)
    marked(page, "2.3万人", "1")
    once_quiet(page)
    assert len(made.jobs) == 1
    return made


def once_quiet(page: ProjectPage) -> None:
    """Go on as if nothing had been changed for a while."""
    assert page.check_desk._pause.isActive()
    page.check_desk._pause.stop()
    page.check_desk._compute()


def test_an_edit_lets_the_check_under_way_end_and_has_another_made_then(
    page: ProjectPage, by_hand: ByHand
) -> None:
    marked(page, "400亿元", "3")
    once_quiet(page)
    assert len(by_hand.jobs) == 1
    page.toggle_bottom("checks")
    by_hand.jobs[0].done([check()])
    assert [row.check for row in page.checks.model.shown] == [check()]
    assert (len(by_hand.jobs), page.check_desk.is_busy) == (2, True)
    by_hand.jobs[1].done([])
    assert page.checks.model.shown == []
    assert (len(by_hand.jobs), page.check_desk.is_busy) == (2, False)
    assert by_hand.killed == []


def test_a_check_of_an_earlier_state_that_fails_is_made_again(
    page: ProjectPage, by_hand: ByHand
) -> None:
    marked(page, "400亿元", "3")
    once_quiet(page)
    by_hand.jobs[0].failed(Failure(""))
    assert "could not be checked" not in page.checks._empty.text()
    by_hand.jobs[1].failed(Failure(""))
    assert "could not be checked" in page.checks._empty.text()
    assert not page.check_desk.is_busy


def test_a_check_that_only_waits_is_asked_for_anew(page: ProjectPage, by_hand: ByHand) -> None:
    by_hand.lets_wait = True
    marked(page, "400亿元", "3")
    once_quiet(page)
    assert len(by_hand.jobs) == 2
    by_hand.jobs[1].done([])
    assert not page.check_desk.is_busy


def test_figures_are_held_against_each_other_once_all_suggestions_are_found(
    page: ProjectPage, by_hand: ByHand
) -> None:
    by_hand.has_other_work = True
    marked(page, "400亿元", "3")
    once_quiet(page)
    by_hand.jobs[0].done([])
    assert (len(by_hand.jobs), page.check_desk.is_busy) == (1, True)
    by_hand.has_other_work = False
    once_quiet(page)
    assert (len(by_hand.jobs), page.check_desk.is_busy) == (2, True)


def test_a_document_that_is_read_anew_keeps_its_checks_and_another_has_its_own(
    page: ProjectPage, by_hand: ByHand
) -> None:
    by_hand.jobs[0].done([check()])
    watcher = Watcher(page.checks.model)
    page.reload()
    once_quiet(page)
    assert (len(by_hand.jobs), watcher.told) == (2, [])
    page.reload()
    by_hand.jobs[1].done([check()])
    assert (by_hand.killed, watcher.told) == ([], [])
    page.annotations.clear()
    assert watcher.told == ["removed 0-0"]
    assert not page.check_desk.is_busy


def test_only_figures_that_come_go_or_move_have_a_document_checked_again(
    page: ProjectPage, by_hand: ByHand, window: MainWindow
) -> None:
    by_hand.jobs[0].done([])
    claim = marked(page, "今年投入2.3万人", "6")
    assert not page.check_desk.is_busy
    figure = marked(page, "400亿元", "3")
    once_quiet(page)
    by_hand.jobs[-1].done([])
    for one, is_checked in ((claim, False), (figure, True)):
        page.annotations.select(one.id)
        QTest.keyClick(page.view, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert page.check_desk._pause.isActive() is is_checked, one.quote
    for _step in ("the figure's edge", "the claim's edge", "the figure"):
        page.check_desk._pause.stop()
        window.undo()
        assert page.check_desk._pause.isActive() is (_step != "the claim's edge"), _step
