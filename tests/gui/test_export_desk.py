"""Exporting in the window: formats, what is meant, losses as they are found, and the file."""

import csv
import json
import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.formats.registry import FORMATS
from annotator.gui.export_dialog import ExportDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import joined
from annotator.model.edits import mark as mark_places
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.workspace.opening import open_project, this_person
from tests.gui.acting import at_front, opened
from tests.gui.fakes import answers

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def mark(page: ProjectPage, words: str, key: str) -> None:
    at = page.view.text.index(words)
    page.view.set_selection(at, at + len(words))
    QTest.keyClicks(page.view, key)


@pytest.fixture
def marked(page: ProjectPage) -> ProjectPage:
    """Return a page with two claims that overlap, and a figure."""
    mark(page, "增长12.5%", "6")
    mark(page, "比去年增长12.5%", "7")
    mark(page, "400亿元", "3")
    return page


def asked(window: MainWindow) -> ExportDialog:
    at_front(window)
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    return cast("ExportDialog", answers(window).shown[-1])


def choose_format(dialog: ExportDialog, name: str) -> None:
    names = [known.name for known in FORMATS if known.writes]
    dialog.list.setCurrentRow(names.index(name))


def choose(dialog: ExportDialog, field: str, value: str) -> None:
    form = dialog.filters if field in dialog.filters.editors else dialog.options
    box = form.editors[field].widget
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def wait_for_losses(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.loss_text.text().startswith("Looking"), timeout=60_000)


def export_to(window: MainWindow, dialog: ExportDialog, path: Path, qtbot: QtBot) -> None:
    answers(window).places = [path]
    QTest.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(dialog.progress.isHidden, timeout=60_000)


