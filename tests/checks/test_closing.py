"""Numbers in front of a total that a word sums up without saying which."""

import pytest

from tests.checks.reading import found_in

CASES = [
    (
        (
            "In the north 232,150 came; in the south, 94,500; in the east, 48,350; and by sea,"
            " 10,000. That adds up to {}."
        ),
        ("395,000", "385,000"),
    ),
    (
        (
            "We have 87 in Karr, 7 in Tarn, 6 in Kell, 5 in Byrne and 1 in Tom, which takes the"
            " total to {}."
        ),
        ("116", "106"),
    ),
    (
        (
            "There are 72 trucks, with trailers, enough for five towns. With the 18 that came last"
            " week, that's {} trucks in total."
        ),
        ("80", "90"),
    ),
    (
        (
            "For 1.2 million users it was the name. For 2.8 million it was more. So for {}"
            " users it is no more than that."
        ),
        ("4.2 million", "4.0 million"),
    ),
    ("最近四次调整分别新增74种、111种、126种和91种药品，累计新增{}种。", ("422", "402")),
    (
        "八天之内，外地旅客共121.4万人次，比去年多一成。连同本地旅客19.6万人次，旅客合共{}万人次。",
        ("151", "141"),
    ),
]


@pytest.mark.parametrize(("text", "numbers"), CASES)
def test_a_total_that_words_close_a_list_with_is_what_the_list_makes(
    text: str, numbers: tuple[str, str]
) -> None:
    for number, verdict in zip(numbers, ("conflict", "consistent"), strict=True):
        told = [v for v, texts in found_in(text.format(number), "sum") if number in texts[0]]
        assert told == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "It is in 12 towns; last year there were two labs, so we have added 19 labs.",
        "Karr has 240 beds and Tarn has 310 beds, so 900 nurses are needed.",
        (
            "Karr has 240 beds. Much later, after a year in which nobody had come to see us at all,"
            " and in which we had hoped for more than we were given by those who could help"
            " us, Tarn got 310 beds, so 650 beds are full."
        ),
    ],
)
def test_a_number_that_no_slip_keeps_from_the_sum_is_told_of_others(text: str) -> None:
    assert [v for v, _texts in found_in(text, "sum") if v == "conflict"] == []
