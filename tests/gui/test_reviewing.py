"""Accepting and rejecting annotations: by keys, in the inspector, in the table."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.marks_of import marks_of
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import Edit
from annotator.model.ids import AuthorId
from annotator.model.kinds import ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation, Author, Review
from annotator.model.reviews import review, review_id
from tests.example import numbered

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def mark(page: ProjectPage, quote: str = "2.3万人") -> Annotation:
    """Mark a passage with a key; it is the current annotation then."""
    at = page.view.text.index(quote)
    page.view.set_selection(at, at + len(quote))
    QTest.keyClick(page.view, "1")  # type: ignore[call-overload]
    assert page.annotations.current is not None
    return page.annotations.current


def said_of(page: ProjectPage, annotation: Annotation) -> list[tuple[str, str]]:
    """Return states and notes as the file has them."""
    held = page.workspace.load(annotation.document).reviews_of(annotation.id)
    return [(r.state.value, r.note) for r in held]


def tag_of(page: ProjectPage, annotation: Annotation) -> str:
    s = page.workspace.load(annotation.document)
    return next(marks_of(s, [annotation], "en")).name


def test_keys_accept_reject_and_take_back(page: ProjectPage) -> None:
    annotation = mark(page)
    QTest.keyClick(page.view, Qt.Key.Key_A, CTRL_ALT)
    assert said_of(page, annotation) == [("accepted", "")]
    QTest.keyClick(page.view, Qt.Key.Key_R, CTRL_ALT)
    assert said_of(page, annotation) == [("rejected", "")]
    QTest.keyClick(page.view, Qt.Key.Key_R, CTRL_ALT)
    assert said_of(page, annotation) == []
    window = page.window()
    assert isinstance(window, MainWindow)
    window.undo()
    assert said_of(page, annotation) == [("rejected", "")]
    assert tag_of(page, annotation).startswith("✗ ")


def test_without_an_annotation_the_key_says_what_to_do(page: ProjectPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.said) as told:
        QTest.keyClick(page.view, Qt.Key.Key_A, CTRL_ALT)
    assert "Select an annotation" in told.args[0]


def test_the_inspector_shows_and_takes_state_and_remark(page: ProjectPage) -> None:
    annotation = mark(page)
    form = page.inspector.review_box.form
    state = form.editors["state"].widget
    assert isinstance(state, QComboBox)
    assert state.currentData() == "open"
    state.setCurrentIndex(state.findData("unsure"))
    state.activated.emit(state.currentIndex())
    assert said_of(page, annotation) == [("unsure", "")]
    note = form.editors["note"].widget
    note.setFocus()
    QTest.keyClicks(note, "which year?")
    page.view.setFocus()
    assert said_of(page, annotation) == [("unsure", "which year?")]


def test_what_others_say_is_shown_with_their_names(page: ProjectPage) -> None:
    annotation = mark(page)
    other = Author(AuthorId(numbered(78)), "Wang <b>")
    said = Review(
        review_id(annotation.id, other.id), annotation.id, other.id, ReviewState.REJECTED, "no"
    )
    page.apply(Edit(Message("Review"), added=(other, said)))
    box = page.inspector.review_box
    assert box.others.isVisible()
    assert box.others.text() == "Wang <b>: Rejected – no"
    assert box.others.textFormat() is Qt.TextFormat.PlainText


def test_the_table_shows_filters_and_reviews_many(page: ProjectPage, qtbot: QtBot) -> None:
    first, second = mark(page), mark(page, "12.5%")
    page.toggle_bottom("table")
    qtbot.waitUntil(page.table.isVisible)
    page.table.view.selectAll()
    entries = {action.text(): action for action in page.table.menu().actions()}
    entries["Review: accept"].trigger()
    assert said_of(page, first) == said_of(page, second) == [("accepted", "")]
    column = 6
    model = page.table.model
    assert model.headerData(column, Qt.Orientation.Horizontal) == "Review"
    assert {model.data(model.index(row, column)) for row in range(2)} == {"Accepted"}
    s = page.workspace.load(first.document)
    me = page.workspace.session.author.id
    page.apply(review(s, [first], me, ReviewState.OPEN))
    box = page.table.filters["review"]
    box.setCurrentIndex(box.findData("open"))
    box.activated.emit(box.currentIndex())
    assert model.rowCount() == 1
    assert page.workspace.undo()
