"""Lists of words as patterns."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.word_patterns import words_pattern

TRIES = 4
"""How often a time is taken before it counts as too long: a busy machine may be slow once."""


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("more than", "it was more than that"),
        ("more than", "more\nthan"),
        ("increas*", "it increased"),
        ("no * was", "and no bridge was hit"),
        ("由…到", "由五元提高到六元"),
        ("^请", "请提问"),
        ("吗$", "是吗？"),
        ("吗$", "是吗。”"),
        ("我[!们国]", "我想"),
        ("[<!重主]要", "还要"),
        ("i'm", "well, i'm here"),
        ("a.b", "say a.b now"),
    ],
)
def test_a_word_is_found(word: str, text: str) -> None:
    assert words_pattern([word]).search(text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("than", "thank you"),
        ("than", "xthan"),
        ("cause", "because"),
        ("no * was", "no bridge or road was hit"),
        ("由…到", "由五元，提高到六元"),
        ("^请", "邀请"),
        ("吗$", "是吗是"),
        ("我[!们国]", "我们"),
        ("[<!重主]要", "重要"),
        ("a.b", "say acb now"),
    ],
)
def test_what_only_looks_like_it_is_not_found(word: str, text: str) -> None:
    assert not words_pattern([word]).search(text)


def test_no_words_find_nothing() -> None:
    assert not words_pattern([]).search("anything")


@given(st.lists(st.text(min_size=1, max_size=8)), st.text())
def test_any_words_make_a_pattern(words: list[str], text: str) -> None:
    words_pattern(words).search(text)


def test_a_gap_takes_linear_time() -> None:
    pattern = words_pattern(["由…到…为", "no * * was"])

    def seconds(size: int) -> float:
        started = process_time()
        assert not pattern.search("由到" * size + "no " * size)
        return process_time() - started

    seconds(100)
    assert any(seconds(40_000) < 8 * max(seconds(10_000), 0.005) for _ in range(TRIES))


def test_of_two_words_that_begin_alike_the_longer_one_is_found() -> None:
    found = words_pattern(["as you know", "as you know that"]).search("as you know that it is")
    assert found is not None
    assert found.group() == "as you know that"
