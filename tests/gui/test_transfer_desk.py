"""Importing in the window: the look before, what a person says of files, paste, corrections."""

import json
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.import_dialog import ImportDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.records import Annotation
from tests.gui.acting import at_front, opened, written
from tests.gui.conftest import TEXT
from tests.gui.fakes import answers
from tests.gui.long_text import long_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def asked(window: MainWindow, qtbot: QtBot, paths: list[Path]) -> ImportDialog:
    """Return the dialog that Ctrl+I leads to, once it has looked at all files."""
    answers(window).files = [paths]
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)
    dialog = cast("ImportDialog", answers(window).shown[-1])
    qtbot.waitUntil(
        lambda: "new document" in dialog.progress.text() and is_done(dialog), timeout=60_000
    )
    return dialog


def is_done(dialog: ImportDialog) -> bool:
    return not dialog.progress.text().startswith("Looked")


def cells(dialog: ImportDialog, row: int) -> list[str]:
    found = []
    for column in range(dialog.table.columnCount()):
        item = dialog.table.item(row, column)
        found.append(item.text() if item else "")
    return found


def choose(box_owner: ImportDialog, name: str, value: str) -> None:
    box = box_owner.encoding if name == "encoding" else box_owner.format
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [
        written(tmp_path / "new.txt", "Evening\n\nModerator: Hello.\nMs. Lee: 40 people came.\n"),
        written(tmp_path / "again.txt", "Evening\n\nModerator: Hello.\nMs. Lee: 40 people came.\n"),
        written(tmp_path / "talk-copy.txt", TEXT),
        written(tmp_path / "bad.pdf", "%PDF-1.7"),
    ]


def test_files_are_shown_before_they_are_imported(
    page: ProjectPage, window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    dialog = asked(window, qtbot, files)
    assert len(page.workspace.documents()) == 1
    new, again, known, bad = (cells(dialog, row) for row in range(4))
    assert (new[0], new[2], new[4], new[5]) == ("new.txt", "en", "3", "new")
    assert again[5] == "the same as new.txt"
    assert known[5].startswith("in the project as")
    assert (bad[0], bad[5][:8]) == ("bad.pdf", "This PDF")
    dialog.table.setCurrentCell(0, 0)
    assert "Ms. Lee" in dialog.details.toPlainText()
    assert "40 people came." in dialog.details.toPlainText()


def test_import_goes_on_and_says_what_could_not_be_read(
    page: ProjectPage, window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    dialog = asked(window, qtbot, files)
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        QTest.mouseClick(dialog.import_button, LEFT)
    assert len(page.workspace.documents()) == 2
    assert "40 people" in page.view.text
    assert "bad.pdf" in answers(window).told[-1][1]
    assert not dialog.isVisible()


def test_cancel_imports_nothing(
    page: ProjectPage, window: MainWindow, files: list[Path], qtbot: QtBot
) -> None:
    dialog = asked(window, qtbot, files)
    QTest.mouseClick(dialog.cancel_button, LEFT)
    assert not dialog.isVisible()
    assert len(page.workspace.documents()) == 1
    assert asked(window, qtbot, files) is not dialog


def test_an_encoding_said_for_one_file_holds_for_it_alone(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    odd = written(tmp_path / "odd.txt", "主持人：你好。\n張明：四百人。\n", "big5")
    plain = written(tmp_path / "plain.txt", "主持人：各位早安。\n")
    dialog = asked(window, qtbot, [odd, plain])
    dialog.table.setCurrentCell(0, 0)
    choose(dialog, "encoding", "latin-1")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=60_000)
    assert "四百" not in "\n".join(dialog.previews[0].first_lines)
    assert "早安" in "\n".join(dialog.previews[1].first_lines)
    dialog.table.setCurrentCell(0, 0)
    choose(dialog, "encoding", "big5")
    qtbot.waitUntil(lambda: "四百人" in "\n".join(dialog.previews[0].first_lines), timeout=60_000)
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        QTest.mouseClick(dialog.import_button, LEFT)
    texts = [page.workspace.load(d.id).text for d in page.workspace.documents()]
    assert any("四百人" in text for text in texts)
    assert any("早安" in text for text in texts)


@pytest.mark.usefixtures("page")
def test_a_format_said_for_all_files_is_tried_on_all(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [
        written(tmp_path / f"{n}.txt", f"1\n00:00:0{n},000 --> 00:00:09,000\nHello {n}.\n")
        for n in (1, 2)
    ]
    dialog = asked(window, qtbot, paths)
    dialog.for_all.setChecked(True)
    choose(dialog, "format", "text")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2 and is_done(dialog), timeout=60_000)
    assert all("-->" in "\n".join(preview.first_lines) for preview in dialog.previews)


@pytest.mark.usefixtures("page")
def test_hundreds_of_files_are_looked_at_while_the_dialog_is_there(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [written(tmp_path / f"{n:03}.txt", f"Moderator: Number {n}.\n") for n in range(300)]
    answers(window).files = [paths]
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)
    dialog = cast("ImportDialog", answers(window).shown[-1])
    assert dialog.isVisible()
    assert dialog.table.rowCount() < 300
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 300 and is_done(dialog), timeout=60_000)
    assert [preview.source_name for preview in dialog.previews] == [path.name for path in paths]


@pytest.mark.usefixtures("page")
def test_the_project_can_be_closed_while_files_are_looked_at(
    window: MainWindow, tmp_path: Path
) -> None:
    paths = [written(tmp_path / f"{n:03}.txt", f"Moderator: Number {n}.\n") for n in range(50)]
    answers(window).files = [paths]
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)
    window.close_project()
    assert window.page is None
    assert all(not dialog.isVisible() for dialog in answers(window).shown)


