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
        ("batting first, we were 164 for nine", ("164 for nine", "score")),
        ("they are 1-8 when they trail", ("1-8", "score")),
        ("we went 0-5 on the road", ("0-5", "score")),
        ("it stayed three-all", ("three-all", "score")),
        ("from 40-all he served", ("40-all", "score")),
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
