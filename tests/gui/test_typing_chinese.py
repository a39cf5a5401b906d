"""Typing Chinese with an input method: into every field, and never in place of a label's key."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.dialogs import Prompts
from annotator.gui.main_window import MainWindow
from annotator.gui.panels.annotation_table import TYPING_PAUSE
from annotator.gui.panels.document_list import DocumentList
from annotator.gui.panels.label_editor import LabelEditor
from annotator.gui.project_page import ProjectPage
from annotator.model.records import Annotation
from tests.gui.acting import opened
from tests.gui.conftest import TEXT

Field = QLineEdit | QPlainTextEdit | QTextEdit
CHINESE = "你好世界"


def compose(field: QWidget, text: str) -> None:
    """Send what an input method sends: letters under way, then the characters chosen."""
    for event in (QInputMethodEvent("ni'hao", []), QInputMethodEvent("", [])):
        if not event.preeditString():
            event.setCommitString(text)
        QApplication.sendEvent(field, event)


def fields_of(widget: QWidget) -> Iterator[Field]:
    """Yield the fields that somebody can see and write in."""
    for field in widget.findChildren(QWidget):
        if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) or field.isReadOnly():
            continue
        if field.isVisible() and field.isEnabled():
            yield field


def written(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def assert_takes_chinese(field: Field) -> None:
    name = field.accessibleName() or field.objectName() or repr(field)
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), name
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("ni'hao", []))
    assert "ni'hao" not in written(field), f"{name}: what is under way is not written yet"
    compose(field, CHINESE)
    assert CHINESE in written(field), name


def mark(qtbot: QtBot, page: ProjectPage, words: str, key: str) -> None:
    """Select words and press a label's key."""
    at = TEXT.index(words)
    page.view.setFocus()
    page.view.set_selection(at, at + len(words))
    qtbot.keyClicks(page.view, key)
    assert page.annotations.current is not None


@pytest.mark.parametrize(("words", "key"), [("2.3万人", "1"), ("这是实话", "q"), ("12月底", "w")])
def test_every_field_of_an_annotation_takes_chinese(
    qtbot: QtBot, page: ProjectPage, words: str, key: str
) -> None:
    mark(qtbot, page, words, key)
    found = list(fields_of(page.inspector))
    assert found
    for field in found:
        if field.isVisible():
            assert_takes_chinese(field)


def test_all_other_fields_of_the_window_take_chinese(
    qtbot: QtBot, window: MainWindow, page: ProjectPage
) -> None:
    mark(qtbot, page, "2.3万人", "1")
    page.search_desk.open()
    page.toggle_bottom("table")
    others = [field for field in fields_of(window) if not page.inspector.isAncestorOf(field)]
    assert {type(field) for field in others} >= {QLineEdit}
    assert any(page.find_bar.isAncestorOf(field) for field in others)
    assert any(page.table.isAncestorOf(field) for field in others)
    for field in others:
        if not isinstance(field.parent(), QComboBox):
            assert_takes_chinese(field)


def test_every_field_of_a_label_takes_chinese(qtbot: QtBot) -> None:
    editor = LabelEditor()
    qtbot.addWidget(editor)
    editor.form.make()
    with qtbot.waitExposed(editor):
        editor.show()
    found = list(fields_of(editor))
    assert len(found) == 6
    for field in found:
        assert_takes_chinese(field)


def test_the_name_of_a_document_is_typed_in_place_and_kept_when_the_project_is_closed(
    window: MainWindow, page: ProjectPage
) -> None:
    path = page.workspace.path
    [listed] = page.documents.findChildren(DocumentList)
    listed.edit(listed.model().index(0, 0))
    [field] = fields_of(listed)
    assert_takes_chinese(field)
    window.close_project()
    page = opened(window, path)
    assert [document.title for document in page.workspace.documents()] == [CHINESE]


def test_a_question_takes_chinese(window: MainWindow) -> None:
    prompts = Prompts()
    prompts.set_parent(window)
    answers: list[str | None] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        [field] = fields_of(dialog)
        assert_takes_chinese(field)
        dialog.accept()  # type: ignore[attr-defined]

    QTimer.singleShot(0, answer)
    answers.append(prompts.text("Name", ""))
    assert answers[0] is not None
    assert CHINESE in answers[0]


def test_an_input_method_is_not_asked_about_the_keys_of_labels(
    qtbot: QtBot, page: ProjectPage
) -> None:
    view = page.view
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.viewport().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert QGuiApplication.focusObject() is view
    mark(qtbot, page, "2.3万人", "1")
    s = page.annotations.snapshot
    assert s is not None
    assert len(s.all(Annotation)) == 1


def test_composed_text_that_reaches_the_transcript_changes_nothing(page: ProjectPage) -> None:
    before = page.view.text
    compose(page.view, CHINESE)
    assert page.view.text == before
    s = page.annotations.snapshot
    assert s is not None
    assert s.all(Annotation) == []


def test_a_filter_that_was_just_typed_asks_nothing_of_a_closed_project(
    qtbot: QtBot, window: MainWindow, page: ProjectPage
) -> None:
    page.toggle_bottom("table")
    compose(page.table.text, CHINESE)
    window.close_project()
    with qtbot.captureExceptions() as raised:
        deadline = QElapsedTimer()
        deadline.start()
        qtbot.waitUntil(lambda: deadline.elapsed() > 2 * TYPING_PAUSE)
    assert raised == []
