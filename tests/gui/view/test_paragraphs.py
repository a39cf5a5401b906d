"""Cutting a text into pieces that can be laid out: nothing lost, nothing twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.gui.view.paragraphs import BLOCK, LONGEST, Paragraphs
from tests.gui.view.examples import TEXTS

LONG = st.builds(lambda part, times: part * times, st.text("国,😀 \n", max_size=9), st.just(1500))


def naive_piece(paragraphs: Paragraphs, position: int) -> int:
    """Return the last piece that starts at or before a position."""
    return max(k for k, start in enumerate(starts(paragraphs)) if start <= position)


def starts(paragraphs: Paragraphs) -> list[int]:
    return [paragraphs.start(k) for k in range(len(paragraphs))]


def lengths(paragraphs: Paragraphs) -> list[int]:
    return [paragraphs.end(k) - paragraphs.start(k) for k in range(len(paragraphs))]


def numbers(paragraphs: Paragraphs) -> list[int]:
    return [paragraphs.number(k) for k in range(len(paragraphs))]


@given(TEXTS)
def test_short_lines_are_the_pieces(text: str) -> None:
    pieces = Paragraphs(text)
    assert [pieces.of(k) for k in range(len(pieces))] == text.split("\n")
    assert numbers(pieces) == list(range(1, text.count("\n") + 2))


@given(LONG)
def test_long_lines_are_cut_and_nothing_is_lost(text: str) -> None:
    pieces = Paragraphs(text)
    assert max(lengths(pieces)) <= LONGEST
    whole = "".join(
        ("\n" if number > 1 else "") + pieces.of(k) for k, number in enumerate(numbers(pieces))
    )
    assert whole == text


@given(TEXTS, st.data())
def test_a_position_lies_in_the_piece_that_begins_last_before_it(
    text: str, data: st.DataObject
) -> None:
    pieces = Paragraphs(text)
    position = data.draw(st.integers(0, len(text)))
    k = pieces.at(position)
    assert k == naive_piece(pieces, position)
    assert pieces.start(k) <= position <= pieces.end(k)


@given(TEXTS.filter(bool), st.data())
def test_a_stretch_touches_the_pieces_of_all_its_characters(text: str, data: st.DataObject) -> None:
    pieces = Paragraphs(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    touched = {naive_piece(pieces, position) for position in range(start, end)}
    found = pieces.between(start, end)
    assert {found[0], found[-1]} <= touched <= set(found)


def test_an_empty_stretch_touches_the_piece_it_is_in() -> None:
    pieces = Paragraphs("ab\ncd")
    assert list(pieces.between(2, 2)) == [0]
    assert list(pieces.between(3, 3)) == [1]


def test_an_empty_text_is_one_empty_piece() -> None:
    pieces = Paragraphs("")
    assert len(pieces) == 1
    assert pieces.of(0) == ""
    assert pieces.at(0) == 0


def test_a_newline_at_the_end_begins_an_empty_line() -> None:
    pieces = Paragraphs("ab\n")
    assert [pieces.of(k) for k in range(len(pieces))] == ["ab", ""]
    assert pieces.at(3) == 1


def test_positions_are_code_points() -> None:
    pieces = Paragraphs("😀𠮷\n国")
    assert starts(pieces) == [0, 3]
    assert pieces.of(0) == "😀𠮷"


def test_long_lines_are_cut_behind_punctuation() -> None:
    text = "国" * (LONGEST - 7) + "。" + "国" * 500
    pieces = Paragraphs(text)
    assert pieces.of(0).endswith("国。")
    assert numbers(pieces) == [1, 0]


def test_long_lines_without_punctuation_are_cut_where_they_must() -> None:
    pieces = Paragraphs("国" * (2 * LONGEST + 1))
    assert lengths(pieces) == [LONGEST, LONGEST, 1]


def test_a_line_of_just_the_longest_length_is_not_cut() -> None:
    assert len(Paragraphs("国" * LONGEST)) == 1


@given(st.lists(TEXTS | LONG, max_size=3), st.integers(0, 3 * BLOCK))
@settings(max_examples=30)
def test_a_text_of_many_blocks_is_cut_as_one_of_a_single_block_is(
    parts: list[str], filled: int
) -> None:
    text = "\n".join([*parts, "国\n" * (filled // 2), *parts])
    pieces, plain = Paragraphs(text), text.split("\n")
    assert pieces.line_count == len(plain)
    for line in (0, len(plain) // 2, len(plain) - 1):
        own = pieces.pieces_of(line)
        assert pieces.line_text(line) == plain[line]
        assert [pieces.line_of(k) for k in own] == [line] * len(own)
        assert [pieces.number(k) for k in own] == [line + 1] + [0] * (len(own) - 1)
        assert [pieces.goes_on(k) for k in own] == [True] * (len(own) - 1) + [False]
    assert sum(lengths(pieces)) + len(plain) - 1 == len(text)


def test_only_what_is_looked_at_is_cut() -> None:
    pieces = Paragraphs("今年投入\n" * BLOCK)
    assert pieces.cut_blocks == 0
    assert pieces.of(len(pieces) // 2) == "今年投入"
    assert pieces.at(len(pieces.text)) == len(pieces) - 1
    assert pieces.cut_blocks == 2 < len(pieces.cuts)
