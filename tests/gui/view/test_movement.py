"""Steps by word and paragraph, and how selections grow: always ahead, never past an end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.view.movement import (
    next_paragraph,
    next_word,
    previous_paragraph,
    previous_word,
    unit_at,
    whole_word,
    widened,
)
from tests.gui.view.examples import TEXTS

TEXT_AND_PLACE = TEXTS.flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text))))
SPEECH = "Lin: We opened 12 parks. They cost 1.2 million, all told.\n今年新建😀公园，投入𠮷元。"


@given(TEXTS)
def test_words_ahead_lead_to_the_end(text: str) -> None:
    position = 0
    while position < len(text):
        assert next_word(text, position) > position
        position = next_word(text, position)
    assert next_word(text, len(text)) == len(text)


@given(TEXTS)
def test_words_back_lead_to_the_start(text: str) -> None:
    position = len(text)
    while position > 0:
        assert previous_word(text, position) < position
        position = previous_word(text, position)
    assert previous_word(text, 0) == 0


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("two  words", [0, 5, 10]),
        ("1.2 million", [0, 4, 11]),
        ("a😀b", [0, 1, 2, 3]),
        ("新建公园", [0, 2, 4]),
        ("ab\n\ncd", [0, 2, 3, 4, 6]),
        ("词，　词", [0, 1, 3, 4]),
    ],
)
def test_words_begin_where_a_reader_sees_them(text: str, stops: list[int]) -> None:
    for here, there in pairwise(stops):
        assert next_word(text, here) == there


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("two  words", [10, 5, 0]),
        ("a😀b", [3, 2, 1, 0]),
        ("新建公园", [4, 2, 0]),
        ("ab\n\ncd", [6, 4, 3, 2, 0]),
    ],
)
def test_words_back_stop_at_their_starts(text: str, stops: list[int]) -> None:
    for here, there in pairwise(stops):
        assert previous_word(text, here) == there


@given(TEXT_AND_PLACE)
def test_the_next_paragraph_is_behind_the_next_newline(example: tuple[str, int]) -> None:
    text, position = example
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    expected = min((start for start in starts if start > position), default=len(text))
    assert next_paragraph(text, position) == expected


@given(TEXT_AND_PLACE)
def test_the_previous_paragraph_begins_before(example: tuple[str, int]) -> None:
    text, position = example
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    expected = max((start for start in starts if start < position), default=0)
    assert previous_paragraph(text, position) == expected


@given(TEXTS.filter(bool), st.data())
def test_growing_ends_at_the_paragraph_and_never_loses_anything(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    selection = (start, end)
    for _step in range(6):
        larger = widened(text, selection)
        assert larger[0] <= selection[0] <= selection[1] <= larger[1]
        if larger == selection:
            break
        assert larger[1] - larger[0] > selection[1] - selection[0]
        selection = larger
    assert widened(text, selection) == selection


def grown(text: str, selection: tuple[int, int], body_start: int = 0) -> list[str]:
    """Return the texts of a selection as it grows."""
    found = []
    while (larger := widened(text, selection, body_start)) != selection:
        found.append(text[slice(*larger)])
        selection = larger
    return found


def test_a_selection_grows_from_word_to_clause_to_sentence_to_paragraph() -> None:
    at = SPEECH.index("million")
    assert grown(SPEECH, (at, at), SPEECH.index("We")) == [
        "million",
        "They cost 1.2 million",
        "They cost 1.2 million, all told.",
        SPEECH.split("\n", maxsplit=1)[0],
    ]


def test_the_label_of_a_turn_is_no_part_of_its_first_sentence() -> None:
    at = SPEECH.index("parks")
    assert "We opened 12 parks." in grown(SPEECH, (at, at), SPEECH.index("We"))


def test_a_selection_grows_over_emoji_in_code_points() -> None:
    at = SPEECH.index("元")
    assert grown(SPEECH, (at, at))[-2:] == ["投入𠮷元", "今年新建😀公园，投入𠮷元。"]


def test_nothing_grows_in_an_empty_text() -> None:
    assert widened("", (0, 0)) == (0, 0)


@pytest.mark.parametrize(
    ("clicks", "expected"),
    [
        (2, "million"),
        (3, "They cost 1.2 million, all told."),
        (4, "Lin: We opened 12 parks. They cost 1.2 million, all told."),
        (9, "Lin: We opened 12 parks. They cost 1.2 million, all told."),
    ],
)
def test_further_clicks_select_word_sentence_and_paragraph(clicks: int, expected: str) -> None:
    found = unit_at(SPEECH, SPEECH.index("million") + 2, clicks)
    assert SPEECH[slice(*found)] == expected


FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("cafe\u0301s et the\u0301", 1, "cafe\u0301s"),
        ("cafe\u0301s et the\u0301", 4, "cafe\u0301s"),
        ("cafe\u0301s et the\u0301", 5, "cafe\u0301s"),
        ("cafe\u0301s et the\u0301", 12, "the\u0301"),
        (f"国{FAMILY}家", 1, FAMILY),
        (f"国{FAMILY}家", 3, FAMILY),
        ("🇨🇳🇫🇷", 1, "🇨🇳"),
        ("भारत में नमस्ते जी", 9, "नमस्ते"),
        ("1️⃣2", 1, "1️⃣"),
    ],
)
def test_a_word_neither_starts_nor_ends_within_a_character(
    text: str, position: int, word: str
) -> None:
    assert text[slice(*whole_word(text, position))] == word
    assert text[slice(*unit_at(text, position, 2))] == word


def test_going_by_words_does_not_stop_within_a_character() -> None:
    text = f"cafe\u0301s {FAMILY} 国"
    assert next_word(text, 0) == 7
    assert next_word(text, 7) == 7 + len(FAMILY) + 1
    assert previous_word(text, 7 + len(FAMILY)) == 7
    assert previous_word(text, 6) == 0
