"""The figure under the cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.near import WINDOW, figure_at

TEXT = "全市共有2.3万人参加，占三成以上；𠮷县约50—300万元。"


def taken(text: str, position: int) -> str | None:
    """Return the text of the figure at a position."""
    found = figure_at(text, position)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize("figure", ["2.3万人", "三成以上", "约50—300万元"])
def test_every_position_in_and_at_the_ends_takes_the_whole_figure(figure: str) -> None:
    start = TEXT.index(figure)
    for position in range(start, start + len(figure) + 1):
        assert taken(TEXT, position) == figure


@pytest.mark.parametrize("word", ["全市", "参加", "𠮷县"])
def test_away_from_a_figure_there_is_none(word: str) -> None:
    assert figure_at(TEXT, TEXT.index(word) + 1) is None


def test_the_figure_that_holds_the_character_wins_over_the_one_that_ends_there() -> None:
    text = "3月5日120人"
    assert taken(text, text.index("120")) == "120人"
    assert taken(text, text.index("120") - 1) == "3月5日"


@pytest.mark.parametrize("word", ["一套设备", "统一部署", "三", "no one came", ""])
def test_an_article_is_no_figure_under_the_cursor(word: str) -> None:
    assert figure_at(word, min(1, len(word))) is None


def test_a_figure_far_inside_a_long_text_is_found_where_it_is() -> None:
    text = "无" * 5000 + "近千人" + "无" * 5000
    assert figure_at(text, 5001) == (5000, 5003)


def test_the_window_does_not_cut_a_number() -> None:
    text = "总计" + "1" * 10 + "元" + "无" * (WINDOW - 8)
    assert figure_at(text, len(text)) is None
    assert figure_at(text, 5) == (2, 13)


@given(st.text(alphabet="1二三千万人,.-至 aof$%", max_size=60), st.integers(0, 60))
def test_a_figure_found_touches_the_position(text: str, at: int) -> None:
    position = min(at, len(text))
    found = figure_at(text, position)
    assert found is None or found[0] <= position <= found[1] <= len(text)
