"""Where a figure may start, and the words that hold none."""

import re

import pytest

from annotator.suggest.figures.scanner import scanner, scanner_for
from annotator.suggest.figures.units import vocabulary

SCANNER = scanner(("十分", "统一", "周五", "目前", "group of 7"), ("十分钟",))


def found_in(text: str, at: int = 0) -> re.Match[str] | None:
    return SCANNER.search(text, at, len(text))


@pytest.mark.parametrize(
    ("text", "start"),
    [("共12个", 1), ("约三成", 1), ("第一", 0), ("数十", 0), ("in May 5", 3), ("a third", 0)],
)
def test_a_start_is_found_and_is_no_word(text: str, start: int) -> None:
    found = found_in(text.lower())
    assert found is not None
    assert found.start() == start
    assert found.lastindex


@pytest.mark.parametrize("text", ["十分重要", "统一"])
def test_a_word_that_is_no_figure_is_told_apart(text: str) -> None:
    found = found_in(text)
    assert found is not None
    assert found.lastindex is None


def test_a_word_that_only_begins_alike_is_a_start() -> None:
    found = found_in("十分钟")
    assert found is not None
    assert found.lastindex


@pytest.mark.parametrize("text", ["often", "a dog", "零下", "千瓦", "好人", "none"])
def test_nothing_starts_there(text: str) -> None:
    assert found_in(text) is None


@pytest.mark.parametrize("text", ["统一千瓦", "group of 77"])
def test_a_word_does_not_end_inside_a_larger_numeral(text: str) -> None:
    found = found_in(text)
    assert found is None or found.lastindex


def test_a_word_is_found_by_the_character_where_a_figure_may_start() -> None:
    found = found_in("已经统一。")
    assert found is not None
    assert (found.span(), found.lastindex) == ((3, 4), None)


def test_a_word_whose_start_a_figure_has_taken_is_none() -> None:
    whole, torn = found_in("每周五"), found_in("每3周五次", 3)
    assert whole is not None
    assert torn is not None
    assert (whole.lastindex, torn.group(), bool(torn.lastindex)) == (None, "五", True)


def test_a_word_without_a_numeral_is_passed_over_too() -> None:
    found = found_in("目前")
    assert found is not None
    assert found.lastindex is None


def test_a_text_without_chinese_is_searched_with_fewer_branches() -> None:
    words = vocabulary()
    plain, full = scanner_for("12 boats", (0, 8), words), scanner_for("12条船", (0, 4), words)
    assert len(plain.pattern.pattern) < len(full.pattern.pattern)
    spans = [[m.span() for m in each.pattern.finditer("one of 12")] for each in (plain, full)]
    assert spans[0] == spans[1]
    assert scanner_for("十条船 12", (4, 6), words) is plain
