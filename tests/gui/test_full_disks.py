"""When disks fail: what they do not take stays on the screen, is said, and outlives the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.recovery import offer_unsaved
from annotator.model.edit import Edit
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Setting
from annotator.store.spill import Waiting, write_spill
from annotator.workspace.opening import create_project, this_person
from tests.gui.conftest import MakeWindow
from tests.gui.fakes import answers
from tests.gui.test_recovery import in_file, marked, on_screen
from tests.robustness.disks import fill, folder_for_all, mounted, without_rights


def press(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def full(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[ProjectPage]:
    """Give a project on a disk that is full."""
    with mounted() as disk:
        source = tmp_path / "talk.txt"
        source.write_text("主持人：各位好。\n张明：今年投入2.3万人，比去年增长12.5%。\n", "utf-8")
        create_project(disk / "talk.annotator", this_person()).close()
        window.open_path(disk / "talk.annotator")
        assert window.page
        with qtbot.waitSignal(window.page.transfer_desk.finished, timeout=60_000):
            window.page.transfer_desk.import_paths([source])
        fill(disk)
        yield window.page


def test_what_a_full_disk_does_not_take_stays_and_is_said(
    full: ProjectPage, window: MainWindow
) -> None:
    said: list[str] = []
    full.said.connect(said.append)
    marked(full, 4)
    marked(full, 10)
    assert any("disk is full" in sentence for sentence in said)
    assert on_screen(full) == [4, 10]
    assert window.unsaved_bar.accessibleName() == "2 changes not saved"
    press(window.unsaved_bar.try_again)
    assert window.unsaved_bar.isVisible()
    assert in_file(full.workspace.path) == []
    answers(window).confirms = [True]


def test_a_window_with_unsaved_changes_is_not_left_without_asking(
    full: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    marked(full, 4)
    answers(window).confirms = [False, False, False]
    window.close_project()
    for step in window.make_spare():
        step()
    window.open_path(tmp_path / "other.annotator")
    assert not window.close()
    assert answers(window).confirms == []
    assert window.page is full
    assert on_screen(full) == [4]
    answers(window).confirms = [True]


def test_a_full_disk_is_left_for_another(
    full: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    marked(full, 4)
    answers(window).places = [tmp_path / "elsewhere.annotator"]
    press(window.unsaved_bar.save_copy)
    assert not window.unsaved_bar.isVisible()
    assert on_screen(full) == in_file(tmp_path / "elsewhere.annotator") == [4]
    marked(full, 14)
    assert in_file(tmp_path / "elsewhere.annotator") == [4, 14]


def test_an_overwritten_file_is_left_for_a_copy_with_everything_in_it(
    page: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    marked(page, 4)
    older = page.workspace.path.read_bytes()
    assert page.workspace.shadows
    page.workspace.shadows.take()
    marked(page, 10)
    page.workspace.path.write_bytes(older)
    marked(page, 14)
    assert on_screen(page) == [4, 10, 14]
    answers(window).places = [tmp_path / "mine.annotator"]
    press(window.unsaved_bar.save_copy)
    assert in_file(tmp_path / "mine.annotator") == [4, 10, 14]
    assert in_file(tmp_path / "talk.annotator") == [4]
    assert not window.unsaved_bar.isVisible()


def test_a_file_that_cannot_be_written_is_offered_for_reading(window: MainWindow) -> None:
    with folder_for_all() as folder:
        create_project(folder / "p.annotator", this_person()).close()
        (folder / "p.annotator").chmod(0o444)
        folder.chmod(0o755)
        with without_rights():
            answers(window).confirms = [False, True]
            window.open_path(folder / "p.annotator")
            assert window.workspace is None
            window.open_path(folder / "p.annotator")
            assert "(read only)" in window.windowTitle()
        window.close_project()


# --- what a disk did not take survives the end of the program ---


def end(window: MainWindow) -> Path:
    """Let a window's project be left as the end of its process does; returns its path."""
    assert window.page
    page, window.page = window.page, None
    mark = window.entering.recovery._mark
    assert mark
    mark._lock.unlock()
    window.entering.recovery._mark = None
    page.leave()
    page.workspace.store.close()
    return page.workspace.path


