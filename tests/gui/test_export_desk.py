"""Exporting in the window: formats, what is meant, losses as they are found, and the file."""

import csv
import json
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
from tests.gui.fakes import answers

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def at_front(window: MainWindow) -> None:
    """Give the window back what a window system gives it when a dialog closes."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


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
    qtbot.waitUntil(lambda: not dialog.loss_text.text().startswith("Looking"))


def export_to(window: MainWindow, dialog: ExportDialog, path: Path) -> None:
    answers(window).places = [path]
    QTest.mouseClick(dialog.export_button, LEFT)


@pytest.mark.parametrize("name", [f.name for f in FORMATS if f.writes])
@pytest.mark.usefixtures("marked")
def test_every_format_is_written_and_the_dialog_says_what_was_verified(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    known = next(f for f in FORMATS if f.name == name)
    dialog = asked(window)
    choose_format(dialog, name)
    path = tmp_path / f"out{known.extensions[0]}"
    export_to(window, dialog, path)
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
    export_to(window, dialog, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == ["400亿元"]


def test_pseudonyms_hide_who_annotated(
    marked: ProjectPage, window: MainWindow, tmp_path: Path
) -> None:
    dialog = asked(window)
    choose_format(dialog, "jsonl")
    dialog.options.editors["flags"].show("pseudonyms")
    export_to(window, dialog, tmp_path / "out.jsonl")
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
    answers(window).stops_after = 1
    export_to(window, dialog, old)
    assert old.read_text() == "old"
    assert "Stopped" in dialog.outcome.text()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".out")] == []


@pytest.mark.parametrize("name", ["missing/out.csv", "talk.annotator"])
def test_a_place_that_cannot_be_written_is_told(
    marked: ProjectPage, window: MainWindow, tmp_path: Path, name: str
) -> None:
    before = marked.workspace.path.read_bytes()
    dialog = asked(window)
    choose_format(dialog, "csv")
    export_to(window, dialog, tmp_path / name)
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
    shares = dialog.options.editors["shares"].widget
    assert isinstance(shares, QLineEdit)
    for typed, taken in (("60, 20,20", "60,20,20"), ("1,2", "80,10,10"), ("0,0,0", "80,10,10")):
        shares.selectAll()
        QTest.keyClicks(shares, typed)
        dialog.options.commit()
        assert shares.text() == taken
        assert dialog.exporting().options.shares == tuple(map(int, taken.split(",")))
