"""Codes, phone numbers, links, keys, pages and voices, beside numbers that count."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.codes import code_end, is_code
from annotator.suggest.figures.units import vocabulary


def found_in(text: str) -> list[str]:
    return [suggestion.text for suggestion in suggest_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Phone 1300 65 50 60 or 0412 345 678.",
        "Ring 13 11 14.",
        "The meeting ID is 884 1234 5678 and the passcode is 246810.",
        "Dial nine one one.",
        "He radioed seven-four-two, over.",
        "Read https://www.example.org/2019-report/7?page=42 and example.gov/24.",
        "Write to desk2024@example.org.",
        "Press 1, then the pound key. Press star 6 to speak.",
        "Your case number is 10182233.",
        "Page 2 of 9",
        "Transcript ID: 17230",
        "See S/2024/881 and A/RES/76/1, paragraph 12 of 1701.",
        "We begin.\n14\nWe go on.\n- 15 -\nWe end.",
        "Reporter 3: Why?\nSpeaker 2 (00:15): No.",
        "1\n00:00:00,640 --> 00:00:02,807\nGood day",
        "Mic check one two and two, check one, two.",
        "12:04:33 We begin.",
        "Toll free (866) 555-1800; elsewhere (202) 555-1800.",
        "Under resolution 2642 (2022) and resolutions 2585 (2021) and 2139 (2014)",
        "Case no. 5:17–CR–50010, see Doc. 74 and Document 46.",
        "1 Aims ...... 3\n4.2 What we found . . . . . 17\nAnnex…… 21\n5 ...... 22",
        "He is charged under 16-5-21.",
        "Ring 1075, our helpline.",
        "S. 1260 passed.",
        "友達(2409)公布財報,大同(2371-TW)跟進",
    ],
)
def test_codes_and_the_like_are_no_figures(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 2019 2020 2021 we grew.", ["2019", "2020", "2021"]),
        ("The number is 45.", ["45"]),
        ("The press 3 miles away ran it.", ["3 miles"]),
        ("Nine of 12 pages burned.", ["Nine", "12"]),
        ("He came in the 1990s. Two stayed.", ["1990s", "Two"]),
        ("5", ["5"]),
        ("We saw 18\n00:01.022 --> 00:03.950\nboats", ["18"]),
        ("Total: 5 boats", ["5"]),
        ("Under the plan (2022) we met.", ["2022"]),
        ("Well.... 12 boats sank. So ... 3", ["12", "3"]),
        ("We begin at 12:04:33 sharp.", ["12:04:33"]),
        ("We had\n14 boats.", ["14"]),
        ("新廠(2027)動工,總人數(1500)", ["2027", "1500"]),
    ],
)
def test_numbers_that_look_like_codes_stay_figures(text: str, figures: list[str]) -> None:
    assert found_in(text) == figures


def test_a_code_ends_where_its_digits_do() -> None:
    assert code_end("call 1300 655 060 now", 5) == len("call 1300 655 060")
    assert code_end("see example.org/24/a, please", 16) == len("see example.org/24/a")
    assert code_end("in 1300 we", 3) is None


def test_a_pass_code_is_told_by_what_stands_before_it() -> None:
    assert is_code("the pin is 4410", 11, 15, vocabulary())
    assert not is_code("the bid is 4410", 11, 15, vocabulary())
