"""How a file that nobody vouches for comes onto the window: shown, checked, opened for writing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import Edit
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Setting
from annotator.store.opening import must_be_put_right
from annotator.store.recovering import END_OF_A_NAMED_OTHER
from annotator.workspace.folders import recovery_folder, vouch_folder
from annotator.workspace.importing import import_files
from annotator.workspace.opening import create_project, open_project, this_person
from annotator.workspace.shadows import Shadow, all_shadows
from tests.gui.acting import in_file, marked, opened, written
from tests.gui.conftest import TEXT, MakeWindow
from tests.gui.fakes import answers
from tests.robustness.disks import folder_for_all, without_rights
from tests.store.test_recovering import FIXTURES, crash


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """Return a sound project file that this machine has not seen before."""
    path = tmp_path / "strange.annotator"
    make_strange(path)
    return path


def make_strange(path: Path, text: str = TEXT) -> None:
    with create_project(path, this_person()) as workspace:
        import_files(workspace, [written(path.with_suffix(".txt"), text)])
    forget()


def forget() -> None:
    for file in vouch_folder().glob("*.json"):
        file.unlink()


def meddle(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        held = dict(triggers.fetchall())
        db.execute("PRAGMA ignore_check_constraints = ON")
        for name in held:
            db.execute(f"DROP TRIGGER {name}")
        db.execute(sql)
        for statement in held.values():
            db.execute(statement)


def page_of(window: MainWindow) -> ProjectPage:
    assert window.page
    return window.page


def told(window: MainWindow) -> list[str]:
    return [title for title, _text in answers(window).told]


def test_it_is_shown_at_once_read_only_and_can_be_changed_once_it_was_checked(
    window: MainWindow, strange: Path, qtbot: QtBot
) -> None:
    page = opened(window, strange)
    assert page.view.text == TEXT
    assert "(read only)" in window.windowTitle()
    assert "being checked" in window._saved.text()
    page.view.set_selection(0, 3)
    QTest.keyClicks(page.view, "1")
    assert "still being checked" in window.statusBar().currentMessage()
    assert in_file(page) == []
    qtbot.waitUntil(lambda: page.workspace.is_proven, timeout=60_000)
    assert "(read only)" not in window.windowTitle()
    assert window._saved.text() == ""
    mark = marked(page, "2.3万人", "6")
    assert in_file(page) == [mark]
    assert page.workspace.shadows is not None
    assert told(window) == []


def test_a_vouched_file_can_be_changed_at_once(
    window: MainWindow, strange: Path, qtbot: QtBot
) -> None:
    page = opened(window, strange)
    qtbot.waitUntil(lambda: page.workspace.is_proven, timeout=60_000)
    window.close_project()
    assert opened(window, strange).workspace.is_proven


def test_what_is_not_sound_is_shown_no_longer(
    window: MainWindow, strange: Path, qtbot: QtBot
) -> None:
    meddle(strange, "UPDATE document SET title = 'Another'")
    before = strange.read_bytes()
    opened(window, strange)
    qtbot.waitUntil(lambda: window.page is None, timeout=60_000)
    assert told(window) == ["The project was not opened"]
    assert "not as the history says" in answers(window).told[0][1]
    assert str(strange) not in window.preferences.recent
    assert strange.read_bytes() == before


def test_what_was_shown_before_is_shown_again_when_a_file_is_refused(
    page: ProjectPage, window: MainWindow, strange: Path, qtbot: QtBot
) -> None:
    before = page.workspace.path
    meddle(strange, "UPDATE document SET title = 'Another'")
    assert opened(window, strange).workspace.path == strange
    qtbot.waitUntil(lambda: told(window) == ["The project was not opened"], timeout=60_000)
    qtbot.waitUntil(lambda: window.page is not None)
    assert page_of(window).workspace.path == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE turn SET part = 'nonsense'",
        "UPDATE turn SET start = -5, stop = 99999999",
        "UPDATE speaker SET role = 'nonsense'",
        "UPDATE text SET chars = 3",
        "DELETE FROM piece",
        "UPDATE document SET attributes = '[1]'",
        "UPDATE label SET names = '3'",
        "UPDATE label SET kind = 'nonsense'",
        "UPDATE label SET names = 'no JSON'",
        "DELETE FROM meta",
    ],
)
def test_values_that_cannot_be_shown_end_in_a_refusal(
    window: MainWindow, strange: Path, qtbot: QtBot, sql: str
) -> None:
    meddle(strange, sql)
    window.open_path(strange)
    qtbot.waitUntil(lambda: window.page is None, timeout=60_000)
    assert told(window)[-1] == "The project was not opened"


def test_an_error_while_it_is_shown_is_blamed_on_the_file_until_it_is_proven(
    window: MainWindow, strange: Path, qtbot: QtBot
) -> None:
    opened(window, strange)
    window.entering.meet_crash("details")
    assert window.page is None
    assert told(window) == ["The project was not opened"]
    page = opened(window, strange)
    qtbot.waitUntil(lambda: page.workspace.is_proven, timeout=60_000)
    window.entering.meet_crash("details")
    assert answers(window).told[-1][1] == "details"
    assert window.page is page


def test_what_others_write_while_it_is_checked_is_there_afterwards(
    window: MainWindow, strange: Path, qtbot: QtBot
) -> None:
    page = opened(window, strange)
    with open_project(strange, this_person()) as other:
        other.apply(Edit(Message("x"), added=(Setting(SettingId("memo"), "theirs"),)))
        qtbot.waitUntil(lambda: page.workspace.is_proven, timeout=60_000)
    assert page.workspace.settings()["memo"] == "theirs"
    mark = marked(page, "2.3万人", "6")
    assert in_file(page) == [mark]


def test_it_can_be_closed_while_it_is_checked(window: MainWindow, strange: Path) -> None:
    opened(window, strange)
    window.close_project()
    assert window.page is None
    assert told(window) == []


def test_one_that_cannot_be_written_stays_read_only_when_it_was_checked(
    window: MainWindow, qtbot: QtBot
) -> None:
    with folder_for_all() as folder:
        path = folder / "p.annotator"
        make_strange(path)
        path.chmod(0o444)
        folder.chmod(0o755)
        with without_rights():
            answers(window).confirms = [True]
            page = opened(window, path)
        qtbot.waitUntil(lambda: page.workspace.is_proven, timeout=60_000)
        assert "(read only)" in window.windowTitle()
        assert told(window) == ["The project cannot be written"]
        window.close_project()


@pytest.fixture
def crashed(page: ProjectPage, window: MainWindow, make_window: MakeWindow) -> MainWindow:
    """Return a hidden window at the start after a program that ended with a project open."""
    page.view.set_selection(0, 3)
    QTest.keyClicks(page.view, "1")
    mark = window.entering.recovery._mark
    assert mark is not None
    mark._lock.unlock()  # as the end of a process does
    window.entering.recovery._mark = None
    window.close_project()
    fresh = make_window()
    fresh.hide()
    return fresh


def test_what_is_said_after_a_crash_comes_over_the_window(
    crashed: MainWindow, qtbot: QtBot
) -> None:
    crashed.reopen_after_crash()
    assert crashed.page is not None
    assert told(crashed) == []
    crashed.show()
    qtbot.waitUntil(lambda: told(crashed) == ["After an unexpected end"])
    assert crashed.isVisible()


def copies_of(path: Path) -> list[Shadow]:
    return [shadow for shadow in all_shadows(recovery_folder()) if shadow.source == path]


@pytest.mark.parametrize("quits", [True, False])
def test_a_project_closed_at_once_after_the_start_has_its_recovery_copy(
    make_window: MakeWindow,
    strange: Path,
    quits: bool,  # noqa: FBT001
    qtbot: QtBot,
) -> None:
    open_project(strange, this_person()).close()
    started = make_window()
    started.hide()
    page = opened(started, strange)
    assert page.workspace.is_proven
    page.view.set_selection(0, 3)
    page.annotations.use_label(page.workspace.labels()[0].id)
    assert (page.workspace.shadows, copies_of(strange)) == (None, [])
    if quits:
        started.close()
    else:
        started.close_project()
    qtbot.waitUntil(lambda: [x.holds.annotations for x in copies_of(strange)] == [1])


# --- files that are put right first ---


def test_a_file_of_an_older_version_is_brought_up_to_date_beside_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.annotator"
    shutil.copyfile(FIXTURES / "version_1.annotator", path)
    window.open_path(path)
    assert (window.page, must_be_put_right(path)) == (None, True)
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.workspace.is_proven, timeout=60_000)
    assert not page.workspace.read_only
    assert not must_be_put_right(path)
    assert [file.name for file in recovery_folder().glob("old (version 1*")]


def test_a_crash_is_taken_back_beside_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "crashed.annotator"
    make_strange(path)
    journal = crash(path)
    window.open_path(path)
    assert (window.page, journal.exists()) == (None, True)
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    assert window.page is not None
    assert window.page.workspace.store.was_recovered
    assert not journal.exists()


def test_a_journal_that_does_not_fit_is_refused_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "forged.annotator"
    make_strange(path)
    journal = crash(path)
    journal.write_bytes(journal.read_bytes() + END_OF_A_NAMED_OTHER)
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(answers(window).told), timeout=60_000)
    assert "do not fit together" in answers(window).told[-1][1]
    assert window.page is None
    assert journal.exists()


def test_the_file_that_is_chosen_last_is_the_one_that_is_opened(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    old, new = tmp_path / "old.annotator", tmp_path / "new.annotator"
    shutil.copyfile(FIXTURES / "version_1.annotator", old)
    create_project(new, this_person()).close()
    window.open_path(old)
    window.open_path(new)
    qtbot.waitUntil(lambda: window.page is not None, timeout=60_000)
    assert window.page is not None
    assert window.page.workspace.path == new
    assert must_be_put_right(old)