@pytest.mark.parametrize("makes_them", [True, False])
def test_what_was_not_saved_is_offered_at_the_next_start(
    full: ProjectPage,
    window: MainWindow,
    make_window: MakeWindow,
    qtbot: QtBot,
    makes_them: bool,  # noqa: FBT001
) -> None:
    marked(full, 4)
    marked(full, 10)
    assert full.workspace.shadows
    spill = full.workspace.shadows.spill
    assert spill.exists()
    path = end(window)
    (path.parent / "filler").unlink()
    fresh = make_window()
    answers(fresh).confirms = [makes_them]
    fresh.reopen_after_crash()
    qtbot.waitUntil(lambda: answers(fresh).confirms == [], timeout=60_000)
    [text] = [text for title, text in answers(fresh).told if title == "Changes that were not saved"]
    assert "2 changes were not saved" in text
    assert fresh.page
    assert on_screen(fresh.page) == in_file(path) == ([4, 10] if makes_them else [])
    assert not spill.exists()


def test_nothing_is_kept_of_what_was_saved_or_given_up(
    full: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    marked(full, 4)
    assert full.workspace.shadows
    spill = full.workspace.shadows.spill
    assert spill.exists()
    answers(window).places = [tmp_path / "elsewhere.annotator"]
    press(window.unsaved_bar.save_copy)
    assert not spill.exists()
    assert not list(spill.parent.parent.glob("*/unsaved-*"))


def test_a_change_that_was_made_after_all_is_not_made_twice(
    page: ProjectPage, window: MainWindow
) -> None:
    edits: list[Edit] = []
    page.workspace.listen(edits.append)
    marked(page, 4)
    assert page.workspace.shadows
    write_spill(page.workspace.shadows.spill, [Waiting(edit) for edit in edits])
    answers(window).confirms = [True]
    offer_unsaved(page.workspace, page.workspace.shadows.spill, answers(window))
    assert in_file(page.workspace.path) == [4]
    assert answers(window).told[-1][0] == "Changes that were not saved"
    assert len(answers(window).told) == 1
    offer_unsaved(page.workspace, page.workspace.path, answers(window))
    assert page.workspace.path.exists()


def test_changes_of_one_step_are_one_step_again(page: ProjectPage, window: MainWindow) -> None:
    assert page.workspace.shadows
    edits = [Edit(Message(name), (), (Setting(SettingId(name), "x"),)) for name in ("a", "b")]
    write_spill(page.workspace.shadows.spill, [Waiting(edit, "group") for edit in edits])
    answers(window).confirms = [True]
    offer_unsaved(page.workspace, page.workspace.shadows.spill, answers(window))
    assert {"a", "b"} <= page.workspace.settings().keys()
    page.undo()
    assert not {"a", "b"} & page.workspace.settings().keys()


def test_an_import_that_a_full_disk_does_not_take_is_on_the_screen_and_kept(
    full: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "evening.txt"
    source.write_text("主持人：晚上好。\n" * 400, "utf-8")
    with qtbot.waitSignal(full.transfer_desk.finished, timeout=60_000):
        full.transfer_desk.import_paths([source])
    title, text = answers(window).told[-1]
    assert title == "The import stopped"
    assert "disk is full" in text
    assert [document.title for document in full.workspace.documents()] == ["talk", "evening"]
    assert len(full.workspace.unsaved) == 1
    assert full.workspace.shadows
    assert full.workspace.shadows.spill.exists()
    (full.workspace.path.parent / "filler").unlink()
    press(window.unsaved_bar.try_again)
    assert full.workspace.unsaved == []
    assert len(full.workspace.store.documents()) == 2
    assert full.workspace.store.verify() == []
