"""Labels mark, are made, changed and deleted from the codebook's panel."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from tests.gui.acting import in_file, marked, some_id
from tests.gui.fakes import answers

Key = Qt.Key


CTRL = Qt.KeyboardModifier.ControlModifier


def test_clicking_a_label_marks_the_selection(page: ProjectPage) -> None:
    at = page.view.text.index("从各县")
    page.view.set_selection(at, at + 3)
    label = next(x for x in page.workspace.labels() if x.key == "6")
    QTest.mouseClick(page.codebook.rows[label.id], Qt.MouseButton.LeftButton)
    assert [a.spans[0].quote for a in in_file(page)] == ["从各县"]


def test_a_new_label_with_a_key_marks_at_once(page: ProjectPage) -> None:
    new = Label(LabelId(some_id(page)), LabelKind.TOPIC, {"en": "Labour"}, "#0072B2", key="z")
    page.codebook.label_saved.emit(None, new)
    assert "Labour" in [label.name("en") for label in page.workspace.labels()]
    marked(page, "从各县", "z")
    assert len(in_file(page)) == 1


def test_a_key_that_another_label_has_is_refused(page: ProjectPage, window: MainWindow) -> None:
    new = Label(LabelId(some_id(page)), LabelKind.TOPIC, {"en": "Labour"}, "#0072B2", key="1")
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