@pytest.mark.usefixtures("marked")
def test_every_format_is_written_and_the_dialog_says_what_was_verified(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(window)
    for known in FORMATS:
        if known.writes:
            choose_format(dialog, known.name)
            wait_for_losses(dialog, qtbot)
            path = tmp_path / f"{known.name}{known.extensions[0]}"
            export_to(window, dialog, path, qtbot)
            assert path.stat().st_size > 0
            assert path.name in dialog.outcome.text()
            says = "Read back" if known.reads else "not read back"
            assert says in dialog.outcome.text()


def test_losses_are_shown_and_a_click_goes_to_the_annotation(
    marked: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = asked(window)
    wait_for_losses(dialog, qtbot)
    assert dialog.losses.count == 0
    choose_format(dialog, "conll")
    wait_for_losses(dialog, qtbot)
    assert dialog.losses.count >= 1
    group = dialog.losses.topLevelItem(0)
    assert group is not None
    assert "overlap" in group.text(0)
    group.setExpanded(True)
    marked.annotations.select(None)
    first = group.child(0)
    assert first is not None
    place = dialog.losses.visualItemRect(first).center()
    QTest.mouseClick(dialog.losses.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(place))
    assert marked.annotations.current is not None
    assert "增长12.5%" in marked.annotations.current.quote


@pytest.mark.usefixtures("marked")
def test_filters_narrow_the_losses_and_the_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    choose_format(dialog, "conll")
    choose(dialog, "kind", "figure")
    wait_for_losses(dialog, qtbot)
    assert dialog.losses.count == 0
    choose_format(dialog, "csv")
    export_to(window, dialog, tmp_path / "out.csv", qtbot)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == ["400亿元"]


def test_pseudonyms_hide_who_annotated(
    marked: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(window)
    choose_format(dialog, "jsonl")
    dialog.options.editors["flags"].show("pseudonyms")
    export_to(window, dialog, tmp_path / "out.jsonl", qtbot)
    text = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    [author] = marked.workspace.authors()
    assert author.id not in text
    assert [told["name"] for told in json.loads(text.splitlines()[0])["authors"]] == ["author 1"]


@pytest.mark.usefixtures("marked")
def test_only_what_a_format_heeds_can_be_chosen(window: MainWindow) -> None:
    dialog = asked(window)
    scheme, unit = (dialog.options.editors[name].widget for name in ("scheme", "unit"))
    choose_format(dialog, "conll")
    assert (scheme.isEnabled(), unit.isEnabled()) == (True, False)
    choose_format(dialog, "doccano")
    assert (scheme.isEnabled(), unit.isEnabled()) == (False, True)
    choose(dialog, "unit", "graphemes")
    assert dialog.exporting().options.offset_unit == "graphemes"
    choose_format(dialog, "brat")
    assert dialog.exporting().options.offset_unit is None


def test_the_last_settings_are_there_after_a_restart(
    marked: ProjectPage, window: MainWindow
) -> None:
    dialog = asked(window)
    choose_format(dialog, "conllu")
    choose(dialog, "scheme", "bilou")
    QTest.keyClick(dialog.filters.editors["split"].widget, Qt.Key.Key_Down)
    seed = dialog.options.editors["seed"].widget
    assert isinstance(seed, QLineEdit)
    seed.setFocus()
    seed.selectAll()
    QTest.keyClicks(seed, "7")
    QTest.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    path = marked.workspace.path
    window.close_project()
    window.open_path(path)
    again = asked(window)
    exporting = again.exporting()
    assert (exporting.format.name, exporting.options.scheme) == ("conllu", "bilou")
    assert exporting.options.seed == 7


@pytest.mark.usefixtures("marked")
def test_a_stopped_export_leaves_the_old_file(window: MainWindow, tmp_path: Path) -> None:
    old = tmp_path / "out.jsonl"
    old.write_text("old")
    dialog = asked(window)
    answers(window).places = [old]
    QTest.mouseClick(dialog.export_button, LEFT)
    QTest.mouseClick(dialog.progress.stop_button, LEFT)
    assert dialog.progress.isHidden()
    assert old.read_text() == "old"
    assert "Stopped" in dialog.outcome.text()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".out")] == []


@pytest.mark.parametrize("name", ["missing/out.csv", "talk.annotator"])
def test_a_place_that_cannot_be_written_is_told(
    marked: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    before = marked.workspace.path.read_bytes()
    dialog = asked(window)
    choose_format(dialog, "csv")
    export_to(window, dialog, tmp_path / name, qtbot)
    assert answers(window).told[-1][0] == "Nothing was exported"
    assert Path(name).name in answers(window).told[-1][1]
    assert marked.workspace.path.read_bytes() == before


def test_thinking_better_of_it_writes_nothing(marked: ProjectPage, window: MainWindow) -> None:
    dialog = asked(window)
    answers(window).places = [None]
    QTest.mouseClick(dialog.export_button, LEFT)
    assert dialog.outcome.text() == ""
    marked.transfer_desk.exports.ask()
    assert answers(window).shown == [dialog]


@pytest.mark.usefixtures("marked")
def test_shares_that_are_none_become_the_usual_ones_for_all_to_see(window: MainWindow) -> None:
    dialog = asked(window)
    QTest.keyClick(dialog.filters.editors["split"].widget, Qt.Key.Key_Down)
    shares = dialog.options.editors["shares"].widget
    assert isinstance(shares, QLineEdit)
    for typed, taken in (("60, 20,20", "60,20,20"), ("1,2", "80,10,10"), ("0,0,0", "80,10,10")):
        shares.selectAll()
        QTest.keyClicks(shares, typed)
        dialog.options.commit()
        assert shares.text() == taken
        assert dialog.exporting().options.shares == tuple(map(int, taken.split(",")))


# --- while the window stays free ---


@pytest.fixture
def long_page(page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ProjectPage:
    """Return a page with a long transcript of which every sentence is marked twice."""
    workspace = page.workspace
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([long_file(tmp_path)])
    s = page.annotations.snapshot
    assert s is not None
    label = workspace.find_label("quantity", LabelKind.FIGURE)
    places = [found.span() for found in re.finditer("[^。：\n]+。", s.text)][:MARKED]
    marks = [
        mark_places(s, label, [(start + by, end)], workspace.hand)
        for start, end in places
        for by in (0, 1)
    ]
    path = workspace.path
    window.close_project()
    with open_project(path, this_person()) as again:
        again.apply(joined(Message("Mark"), *marks))
    page = opened(window, path)
    page.show_document(s.document.id)
    return page


MARKED = 1500


def long_file(folder: Path) -> Path:
    spoken = "".join(f"今年第{n}项工作完成，投入{n}亿元。" for n in range(20))
    path = folder / "long.txt"
    path.write_text("".join(f"张明：{spoken}\n" for _ in range(200)), encoding="utf-8")
    return path


@pytest.mark.usefixtures("long_page")
def test_a_long_document_is_searched_written_and_read_back_while_the_window_answers(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """The watchdog fails this where losses or files are made in the window's thread."""
    dialog = asked(window)
    choose_format(dialog, "conll")
    wait_for_losses(dialog, qtbot)
    assert dialog.losses.count >= MARKED
    export_to(window, dialog, tmp_path / "out.conll", qtbot)
    assert "Read back" in dialog.outcome.text()


@pytest.mark.usefixtures("marked")
def test_an_export_whose_process_is_killed_is_done_again(
    window: MainWindow, marked: ProjectPage, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(window)
    wait_for_losses(dialog, qtbot)
    answers(window).places = [tmp_path / "out.jsonl"]
    QTest.mouseClick(dialog.export_button, LEFT)
    process = marked.transfer_desk.exports._worker._worker._process
    assert process is not None
    process.kill()
    qtbot.waitUntil(dialog.progress.isHidden, timeout=60_000)
    assert "Read back" in dialog.outcome.text()


def test_closing_the_dialog_stops_the_export_and_cleans_up(
    marked: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    dialog = asked(window)
    answers(window).places = [tmp_path / "out.jsonl"]
    QTest.mouseClick(dialog.export_button, LEFT)
    begun = tmp_path / ".out.jsonl.begun"
    begun.write_text("half")
    QTest.mouseClick(dialog.close_button, LEFT)
    assert not begun.exists()
    assert not (tmp_path / "out.jsonl").exists()
    assert not marked.transfer_desk.exports._worker.is_busy


def test_losses_are_looked_for_again_after_an_export_that_broke_them_off(
    long_page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = asked(window)
    choose_format(dialog, "conll")
    qtbot.waitUntil(lambda: long_page.transfer_desk.exports._worker.is_busy)
    export_to(window, dialog, tmp_path / "out.conll", qtbot)
    wait_for_losses(dialog, qtbot)
    assert dialog.losses.count >= MARKED
