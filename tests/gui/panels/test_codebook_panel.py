"""The codebook: labels by kind, chosen, kept, hidden, filtered, edited."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.gui.panels.codebook_panel import CodebookPanel
from annotator.gui.panels.label_row import LabelRow
from annotator.gui.theme import OKABE_ITO
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from tests.example import LABELS, MONEY, QUANTITY, STATEMENT, TRANSPORT
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    compose,
    focused,
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    spoken,
    texts,
    unreachable,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> CodebookPanel:
    made = CodebookPanel()
    put_on_screen(qtbot, made, 280, 500)
    show(qtbot, made, *LABELS)
    return made


def show(qtbot: QtBot, panel: CodebookPanel, *labels: Label) -> None:
    """Show labels and wait until they are there to be clicked."""
    panel.show_labels(labels, {}, "en")
    qtbot.waitUntil(eye(panel, LabelKind.TOPIC).isVisible)


def names(panel: CodebookPanel) -> list[str]:
    """Return the labels on the screen from top to bottom."""
    rows = [row for row in panel.findChildren(LabelRow) if row.isVisible()]
    rows.sort(key=lambda row: row.mapTo(panel, QPoint()).y())
    return [row.name for row in rows]


def entry(panel: CodebookPanel, label: Label, text: str) -> None:
    """Choose something in a label's menu."""
    actions = panel.menu_for(label.id).actions()
    next(action for action in actions if action.text() == text).trigger()


def press(qtbot: QtBot, panel: CodebookPanel, text: str) -> None:
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, LEFT)


def eye(panel: CodebookPanel, kind: LabelKind) -> QToolButton:
    found = panel.findChild(QToolButton, f"hide_{kind.value}")
    assert isinstance(found, QToolButton)
    return found


# --- showing ---


def test_labels_stand_below_their_kind(panel: CodebookPanel) -> None:
    assert names(panel) == ["Quantity", "Money", "Statement", "Transport"]
    assert texts(panel) == ["Figures", "Claims", "Topics"]


def test_retired_labels_are_not_offered(qtbot: QtBot, panel: CodebookPanel) -> None:
    show(qtbot, panel, QUANTITY, replace(MONEY, retired=True))
    assert names(panel) == ["Quantity"]


def test_labels_are_named_in_the_reader_s_language(qtbot: QtBot, panel: CodebookPanel) -> None:
    panel.show_labels(LABELS, {}, "zh")
    qtbot.waitUntil(lambda: names(panel) == ["数量", "金额", "陈述", "交通"])


def test_uses_are_shown_at_first_and_when_they_change(panel: CodebookPanel) -> None:
    panel.show_labels(LABELS, {QUANTITY.id: 3}, "en")
    assert [row.uses for row in panel.rows.values()] == [3, 0, 0, 0]
    panel.show_uses({MONEY.id: 2})
    assert {row.name: row.uses for row in panel.rows.values() if row.uses} == {"Money": 2}


def test_other_labels_replace_the_rows(qtbot: QtBot, panel: CodebookPanel) -> None:
    show(qtbot, panel, TRANSPORT)
    assert names(panel) == ["Transport"]
    assert texts(panel) == ["Figures", "Claims", "Topics"]


# --- choosing and keeping ---


def test_a_click_or_a_key_chooses(qtbot: QtBot, panel: CodebookPanel) -> None:
    chosen = heard(panel.label_chosen)
    qtbot.mouseClick(panel.rows[MONEY.id], LEFT)
    panel.rows[STATEMENT.id].setFocus()
    qtbot.keyClick(panel.rows[STATEMENT.id], Qt.Key.Key_Return)
    assert chosen == [(MONEY.id,), (STATEMENT.id,)]


