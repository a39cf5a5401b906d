"""Documents, their properties, and the turns of the one on show."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.gui.panels.document_panel import DocumentPanel
from annotator.gui.panels.form import Form
from annotator.model.ids import DocumentId, SpeakerId
from annotator.model.kinds import Role
from annotator.model.records import Document
from tests.example import DOCUMENT, LIN, TURNS
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    focused,
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    texts,
    unreachable,
)
from tests.gui.panels.test_turn_list import ENTRIES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
OTHER = replace(DOCUMENT, id=DocumentId("other"), title="Budget", attributes={"room": "2"})


@pytest.fixture
def panel(qtbot: QtBot) -> DocumentPanel:
    made = DocumentPanel()
    put_on_screen(qtbot, made, 300, 900)
    made.show_documents([DOCUMENT, OTHER], DOCUMENT.id)
    made.show_turns(ENTRIES)
    return made


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def open_properties(panel: DocumentPanel, document: Document) -> Form:
    panel.list.select(document.id)
    choose(panel.document_menu(), "Properties")
    return panel.properties.form


def open_speaker(panel: DocumentPanel, row: int) -> Form:
    panel.turns.setCurrentIndex(panel.turns.turns.index(row))
    choose(panel.turn_menu(), "Rename speaker everywhere…")
    return panel.speaker_form.form


def field(form: Form, name: str) -> QWidget:
    return form.editors[name].widget


def retype(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type over what a field holds and leave it."""
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.selectAll()
    if text:
        qtbot.keyClicks(widget, text)
    else:
        qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def button(owner: QWidget, text: str) -> QPushButton:
    found = owner.findChildren(QPushButton)
    return next(b for b in found if b.text() == text and b.isVisible())


def right_click(area: QAbstractScrollArea, at: QPoint) -> QMenu:
    """Ask for the context menu at a place and return it."""
    view = area.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


# --- showing and choosing ---


def test_it_shows_the_documents_and_the_one_on_show(panel: DocumentPanel) -> None:
    assert panel.list.documents.rowCount() == 2
    assert panel.list.current() == DOCUMENT
    assert panel.turns.turns.rowCount() == 4


def test_a_document_and_a_turn_are_chosen(qtbot: QtBot, panel: DocumentPanel) -> None:
    documents, turns = heard(panel.document_chosen), heard(panel.turn_chosen)
    panel.setFocus()
    assert focused() is panel.list
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    panel.focus_turns()
    assert focused() is panel.turns
    qtbot.keyClick(panel.turns, Qt.Key.Key_End)
    qtbot.keyClick(panel.turns, Qt.Key.Key_Return)
    assert documents == [("other",)]
    assert turns == [(TURNS[-1].start,)]


def test_without_documents_it_offers_to_import(qtbot: QtBot, panel: DocumentPanel) -> None:
    wishes = heard(panel.import_requested)
    panel.show_documents([], "")
    assert not panel.list.isVisible()
    assert any("No transcripts yet" in text for text in texts(panel))
    assert "Turns" not in texts(panel)
    qtbot.mouseClick(button(panel, "Import transcripts…"), Qt.MouseButton.LeftButton)
    assert wishes == [()]
    panel.show_documents([DOCUMENT], DOCUMENT.id)
    assert not any("No transcripts yet" in text for text in texts(panel))
    assert "Turns" in texts(panel)


def test_it_says_how_far_the_work_is(panel: DocumentPanel) -> None:
    panel.show_progress("3 annotations")
    assert "3 annotations" in texts(panel)


def test_the_turn_that_is_read_is_scrolled_to(qtbot: QtBot, panel: DocumentPanel) -> None:
    many = [replace(ENTRIES[1], paragraph=number) for number in range(1, 200)]
    panel.show_turns(many)
    panel.set_current_turn(150)
    assert panel.turns.turns.current == 150
    shown = panel.turns.viewport().rect()
    qtbot.waitUntil(
        lambda: shown.contains(panel.turns.visualRect(panel.turns.turns.index(150)).center())
    )


def test_the_same_turn_again_does_not_scroll(panel: DocumentPanel) -> None:
    many = [replace(ENTRIES[1], paragraph=number) for number in range(1, 200)]
    panel.show_turns(many)
    panel.set_current_turn(150)
    panel.turns.scrollToTop()
    panel.set_current_turn(150)
    assert panel.turns.verticalScrollBar().value() == 0


# --- menus ---


def test_the_menu_of_a_document(panel: DocumentPanel) -> None:
    assert entries(panel.document_menu()) == [
        "Import transcripts…",
        "Rename",
        "Properties",
        "Move up",
        "Move down",
        "Bring in a corrected transcript…",
        "Delete…",
    ]
    panel.show_documents([], "")
    assert entries(panel.document_menu()) == ["Import transcripts…"]


