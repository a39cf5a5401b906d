"""What is concluded from numbers in the sentences before."""

import pytest

from tests.checks.reading import found_in, workings_of

CONCLUDED = [
    ("A lunch cost $3.60 two years ago. Today it's $4.50. So it's up {}.", "25%", "15%", "growth"),
    (
        "We had 40,000 customers out. It's now down to 6,000, so we've put {} back on.",
        "34,000",
        "31,000",
        "sum",
    ),
    ("停水最多的時候是4萬戶,到現在剩下6千戶,等於已經恢復了{}。", "85%", "75%", "share"),
    (
        "We heard from 12,400 parents, and 9,300 of them said they come 4 days a week. That's {}.",
        "75 percent",
        "85 percent",
        "share",
    ),
    (
        "Priority calls, the average was nine minutes and now it's six. We cut it by {}.",
        "a third",
        "half",
        "growth",
    ),
    (
        "In July it was 24 minutes. In December, 18 minutes. That's a {} improvement.",
        "25%",
        "40%",
        "growth",
    ),
    (
        "Total debt is $3.4 billion. When we started it was $2.6 billion, so we've added {}.",
        "$0.8 billion",
        "$1.2 billion",
        "growth",
    ),
    (
        "We had 2,100 a year. Last year it was 4,200. So we've {} it.",
        "doubled",
        "tripled",
        "growth",
    ),
    (
        "It stands at 61,200; in January it was 63,500, so it's down by {}.",
        "2,300",
        "3,300",
        "growth",
    ),
    (
        "We had 140 of them, and each one did five shifts, so that's {} shifts.",
        "700",
        "900",
        "share",
    ),
    ("Of the 21,000, social homes were 8,400. That's {} of it all.", "40 percent", "half", "share"),
    ("釋出640戶,有9,600個家庭來登記,等於{}個家庭搶一戶。", "15", "12", "share"),
    ("前年的门诊量是40万人次。去年到了50万人次。也就是说增长了{}。", "25%", "35%", "growth"),
    (
        "Bonds stand at $142 million. In 2022 it was $210 million. So {} ran off.",
        "$68 million",
        "$78 million",
        "sum",
    ),
    (
        "Of eighth graders 58 percent can swim. That was 49 percent last year, so we're up {}.",
        "9 points",
        "11 points",
        "growth",
    ),
    (
        "We have 640 beds, and tonight 589 are occupied, so we're at {}.",
        "92 percent",
        "98 percent",
        "share",
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong", "kind"), CONCLUDED)
def test_a_conclusion_is_held_against_what_was_told(
    text: str, right: str, wrong: str, kind: str
) -> None:
    assert "consistent" in [verdict for verdict, _texts in found_in(text.format(right), kind)]
    assert "conflict" in [verdict for verdict, _texts in found_in(text.format(wrong), kind)]


@pytest.mark.parametrize(
    "text",
    [
        "We have 40 schools. Some 1,200 teachers work there. So enrolment is up 15 percent.",
        "We were at 71 percent and now it's 78. We hired 212; 145 left us. So we're up 57.",
        "40,000 were out. So far 31,000 calls came in.",
        "A lunch was $3.60 two years ago. Today it's $4.50. Enrolment is up 15 percent.",
    ],
)
def test_what_follows_from_nothing_is_no_conflict(text: str) -> None:
    assert "conflict" not in [v for kind in ("growth", "sum") for v, _t in found_in(text, kind)]


def test_the_arithmetic_is_shown() -> None:
    text = CONCLUDED[2][0].format("75%")
    assert workings_of(text, "share") == ["From 4萬戶 to 6千戶 is a fall of 85%; stated is 75%."]


def test_a_change_is_concluded_from_the_last_two_levels() -> None:
    text = (
        "Yesterday we had 642 new cases, and the average is 560. Two weeks ago that average"
        " was 700, so we've come down by a {}."
    )
    assert "conflict" not in [v for v, _texts in found_in(text.format("fifth"), "growth")]
    assert ("conflict", ("700", "560", "third")) in [
        (v, tuple(t.removeprefix("a ") for t in texts))
        for v, texts in found_in(text.format("third"), "growth")
    ]


@pytest.mark.parametrize(("bill", "verdict"), [("$9", "conflict"), ("$11", "consistent")])
def test_two_numbers_may_be_multiplied_in_so_many_words(bill: str, verdict: str) -> None:
    text = f"The average cost is $383. There are 29,000. Multiply the two: it is {bill} million."
    assert [v for v, _ in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(("each", "verdict"), [("twenty", "conflict"), ("twelve", "consistent")])
def test_how_many_there_are_for_each_may_be_concluded(each: str, verdict: str) -> None:
    text = (
        "About 19,000 of them are enrolled. There are 1,600 schools in the system, "
        f"so on average a school got about {each} of these kids."
    )
    assert [v for v, _ in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Debt went from $155 billion to $175 billion, meaning another ${} billion.",
            25,
            20,
        ),
        ("Our staff was reduced from 660 to 540, that's {} percent.", 25, 18),
    ],
)
def test_what_lies_between_two_levels_may_be_concluded(text: str, wrong: int, right: int) -> None:
    assert [v for v, _ in found_in(text.format(wrong), "growth")] == ["conflict"]
    assert [v for v, _ in found_in(text.format(right), "growth")] == ["consistent"]


@pytest.mark.parametrize(("gap", "verdict"), [("1.9", "conflict"), ("0.9", "consistent")])
def test_a_fall_leaves_a_gap_however_far_off(gap: str, verdict: str) -> None:
    text = f"It falls from $12.5 million to $11.6 million, and so we are short ${gap} million."
    assert [v for v, _ in found_in(text, "sum")] == [verdict]


def test_numbers_that_are_told_to_fall_are_not_turned_round_for_a_rise() -> None:
    text = (
        "14,230 people are in hospital, down from over 15,000. Sadly, 21,640 have now died. "
        "That is an increase of 540 deaths since Monday."
    )
    assert found_in(text, "growth") == []
