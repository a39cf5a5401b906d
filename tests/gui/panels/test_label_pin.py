"""The pin of a label: from then on selecting alone marks."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.project_page import ProjectPage
from annotator.model.records import Annotation
from tests.gui.panels.screen import heard, picture


def test_a_click_on_the_pin_keeps_the_label_and_another_lets_it_go(page: ProjectPage) -> None:
    row = next(row for row in page.codebook.rows.values() if row.name == "Money")
    kept = heard(page.codebook.sticky_changed)
    before = picture(row)
    pin = row.pin_place().center()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=pin)
    assert (row.is_sticky, kept) == (True, [(row.label.id,)])
    assert picture(row) != before
    page.view.set_selection(8, 10)
    page.view.selection_finished.emit()
    s = page.annotations.snapshot
    assert s is not None
    assert [s.label_of(made).name() for made in s.all(Annotation)] == ["Money"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=pin)
    assert not row.is_sticky


def test_a_click_beside_the_pin_marks(qtbot: QtBot, page: ProjectPage) -> None:
    row = next(iter(page.codebook.rows.values()))
    with qtbot.waitSignal(row.chosen):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(80, 14))
    assert not row.is_sticky
