"""A document with many annotations is on the screen before all of it is read."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.project_page import ProjectPage
from annotator.model.edit import Edit
from annotator.model.edits import remove
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.message import Message
from annotator.model.project_edits import change_label
from annotator.model.records import Annotation, Turn
from annotator.store import loading, texts
from annotator.store.loading import STEP
from annotator.store.project_file import Store
from annotator.workspace.opening import this_person
from tests.benchmarks.projects import Size, build
from tests.gui.acting import opened

COUNT = 3 * STEP


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "large.annotator"
    build(made, Size(2, 40_000, COUNT), this_person())
    return made


@pytest.fixture
def page(window: MainWindow, path: Path) -> ProjectPage:
    """Return the page of a large project, not yet wholly read."""
    window.open_path(path)
    assert window.page is not None
    assert window.page.annotations.is_loading
    return window.page


def marks(page: ProjectPage) -> int:
    """Return how many marks the transcript shows of annotations."""
    return sum(map(sum, page.view.index.overview.values()))


def test_the_first_marks_are_there_before_all_is_read(page: ProjectPage, qtbot: QtBot) -> None:
    assert STEP <= marks(page) < COUNT
    assert not page.annotations.whole
    assert page.is_busy
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    assert marks(page) == COUNT
    assert page.annotations.whole
    assert str(COUNT) in page.documents.progress.text()


def test_a_mark_made_before_all_is_read_is_kept_with_all_others(
    page: ProjectPage, qtbot: QtBot
) -> None:
    page.view.setFocus()
    qtbot.waitUntil(page.view.hasFocus)
    page.annotations.show_document(page.workspace.documents()[1].id)
    assert page.annotations.is_loading
    page.view.set_selection(10, 14)
    QTest.keyClicks(page.view, "1")
    assert marks(page) == COUNT + 1
    held = page.workspace.store.load(page.workspace.documents()[1].id)
    s = page.annotations.snapshot
    assert s is not None
    assert s.all(Annotation) == held.all(Annotation)
    assert s.count(Annotation) == COUNT + 1


def test_what_others_write_while_it_is_read_is_shown_once(
    page: ProjectPage, path: Path, qtbot: QtBot
) -> None:
    document = page.workspace.documents()[0]
    with Store.open(path, this_person()) as other:
        last = other.load(document.id).all(Annotation)[-1]
        uses = other.load(document.id).uses_of(last.id)
        other.apply(Edit(Message("Delete"), removed=(*uses, last)))
    page.watch.look()
    assert marks(page) == COUNT - 1
    assert page.view.index.of(last.id) == []
    qtbot.waitUntil(lambda: not page.annotations.is_loading)
    assert marks(page) == COUNT - 1


def test_a_document_that_was_left_half_read_is_whole_when_one_comes_back(
    page: ProjectPage, qtbot: QtBot
) -> None:
    first, second = (document.id for document in page.workspace.documents())
    page.show_document(second)
    assert STEP <= marks(page) < COUNT
    page.show_document(first)
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    assert marks(page) == COUNT
    page.show_document(first)
    assert marks(page) < COUNT
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    assert marks(page) == COUNT


def test_who_is_told_of_a_document_that_is_read_in_one_go_finds_it_whole(
    window: MainWindow, tmp_path: Path
) -> None:
    build(tmp_path / "small.annotator", Size(2, 2_000, STEP // 2), this_person())
    page = opened(window, tmp_path / "small.annotator")
    annotations, second = page.annotations, page.workspace.documents()[1]
    told: list[bool] = []
    for news in (annotations.begun, annotations.loaded):
        news.connect(lambda: told.append(annotations.whole is not None))
    annotations.show_document(second.id)
    assert not annotations.is_loading
    assert annotations.whole
    assert told[-1:] == [True]


def test_leaving_while_it_is_read_reads_no_further(window: MainWindow, page: ProjectPage) -> None:
    window.close_project()
    assert window.page is None
    assert not page.annotations.is_loading


def test_a_file_that_can_no_longer_be_read_is_told_and_not_taken_for_whole(
    page: ProjectPage, qtbot: QtBot
) -> None:
    page.watch.stop()
    page.workspace.store._db.close()
    with qtbot.waitSignal(page.annotations.said):
        pass
    assert not page.annotations.is_loading
    assert not page.annotations.whole
    with pytest.raises(UserError):
        _ = page.annotations.snapshot


def test_showing_all_anew_reads_all_of_it(page: ProjectPage, qtbot: QtBot) -> None:
    page.workspace.refresh()
    with qtbot.waitSignal(page.annotations.loaded):
        page.reload()
    assert marks(page) == COUNT
    assert page.annotations.whole


def test_a_renamed_label_shows_at_once_what_is_seen_and_the_rest_in_turns(
    page: ProjectPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    first = next(iter(page.view.seen_marks()))
    s = page.annotations.snapshot
    assert s is not None
    label = s.label_of(s.annotation(AnnotationId(first.id)))
    own = [a.id for a in s.all(Annotation) if a.label == label.id]
    after = replace(label, names={"en": "Renamed"}, colour="#123456")
    page.apply(change_label(page.workspace.labels(), label, after))

    def renamed() -> list[str]:
        marks = [mark for id_ in own for mark in page.view.index.of(id_)]
        return [m.id for m in marks if (m.name, m.colour) == ("Renamed", "#123456")]

    seen = {mark.id for mark in page.view.seen_marks()} & set(own)
    assert seen
    assert set(renamed()) == seen
    qtbot.waitUntil(lambda: page.annotations.marks.is_done)
    assert sorted(renamed()) == sorted(own)
    assert marks(page) == COUNT


def test_marks_stay_while_a_document_is_read_anew_and_those_that_are_gone_go(
    page: ProjectPage, path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    page.watch.stop()
    s = page.annotations.snapshot
    assert s is not None
    gone, kept = s.all(Annotation)[2], s.all(Annotation)[3]
    page.annotations.select(kept.id)
    with Store.open(path, this_person()) as other:
        other.apply(remove(other.load(s.document.id), [gone]))
    page.workspace.refresh()
    page.reload()
    assert page.annotations.is_loading
    assert marks(page) == COUNT
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    assert marks(page) == COUNT - 1
    assert page.view.index.of(gone.id) == []
    assert page.annotations.current == kept
    assert page.inspector.isVisible()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the parts in which texts and turns are read small, and so every document a long one."""
    monkeypatch.setattr(texts, "PIECES", 5)
    monkeypatch.setattr(loading, "FIRST_TURNS", 1)


