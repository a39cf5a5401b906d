"""What tests do to a page, and what its file holds then."""

from PySide6.QtTest import QTest

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
