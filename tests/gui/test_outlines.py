"""Outlines of suggestions in the transcript."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.outlines import Outlines
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.suggestion import Suggestion
from tests.gui.panels.test_suggestion_rows import suggested

FIRST, SECOND, THIRD = (suggested(start) for start in (0, 10, 20))


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.show_text("3 people, " * 9, (), ())
    return view


def outlined(view: TranscriptView, outlines: Outlines) -> list[Suggestion | None]:
    """Return what the view's marks outline, in the order of the text."""
    marks = [mark for at in range(len(view.text)) for mark in view.marks_at(at) if mark.start == at]
    assert all(mark.suggested for mark in marks)
    return [outlines.of(mark.id) for mark in marks]


def test_what_is_shown_is_outlined_and_a_proposed_topic_is_not(view: TranscriptView) -> None:
    outlines = Outlines(view)
    outlines.show([SECOND, FIRST, replace(THIRD, proposal="guests")])
    assert outlined(view, outlines) == [FIRST, SECOND]
    outlines.show([SECOND, THIRD])
    assert outlined(view, outlines) == [SECOND, THIRD]
    outlines.add([THIRD, FIRST])
    assert outlined(view, outlines) == [FIRST, SECOND, THIRD]


def test_what_is_dropped_is_outlined_no_more_and_can_be_again(view: TranscriptView) -> None:
    outlines = Outlines(view)
    outlines.show([FIRST, SECOND])
    outlines.drop([FIRST, THIRD])
    assert outlined(view, outlines) == [SECOND]
    outlines.show([FIRST, SECOND])
    assert outlined(view, outlines) == [FIRST, SECOND]
    outlines.clear()
    assert outlined(view, outlines) == []
    assert outlines.of("an annotation's id") is None
