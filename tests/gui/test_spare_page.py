"""The page of the next project, made before it is needed."""

from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from annotator.gui.spare_page import SparePage


def test_it_is_made_in_steps_and_given_away_once(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    spare = SparePage(stack)
    made = []
    for step in spare.make():
        made.append(spare.is_made)
        step()
    assert spare.is_made
    assert not any(made)
    assert list(spare.make()) == []
    page = spare.take()
    assert page.is_made
    assert stack.indexOf(page) == 0
    again = spare.make()
    next(again)
    other = spare.take()
    assert other is not page
    assert list(again) == [], "one that is taken is made no further"
    for one in (page, other):
        one.deleteLater()
