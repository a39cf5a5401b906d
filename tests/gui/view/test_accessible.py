"""What a screen reader is told about the transcript, asked as it asks."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from pytestqt.qtbot import QtBot

from annotator.gui.view.accessible import TranscriptInterface, make_interface
from annotator.gui.view.reading import MOST_NAMED
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark
from tests.gui.view.pointing import gap

TEXT = "今年新建😀公园十二个。\n\n投入<b>一点二</b>亿元\x01。\n公交线路新开七条。"
FIGURE, CLAIM = LabelKind.FIGURE, LabelKind.CLAIM
Text, Role = QAccessible.Text, QAccessible.Role


@pytest.fixture
def asked(view: TranscriptView) -> QAccessibleInterface:
    """Return the interface of a view with a text, as Qt hands it to screen readers."""
    QAccessible.installFactory(make_interface)
    start = TEXT.index("投")
    view.show_text(
        TEXT,
        (),
        [
            mark(0, 4, CLAIM),
            mark(7, 10, FIGURE),
            mark(start, start + 2),
            mark(start + 5, start + 8),
        ],
    )
    return QAccessible.queryAccessibleInterface(view)


def test_the_transcript_is_a_document_of_paragraphs(asked: QAccessibleInterface) -> None:
    assert asked.role() == Role.Document
    assert asked.text(Text.Name) == "Transcript"
    assert asked.state().readOnly
    assert asked.childCount() == 4
    kinds = {asked.child(number).role() for number in range(4)}
    assert kinds == {Role.Paragraph}


def test_paragraph_n_says_its_text(asked: QAccessibleInterface) -> None:
    said = [asked.child(number).text(Text.Name) for number in range(4)]
    assert said == [
        "今年新建😀公园十二个。",
        "",
        "投入<b>一点二</b>亿元\u2401。",
        "公交线路新开七条。",
    ]


def test_paragraph_n_says_what_is_marked_there(asked: QAccessibleInterface) -> None:
    said = [asked.child(number).text(Text.Description) for number in range(4)]
    assert said == ["Claim: 今年新建; Figure: 十二个", "", "Claim: 投入; Claim: 一点二", ""]


def test_what_is_marked_later_is_said_too(
    view: TranscriptView, asked: QAccessibleInterface
) -> None:
    last = asked.child(3)
    start = TEXT.index("七条")
    view.add_marks([mark(start, start + 2, FIGURE)])
    assert last.text(Text.Description) == "Figure: 七条"
    view.remove_marks([mark(start, start + 2, FIGURE).id])
    assert last.text(Text.Description) == ""


def test_what_is_hidden_is_not_said(view: TranscriptView, asked: QAccessibleInterface) -> None:
    view.set_hidden([CLAIM])
    assert asked.child(0).text(Text.Description) == "Figure: 十二个"
    assert asked.child(2).text(Text.Description) == ""


def test_a_claim_over_paragraphs_is_said_in_each(
    view: TranscriptView, asked: QAccessibleInterface
) -> None:
    view.show_text("甲乙\n丙丁", (), [mark(1, 4)])
    assert asked.childCount() == 2
    said = [asked.child(number).text(Text.Description) for number in range(2)]
    assert said == ["Claim: 乙\n丙"] * 2


def test_very_many_marks_are_counted(view: TranscriptView, asked: QAccessibleInterface) -> None:
    view.show_text("甲乙", (), [mark(0, 1, FIGURE, f"m{n}") for n in range(1000)])
    said = asked.child(0).text(Text.Description)
    assert said.count("Figure") == MOST_NAMED
    assert said.endswith(f"{1000 - MOST_NAMED} more")


def test_a_paragraph_of_a_text_that_is_gone_is_not_valid(
    view: TranscriptView, asked: QAccessibleInterface
) -> None:
    last = asked.child(3)
    assert last.isValid()
    view.show_text("国", (), ())
    assert not last.isValid()
    assert last.text(Text.Name) == last.text(Text.Description) == ""
    assert asked.child(3) is None


def test_the_paragraph_with_the_caret_has_the_focus(
    view: TranscriptView, asked: QAccessibleInterface
) -> None:
    view.move_caret(TEXT.index("亿"))
    assert asked.focusChild().text(Text.Name).startswith("投入")
    assert [bool(asked.child(n).state().focused) for n in range(4)] == [False, False, True, False]


def test_a_long_line_is_one_paragraph(view: TranscriptView, asked: QAccessibleInterface) -> None:
    text = "国家公园。" * 3000
    view.show_text(text + "\n公", (), [mark(9000, 9004)])
    assert asked.childCount() == 2
    assert asked.child(0).text(Text.Name) == text
    assert asked.child(0).text(Text.Description).startswith("Claim")
    assert asked.child(1).text(Text.Name) == "公"


def test_a_paragraph_is_found_where_it_is_on_the_screen(
    view: TranscriptView, asked: QAccessibleInterface
) -> None:
    point = view.viewport().mapToGlobal(gap(view, TEXT.index("亿"), 3))
    found = asked.childAt(point.x(), point.y())
    assert asked.indexOfChild(found) == 2
    assert found.rect().contains(point)
    assert asked.childAt(-5000, -5000) is None


@pytest.fixture
def told(view: TranscriptView) -> Iterator[list[tuple[QAccessible.Event, str]]]:
    """Return what a screen reader that listens is told: the kind of event, and its words."""
    found: list[tuple[QAccessible.Event, str]] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append((event.type(), event.message()))
        else:
            found.append((event.type(), event.accessibleInterface().text(Text.Name)))

    QAccessible.setActive(True)
    view.accessible = TranscriptInterface(view, tell)
    yield found
    QAccessible.setActive(False)


def test_a_paragraph_is_read_when_the_caret_comes_into_it(
    qtbot: QtBot, view: TranscriptView, told: list[tuple[QAccessible.Event, str]]
) -> None:
    view.show_text(TEXT, (), ())
    told.clear()
    for _time in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert told == []
    for _time in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    focus = QAccessible.Event.Focus
    lines = TEXT.replace("\x01", "\u2401").split("\n")
    assert told == [(focus, line) for line in lines[1:]]


def test_the_current_annotation_is_said_once(
    view: TranscriptView, told: list[tuple[QAccessible.Event, str]]
) -> None:
    own = mark(7, 10, FIGURE)
    view.show_text(TEXT, (), [own])
    told.clear()
    view.set_current(own.id, scroll=True)
    view.set_current(own.id)
    view.set_current(None)
    assert told == [(QAccessible.Event.Announcement, "Figure: 十二个")]


def test_nothing_is_said_while_another_part_has_the_focus(
    view: TranscriptView, told: list[tuple[QAccessible.Event, str]]
) -> None:
    own = mark(7, 10, FIGURE)
    view.show_text(TEXT, (), [own])
    told.clear()
    view.clearFocus()
    view.set_current(own.id)
    view.move_caret(len(TEXT))
    assert told == []


def test_a_view_that_is_made_while_somebody_listens_is_a_document_too(qtbot: QtBot) -> None:
    QAccessible.installFactory(make_interface)
    QAccessible.setActive(True)
    view = TranscriptView()
    qtbot.addWidget(view)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == Role.Document
    assert interface.text(Text.Name) == "Transcript"
    view.show_text(TEXT, (), ())
    assert interface.childCount() == 4
    QAccessible.setActive(False)


def test_many_views_come_and_go(qtbot: QtBot) -> None:
    QAccessible.installFactory(make_interface)
    for _time in range(4):
        view = TranscriptView()
        with qtbot.waitExposed(view):
            view.show()
        view.show_text(TEXT, (), ())
        interface = QAccessible.queryAccessibleInterface(view)
        assert interface.child(2).parent().childCount() == 4
        QAccessible.setActive(True)
        view.setFocus()
        view.move_caret(len(TEXT))
        QAccessible.setActive(False)
        view.close()
        view.deleteLater()
        del view, interface
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
