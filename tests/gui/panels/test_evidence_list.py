"""The evidence held against a claim: added, unfolded, edited and removed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panels.eliding_button import ElidingButton
from annotator.gui.panels.evidence_list import EvidenceItem, EvidenceList
from annotator.model.ids import AnnotationId, EvidenceId
from annotator.model.kinds import Stance
from annotator.model.records import Evidence
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    controls,
    focused,
    heard,
    nameless,
    put_on_screen,
    rich_labels,
    spoken,
    unreachable,
)

CLAIM = AnnotationId("claim")
REPORT = Evidence(EvidenceId("1"), CLAIM, publisher="Statistics office", stance=Stance.REFUTES)
LETTER = Evidence(EvidenceId("2"), CLAIM, url="https://example.org/letter")


@pytest.fixture
def pieces(qtbot: QtBot) -> EvidenceList:
    made = EvidenceList()
    put_on_screen(qtbot, made)
    show(qtbot, made, REPORT, LETTER)
    return made


def show(qtbot: QtBot, pieces: EvidenceList, *evidence: Evidence) -> None:
    """Show evidence and wait until it is there to be clicked."""
    pieces.show_evidence(CLAIM, evidence)
    qtbot.waitUntil(lambda: all(item.isVisible() for item in pieces.items))


def fold(item: EvidenceItem) -> ElidingButton:
    return item.findChildren(ElidingButton)[0]


def remove_button(item: EvidenceItem) -> QToolButton:
    return next(b for b in item.findChildren(QToolButton) if spoken(b) == "Remove evidence")


def field(item: EvidenceItem, name: str) -> QWidget:
    return item.form.editors[name].widget


def test_each_piece_is_a_line_with_its_stance_and_source(pieces: EvidenceList) -> None:
    lines = [fold(item).text() for item in pieces.items]
    assert lines == ["refutes: Statistics office", "context: https://example.org/letter"]
    assert not any(item.form.isVisible() for item in pieces.items)


def test_the_line_unfolds_the_form(qtbot: QtBot, pieces: EvidenceList) -> None:
    item = pieces.items[0]
    qtbot.mouseClick(fold(item), Qt.MouseButton.LeftButton)
    assert item.form.isVisible()
    assert item.form.values()["publisher"] == "Statistics office"
    fold(item).setFocus()
    qtbot.keyClick(fold(item), Qt.Key.Key_Space)
    assert not item.form.isVisible()


def test_a_new_piece_is_wished_for_the_claim(qtbot: QtBot, pieces: EvidenceList) -> None:
    changed = heard(pieces.changed)
    qtbot.mouseClick(pieces.add_button, Qt.MouseButton.LeftButton)
    assert changed == [(None, Evidence(EvidenceId(""), CLAIM))]


def test_a_new_piece_is_shown_unfolded(qtbot: QtBot, pieces: EvidenceList) -> None:
    show(qtbot, pieces, REPORT, LETTER, Evidence(EvidenceId("3"), CLAIM))
    assert [item.form.isVisible() for item in pieces.items] == [False, False, True]
    assert fold(pieces.items[2]).text() == "context: New evidence"


def test_an_edit_gives_the_piece_before_and_after(qtbot: QtBot, pieces: EvidenceList) -> None:
    item = pieces.items[1]
    qtbot.mouseClick(fold(item), Qt.MouseButton.LeftButton)
    changed = heard(pieces.changed)
    field(item, "publisher").setFocus()
    qtbot.keyClicks(field(item, "publisher"), "Ministry")
    qtbot.keyClick(field(item, "publisher"), Qt.Key.Key_Tab)
    assert changed == [(LETTER, replace(LETTER, publisher="Ministry"))]


def test_what_is_being_typed_is_said_on_commit(qtbot: QtBot, pieces: EvidenceList) -> None:
    qtbot.mouseClick(fold(pieces.items[0]), Qt.MouseButton.LeftButton)
    changed = heard(pieces.changed)
    qtbot.keyClicks(field(pieces.items[0], "url"), "https://a.example")
    assert changed == []
    pieces.commit()
    assert changed == [(REPORT, replace(REPORT, url="https://a.example"))]


def test_a_piece_is_removed(qtbot: QtBot, pieces: EvidenceList) -> None:
    changed = heard(pieces.changed)
    qtbot.mouseClick(remove_button(pieces.items[1]), Qt.MouseButton.LeftButton)
    assert changed == [(LETTER, None)]


@pytest.mark.parametrize("name", ["publisher", "quote"])
def test_removing_a_piece_while_typing_in_it_removes_it_for_good(
    qtbot: QtBot, pieces: EvidenceList, name: str
) -> None:
    item = pieces.items[0]
    qtbot.mouseClick(fold(item), Qt.MouseButton.LeftButton)
    field(item, name).setFocus()
    qtbot.keyClicks(field(item, name), "half a")
    changed = heard(pieces.changed)
    pieces.show_evidence(CLAIM, [LETTER])
    assert changed == []
    assert [item.evidence for item in pieces.items] == [LETTER]


def test_an_unfolded_form_stays_when_its_piece_changes(qtbot: QtBot, pieces: EvidenceList) -> None:
    item = pieces.items[0]
    qtbot.mouseClick(fold(item), Qt.MouseButton.LeftButton)
    field(item, "url").setFocus()
    pieces.show_evidence(CLAIM, [replace(REPORT, publisher="Ministry"), LETTER])
    assert pieces.items[0] is item
    assert field(item, "url").hasFocus()
    assert fold(item).text() == "refutes: Ministry"


def test_other_evidence_replaces_the_forms(qtbot: QtBot, pieces: EvidenceList) -> None:
    changed = heard(pieces.changed)
    other = AnnotationId("other")
    pieces.show_evidence(other, [])
    assert pieces.items == []
    qtbot.mouseClick(pieces.add_button, Qt.MouseButton.LeftButton)
    assert changed == [(None, Evidence(EvidenceId(""), other))]


def test_every_control_has_a_name(qtbot: QtBot, pieces: EvidenceList) -> None:
    qtbot.mouseClick(fold(pieces.items[0]), Qt.MouseButton.LeftButton)
    assert nameless(pieces) == []
    assert rich_labels(pieces) == []


def test_tab_goes_through_the_pieces_from_the_top(qtbot: QtBot, pieces: EvidenceList) -> None:
    show(qtbot, pieces, replace(REPORT, id=EvidenceId("0")), REPORT, LETTER)
    qtbot.mouseClick(fold(pieces.items[0]), Qt.MouseButton.LeftButton)
    assert unreachable(qtbot, pieces) == []
    fold(pieces.items[0]).setFocus()
    heights = []
    for _step in controls(pieces):
        if isinstance(focused(), QLineEdit | QPlainTextEdit | ElidingButton):
            heights.append(focused().mapTo(pieces, focused().rect().topLeft()).y())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert len(heights) == 11
    assert heights == sorted(heights)


def test_a_source_is_shown_as_it_is_and_widens_nothing(pieces: EvidenceList) -> None:
    strange = replace(REPORT, publisher=MARKUP)
    wordy = replace(LETTER, url="", quote=LONG + "\nnext line")
    pieces.show_evidence(CLAIM, [strange, wordy])
    assert pieces.items[0].findChildren(ElidingButton)[0].text().startswith("refutes: <b>x</b>")
    assert spoken(fold(pieces.items[1])) == f"context: {LONG} next line"
    assert pieces.minimumSizeHint().width() <= 320
