"""Figures in sentences as they are said at briefings of governments."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a viable two‑state plan with a 12‑month pause", "12‑month=12"),
        ("a bill built around four ideas", "four=4"),
        ("with around four people", "around four=4~"),
        ("Two remain in care, a decrease of one since Monday.", "Two=2 one=1"),
        ("She is the first Dutch woman to lead it.", "first=1"),
        ("We sent the third NATO convoy.", "third=3"),
        ("that was on tuesday, april 14. since march 3 we", "april 14=--04-14 march 3=--03-03"),
        ("it began in june 2019", "june 2019=2019-06"),
        (
            "found on 12 Jul 21, closed 16 July till 30 July",
            "12 Jul 21=2021-07-12 16 July till 30 July=--07-16/--07-30",
        ),
        ("On 12 July 21 people came.", "12 July=--07-12 21=21"),
        ("a 36-year old plant and a 71 year-old man", "36-year old=36 71 year-old=71"),
        ("It went down to zero by June, and is at zero.", "zero=0 zero=0"),
        (
            "It ends by July first, and starts on March thirty-first, 2020.",
            "July first=--07-01 March thirty-first, 2020=2020-03-31",
        ),
        ("We met 16 third graders and two third parties.", "16=16 two=2"),
        (
            "two third of us, a two third majority, 2 thirds",
            "two third=0.666666666667 two third=0.666666666667 2 thirds=0.666666666667",
        ),
        ("01:19 but it could\n01:22 go over 15 feet\n01:26 by noon", "over 15 feet=15>"),
        ("10:00 Opening\n10:05 Welcome", "10:00=10:00 10:05=10:05"),
        ("WEBVTT 00:02.359 --> 00:05.329 Hello, 12 of you", "12=12"),
        (
            "by June the 2nd, from June the 21st, 2021",
            "June the 2nd=--06-02 June the 21st, 2021=2021-06-21",
        ),
        ("the very first Dutch office and our seventieth anniversary", "first=1 seventieth=70"),
        ("Three is enough. Two is the minimum.", "Three=3 Two=2"),
        ("We may see 800-1200 cases a day.", "800-1200=800..1200"),
        ("It is 1:00 on the west coast.", "1:00=01:00"),
        ("limits of 79-miles-per-hour", "79-miles-per-hour=79"),
        ("the two who left, and the two crews", "two=2 two=2"),
        ("It costs $6.18, 6.18 percent more.", "$6.18=6.18 6.18 percent=6.18"),
        (
            "about an hour and 45 minutes, a year and three months",
            "about an hour and 45 minutes=105~ a year and three months=15",
        ),
        ("an hour and two people", "two=2"),
        ("the ’97 flood, the '08 crisis, said ’20 jobs’ and", "’97=1997 '08=2008 20=20"),
        (
            "on 3rd through 5th of June, from the 3rd to the 5th of May",
            "3rd through 5th of June=--06-03/--06-05 3rd to the 5th of May=--05-03/--05-05",
        ),
        ("on the morning of the 21st", "21st=---21"),
        ("the fourth in-person meeting", "fourth=4"),
        ("over half-a-billion dollars", "over half-a-billion dollars=500000000>"),
        (
            "thousands and thousands of lives, hundreds and thousands",
            "thousands and thousands=1000..>= hundreds=100..>= thousands=1000..>=",
        ),
        ("Two are from Ohio, one is from Kent.", "Two=2 one=1"),
        ("We had 300 calls to 10 depots.", "300=300 10=10"),
    ],
)
def test_what_is_said_with_figures(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "One for each of you, if I may.",
        "That is one part of this.",
        "They held 2-plus-2 talks.",
        "the second Gulf war, the second Avenue line",
        "the third Lee said",
        "In his ten gallon hat he had the bill read a second time.",
        "The first item this afternoon is roads.",
        "It is wrong to compare the two.",
        "That's one thief that will not come back.",
        "6.18大促开始,今年6.18期间热闹",
        "One is the cost. And three is that we need more time.",
        "He serves in Group 16 Third Wing.",
        "That is the first announcement.",
        "The data for quarter three are late.",
        "She had made calls to 112.",
        "with one very important principle, one really big question",
        "so one loses track, and net zero is a goal",
    ],
)
def test_what_is_said_without_a_figure(text: str) -> None:
    assert told(text) == ""
