"""Who speaks in a court."""

from annotator.reading.court import in_court
from tests.reading.sighted import found_by


def test_all_speak_in_court_where_its_judge_does_again_and_again() -> None:
    heard = "审判长：开庭。\n原告：付款。\n审判长：答辩。\n被告：不付。"
    speaking = ["审判长", "原告", "审判长", "被告"]
    assert found_by(lambda _, found: in_court(found), heard) == speaking
    in_brackets = heard.replace("审判长", "[审判长]").replace("被告", "[被告]")
    assert found_by(lambda _, found: in_court(found), in_brackets) == ["审判长", "审判长", "被告"]
    assert found_by(lambda _, found: in_court(found), "原告：某公司\n被告：某某") == []
