"""Words that hold no figure, by the character that they are found by."""

import re

import pytest

from annotator.suggest.figures.passed_over import passed_over

STARTS = "一三五百1t"


def spans(words: list[str], text: str, unless: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    patterns = passed_over(words, unless, STARTS).patterns
    told = re.compile("|".join(f"{re.escape(key)}(?:{rest})" for key, rest in patterns.items()))
    return [found.span() for found in told.finditer(text)]


def test_a_word_is_found_by_its_first_character_where_a_figure_may_start() -> None:
    passed = passed_over(["统一", "张三李四", "一定"], (), STARTS)
    assert passed.patterns.keys() == {"一", "三"}
    assert passed.heads == {"统一", "张三"}


def test_what_stands_before_that_character_must_be_there() -> None:
    assert spans(["统一", "张三李四"], "统一，第一，张三李四，三李四") == [(1, 2), (7, 10)]


def test_of_two_words_the_one_that_starts_first_is_found() -> None:
    assert spans(["星期五", "期五晚上"], "星期五晚上") == [(2, 3)]


def test_words_without_such_a_character_are_found_by_one_that_most_of_them_have() -> None:
    passed = passed_over(["目前", "以前", "双方"], (), STARTS)
    assert passed.heads == {"目前", "以前", "双方"}
    assert passed.patterns.keys() == {"前", "方"}


def test_a_word_in_latin_letters_is_found_by_its_first_one() -> None:
    passed = passed_over(["version 1", "v1"], (), STARTS)
    assert not passed.heads
    assert passed.patterns.keys() == {"v"}


@pytest.mark.parametrize(("text", "count"), [("成百上千", 1), ("成百上千万", 0)])
def test_what_begins_like_a_word_that_holds_a_figure_is_spared(text: str, count: int) -> None:
    assert len(spans(["成百上千"], text, ("成百上千万",))) == count


@pytest.mark.parametrize("text", ["统一百", "1统一百"])
def test_a_word_does_not_end_inside_a_larger_figure(text: str) -> None:
    assert not spans(["统一"], text)
