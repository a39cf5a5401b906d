"""Suggestions in the window: found beside it, shown in the text, decided by key."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import replacing
from annotator.model.kinds import Origin
from annotator.model.message import Message
from annotator.model.records import Dismissal, Figure
from tests.gui.acting import in_file
from tests.gui.panels.screen import heard

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def read(page: ProjectPage, qtbot: QtBot) -> ProjectPage:
    """Return the page with its transcript read to the end."""
    qtbot.waitUntil(lambda: len(quotes(page)) >= 5, timeout=60_000)
    return page


def quotes(page: ProjectPage) -> list[str]:
    return [x.text for x in page.suggestions.shown]


def test_figures_are_found_and_outlined_without_asking(read: ProjectPage) -> None:
    assert quotes(read).count("2.3万人") == 3
    assert {"12.5%", "400亿元"} <= set(quotes(read))
    [mark] = read.view.marks_at(read.view.text.index("12.5%"))
    assert mark.suggested
    assert in_file(read) == []


def told(page: ProjectPage) -> list[str]:
    return [x.text() for x in page.inspector.findChildren(QLabel) if x.isVisible()]


def test_a_suggestion_that_is_walked_to_is_told_beside_the_text(read: ProjectPage) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    assert told(read)[1].startswith("2.3万人 = 23,000 person, ")
    QTest.keyClick(read.view, Key.Key_Right)
    assert told(read)[0] == "Nothing is selected"


def test_one_that_is_decided_or_filtered_out_is_told_no_longer(read: ProjectPage) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    assert told(read)[0] == "Suggested: Figure"
    read.suggestions.likely.setChecked(False)
    assert told(read)[0] == "Suggested: Figure"
    read.suggestions.kind.setCurrentIndex(1)
    read.suggestions.kind.activated.emit(1)
    assert told(read)[0] == "Nothing is selected"
    read.suggestions.kind.setCurrentIndex(0)
    read.suggestions.kind.activated.emit(0)
    QTest.keyClick(read.view, Key.Key_Period)
    read.suggestion_desk.dismiss(read.suggestions.shown)
    assert told(read)[0] == "Nothing is selected"


def test_a_claim_s_key_takes_the_sentence_around_a_figure_that_was_walked_to(
    read: ProjectPage,
) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    figure = read.view.selected_text()
    QTest.keyClick(read.view, Key.Key_6)
    [claim] = in_file(read)
    assert figure in claim.quote
    assert claim.quote.endswith(("。", "."))


def test_keys_walk_accept_dismiss_and_undo(read: ProjectPage, window: MainWindow) -> None:
    first, second = quotes(read)[:2]
    QTest.keyClick(read.view, Key.Key_Period)
    assert read.view.selected_text() == first
    QTest.keyClick(read.view, Key.Key_Return, CTRL)
    [made] = in_file(read)
    assert (made.quote, made.origin) == (first, Origin.SUGGESTED)
    assert read.view.selected_text() == second
    detail = read.workspace.store.get(Figure, made.id)
    assert detail is not None
    assert detail.low == "23000"
    before = len(quotes(read))
    QTest.keyClick(read.view, Key.Key_Backspace, CTRL)
    assert len(quotes(read)) == before - 1
    [dismissed] = read.workspace.load(read.workspace.documents()[0].id).all(Dismissal)
    assert read.view.text[dismissed.start : dismissed.end] == second
    window.undo()
    window.undo()
    assert quotes(read)[:2] == [first, second]
    assert in_file(read) == []


def test_a_label_key_accepts_under_that_label(read: ProjectPage) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    QTest.keyClicks(read.view, "2")
    [made] = in_file(read)
    assert made.origin is Origin.SUGGESTED
    assert read.workspace.label(made.label).key == "2"


def test_a_mark_where_nothing_is_suggested_leaves_all_suggestions_alone(
    read: ProjectPage, window: MainWindow
) -> None:
    told = [heard(read.suggestion_desk.counted), heard(read.suggestions.model.modelReset)]
    shown = list(read.suggestions.shown)
    first = min(x.start for x in shown)
    assert first >= 2
    read.view.set_selection(first - 2, first)
    QTest.keyClicks(read.view, "1")
    assert len(in_file(read)) == 1
    window.undo()
    assert in_file(read) == []
    assert told == [[], []]
    assert read.suggestions.shown == shown


def test_a_mark_over_a_suggestion_takes_away_that_one_and_undo_brings_it_back(
    read: ProjectPage, window: MainWindow
) -> None:
    shown, gone = list(read.suggestions.shown), read.suggestions.shown[2]
    told = heard(read.suggestion_desk.counted)
    reset = heard(read.suggestions.model.modelReset)
    read.view.set_selection(gone.start, gone.end - 1)
    QTest.keyClicks(read.view, "1")
    assert read.suggestions.shown == [x for x in shown if x is not gone]
    assert not any(mark.suggested for mark in read.view.marks_at(gone.start))
    assert (told, reset) == ([(len(shown) - 1,)], [])
    window.undo()
    assert read.suggestions.shown == shown
    assert any(mark.suggested for mark in read.view.marks_at(gone.start))


def test_accepting_all_that_is_shown_is_one_step(read: ProjectPage, window: MainWindow) -> None:
    count = len(quotes(read))
    read.suggestions.accept_requested.emit(list(read.suggestions.shown))
    assert len(in_file(read)) == count
    assert quotes(read) == []
    window.undo()
    assert in_file(read) == []
    assert len(quotes(read)) == count


def test_editing_first_goes_to_the_fields(
    read: ProjectPage, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    QTest.keyClick(read.view, Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: read.inspector.isAncestorOf(window.focusWidget()))
    assert read.annotations.current is not None


def test_the_panel_filters_by_kind_and_keeps_dates_apart(read: ProjectPage) -> None:
    read.toggle_bottom("suggestions")
    assert read.suggestions.isVisible()
    read.suggestions.kind.setCurrentIndex(3)
    read.suggestions.kind.activated.emit(3)
    read.suggestions.likely.setChecked(False)
    assert {x.kind.value for x in read.suggestions.shown} >= {"figure", "claim"}
    everything, told = len(quotes(read)), heard(read.suggestion_desk.counted)
    read.suggestions.dates.setChecked(False)
    assert len(quotes(read)) < everything
    assert told == [(len(read.suggestions.shown),)]


def test_clicking_an_outline_makes_it_the_current_suggestion(read: ProjectPage) -> None:
    [mark] = read.view.marks_at(read.view.text.index("12.5%"))
    read.view.mark_clicked.emit(mark.id)
    current = read.suggestions.current()
    assert current is not None
    assert current.text == "12.5%"
    assert read.annotations.current is None


def test_keys_in_the_list_accept_and_dismiss(read: ProjectPage, qtbot: QtBot) -> None:
    read.toggle_bottom("suggestions")
    qtbot.waitUntil(read.suggestions.view.hasFocus)
    read.suggestions.select(read.suggestions.shown[0])
    QTest.keyClick(read.suggestions.view, Key.Key_Return)
    assert len(in_file(read)) == 1
    QTest.keyClick(read.suggestions.view, Key.Key_Delete)
    assert len(in_file(read)) == 1
    assert len(read.workspace.load(read.workspace.documents()[0].id).all(Dismissal)) == 1


def test_the_documents_panel_says_how_many_figures_are_reviewed(
    read: ProjectPage, window: MainWindow
) -> None:
    total = len(quotes(read))
    progress = read.documents.progress
    assert progress.text() == f"0 annotations · 0 of {total} figures reviewed"
    QTest.keyClick(read.view, Key.Key_Period)
    QTest.keyClick(read.view, Key.Key_Return, CTRL)
    QTest.keyClick(read.view, Key.Key_Backspace, CTRL)
    assert progress.text() == f"1 annotation · 2 of {total} figures reviewed"
    window.undo()
    assert progress.text() == f"1 annotation · 1 of {total} figures reviewed"


def test_the_count_of_decided_ones_is_of_what_the_filters_show(read: ProjectPage) -> None:
    panel = read.suggestions
    shown = {label.text() for label in panel.findChildren(QLabel)}
    assert f"0 of {len(quotes(read))} decided" in shown
    panel.kind.setCurrentIndex(1)
    panel.kind.activated.emit(1)
    shown = {label.text() for label in panel.findChildren(QLabel)}
    assert f"0 of {len(quotes(read))} decided" in shown


def test_the_page_is_busy_until_all_is_read(page: ProjectPage, qtbot: QtBot) -> None:
    page.show_document(page.workspace.documents()[0].id)
    assert page.is_busy
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    assert quotes(page)


def test_keys_decide_what_is_at_the_cursor_and_nothing_out_of_sight(
    read: ProjectPage, window: MainWindow
) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    away = read.view.text.index("各位好")
    read.view.set_selection(away, away)
    QTest.keyClick(read.view, Key.Key_Return, CTRL)
    QTest.keyClick(read.view, Key.Key_Backspace, CTRL)
    assert in_file(read) == []
    assert "No suggestion at the cursor" in window.statusBar().currentMessage()
    inside = read.view.text.index("400亿元") + 2
    read.view.set_selection(inside, inside)
    QTest.keyClick(read.view, Key.Key_Return, CTRL)
    assert [a.quote for a in in_file(read)] == ["400亿元"]


def test_the_next_suggestion_is_the_next_after_the_cursor(read: ProjectPage) -> None:
    QTest.keyClick(read.view, Key.Key_Period)
    away = read.view.text.index("完成投资")
    read.view.set_selection(away, away)
    QTest.keyClick(read.view, Key.Key_Period)
    assert read.view.selected_text() == "400亿元"
    read.view.set_selection(away, away)
    QTest.keyClick(read.view, Key.Key_Comma)
    assert read.view.selected_text() == "12.5%"


def test_each_document_has_its_own_counts(read: ProjectPage, tmp_path: Path, qtbot: QtBot) -> None:
    total = len(quotes(read))
    first = read.workspace.documents()[0].id
    other = tmp_path / "other.txt"
    words = "，".join(f"第{n}批{n}0人" for n in range(1, total + 9))
    other.write_text(f"张明：{words}。\n", encoding="utf-8")
    with qtbot.waitSignal(read.transfer_desk.finished, timeout=60_000):
        read.transfer_desk.import_paths([other])
    read.show_document(read.workspace.documents()[1].id)
    qtbot.waitUntil(lambda: not read.is_busy, timeout=60_000)
    there = len(quotes(read))
    assert there != total
    assert f"0 of {there} figures reviewed" in read.documents.progress.text()
    read.show_document(first)
    qtbot.waitUntil(lambda: not read.is_busy, timeout=60_000)
    shown = {label.text() for label in read.suggestions.findChildren(QLabel)}
    assert f"0 of {total} decided" in shown
    assert f"0 of {total} figures reviewed" in read.documents.progress.text()


def test_what_is_read_anew_is_outlined_once(read: ProjectPage, qtbot: QtBot) -> None:
    def outlines() -> list[int]:
        starts = [x.start for x in read.suggestions.shown]
        return [len([m for m in read.view.marks_at(at) if m.suggested]) for at in starts]

    count = len(quotes(read))
    assert outlines() == [1] * count
    label = read.workspace.find_label("1")
    read.apply(replacing(Message("Rename"), (label, replace(label, slug="renamed"))))
    qtbot.waitUntil(lambda: len(quotes(read)) == count and not read.is_busy, timeout=60_000)
    assert outlines() == [1] * count
    read.reload()
    qtbot.waitUntil(lambda: len(quotes(read)) == count and not read.is_busy, timeout=60_000)
    assert outlines() == [1] * count
    start = read.suggestions.shown[0].start
    read.suggestion_desk.show_document()
    read.suggestion_desk.dismiss(read.suggestions.shown[:1])
    assert [m for m in read.view.marks_at(start) if m.suggested] == []
