"""Acronyms and the names that they are introduced for."""

import pytest

from annotator.suggest.short_forms import places_of_names, short_forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A central bank digital currency (CBDC).", {"CBDC": "central bank digital currency"}),
        (
            "the Federal Bureau of Investigation (the “FBI”)",
            {"FBI": "Federal Bureau of Investigation"},
        ),
        ("Emergency Medical Services (EMS)", {"EMS": "Emergency Medical Services"}),
        ("The cat sat (DOG).", {}),
        ("The old white house (WHO?)", {}),
        ("Rapid green Transit (RT)", {}),
    ],
)
def test_an_acronym_stands_for_the_words_with_its_letters(text: str, found: object) -> None:
    assert short_forms(text) == found


def test_name_and_acronym_are_found_in_singular_and_plural_but_not_a_word_like_it() -> None:
    text = (
        "A world health office (WHO) and other world\nhealth offices. WHO, WHOs. Who came? "
        "A rapid transit authority (RTA); transit authorities; rapid transit authorities."
    )
    found = {
        name: [text[start:end] for start, end in places]
        for name, places in places_of_names(text, short_forms(text))
    }
    assert found == {
        "world health office": [
            "world health office",
            "WHO",
            "world\nhealth offices",
            "WHO",
            "WHOs",
        ],
        "rapid transit authority": [
            "rapid transit authority",
            "RTA",
            "rapid transit authorities",
        ],
    }


def test_a_text_without_acronyms_has_no_places() -> None:
    assert not list(places_of_names("Nothing (at all).", {}))
