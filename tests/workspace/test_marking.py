"""What a label key marks, and how an annotation is quoted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.records import Annotation, Figure, Label
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range, trimmed
from annotator.workspace.marking import (
    NO_ID,
    citation,
    figure_words,
    mark_selection,
    paragraph_number,
    range_to_mark,
    read_figure,
    with_quantity,
)
from tests.example import HAND, QUANTITY, STATEMENT, TEXT, TRANSPORT, marked, snapshot

SENTENCE = "今年新建公园12个😀,投入1.2亿元。"


def words_to_mark(label: Label, selection: Range, s: Snapshot | None = None) -> str:
    start, end = range_to_mark(s or snapshot(), label, selection)
    return TEXT[start:end]


@given(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted))
def test_what_is_selected_is_marked_without_the_white_space_around_it(ends: list[int]) -> None:
    start, end = ends
    if TEXT[start:end].strip():
        found = range_to_mark(snapshot(), STATEMENT, (start, end))
        assert found == trimmed(TEXT, start, end)
        assert TEXT[slice(*found)] == TEXT[start:end].strip()


@pytest.mark.parametrize(
    ("label", "words"), [(QUANTITY, "12个"), (STATEMENT, SENTENCE), (TRANSPORT, SENTENCE)]
)
def test_with_nothing_selected_the_kind_decides(label: Label, words: str) -> None:
    caret = TEXT.index("12个") + 1
    assert words_to_mark(label, (caret, caret)) == words


def test_a_figure_where_no_number_is_marks_the_word() -> None:
    caret = TEXT.index("公园")
    assert words_to_mark(QUANTITY, (caret, caret)) in TEXT[caret - 4 : caret + 4]


def test_a_topic_that_is_marked_already_grows_to_the_paragraph_s_speech() -> None:
    s = snapshot()
    marked(s, TRANSPORT, SENTENCE)
    caret = TEXT.index("公园")
    assert (
        words_to_mark(TRANSPORT, (caret, caret), s)
        == TEXT[TEXT.index("今年") : TEXT.index("76.3%。") + 6]
    )
    assert words_to_mark(STATEMENT, (caret, caret), s) == SENTENCE


def test_a_place_without_text_is_refused() -> None:
    s = Snapshot(snapshot().document, "\n \n", [])
    with pytest.raises(UserError, match="There is no text at the cursor"):
        range_to_mark(s, STATEMENT, (1, 1))


def test_a_marked_figure_is_read_and_nothing_else_is() -> None:
    s = snapshot()
    start = TEXT.index("1.2亿元")
    for label, low in ((QUANTITY, "120000000"), (STATEMENT, None)):
        edit = mark_selection(s, label, (start, start + 5), HAND)
        figures = [record.low for record in edit.added if isinstance(record, Figure)]
        assert figures == ([low] if low else [])


def test_reading_a_figure_again_keeps_what_a_person_has_typed() -> None:
    figure = replace(Figure(NO_ID, "1", "1"), referent="parks")
    read = with_quantity(figure, "12个")
    assert (read.low, read.high, read.referent) == ("12", "12", "parks")
    with pytest.raises(UserError, match="No number was found in “parks”"):
        with_quantity(figure, "parks")
    assert read_figure("parks") is None


def test_a_figure_is_told_in_words_if_it_has_a_number() -> None:
    told = figure_words(Figure(NO_ID, "23000", "23000", unit="person"), "2.3万人")
    assert told == "2.3万人 = 23,000 person"
    assert figure_words(Figure(NO_ID), "many") == ""


@pytest.mark.parametrize("low", ["１２", "two", "1e999999999"])
def test_a_figure_without_a_number_in_its_place_says_so(low: str) -> None:
    told = figure_words(Figure(NO_ID, low, low), "12人")
    assert told == f"“{low}” is not a decimal number such as 23000.5."


def test_a_quote_names_who_said_it_where_and_when() -> None:
    s = snapshot()
    spoken, lead = marked(s, QUANTITY, "12个"), marked(s, STATEMENT, "市政府今天举行发布会。")
    first, second = citation(s, [spoken, lead]).split("\n\n")
    assert first == "“12个” — 林晓 (市园林局局长, speaker), 发布会, 2026-01-05, ¶4"
    assert second == "“市政府今天举行发布会。” — 发布会, 2026-01-05, ¶1"
    assert s.all(Annotation)


@given(st.text("a\n", max_size=30), st.lists(st.integers(0, 30), max_size=6).map(sorted))
def test_paragraphs_are_counted_as_lines_are(text: str, positions: list[int]) -> None:
    inside = [min(position, len(text)) for position in positions]
    expected = [len(text[:position].split("\n")) for position in inside]
    assert [paragraph_number(text, position) for position in inside] == expected
