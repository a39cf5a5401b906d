"""After a crash, beside a conflicted copy and when going back to a recovery copy."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.recovery import local_moment
from annotator.model.records import Annotation
from annotator.resources import resource_path
from annotator.store.project_file import Store
from annotator.workspace.folders import open_folder
from tests.gui.acting import opened
from tests.gui.conftest import MakeWindow
from tests.gui.fakes import answers
from tests.gui.marking_run import WANTED
from tests.robustness.work import real_session
from tests.store.test_recovering import crash

ROOT = Path(__file__).parents[2]


def marked(page: ProjectPage, start: int) -> None:
    page.view.set_selection(start, start + 3)
    QTest.keyClicks(page.view, "1")


def in_file(path: Path) -> list[int]:
    with Store.open(path, real_session(), read_only=True) as store:
        [document] = store.documents()
        return [annotation.start for annotation in store.load(document.id).all(Annotation)]


def on_screen(page: ProjectPage) -> list[int]:
    s = page.annotations.snapshot
    return [annotation.start for annotation in s.all(Annotation)] if s else []


# --- after a crash ---


@pytest.mark.slow
def test_after_a_kill_the_next_start_opens_the_project_and_says_what_is_there(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    project = tmp_path / "marked.annotator"
    source = resource_path("samples", "briefing-en.txt")
    subprocess.run(
        [sys.executable, "-m", "tests.gui.marking_run", str(project), str(source)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    journal = crash(project)
    window = make_window()
    window.reopen_after_crash()
    qtbot.waitUntil(lambda: bool(answers(window).told), timeout=60_000)
    assert window.page
    assert window.page.workspace.path == project
    assert len(on_screen(window.page)) == WANTED
    [(title, text)] = answers(window).told
    assert title == "After an unexpected end"
    assert f"{WANTED + 1} changes made since" in text
    assert "taken back" in text
    assert not journal.exists()
    window.close()
    again = make_window()
    again.reopen_after_crash()
    assert again.page is None
    assert answers(again).told == []


def test_a_project_that_is_still_open_elsewhere_has_not_crashed(
    page: ProjectPage, make_window: MakeWindow
) -> None:
    other = make_window()
    other.open_path(page.workspace.path)
    assert answers(other).told == []


# --- two states of one file ---


@pytest.mark.parametrize("opens_it", [True, False])
def test_a_conflicted_copy_is_offered_and_both_stay(
    page: ProjectPage,
    window: MainWindow,
    opens_it: bool,  # noqa: FBT001
    qtbot: QtBot,
) -> None:
    path = page.workspace.path
    beside = path.with_name("talk (conflicted copy 2026-11-25).annotator")
    window.close_project()
    shutil.copyfile(path, beside)
    copied = opened(window, beside)
    qtbot.waitUntil(lambda: copied.workspace.is_proven, timeout=60_000)
    marked(copied, 4)
    window.close_project()
    both = path.read_bytes(), beside.read_bytes()
    answers(window).confirms = [opens_it]
    window.open_path(path)
    expected = beside if opens_it else path
    qtbot.waitUntil(lambda: window.page is not None and window.page.workspace.path == expected)
    title, text = answers(window).told[-1]
    assert title == "Two states of one project"
    assert "Changes that are only there: 1; only in this file:" in text
    window.close_project()
    assert (path.read_bytes(), beside.read_bytes()) == both


# --- recovery copies ---


def test_a_recovery_copy_is_opened_as_a_copy(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    shadows = page.workspace.shadows
    assert shadows
    marked(page, 4)
    shadows.take()
    marked(page, 10)
    answers(window).picks = [0]
    answers(window).places = [tmp_path / "back.annotator"]
    window.actions_by_id["restore"].trigger()
    headings, *rows = answers(window).rows
    assert headings == ("Made", "Project", "Holds", "Last change", "File")
    assert [row[2] for row in rows][:1] == ["1 document, 1 annotation"]
    assert rows[0][4] == str(tmp_path / "talk.annotator")
    assert window.page
    qtbot.waitUntil(lambda: on_screen(cast("ProjectPage", window.page)) == [4])
    assert window.page.workspace.path == tmp_path / "back.annotator"
    assert in_file(tmp_path / "talk.annotator") == [4, 10]


def test_a_moment_that_no_clock_here_shows_stands_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no time zone to set")
    monkeypatch.setenv("TZ", "XXX+12")
    time.tzset()
    try:
        assert local_moment("2026-01-05T12:00:00.000Z") == "2026-01-05 00:00:00"
        for moment in ("0001-01-01T00:00:00.000Z", "never"):
            assert local_moment(moment) == moment
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_recovery_copy_is_never_put_over_a_file(page: ProjectPage, window: MainWindow) -> None:
    assert page.workspace.shadows
    page.workspace.shadows.take()
    marked(page, 4)
    answers(window).picks = [0]
    answers(window).places = [page.workspace.path]
    window.ask_to_restore()
    assert "is there already" in answers(window).told[-1][1]
    assert in_file(page.workspace.path) == [4]


def test_without_recovery_copies_that_is_said(window: MainWindow) -> None:
    window.ask_to_restore()
    assert answers(window).told == [("Recovery copies", "There are no recovery copies yet.")]


def test_an_unforeseen_error_keeps_a_copy_of_the_work(
    page: ProjectPage, window: MainWindow
) -> None:
    marked(page, 4)
    kept = window.keep_work()
    assert kept
    assert in_file(kept) == [4]


def test_it_also_keeps_what_could_not_be_saved(page: ProjectPage, window: MainWindow) -> None:
    marked(page, 4)
    page.watch.stop()
    page.workspace.store._db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(page.workspace.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        marked(page, 10)
        kept = window.keep_work()
        other.execute("ROLLBACK")
    assert kept
    assert in_file(kept) == [4, 10]
    assert in_file(page.workspace.path) == [4]
    window.unsaved_bar.try_again.click()
    assert in_file(page.workspace.path) == [4, 10]


def test_what_says_which_project_is_open_may_be_damaged(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    for number, content in enumerate(("", "[]", '{"path": 5}', "{" * 5000, "\x00")):
        open_folder().mkdir(exist_ok=True)
        (open_folder() / f"{number}.json").write_text(content)
    window = make_window()
    window.reopen_after_crash()
    assert window.page is None
    assert list(open_folder().glob("*.json")) == []
    (open_folder() / "gone.json").write_text(
        json.dumps({"path": str(tmp_path / "gone.annotator"), "opened": "x", "last": "y"})
    )
    other = make_window()
    other.reopen_after_crash()
    assert other.page is None
    assert "gone.annotator" in answers(other).told[-1][1]
    again = make_window()
    again.reopen_after_crash()
    assert answers(again).told == []


def crash_of(page: ProjectPage) -> None:
    """Leave behind what a program that ends unexpectedly leaves."""
    last = page.workspace.store.tail.last
    told = {"path": str(page.workspace.path), "opened": "2026-11-25T09:00:00Z", "last": last}
    marked(page, 4)
    open_folder().mkdir(exist_ok=True)
    (open_folder() / "crash.json").write_text(json.dumps(told), encoding="utf-8")


def test_what_nobody_was_told_of_a_crash_is_told_at_the_next_start(
    page: ProjectPage, window: MainWindow, make_window: MakeWindow, qtbot: QtBot
) -> None:
    crash_of(page)
    window.close_project()
    for told in ([], ["After an unexpected end"]):
        started = make_window()
        started.hide()
        started.reopen_after_crash()
        assert started.page is not None
        if told:
            started.show()
            qtbot.waitUntil(lambda: bool(answers(started).told), timeout=60_000)  # noqa: B023
        started.close_project()
        assert [title for title, _text in answers(started).told] == told
    last = make_window()
    last.reopen_after_crash()
    assert last.page is None


@pytest.mark.parametrize("is_gone", [False, True])
def test_recovery_copies_of_a_file_that_cannot_be_opened_are_offered_at_once(
    page: ProjectPage,
    window: MainWindow,
    tmp_path: Path,
    is_gone: bool,  # noqa: FBT001
    qtbot: QtBot,
) -> None:
    assert page.workspace.shadows
    marked(page, 4)
    page.workspace.shadows.take()
    path, back = page.workspace.path, tmp_path / "back.annotator"
    window.close_project()
    path.unlink() if is_gone else path.write_bytes(b"%PDF-1.7 " * 200)
    answers(window).confirms = [True]
    answers(window).picks = [0]
    answers(window).places = [back]
    window.open_path(path)
    qtbot.waitUntil(lambda: window.page is not None)
    title, text = answers(window).told[0]
    assert title == "The project was not opened"
    assert text.endswith("Recovery copies…")
    assert answers(window).rows[1][-1] == str(path)
    assert in_file(back) == [4]


def test_who_wants_no_recovery_copy_stays_where_they_were(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    path = page.workspace.path
    window.close_project()
    path.write_bytes(b"%PDF-1.7 " * 200)
    answers(window).confirms = [False]
    window.open_path(path)
    qtbot.waitUntil(lambda: len(answers(window).told) == 1)
    assert window.page is None
