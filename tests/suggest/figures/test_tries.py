"""Patterns for lists of words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.tries import (
    FirstWords,
    any_word,
    any_word_backwards,
    words_by_first,
)

WORDS = st.lists(st.text("ab人个", min_size=1, max_size=5), min_size=1, max_size=6)


@given(WORDS, st.text("人个", max_size=6))
def test_chinese_words_match_as_the_longest_that_fits(words: list[str], text: str) -> None:
    han = [word for word in words if not word.isascii() and not set(word) & set("ab")]
    fitting = [word for word in han if text.startswith(word)]
    found = re.compile(any_word(han)).match(text)
    assert (found.group() if found else None) == max(fitting, key=len, default=None)


@given(WORDS)
def test_every_word_matches_itself_in_both_directions(words: list[str]) -> None:
    for word in words:
        assert re.compile(any_word(words)).fullmatch(word)
        assert re.compile(any_word_backwards(words)).fullmatch(word[::-1])


def test_latin_words_do_not_run_on_and_spaces_stretch() -> None:
    pattern = re.compile(any_word(["mile", "square mile"]))
    assert pattern.search("square \n mile")
    assert not pattern.search("milestone smile")


def test_no_words_match_nothing() -> None:
    assert not re.compile(any_word([])).match("")


def test_rests_follow_their_first_character() -> None:
    rests = words_by_first(["十分", "十足", "一"])
    assert set(rests) == {"十", "一"}
    assert re.compile("十" + rests["十"]).fullmatch("十足")


@given(WORDS, st.text("ab人个", max_size=6))
def test_words_sorted_by_their_first_character_match_alike(words: list[str], text: str) -> None:
    one, other = FirstWords(words).match(text), re.compile(any_word(words)).match(text)
    assert (one and one.group()) == (other and other.group())


def test_a_word_that_begins_with_a_space_matches_any_white_space() -> None:
    words = FirstWords([" years old"])
    assert words.match("\n years old")
    assert words.match("years old") is None
