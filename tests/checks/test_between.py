"""Several texts held against each other: only what speaks of one time and place can clash."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

import pytest

from annotator.checks.accounts import Account, Examined, account_of
from annotator.checks.between import AROUND, COMMON, check_between
from annotator.model.ids import DocumentId
from annotator.workspace.checking import examine

CHARGERS = "去年全市新增充电桩{}个，完成年度任务。"
JOBS = "全市城镇新增就业{}万人，超额完成目标。"
THIS_YEAR = "今年全市新增充电桩{}个，完成年度任务。"
CASES = "The city has treated {} patients with the new vaccine programme."


def told(text: str, title: str = "", date: str = "", place: str = "") -> Examined:
    return replace(examine(DocumentId("d"), text), title=title, date=date, place=place)


def verdicts(first: Examined, second: Examined) -> list[str]:
    return [told.check.verdict.value for told in check_between(accounts(first, second))]


def accounts(*examined: Examined) -> list[Account]:
    return [account_of(DocumentId(str(n)), each) for n, each in enumerate(examined)]


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


def test_last_year_of_one_text_is_this_year_of_another() -> None:
    before = told(THIS_YEAR.format(4620), date="2023-12-20")
    after = told(CHARGERS.format(4260), date="2024-02-01")
    assert verdicts(before, after) == ["conflict"]
    assert verdicts(before, replace(after, date="2025-02-01")) == []
    assert verdicts(replace(before, date=""), after) == []


def test_texts_of_different_places_do_not_clash() -> None:
    first = told(CHARGERS.format(4620), "清河市发布会", "2025-03-01")
    second = told(CHARGERS.format(4260), "临江市发布会", "2025-03-01")
    assert verdicts(first, second) == ["undetermined"]
    assert verdicts(first, replace(second, title="清河市第二场发布会")) == ["conflict"]


def test_passages_count_in_their_own_text_also_where_names_are_equal() -> None:
    first, second = told("前言。" + CHARGERS.format(4620)), told(CHARGERS.format(4620))
    [found] = check_between(accounts(first, second))
    for passage, text in zip(found.check.passages, (first.text, second.text), strict=True):
        assert text[passage.start : passage.end] == "4620个"
    for excerpt in found.excerpts:
        assert excerpt.text[excerpt.start : excerpt.end] == "4620个"
        assert "全市新增充电桩" in excerpt.text


def test_a_single_text_is_not_held_against_itself() -> None:
    assert not list(check_between(accounts(told(CHARGERS.format(4620) * 2))))


def test_what_is_said_everywhere_says_nothing_of_two_documents() -> None:
    many = [told(CHARGERS.format(4620 + n), date="2025-03-01") for n in range(COMMON + 1)]
    assert list(check_between(accounts(*many))) == []
    assert list(check_between(accounts(*many[:3])))


class Counting(Sequence[Account]):
    """Accounts that count how often each is asked for."""

    def __init__(self, accounts: list[Account]) -> None:
        self._accounts = accounts
        self.asked = Counter[int]()

    def __len__(self) -> int:
        return len(self._accounts)

    @overload
    def __getitem__(self, number: int) -> Account: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Account]: ...
    def __getitem__(self, number: int | slice) -> Account | Sequence[Account]:
        assert isinstance(number, int)
        found = self._accounts[number]
        self.asked[number] += 1
        return found


def test_accounts_are_asked_for_once_and_again_only_where_there_is_something_to_compare() -> None:
    alike = [told(CHARGERS.format(4620), date="2025-03-01") for _n in range(2)]
    others = [told(f"第{n}号仓库去年存放器材{n * 7919}箱。") for n in range(2, 60)]
    counting = Counting(accounts(*others, *alike))
    reports: list[tuple[int, int]] = []
    found = list(check_between(counting, lambda done, total: reports.append((done, total))))
    assert len(found) == 1
    assert max(counting.asked.values()) == 2
    assert sum(counting.asked.values()) <= len(counting) + 4
    assert reports[0][0] == 0


def test_a_number_that_the_other_document_has_too_is_no_other_one() -> None:
    text = "去年全市新增充电桩{}个，完成年度任务。去年全省新增充电桩{}个，完成年度任务。"
    both = [told(text.format(4620, 4260), date="2025-03-01"), told(text.format(4620, 4260))]
    assert "conflict" not in verdicts(*both)


def test_an_excerpt_is_short_also_where_the_sentence_is_long() -> None:
    text = "前面很长，" * 60 + CHARGERS
    pair = [told(text.format(n), date="2025-03-01") for n in (4620, 4260)]
    [found] = check_between(accounts(*pair))
    assert all(len(excerpt.text) <= 2 * AROUND + 5 for excerpt in found.excerpts)
