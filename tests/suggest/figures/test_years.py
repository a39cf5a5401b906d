"""Numbers without a unit that are years."""

import pytest

from annotator.suggest.figures import suggest_figures


@pytest.mark.parametrize(
    ("text", "spans", "values"),
    [
        ("It opened in 2020.", ["2020"], ["2020"]),
        ("The dam dates from 1884.", ["1884"], ["1884"]),
        ("by around 2035", ["around 2035"], ["2035"]),
        ("above 2019 levels", ["2019"], ["2019"]),
        ("done around 2025.", ["around 2025"], ["2025"]),
        ("about 1987, or so", ["about 1987"], ["1987"]),
        ("in fiscal '31, up since ’98", ["'31", "’98"], ["2031", "1998"]),
        ("in 2031 a day care opened", ["2031"], ["2031"]),
        ("due mid-2027", ["mid-2027"], ["2027"]),
        ("back in nineteen ninety-eight", ["nineteen ninety-eight"], ["1998"]),
        ("by '08 or '09", ["'08", "'09"], ["2008", "2009"]),
        ("between 2030 and 2032", ["between 2030 and 2032"], ["2030/2032"]),
        ("in ‘08, up since ‘98 to 2024", ["‘08", "‘98", "2024"], ["2008", "1998", "2024"]),
        ("in the ‘90s", ["‘90s"], ["1990/1999"]),
        (
            "by November ‘23, on May 7, ‘24",
            ["November ‘23", "May 7, ‘24"],
            ["2023-11", "2024-05-07"],
        ),
    ],
)
def test_a_number_like_a_year_is_one(text: str, spans: list[str], values: list[str]) -> None:
    found = list(suggest_figures(text))
    assert [figure.text for figure in found] == spans
    assert [figure.figure and figure.figure.value for figure in found] == values


@pytest.mark.parametrize(
    "text",
    [
        "1884 people",
        "we planted 1700",
        "2020 cars",
        "about 2000.",
        "around 2025 of us",
        "2000 a day",
    ],
)
def test_a_count_is_no_year(text: str) -> None:
    [found] = suggest_figures(text)
    assert found.figure
    assert not found.figure.value
