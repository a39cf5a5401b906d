"""A paragraph in words: its text and what is marked there, for those who do not see the page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from annotator.gui.qt_text import shown
from annotator.model.message import _

if TYPE_CHECKING:
    from annotator.gui.view.marks import Mark
    from annotator.gui.view.transcript_view import TranscriptView

MOST_NAMED = 40
"""So many annotations of a paragraph are read out; more are counted."""


def current_line(view: TranscriptView) -> int:
    """Return the number, from 0, of the paragraph that the caret is in."""
    return line_at(view, view.spot.on_line_of)


def line_at(view: TranscriptView, position: int) -> int:
    """Return the number, from 0, of the paragraph that a position is in."""
    paragraphs = view.page.paragraphs
    return paragraphs.line_of(paragraphs.at(position))


def count_lines(view: TranscriptView) -> int:
    """Return how many paragraphs there are; the end of the last one begins no other."""
    return view.page.paragraphs.line_count - (view.text.endswith("\n") and len(view.text) > 1)


def line_text(view: TranscriptView, line: int) -> str:
    """Return the text of a paragraph, with what Qt would alter replaced."""
    return shown(view.page.paragraphs.line_text(line))


def marks_in_words(view: TranscriptView, line: int) -> list[str]:
    """Return what is marked in a paragraph, in the order of the text: each label and its words."""
    pieces = view.page.paragraphs.pieces_of(line)
    found = {mark for k in pieces for mark in view.index.in_paragraph(k)}
    shown_marks = [mark for mark in found if mark.kind not in view.scene.hidden]
    in_order = sorted(shown_marks, key=lambda mark: (mark.start, -mark.end, mark.id))
    words = [in_words(view, mark) for mark in islice(in_order, MOST_NAMED)]
    if len(in_order) > MOST_NAMED:
        words.append(_("{count} more").format(count=len(in_order) - MOST_NAMED))
    return words


def in_words(view: TranscriptView, mark: Mark) -> str:
    """Return a mark's label and the words that are marked."""
    quote = shown(view.text[mark.start : mark.end])
    sentence = _("{label}, suggested: {quote}") if mark.suggested else _("{label}: {quote}")
    return sentence.format(label=mark.name, quote=quote)


def line_on_screen(view: TranscriptView, line: int) -> QRect:
    """Return where on the screen a paragraph is, or is estimated to be."""
    heights, pieces = view.page.heights, view.page.paragraphs.pieces_of(line)
    top = heights.top(pieces[0]) - view.verticalScrollBar().value()
    height = sum(heights[k] for k in pieces)
    corner = view.viewport().mapToGlobal(QPoint(0, top))
    return QRect(corner.x(), corner.y(), view.text_area().width(), height)
