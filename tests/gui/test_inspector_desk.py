"""What is typed and chosen in the inspector ends up in the file."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.inspector_desk import created_text
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.ids import AnnotationId, EvidenceId
from annotator.model.records import Claim, Evidence, Figure
from tests.gui.acting import in_file, marked, some_id

Key = Qt.Key


CTRL = Qt.KeyboardModifier.ControlModifier


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
    made = Evidence(EvidenceId(some_id(page)), claim.id, quote="The yearbook")
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


def test_an_id_that_tells_no_time_gives_none() -> None:
    """Ids in a file that somebody sent may be anything of their length."""
    assert created_text(AnnotationId("01941f29-7c00-7000-8000-000000000001")).startswith("202")
    for other in ("ffffffff-ffff-7fff-8fff-ffffffffffff", "x" * 36, f"{1:032x}"):
        assert created_text(AnnotationId(other)) == ""