@pytest.mark.usefixtures("slow")
def test_a_long_text_is_on_show_once_all_of_it_is_read(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    window.open_path(path)
    page = window.page
    assert page is not None
    assert page.view.text == ""
    assert not page.updatesEnabled()
    with qtbot.waitSignals([page.annotations.begun, page.annotations.turned]):
        pass
    assert page.updatesEnabled()
    first, second = page.workspace.documents()
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    assert page.view.text == page.workspace.load(first.id).text
    assert len(page.documents.turns.turns.entries) == page.workspace.load(first.id).count(Turn)
    page.annotations.show_document(second.id)
    assert page.annotations.document() == second
    assert page.view.text == page.workspace.load(first.id).text
    with qtbot.waitSignal(page.annotations.loaded):
        pass
    assert page.view.text == page.workspace.load(second.id).text
    assert marks(page) == COUNT


@pytest.mark.usefixtures("slow")
def test_what_is_done_before_a_long_text_is_on_show_is_done_to_it(
    window: MainWindow, path: Path
) -> None:
    window.open_path(path)
    page = window.page
    assert page is not None
    for make_form in page.inspector.make_rest():
        make_form()
    for number, document in enumerate(reversed(page.workspace.documents())):
        page.annotations.show_document(document.id)
        if number:
            page.annotations.select(None)
            assert page.view.text == page.workspace.load(document.id).text
        else:
            page.annotations.use_label(page.workspace.labels()[0].id)
            assert page.annotations.document() == document
            assert page.workspace.store.load(document.id).count(Annotation) == COUNT + 1


@pytest.mark.usefixtures("slow")
def test_a_text_that_can_no_longer_be_read_leaves_nothing_on_show(
    page: ProjectPage, qtbot: QtBot
) -> None:
    page.annotations.show_document(page.workspace.documents()[1].id)
    page.watch.stop()
    page.workspace.store._db.close()
    with qtbot.waitSignal(page.said):
        pass
    assert page.view.text == ""
    assert page.annotations.document() is None
