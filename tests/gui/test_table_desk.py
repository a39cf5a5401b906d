"""The table of all annotations follows edits without asking for everything again."""

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui import table_desk
from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import WIDE, ProjectPage
from annotator.model.edits import mark_each, remove
from annotator.model.records import Annotation, Review
from annotator.store.queries import AnnotationQuery
from annotator.workspace.importing import import_files
from tests.gui.acting import in_file, marked, written
from tests.gui.fakes import answers
from tests.gui.panels.screen import choose_row

QUERIES = [
    AnnotationQuery(),
    AnnotationQuery(order="text", descending=True),
    AnnotationQuery(order="label"),
    AnnotationQuery(kind="figure"),
]


@pytest.fixture
def table(page: ProjectPage, qtbot: QtBot) -> ProjectPage:
    """Return the page with the table on show and an annotation at every fourth character."""
    mark_places(page, range(0, 40, 4), "1")
    page.toggle_bottom("table")
    qtbot.waitUntil(page.table.isVisible)
    return page


def mark_places(page: ProjectPage, starts: range, key: str) -> list[Annotation]:
    """Mark two characters at each place with the label of a key."""
    s = page.annotations.snapshot
    assert s is not None
    label = page.workspace.find_label(key)
    places = [(at, at + 2) for at in starts]
    edit = mark_each(s, label, places, page.workspace.hand)
    assert page.apply(edit)
    return [record for record in edit.added if isinstance(record, Annotation)]


def shown(page: ProjectPage) -> list[int]:
    return list(page.table.model.keys)


def wish(page: ProjectPage, action: str, ids: Sequence[str]) -> None:
    """Ask for what is to be done with the rows of some annotations, as the table does."""
    store = page.workspace.store
    places = [store.annotation_place(AnnotationQuery(), (), id_) for id_ in ids]
    page.table.selection_edit_requested.emit(action, array("q", [p[0] for p in places if p]))


def expected(page: ProjectPage, query: AnnotationQuery) -> list[int]:
    return list(page.workspace.store.annotation_keys(query))


def statements(page: ProjectPage, act: Callable[[], object]) -> list[str]:
    """Return the statements that the file is asked while something is done."""
    asked: list[str] = []
    page.workspace.store._db.set_trace_callback(asked.append)
    act()
    page.workspace.store._db.set_trace_callback(None)
    return asked


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_rows_come_and_go_with_edits_as_the_file_orders_them(
    table: ProjectPage, query: AnnotationQuery
) -> None:
    table.table.query_changed.emit(query)
    table.table.order_requested.emit(query.order, query.descending)
    made = [*mark_places(table, range(1, 30, 9), "1"), *mark_places(table, range(2, 30, 9), "6")]
    assert shown(table) == expected(table, query)
    s = table.annotations.snapshot
    assert s is not None
    table.apply(remove(s, made[:2]))
    assert shown(table) == expected(table, query)
    table.undo()
    assert shown(table) == expected(table, query)
    table.undo()
    table.undo()
    assert shown(table) == expected(table, query)


def test_a_changed_note_is_shown(table: ProjectPage) -> None:
    row = table.table.model.row(0)
    assert row is not None
    table.prompts.texts.append("seen")  # type: ignore[attr-defined]
    wish(table, "note", [row.id])
    changed = table.table.model.row(0)
    assert changed is not None
    assert changed.note == "seen"


def test_a_tag_asks_for_no_more_in_a_larger_project(table: ProjectPage) -> None:
    few = statements(table, lambda: mark_places(table, range(3, 4), "1"))
    mark_places(table, range(80), "6")
    many = statements(table, lambda: mark_places(table, range(5, 6), "1"))
    assert not any("count(*)" in sql or "ORDER BY d.grp" in sql for sql in (*few, *many))
    assert len(many) <= len(few) + 4


def test_a_large_project_is_sorted_beside_the_window(
    table: ProjectPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_desk, "AT_ONCE", 3)
    query = AnnotationQuery(order="text")
    asked = statements(table, lambda: table.table.order_requested.emit("text", 0))
    assert not any("ORDER BY" in sql and "annotation a" in sql for sql in asked)
    mark_places(table, range(1, 2), "1")
    qtbot.waitUntil(lambda: shown(table) == expected(table, query), timeout=30_000)


def test_an_annotation_that_was_not_looked_at_goes_too(table: ProjectPage) -> None:
    table.table.model._pages.clear()
    s = table.annotations.snapshot
    assert s is not None
    table.apply(remove(s, s.all(Annotation)[:1]))
    assert shown(table) == expected(table, AnnotationQuery())


def test_the_table_filters_goes_and_edits_many(page: ProjectPage, window: MainWindow) -> None:
    first = marked(page, "增长12.5%", "6")
    second = marked(page, "从各县", "6")
    figure = marked(page, "400亿元", "3")
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    model = page.table.view.model()
    assert model.rowCount() == 3
    page.table.query_changed.emit(AnnotationQuery(text="各县"))
    assert page.table.view.model().rowCount() == 1
    page.table.query_changed.emit(AnnotationQuery())
    page.table.activated.emit(figure.document, figure.id)
    assert page.annotations.current == figure
    answers(window).texts = ["both"]
    wish(page, "note", [first.id, second.id])
    assert [a.note for a in in_file(page)].count("both") == 2
    other = next(x for x in page.workspace.labels() if x.key == "7")
    answers(window).choices = [other.id]
    wish(page, "relabel", [first.id, second.id])
    assert [a.label for a in in_file(page)].count(other.id) == 2
    wish(page, "delete", [first.id, second.id])
    assert in_file(page) == [figure]
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(in_file(page)) == 3


