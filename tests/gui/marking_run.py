"""Marks a transcript through the real window by keys, then is killed: a program for the tests."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.ids import IdSource
from annotator.model.records import Annotation
from annotator.workspace.folders import config_folder
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.preferences import PreferencesFile
from tests.gui.acting import opened
from tests.gui.fakes import Answers

WANTED = 50
ROUND = ("1", "6", "q", "2", "7", "w", "q", "q")
"""Labels' keys: figures, claims and topics; a topic's key pressed again takes the paragraph."""


def main() -> None:
    """Import a transcript into a new project and mark it; the last line tells how much."""
    project, source = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication(["annotator"])
    create_project(project, this_person()).close()
    window = MainWindow(this_person(), PreferencesFile(config_folder(), IdSource()), Answers())
    window.show()
    window.activateWindow()
    page = opened(window, project)
    page.transfer_desk.import_paths([source])
    while not page.workspace.documents() or not page.view.hasFocus():
        page.view.setFocus()
        app.processEvents()
    mark_by_keys(page)
    print(count(page), flush=True)  # noqa: T201 - the test reads it
    app.processEvents()
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def mark_by_keys(page: ProjectPage) -> None:
    """Walk down the text and press labels' keys until there are enough annotations."""
    QTest.keyClick(page.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for step in range(WANTED * 20):
        if count(page) == WANTED:
            return
        for _character in range(7):
            QTest.keyClick(page.view, Qt.Key.Key_Right)
        if step % 3 == 0:
            for _character in range(4):
                QTest.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(page.view, ROUND[step % len(ROUND)])


def count(page: ProjectPage) -> int:
    """Return how many annotations the document on the screen has."""
    snapshot = page.annotations.snapshot
    return len(snapshot.all(Annotation)) if snapshot else 0


if __name__ == "__main__":
    main()
