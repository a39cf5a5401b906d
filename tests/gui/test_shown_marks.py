"""Marks of the document on show, when labels and annotations change."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.shown_marks import PIECE, ShownMarks
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.edit import Edit
from annotator.model.edits import remove
from annotator.model.message import Message
from annotator.model.records import Annotation, Label
from annotator.model.snapshot import Snapshot
from tests.example import MONEY, QUANTITY, TEXT, marked, numbered, snapshot

RED, BLUE = "#AA0000", "#0000AA"


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.show_text(TEXT, (), ())
    return view


def with_many(count: int) -> Snapshot:
    """Return the example document with as many annotations of each of two labels."""
    s = snapshot()
    for label in (QUANTITY, MONEY):
        one = marked(s, label, "今年")
        others = (replace(one, id=f"{label.id}{number}") for number in range(count - 1))  # type: ignore[arg-type]
        s.apply(Edit(Message("More"), added=tuple(others)))
    return s


def recoloured(s: Snapshot, label: Label, colour: str) -> None:
    after = replace(label, colour=colour)
    s.apply(Edit(Message("Colour"), (label,), (after,)))


def colours(view: TranscriptView, s: Snapshot, label: Label) -> set[str]:
    ids = [one.id for one in s.all(Annotation) if one.label == label.id]
    return {mark.colour for annotation_id in ids for mark in view.index.of(annotation_id)}


def test_two_labels_that_change_at_once_are_both_shown_anew(
    view: TranscriptView, qtbot: QtBot
) -> None:
    s = with_many(PIECE + 5)
    shown = ShownMarks(view)
    shown.show(s, s.all(Annotation))
    for label, colour in ((QUANTITY, RED), (MONEY, BLUE)):
        recoloured(s, label, colour)
        shown.show_labels(s, {label.id})
        assert not shown.is_done
    qtbot.waitUntil(lambda: shown.is_done)
    assert (colours(view, s, QUANTITY), colours(view, s, MONEY)) == ({RED}, {BLUE})


def test_what_is_left_is_forgotten_when_another_document_comes(
    view: TranscriptView, qtbot: QtBot
) -> None:
    s = with_many(PIECE + 5)
    shown = ShownMarks(view)
    shown.show_labels(s, {QUANTITY.id})
    shown.stop()
    assert shown.is_done
    view.show_text("", (), ())
    shown.show_labels(snapshot(), {QUANTITY.id})
    qtbot.waitUntil(lambda: shown.is_done)
    assert not view.index.of(f"{QUANTITY.id}0")


def test_an_edit_takes_marks_away_and_draws_new_ones(view: TranscriptView) -> None:
    s = snapshot()
    shown = ShownMarks(view)
    first = marked(s, QUANTITY, "今年")
    shown.show(s, [first])
    second = marked(s, MONEY, "请问")
    gone = remove(s, [first])
    edit = replace(gone, added=(*gone.added, second))
    s.apply(gone)
    shown.follow(s, edit)
    assert not view.index.of(first.id)
    assert [mark.start for mark in view.index.of(second.id)] == [second.start]


def test_marks_stay_until_a_document_is_read_anew(view: TranscriptView) -> None:
    before, after = snapshot(), snapshot()
    kept = marked(before, QUANTITY, "今年")
    gone = replace(kept, id=numbered(77))  # type: ignore[arg-type]
    before.take([gone])
    after.take([kept])
    shown = ShownMarks(view)
    shown.show(before, [kept, gone])
    shown.expect_again(before)
    assert view.index.of(gone.id)
    shown.drop_what_is_gone(after)
    assert view.index.of(kept.id)
    assert not view.index.of(gone.id)
