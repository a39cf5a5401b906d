"""Undo and redo of steps large and small, by keys; edits of many records."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import MANY, WIDE, ProjectPage
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.ids import LabelId, SettingId
from annotator.model.message import Message
from annotator.model.records import Annotation, Setting
from annotator.store.spill import Waiting
from annotator.workspace import wide_edits
from annotator.workspace.importing import import_files
from annotator.workspace.wishes import MakeEdit, Wish
from tests.gui.acting import at_front, opened, some_id, written
from tests.gui.fakes import answers
from tests.gui.long_text import long_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def imported(page: ProjectPage, tmp_path: Path, qtbot: QtBot) -> ProjectPage:
    """Return a page into which a long transcript was imported."""
    path = written(tmp_path / "long.txt", long_text())
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=30_000):
        page.transfer_desk.import_paths([path])
    qtbot.waitUntil(lambda: page.view.text == long_text())
    return page


def press(window: MainWindow, modifiers: Qt.KeyboardModifier) -> None:
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_Z, modifiers)


def titles(page: ProjectPage) -> list[str]:
    return [document.title for document in page.workspace.documents()]


def test_a_large_step_is_taken_back_and_done_again_while_the_window_answers(
    imported: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    """The watchdog fails this where it is done in the window's thread."""
    before = titles(imported)
    for modifiers, expected in ((CTRL, before[:1]), (CTRL | SHIFT, before)):
        with qtbot.waitSignal(imported.step_desk.finished, timeout=30_000):
            press(window, modifiers)
            assert imported.step_desk.is_busy
            press(window, modifiers)
        assert titles(imported) == expected
        assert [d.title for d in imported.workspace.store.documents()] == expected
    assert "Undo" in window.actions_by_id["undo"].text()
    assert imported.workspace.store.custody.is_kept


def test_a_small_step_is_taken_back_at_once(page: ProjectPage, window: MainWindow) -> None:
    page.view.set_selection(0, 3)
    QTest.keyClicks(page.view, "6")
    press(window, CTRL)
    assert not page.step_desk.is_busy
    assert window.statusBar().currentMessage().startswith("Undone:")
    page.undo()
    page.undo()
    assert "nothing to undo" in window.statusBar().currentMessage()


