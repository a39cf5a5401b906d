"""English ordinals that count, and those in names."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.ordinals import is_ordinal_figure
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("third wave", True),
        ("second booster dose", True),
        ("fifth consecutive year", True),
        ("60th anniversary", True),
        ("third-largest economy", True),
        ("second consulate", True),
        ("third remains in custody", True),
        ("first of its kind", False),
        ("first of nearly 40", True),
        ("first in more than two months", True),
        ("second phase", True),
        ("second one", False),
        ("third quarter", False),
        ("third and fourth quarters", False),
        ("45th weather squadron", False),
        ("second quarter in a row", True),
        ("first two weeks", False),
        ("first question", False),
        ("second four-year term", True),
        ("second big worry", False),
        ("third alternative", False),
        ("first set of questions", False),
        ("11th year of the drought", True),
        ("third night of rain", True),
        ("first day of school", False),
        ("second relates to roads", False),
        ("third degree burns", False),
        ("second and third doses", True),
        ("third, fourth and fifth floors", True),
        ("second and third, then", False),
        ("first week of May", False),
        ("38th parallel", False),
        ("79th session", False),
        ("first secretary", False),
        ("first situation", False),
        ("sixth administration", False),
        ("fourth item on the list", False),
        ("12th director of the port", False),
        ("21st century", False),
        ("14th Amendment", False),
        ("Fifth Fleet", False),
        ("Second dose", False),
    ],
)
def test_an_ordinal_counts_where_another_could_stand(text: str, counts: bool) -> None:  # noqa: FBT001
    end = next(at for at, character in enumerate(text) if character in " -")
    assert is_ordinal_figure(text, text.lower(), 0, end, vocabulary()) is counts


@pytest.mark.parametrize(
    ("text", "word", "counts"),
    [
        ("the first alert", "first", True),
        ("on the first day of the talks", "first", True),
        ("it is the first to include women", "first", True),
        ("I am the first to say so", "first", False),
        ("we need first to understand it", "first", False),
        ("by the first week of May", "first", False),
        ("I want to first thank you", "first", False),
        ("go to Dana first", "first", False),
        ("finished third in the race", "third", True),
        ("his ninth to the region", "ninth", True),
        ("the fifth for this crew", "fifth", True),
        ("a million first doses", "first", True),
        ("we speak of first names", "first", False),
        ("she had her second, and", "second", True),
        ("my second is on trade", "second", False),
        ("on the second, yes", "second", False),
        ("at 4th and Main", "4th", False),
        ("a second Alder term", "second", True),
        ("the Second Alder term", "Second", False),
        ("our fourth Budget", "fourth", True),
        ("her 3rd Super Bowl", "3rd", True),
        ("the 3rd Super Bowl", "3rd", False),
        ("the second Test in May", "second", True),
        ("won the third Grand Slam", "third", True),
        ("read the first Testament", "first", False),
        ("their 14th Amendment rights", "14th", False),
    ],
)
def test_what_stands_before_an_ordinal_tells_whether_it_counts(
    text: str,
    word: str,
    counts: bool,  # noqa: FBT001
) -> None:
    start = text.index(word)
    assert is_ordinal_figure(text, text, start, start + len(word), vocabulary()) is counts


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("We wait. Our second test is to see a fall.", []),
        ("The third proposal is that ferries stay.", []),
        ("The third patient is to be moved.", ["third"]),
        ("It rained. And the third plan was for the harbour.", ["third"]),
        ("The second ferry is the Heron.", ["second"]),
        ("Our fourth proposal concerns the pier.", ["fourth"]),
        ("My second point is that the pier stays.", []),
        ("The third issue is how we pay. Second, we wait.", []),
        ("The second wave was the worst.", ["second"]),
        ("We reached the second step of the recovery plan.", ["second"]),
        ("That is the fourth part of our project.", ["fourth"]),
        ("That is the first step of the plan.", []),
        ("The second part of your question is hard.", []),
        ("Here is the 12th Edition of the atlas.", ["12th"]),
        ("He lives in the 12th District of the city.", []),
        ("The first case was found in May.", ["first"]),
    ],
)
def test_an_ordinal_counts_what_is_told_in_a_row_but_not_what_is_said_about_it(
    text: str, ordinals: list[str]
) -> None:
    assert [found.text for found in suggest_figures(text)] == ordinals
