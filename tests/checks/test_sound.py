"""Figures in order for arithmetic."""

from dataclasses import replace

import pytest

from annotator.checks.sound import sound
from annotator.checks.statement import Statement
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.records import Figure

FIGURE = Statement(DocumentId("d"), 0, 2, "12", Figure(AnnotationId("a"), "12", "12"))


def numbers(low: str, high: str, kind: str = "cardinal") -> tuple[str, str]:
    figure = replace(FIGURE.figure, low=low, high=high, kind=kind)
    [told] = sound([replace(FIGURE, figure=figure)], 2)
    return told.figure.low, told.figure.high


def test_a_figure_in_order_stays_itself() -> None:
    assert list(sound([FIGURE], 2)) == [FIGURE]


@pytest.mark.parametrize("wrong", ["NaN", "Infinity", "twelve", "1e999999", "0." + "0" * 60 + "1"])
def test_what_is_no_number_or_beyond_use_is_left_out(wrong: str) -> None:
    assert numbers(wrong, wrong) == ("", "")
    assert numbers("3", wrong) == ("3", "")
    assert numbers(wrong, "3") == ("", "")


def test_ends_of_a_range_are_put_in_order_but_a_ratio_keeps_its_own() -> None:
    assert numbers("5", "3") == ("3", "5")
    assert numbers("5", "3", "ratio") == ("5", "3")


def test_figures_outside_the_text_are_left_out() -> None:
    assert not list(sound([FIGURE], 1))
    assert not list(sound([replace(FIGURE, end=0)], 2))
