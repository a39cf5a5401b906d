"""The panel of checks: which are shown, where the passages lie, and a ruling by key or button."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.checks.statement import Verdict
from annotator.gui.panels.check_panel import CheckPanel
from annotator.gui.panels.check_rows import CheckRow
from annotator.model.kinds import Ruling
from tests.gui.panels.screen import heard, nameless, put_on_screen
from tests.gui.panels.test_check_rows import check

CONFLICT, OPEN, FITS = (
    CheckRow(check(0)),
    CheckRow(check(100, Verdict.UNDETERMINED)),
    CheckRow(check(200, Verdict.CONSISTENT)),
)
Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot) -> CheckPanel:
    made = CheckPanel()
    put_on_screen(qtbot, made, 900, 300)
    made.show_checks([CONFLICT, OPEN, FITS], is_complete=True)
    return made


def choose(panel: CheckPanel, verdict: str) -> None:
    panel.verdict.setCurrentIndex(panel.verdict.findData(verdict))
    panel.verdict.activated.emit(panel.verdict.currentIndex())


def test_consistent_ones_are_shown_only_when_asked_for(panel: CheckPanel) -> None:
    assert panel.model.shown == [CONFLICT, OPEN]
    choose(panel, Verdict.CONSISTENT.value)
    assert panel.model.shown == [FITS]


def test_the_working_is_shown_whole_above_the_passages(panel: CheckPanel) -> None:
    panel.view.selectRow(0)
    panel.show_passages(["a", "b"])
    assert panel.working.text() == str(CONFLICT.check.working)
    panel.show_passages([])
    assert panel.working.isHidden()


def test_what_is_ruled_on_can_be_left_out(panel: CheckPanel) -> None:
    ruled = replace(CONFLICT, ruling=Ruling.CONFIRMED)
    panel.show_checks([ruled, OPEN], is_complete=True)
    panel.undecided.setChecked(True)
    assert panel.model.shown == [OPEN]


def test_where_nothing_is_shown_the_panel_says_why(panel: CheckPanel) -> None:
    told = []
    for rows, is_complete in (([], False), ([], True), ([FITS], True)):
        panel.show_checks(list(rows), is_complete=is_complete)
        assert panel.view.isHidden()
        told += [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert [text.split()[0] for text in told if text] == ["Holding", "No", "Nothing"]


def test_the_current_check_stays_current_when_others_go(panel: CheckPanel) -> None:
    panel.view.selectRow(1)
    chosen = heard(panel.chosen)
    panel.show_checks([OPEN], is_complete=True)
    assert (panel.current(), chosen) == (OPEN, [])
    panel.show_checks([CONFLICT], is_complete=True)
    assert panel.current() is None
    assert panel.passages.isHidden()


@pytest.mark.parametrize(
    ("key", "ruling"),
    [
        (Key.Key_Return, Ruling.CONFIRMED),
        (Key.Key_Delete, Ruling.NOT_THE_SAME),
        (Key.Key_Backspace, Ruling.NOT_THE_SAME),
        (Key.Key_Space, Ruling.EXPLAINED),
    ],
)
def test_a_key_rules_on_the_current_check(
    panel: CheckPanel, qtbot: QtBot, key: Qt.Key, ruling: Ruling
) -> None:
    panel.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    ruled = heard(panel.ruled)
    panel.view.selectRow(1)
    QTest.keyClick(panel.view, key)
    assert ruled == [(OPEN.check, ruling)]
    panel.show_checks([], is_complete=True)
    QTest.keyClick(panel.view, key)
    assert len(ruled) == 1


def test_a_button_rules_as_its_key_does(panel: CheckPanel) -> None:
    panel.view.selectRow(1)
    ruled = heard(panel.ruled)
    for button in panel.findChildren(QPushButton)[1:]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [ruling for _check, ruling in ruled] == [
        *(Ruling.CONFIRMED, Ruling.NOT_THE_SAME, Ruling.EXPLAINED),
    ]


def test_right_goes_round_the_passages_and_another_check_starts_anew(
    panel: CheckPanel, qtbot: QtBot
) -> None:
    panel.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    wished = heard(panel.passage_requested)
    panel.view.selectRow(0)
    for _time in range(2):
        QTest.keyClick(panel.view, Key.Key_Right)
    panel.view.selectRow(1)
    QTest.keyClick(panel.view, Key.Key_Right)
    assert wished == [(CONFLICT.check, 1), (CONFLICT.check, 0), (OPEN.check, 1)]


def test_passages_stand_side_by_side_as_many_as_there_are(panel: CheckPanel) -> None:
    panel.show_passages(["one <b>", "two"])
    shown = [pane.toPlainText() for pane in panel.passages.panes if pane.isVisible()]
    assert shown == ["one <b>", "two"]
    assert nameless(panel) == []


def test_a_ruling_that_hides_its_check_goes_on_to_the_one_behind_it(
    panel: CheckPanel, qtbot: QtBot
) -> None:
    rows = [CheckRow(check(at)) for at in (0, 100, 200)]
    panel.show_checks(rows, is_complete=True)
    panel.undecided.setChecked(True)
    panel.ruled.connect(
        lambda told, ruling: panel.show_checks(
            [replace(r, ruling=ruling) if r.check == told else r for r in panel._all],
            is_complete=True,
        )
    )
    QPushButton("behind the panel", panel).show()
    panel.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    chosen = heard(panel.chosen)
    panel.view.selectRow(1)
    for _time in range(3):
        QTest.keyClick(panel.view, Key.Key_Space)
    assert chosen == [(rows[at].check,) for at in (1, 2, 0)]
    assert panel.model.shown == []
    assert panel.focusWidget() is panel.scope


def test_a_passage_that_is_clicked_is_gone_to_and_right_goes_on_from_there(
    panel: CheckPanel,
) -> None:
    panel.view.selectRow(0)
    panel.show_passages(["one", "two"])
    wished = heard(panel.passage_requested)
    QTest.mouseClick(panel.passages.panes[1].viewport(), Qt.MouseButton.LeftButton)
    panel.go_on()
    assert wished == [(CONFLICT.check, 1), (CONFLICT.check, 0)]


def test_buttons_can_be_pressed_only_where_a_check_is_current(panel: CheckPanel) -> None:
    can_be = []
    texts = ("Next passage", "Confirm", "Not the same thing", "Explained")
    buttons = [b for b in panel.findChildren(QPushButton) if b.text() in texts]
    for act in (
        lambda: None,
        lambda: panel.view.selectRow(1),
        lambda: panel.show_checks([OPEN], is_complete=True),
        lambda: panel.show_checks([], is_complete=False),
    ):
        act()
        can_be.append({button.isEnabled() for button in buttons})
    assert (can_be, len(buttons)) == ([{False}, {True}, {True}, {False}], 4)