def test_undo_names_a_group_as_the_whole_that_it_is(
    page: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    import_files(page.workspace, [written(tmp_path / f"{n}.txt", f"Text {n}.") for n in range(2)])
    for act, done in ((page.undo, "Undone"), (page.redo, "Redone")):
        act()
        assert window.statusBar().currentMessage() == f"{done}: Import 2 documents"


def test_a_large_step_that_is_cancelled_is_whole(
    imported: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = titles(imported)
    with qtbot.waitSignal(imported.step_desk.finished, timeout=30_000):
        press(window, CTRL)
        imported._layout.bar.cancelled.emit()
    left = titles(imported)
    assert left in (before, before[:1])
    assert [document.title for document in imported.workspace.store.documents()] == left
    assert imported.workspace.store.verify() == []


def test_the_page_can_be_left_while_a_large_step_is_taken_back(
    imported: ProjectPage, window: MainWindow
) -> None:
    path = imported.workspace.path
    press(window, CTRL)
    window.close_project()
    assert len(titles(opened(window, path))) in (1, 2)


def cost_of(act: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that something takes in this thread."""
    began = thread_time()
    act()
    return (thread_time() - began) * 1000


def test_what_the_process_wrote_costs_the_window_little_however_much_it_is(
    imported: ProjectPage, qtbot: QtBot
) -> None:
    """It has none of the 1,400 turns in memory, so it does not go through them."""
    workspace = imported.workspace
    heard: list[float] = []
    hear = imported.step_desk._writer.hear
    imported.show_document(workspace.documents()[0].id)

    def timed(said: object) -> object:
        found: list[object] = []
        heard.append(cost_of(lambda: found.append(hear(said))))  # type: ignore[arg-type]
        return found[0]

    imported.step_desk._writer.hear = timed  # type: ignore[method-assign, assignment]
    for replay in (imported.undo, imported.redo):
        with qtbot.waitSignal(imported.step_desk.finished, timeout=30_000):
            replay()
    here = cost_of(lambda: (workspace.undo(), workspace.redo()))
    assert sum(heard) < here / 4


# --- an edit of many records ---


@pytest.fixture
def large(page: ProjectPage) -> Edit:
    """Return an edit that marks the same figure many times."""
    s = page.annotations.snapshot
    assert s is not None
    workspace = page.workspace
    return edits.mark_each(
        s, workspace.find_label("1"), [(15, 18)] * (MANY // 2 + 1), workspace.hand
    )


def held(page: ProjectPage) -> int:
    """Return how many annotations the file has."""
    return page.workspace.store.load(page.workspace.documents()[0].id).count(Annotation)


def seen(page: ProjectPage) -> int:
    s = page.annotations.snapshot
    return s.count(Annotation) if s else 0


def test_a_large_edit_is_written_beside_the_window_as_one_step(
    page: ProjectPage, window: MainWindow, large: Edit, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.step_desk.finished, timeout=30_000):
        assert page.apply(large)
        assert seen(page) == 0
        assert not page.apply(large)
        assert "still being done" in window.statusBar().currentMessage()
    assert held(page) == seen(page) == len(page.view.marks_at(16)) == MANY // 2 + 1
    assert page.workspace.store.custody.is_kept
    page.workspace.undo()
    assert held(page) == seen(page) == 0


def test_a_large_edit_that_somebody_built_on_is_asked_about_as_a_small_one(
    page: ProjectPage, window: MainWindow, large: Edit, qtbot: QtBot
) -> None:
    [taken, *_others] = large.added
    page.workspace.apply(replace(large, added=(taken, *large.added[1:2])))
    answers(window).confirms = [False]
    with qtbot.waitSignal(page.step_desk.finished, timeout=30_000):
        page.apply(large)
    assert answers(window).told[-1][0] == "Changed meanwhile"
    assert held(page) == seen(page) == 1


def test_closing_the_project_does_not_lose_an_edit_that_is_under_way(
    page: ProjectPage, window: MainWindow, large: Edit
) -> None:
    path = page.workspace.path
    page.apply(large)
    window.close_project()
    assert held(opened(window, path)) == MANY // 2 + 1


def test_a_large_edit_can_be_cancelled(
    page: ProjectPage, window: MainWindow, large: Edit, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.step_desk.finished, timeout=30_000):
        page.apply(large)
        page._layout.bar.cancelled.emit()
    assert window.statusBar().currentMessage() == "Nothing was changed."
    assert held(page) == seen(page) == 0


# --- an edit that is still to be made ---


@pytest.fixture
def marked_often(page: ProjectPage) -> list[Annotation]:
    s = page.annotations.snapshot
    assert s is not None
    workspace = page.workspace
    edit = edits.mark_each(s, workspace.find_label("1"), [(15, 18)] * (WIDE + 1), workspace.hand)
    workspace.apply(edit)
    return [record for record in edit.added if isinstance(record, Annotation)]


def wish_to(make: MakeEdit, chosen: Sequence[object], *values: object) -> Wish:
    return Wish(make, values, chosen, size=WIDE + 1)


def test_a_wide_edit_is_made_beside_the_window_as_one_step(
    page: ProjectPage, marked_often: list[Annotation], qtbot: QtBot
) -> None:
    wish = wish_to(wide_edits.delete, [a.id for a in marked_often])
    with qtbot.waitSignal(page.step_desk.finished, timeout=30_000):
        assert page.carry_out(wish)
        assert seen(page) == WIDE + 1
        assert not page.carry_out(wish)
    assert held(page) == seen(page) == 0
    assert page.workspace.store.custody.is_kept
    page.workspace.undo()
    assert held(page) == seen(page) == WIDE + 1


def test_why_a_wide_edit_cannot_be_made_is_told(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    own = page.workspace.find_label("1")
    page.workspace.apply(
        Edit(
            Message("Below"),
            added=(replace(own, id=LabelId(some_id(page)), parent=own.id, key=""),),
        )
    )
    with qtbot.waitSignal(page.step_desk.finished, timeout=30_000):
        page.carry_out(wish_to(wide_edits.delete_label, [own.id]))
    assert "below it" in answers(window).told[-1][1]
    assert own in page.workspace.labels()


def test_closing_the_project_does_not_lose_a_wide_edit_that_is_under_way(
    page: ProjectPage, window: MainWindow, marked_often: list[Annotation]
) -> None:
    path = page.workspace.path
    page.carry_out(wish_to(wide_edits.write_note, [a.id for a in marked_often], "seen"))
    window.close_project()
    s = opened(window, path).annotations.snapshot
    assert s is not None
    assert {annotation.note for annotation in s.all(Annotation)} == {"seen"}


def test_behind_changes_that_are_not_saved_a_large_edit_waits_too(
    page: ProjectPage, large: Edit
) -> None:
    first = Edit(Message("First"), added=(Setting(SettingId("first"), "1"),))
    page.workspace.expect(Waiting(first))
    assert page.apply(large)
    assert not page.step_desk.is_busy
    assert page.workspace.unsaved == [first, large]
    page.workspace.save_again()
