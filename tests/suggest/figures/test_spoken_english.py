"""Figures in sentences as they are said at press conferences in English-speaking countries."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2 050 homes, 1,65,375 forms, 275, 000 jobs",
            "2 050=2050 1,65,375=165375 275, 000=275000",
        ),
        (
            "R5,35 billion and a R350 grant at 14h00",
            "R5,35 billion=5350000000 R350=350 14h00=14:00",
        ),
        (
            "N1.4 billion, P2,500 and KSh 40 million",
            "N1.4 billion=1400000000 P2,500=2500 KSh 40 million=40000000",
        ),
        ("R22 and N95 masks, and p 17", "17=17"),
        (
            "between 13 to 17 inches, between 50 or 80 percent",
            "between 13 to 17 inches=13..17 between 50 or 80 percent=50..80",
        ),
        (
            "two quarters, in ten quarters, three quarters ago",
            "two quarters=2 ten quarters=10 three quarters=3",
        ),
        ("for 2021 to 2027, at 160 kmph", "2021 to 2027=2021/2027 160 kmph=160"),
        ("2.1 lakh gram panchayats", "2.1 lakh=210000"),
        ("$1.2T, £3t and a $5 t-shirt", "$1.2T=1200000000000 £3t=3000000000000 $5=5"),
        ("he is 6'2\" and she 5’11", "6'2\"=74 5’11=71"),
        (
            "at 1430 hours, at about 2210 hours, 1500 hours of work",
            "1430=14:30 about 2210=22:10~ 1500 hours=1500",
        ),
        ("a quarter percent, in the ’60s", "a quarter percent=0.25 ’60s=1960/1969"),
        ("a vote 5 - 0; it passes 5 to 2", "5 - 0=5..0 5 to 2=5..2"),
        ("she ran 1:09.9, was fourth here", "1:09.9=69.9 fourth=4"),
        ("a third, fourth and fifth time", "third=3 fourth=4 fifth=5"),
        ("since March 2 million came; by June 30 percent", "2 million=2000000 30 percent=30"),
        ("a dose costs Sh700; push 30 of them", "Sh700=700 30=30"),
        ("K1.3 billion, TSh 5 billion", "K1.3 billion=1300000000 TSh 5 billion=5000000000"),
        ("N$40, AED 30, try 30 more", "N$40=40 AED 30=30 30=30"),
        ("a line 300 meters long, a box 3 feet wide", "300 meters=300 3 feet=3"),
        ("it is down 405, the other up 112. We came off 322.", "405=405 112=112 322=322"),
        ("two up with one to play; less than the 1.0 we want", "two=2 one=1 1.0=1"),
        ("87 are open, one more at Casey", "87=87 one=1"),
        ("for minus 5 percent", "minus 5 percent=-5"),
        ("minus 1.5% to plus 0.5%", "minus 1.5% to plus 0.5%=-1.5..0.5"),
        ("for those six to 17, in three-four weeks", "six to 17=6..17 three-four weeks=3..4"),
        ("the over-60s and under-18s", "over-60s=60> under-18s=18<"),
        ("over two games, over 20 games", "two=2 over 20=20>"),
        ("they have a 30-8 record; it was 40-15, then", "30-8=30..8 40-15=40..15"),
        ("the motion carries seven to zero", "seven to zero=7..0"),
        ("the first three quarters; three quarters of it", "three quarters=3 three quarters=0.75"),
        (
            "$1 trillion in 2031, 1 child in five",
            "$1 trillion=1000000000000 2031=2031 1 child in five=0.2",
        ),
        ("they tried once, twice, three times", "once=1 twice=2 three times=3"),
        ("four point nine, and one point two in March", "four point nine=4.9 one point two=1.2"),
        ("I've got two points; it rose two points", "two=2 two points=2"),
        ("at 5.30 every evening", "5.30=17:30"),
        ("on 15 and 16 February", "15=--02-15 16 February=--02-16"),
        ("on the 4th, 5th and 6th of May", "4th=--05-04 5th=--05-05 6th of May=--05-06"),
        ("we pump 310 gallons; we plan 15 stores", "310 gallons=310 15=15"),
        ("the third in this financial year; the fourth was found", "third=3 fourth=4"),
        ("the 777 firms; two countries", "777=777 two=2"),
        ("once every 30 hours, once or never", "once=1 30 hours=30"),
        ("from 1.30pm to 4.30pm", "1.30pm to 4.30pm=13:30/16:30"),
        ("the 2030 agenda items; we triple a budget", "2030=2030 triple=3"),
        ("on the 80 boats, 57.4 gigatonnes", "80=80 57.4 gigatonnes=57.4"),
        ("a quarter million; a quarter mile", "a quarter million=250000 a quarter mile=0.25"),
        ("a 10-15 minute wait; the 3-1 in the second half", "10-15 minute=10..15 3-1=3..1"),
        ("we had 5, 7, 1; they have 12 points", "5=5 7=7 1=1 12 points=12"),
        ("for nights in a row 20 people sat in row 20", "20=20"),
        ("How many? 3. Two of them left.", "3=3 Two=2"),
        ("he tested negative 2 days ago; negative 4 percent", "2 days=2 negative 4 percent=-4"),
        ("negative $0.03 and negative 20,000 jobs", "negative $0.03=-0.03 negative 20,000=-20000"),
        (
            "from 5%-6%; from $3 billion-$4 billion; from 5% to 6%",
            "5%-6%=5..6 $3 billion-$4 billion=3000000000..4000000000 5%=5 6%=6",
        ),
        ("bids came in at 377. But over a year later, 5", "377=377 over a year=1> 5=5"),
        ("one day to launch; pad 39A, three of them", "one day=1 three=3"),
        (
            "the one hundred and sixteenth vote, our two hundredth day, one hundredth of it",
            "one hundred and sixteenth=116 two hundredth=200 one hundredth=0.01",
        ),
        ("aired 2-2:30p ET and 12-12:45a ET", "2-2:30p=14:00/14:30 12-12:45a=00:00/00:45"),
        ("the F.Y. '18 budget; from '19 to 2023", "'18=2018 '19=2019 2023=2023"),
        ("18 155-millimeter guns, at 40 Targets", "18=18 155-millimeter=155 40=40"),
        ("the court reversed, 2 to 1", "2 to 1=2..1"),
        ("in 1990, '91 and '92; it costs five bucks", "1990=1990 '91=1991 '92=1992 five bucks=5"),
    ],
)
def test_what_is_said(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Five, four, three, two, one, liftoff.",
        "The 4-3 is down, and the 3-0 precinct sent a 10-13, on Elm.",
        "Ring 713-222-TIPS.",
        "Count it down: 5, 4, 3, 2, 1.",
        "It was 4th and 1 against a 3-4 front.",
        "Both the 2030 Agenda and the Post-2015 agenda end.",
        "A triple A rating.",
        "A 12-gauge and a .223 round at a two-alarm fire.",
        "Ring 555 0134 or 1800 RESPECT.",
        "The tower was on 119.1, and contact Bay approach on 134.5.",
        "He sits at 500 Pearl, she at IS 227 with the Under-21s.",
        "It crashed on the 80 near the bridge.",
        "It was third and 25, then fourth and long, and they punted.",
        "The four by 100 relay and the 4 x 400 are tonight.",
        "The 82nd is on its way and the 101st will follow.",
        "It rained. (01:12) We waited.",
        "There is a plan. 1. We cut. 2. We wait.",
        "It breaks even by year five.",
        "We lost hours in the 777 and in the 747.",
        "The Six Nations match is off.",
        "Code 551.127 and column 410 say so.",
        "The two sides met and our two countries signed.",
        "A .50 caliber round, and the 9-11 commission.",
        "It is a rule of six, 24X7, on 1800118797.",
        "It stands at 5th and Main.",
        "He had a triple-double.",
        "See Ch. 10 of it, of Intro 1867, and of Leopard 2 and a 9-millimeter pistol.",
    ],
)
def test_what_is_said_without_a_figure(text: str) -> None:
    assert told(text) == ""
