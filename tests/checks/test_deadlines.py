"""The day of one event told twice."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "网上报名从5月12日开始，到5月25日截止。\n家长：网上报名什么时候截止？\n赵：报名5月28日截止。",
            ("5月25日", "5月28日"),
        ),
        (
            "The new bridge opens on June 3.\nQ: And the ferry?\nThe new bridge opens on June 8.",
            ("June 3", "June 8"),
        ),
    ],
)
def test_two_days_of_one_event_are_a_conflict(text: str, days: tuple[str, ...]) -> None:
    assert ("conflict", days) in found_in(text, "date")


@pytest.mark.parametrize(
    "text",
    [
        "网上报名5月25日截止。\n民办学校摇号报名5月25日截止。",
        "网上报名5月25日截止。\n补报名推迟到5月28日截止。",
        "网上报名5月12日开始。\n网上报名5月28日截止。",
        "网上报名2024年5月12日开始。\n网上报名2025年5月10日开始。",
        "The north bridge opens on June 3.\nThe south bridge opens on June 8.",
        "The bridge opens on June 3.\nA court hearing opens on June 8.",
    ],
)
def test_other_events_and_moved_days_are_none(text: str) -> None:
    assert all(verdict != "conflict" for verdict, _texts in found_in(text, "date"))


def test_what_has_not_been_put_off_is_still_on_the_day_told_before() -> None:
    text = (
        "地铁12号线计划2026年6月通车。\n记者：地铁通车时间是不是推迟了？\n"
        "康立：地铁没有推迟，还是2026年{}月通车。"
    )
    assert ("conflict", ("2026年6月", "2026年12月")) in found_in(text.format(12), "date")
    assert found_in(text.format(6), "date") == []


def test_years_far_apart_are_of_two_beginnings() -> None:
    text = "该县{}年开始推行计划生育，成效明显。\n这项活动从1989年开始推行，与计划生育结合。"
    assert found_in(text.format("1976"), "date") == []
