"""Shares of what is left of a whole."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("专责病房共有3200床，目前使用1920床，空床率40%。", "consistent"),
        ("專責病房共有3200床，目前使用1920床，空床率60%。", "conflict"),
        ("全市共有学校240所，其中180所已完成改造，未完成的占25%。", "consistent"),
        ("全市共有学校240所，其中180所已完成改造，未完成的占35%。", "conflict"),
        ("全国共1400个县，覆盖率达到97%，还有42个县没有覆盖。", "consistent"),
        ("全国共1420个县，覆盖率达到98%，还有42个县没有覆盖。", "conflict"),
        (
            "We have 1,500 beds, 900 of them occupied, so a vacancy rate of 40 percent.",
            "consistent",
        ),
        ("We have 1,500 beds, 900 of them occupied, so a vacancy rate of 60 percent.", "conflict"),
        ("There are 600 homes. 450 of them were inspected, so 35 percent have not.", "conflict"),
        ("There are 600 homes. 450 of them were seen, and 25 percent still wait.", "consistent"),
        ("全市600个小区中，150个没有电梯，占25%。", "consistent"),
        ("全市600个小区中，150个没有电梯，占35%。", "conflict"),
        ("Of the 600 homes, 150 have not been inspected, that's 25 percent.", "consistent"),
    ],
)
def test_a_share_is_of_the_rest_where_words_say_so_of_it_alone(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


def test_the_working_tells_what_is_left() -> None:
    text = "专责病房共有3200床，目前使用1920床，空床率60%。"
    assert workings_of(text, "share") == ["3200床 without 1920床 is 40.0% of it; stated is 60%."]


@pytest.mark.parametrize(("left", "verdict"), [("5", "consistent"), ("6", "conflict")])
def test_what_is_still_worked_on_is_left(left: str, verdict: str) -> None:
    text = f"公路中斷14處，已經搶通9處，還有{left}處在搶修。"
    assert [v for v, _texts in found_in(text, "sum")] == [verdict]
