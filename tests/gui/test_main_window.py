"""Projects, files and the window itself, by keys and with answers to dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from tests.gui.conftest import MakeWindow
from tests.gui.fakes import answers

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_new_project_is_made_listed_and_opened_again(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    answers(window).places = [tmp_path / "first"]
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert (tmp_path / "first.annotator").is_file()
    assert "first" in window.windowTitle()
    QTest.keyClick(window, Qt.Key.Key_W, CTRL)
    assert window.page is None
    other = make_window()
    assert other.preferences.recent[0] == str(tmp_path / "first.annotator")
    answers(other).files = [[tmp_path / "first.annotator"]]
    QTest.keyClick(other, Qt.Key.Key_O, CTRL)
    assert other.page is not None


def test_a_new_project_never_writes_over_a_file(window: MainWindow, tmp_path: Path) -> None:
    there = tmp_path / "mine.annotator"
    there.write_bytes(b"something else")
    answers(window).places = [there]
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert there.read_bytes() == b"something else"
    assert window.page is None
    assert len(answers(window).told) == 2


@pytest.mark.parametrize("content", [b"", b"not a project", b"SQLite format 3\x00" + b"x" * 500])
def test_a_wrong_file_gets_one_sentence_and_stays_as_it_is(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    wrong = tmp_path / "wrong.annotator"
    wrong.write_bytes(content)
    window.open_path(wrong)
    assert window.page is None
    assert wrong.read_bytes() == content
    title, sentence = answers(window).told[-1]
    assert title
    assert "wrong.annotator" in sentence


def test_a_recent_project_that_is_gone_leaves_the_list(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    answers(window).places = [tmp_path / "gone"]
    window.new_project()
    window.close_project()
    (tmp_path / "gone.annotator").unlink()
    answers(window).confirms = [False]
    window.open_path(tmp_path / "gone.annotator")
    qtbot.waitUntil(lambda: window.preferences.recent == ())
    assert answers(window).told[-1][0] == "The project was not opened"


def test_save_a_copy_gives_a_project_with_all_in_it(
    page: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    QTest.keyClicks(page.view, "6")
    answers(window).places = [tmp_path / "copy"]
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    documents = page.workspace.documents()
    window.open_path(tmp_path / "copy.annotator")
    assert window.page is not None
    assert window.page.workspace.documents() == documents
    assert window.page.view.text == page.view.text


def test_the_sample_is_a_copy_of_its_own(window: MainWindow) -> None:
    window.open_sample("en")
    assert window.workspace is not None
    assert "data" in window.workspace.path.parts
    assert window.page is not None
    assert window.page.view.text


def test_dropped_files_are_opened_or_imported(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "second.txt"
    source.write_text("Moderator: Good morning.\nMs. Lee: We hired 40 people.\n", "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(source))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        window.dropEvent(event)
    assert len(page.workspace.documents()) == 2
    assert "We hired 40 people" in page.view.text


def test_transcripts_dropped_on_the_start_page_make_a_project(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "talk.txt"
    source.write_text("A: We hired 40 people.\nB: Why?\n", encoding="utf-8")
    answers(window).places = [None, tmp_path / "mine"]
    window.take_files([source])
    assert not window.workspace
    window.take_files([source])
    assert "talk.annotator" in answers(window).told[-1][1]
    assert window.page is not None
    page = window.page
    qtbot.waitUntil(lambda: "We hired 40 people" in page.view.text, timeout=60_000)
    assert page.workspace.path == tmp_path / "mine.annotator"


def test_the_window_remembers_its_layout(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    answers(window).places = [tmp_path / "p"]
    window.new_project()
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.page is not None
    zoom = window.page.view.zoom()
    assert zoom > 1
    window.close()
    other = make_window()
    other.open_path(tmp_path / "p.annotator")
    assert other.page is not None
    assert other.page.view.zoom() == pytest.approx(zoom, abs=0.001)
    assert other.page.bottom.shown == "table"


def test_a_theme_is_kept(make_window: MakeWindow) -> None:
    make_window().set_theme("dark")
    assert make_window().preferences.theme == "dark"


def test_about_names_the_version_and_the_file(page: ProjectPage, window: MainWindow) -> None:
    window.show_about()
    [(_title, text)] = answers(window).told
    assert "talk.annotator" in text
    assert str(page.workspace.path) in text
