"""Jobs beside the window that go wrong: told in the panel and in the log, never in a dialog."""

import os
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.polled_worker import POLL, PolledWorker
from annotator.gui.project_page import ProjectPage
from annotator.workspace.worker import Done, Failed, Failure, Heard, Job, Task
from tests.gui.fakes import Answers


class Breaking(PolledWorker):
    """Has something else computed than was asked for, which goes wrong."""

    def __init__(self, page: ProjectPage, task: Task, value: object) -> None:
        super().__init__(page)
        self._broken = task, value

    def submit(
        self, task: Task, *_values: object, done: Done, failed: Failed, heard: Heard | None = None
    ) -> Job:
        task, value = self._broken
        return super().submit(task, value, done=done, failed=failed, heard=heard)


def told(window: MainWindow) -> list[tuple[str, str]]:
    return cast("Answers", window.prompts).told


def second_document(page: ProjectPage, tmp_path: Path, qtbot: QtBot) -> None:
    source = tmp_path / "more.txt"
    source.write_text("Ms. Lee: 40 people came, 12% more than last year.\n", encoding="utf-8")
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([source])


def test_what_is_computed_waits_a_moment_after_the_user_did_something(qtbot: QtBot) -> None:
    owner = QObject()
    worker, found = PolledWorker(owner), list[int]()
    worker.rest()
    assert not worker._timer.isActive(), "it looks at no other time than when it is busy"
    worker.submit(abs, -3, done=found.append, failed=lambda _failure: None)
    worker.rest()
    assert worker._timer.remainingTime() > POLL
    again = QTimer(owner, interval=POLL)
    again.timeout.connect(worker.rest)
    again.start()
    qtbot.waitUntil(lambda: found == [3], timeout=60_000)
    worker.stop()


@pytest.mark.parametrize("broken", [(int, "none"), (os._exit, 3)], ids=["raises", "dies"])
def test_a_check_that_fails_is_said_in_its_panel_and_the_next_document_is_checked(
    page: ProjectPage,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    broken: tuple[Task, object],
) -> None:
    sound, breaking = page.check_desk._worker, Breaking(page, *broken)
    before = len(told(window))
    page.check_desk._worker = breaking
    page.show_document(page.workspace.documents()[0].id)
    qtbot.waitUntil(lambda: not page.check_desk.is_busy, timeout=60_000)
    assert "could not be checked" in page.checks._empty.text()
    assert page.checks.model.shown == []
    breaking.stop()
    page.check_desk._worker = sound
    second_document(page, tmp_path, qtbot)
    qtbot.waitUntil(lambda: not page.check_desk.is_busy, timeout=60_000)
    assert "could not be checked" not in page.checks._empty.text()
    assert len(told(window)) == before


@pytest.mark.parametrize("broken", [(int, "none"), (os._exit, 3)], ids=["raises", "dies"])
def test_suggestions_that_fail_are_said_in_their_panel_and_the_next_document_is_read(
    page: ProjectPage,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    broken: tuple[Task, object],
) -> None:
    qtbot.waitUntil(lambda: not page.suggestion_desk.is_busy, timeout=60_000)
    sound, breaking = page.suggestion_desk._reader._worker, Breaking(page, *broken)
    before = len(told(window))
    page.suggestion_desk._reader._worker = breaking
    page.suggestion_desk._reader.forget()
    page.suggestion_desk.show_document()
    qtbot.waitUntil(lambda: not page.suggestion_desk.is_busy, timeout=60_000)
    assert not page.suggestions.gaps.isHidden()
    breaking.stop()
    page.suggestion_desk._reader._worker = sound
    second_document(page, tmp_path, qtbot)
    qtbot.waitUntil(lambda: len(page.suggestions.shown) == 2, timeout=60_000)
    assert page.suggestions.gaps.isHidden()
    page.show_document(page.workspace.documents()[0].id)
    qtbot.waitUntil(lambda: len(page.suggestions.shown) >= 5, timeout=60_000)
    assert page.suggestions.gaps.isHidden()
    assert len(told(window)) == before


def test_why_a_job_failed_is_in_the_log(
    page: ProjectPage, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failures: list[Failure] = []
    worker = PolledWorker(page)
    worker.submit(int, "none", done=print, failed=failures.append)
    qtbot.waitUntil(lambda: failures != [])
    worker.stop()
    [record] = [r for r in caplog.records if r.name == "annotator.beside"]
    assert "invalid literal" in record.getMessage()


def test_a_long_check_that_dies_does_not_call_the_file_damaged(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = len(told(window))
    sound = page.long_check._worker
    page.long_check._worker = Breaking(page, int, "none")
    page.workspace.keep_shadows()
    shadows = page.workspace.shadows
    assert shadows is not None
    qtbot.waitUntil(lambda: shadows.base() is not None)
    page.long_check.start()
    qtbot.waitUntil(lambda: not page.long_check._worker.is_busy, timeout=60_000)
    sound.stop()
    assert len(told(window)) == before


def test_a_document_is_read_and_checked_although_the_process_is_killed(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = len(told(window))
    worker = page._worker._worker
    qtbot.waitUntil(lambda: worker._process is not None and worker.is_busy, timeout=60_000)
    assert worker._process is not None
    worker._process.kill()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    assert len(page.suggestions.shown) >= 5
    assert page.suggestions.gaps.isHidden()
    assert "could not" not in page.checks._empty.text()
    assert len(told(window)) == before
