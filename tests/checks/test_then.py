"""Two numbers of which one is of a time before."""

import pytest

from annotator.checks.then import is_past, then_and_now
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年投资240亿元，今年完成300亿元。", ("240亿元", "300亿元")),
        ("今年完成300亿元，去年是240亿元。", ("240亿元", "300亿元")),
        ("8月有68亿元，7月有85亿元。", ("85亿元", "68亿元")),
        ("上周门诊11400人，前一周是10200人。", ("10200人", "11400人")),
        ("今年完成300亿元，今年签约240亿元。", None),
        ("去年投资240亿元；今年完成300亿元。", None),
    ],
)
def test_the_number_of_the_time_before_comes_first(
    text: str, expected: tuple[str, str] | None
) -> None:
    scene = scene_of(text)
    amounts = [s for s in scene.statements if s.figure.low]
    found = then_and_now(scene, *amounts)
    assert (found and tuple(s.text for s in found)) == expected


def test_numbers_whose_changes_are_told_in_turn_are_no_pair() -> None:
    text = "去年受理3.61万人，批准2.48万人，同比{}下降14.2%、11.7%。"
    assert found_in(text.format("分别"), "growth") == []
    assert found_in(text.format(""), "growth") != []


def test_words_for_a_time_before_make_a_number_past() -> None:
    scene = scene_of("When we took over, before the storm, there were 400 beds. Now there are 500.")
    assert [is_past(scene, s) for s in scene.statements] == [True, False]
