"""Sentences and tokens for formats of columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.tokens import Tokens, tokens_of


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("共有2.3万人。", "共 有 2.3 万 人 。"),
        ("It's 1,200.5 km, isn’t it?", "It's 1,200.5 km , isn’t it ?"),
        ("x-ray COVID19 a_b", "x-ray COVID 19 a _ b"),
        ("𠮷野家はＡ", "𠮷 野 家 は Ａ"),
        ("  \n ", ""),
    ],
)
def test_tokens_are_words_numbers_characters_and_signs(text: str, tokens: str) -> None:
    assert " ".join(text[a:b] for a, b in Tokens(text).all) == tokens


@given(st.text("ab 2.3文𠮷😀，。.\n'-_", max_size=40))
def test_tokens_hold_all_but_white_space_and_do_not_overlap(text: str) -> None:
    tokens = Tokens(text)
    assert "".join(text[a:b] for a, b in tokens.all) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in zip(tokens.all, tokens.all[1:], strict=False))
    for at, (start, end) in enumerate(tokens.all):
        assert tokens.touched(start, end) == range(at, at + 1)
        assert list(tokens.touched(start, start)) == []


def test_passages_touch_the_tokens_that_they_share_a_character_with() -> None:
    tokens = Tokens("one two six")
    assert list(tokens.touched(2, 5)) == [0, 1]
    assert list(tokens.touched(3, 4)) == []


@given(st.text("ab. 文。\n", max_size=30))
def test_sentences_begin_at_the_tokens_that_are_told(text: str) -> None:
    tokens = tokens_of(text)
    *firsts, count = tokens.first_of_sentences
    assert [tokens.all[at] for at in firsts] == [sentence[0] for sentence in tokens.sentences]
    assert count == len(tokens.all)
    assert tokens_of(text) is tokens
