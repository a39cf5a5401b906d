"""Documents and turns change as the panel asks."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.document_desk import MANY, NEW_SPEAKER
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import joined
from annotator.model.message import Message
from annotator.model.records import Speaker, Turn
from annotator.reading.pasted import read_pasted
from annotator.workspace.known_texts import KnownTexts
from tests.gui.fakes import answers
from tests.gui.panels.screen import focused

Key = Qt.Key


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_document_is_renamed_moved_and_deleted(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Moderator: Hello.\nMs. Lee: 40 people.\n", encoding="utf-8")
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=60_000):
        page.transfer_desk.import_paths([second])
    first, other = page.workspace.documents()
    page.documents.document_saved.emit(first, replace(first, title="Renamed", place="Hall"))
    page.documents.list.select(other.id)
    menu = {action.text(): action for action in page.documents.document_menu().actions()}
    assert not menu["Move down"].isEnabled()
    menu["Move up"].trigger()
    assert [d.title for d in page.workspace.documents()] == [other.title, "Renamed"]
    page.documents.document_chosen.emit(first.id)
    assert "各位好" in page.view.text
    answers(window).confirms = [True]
    page.documents.document_delete_requested.emit(first.id)
    assert [d.id for d in page.workspace.documents()] == [other.id]
    assert "40 people" in page.view.text
    answers(window).confirms = [True]
    page.documents.document_delete_requested.emit(other.id)
    assert page.view.text == ""
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert "40 people" in page.view.text


def test_turns_are_walked_joined_and_given_to_others(page: ProjectPage, window: MainWindow) -> None:
    snapshot = page.annotations.snapshot
    assert snapshot is not None
    turns = snapshot.all(Turn)
    page.view.set_selection(0, 0)
    page.document_desk.go_turn(1)
    assert page.view.caret == turns[1].start
    speaker = snapshot.find(Speaker, turns[1].speaker)
    assert speaker is not None
    page.documents.speaker_saved.emit(speaker, replace(speaker, name="张小明"))
    assert [s.name for s in snapshot.all(Speaker)].count("张小明") == 1
    assert snapshot.speaker_at(turns[3].start) == snapshot.speaker_at(turns[1].start)
    answers(window).texts = ["李四"]
    answers(window).choices = [NEW_SPEAKER]
    page.documents.turn_speaker_requested.emit(turns[2].id)
    assert answers(window).began_at == turns[2].speaker is not None
    asked = snapshot.speaker_at(turns[2].start)
    assert asked is not None
    assert asked.name == "李四"
    page.documents.turn_join_requested.emit(turns[2].id)
    assert len(snapshot.all(Turn)) == len(turns) - 1
    page.documents.turn_part_requested.emit(turns[0].id, "lead")
    assert snapshot.all(Turn)[0].part == "lead"


def test_a_long_list_follows_a_little_later_and_a_short_one_at_once(
    page: ProjectPage, qtbot: QtBot
) -> None:
    texts = KnownTexts(page.workspace)
    shown = page.documents.list.documents
    edits = []
    for number in range(MANY):
        edits.append(texts.edit_for(read_pasted(f"Number {number}.")))
        texts.follow(edits[-1])
    page.workspace.apply(joined(Message("Add"), *edits))
    assert shown.rowCount() == MANY + 1
    page.workspace.apply(texts.edit_for(read_pasted("One more.")))
    assert shown.rowCount() == MANY + 1
    qtbot.waitUntil(lambda: shown.rowCount() == MANY + 2)
    on_show = page.annotations.document()
    assert on_show is not None
    page.documents.list.select(on_show.id)
    page.undo()
    qtbot.waitUntil(lambda: shown.rowCount() == MANY + 1)


def test_an_import_leaves_what_is_computed_of_the_document_on_show_alone(
    page: ProjectPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    before = list(page.suggestions.shown)
    page.workspace.apply(KnownTexts(page.workspace).edit_for(read_pasted("Ms. Lee: 40 came.")))
    assert not page.is_busy
    assert page.suggestions.shown == before


def test_the_focus_stays_in_the_list_when_a_document_was_renamed(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Key.Key_F8)
    assert page.documents.list.hasFocus()
    QTest.keyClick(page.documents.list, Key.Key_F2)
    QTest.keyClicks(focused(), "Renamed")
    QTest.keyClick(focused(), Key.Key_Return)
    qtbot.waitUntil(lambda: page.workspace.documents()[0].title == "Renamed")
    qtbot.waitUntil(page.documents.list.hasFocus)
    assert page.documents.list.current() == page.workspace.documents()[0]


def test_keys_go_on_from_the_turn_that_was_changed(page: ProjectPage, window: MainWindow) -> None:
    turns = page.documents.turns
    QTest.keyClick(window, Key.Key_G, CTRL)
    for _row in range(3):
        QTest.keyClick(turns, Key.Key_Down)
    row = turns.currentIndex().row()
    menu = {action.text(): action for action in page.documents.turn_menu().actions()}
    menu["Join with the turn before"].trigger()
    assert turns.currentIndex().row() == min(row, turns.turns.rowCount() - 1)
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert turns.currentIndex().row() >= row - 1
