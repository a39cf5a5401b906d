"""Where the caret goes by word and paragraph, and how a selection grows; code points."""

import unicodedata

from annotator.gui.view.graphemes import grapheme_end, grapheme_start
from annotator.model.text import (
    Range,
    clause_at,
    paragraph_at,
    sentence_at,
    trimmed,
    word_at,
)

LONGEST_WORD = 2000
"""Code points on each side that are looked at: a text may be one line of millions."""


def whole_word(text: str, position: int) -> Range:
    """Return the word around a position; it neither starts nor ends within a character.

    Accents that follow their letter, and signs of vowels, are part of the word.
    """
    first = max(0, position - LONGEST_WORD)
    start, end = _whole_word(text[first : position + LONGEST_WORD], position - first)
    return first + start, first + end


def _whole_word(text: str, position: int) -> Range:
    start, end = word_at(text, position)
    while (before := _further_left(text, start)) < start:
        start = before
    while (behind := _further_right(text, end)) > end:
        end = behind
    return start, end


def _further_left(text: str, start: int) -> int:
    before = grapheme_start(text, start)
    if before == start and _goes_on(text, start):
        before = grapheme_start(text, start - 1)
    return min(before, word_at(text, before)[0]) if before < start else start


def _further_right(text: str, end: int) -> int:
    behind = grapheme_end(text, end)
    return word_at(text, behind)[1] if _goes_on(text, behind) else behind


def _goes_on(text: str, position: int) -> bool:
    """Say whether a letter follows an accent at a position."""
    if not 0 < position < len(text) or not text[position].isalpha():
        return False
    return unicodedata.category(text[position - 1]).startswith("M")


UNITS = (whole_word, sentence_at, paragraph_at)
"""What a double, triple and fourth click select."""


def next_word(text: str, position: int) -> int:
    """Return where the next word starts, or the end of the text."""
    if position >= len(text):
        return len(text)
    if text[position] == "\n":
        return position + 1
    at = max(whole_word(text, position)[1], position + 1)
    while at < len(text) and text[at] in " \t\u3000":
        at += 1
    return at


def previous_word(text: str, position: int) -> int:
    """Return where the word before a position starts, or 0."""
    at = position
    while at > 0 and text[at - 1] in " \t\u3000":
        at -= 1
    if at == 0 or text[at - 1] == "\n":
        return max(0, at - 1) if at == position else at
    return whole_word(text, at - 1)[0]


def next_paragraph(text: str, position: int) -> int:
    """Return where the next paragraph starts, or the end of the text."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def previous_paragraph(text: str, position: int) -> int:
    """Return where this paragraph starts, or the one before if that is where we are."""
    return paragraph_at(text, max(0, position - 1))[0]


def unit_at(text: str, position: int, clicks: int) -> Range:
    """Return what so many clicks at a position select: 2 a word, 3 a sentence, 4 a paragraph."""
    unit = UNITS[min(clicks, len(UNITS) + 1) - 2]
    return unit(text, position) if unit is whole_word else trimmed(text, *unit(text, position))


def widened(text: str, selection: Range, body_start: int = 0) -> Range:
    """Return the next larger of word, clause, sentence, paragraph around a selection."""
    start, end = selection
    inside = min(start, max(0, len(text) - 1))
    larger = (
        whole_word(text, inside),
        clause_at(text, inside),
        sentence_at(text, inside, body_start),
        trimmed(text, *paragraph_at(text, inside)),
    )
    for found in larger:
        if found[0] <= start and found[1] >= end and found[1] - found[0] > end - start:
            return found
    return selection
