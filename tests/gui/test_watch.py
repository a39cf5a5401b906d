"""Two people on one file: the window shows what the other one writes, and settles collisions."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.gui.watch import FEW
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.workspace.opening import open_project
from annotator.workspace.workspace import Workspace
from tests.gui.fakes import answers
from tests.robustness.work import real_session

SECOND = 1000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def other(page: ProjectPage) -> Iterator[Workspace]:
    """Give the same file as somebody else has it open."""
    with open_project(page.workspace.path, real_session()) as workspace:
        yield workspace


def here(page: ProjectPage) -> list[Annotation]:
    s = page.annotations.snapshot
    return s.all(Annotation) if s else []


def there(workspace: Workspace) -> list[Annotation]:
    return workspace.load(workspace.documents()[0].id).all(Annotation)


def mark(workspace: Workspace, start: int) -> Annotation:
    s = workspace.load(workspace.documents()[0].id)
    edit = edits.mark(s, workspace.find_label("1"), ((start, start + 4),), workspace.hand)
    workspace.apply(edit)
    return next(record for record in edit.added if isinstance(record, Annotation))


def note(workspace: Workspace, before: Annotation, text: str) -> Annotation:
    after = replace(before, note=text)
    workspace.apply(Edit(Message("Note"), (before,), (after,)))
    return after


def test_the_window_shows_what_somebody_else_marks_within_a_second(
    page: ProjectPage, other: Workspace, qtbot: QtBot
) -> None:
    marked = mark(other, 4)
    qtbot.waitUntil(lambda: here(page) == [marked], timeout=60 * SECOND)
    assert page.view.marks_at(5)
    other.undo()
    qtbot.waitUntil(lambda: here(page) == [], timeout=60 * SECOND)
    assert not page.view.marks_at(5)


def test_it_looks_four_times_a_second_as_long_as_the_page_is_there(page: ProjectPage) -> None:
    timer = page.watch._timer
    assert (timer.interval(), timer.isActive()) == (250, True)
    page.watch.stop()
    assert not timer.isActive()


def test_both_write_and_neither_loses(page: ProjectPage, other: Workspace, qtbot: QtBot) -> None:
    for number in range(4):
        mark(other, number * 5)
        at = 40 + number * 5
        page.view.set_selection(at, at + 3)
        QTest.keyClicks(page.view, "1")
        other.follow(other.news())
    qtbot.waitUntil(lambda: len(here(page)) == 8, timeout=60 * SECOND)
    assert here(page) == there(other)
    assert page.workspace.store.verify() == []


def select(page: ProjectPage, annotation: Annotation, qtbot: QtBot) -> None:
    page.annotations.select(annotation.id)
    QTest.keyClick(page.window(), Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: page.inspector.isAncestorOf(page.window().focusWidget()))


@pytest.mark.parametrize("wants_mine", [True, False])
def test_what_is_being_typed_meets_what_somebody_else_wrote(
    page: ProjectPage,
    window: MainWindow,
    other: Workspace,
    qtbot: QtBot,
    wants_mine: bool,  # noqa: FBT001
) -> None:
    marked = mark(other, 4)
    qtbot.waitUntil(lambda: here(page) == [marked], timeout=60 * SECOND)
    select(page, marked, qtbot)
    QTest.keyClicks(window.focusWidget(), "mine")
    answers(window).confirms = [wants_mine]
    note(other, marked, "theirs")
    qtbot.waitUntil(lambda: answers(window).confirms == [], timeout=60 * SECOND)
    assert answers(window).told[-1][0] == "Changed meanwhile"
    assert answers(window).rows == [("Note", "mine", "theirs")]
    expected = "mine" if wants_mine else "theirs"
    assert [annotation.note for annotation in here(page)] == [expected]
    other.follow(other.news())
    assert [annotation.note for annotation in there(other)] == [expected]


def test_a_change_of_another_field_stays(
    page: ProjectPage, window: MainWindow, other: Workspace, qtbot: QtBot
) -> None:
    marked = mark(other, 4)
    qtbot.waitUntil(lambda: here(page) == [marked], timeout=60 * SECOND)
    page.watch.stop()
    note(other, marked, "theirs")
    answers(window).confirms = [True]
    label = page.workspace.find_label("3")
    stale = Edit(Message("Label"), (marked,), (replace(marked, label=label.id),))
    assert page.apply(stale)
    first = page.workspace.label(marked.label).name("en")
    assert answers(window).rows[0] == ("Label", label.name("en"), first)
    [held] = here(page)
    assert (held.note, held.label) == ("theirs", label.id)


def test_what_was_deleted_meanwhile_is_said(
    page: ProjectPage, window: MainWindow, other: Workspace, qtbot: QtBot
) -> None:
    marked = mark(other, 4)
    qtbot.waitUntil(lambda: here(page) == [marked], timeout=60 * SECOND)
    page.watch.stop()
    other.undo()
    stale = Edit(Message("Note"), (marked,), (replace(marked, note="mine"),))
    assert page.apply(stale) is False
    assert answers(window).told[-1][0] == "Deleted meanwhile"
    assert answers(window).rows[0][2] == "(deleted)"
    assert here(page) == []


def test_an_older_version_in_its_place_is_said_at_once_and_only_once(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    older = page.workspace.path.read_bytes()
    page.view.set_selection(4, 8)
    QTest.keyClicks(page.view, "1")
    said: list[str] = []
    page.said.connect(said.append)
    page.workspace.path.write_bytes(older)
    qtbot.waitUntil(window.unsaved_bar.isVisible, timeout=60 * SECOND)
    assert len(said) == 1
    assert "older version" in said[0]
    page.watch.look()
    assert len(said) == 1
    assert (
        window.unsaved_bar.accessibleName() == "The file was moved or replaced by an older version"
    )
    assert len(here(page)) == 1
    answers(window).confirms = [True]


def test_a_large_change_of_somebody_else_is_shown_part_by_part(
    page: ProjectPage, other: Workspace, qtbot: QtBot
) -> None:
    s = other.load(other.documents()[0].id)
    other.apply(edits.mark_each(s, other.find_label("6"), [(4, 8)] * FEW, other.hand))
    counts: list[int] = []
    page.workspace.listen(lambda _edit: counts.append(len(here(page))))
    qtbot.waitUntil(lambda: len(here(page)) == FEW, timeout=60 * SECOND)
    assert len(counts) > 1
    assert counts == sorted(counts)
    assert here(page) == there(other)
    mark(other, 30)
    page.watch.look()
    qtbot.waitUntil(lambda: here(page) == there(other), timeout=60 * SECOND)
