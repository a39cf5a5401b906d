"""Who hosts a broadcast, by what is said first."""

from dataclasses import replace

import pytest

from annotator.model.kinds import Role
from annotator.reading.broadcasts import hosting
from annotator.reading.said import Said

ANSWER = Said("low", None, "We built two new piers.", 23, asks=False)


@pytest.mark.parametrize(
    ("speech", "found"),
    [
        ("This is HARBOR TODAY. I'm Ann Roe.", ["roe"]),
        ("My guest today knows the port well.", ["roe"]),
        ("Welcome back to the Roe Report.", ["roe"]),
        ("Welcome to the Ann Roe Show.", ["roe"]),
        ("I'm Ann Roe, this is “Ask Me.”", ["roe"]),
        ("We have a guest in the studio.", ["roe"]),
        ("You are listening to Tides of Lund.", ["roe"]),
        ("You are listening to me.", []),
        ("我们请来了演播室的客人。", ["roe"]),
        ("您好，欢迎您接受本报的专访。", ["roe"]),
        ("歡迎大家接受新的船票。", []),
        ("This is a good day. I'm Ann Roe.", []),
    ],
)
def test_who_says_so_hosts(speech: str, found: list[str]) -> None:
    turns = [Said("roe", None, speech, len(speech), asks=False), ANSWER]
    assert hosting(turns, {"roe", "low"}) == found
    assert hosting(turns, {"low"}) == []


def test_who_is_announced_or_presents_guests_later_hosts_too() -> None:
    speech = "This is Ports of Lund with Ann Roe."
    announced = Said("voice", Role.MODERATOR, speech, len(speech), asks=False)
    host = Said("roe", None, "Good evening.", 13, asks=False, label="ANN ROE")
    assert hosting([ANSWER, announced, host], {"roe", "low"}) == ["roe"]
    assert hosting([ANSWER, replace(announced, role=None), host], {"roe", "low"}) == []
    late = Said("roe", None, "My guests this morning: two mayors.", 33, asks=False)
    assert hosting([ANSWER, host, ANSWER, host, ANSWER, late], {"roe"}) == ["roe"]


def test_who_greets_a_guest_and_asks_twice_does_too() -> None:
    first = Said("roe", None, "Minister, thank you for joining us. Why?", 40, asks=True)
    again = Said("roe", None, "And when?", 9, asks=True)
    assert hosting([first, ANSWER, again], {"roe"}) == ["roe"]
    assert hosting([first, ANSWER], {"roe"}) == []


def test_who_presents_a_guest_by_name_across_lines_does_too() -> None:
    presents = "We talk of ships. With me is Mayor Bo\n Low. Good day."
    first = Said("roe", None, presents, len(presents), asks=True, label="ANN ROE")
    guest = Said("low", None, "Good day.", 9, asks=False, label="BO LOW")
    assert hosting([first, guest], {"roe", "low"}) == ["roe"]
