"""The one length of time told with two days, or with two times of one."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        "At 3:14 p.m. they told them to wait. That was {} before the last call at 3:20.",
        "16 minutes",
        "six minutes",
    ),
    ("Two officers ride every train from 9 p.m. to 5 a.m., a {} tour.", "six-hour", "eight-hour"),
    (
        "One storm struck on October 24. The other came on November 7, so it is just {}.",
        "nine days",
        "14 days",
    ),
    ("It was declared on May 28 for {}, so it runs out on June 20.", "30 days", "23 days"),
    (
        "The opening was set for 29 April. We open on Monday, 13 May, just {} late.",
        "three weeks",
        "two weeks",
    ),
    ("On 28th September, which was {} after the 16th, it had doubled.", "22 days", "12 days"),
    ("救援队3月30日抵达，4月8日完成任务回国，工作了{}。", "19天", "十天"),
    ("4月3日7点58分发生地震。最大余震是8点11分的那次，只隔了{}。", "33分钟", "13分钟"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), CASES)
def test_the_only_length_is_that_between_the_only_two_days_or_times(
    text: str, wrong: str, right: str
) -> None:
    told = [{v for v, _texts in found_in(text.format(x), "date")} for x in (wrong, right)]
    assert told == [{"conflict"}, {"consistent"}]


@pytest.mark.parametrize(
    "text",
    [
        "It was declared on May 28 and is renewed every two weeks, the next time on June 20.",
        "The call is at 1.30pm our time, 9.30pm in London, half an hour after we close.",
        "At 3:20 p.m., 43 minutes into the flight, and at 3:16 it was seen.",
        "It was called on May 28 with five days of warning, two of talks, and June 20 as its end.",
        "The plan of May 28 gives pupils 200 days at school from June 20 on.",
    ],
)
def test_a_length_of_another_time_is_held_against_nothing(text: str) -> None:
    assert [found for found in found_in(text, "date") if found[0] == "conflict"] == []
