"""The table of all annotations: rows on demand, filters, sorting, and what is wished."""

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.panels.annotation_model import PAGE, PAGES_KEPT, AnnotationModel
from annotator.gui.panels.annotation_table import AnnotationTable
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.kinds import LabelKind, Origin
from annotator.store.queries import ORDERS, AnnotationQuery, AnnotationRow
from tests.example import QUANTITY
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    choose_row,
    focused,
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    texts,
    unreachable,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = {QUANTITY.id: "Quantity"}


def row(key: int, quote: str = "12个") -> AnnotationRow:
    return AnnotationRow(
        key,
        AnnotationId(f"a{key}"),
        DocumentId("d"),
        "发布会",
        LabelKind.FIGURE,
        QUANTITY.id,
        "Lin",
        "林晓",
        "speaker",
        0,
        len(quote),
        quote,
        f"note {key}",
        Origin.HAND,
    )


class File:
    """Rows by key that counts how often it is asked."""

    def __init__(self, *missing: int) -> None:
        self.asked: list[list[int]] = []
        self._missing = missing

    def __call__(self, keys: Sequence[int]) -> list[AnnotationRow]:
        """Return the rows of some keys, those that are there."""
        self.asked.append(list(keys))
        return [row(key) for key in keys if key not in self._missing]


@pytest.fixture
def table(qtbot: QtBot) -> AnnotationTable:
    made = AnnotationTable()
    put_on_screen(qtbot, made, 1000, 400)
    made.show_rows(range(1, 6), File(), 9, NAMES)
    return made


def cell(model: AnnotationModel, number: int, column: int) -> object:
    return model.index(number, column).data()


def place(table: AnnotationTable, number: int) -> QPoint:
    return table.view.visualRect(table.model.index(number, 1)).center()


