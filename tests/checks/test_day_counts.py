"""The number of today among the days of something."""

import pytest

from tests.checks.reading import found_in

_ENGLISH = "Good morning. Today is 3 August 2024. "
_CHINESE = "2024年8月3日，省政府举行新闻发布会。\n"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            _ENGLISH + "The slope gave way on 30 July. Today we're on the {} day of the search.",
            "eighth",
            "fifth",
        ),
        (
            _ENGLISH + "We noticed it on 30 July. It was stopped at once. So today's day {} of it.",
            "9",
            "5",
        ),
        (_CHINESE + "滑坡发生在7月30日，今天是搜救的{}。", "第八天", "第五天"),
        (_CHINESE + "滑坡发生在7月30日，搜救已进入{}。", "第9天", "第5天"),
    ],
)
def test_a_day_has_the_number_of_days_that_passed(text: str, wrong: str, right: str) -> None:
    told = [[v for v, _ in found_in(text.format(n), "date")] for n in (wrong, right)]
    assert told == [["conflict"], ["consistent"]]


@pytest.mark.parametrize(
    "text",
    [
        _ENGLISH + "It began on 30 July. On the eighth day of every month we meet.",
        _ENGLISH + "It began on 30 July. Today it is day 90 of another thing.",
        _ENGLISH + "Today we're on the eighth day of the search.",
        "It began on 30 July. Today we're on the eighth day of it.",
    ],
)
def test_a_day_that_is_counted_from_no_day_told_is_left_alone(text: str) -> None:
    assert found_in(text, "date") == []
