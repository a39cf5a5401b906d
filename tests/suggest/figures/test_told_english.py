"""Figures in sentences as they are said at games, in companies and by police, fire and weather."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "due on december 11 and august 4th, since may 3rd, in march 2031",
            "december 11=--12-11 august 4th=--08-04 may 3rd=--05-03 march 2031=2031-03",
        ),
        ("we may 5 times, and they march 5 miles", "5 times=5 5 miles=5"),
        (
            "around about 8%, practically 0 per cent, closer to 40 homes",
            "around about 8%=8~ practically 0 per cent=0<~ closer to 40=40~",
        ),
        ("~40% of it, (~$5 million), 3~5 boats", "~40%=40~ ~$5 million=5000000~ 3~5=3..5"),
        ("near 4 percent, near 12 homes", "near 4 percent=4<~ 12=12"),
        ("up +6.8% or (+0.3%), but 5%+3%", "+6.8%=6.8 +0.3%=0.3 5%=5 3%=3"),
        ("we guide to +2% to +4%, to -12.4%", "+2% to +4%=2..4 -12.4%=-12.4"),
        ("growth of +1 to N+5%", "1=1 5%=5"),
        ("the 2031 third round, 3 fourths of it", "2031=2031 third=3 3 fourths=0.75"),
        ("33 in 53 matches, 3 in 10 people", "33=33 53=53 3 in 10=0.3"),
        ("nine out of ten games, one in five games", "nine out of ten=0.9 one in five=0.2"),
        ("I'm 3-under through nine", "3-under=3 nine=9"),
        ("a 6ft 9in bowler, 5ft 10", "6ft 9in=81 5ft 10=70"),
        ("the next day or two, within a year or two", ""),
        ("close to a decade, up to a month", "close to a decade=1<~ up to a month=1<="),
        ("Cat. 2 winds of 100 mph", "100 mph=100"),
        ("they went on to win 12 of the games", "12=12"),
        ("at scene 1,026 of ours", "1,026=1026"),
        ("Your first for the club, and Kim's first for 61 races", "first=1 first=1 61=61"),
        ("from 10th to fourth, from second to like fifth", "10th=10 fourth=4 second=2 fifth=5"),
        ("we moved up to third, back to fourth.", "third=3 fourth=4"),
        ("We beat the Bay Heat 104-87 at home", "104-87=104..87"),
        ("170g of fuel, 12 g of it, a 400G link, 5g phones", "170g=170 12 g=12"),
        ("take one game after the other, if one takes off", ""),
        ("we are one big family, it's a half and half job", ""),
        ("you are my first choice and go one better", ""),
    ],
)
def test_figures_and_what_is_none(text: str, figures: str) -> None:
    assert told(text) == figures
