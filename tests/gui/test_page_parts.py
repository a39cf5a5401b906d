"""The panels of a project's page, made before there is a project to show."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.page_parts import PageParts
from annotator.gui.project_page import ProjectPage
from annotator.workspace.importing import import_files
from annotator.workspace.opening import create_project, this_person
from tests.gui.acting import in_file, written
from tests.gui.conftest import TEXT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.annotator"
    with create_project(made, this_person()) as workspace:
        import_files(workspace, [written(tmp_path / "talk.txt", TEXT)])
    return made


def pages(window: MainWindow) -> list[ProjectPage]:
    return window.findChildren(ProjectPage)


def test_parts_are_made_one_by_one_and_each_once(qtbot: QtBot) -> None:
    parts = PageParts()
    qtbot.addWidget(parts)
    parts.make_some()
    made, view = [parts.is_made], parts.view
    assert not hasattr(parts, "codebook")
    while not parts.is_made:
        parts.make_some()
    made.append(parts.is_made)
    codebook = parts.codebook
    parts.make_all()
    made.append(parts.is_made)
    assert parts.codebook is codebook
    assert made == [False, True, True]
    assert parts.view is view
    assert parts.reading_pane.parentWidget() is not None


def test_a_page_that_was_prepared_is_the_one_that_is_shown(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    [spare] = pages(window)
    assert not spare.isVisible()
    window.open_path(path)
    assert window.page is spare
    spare.view.setFocus()
    qtbot.waitUntil(spare.view.hasFocus)
    spare.view.set_selection(0, 3)
    QTest.keyClicks(spare.view, "6")
    assert len(in_file(spare)) == 1


def test_one_that_is_half_made_is_finished_and_prepared_no_further(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    """The watchdog fails this where the rest is made at once."""
    window.open_path(path)
    window.close_project()
    steps = window.prepare()
    next(steps)()
    window.open_path(path)
    assert window.page is None
    qtbot.waitUntil(lambda: window.page is not None and window.page.view.text == TEXT)
    assert list(steps) == []


def test_another_project_is_opened_a_little_at_a_time_over_the_one_on_show(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """The watchdog fails this where its panels are made at once; the last one asked for counts."""
    other = Path(shutil.copy(path, tmp_path / "other.annotator"))
    window.open_path(path)
    first = window.page
    window.open_path(path)
    window.open_path(other)
    assert window.page is first
    qtbot.waitUntil(lambda: window.page is not None and window.page is not first)
    assert window.page is not None
    assert window.page.workspace.path == other
    qtbot.waitUntil(lambda: pages(window) == [window.page])


def test_after_a_project_the_next_page_is_prepared(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.open_path(path)
    first = window.page
    window.close_project()
    qtbot.waitUntil(lambda: any(p.is_made and p is not first for p in pages(window)))
    window.open_path(path)
    assert window.page is not None
    assert window.page.view.text == TEXT
