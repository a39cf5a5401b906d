"""Text as it is stored, and where its units end."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.text import (
    clause_at,
    normalise,
    paragraph_at,
    sentence_at,
    sentences,
    sha256_of,
    word_at,
)

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def cut(text: str, part: tuple[int, int]) -> str:
    return text[slice(*part)]


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("a\x00b", "ab"),
        ("e\u0301 ﬁ ①", "e\u0301 ﬁ ①"),
        ("\ufeffa", "\ufeffa"),
    ],
)
def test_newlines_become_one_kind_and_nothing_else_changes(given_text: str, stored: str) -> None:
    assert normalise(given_text) == stored


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(UserError, match="surrogate") as caught:
        normalise("ab\ud83d")
    assert "Character 3" in str(caught.value)


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_the_hash_is_that_of_the_utf8_bytes() -> None:
    assert sha256_of("𠮷") == hashlib.sha256("𠮷".encode()).hexdigest()


CHINESE = "今年新建公园12个,共3.8公里。“完成了吗?”他问;没有。\n第二段没有句号"
ENGLISH = (
    'Mr. Price said 2.5 percent. "Is it done?" she asked. At 5 p.m. we left. U.S. figures rose.'
)


def test_chinese_sentences_keep_their_closing_quotes_and_decimals() -> None:
    assert [cut(CHINESE, s) for s in sentences(CHINESE)] == [
        "今年新建公园12个,共3.8公里。",
        "“完成了吗?”",
        "他问;",
        "没有。",
        "第二段没有句号",
    ]


def test_english_sentences_survive_abbreviations_and_decimals() -> None:
    assert [cut(ENGLISH, s) for s in sentences(ENGLISH)] == [
        "Mr. Price said 2.5 percent.",
        '"Is it done?" she asked.',
        "At 5 p.m. we left.",
        "U.S. figures rose.",
    ]


@pytest.mark.parametrize(
    "parts",
    [
        ("No.", "And I saw that.", "No. 5 is here."),
        ("We met at 5 p.m.", "We left at 6 p.m. Monday."),
        ("He works for Acme Inc.", "The firm is big.", "So do I.", "They left Washington, D.C."),
        ("Hon. Bob Rae spoke.", "Rev. A. J. King and J. Hoover did not."),
        ("Well...", "I think so.", "Well... so be it."),
        ("He asked me “why?” and left.", "“Stop.”", "He left."),
        ("1. We have a plan.", "2. It works at 3.5.", "(a) Then stop?!"),
        ("「加油！」、「撐住！」", "他們喊。"),
        ("价格是3.5元;", "其他……", "好!!!"),
    ],
)
def test_a_mark_that_does_not_end_a_sentence_is_told_from_one_that_does(
    parts: tuple[str, ...],
) -> None:
    text = (" " if parts[0].isascii() or "“" in parts[0] else "").join(parts)
    assert tuple(cut(text, s) for s in sentences(text)) == parts


@given(ANY_TEXT)
def test_sentences_are_in_order_trimmed_and_leave_out_only_white_space(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()


def test_the_sentence_at_a_cursor_leaves_out_the_speakers_label() -> None:
    text = "王明:公园12个。绿地3处。"
    assert cut(text, sentence_at(text, 4, body_start=3)) == "公园12个。"
    assert cut(text, sentence_at(text, 1, body_start=3)) == "公园12个。"
    assert cut(text, sentence_at(text, len(text))) == "绿地3处。"


def test_the_sentence_of_an_empty_paragraph_is_empty() -> None:
    start, end = sentence_at("a\n\nb", 2)
    assert start == end


@pytest.mark.parametrize(
    ("text", "position", "clause"),
    [
        ("新建公园12个,绿地3处。", 2, "新建公园12个"),
        ("新建公园12个,绿地3处。", 9, "绿地3处"),
        ("It rose 2.5%, and then fell.", 8, "It rose 2.5%"),
        ("共1,234人,另3人", 3, "共1,234人"),
    ],
)
def test_a_clause_ends_at_a_comma_but_not_inside_a_number(
    text: str, position: int, clause: str
) -> None:
    assert cut(text, clause_at(text, position)) == clause


@pytest.mark.parametrize(
    ("text", "position", "word"),
    [
        ("well-known facts", 3, "well-known"),
        ("don't stop", 2, "don't"),
        ("增长12.5%左右", 3, "12.5"),
        ("全市新建公园", 2, "新建"),
        ("全市新建公", 4, "公"),
        ("a 😀 b", 2, "😀"),
        ("𠮷祥路", 0, "𠮷祥"),
    ],
)
def test_the_word_at_a_cursor(text: str, position: int, word: str) -> None:
    assert cut(text, word_at(text, position)) == word


@given(ANY_TEXT, st.integers(0, 60))
def test_every_unit_lies_inside_the_paragraph(text: str, position: int) -> None:
    position = min(position, len(text))
    start, end = paragraph_at(text, position)
    assert start <= position <= end
    for unit in (word_at, clause_at, sentence_at):
        left, right = unit(text, position)
        assert start <= left <= right <= end
