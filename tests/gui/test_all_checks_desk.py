"""All documents of a project held against each other in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.checks.statement import Verdict
from annotator.gui.all_checks_desk import quoted
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.check_panel import WHERE
from annotator.gui.project_page import ProjectPage
from annotator.model.kinds import Ruling
from annotator.model.project_edits import change_document
from annotator.model.records import Finding
from annotator.workspace.opening import create_project, this_person

Key = Qt.Key
SAID = "局长：2024年全市新增充电桩{}个，完成年度任务。\n记者：谢谢。\n"


@pytest.fixture
def compared(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> ProjectPage:
    """Return a page whose two documents were compared, with the result on show."""
    paths = []
    for name, number in (("north", 4620), ("south", 4260)):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(SAID.format(number), encoding="utf-8")
    create_project(tmp_path / "talk.annotator", this_person()).close()
    window.open_path(tmp_path / "talk.annotator")
    page = window.page
    assert page is not None
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths(paths)
    page.toggle_bottom("checks")
    page.checks.scope.setFocus()
    QTest.keyClick(page.checks.scope, Key.Key_Down)
    qtbot.waitUntil(lambda: len(page.checks.model.shown) == 1, timeout=60_000)
    page.checks.view.setFocus()
    return page


def findings(page: ProjectPage) -> list[Finding]:
    return page.workspace.load(page.workspace.documents()[0].id).all(Finding)


def shown_rulings(page: ProjectPage) -> list[Ruling]:
    return [row.ruling for row in page.checks.model.shown]


def test_both_passages_are_shown_with_their_documents_and_each_is_gone_to(
    compared: ProjectPage,
) -> None:
    [row] = compared.checks.model.shown
    assert (row.check.verdict, row.where) == (Verdict.CONFLICT, "north · south")
    assert not compared.checks.view.isColumnHidden(WHERE)
    assert "2 documents compared" in compared.checks.progress.text.text()
    QTest.keyClick(compared.checks.view, Key.Key_Down)
    shown = [pane.toPlainText() for pane in compared.checks.passages.panes if not pane.isHidden()]
    assert [text.partition("\n")[0] for text in shown] == ["north", "south"]
    assert ["【4620个】" in shown[0], "【4260个】" in shown[1]] == [True, True]
    document = compared.annotations.document()
    assert document is not None
    assert (document.title, compared.view.selected_text()) == ("north", "4620个")
    QTest.keyClick(compared.checks.view, Key.Key_Right)
    document = compared.annotations.document()
    assert document is not None
    assert (document.title, compared.view.selected_text()) == ("south", "4260个")
    assert len(compared.checks.model.shown) == 1


def test_a_ruling_is_kept_in_the_file_and_undone(compared: ProjectPage, window: MainWindow) -> None:
    QTest.keyClick(compared.checks.view, Key.Key_Down)
    QTest.keyClick(compared.checks.view, Key.Key_Space)
    [finding] = findings(compared)
    assert (finding.ruling, len({p.document for p in finding.passages})) == (Ruling.EXPLAINED, 2)
    assert shown_rulings(compared) == [Ruling.EXPLAINED]
    window.undo()
    assert findings(compared) == []
    assert shown_rulings(compared) == [Ruling.OPEN]


def test_back_to_one_document_and_to_all_again_without_computing(
    compared: ProjectPage, qtbot: QtBot
) -> None:
    compared.checks.scope.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not compared.check_desk.is_busy, timeout=60_000)
    assert compared.checks.model.shown == []
    assert compared.checks.view.isColumnHidden(WHERE)
    assert not compared.checks.progress.isVisible()
    compared.checks.scope.setCurrentIndex(1)
    assert len(compared.checks.model.shown) == 1


def test_a_changed_document_is_said_to_have_changed_and_read_again_when_asked(
    compared: ProjectPage, qtbot: QtBot
) -> None:
    before = compared.workspace.documents()[0]
    compared.apply(change_document(before, replace(before, date="2019-01-01")))
    progress = compared.checks.progress
    assert "changed since" in progress.text.text()
    QTest.mouseClick(progress.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 documents compared" in progress.text.text(), timeout=60_000)


def test_a_comparison_can_be_cancelled_and_begun_again(compared: ProjectPage, qtbot: QtBot) -> None:
    progress = compared.checks.progress
    QTest.mouseClick(progress.again, Qt.MouseButton.LeftButton)
    assert progress.cancel.isVisible()
    assert compared.checks.model.shown == []
    QTest.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    assert "cancelled" in progress.text.text()
    assert len(compared.checks.model.shown) == 1
    QTest.mouseClick(progress.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 documents compared" in progress.text.text(), timeout=60_000)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (
            "ools open. We build ",
            " of dikes, of whi",
            "…open. We build 【9】 of dikes, of…",
        ),
        ("ly.\nThere were ", " in all, 1", "There were 【9】 in all,…"),
        ("more than ", " in all.\nWe", "…than 【9】 in all."),
        ("s, of which ", ", at $4.", "…of which 【9】, at…"),
        ("：公立机构", "家，占比", "…：公立机构【9】家，占比…"),
    ],
)
def test_a_passage_is_shown_in_its_paragraph_without_parts_of_words(
    left: str, right: str, told: str
) -> None:
    assert quoted(left, "9", right) == told
