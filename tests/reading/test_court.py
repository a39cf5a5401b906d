"""Who speaks in a court."""

import pytest

from annotator.reading.court import in_court, of_court
from tests.reading.sighted import found_by, sighted


def told_in_court(text: str) -> list[str]:
    """Return who speaks for a court, as tall labels in a text show it."""
    found = sighted(text)
    tall = [s for s in found if s.verdict.name.isupper()]
    return [s.verdict.name for s in of_court(tall, found)]


def test_all_speak_in_court_where_its_judge_does_again_and_again() -> None:
    heard = "审判长：开庭。\n原告：付款。\n审判长：答辩。\n被告：不付。"
    speaking = ["审判长", "原告", "审判长", "被告"]
    assert found_by(lambda _, found: in_court(found), heard) == speaking
    in_brackets = heard.replace("审判长", "[审判长]").replace("被告", "[被告]")
    assert found_by(lambda _, found: in_court(found), in_brackets) == ["审判长", "审判长", "被告"]
    assert found_by(lambda _, found: in_court(found), "原告：某公司\n被告：某某") == []


def test_who_is_no_party_speaks_in_no_court() -> None:
    heard = "审判长：开庭。\n原告二：付款。\n合计：两项。\n审判长：答辩。"
    speaking = ["审判长", "原告二", "审判长"]
    assert found_by(lambda _, found: in_court(found), heard) == speaking
    assert found_by(lambda _, found: in_court(found), heard.replace("审判长：答辩", "完")) == []


SURE = "MR. LANE: Yes.\nMS. ROWE: No.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SURE}THE WITNESS: I saw it.\nTHE COURT: Go on.\n", ["THE WITNESS", "THE COURT"]),
        (f"{SURE}COURT: Go on.\n", ["COURT"]),
        ("MR. LANE: Yes.\nTHE WITNESS: I saw it.\n", []),
        ("Q. Did you?\nA. Yes.\nTHE WITNESS: I saw it.\n", ["THE WITNESS"]),
        (f"{SURE}NOTE: Exhibit two.\n", []),
    ],
)
def test_a_witness_speaks_where_others_surely_do(text: str, expected: list[str]) -> None:
    assert told_in_court(text) == expected
