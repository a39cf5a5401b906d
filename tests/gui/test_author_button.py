"""Whose annotations are made: shown in the status bar, changed by a click."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.gui.author_button import author_in
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.records import Annotation, Author
from tests.gui.conftest import MakeWindow
from tests.gui.fakes import Answers


def answer(window: MainWindow, name: str | None) -> None:
    cast("Answers", window.prompts).texts = [name]


def test_a_click_asks_for_a_name_that_holds_from_then_on(
    page: ProjectPage, window: MainWindow, make_window: MakeWindow
) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_1)
    before = window.author_button.text()
    answer(window, "李 & Wei")
    QTest.mouseClick(window.author_button, Qt.MouseButton.LeftButton)
    assert before != window.author_button.text() == "李 && Wei"
    assert [author.name for author in page.workspace.authors()] == ["李 & Wei"]
    assert author_in(page.workspace).name == "李 & Wei"
    assert make_window().author_button.text() == "李 && Wei"
    window.undo()
    assert [author.name for author in page.workspace.authors()] == [before]


def test_no_name_or_the_same_changes_nothing(page: ProjectPage, window: MainWindow) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_1)
    own = page.workspace.session.author
    for name in (None, "", own.name):
        answer(window, name)
        window.ask_for_name()
    assert page.workspace.store.get(Author, own.id) == own
    assert "Mark" in window.actions_by_id["undo"].text()


def test_before_the_first_annotation_the_new_name_is_taken(
    page: ProjectPage, window: MainWindow
) -> None:
    answer(window, "Wei")
    window.ask_for_name()
    QTest.keyClick(page.view, Qt.Key.Key_1)
    assert [author.name for author in page.workspace.authors()] == ["Wei"]


def test_the_maker_of_the_first_annotation_is_named_at_once(page: ProjectPage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_1)
    s = page.annotations.snapshot
    assert s is not None
    [made] = s.all(Annotation)
    assert s.author_name(made.author) == page.workspace.session.author.name != ""


def test_a_long_name_is_cut_and_told_in_full(window: MainWindow) -> None:
    button = window.author_button
    button.show_name("名" * 60)
    assert button.text() == "名" * 31 + "…"
    assert "名" * 60 in button.accessibleName()
