"""The panel of suggestions: filters, order, counts, and wishes by key or button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.panels.suggestion_panel import SuggestionPanel
from annotator.gui.panels.suggestion_rows import LIKELY
from annotator.model.kinds import LabelKind
from annotator.model.suggestion import CONTEXT
from annotator.workspace.suggesting import place_of
from tests.gui.panels.screen import heard, nameless, put_on_screen
from tests.gui.panels.test_suggestion_rows import suggested
from tests.workspace.suggested import FromBehind

LOW, HIGH, MIDDLE = suggested(0, LIKELY), suggested(20, 1.0), suggested(40, LIKELY + 0.01)
UNLIKELY, DATE = suggested(60, LIKELY / 2), suggested(80, 1.0, CONTEXT)
ALL = [LOW, HIGH, MIDDLE, UNLIKELY, DATE]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot) -> SuggestionPanel:
    made = SuggestionPanel()
    put_on_screen(qtbot, made, 900, 300)
    made.show_suggestions(ALL, {place_of(x): x for x in ALL}, is_complete=True)
    return made


def focus(panel: SuggestionPanel, qtbot: QtBot) -> None:
    panel.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)


def counted(panel: SuggestionPanel) -> str:
    found = [label.text() for label in panel.findChildren(QLabel)]
    return next(text for text in found if "decided" in text)


def test_likely_ones_are_shown_and_the_filters_say_so_when_changed(panel: SuggestionPanel) -> None:
    changes = heard(panel.filter_changed)
    assert panel.shown == [LOW, HIGH, MIDDLE, DATE]
    panel.dates.setChecked(False)
    assert panel.shown == [LOW, HIGH, MIDDLE]
    panel.likely.setChecked(False)
    assert panel.shown == [LOW, HIGH, MIDDLE, UNLIKELY]
    panel.kind.setCurrentIndex(panel.kind.findData(LabelKind.CLAIM))
    panel.kind.activated.emit(panel.kind.currentIndex())
    assert panel.shown == []
    assert len(changes) == 3


def test_more_comes_behind_the_others_and_only_that_is_gone_through(
    panel: SuggestionPanel,
) -> None:
    found = FromBehind()
    panel.show_suggestions([], found, is_complete=False)
    for some in (ALL[:3], ALL[3:]):
        found.update({place_of(x): x for x in some})
        panel.add(some[1:], found, is_complete=False)
    assert panel.shown == [HIGH, MIDDLE, DATE]
    assert counted(panel) == "1 of 4 decided"
    panel.likely.setChecked(False)
    assert panel.shown == [HIGH, MIDDLE, DATE]


def test_more_takes_its_place_by_score_and_leaves_the_current_one(panel: SuggestionPanel) -> None:
    panel.show_suggestions([LOW, MIDDLE], {}, is_complete=False)
    panel.order.setCurrentIndex(panel.order.findData("score"))
    panel.order.activated.emit(panel.order.currentIndex())
    panel.select(MIDDLE)
    chosen = heard(panel.chosen)
    assert panel.add([HIGH, UNLIKELY], {}, is_complete=False) == [HIGH]
    assert panel.shown == [HIGH, MIDDLE, LOW]
    assert (panel.current(), chosen) == (MIDDLE, [])


def test_by_score_the_best_comes_first(panel: SuggestionPanel) -> None:
    panel.order.setCurrentIndex(panel.order.findData("score"))
    panel.order.activated.emit(panel.order.currentIndex())
    assert panel.shown == [HIGH, DATE, MIDDLE, LOW]


def test_the_count_is_of_what_the_filters_show(panel: SuggestionPanel) -> None:
    assert counted(panel) == "0 of 4 decided"
    panel.show_suggestions([LOW], {place_of(x): x for x in ALL}, is_complete=True)
    assert counted(panel) == "3 of 4 decided"
    panel.dates.setChecked(False)
    assert counted(panel) == "2 of 3 decided"


def test_what_is_decided_goes_and_none_takes_the_current_one_s_place(
    panel: SuggestionPanel,
) -> None:
    chosen = heard(panel.chosen)
    panel.select(HIGH)
    panel.drop([LOW, UNLIKELY])
    assert (panel.shown, panel.current()) == ([HIGH, MIDDLE, DATE], HIGH)
    assert counted(panel) == "1 of 4 decided"
    panel.drop([HIGH])
    assert panel.current() is None
    panel.likely.setChecked(False)
    assert panel.shown == [MIDDLE, DATE]
    panel.drop([MIDDLE, DATE])
    assert not panel.view.isVisible()
    assert chosen == []


def test_where_nothing_is_shown_the_panel_says_why(panel: SuggestionPanel) -> None:
    told = []
    found = {place_of(LOW): LOW}
    shown = [([], {}, False), ([UNLIKELY], {}, True), ([], found, True), ([], {}, True)]
    for rows, of_all, is_complete in shown:
        panel.show_suggestions(rows, of_all, is_complete=is_complete)
        assert panel.view.isHidden()
        visible = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
        told += [text for text in visible if text]
    sentences = [text for text in told if not text[0].isdigit()]
    assert [text.split()[0] for text in sentences] == ["Reading", "Nothing", "All", "There"]


def test_keys_among_the_rows_are_wishes_for_what_is_selected(
    panel: SuggestionPanel, qtbot: QtBot
) -> None:
    focus(panel, qtbot)
    accepted, edited = heard(panel.accept_requested), heard(panel.edit_requested)
    dismissed = heard(panel.dismiss_requested)
    QTest.keyClick(panel.view, Key.Key_Return)
    assert accepted == [([LOW],)], "the first row is seen to be the current one"
    accepted.clear()
    panel.view.selectRow(1)
    QTest.keyClick(panel.view, Key.Key_Return)
    QTest.keyClick(panel.view, Key.Key_Return, SHIFT)
    QTest.keyClick(panel.view, Key.Key_Delete)
    assert (accepted, edited, dismissed) == ([([HIGH],)], [([HIGH],)], [([HIGH],)])


def test_the_transcripts_keys_do_the_same_among_the_rows(
    panel: SuggestionPanel, qtbot: QtBot
) -> None:
    focus(panel, qtbot)
    accepted, edited = heard(panel.accept_requested), heard(panel.edit_requested)
    dismissed = heard(panel.dismiss_requested)
    QTest.keyClick(panel.view, Key.Key_Return, CTRL)
    QTest.keyClick(panel.view, Key.Key_Return, CTRL | SHIFT)
    QTest.keyClick(panel.view, Key.Key_Backspace, CTRL)
    assert (accepted, edited, dismissed) == ([([LOW],)], [([LOW],)], [([LOW],)])


def test_claims_have_no_reading(panel: SuggestionPanel) -> None:
    for kind, is_hidden in ((LabelKind.CLAIM, True), ("", False), (LabelKind.FIGURE, False)):
        panel.kind.setCurrentIndex(panel.kind.findData(kind))
        panel.kind.activated.emit(panel.kind.currentIndex())
        assert panel.view.isColumnHidden(2) is is_hidden


def test_buttons_wish_the_same_and_one_takes_all_that_is_shown(panel: SuggestionPanel) -> None:
    accepted, dismissed = heard(panel.accept_requested), heard(panel.dismiss_requested)
    panel.view.selectRow(0)
    buttons = {button.text(): button for button in panel.findChildren(QPushButton)}
    for text in ("Accept", "Dismiss", "Accept all shown"):
        QTest.mouseClick(buttons[text], Qt.MouseButton.LeftButton)
    assert accepted == [([LOW],), ([LOW, HIGH, MIDDLE, DATE],)]
    assert dismissed == [([LOW],)]


def test_a_row_that_is_gone_to_is_shown_in_the_text_once(panel: SuggestionPanel) -> None:
    chosen = heard(panel.chosen)
    panel.select(MIDDLE)
    assert (panel.current(), chosen) == (MIDDLE, [])
    panel.view.selectRow(0)
    assert chosen == [(LOW,)]
    panel.select(None)
    assert panel.current() is None
    assert nameless(panel) == []


def test_where_all_that_is_meant_is_decided_it_says_so_and_no_button_is_mute(
    panel: SuggestionPanel,
) -> None:
    buttons = panel.findChildren(QPushButton)
    QPushButton("behind the panel", panel).show()
    buttons[-1].setFocus()
    assert all(button.isEnabled() for button in buttons)
    panel.drop([LOW, HIGH, MIDDLE, DATE])
    assert panel._empty.text().startswith("All of these are decided")
    assert not any(button.isEnabled() for button in buttons)
    assert panel.kind.hasFocus()
    panel.likely.setChecked(False)
    assert panel.shown == [UNLIKELY]
    assert all(button.isEnabled() for button in buttons)
    panel.kind.setCurrentIndex(panel.kind.findData(LabelKind.TOPIC))
    panel.kind.activated.emit(panel.kind.currentIndex())
    assert panel._empty.text().startswith("Nothing here with these filters")


def test_dates_can_be_left_out_only_where_there_are_any(panel: SuggestionPanel) -> None:
    can_be = []
    for kind in (LabelKind.CLAIM, LabelKind.TOPIC, "", LabelKind.FIGURE):
        panel.kind.setCurrentIndex(panel.kind.findData(kind))
        panel.kind.activated.emit(panel.kind.currentIndex())
        can_be.append(panel.dates.isEnabled())
    assert can_be == [False, False, True, True]
