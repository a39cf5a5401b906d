"""Marking in the real window: keys pressed, then the file and the screen asked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.kinds import LabelKind
from annotator.model.project_edits import change_label
from annotator.model.records import Annotation, Figure, Turn
from tests.gui.acting import in_file, marked

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def quotes(page: ProjectPage) -> list[str]:
    return [span.quote for annotation in in_file(page) for span in annotation.spans]


def put_caret(page: ProjectPage, words: str, after: int = 0) -> int:
    at = page.view.text.index(words, after)
    page.view.set_selection(at, at)
    return at


def kind_of(page: ProjectPage, annotation: Annotation) -> LabelKind:
    return page.workspace.label(annotation.label).kind


def test_a_figure_key_marks_and_reads_the_number_under_the_caret(page: ProjectPage) -> None:
    put_caret(page, ".3万人")
    QTest.keyClicks(page.view, "1")
    assert quotes(page) == ["2.3万人"]
    snapshot = page.annotations.snapshot
    assert snapshot is not None
    figure = snapshot.all(Figure)[0]
    assert (figure.low or figure.value) == "23000"
    assert page.annotations.current is not None


def test_a_figure_key_where_no_number_is_marks_the_word_and_reads_nothing(
    page: ProjectPage,
) -> None:
    put_caret(page, "张明")
    QTest.keyClicks(page.view, "1")
    snapshot = page.annotations.snapshot
    assert snapshot is not None
    assert quotes(page) == ["张明"]
    assert [figure.low or figure.value for figure in snapshot.all(Figure)] in ([], [""])


def test_another_key_of_a_label_is_bound_and_the_keys_that_stay_are_left_alone(
    page: ProjectPage,
) -> None:
    def keys() -> set[QShortcut]:
        return set(page.view.findChildren(QShortcut))

    before = keys()
    page.codebook_desk.show()
    assert keys() == before
    label = page.workspace.find_label("1")
    page.apply(change_label(page.workspace.labels(), label, replace(label, key="z")))
    assert len(keys() - before) == 1
    put_caret(page, "2.3万人")
    QTest.keyClicks(page.view, "1")
    assert quotes(page) == []
    QTest.keyClicks(page.view, "z")
    assert quotes(page) == ["2.3万人"]


def test_a_claim_key_marks_the_sentence(page: ProjectPage) -> None:
    put_caret(page, "400亿")
    QTest.keyClicks(page.view, "6")
    assert quotes(page) == ["完成投资400亿元😀，这是实话。"]


def test_a_topic_key_marks_the_sentence_and_again_the_paragraph(page: ProjectPage) -> None:
    put_caret(page, "400亿")
    QTest.keyClicks(page.view, "q")
    first = quotes(page)
    QTest.keyClicks(page.view, "q")
    assert first == ["完成投资400亿元😀，这是实话。"]
    assert any(quote.endswith("这是实话。") and "今年投入" in quote for quote in quotes(page))


def test_offsets_behind_an_emoji_are_exact(page: ProjectPage) -> None:
    at = page.view.text.index("这是实话")
    page.view.set_selection(at, at + 4)
    QTest.keyClicks(page.view, "6")
    [made] = in_file(page)
    assert (made.spans[0].start, made.spans[0].end, made.spans[0].quote) == (at, at + 4, "这是实话")


def test_all_identical_occurrences_are_marked_and_undone_together(
    page: ProjectPage, window: MainWindow
) -> None:
    put_caret(page, "2.3万人")
    QTest.keyClicks(page.view, "1")
    QTest.keyClick(page.view, Key.Key_Equal)
    assert quotes(page) == ["2.3万人"] * 3
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert quotes(page) == ["2.3万人"]
    QTest.keyClick(window, Key.Key_Y, CTRL)
    assert quotes(page) == ["2.3万人"] * 3


def test_undo_names_its_step_in_the_menu(page: ProjectPage, window: MainWindow) -> None:
    put_caret(page, "2.3万人")
    QTest.keyClicks(page.view, "1")
    assert window.actions_by_id["undo"].text().startswith("&Undo: ")
    assert window.actions_by_id["undo"].isEnabled()
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert not window.actions_by_id["undo"].text().endswith(": ")
    assert window.actions_by_id["redo"].isEnabled()
    assert quotes(page) == []


def test_tab_walks_through_overlapping_and_nested_marks(page: ProjectPage) -> None:
    put_caret(page, "2.3万人")
    for key in "161q":
        QTest.keyClicks(page.view, key)
        put_caret(page, "2.3万人")
    made = {annotation.id for annotation in in_file(page)}
    put_caret(page, "主持人")
    seen = set()
    for _step in range(len(made)):
        QTest.keyClick(page.view, Key.Key_Tab)
        assert page.annotations.current is not None
        seen.add(page.annotations.current.id)
    assert seen == made
    last = page.annotations.current
    QTest.keyClick(page.view, Key.Key_Tab, SHIFT)
    assert page.annotations.current != last


def test_edges_are_nudged_by_keys(page: ProjectPage) -> None:
    put_caret(page, "12.5%")
    QTest.keyClicks(page.view, "2")
    assert quotes(page) == ["12.5%"]
    QTest.keyClick(page.view, Key.Key_Right, ALT)
    assert quotes(page) == ["12.5%。"]
    QTest.keyClick(page.view, Key.Key_Left, ALT)
    QTest.keyClick(page.view, Key.Key_Left, ALT | SHIFT)
    assert quotes(page) == ["长12.5%"]
    QTest.keyClick(page.view, Key.Key_Right, ALT | SHIFT)
    assert quotes(page) == ["12.5%"]


def test_a_fragment_is_added_and_removed(page: ProjectPage) -> None:
    put_caret(page, "12.5%")
    QTest.keyClicks(page.view, "6")
    at = page.view.text.index("12月底")
    page.view.set_selection(at, at + 3)
    QTest.keyClicks(page.view, "+")
    [made] = in_file(page)
    assert [span.quote for span in made.spans][1:] == ["12月"]
    page.view.set_selection(at, at)
    QTest.keyClicks(page.view, "-")
    [made] = in_file(page)
    assert len(made.spans) == 1


def test_delete_removes_and_undo_brings_back_the_same_annotation(
    page: ProjectPage, window: MainWindow
) -> None:
    put_caret(page, "2.3万人")
    QTest.keyClicks(page.view, "1")
    [made] = in_file(page)
    QTest.keyClick(page.view, Key.Key_Delete)
    assert in_file(page) == []
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert in_file(page) == [made]


def test_a_sticky_label_marks_whatever_is_selected_with_the_keyboard(page: ProjectPage) -> None:
    label = next(x for x in page.workspace.labels() if x.key == "6")
    page.codebook.set_sticky(label.id)
    page.codebook.sticky_changed.emit(label.id)
    put_caret(page, "从各县")
    QTest.keyPress(page.view, Key.Key_Shift)
    for _character in range(3):
        QApplication.sendEvent(page.view, QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, SHIFT))
    QTest.keyRelease(page.view, Key.Key_Shift)
    assert quotes(page) == ["从各县"]


def test_the_citation_names_the_speaker_and_the_paragraph(
    page: ProjectPage, window: MainWindow
) -> None:
    put_caret(page, "400亿")
    QTest.keyClicks(page.view, "6")
    QTest.keyClick(window, Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert "完成投资400亿元😀，这是实话。" in copied
    assert "张明" in copied
    assert "talk" in copied


def test_a_turn_is_split_at_the_caret_and_undone(page: ProjectPage, window: MainWindow) -> None:
    snapshot = page.annotations.snapshot
    assert snapshot is not None
    before = [turn.start for turn in snapshot.all(Turn)]
    at = put_caret(page, "完成投资")
    window.actions_by_id["split_turn"].trigger()
    assert sorted([*before, at]) == [turn.start for turn in snapshot.all(Turn)]
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert before == [turn.start for turn in snapshot.all(Turn)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_mark_changes_the_screen_where_it_is(
    page: ProjectPage, window: MainWindow, theme: str
) -> None:
    window.set_theme(theme)
    before = page.view.viewport().grab().toImage()
    put_caret(page, "2.3万人")
    QTest.keyClicks(page.view, "1")
    page.annotations.select(None)
    after = page.view.viewport().grab().toImage()
    assert before.size() == after.size()
    assert before != after


def test_a_click_where_nothing_is_marked_selects_nothing(page: ProjectPage) -> None:
    made = marked(page, "从各县", "6")
    found = []
    for clicked in ("suggestion:figure:0:1", "", made.id):
        page.view.mark_clicked.emit(clicked)
        found.append(page.annotations.current)
    assert found == [made, None, made]