def test_an_edit_of_many_documents_is_seen_in_the_one_on_show(
    page: ProjectPage, tmp_path: Path
) -> None:
    figure = marked(page, "400亿元", "3")
    on_show = page.annotations.document()
    assert on_show is not None
    texts = [written(tmp_path / f"{n}.txt", f"张明：第{n}次投入{n}亿元。\n") for n in range(4, 8)]
    import_files(page.workspace, texts)
    ids = [figure.id]
    for document in page.workspace.documents():
        if document.id != on_show.id:
            page.show_document(document.id)
            ids.append(marked(page, "亿元", "3").id)
    page.show_document(on_show.id)
    other = page.workspace.find_label("1")
    page.prompts.choices = [other.id]  # type: ignore[attr-defined]
    page.toggle_bottom("table")
    wish(page, "relabel", ids)
    s = page.annotations.snapshot
    assert s is not None
    assert [a.label for a in s.all(Annotation)] == [other.id]
    page.annotations.select(figure.id)
    page.annotations.delete()
    assert s.all(Annotation) == []
    assert page.prompts.told[-1][0] != "The change was not made"  # type: ignore[attr-defined]


def test_rows_follow_what_the_filter_and_the_order_ask_for(table: ProjectPage) -> None:
    ids = [a.id for a in in_file(table)]
    wish(table, "accepted", ids[:3])
    query = AnnotationQuery(review="accepted")
    table.table.query_changed.emit(query)
    assert len(shown(table)) == 3
    assert table.table.model.row(0) is not None
    wish(table, "rejected", ids[1:2])
    assert len(shown(table)) == 2
    wish(table, "accepted", ids[5:7])
    assert shown(table) == expected(table, query)
    assert len(shown(table)) == 4
    table.undo()
    table.undo()
    assert shown(table) == expected(table, query)
    assert len(shown(table)) == 3
    query = AnnotationQuery(order="review")
    table.table.query_changed.emit(query)
    table.table.order_requested.emit("review", 0)
    assert table.table.model.row(0) is not None
    wish(table, "rejected", ids[:1])
    wish(table, "accepted", ids[8:])
    assert shown(table) == expected(table, query)


def test_selecting_all_rows_asks_the_file_for_none_of_them(table: ProjectPage) -> None:
    def select() -> None:
        table.table.view.selectAll()
        assert table.table.selected_keys() == table.table.model.keys

    table.table.model._pages.clear()
    assert not any("SELECT" in sql for sql in statements(table, select))


def test_while_rows_are_being_put_in_order_they_are_not_changed(
    table: ProjectPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row may be another annotation's by then."""
    before = in_file(table)
    monkeypatch.setattr(table_desk, "AT_ONCE", 3)
    table.table.order_requested.emit("text", 0)
    wish(table, "delete", [before[0].id])
    assert "still being put in order" in window.statusBar().currentMessage()
    assert in_file(table) == before


def test_rows_of_documents_that_hold_much_are_changed_beside_the_window(
    page: ProjectPage, tmp_path: Path, qtbot: QtBot
) -> None:
    text = "Lee: 40 came.\nWu: 50 went.\n" * WIDE
    import_files(page.workspace, [written(tmp_path / "other.txt", text)])
    other = next(d for d in page.workspace.documents() if d.title == "other")
    page.show_document(other.id)
    there = marked(page, "40", "1")
    page.show_document(page.workspace.documents()[0].id)
    here = marked(page, "400亿元", "1")
    page.toggle_bottom("table")
    for made, is_beside in ((here, False), (there, True)):
        wish(page, "accepted", [made.id])
        assert page.step_desk.is_busy is is_beside
    qtbot.waitUntil(lambda: not page.step_desk.is_busy, timeout=30_000)
    assert [page.workspace.load(d.id).count(Review) for d in page.workspace.documents()] == [1, 1]


def test_a_changed_row_that_stays_where_it_is_stays_selected(table: ProjectPage) -> None:
    assert table.table.model.row(0) is not None
    choose_row(table.table.view, 2)
    chosen = table.table.selected_keys()
    assert len(chosen) == 1
    table.table.selection_edit_requested.emit("accepted", chosen)
    assert table.table.selected_keys() == chosen


def test_the_row_of_the_annotation_that_is_selected_in_the_text_is_the_current_one(
    table: ProjectPage,
) -> None:
    def selected() -> list[int]:
        return [index.row() for index in table.table.view.selectionModel().selectedRows()]

    table.view.setFocus()
    for row in (0, 1, 2):
        QTest.keyClick(table.view, Qt.Key.Key_Tab)
        assert selected() == [row]
    table.toggle_bottom("table")
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    table.toggle_bottom("table")
    assert selected() == [3]
    table.table.view.selectAll()
    table.annotations.step(1)
    assert len(selected()) == len(shown(table))


def test_delete_goes_down_the_table_key_by_key(table: ProjectPage, qtbot: QtBot) -> None:
    view, before = table.table.view, shown(table)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for _row in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    for gone in (1, 2):
        QTest.keyClick(view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda gone=gone: len(shown(table)) == len(before) - gone)  # type: ignore[misc]
        assert view.currentIndex().row() == 3
    assert shown(table) == before[:3] + before[5:]
    choose_row(view, 7)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(shown(table)) == len(before) - 3)
    assert list(table.table.selected_keys()) == [shown(table)[-1]]
