"""Panels and project joined: what is typed and chosen in the panels ends up in the file."""

from dataclasses import replace
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.document_desk import NEW_SPEAKER
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.ids import EvidenceId, LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Evidence, Figure, Label, Speaker, Turn
from annotator.store.queries import AnnotationQuery
from tests.gui.fakes import Answers

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def answers(window: MainWindow) -> Answers:
    return cast("Answers", window.prompts)


def marked(page: ProjectPage, words: str, key: str) -> Annotation:
    at = page.view.text.index(words)
    page.view.set_selection(at, at + len(words))
    QTest.keyClicks(page.view, key)
    assert page.annotations.current is not None
    return page.annotations.current


def in_file(page: ProjectPage) -> list[Annotation]:
    return page.workspace.store.load(page.workspace.documents()[0].id).all(Annotation)


# --- inspector ---


def test_a_note_typed_in_the_inspector_is_in_the_file(
    page: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    marked(page, "增长12.5%", "6")
    QTest.keyClick(window, Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: page.inspector.isAncestorOf(window.focusWidget()))
    QTest.keyClicks(window.focusWidget(), "check the base year")
    page.inspector.commit()
    assert [annotation.note for annotation in in_file(page)] == ["check the base year"]


def test_details_labels_and_evidence_from_the_inspector_reach_the_file(page: ProjectPage) -> None:
    claim = marked(page, "增长12.5%", "6")
    store = page.workspace.store
    page.inspector.detail_changed.emit(Claim(claim.id, verdict="refuted"))
    assert store.get(Claim, claim.id) == Claim(claim.id, verdict="refuted")
    snapshot = page.annotations.snapshot
    assert snapshot is not None
    made = Evidence(EvidenceId(_some_id(page)), claim.id, quote="The yearbook")
    page.inspector.evidence_changed.emit(None, made)
    [evidence] = snapshot.evidence_of(claim.id)
    assert evidence.quote == "The yearbook"
    page.inspector.evidence_changed.emit(evidence, None)
    assert snapshot.evidence_of(claim.id) == []
    other = next(x for x in page.workspace.labels() if x.key == "7")
    page.inspector.label_changed.emit(claim.id, other.id)
    assert [annotation.label for annotation in in_file(page)] == [other.id]
    page.inspector.delete_requested.emit(claim.id)
    assert in_file(page) == []


def _some_id(page: ProjectPage) -> str:
    return page.workspace.session.new_id()


def test_a_figure_is_read_again_from_its_text(page: ProjectPage) -> None:
    made = marked(page, "400亿元", "3")
    snapshot = page.annotations.snapshot
    assert snapshot is not None
    figure = snapshot.find(Figure, made.id)
    assert figure is not None
    page.inspector.detail_changed.emit(replace(figure, low="1", high="1", value=""))
    buttons = page.inspector.findChildren(QPushButton)
    read = next(button for button in buttons if button.text() == "Read from the text")
    QTest.mouseClick(read, Qt.MouseButton.LeftButton)
    again = snapshot.find(Figure, made.id)
    assert again is not None
    assert again.low == figure.low


# --- codebook ---


def test_clicking_a_label_marks_the_selection(page: ProjectPage) -> None:
    at = page.view.text.index("从各县")
    page.view.set_selection(at, at + 3)
    label = next(x for x in page.workspace.labels() if x.key == "6")
    QTest.mouseClick(page.codebook.rows[label.id], Qt.MouseButton.LeftButton)
    assert [a.spans[0].quote for a in in_file(page)] == ["从各县"]


def test_a_new_label_with_a_key_marks_at_once(page: ProjectPage) -> None:
    new = Label(LabelId(_some_id(page)), LabelKind.TOPIC, {"en": "Labour"}, "#0072B2", key="z")
    page.codebook.label_saved.emit(None, new)
    assert "Labour" in [label.name("en") for label in page.workspace.labels()]
    marked(page, "从各县", "z")
    assert len(in_file(page)) == 1


def test_a_key_that_another_label_has_is_refused(page: ProjectPage, window: MainWindow) -> None:
    new = Label(LabelId(_some_id(page)), LabelKind.TOPIC, {"en": "Labour"}, "#0072B2", key="1")
    page.codebook.label_saved.emit(None, new)
    assert answers(window).told
    assert "Labour" not in [label.name("en") for label in page.workspace.labels()]


def test_deleting_a_label_asks_and_undo_brings_back_its_uses(
    page: ProjectPage, window: MainWindow
) -> None:
    made = marked(page, "从各县", "6")
    answers(window).confirms = [False, True]
    page.codebook.label_delete_requested.emit(made.label)
    assert in_file(page) == [made]
    page.codebook.label_delete_requested.emit(made.label)
    assert in_file(page) == []
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert in_file(page) == [made]
    assert made.label in [label.id for label in page.workspace.labels()]


# --- documents and turns ---


def test_a_document_is_renamed_moved_and_deleted(
    page: ProjectPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Moderator: Hello.\nMs. Lee: 40 people.\n", encoding="utf-8")
    with qtbot.waitSignal(page.transfer_desk.finished, timeout=20_000):
        page.import_paths([second])
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
    page.go_turn(1)
    assert page.view.caret == turns[1].start
    speaker = snapshot.find(Speaker, turns[1].speaker)
    assert speaker is not None
    page.documents.speaker_saved.emit(speaker, replace(speaker, name="张小明"))
    assert [s.name for s in snapshot.all(Speaker)].count("张小明") == 1
    assert snapshot.speaker_at(turns[3].start) == snapshot.speaker_at(turns[1].start)
    answers(window).texts = ["李四"]
    answers(window).choices = [NEW_SPEAKER]
    page.documents.turn_speaker_requested.emit(turns[2].id)
    asked = snapshot.speaker_at(turns[2].start)
    assert asked is not None
    assert asked.name == "李四"
    page.documents.turn_join_requested.emit(turns[2].id)
    assert len(snapshot.all(Turn)) == len(turns) - 1
    page.documents.turn_part_requested.emit(turns[0].id, "lead")
    assert snapshot.all(Turn)[0].part == "lead"


# --- find ---


def test_find_marks_all_hits_and_goes_round(page: ProjectPage, window: MainWindow) -> None:
    page.view.set_selection(0, 0)
    QTest.keyClick(window, Key.Key_F, CTRL)
    page.find_bar.field.setText("2.3万人")
    first = page.view.text.index("2.3万人")
    assert page.search_desk._current == 0
    QTest.keyClick(window, Key.Key_F3)
    QTest.keyClick(window, Key.Key_F3)
    QTest.keyClick(window, Key.Key_F3)
    assert page.search_desk._hits[page.search_desk._current or 0][0] == first
    page.find_bar.field.setText("nowhere")
    assert page.search_desk._hits == []
    QTest.keyClick(window, Key.Key_Escape)
    assert page.find_bar.isHidden()


# --- table ---


def test_the_table_filters_goes_and_edits_many(page: ProjectPage, window: MainWindow) -> None:
    first = marked(page, "增长12.5%", "6")
    second = marked(page, "从各县", "6")
    figure = marked(page, "400亿元", "3")
    QTest.keyClick(window, Key.Key_T, CTRL)
    model = page.table.view.model()
    assert model.rowCount() == 3
    page.table.query_changed.emit(AnnotationQuery(text="各县"))
    assert page.table.view.model().rowCount() == 1
    page.table.query_changed.emit(AnnotationQuery())
    page.table.activated.emit(figure.document, figure.id)
    assert page.annotations.current == figure
    answers(window).texts = ["both"]
    page.table.selection_edit_requested.emit("note", [first.id, second.id])
    assert [a.note for a in in_file(page)].count("both") == 2
    other = next(x for x in page.workspace.labels() if x.key == "7")
    answers(window).choices = [other.id]
    page.table.selection_edit_requested.emit("label", [first.id, second.id])
    assert [a.label for a in in_file(page)].count(other.id) == 2
    page.table.selection_edit_requested.emit("delete", [first.id, second.id])
    assert in_file(page) == [figure]
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert len(in_file(page)) == 3
