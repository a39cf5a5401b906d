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
        (
            "maybe two, three minutes, then 6, 7 days. Some 14, and six, eight points",
            "two, three minutes=2..3 6, 7 days=6..7 Some 14=14~ six, eight points=6..8",
        ),
        ("We need two, maybe three weeks", "two, maybe three weeks=2..3"),
        ("it is ten to perhaps twelve feet", "ten to perhaps twelve feet=10..12"),
        ("we had five, six people", "five, six=5..6"),
        ("they paid two, three million euros", "two, three million euros=2000000..3000000"),
        ("It's 1, 2, 3 boats and five, six and seven men", "1=1 2=2 3=3 five=5 six=6 seven=7"),
        ("on page 5, 6 people; we have 3, 9 boats", "6=6 3=3 9=9"),
        (
            "two to three hundred people, ten to one hundred",
            "two to three hundred=200..300 ten to one hundred=10..100",
        ),
        ("about twenty, thirty people", "about twenty, thirty=20..30~"),
        ("the other Glorious Seven clubs", ""),
        ("these three anywhere, these three guys", "three=3"),
        ("a third round 65 in the wind, in round 12 we", "third=3 65=65"),
        ("a birdie at 7, then bogeys on 12 and 14, the 8 tee", ""),
        ("they drive on 12 roads", "12=12"),
        ("on the 50-yard line, a 50-yard kick", "50-yard=50"),
        ("the back nine is our first port of call", ""),
        ("Mic check. One, two, three, four, five. One, two, three people", "three=3"),
        (
            "two hits over seven innings, it ran over seven miles",
            "two=2 seven=7 over seven miles=7>",
        ),
        ("it wasn't one guy, and a million things changed", ""),
        ("limit your questions to one with a follow-up", "one=1"),
        ("two on the desk rather than one. We did it rather than one", "two=2 one=1"),
        ("the first NYPD officer here, the second Alder test", "first=1 second=2"),
        ("the second World war, the first Lady said", ""),
        ("my first world championships, first world countries", "first=1"),
        ("they were 45/4. They batted to 393/8 and declared", "45/4=45..4 393/8=393..8"),
        ("those 15-20 runs won the match; we lost 2-3, sadly", "15-20=15..20 2-3=2..3"),
        ("down by a full percentage point over a full year", "a full percentage point=1"),
        ("gone up two point 9%", "two point 9%=2.9"),
        (
            "the first three quarters of this year, three quarters of the firms",
            "three quarters=3 three quarters=0.75",
        ),
        (
            "over a quarter trillion dollars in profit",
            "over a quarter trillion dollars=250000000000>",
        ),
        ("40-some-odd stores, that 120-ish for the year", "40-some-odd=40>~ 120-ish=120~"),
        ("the last three hurdles, the 110 hurdles, hurdle three", "three=3"),
        ("she had got third at the time", "third=3"),
    ],
)
def test_figures_and_what_is_none(text: str, figures: str) -> None:
    assert told(text) == figures
