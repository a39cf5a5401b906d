"""Several texts held against each other: only what speaks of one time and place can clash."""

from dataclasses import replace

import pytest

from annotator.checks.between import Examined, check_between
from annotator.model.ids import DocumentId
from annotator.workspace.checking import examine

CHARGERS = "去年全市新增充电桩{}个，完成年度任务。"
JOBS = "全市城镇新增就业{}万人，超额完成目标。"
THIS_YEAR = "今年全市新增充电桩{}个，完成年度任务。"
CASES = "The city has treated {} patients with the new vaccine programme."


def told(text: str, title: str = "", date: str = "", place: str = "") -> Examined:
    return replace(examine(DocumentId("d"), text), title=title, date=date, place=place)


def verdicts(first: Examined, second: Examined) -> list[str]:
    return [check.verdict.value for check in check_between([first, second])]


@pytest.mark.parametrize(
    ("text", "numbers", "dates", "expected"),
    [
        (CHARGERS, ("4620", "4260"), ("2025-03-01", "2025-09-02"), ["conflict"]),
        (CHARGERS, ("4620", "4620"), ("2025-03-01", "2025-09-02"), ["consistent"]),
        (CHARGERS, ("4620", "4260"), ("2024-03-01", "2025-03-01"), []),
        (CHARGERS, ("4620", "4620"), ("2024-03-01", "2025-03-01"), []),
        (CHARGERS, ("4620", "4260"), ("", ""), ["undetermined"]),
        (CHARGERS, ("4620", "4620"), ("", ""), ["consistent"]),
        (JOBS, ("12.3", "12.6"), ("", ""), ["undetermined"]),
        (JOBS, ("12.3", "12.6"), ("2024-01-20", "2025-01-20"), ["undetermined"]),
        (JOBS, ("12.3", "12.6"), ("2025-01-20", "2025-01-20"), ["conflict"]),
        (JOBS, ("12.3", "12.6"), ("2025", "2025"), ["undetermined"]),
        (CASES, ("4,620", "4,260"), ("2025-01-20", "2025-01-20"), ["conflict"]),
        (CASES, ("4,620", "4,260"), ("", ""), ["undetermined"]),
    ],
)
def test_what_differs_is_a_conflict_only_at_one_time(
    text: str, numbers: tuple[str, str], dates: tuple[str, str], expected: list[str]
) -> None:
    first, second = (
        told(text.format(n), date=date) for n, date in zip(numbers, dates, strict=True)
    )
    assert verdicts(first, second) == expected


def test_relative_years_are_counted_from_the_year_in_the_title() -> None:
    before = told(THIS_YEAR.format(4620), title="2023年度新闻发布会")
    after = told(THIS_YEAR.format(4260), date="2023-05-01")
    assert verdicts(before, after) == ["conflict"]
    assert verdicts(before, replace(after, date="2024-05-01")) == []


def test_texts_of_different_places_do_not_clash() -> None:
    first = told(CHARGERS.format(4620), "清河市发布会", "2025-03-01")
    second = told(CHARGERS.format(4260), "临江市发布会", "2025-03-01")
    assert verdicts(first, second) == ["undetermined"]
    assert verdicts(first, replace(second, title="清河市第二场发布会")) == ["conflict"]


def test_passages_count_in_their_own_text_also_where_names_are_equal() -> None:
    first, second = told("前言。" + CHARGERS.format(4620)), told(CHARGERS.format(4620))
    [check] = check_between([first, second])
    for passage, text in zip(check.passages, (first.text, second.text), strict=True):
        assert text[passage.start : passage.end] == "4620个"


def test_a_single_text_is_not_held_against_itself() -> None:
    assert not list(check_between([told(CHARGERS.format(4620) * 2)]))
