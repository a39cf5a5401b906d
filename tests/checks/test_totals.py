"""Totals behind their parts."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "£192 million, £116 million and £58 million; together those take £376 million.",
            ["conflict"],
        ),
        (
            "We put $412 million into police and $236 million in fire. Together it's $658 million.",
            ["conflict"],
        ),
        (
            "We put $412 million into police and $236 million in fire. Together it's $648 million.",
            ["consistent"],
        ),
        (
            "The school's got 210, the fair 145, the church 68. That's 443 people on cots.",
            ["conflict"],
        ),
        ("The school's got 210, the fair 145, the church 68. That's 12 people a bus.", []),
        ("出动水车48辆，消防员162人、民兵54人，总共226人。", ["conflict"]),
        ("新北1萬1,400戶;台中9,600戶;台南4,200戶;三個市加起來2萬5,200戶。", ["consistent"]),
        ("新北1萬1,400戶;台中9,600戶;台南4,200戶;三個市加起來2萬6,200戶。", ["conflict"]),
        ("既有2萬3,500戶、新完工2萬8,200戶、已決標1萬9,300戶,合計7萬2,000戶。", ["conflict"]),
    ],
)
def test_totals_behind_their_parts(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_what_is_so_much_all_told_is_the_total_of_what_stands_before() -> None:
    text = "We have orders for 14,200 residents and warnings for 9,800, so all told {} people."
    assert [v for v, _t in found_in(text.format("26,000"), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("24,000"), "sum")] == ["consistent"]


def test_two_parts_and_their_total_at_once_may_miss_by_a_wrong_digit() -> None:
    text = "中央編列經費34億元，地方配合21億元，總計{}億元。"
    assert [v for v, _t in found_in(text.format(65), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(55), "sum")] == ["consistent"]
    assert "conflict" not in [v for v, _t in found_in(text.format(95), "sum")]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Twenty-six of ours plus nineteen from elsewhere gives us {} engines.", "55", "45"),
        ("护工在职5,200人，缺额1,300人，等于应有人力{}人。", "7,500", "6,500"),
        (
            "The hall has 410 people, the gym 165, and the church 95. All told, {} folks.",
            "690",
            "670",
        ),
    ],
)
def test_what_numbers_come_to_is_told_in_more_words(text: str, wrong: str, right: str) -> None:
    assert [v for v, _ in found_in(text.format(wrong), "sum")] == ["conflict"]
    assert [v for v, _ in found_in(text.format(right), "sum")] == ["consistent"]


@pytest.mark.parametrize(
    "lead", ["Put together that is", "Taken together, that's", "Together it's"]
)
def test_numbers_put_together_are_added_up(lead: str) -> None:
    text = (
        f"About 21,000 people are under orders and a further 35,000 on alert. {lead} {{}} people."
    )
    assert ("conflict", ("63,000", "About 21,000", "35,000")) in found_in(
        text.format("63,000"), "sum"
    )
    assert "conflict" not in [v for v, _texts in found_in(text.format("56,000"), "sum")]


@pytest.mark.parametrize(
    "text",
    [
        "We saw 1,300 square miles on Monday and 2,400 on Tuesday, a total of {} square miles.",
        "Sales were $1.3 billion and fees came to $2.4 billion, for total revenue of ${} billion.",
    ],
)
def test_a_total_of_two_parts_right_in_front_leaves_nothing_out(text: str) -> None:
    wrong, right = ("4,700", "3,700") if "square" in text else ("4.7", "3.7")
    assert [v for v, _texts in found_in(text.format(wrong), "sum")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "sum")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "全年旅客142.6萬人次。東京25.8萬人次、首爾24.1萬人次、河內10.3萬人次，這三個城市合共{}萬人次。",
            ("50.2", "60.2"),
        ),
        (
            "We have 1,100 beds here, 600 there and 2,100 in hotels, giving us {} beds in total.",
            ("4,800", "3,800"),
        ),
        (
            "It is 3,120 tons and a further loss of 1,380 tons. Put together, that's {} tons.",
            ("5,500", "4,500"),
        ),
    ],
)
def test_what_numbers_are_said_to_come_to_is_all_of_them(text: str, total: tuple[str, str]) -> None:
    told = [[v for v, _texts in found_in(text.format(n), "sum")] for n in total]
    assert told == [["conflict"], ["consistent"]]


def test_numbers_of_three_other_units_make_no_total() -> None:
    text = "选派1200名，分8轮次、每轮150人，检查企业2.6万家，问题企业1.1万家，问题总数4.4万个。"
    assert [texts for v, texts in found_in(text, "sum") if v == "conflict"] == []


@pytest.mark.parametrize("seats", ["1萬2,400個", "1萬2,900個", "1萬3,800個"])
@pytest.mark.parametrize("runs", [24, 31, 400])
def test_runs_and_seats_are_added_to_nothing(runs: int, seats: str) -> None:
    text = f"巴士開了{runs}班，提供{seats}座位，一共賣出1萬2,800個。"
    assert found_in(text, "sum") == []