def click(
    qtbot: QtBot,
    table: AnnotationTable,
    number: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.mouseClick(table.view.viewport(), LEFT, modifier, place(table, number))


def choose(qtbot: QtBot, box: QComboBox, steps: int) -> None:
    box.setFocus()
    for _step in range(steps):
        qtbot.keyClick(box, Qt.Key.Key_Down)


# --- rows ---


def test_a_row_shows_label_text_speaker_document_author_note_review(
    table: AnnotationTable,
) -> None:
    shown = [cell(table.model, 0, column) for column in range(table.model.columnCount())]
    assert shown == ["Quantity", "12个", "林晓", "发布会", "Lin", "note 1", ""]


def test_columns_and_rows_have_headings(table: AnnotationTable) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    names = [table.model.headerData(section, across) for section in range(7)]
    assert names == ["Label", "Text", "Speaker", "Document", "Author", "Note", "Review"]
    assert table.model.headerData(0, down) == "1"
    assert table.model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_lines_are_joined(table: AnnotationTable) -> None:
    table.show_rows([1], lambda _keys: [row(1, "one\ntwo")], 1, NAMES)
    assert cell(table.model, 0, 1) == "one two"


def test_only_the_pages_that_are_looked_at_are_fetched() -> None:
    model, file = AnnotationModel(), File()
    model.show_rows(range(100_000), file, NAMES)
    assert model.rowCount() == 100_000
    assert cell(model, 250, 5) == "note 250"
    assert cell(model, 299, 5) == "note 299"
    assert file.asked == [list(range(200, 300))]


def test_pages_that_were_not_looked_at_for_long_are_forgotten() -> None:
    model, file = AnnotationModel(), File()
    model.show_rows(range(100_000), file, NAMES)
    for page in range(PAGES_KEPT + 1):
        model.row(page * PAGE)
    asked = len(file.asked)
    model.row(PAGES_KEPT * PAGE)
    assert len(file.asked) == asked
    model.row(0)
    assert len(file.asked) == asked + 1


def test_the_last_page_may_be_short() -> None:
    model = AnnotationModel()
    model.show_rows(range(PAGE + 1), File(), NAMES)
    assert model.row(PAGE) == row(PAGE)
    assert model.row(PAGE + 1) is None


def test_a_row_that_is_gone_is_empty_and_does_not_shift_the_others() -> None:
    model = AnnotationModel()
    model.show_rows([1, 2, 3], File(2), NAMES)
    assert [cell(model, number, 5) for number in range(3)] == ["note 1", None, "note 3"]


def test_it_says_how_many_of_how_many(table: AnnotationTable) -> None:
    assert "5 of 9" in texts(table)


def test_an_empty_table_says_so(table: AnnotationTable) -> None:
    table.show_rows([], File(), 9, NAMES)
    assert "No annotations here. Mark some, or loosen the filters." in texts(table)
    assert not table.view.isVisible()
    table.show_rows([1], File(), 9, NAMES)
    assert table.view.isVisible()


# --- going there ---


def test_a_click_goes_to_the_annotation(qtbot: QtBot, table: AnnotationTable) -> None:
    gone = heard(table.activated)
    click(qtbot, table, 1)
    assert gone == [("d", "a2")]


def test_selecting_several_rows_goes_nowhere(qtbot: QtBot, table: AnnotationTable) -> None:
    click(qtbot, table, 1)
    gone = heard(table.activated)
    click(qtbot, table, 3, CONTROL)
    assert list(table.selected_keys()) == [2, 4]
    assert gone == []


def test_enter_goes_to_the_current_row(qtbot: QtBot, table: AnnotationTable) -> None:
    gone = heard(table.activated)
    table.setFocus()
    assert focused() is table.view
    table.view.selectRow(0)
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert gone == [("d", "a2")]


def test_enter_among_the_filters_goes_nowhere(qtbot: QtBot, table: AnnotationTable) -> None:
    table.view.selectRow(0)
    gone = heard(table.activated)
    for widget in (table.text, table.filters["kind"]):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert gone == []


# --- editing what is selected ---


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_wishes_the_selected_rows_away(
    qtbot: QtBot, table: AnnotationTable, key: Qt.Key
) -> None:
    wishes = heard(table.selection_edit_requested)
    table.view.setFocus()
    qtbot.keyClick(table.view, key)
    assert wishes == []
    qtbot.keyClick(table.view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(table.view, key)
    assert wishes == [("delete", array("q", [1, 2, 3, 4, 5]))]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_among_the_filters_deletes_nothing(
    qtbot: QtBot, table: AnnotationTable, key: Qt.Key
) -> None:
    table.view.selectRow(0)
    wishes = heard(table.selection_edit_requested)
    for widget in (table.text, table.filters["kind"], table.findChildren(QPushButton)[0]):
        widget.setFocus()
        qtbot.keyClick(widget, key)
    assert wishes == []


@pytest.mark.parametrize(
    ("text", "action"),
    [("Change label…", "relabel"), ("Write a note…", "note"), ("Delete", "delete")],
)
def test_the_menu_wishes_edits(table: AnnotationTable, text: str, action: str) -> None:
    wishes = heard(table.selection_edit_requested)
    choose_row(table.view, 2)
    next(entry for entry in table.menu().actions() if entry.text() == text).trigger()
    assert wishes == [(action, array("q", [3]))]


def test_without_selected_rows_the_menu_is_dimmed(table: AnnotationTable) -> None:
    assert not any(entry.isEnabled() for entry in table.menu().actions())
    choose_row(table.view, 2)
    assert all(entry.isEnabled() for entry in table.menu().actions())


def test_the_button_and_a_right_click_open_the_menu(qtbot: QtBot, table: AnnotationTable) -> None:
    viewport = table.view.viewport()
    at = place(table, 0)
    reason = QContextMenuEvent.Reason.Mouse
    for open_menu in (
        lambda: qtbot.mouseClick(table.findChildren(QPushButton)[0], LEFT),
        lambda: QApplication.sendEvent(
            viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at))
        ),
    ):
        open_menu()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        with qtbot.waitSignal(menu.destroyed):
            qtbot.keyClick(menu, Qt.Key.Key_Escape)


# --- filtering and sorting ---


def test_a_filter_asks_at_once(qtbot: QtBot, table: AnnotationTable) -> None:
    asked = heard(table.query_changed)
    choose(qtbot, table.filters["kind"], 2)
    assert asked == [(AnnotationQuery(kind="figure"),), (AnnotationQuery(kind="claim"),)]


