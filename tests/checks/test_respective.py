"""Shares that are told in turn."""

from tests.checks.reading import found_in

TOLD = "受理投诉{}万件。前三位的是网购{}万件、预付{}万件、餐饮{}万件，分别占{}%、{}%、{}%。"


def verdicts(*numbers: str) -> list[tuple[str, tuple[str, ...]]]:
    return found_in(TOLD.format(*numbers), "share")


def test_each_part_has_its_own_share() -> None:
    right = verdicts("20.0", "8.0", "5.0", "2.0", "40", "25", "10")
    assert {verdict for verdict, _texts in right} == {"consistent"}
    assert len({texts[1] for _verdict, texts in right}) == 3
    wrong = verdicts("20.0", "8.0", "5.0", "2.0", "40", "25", "18")
    assert [texts for v, texts in wrong if v == "conflict"] == [("2.0万件", "18%", "20.0万件")]


def test_fewer_parts_than_shares_and_parts_without_a_total_are_left_alone() -> None:
    assert found_in("前两位的是网购8万件、预付5万件，分别占40%、25%。", "share") == []
    assert found_in("受理投诉20万件。网购8万件，分别占40%、25%、10%。", "share") == []
