"""Figures as captions, notes and releases write down what was said."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It opens on 02 November 2031.", "02 November 2031=2031-11-02"),
        ("It opens on 02 Nov 2031.", "02 Nov 2031=2031-11-02"),
        ("from 05th June 2031, and 09 of May", "05th June 2031=2031-06-05 09 of May=--05-09"),
        ("doors at 07h00, press at 08h30", "07h00=07:00 08h30=08:30"),
        ("open 08h00 – 11h30", "08h00 – 11h30=08:00/11:30"),
        ("from October to December 2031", "October to December 2031=2031-10/2031-12"),
        ("the November-February 2031 rains", "November-February 2031=2030-11/2031-02"),
        ("between March and May 2031", "between March and May 2031=2031-03/2031-05"),
        ("in March and May 2031", "May 2031=2031-05"),
        ("we break at 11 00, is that right", "11 00=11:00"),
        ("We met at 9 30 this morning.", "9 30=09:30"),
        ("as at 1.30 today, and back at 4.45 on Friday", "1.30=01:30 4.45=04:45"),
        ("It traded at 1.30 today, a rate at 4.25 today.", "1.30=1.3 4.25=4.25"),
        (
            "its lowest since at least 1900. At least 1900 came.",
            "at least 1900=1900>= At least 1900=1900>=",
        ),
        ("Notes of 16 / 07 / 2031", "16 / 07 / 2031=2031-07-16"),
        ("News of 12 / 07 / 2031", "12 / 07 / 2031=2031-07-12"),
        (
            "on 30th December,2031, December 30,2031",
            "30th December,2031=2031-12-30 December 30,2031=2031-12-30",
        ),
        ("It is for May 30,000 less.", "30,000=30000"),
        ("24 May. 2031, 10 Jul. 2031", "24 May. 2031=2031-05-24 10 Jul. 2031=2031-07-10"),
        ("It is 30 percent lower than 2031.", "30 percent=30 2031=2031"),
        ("It is lower than 2031.", "lower than 2031=2031<"),
        (
            "from the first of July to the twenty-first of May 2031",
            "first of July=--07-01 twenty-first of May 2031=2031-05-21",
        ),
        ("the second of june, the first of may", "second of june=--06-02"),
        ("On July, 13, 2031 we met.", "July, 13, 2031=2031-07-13"),
        ("In July, 13 huts burned.", "13=13"),
        ("It met at Eleven of the Clock.", "Eleven of the Clock=11:00"),
        ("One day following the storm it rained.", "One day=1"),
        ("It peaked in 2008/9, file 2008/7.", "2008/9=2008/2009 2008=2008"),
        (
            "eight thirty this morning, six forty-five p.m.",
            "eight thirty=08:30 six forty-five p.m.=18:45",
        ),
        (
            "We leave at eight thirty. At five thirty men left.",
            "eight thirty=08:30 thirty=30",
        ),
        ("It rose to the low 40s in the early 40s.", "40s=40>~ 40s=1940/1949"),
        ("by end-2031, end-June 2031", "end-2031=2031 end-June 2031=2031-06"),
        ("at 12 50 people left", "12=12 50=50"),
    ],
)
def test_days_and_hours(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a hundred and 31 barns", "a hundred and 31=131"),
        ("two hundred and 12 thousand", "two hundred and 12 thousand=212000"),
        ("two hundred and 2,000 more", "two hundred=200 2,000=2000"),
        ("It rose by point two five percent.", "point two five percent=0.25"),
        ("up point zero five per cent", "point zero five per cent=0.05"),
        ("two dollars and fifty cents a litre", "two dollars and fifty cents=2.5"),
        ("three euros and 10 cents", "three euros and 10 cents=3.1"),
        ("50 million dollars and 2 cents", "50 million dollars=50000000 2 cents=0.02"),
        ("five dollars and two tickets", "five dollars=5 two=2"),
        ("Nought point four per cent", "Nought point four per cent=0.4"),
        ("tens of billion of dollars", "tens of billion of dollars=10000000000..>="),
        ("dozens of million-dollar huts", "dozens=24..>="),
        ("the $1.50-a-litre mark", "$1.50-a-litre=1.5"),
        ("a 5-cent-a-litre cut", "5-cent-a-litre=0.05"),
        ("some are waiting over two years for it", "over two years=2>"),
        ("within thirty (30) days", "within thirty (30) days=30<="),
        (
            "a hundred and five (105) billion pesos",
            "a hundred and five (105) billion pesos=105000000000",
        ),
        ("five (5) tugs, six (60%) of ten", "five (5)=5 six=6 60%=60 ten=10"),
        ("almost a 100% rise, nearly a 30-year low", "almost a 100%=100<~ nearly a 30-year=30<~"),
        ("it was about a 5 percent cut", "about a 5 percent=5~"),
        ("we spoke about a 5 percent cut, over a 10-year spell", "5 percent=5 10-year=10"),
        ("You get up to 65% of it, and it got up to 30.", "up to 65%=65<= up to 30=30<="),
        (
            "Rs 74,300 crores, 5 lakhs, two crores",
            "Rs 74,300 crores=743000000000 5 lakhs=500000 two crores=20000000",
        ),
        ("crores of people, a lakh of trees", "crores=10000000..>= a lakh=100000"),
        ("a total of 2,984, 494 tests", "2,984, 494=2984494"),
        ("We had 2,984, 494 and 300.", "2,984=2984 494=494 300=300"),
        ("They back it by two to one.", "two to one=2..1"),
        ("It fell by two to one hundred men.", "two to one hundred=2..100"),
        ("From hall 39A, and 82 of our 135 trips began.", "82=82 135=135"),
        ("In Phase 2, 40 of the 90 left.", "40=40 90=90"),
        ("In sections 3, and 4 of the law.", ""),
    ],
)
def test_numbers(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two questions, one about fuel and one about rice.", "Two=2 one=1 one=1"),
        ("I have two, one on tax and another on trade.", "two=2 one=1"),
        ("two debts, one to the bank and one to the crew", "two=2 one=1 one=1"),
        ("the first of two sites, the first of many", "first=1 two=2 first=1"),
        ("the town's first Budget, the town's First Lady", "first=1"),
        ("the ninth occasion on which it rose", "ninth=9"),
        ("between the two leaders, the two prime ministers", "two=2 two=2"),
        ("the two sides, our two countries", ""),
        ("Three of those eight were moved, but those eight were not.", "Three=3 eight=8"),
        ("Squadron 28, and two Orr class tugs", "two=2"),
        ("So far, one of these claims is open and three are not.", "one=1 three=3"),
        ("It was a very busy first month, and her good first year.", "first=1 first=1"),
        ("one barge one crew, one harbor one light", ""),
        ("We saw one man, one woman, and on one day one man left.", "one=1 one=1 one=1"),
        ("It puts people first, a safety first shop.", ""),
    ],
)
def test_one_and_the_first_of_several(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "He is second in command on the nine-dash line, at time and a half.",
        "Good evening. 1\n\nThe hall is full. 22\n",
        "*121. Ms Orr asked when it opens.",
        "Page 508 - Week 02",
        "The quarter 4 data are on pg. 23 here.",
        "§ 10. Ms Orr asked when it opens.",
        "On Vote 6, we agree, and on Votes 1 to 3.",
        "For one wonderful moment I had hope.",
    ],
)
def test_what_records_count_off(text: str) -> None:
    assert told(text) == ""


def test_a_number_that_answers_is_counted() -> None:
    assert told("How many came? 12\nWe met. 30 of us left.") == "12=12 30=30"