def test_deleting_and_importing_are_wishes(panel: DocumentPanel) -> None:
    deleted, imported = heard(panel.document_delete_requested), heard(panel.import_requested)
    choose(panel.document_menu(), "Delete…")
    choose(panel.document_menu(), "Import transcripts…")
    assert deleted == [(DOCUMENT.id,)]
    assert len(imported) == 1


def test_renaming_from_the_menu_saves_another_title(qtbot: QtBot, panel: DocumentPanel) -> None:
    saved = heard(panel.document_saved)
    choose(panel.document_menu(), "Rename")
    assert panel.list.state() is QAbstractItemView.State.EditingState
    editor = panel.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Parks")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(saved))
    assert saved == [(DOCUMENT, replace(DOCUMENT, title="Parks"))]


def test_the_same_title_saves_nothing(panel: DocumentPanel) -> None:
    saved = heard(panel.document_saved)
    assert panel.list.documents.setData(panel.list.documents.index(0), DOCUMENT.title)
    assert saved == []


def test_a_moved_document_is_said(panel: DocumentPanel) -> None:
    moved = heard(panel.document_moved)
    panel.list.moved.emit("other", DOCUMENT.id)
    assert moved == [("other", DOCUMENT.id)]


def test_the_menu_of_a_turn(panel: DocumentPanel) -> None:
    assert entries(panel.turn_menu()) == []
    panel.turns.setCurrentIndex(panel.turns.turns.index(0))
    unknown = entries(panel.turn_menu())
    panel.turns.setCurrentIndex(panel.turns.turns.index(2))
    known = entries(panel.turn_menu())
    assert known == ["Rename speaker everywhere…", *unknown]


@pytest.mark.parametrize(
    ("text", "signal", "said"),
    [
        ("Give to another speaker…", "turn_speaker_requested", (TURNS[2].id,)),
        ("Is the opening", "turn_part_requested", (TURNS[2].id, "lead")),
        ("Is closing text", "turn_part_requested", (TURNS[2].id, "boilerplate")),
        ("Join with the turn before", "turn_join_requested", (TURNS[2].id,)),
        ("Split at the cursor", "turn_split_requested", ()),
    ],
)
def test_changes_of_turns_are_wishes(
    panel: DocumentPanel, text: str, signal: str, said: tuple[str, ...]
) -> None:
    wishes = heard(getattr(panel, signal))
    panel.turns.setCurrentIndex(panel.turns.turns.index(2))
    choose(panel.turn_menu(), text)
    assert wishes == [said]


def test_a_right_click_opens_the_menu(qtbot: QtBot, panel: DocumentPanel) -> None:
    menu = right_click(panel.list, panel.list.visualRect(panel.list.currentIndex()).center())
    assert entries(menu)[-1] == "Delete…"
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(menu, Qt.Key.Key_Escape)
    panel.turns.setCurrentIndex(panel.turns.turns.index(2))
    menu = right_click(panel.turns, panel.turns.visualRect(panel.turns.currentIndex()).center())
    assert entries(menu)[-1] == "Split at the cursor"
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(menu, Qt.Key.Key_Escape)


# --- properties ---


def test_properties_are_folded_away_until_they_are_wanted(panel: DocumentPanel) -> None:
    assert not panel.properties.isVisible()
    form = open_properties(panel, OTHER)
    assert form.isVisible()
    assert form.values()["title"] == "Budget"
    assert form.values()["attributes"] == "room: 2"
    assert focused() is field(form, "title")


def test_a_property_is_saved_when_its_field_is_left(qtbot: QtBot, panel: DocumentPanel) -> None:
    saved = heard(panel.document_saved)
    retype(qtbot, field(open_properties(panel, OTHER), "place"), "Beijing")
    assert saved == [(OTHER, replace(OTHER, place="Beijing"))]


def test_attributes_are_lines_of_name_and_value(qtbot: QtBot, panel: DocumentPanel) -> None:
    saved = heard(panel.document_saved)
    more = field(open_properties(panel, OTHER), "attributes")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_End)
    qtbot.keyClicks(more, "\rsource: https://example.org\rempty")
    qtbot.keyClick(more, Qt.Key.Key_Tab)
    attributes = {"room": "2", "source": "https://example.org", "empty": ""}
    assert saved == [(OTHER, replace(OTHER, attributes=attributes))]


def test_attributes_that_are_not_touched_stay_as_they_are(
    qtbot: QtBot, panel: DocumentPanel
) -> None:
    odd = replace(OTHER, attributes={" a ": "two\nlines"})
    panel.show_documents([odd], odd.id)
    saved = heard(panel.document_saved)
    retype(qtbot, field(open_properties(panel, odd), "place"), "Beijing")
    assert saved == [(odd, replace(odd, place="Beijing"))]


