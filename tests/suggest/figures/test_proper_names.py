"""Numbers that capitals make a name of."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.proper_names import (
    follows_name,
    is_address,
    is_named_word,
    is_proper_compound,
)
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They took Line ", "2 home."),
        ("We worked on Euro ", "2024 together."),
        ("Flight ", "370 departed late."),
        ("the new iPhone ", "15 sells"),
        ("Turn ", "9, the last one, is slow"),
        ("It helps (Sierra ", "7) a lot."),
        ("It is loud. Hurricane ", "101: run."),
        ("Odysseus ", "6 went down first."),
        ("Study ", "301 enrolled them."),
        ("messy in Turn ", "9, Turn 10, and out"),
    ],
)
def test_a_number_behind_a_capitalised_word_belongs_to_a_name(before: str, after: str) -> None:
    assert follows_name(before + after, len(before), vocabulary())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We met in March ", "2024 again."),
        ("About ", "40 people came."),
        ("They gave Ann ", "4,000 dollars."),
        ("They gave Ann ", "4 million dollars."),
        ("It ended Tigers ", "24, Bears 17."),
        ("we saw ", "2 buses"),
        ("In Gaza ", "12 were hurt."),
        ("They found in Ohio ", "five of them."),
        ("Overnight ", "12 came in."),
        ("Ohio ", "12 voted."),
        ("Deaths ", "2 fell."),
        ("Deaths ", "2, the lowest yet"),
        ("It fell. (Deaths ", "2)"),
    ],
)
def test_a_number_behind_other_words_does_not(before: str, after: str) -> None:
    assert not follows_name(before + after, len(before), vocabulary())


def test_a_number_word_written_large_within_a_sentence_is_a_name() -> None:
    text = "under the Rule of Six we met. Six came."
    assert is_named_word(text, text.index("Six"), text.index("Six") + 3)
    assert not is_named_word(text, text.rindex("Six"), text.rindex("Six") + 3)
    assert is_named_word("in the Six Nations", 7, 10, has_noun=True)
    assert not is_named_word("Mayor Sees Six Nations", 11, 14, has_noun=True)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("the Tower 7 residents", []),
        ("in (Plot 40) they dug", []),
        ("Goal 6\nGermany 34", ["34"]),
        ("a 3P framework costs 3p", ["3p"]),
        ("on the tower 7 people", ["7"]),
        ("The Group of 24 ministers met", []),
        ("A group of 24 ministers met", ["24"]),
        ("He asked. Target 4 areas", ["4"]),
    ],
)
def test_some_words_make_a_name_where_they_have_a_capital(text: str, figures: list[str]) -> None:
    assert [suggestion.text for suggestion in suggest_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 Downing Street", True),
        ("350 East 42nd Street", True),
        ("1010 WINS said", True),
        ("7 News said", True),
        ("7 News Corp papers said", False),
        ("799 UNITED NATIONS PLAZA", True),
        ("101 E. Alder St", True),
        ("3950 north alder park road", True),
        ("12 north coast road trips", False),
        ("12 N. Koreans left", False),
        ("10 streets are closed", False),
        ("10 Downing people", False),
    ],
)
def test_a_street_behind_a_number_makes_an_address_of_it(text: str, *, expected: bool) -> None:
    assert is_address(text, text.index(" ")) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Six-Party", True), ("Two-State", True), ("six-day", False), ("TWO-STATE", False)],
)
def test_a_compound_written_large_is_a_name(words: str, *, expected: bool) -> None:
    assert is_proper_compound(words, 0, len(words)) is expected