# --- units ---


@pytest.mark.parametrize(
    ("answer", "quote"), [("graphemes", "bc"), ("code_points", "👧a"), (None, "👧a")]
)
def test_the_unit_is_asked_where_nothing_in_the_file_tells(
    page: ProjectPage,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    answer: str | None,
    quote: str,
) -> None:
    text = "👩\u200d👩\u200d👧abc de."
    start = 2 if answer == "graphemes" else 4
    end = start + 2
    line = json.dumps({"text": text, "label": [[start, end, "Health"]]})
    path = written(tmp_path / "marks.jsonl", line + "\n")
    answers(window).choices = [answer]
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([path])
    assert any("marks.jsonl" in title for title, _text in answers(window).told)
    [document] = [d for d in page.workspace.documents() if d.title != "talk"][-1:]
    marked = page.workspace.load(document.id).all(Annotation)
    assert [annotation.quote for annotation in marked] == [quote]


def test_files_are_looked_for_where_the_last_ones_were(
    page: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = written(elsewhere / "a.txt", "Moderator: Hello.\n")
    document = page.workspace.documents()[0]
    answers(window).files = [[path], [], []]
    page.transfer_desk.ask_for_files()
    page.documents.correction_requested.emit(document.id)
    own = page.workspace.path
    window.close_project()
    opened(window, own).transfer_desk.ask_for_files()
    starts = [Path(text.split(" ")[0]) for _title, text in answers(window).told]
    assert starts == [own.parent, elsewhere, elsewhere]


def test_a_clipboard_that_cannot_be_read_is_empty(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.paste()
    assert answers(window).told[-1][0] == "Nothing was pasted"


# --- paste ---


@pytest.fixture(autouse=True)
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing there that Python made: Qt would free it after Python's end."""
    yield
    qapp.clipboard().clear()


def put(text: str, html: str = "") -> None:
    content = QMimeData()
    content.setText(text)
    if html:
        content.setHtml(html)
    QGuiApplication.clipboard().setMimeData(content)


def test_a_pasted_transcript_is_a_document_and_undo_takes_it_back(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    put("Moderator: Good morning.\nMs. Lee: 40 people came.\n")
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        QTest.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    assert len(page.workspace.documents()) == 2
    assert "40 people came" in page.view.text
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        QTest.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    assert len(page.workspace.documents()) == 2
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert len(page.workspace.documents()) == 1


def test_a_pasted_web_page_is_its_text(page: ProjectPage, qtbot: QtBot) -> None:
    body = "".join(f"<p>Ms. Lee: In year {n} we had {n}40 people at work.</p>" for n in range(9))
    put("plain", f"<html><body><article>{body}</article></body></html>")
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.paste()
    assert "In year 8 we had 840 people" in page.view.text
    assert "<p>" not in page.view.text


def test_an_empty_clipboard_says_so(page: ProjectPage, window: MainWindow, qtbot: QtBot) -> None:
    put("  \n")
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        QTest.keyClick(window, Qt.Key.Key_V, CTRL | SHIFT)
    assert answers(window).told[-1][0] == "Nothing was pasted"
    assert len(page.workspace.documents()) == 1


# --- while the window stays free ---


def test_a_long_transcript_is_looked_at_and_imported_while_the_window_answers(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """The watchdog fails this where a text is read in the window's thread."""
    path = written(tmp_path / "long.txt", long_text())
    dialog = asked(window, qtbot, [path])
    assert cells(dialog, 0)[5] == "new"
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        QTest.mouseClick(dialog.import_button, LEFT)
    qtbot.waitUntil(lambda: page.view.text == long_text())


def test_a_long_paste_is_read_while_the_window_answers(page: ProjectPage, qtbot: QtBot) -> None:
    put(long_text())
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.paste()
    qtbot.waitUntil(lambda: page.view.text == long_text())


def test_an_import_can_be_cancelled_and_what_was_finished_stays(
    page: ProjectPage, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [written(tmp_path / f"{n:03}.txt", f"Moderator: Number {n}.\n") for n in range(200)]
    page.transfer_desk.import_paths(paths)
    qtbot.waitUntil(lambda: len(page.workspace.documents()) > 3, timeout=60_000)
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk._bar.cancelled.emit()
    count = len(page.workspace.documents())
    assert 3 < count < 201
    assert not page.transfer_desk._worker.is_busy
    page.undo()
    assert len(page.workspace.documents()) == 1


def test_what_is_cancelled_within_a_text_without_end_ends_at_once(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """Both would go on for minutes; the window's watchdog fails this where it waits for them."""
    desk = page.transfer_desk
    endless = written(tmp_path / "endless.txt", "张明：今年投入2.3万人。\n" * 1_500_000)
    paths = [written(tmp_path / "a.txt", "Moderator: Number 1.\n"), endless]
    answers(window).files = [paths]
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)
    dialog = cast("ImportDialog", answers(window).shown[-1])
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1, timeout=60_000)
    looking = worker_process(page)
    QTest.mouseClick(dialog.cancel_button, LEFT)
    desk.import_paths(paths)
    qtbot.waitUntil(lambda: desk._at == endless, timeout=60_000)
    reading = worker_process(page)
    with qtbot.waitSignal(desk.finished, timeout=60_000):
        desk._bar.cancelled.emit()
    assert [process is None or process.is_alive() for process in (looking, reading)] == [False] * 2
    assert len(page.workspace.documents()) == 2
    page.undo()
    assert len(page.workspace.documents()) == 1


def test_an_import_goes_on_where_its_process_is_killed(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [written(tmp_path / f"{n:03}.txt", f"Moderator: Number {n}.\n") for n in range(60)]
    told = len(answers(window).told)
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([*paths, written(tmp_path / "bad.pdf", "%PDF-1.7")])
        qtbot.waitUntil(lambda: len(page.workspace.documents()) > 5, timeout=60_000)
        kill_worker(page)
    assert len(page.workspace.documents()) == 61
    [(title, text)] = answers(window).told[told:]
    assert title == "Some files were not imported"
    assert text.count("bad.pdf") == 1


def test_a_file_that_ends_the_process_twice_is_left_out_and_the_others_come(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [written(tmp_path / f"{n}.txt", f"Moderator: Number {n}.\n") for n in range(3)]
    endless = written(tmp_path / "endless.txt", "张明：今年投入2.3万人。\n" * 1_500_000)
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=40_000):
        page.transfer_desk.import_paths([paths[0], endless, *paths[1:]])
        qtbot.waitUntil(lambda: page.transfer_desk._at == endless, timeout=60_000)
        first = kill_worker(page)
        qtbot.waitUntil(lambda: worker_process(page) not in (None, first), timeout=60_000)
        kill_worker(page)
    assert len(page.workspace.documents()) == 4
    assert "endless.txt: It could not be read" in answers(window).told[-1][1]


def test_files_are_looked_at_again_when_the_process_is_killed(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [written(tmp_path / f"{n:03}.txt", f"Moderator: Number {n}.\n") for n in range(200)]
    answers(window).files = [paths]
    page.transfer_desk.ask_for_files()
    dialog = cast("ImportDialog", answers(window).shown[-1])
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 5, timeout=60_000)
    kill_worker(page)
    qtbot.waitUntil(lambda: is_done(dialog), timeout=60_000)
    assert [preview.source_name for preview in dialog.previews] == [path.name for path in paths]


def worker_process(page: ProjectPage) -> BaseProcess | None:
    return page.transfer_desk._worker._worker._process


def kill_worker(page: ProjectPage) -> BaseProcess:
    process = worker_process(page)
    assert process is not None
    process.kill()
    process.join()
    return process
