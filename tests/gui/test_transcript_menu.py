"""The menu of the transcript offers what can be done at its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from annotator.gui.project_page import ProjectPage
from annotator.gui.transcript_menu import transcript_menu
from tests.gui.acting import in_file, marked
from tests.gui.view.pointing import on

RIGHT = Qt.MouseButton.RightButton


def menu_at(page: ProjectPage, quote: str) -> QMenu:
    """Press the right button on a quote and return the menu."""
    at = page.view.text.index(quote)
    QTest.mousePress(page.view.viewport(), RIGHT, pos=on(page.view, at))
    return transcript_menu(page)


def entries(menu: QMenu) -> list[str]:
    """Return what a menu offers, submenus by their title."""
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def entry(menu: QMenu, text: str) -> QAction:
    """Return an entry of a menu."""
    return next(action for action in menu.actions() if action.text().replace("&", "") == text)


def submenu(menu: QMenu, text: str) -> QMenu:
    found = entry(menu, text).menu()
    assert isinstance(found, QMenu)
    return found


def test_where_nothing_is_labels_are_offered_to_mark_with(page: ProjectPage) -> None:
    menu = menu_at(page, "各位")
    assert entries(menu) == ["Mark as", "Split turn here"]
    offered = entries(submenu(menu, "Mark as"))
    assert offered[0] == "Quantity\t1"
    entry(submenu(menu, "Mark as"), "Statement of fact\t6").trigger()
    [made] = in_file(page)
    assert "各位" in made.quote


def test_an_annotation_is_edited_relabelled_and_deleted_from_its_menu(page: ProjectPage) -> None:
    marked(page, "400亿元", "3")
    page.annotations.select(None)
    menu = menu_at(page, "400亿元")
    assert page.annotations.current is not None
    assert {"Edit the annotation's fields", "Delete annotation", "Review: accept"} <= set(
        entries(menu)
    )
    assert "Add selection as fragment" not in entries(menu)
    labels = submenu(menu, "Change its label to")
    assert "Money\t3" not in entries(labels)
    entry(labels, "Quantity\t1").trigger()
    [changed] = in_file(page)
    assert page.workspace.label(changed.label).slug == "quantity"
    entry(menu, "Delete annotation").trigger()
    assert in_file(page) == []


def test_the_menu_is_of_the_place_not_of_an_annotation_elsewhere(page: ProjectPage) -> None:
    marked(page, "400亿元", "3")
    assert "Delete annotation" not in entries(menu_at(page, "各位"))


def test_a_selection_stays_when_the_menu_is_asked_for_in_it(page: ProjectPage) -> None:
    at = page.view.text.index("各位")
    page.view.set_selection(at, at + 2)
    menu_at(page, "各位")
    assert page.view.selection == (at, at + 2)
