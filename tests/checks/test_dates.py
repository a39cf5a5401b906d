"""Days that cannot be."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("今天是2024年5月16日，星期五。", "conflict"),
        ("今天是2024年5月16日，星期四。", "consistent"),
        ("今天是2024年3月12日（星期三）。", "conflict"),
        ("今天是2024年3月10日（星期日）。", "consistent"),
        ("今天是2024年3月10日（周天）。", "consistent"),
        ("Today is Thursday, March 6, 2024.", "conflict"),
        ("Today is Wednesday, March 6, 2024.", "consistent"),
        ("我们在2月30日完成。", "conflict"),
        ("8月14日起停业，9月4日复查通过，停业整整两周。", "conflict"),
        ("8月14日起停业，9月4日复查通过，停业整整三周。", "consistent"),
        ("从3月1日开始，到5月31日结束，历时60天。", "conflict"),
        ("从3月1日开始，到5月31日结束，历时92天。", "consistent"),
        ("从12月20日开始，到1月10日结束，历时22天。", "consistent"),
        ("It lasts from September 2 to September 30, exactly four weeks.", "consistent"),
        ("It lasts from September 2 to September 30, exactly six weeks.", "conflict"),
        ("It lasts from November 4 to December 16, so eight weeks.", "conflict"),
        ("专班从4月8日到7月8日开展了为期两个月的攻坚。", "conflict"),
        ("专班从4月8日到7月8日开展了为期三个月的攻坚。", "consistent"),
        ("计划从2024年1月1日到2026年12月31日，共两年。", "conflict"),
        ("计划从2024年1月1日到2026年12月31日，共三年。", "consistent"),
        ("从7月1日到次年8月31日，历时14个月。", "consistent"),
        ("从8月10日到8月25日，为期一个月。", "conflict"),
    ],
)
def test_the_calendar_decides(text: str, verdict: str) -> None:
    assert verdict in [v for v, _texts in found_in(text, "date")]


@pytest.mark.parametrize(
    "text",
    [
        "今天是5月16日。",
        "从3月1日到5月31日，我们有60天没有休息。",
        "2月29日出发。",
        "活动日是5月19日，从5月13日起为期一周。",
    ],
)
def test_what_is_open_is_left_alone(text: str) -> None:
    assert found_in(text, "date") == []


def test_the_working_names_the_day() -> None:
    assert workings_of("今天是2024年5月16日，星期五。", "date") == ["2024年5月16日 is a Thursday."]


def test_a_day_without_a_year_has_the_weekday_of_the_year_that_it_is_now() -> None:
    text = "Today is Tuesday, January 7, 2025. The next briefing is on {}, February 4."
    assert [v for v, _t in found_in(text.format("Wednesday"), "date")] == ["consistent", "conflict"]
    assert [v for v, _t in found_in(text.format("Tuesday"), "date")] == ["consistent", "consistent"]


def test_how_long_people_went_without_is_held_against_the_days() -> None:
    text = "It burst on 12 August and supply was back on 19 August, so some went without for {}."
    assert [v for v, _t in found_in(text.format("ten days"), "date")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("seven days"), "date")] == ["consistent"]


def test_a_closure_is_as_long_as_the_days_between() -> None:
    text = "It closed on 3 March and reopened on 28 April, a closure of {} weeks."
    assert [v for v, _t in found_in(text.format("six"), "date")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("eight"), "date")] == ["consistent"]


def test_a_day_so_many_weeks_after_another_is_counted_from_it() -> None:
    text = "桥梁在9月23日冲毁，便道预计10月21日通车，也就是{}个星期以后。"
    assert [v for v, _t in found_in(text.format("三"), "date")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("四"), "date")] == ["consistent"]


@pytest.mark.parametrize(
    ("before", "verdicts"), [("本月", ["conflict"]), ("去年", ["conflict"]), ("比去年高的", [])]
)
def test_the_day_of_the_text_tells_the_year_of_days_of_that_year(
    before: str, verdicts: list[str]
) -> None:
    text = f"2025年1月7日，省政府召开发布会。\n{before}1月9日（星期五）已经启动。"
    assert [verdict for verdict, _texts in found_in(text, "date")] == verdicts


@pytest.mark.parametrize(("exactly", "verdict"), [("刚好", "conflict"), ("历时", "consistent")])
def test_what_is_said_to_be_exact_is_held_exactly(exactly: str, verdict: str) -> None:
    text = f"专线去年3月1日开通，到今年1月31日{exactly}一年。"
    assert [found for found, _texts in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(("weeks", "verdict"), [("six", "conflict"), ("four", "consistent")])
def test_how_long_work_takes_may_be_told_before_its_days(weeks: str, verdict: str) -> None:
    text = f"Work takes {weeks} weeks: it began on July 10 and we'll be done by August 7."
    assert [v for v, _ in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(("days", "verdict"), [("二十天", "conflict"), ("三十天", "consistent")])
def test_there_is_only_so_much_time_between_two_days(days: str, verdict: str) -> None:
    text = f"从12月1日起受理，到12月31日只有{days}时间。"
    assert [v for v, _ in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(("weekday", "verdict"), [("星期六", "conflict"), ("星期日", "consistent")])
def test_a_weekday_may_stand_further_behind_its_day(weekday: str, verdict: str) -> None:
    text = f"以下是主席今日（2026年1月20日）会见传媒：\n去年12月21日是最繁忙的一日，适逢{weekday}。"
    assert [found for found, _texts in found_in(text, "date")] == [verdict]