@pytest.mark.parametrize("name", ["label", "speaker", "author", "document"])
def test_each_filter_fills_its_field(qtbot: QtBot, table: AnnotationTable, name: str) -> None:
    asked = heard(table.query_changed)
    table.offer(name, [("x", "The X")])
    choose(qtbot, table.filters[name], 1)
    assert asked == [(AnnotationQuery(**{name: "x"}),)]  # type: ignore[arg-type]


def test_typing_asks_once_after_a_pause(qtbot: QtBot, table: AnnotationTable) -> None:
    asked = heard(table.query_changed)
    with qtbot.waitSignal(table.query_changed):
        qtbot.keyClicks(table.text, "park")
        assert asked == []
    assert asked == [(AnnotationQuery(text="park"),)]


def test_enter_asks_without_a_pause(qtbot: QtBot, table: AnnotationTable) -> None:
    asked = heard(table.query_changed)
    table.text.setFocus()
    qtbot.keyClicks(table.text, "park")
    qtbot.keyClick(table.text, Qt.Key.Key_Return)
    assert asked == [(AnnotationQuery(text="park"),)]
    with qtbot.assertNotEmitted(table.query_changed):
        choose_nothing = table.filters["kind"]
        choose_nothing.setFocus()


def test_other_choices_keep_the_chosen_one(qtbot: QtBot, table: AnnotationTable) -> None:
    table.offer("author", [("1", "Lin"), ("2", "Wang")])
    choose(qtbot, table.filters["author"], 2)
    asked = heard(table.query_changed)
    table.offer("author", [("0", "An"), ("2", "Wang")])
    assert table.filters["author"].currentText() == "Wang"
    table.offer("author", [("1", "Lin")])
    assert table.filters["author"].currentText() == "Any author"
    assert asked == []


def header_click(qtbot: QtBot, table: AnnotationTable, section: int) -> None:
    header = table.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(section) + 8, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)


@pytest.mark.parametrize(
    ("section", "order"),
    [(0, "label"), (1, "text"), (2, "speaker"), (3, "position"), (4, "author")],
)
def test_a_heading_asks_for_an_order_and_then_its_reverse(
    qtbot: QtBot, table: AnnotationTable, section: int, order: str
) -> None:
    asked = heard(table.order_requested)
    header_click(qtbot, table, section)
    header_click(qtbot, table, section)
    assert asked == [(order, False), (order, True)]


def test_a_heading_without_an_order_leaves_the_arrow_where_it_was(
    qtbot: QtBot, table: AnnotationTable
) -> None:
    header = table.view.horizontalHeader()
    header_click(qtbot, table, 5)
    assert header.sortIndicatorSection() == -1
    header_click(qtbot, table, 2)
    asked = heard(table.order_requested)
    header_click(qtbot, table, 5)
    assert header.sortIndicatorSection() == 2
    assert asked == []


def test_every_order_is_one_that_the_file_knows(qtbot: QtBot, table: AnnotationTable) -> None:
    asked = heard(table.order_requested)
    for section in range(table.model.columnCount()):
        header_click(qtbot, table, section)
    assert {order for order, _is_descending in asked} <= set(ORDERS)


# --- the keyboard, the screen reader, strange names ---


def test_every_control_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, table: AnnotationTable
) -> None:
    assert nameless(table) == []
    assert unreachable(qtbot, table) == []
    assert rich_labels(table) == []


def test_tab_from_before_the_table_comes_to_its_filters_first(qtbot: QtBot) -> None:
    window, before, table = QWidget(), QLineEdit(), AnnotationTable()
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(table)
    put_on_screen(qtbot, window, 1000, 400)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert focused() is table.text


def test_tab_leaves_the_rows(qtbot: QtBot, table: AnnotationTable) -> None:
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Tab)
    assert focused() is not table.view


def test_long_and_strange_names_are_shown_as_they_are(qtbot: QtBot, table: AnnotationTable) -> None:
    names = {QUANTITY.id: MARKUP}
    table.show_rows([1], lambda _keys: [row(1, LONG)], 1, names)
    table.offer("document", [("d", LONG), ("e", MARKUP)])
    assert cell(table.model, 0, 0) == MARKUP
    assert table.filters["document"].itemText(2) == MARKUP
    assert table.filters["document"].width() <= 160
    qtbot.waitUntil(lambda: table.view.horizontalScrollBar().maximum() == 0)
