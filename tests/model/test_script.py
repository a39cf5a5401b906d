"""Text in one script, as long as before."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.script import folded


def test_traditional_characters_full_width_and_capitals_become_one_form() -> None:
    assert folded("國務院發佈會，增長１２％　OK’s") == "国务院发布会，增长12% ok's"


def test_marks_that_end_a_clause_stay() -> None:
    assert folded("好，是；吗？！（）：") == "好，是；吗？！（）："


@given(st.text())
def test_positions_stay_and_a_second_time_changes_nothing(text: str) -> None:
    once = folded(text)
    assert len(once) == len(text)
    assert len(folded(once)) == len(once)
