"""The long checks of an open project, made beside the window."""

import sqlite3
from contextlib import closing
from typing import cast

from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.workspace.soundness import check_copy
from tests.gui.fakes import Answers


def test_a_sound_copy_is_not_spoken_of(page: ProjectPage, window: MainWindow, qtbot: QtBot) -> None:
    told = len(cast("Answers", window.prompts).told)
    page.workspace.keep_shadows()
    qtbot.waitUntil(lambda: page.workspace.shadows is not None and _has_copy(page))
    page.long_check.start()
    qtbot.waitUntil(lambda: not page.long_check._worker.is_busy, timeout=60_000)
    assert len(cast("Answers", window.prompts).told) == told


def test_a_damaged_copy_is_told_with_what_to_do(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.workspace.keep_shadows()
    qtbot.waitUntil(lambda: _has_copy(page))
    copy = page.workspace.shadows.base() if page.workspace.shadows else None
    assert copy is not None
    assert check_copy(copy) == ""
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        database.execute("UPDATE document SET title = 'other'")
    page.long_check.start()
    prompts = cast("Answers", window.prompts)
    qtbot.waitUntil(
        lambda: any("damaged" in title for title, _text in prompts.told), timeout=60_000
    )
    assert "recovery copy" in prompts.told[-1][1]


def _has_copy(page: ProjectPage) -> bool:
    shadows = page.workspace.shadows
    return shadows is not None and shadows.base() is not None
