"""Where a figure may start, and the words that hold none."""

import pytest

from annotator.suggest.figures.scanner import scanner, scanner_for
from annotator.suggest.figures.units import vocabulary

PATTERN = scanner(("十分", "统一", "group of 7"), ("十分钟",))


@pytest.mark.parametrize(
    ("text", "start"),
    [("共12个", 1), ("约三成", 1), ("第一", 0), ("数十", 0), ("in May 5", 3), ("a third", 0)],
)
def test_a_start_is_found_and_is_no_word(text: str, start: int) -> None:
    found = PATTERN.search(text.lower())
    assert found is not None
    assert found.start() == start
    assert found.lastindex


@pytest.mark.parametrize("text", ["十分重要", "统一"])
def test_a_word_that_is_no_figure_is_told_apart(text: str) -> None:
    found = PATTERN.search(text)
    assert found is not None
    assert found.lastindex is None


def test_a_word_that_only_begins_alike_is_a_start() -> None:
    found = PATTERN.search("十分钟")
    assert found is not None
    assert found.lastindex


@pytest.mark.parametrize("text", ["often", "a dog", "零下", "千瓦", "好人", "none"])
def test_nothing_starts_there(text: str) -> None:
    assert PATTERN.search(text) is None


@pytest.mark.parametrize("text", ["统一千瓦", "group of 77"])
def test_a_word_does_not_end_inside_a_larger_numeral(text: str) -> None:
    found = PATTERN.search(text)
    assert found is None or found.lastindex


def test_a_text_without_chinese_is_searched_with_fewer_branches() -> None:
    words = vocabulary()
    plain = scanner_for("12 boats", (0, 8), words)
    full = scanner_for("12条船", (0, 4), words)
    assert len(plain.pattern) < len(full.pattern)
    assert [m.span() for m in plain.finditer("one of 12")] == [
        m.span() for m in full.finditer("one of 12")
    ]
    assert scanner_for("十条船 12", (4, 6), words) is plain
