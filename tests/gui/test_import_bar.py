"""How far an import is, above the transcript."""

from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.import_bar import ImportBar


def test_it_comes_only_when_an_import_takes_longer_than_a_moment(qtbot: QtBot) -> None:
    bar = ImportBar()
    qtbot.addWidget(bar)
    bar.begin("Looking at the files…")
    assert bar.isHidden()
    qtbot.waitUntil(bar.isVisible)
    bar.end()
    assert bar.isHidden()


def test_it_tells_how_far_it_is_but_not_of_one_file_and_can_be_cancelled(qtbot: QtBot) -> None:
    bar = ImportBar()
    qtbot.addWidget(bar)
    [progress] = bar.findChildren(QProgressBar)
    bar.show_progress(3, 7, "a.txt")
    assert (progress.value(), progress.maximum()) == (3, 7)
    bar.show_progress(0, 1, "a.txt")
    assert progress.maximum() == 0
    [cancel] = bar.findChildren(QPushButton)
    with qtbot.waitSignal(bar.cancelled):
        cancel.click()
