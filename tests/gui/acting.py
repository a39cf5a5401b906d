"""What tests do to a page, and what its file holds then."""

from pathlib import Path

from PySide6.QtTest import QTest

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.records import Annotation


def marked(page: ProjectPage, words: str, key: str) -> Annotation:
    """Put the label of a key on the first place where these words stand."""
    at = page.view.text.index(words)
    page.view.set_selection(at, at + len(words))
    QTest.keyClicks(page.view, key)
    assert page.annotations.current is not None
    return page.annotations.current


def in_file(page: ProjectPage) -> list[Annotation]:
    """Return the annotations that the file holds of the first document, not those in memory."""
    return page.workspace.store.load(page.workspace.documents()[0].id).all(Annotation)


def some_id(page: ProjectPage) -> str:
    """Return a new id."""
    return page.workspace.session.new_id()


def opened(window: MainWindow, path: Path) -> ProjectPage:
    """Open a project once the panels for it are made, as they are on the start page."""
    for step in window.make_spare():
        step()
    window.open_path(path)
    assert window.page is not None
    return window.page


def at_front(window: MainWindow) -> None:
    """Give the window back what a window system gives it when a dialog closes."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a file and return its path."""
    path.write_bytes(text.encode(encoding))
    return path
