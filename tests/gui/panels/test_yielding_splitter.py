"""Panels give way to the text between them, as a person left them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.yielding_splitter import YieldingSplitter
from tests.gui.panels.screen import put_on_screen

GOOD, LEAST = 400, (100, 150)


@pytest.fixture
def splitter(qtbot: QtBot) -> YieldingSplitter:
    made = YieldingSplitter(GOOD, LEAST)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for _part in range(3):
        part = QWidget()
        part.setMinimumWidth(50)
        made.addWidget(part)
    made.setStretchFactor(1, 1)
    put_on_screen(qtbot, made, 1002, 100)
    made.want(200, 300)
    return made


@pytest.mark.parametrize(
    ("width", "sizes"),
    [
        (1202, [200, 700, 300]),
        (902, [200, 400, 300]),
        (802, [200, 400, 200]),
        (702, [150, 400, 150]),
        (602, [100, 350, 150]),
    ],
)
def test_the_right_panel_gives_way_first_and_both_come_back(
    splitter: YieldingSplitter, width: int, sizes: list[int]
) -> None:
    splitter.resize(width, 100)
    assert splitter.sizes() == sizes
    splitter.resize(1002, 100)
    assert splitter.sizes() == [200, 500, 300]


def test_who_makes_the_text_narrower_keeps_it_so(splitter: YieldingSplitter) -> None:
    handle = splitter.handle(2)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(250, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    left, text, right = splitter.sizes()
    assert left == 200
    assert 240 <= text <= 260
    splitter.resize(1052, 100)
    assert splitter.sizes() == [left, text + 50, right]
    splitter.resize(1002, 100)
    assert splitter.sizes() == [left, text, right]


def test_widths_are_remembered_as_they_are_wanted(splitter: YieldingSplitter) -> None:
    splitter.resize(702, 100)
    widths = splitter.widths()
    splitter.want(90, 90)
    splitter.take_over(widths)
    splitter.take_over("no widths")
    splitter.take_over("1,2")
    assert splitter.sizes() == [150, 400, 150]
    splitter.resize(1002, 100)
    assert splitter.sizes() == [200, 500, 300]


def test_a_text_left_narrow_is_remembered_so(splitter: YieldingSplitter) -> None:
    splitter.want(200, 550, 250)
    widths = splitter.widths()
    splitter.want(200, 300)
    splitter.take_over(widths)
    assert splitter.sizes() == [200, 250, 550]
