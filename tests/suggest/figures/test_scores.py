"""Two numbers against each other."""

import pytest

from annotator.suggest.figures import suggest_figures


def told(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.figure.kind) for found in suggest_figures(text) if found.figure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ratio of 6 to 1", ("6 to 1", "ratio")),
        ("we were outnumbered three to one", ("three to one", "ratio")),
        ("they lost six to four", ("six to four", "score")),
        ("the final was 31-17", ("31-17", "score")),
        ("a vote of 61 to 38", ("61 to 38", "score")),
        ("it passed by 58.5 to 41.5", ("58.5 to 41.5", "score")),
        ("it was 9 to nil", ("9 to nil", "score")),
        ("four to six degrees", ("four to six degrees", "range")),
        ("the winds ran 20 to 35", ("20 to 35", "range")),
        ("a 70/30 split", ("70/30", "ratio")),
        ("all out, it was 52 for 3", ("52 for 3", "score")),
        ("all out, the openers put on 52/0", ("52/0", "score")),
        ("batting first, we were 164 for nine", ("164 for nine", "score")),
        ("they are 1-8 when they trail", ("1-8", "score")),
        ("we went 0-5 on the road", ("0-5", "score")),
        ("it stayed three-all", ("three-all", "score")),
        ("from 40-all he served", ("40-all", "score")),
        ("the bowlers: he took 4 for 67", ("4 for 67", "score")),
        ("he was 40-love up", ("40-love", "score")),
        ("it is two-love now", ("two-love", "score")),
        ("三次产业比为8.1:40.2:51.7", ("8.1:40.2:51.7", "ratio")),
    ],
)
def test_words_around_two_numbers_tell_what_they_are(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text", ["he was batting for 40 for 2 days", "all out, 20 for the 5 of us", "I paid 20 for 3"]
)
def test_a_number_for_another_is_no_score_without_cricket(text: str) -> None:
    assert "score" not in [kind for _, kind in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("she took it 2-6, 6-3", ["2-6", "6-3"]),
        ("it finished 0-0 at home", ["0-0"]),
        ("it went 52-48", ["52-48"]),
        ("we had a 30-8 record", ["30-8"]),
        ("it is 3-0 so far", ["3-0"]),
        ("it was 3-3 at the break", ["3-3"]),
        ("it was 40-15, and then", ["40-15"]),
        ("it stood (40-15) then", ["40-15"]),
        ("the senate voted 3 to 5", ["3 to 5"]),
        ("all out for 20, it was 250/8", ["250/8"]),
        ("they won six-to-one", ["six-to-one"]),
        ("they voted 7- 2 on 10- 12 items", ["7- 2"]),
        ("最后3比1胜出", ["3比1"]),
    ],
)
def test_a_result_is_told_by_its_numbers_or_what_stands_behind(
    text: str, expected: list[str]
) -> None:
    assert [words for words, kind in told(text) if kind == "score"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "we need 3-5 of them",
        "pages 240-115 are gone",
        "aged from 52-48 down",
        "run 3-15 laps",
        "they voted to send 3 to 5 planes",
        "the 50/50 split",
        "all out, it was 8/250",
        "we were outnumbered six to one",
        "the odds are six-to-one",
    ],
)
def test_ranges_and_ratios_are_no_results(text: str) -> None:
    assert "score" not in [kind for _, kind in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 60/40 split", [("60/40", "ratio")]),
        ("it is 50-50", [("50-50", "ratio")]),
        ("a 40-60 split", [("40-60", "ratio")]),
        ("we saw 40-60 of them", [("40-60", "range")]),
        ("a 60/50 mix", []),
        ("she ran it in 1:09.9", [("1:09.9", "duration")]),
        ("it is 5-to-1 here", [("5-to-1", "ratio")]),
        ("he hit 11-of-14 shots", [("11-of-14", "ratio")]),
    ],
)
def test_parts_of_a_hundred_are_a_ratio_where_no_range_can_stand(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [found for found in told(text) if found[1] != "cardinal"] == expected


def test_what_a_bowler_took_from_his_overs_is_a_score() -> None:
    assert told("he took 2-7 from 5.1 overs")[0] == ("2-7", "score")
    assert told("it rose 2-7 percent")[0] == ("2-7 percent", "range")