def test_done_saves_and_folds_away(qtbot: QtBot, panel: DocumentPanel) -> None:
    saved = heard(panel.document_saved)
    form = open_properties(panel, OTHER)
    qtbot.keyClicks(field(form, "place"), "Beijing")
    qtbot.mouseClick(button(panel.properties, "Done"), Qt.MouseButton.LeftButton)
    assert saved == [(OTHER, replace(OTHER, place="Beijing"))]
    assert not panel.properties.isVisible()


def test_open_properties_follow_a_change_made_elsewhere(qtbot: QtBot, panel: DocumentPanel) -> None:
    form = open_properties(panel, OTHER)
    renamed = replace(OTHER, title="Budget 2026")
    panel.show_documents([DOCUMENT, renamed], DOCUMENT.id)
    assert form.values()["title"] == "Budget 2026"
    saved = heard(panel.document_saved)
    retype(qtbot, field(form, "place"), "Beijing")
    assert saved == [(renamed, replace(renamed, place="Beijing"))]


def test_the_properties_of_a_deleted_document_fold_away(qtbot: QtBot, panel: DocumentPanel) -> None:
    form = open_properties(panel, OTHER)
    saved = heard(panel.document_saved)
    qtbot.keyClicks(field(form, "place"), "Bei")
    panel.show_documents([DOCUMENT], DOCUMENT.id)
    assert not panel.properties.isVisible()
    assert saved == []


def test_a_refused_title_is_shown_as_it_still_is(qtbot: QtBot, panel: DocumentPanel) -> None:
    form = open_properties(panel, OTHER)
    saved = heard(panel.document_saved)
    retype(qtbot, field(form, "title"), "")
    retype(qtbot, field(form, "place"), "Beijing")
    assert form.values()["title"] == "Budget"
    assert saved[1] == (OTHER, replace(OTHER, place="Beijing"))


# --- speakers ---


def test_a_speaker_is_saved(qtbot: QtBot, panel: DocumentPanel) -> None:
    saved = heard(panel.speaker_saved)
    retype(qtbot, field(open_speaker(panel, 2), "name"), "Lin Xiao")
    assert saved == [(LIN, replace(LIN, name="Lin Xiao"))]


def test_a_role_is_saved_and_cannot_be_none(qtbot: QtBot, panel: DocumentPanel) -> None:
    form = open_speaker(panel, 2)
    saved = heard(panel.speaker_saved)
    box = field(form, "role")
    assert isinstance(box, QComboBox)
    assert [box.itemData(i) for i in range(box.count())] == list(Role)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert saved == [(LIN, replace(LIN, role=Role.MODERATOR))]


def test_the_speaker_s_form_stays_open_after_a_change(qtbot: QtBot, panel: DocumentPanel) -> None:
    panel.speaker_saved.connect(
        lambda _before, after: panel.show_turns([replace(ENTRIES[2], speaker=after)])
    )
    form = open_speaker(panel, 2)
    saved = heard(panel.speaker_saved)
    retype(qtbot, field(form, "name"), "Lin Xiao")
    assert form.isVisible()
    retype(qtbot, field(form, "title"), "director")
    renamed = replace(LIN, name="Lin Xiao")
    assert saved[1] == (renamed, replace(renamed, title="director"))


def test_the_speaker_s_form_folds_away_with_its_document(
    qtbot: QtBot, panel: DocumentPanel
) -> None:
    form = open_speaker(panel, 2)
    saved = heard(panel.speaker_saved)
    qtbot.keyClicks(field(form, "title"), "dir")
    other = replace(LIN, id=SpeakerId("other"))
    panel.show_turns([replace(ENTRIES[2], speaker=other)])
    assert not panel.speaker_form.isVisible()
    assert saved == []


def test_a_refused_name_is_shown_as_it_still_is(qtbot: QtBot, panel: DocumentPanel) -> None:
    form = open_speaker(panel, 2)
    retype(qtbot, field(form, "name"), "")
    assert form.values()["name"] == LIN.name


# --- the keyboard, the screen reader, strange names ---


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, panel: DocumentPanel) -> None:
    open_properties(panel, OTHER)
    open_speaker(panel, 2)
    assert nameless(panel) == []
    assert unreachable(qtbot, panel) == []
    assert rich_labels(panel) == []


def test_long_and_strange_names_widen_nothing(panel: DocumentPanel) -> None:
    strange = replace(OTHER, title=LONG, group=MARKUP, place=LONG)
    panel.show_documents([strange], strange.id)
    panel.show_turns([replace(ENTRIES[2], speaker=replace(LIN, name=LONG))])
    open_properties(panel, strange)
    open_speaker(panel, 0)
    panel.show_progress(LONG)
    assert panel.minimumSizeHint().width() <= 300
