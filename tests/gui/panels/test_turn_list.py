"""The turns of a document: who speaks, and where to go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.gui.panels.turn_list import TurnEntry, TurnList, TurnModel, part_name
from annotator.model.kinds import Part
from tests.example import LIN, MODERATOR, REPORTER, TURNS
from tests.gui.panels.screen import LONG, MARKUP, heard, put_on_screen, read_as_rich_text, spoken

ENTRIES = tuple(
    TurnEntry(turn, speaker, paragraph)
    for turn, speaker, paragraph in zip(
        TURNS, (None, MODERATOR, LIN, REPORTER), (1, 2, 4, 5), strict=True
    )
)
BOLD = Qt.ItemDataRole.FontRole


@pytest.fixture
def turns(qtbot: QtBot) -> TurnList:
    made = TurnList()
    made.turns.show_turns(ENTRIES)
    put_on_screen(qtbot, made, 200, 300)
    return made


def shown(model: TurnModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_a_turn_is_shown_by_its_speaker_and_paragraph(turns: TurnList) -> None:
    assert shown(turns.turns) == ["Opening   ¶1", "主持人   ¶2", "林晓   ¶4", "记者   ¶5"]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Part.LEAD, "Opening"),
        (Part.BOILERPLATE, "Closing text"),
        (Part.SPEECH, "Unknown speaker"),
    ],
)
def test_a_turn_without_a_speaker_has_a_name(part: Part, name: str) -> None:
    assert part_name(replace(TURNS[0], part=part)) == name


def test_a_click_goes_to_where_the_turn_starts(qtbot: QtBot, turns: TurnList) -> None:
    chosen = heard(turns.chosen)
    at = turns.visualRect(turns.turns.index(2)).center()
    qtbot.mouseClick(turns.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [(TURNS[2].start,)]
    assert turns.current() == ENTRIES[2]


def test_arrows_and_enter_go_to_a_turn(qtbot: QtBot, turns: TurnList) -> None:
    chosen = heard(turns.chosen)
    turns.setFocus()
    turns.setCurrentIndex(turns.turns.index(0))
    qtbot.keyClick(turns, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(turns, Qt.Key.Key_Return)
    assert chosen == [(TURNS[1].start,)]


def test_the_turn_that_is_read_is_bold(qtbot: QtBot, turns: TurnList) -> None:
    with qtbot.waitSignal(turns.turns.dataChanged):
        turns.turns.set_current(1)
    turns.turns.set_current(2)
    bold = [turns.turns.index(row).data(BOLD) is not None for row in range(4)]
    assert bold == [False, False, True, False]
    assert turns.turns.index(2).data(BOLD).weight() == QFont.Weight.DemiBold


def test_only_the_rows_that_change_are_drawn_anew(turns: TurnList) -> None:
    turns.turns.set_current(1)
    rows: list[int] = []
    turns.turns.dataChanged.connect(lambda first, _last: rows.append(first.row()))
    turns.turns.set_current(3)
    assert sorted(rows) == [1, 3]
    turns.turns.set_current(-1)
    assert sorted(rows) == [1, 3, 3]


def test_other_turns_have_no_current_one(turns: TurnList) -> None:
    turns.turns.set_current(2)
    turns.turns.show_turns(ENTRIES[:2])
    assert turns.turns.current == -1
    assert turns.current() is None
    assert turns.turns.rowCount() == 2
    assert turns.turns.data(QModelIndex()) is None


def test_the_list_has_a_name_and_lets_tab_go_on(turns: TurnList) -> None:
    assert spoken(turns) == "Turns"
    assert not turns.tabKeyNavigation()
    assert turns.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_strange_or_long_name_is_one_shortened_row(qtbot: QtBot, turns: TurnList) -> None:
    strange, long = replace(LIN, name=MARKUP + "\nand more"), replace(LIN, name=LONG)
    turns.turns.show_turns(
        [replace(ENTRIES[0], speaker=strange), replace(ENTRIES[1], speaker=long)]
    )
    assert shown(turns.turns) == [f"{MARKUP} and more   ¶1", f"{LONG}   ¶2"]
    qtbot.waitUntil(lambda: turns.horizontalScrollBar().maximum() == 0)
    tooltip = turns.turns.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert " ".join(read_as_rich_text(tooltip).split()) == f"{MARKUP} and more ¶1"


@pytest.mark.parametrize("width", [120, 160, 2000])
def test_a_long_name_leaves_its_paragraph_to_be_seen(turns: TurnList, width: int) -> None:
    named = replace(LIN, name="Lin " * 20)
    turns.setStyleSheet("QListView::item { padding: 2px 12px; }")
    turns.turns.show_turns([TurnEntry(TURNS[0], named, 1234)])
    option = QStyleOptionViewItem()
    turns.initViewItemOption(option)
    option.rect = QRect(0, 0, width, 20)
    turns.itemDelegate().initStyleOption(option, turns.turns.index(0))  # type: ignore[attr-defined]
    assert option.text.endswith("   ¶1234")
    assert ("…" in option.text) is (width < 2000)
    assert option.fontMetrics.horizontalAdvance(option.text) <= width - 2 * 12


@pytest.mark.parametrize("name", ["DR. VANTERPOOL", "To. AV WATA Yo", "《北渚时报》记者"])
def test_no_width_cuts_the_paragraph_by_a_part_of_a_pixel(turns: TurnList, name: str) -> None:
    turns.turns.show_turns([TurnEntry(TURNS[0], replace(LIN, name=name), 25)])
    for width in range(80, 240):
        option = QStyleOptionViewItem()
        turns.initViewItemOption(option)
        option.rect = QRect(0, 0, width, 20)
        turns.itemDelegate().initStyleOption(option, turns.turns.index(0))  # type: ignore[attr-defined]
        style, element = turns.style(), QStyle.SubElement.SE_ItemViewItemText
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, turns) + 1
        room = style.subElementRect(element, option, turns).width() - 2 * margin
        assert QFontMetricsF(option.font).horizontalAdvance(option.text) <= room
