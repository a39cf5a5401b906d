"""The word lists of labels, as the resources hold them."""

import re

from annotator.reading.words import any_of, words


def test_a_list_gives_words_and_a_string_gives_its_characters() -> None:
    assert "主持人" in words("chinese", "moderators")
    assert {"王", "欧"} <= words("chinese", "surnames")
    assert all(len(character) == 1 for character in words("chinese", "transliteration"))


def test_the_longest_word_is_tried_first() -> None:
    found = re.match(any_of("chinese", "offices"), "副主任委员")
    assert found is not None
    assert found[0] == "副主任"


def test_english_words_are_small_and_hold_no_doubles_of_each_other() -> None:
    for name in ("titles", "ranks", "offices", "reporters", "not_first", "not_anywhere"):
        assert all(word == word.lower() for word in words("english", name))
    assert not words("english", "titles") & words("english", "not_first")
    assert not words("english", "moderators") & words("english", "reporters")


def test_chinese_words_are_known_in_the_characters_of_other_places_too() -> None:
    assert {"說", "説"} <= words("chinese", "verb_endings")
    assert "電視臺" in words("chinese", "outlets")