def test_a_right_click_opens_the_menu_of_the_label(qtbot: QtBot, panel: CodebookPanel) -> None:
    row = panel.rows[MONEY.id]
    at = row.mapToGlobal(QPoint(5, 5))
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(row, QContextMenuEvent(reason, QPoint(5, 5), at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(panel.sticky_changed) as kept:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert kept.args == [MONEY.id]


def test_a_label_is_kept_for_every_selection_and_let_go(panel: CodebookPanel) -> None:
    kept = heard(panel.sticky_changed)
    keep = "Mark every selection with it"
    entry(panel, QUANTITY, keep)
    entry(panel, MONEY, keep)
    assert [row.name for row in panel.rows.values() if row.is_sticky] == ["Money"]
    entry(panel, MONEY, keep)
    assert not any(row.is_sticky for row in panel.rows.values())
    assert kept == [(QUANTITY.id,), (MONEY.id,), (None,)]


def test_a_kept_label_stays_kept_when_labels_are_shown_anew(
    qtbot: QtBot, panel: CodebookPanel
) -> None:
    panel.set_sticky(MONEY.id)
    kept = heard(panel.sticky_changed)
    show(qtbot, panel, *LABELS)
    assert panel.rows[MONEY.id].is_sticky
    assert kept == []


@pytest.mark.parametrize("left", [(QUANTITY,), (QUANTITY, replace(MONEY, retired=True))])
def test_a_kept_label_that_goes_is_let_go(
    qtbot: QtBot, panel: CodebookPanel, left: tuple[Label, ...]
) -> None:
    panel.set_sticky(MONEY.id)
    kept = heard(panel.sticky_changed)
    show(qtbot, panel, *left)
    assert kept == [(None,)]


# --- hiding and filtering ---


def test_a_kind_is_hidden_and_shown(qtbot: QtBot, panel: CodebookPanel) -> None:
    hidden = heard(panel.hidden_kinds_changed)
    qtbot.mouseClick(eye(panel, LabelKind.CLAIM), LEFT)
    eye(panel, LabelKind.TOPIC).setFocus()
    qtbot.keyClick(eye(panel, LabelKind.TOPIC), Qt.Key.Key_Space)
    qtbot.mouseClick(eye(panel, LabelKind.CLAIM), LEFT)
    claim, topic = LabelKind.CLAIM, LabelKind.TOPIC
    assert hidden == [(frozenset({claim}),), (frozenset({claim, topic}),), (frozenset({topic}),)]


def test_the_eye_says_whether_a_kind_is_hidden(qtbot: QtBot, panel: CodebookPanel) -> None:
    button = eye(panel, LabelKind.CLAIM)
    seen = button.icon().pixmap(16).toImage()
    qtbot.mouseClick(button, LEFT)
    assert button.icon().pixmap(16).toImage() != seen
    show(qtbot, panel, *LABELS)
    assert eye(panel, LabelKind.CLAIM).icon().pixmap(16).toImage() != seen
    qtbot.mouseClick(eye(panel, LabelKind.CLAIM), LEFT)
    assert eye(panel, LabelKind.CLAIM).icon().pixmap(16).toImage() == seen


def test_each_eye_is_spoken_with_its_kind(panel: CodebookPanel) -> None:
    spoken_names = {
        spoken(eye(panel, kind)) for kind in (LabelKind.FIGURE, LabelKind.CLAIM, LabelKind.TOPIC)
    }
    assert len(spoken_names) == 3


@pytest.mark.parametrize(
    ("typed", "left"), [("MON", ["Money"]), ("交", ["Transport"]), ("zzz", [])]
)
def test_typing_filters_by_a_name_in_any_language(
    qtbot: QtBot, panel: CodebookPanel, typed: str, left: list[str]
) -> None:
    panel.setFocus()
    assert focused() is panel.field
    if typed.isascii():
        qtbot.keyClicks(panel.field, typed)
    else:
        compose(panel.field, typed)
    assert names(panel) == left
    panel.field.clear()
    assert len(names(panel)) == 4


def test_the_filter_hides_the_headings_without_a_hit_and_says_when_there_is_none(
    panel: CodebookPanel,
) -> None:
    def shown() -> list[bool]:
        kinds = (LabelKind.FIGURE, LabelKind.CLAIM, LabelKind.TOPIC)
        return [eye(panel, kind).isVisible() for kind in kinds]

    compose(panel.field, "mon")
    assert (shown(), panel.nothing_found.isVisible()) == ([True, False, False], False)
    compose(panel.field, "zzz")
    assert (shown(), panel.nothing_found.isVisible()) == ([False] * 3, True)
    panel.field.clear()
    assert (shown(), panel.nothing_found.isVisible()) == ([True] * 3, False)


def test_enter_chooses_the_first_label_that_the_filter_leaves(
    qtbot: QtBot, panel: CodebookPanel
) -> None:
    chosen = heard(panel.label_chosen)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    compose(panel.field, "nothing like it")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen == []
    panel.field.clear()
    everything = names(panel)
    compose(panel.field, LABELS[-1].name())
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen == [(LABELS[-1].id,)]
    assert names(panel) == everything


def test_the_filter_holds_when_labels_are_shown_anew(qtbot: QtBot, panel: CodebookPanel) -> None:
    qtbot.keyClicks(panel.field, "mon")
    panel.show_labels(LABELS, {}, "en")
    qtbot.waitUntil(lambda: names(panel) == ["Money"])


# --- editing ---


def test_retiring_and_deleting_are_said(panel: CodebookPanel) -> None:
    saved, deleted = heard(panel.label_saved), heard(panel.label_delete_requested)
    entry(panel, MONEY, "Retire: keep its marks, offer it no more")
    entry(panel, MONEY, "Delete…")
    assert saved == [(MONEY, replace(MONEY, retired=True))]
    assert deleted == [(MONEY.id,)]


def test_a_new_label_has_the_first_free_key_and_another_colour(
    qtbot: QtBot, panel: CodebookPanel
) -> None:
    saved = heard(panel.label_saved)
    qtbot.mouseClick(panel.add_button, LEFT)
    assert panel.editor.isVisible()
    assert names(panel) == []
    qtbot.keyClicks(focused(), "Place")
    press(qtbot, panel, "Save label")
    colour = list(OKABE_ITO.values())[len(LABELS)]
    label = Label(LabelId(""), LabelKind.FIGURE, {"en": "Place"}, key="2", colour=colour)
    assert saved == [(None, label)]


def test_the_labels_come_back_once_an_edit_is_taken(qtbot: QtBot, panel: CodebookPanel) -> None:
    panel.label_saved.connect(lambda _before, after: panel.show_labels([after], {}, "en"))
    entry(panel, MONEY, "Edit…")
    qtbot.keyClicks(focused(), "!")
    press(qtbot, panel, "Save label")
    assert not panel.editor.isVisible()
    qtbot.waitUntil(lambda: names(panel) == ["!Money"])


def test_a_refused_edit_stays_to_be_mended(qtbot: QtBot, panel: CodebookPanel) -> None:
    entry(panel, MONEY, "Edit…")
    qtbot.keyClicks(focused(), "!")
    press(qtbot, panel, "Save label")
    assert panel.editor.isVisible()
    assert panel.editor.form.values()["en"] == "!Money"


def test_saving_without_a_change_says_nothing(qtbot: QtBot, panel: CodebookPanel) -> None:
    saved = heard(panel.label_saved)
    entry(panel, MONEY, "Edit…")
    press(qtbot, panel, "Save label")
    assert saved == []
    assert not panel.editor.isVisible()


def test_cancelling_brings_the_labels_back(qtbot: QtBot, panel: CodebookPanel) -> None:
    saved = heard(panel.label_saved)
    entry(panel, MONEY, "Edit…")
    qtbot.keyClicks(focused(), "!")
    press(qtbot, panel, "Cancel")
    assert saved == []
    assert len(names(panel)) == 4


# --- the keyboard, the screen reader, strange names ---


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, panel: CodebookPanel) -> None:
    assert nameless(panel) == []
    assert unreachable(qtbot, panel) == []
    panel.start_new_label()
    assert nameless(panel) == []
    assert unreachable(qtbot, panel) == []
    assert rich_labels(panel) == []


def test_tab_goes_from_the_top_to_the_bottom(qtbot: QtBot, panel: CodebookPanel) -> None:
    panel.setFocus()
    heights = []
    for _step in (panel.field, panel.add_button, *range(3), *panel.rows):
        heights.append(focused().mapTo(panel, focused().rect().center()).y())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert heights == sorted(heights)
    assert focused() is panel.field


def test_long_and_strange_names_widen_nothing(qtbot: QtBot, panel: CodebookPanel) -> None:
    show(
        qtbot,
        panel,
        replace(MONEY, names={"en": LONG}),
        replace(QUANTITY, names={"en": MARKUP}),
    )
    assert panel.minimumSizeHint().width() <= 280
    assert {row.width() <= 280 for row in panel.rows.values()} == {True}
    assert spoken(panel.rows[QUANTITY.id]).startswith(MARKUP)


def test_the_focus_stays_in_the_panel_when_the_form_goes(
    qtbot: QtBot, panel: CodebookPanel
) -> None:
    entry(panel, MONEY, "Edit…")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not panel.editor.isVisible()
    assert focused() is panel.field
