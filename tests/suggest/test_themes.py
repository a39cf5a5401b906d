"""Subjects of press conferences that a text names."""

import pytest

from annotator.model.script import folded
from annotator.suggest.themes import named_themes, proposed_phrases, theme_patterns


def named(text: str, *taken: tuple[int, int]) -> dict[str, int]:
    return {one.text: len(one.places) for one in named_themes(text, folded(text), taken)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rents rose. The rent is high, and rents hurt.", {"Rents": 3}),
        ("Climate change is here; climate change and a change of climate.", {"Climate change": 2}),
        ("The port, and the airport report.", {"port": 1, "airport": 1}),
        ("養老服務和养老机构", {"養老服務": 1, "养老机构": 1}),
        ("失業率很高，失业也多。", {"失業率": 1, "失业": 1}),
        ("Nothing of the sort.", {}),
        ("", {}),
    ],
)
def test_subjects_are_found_by_their_longest_names(text: str, found: dict[str, int]) -> None:
    counts = named(text)
    assert {name: counts.get(name) for name in found} == found
    assert found or not counts


def test_no_subject_crosses_a_mark_between_words() -> None:
    assert "climate. Change" not in named("It is the climate. Change it.")


def test_the_places_are_those_of_the_text() -> None:
    text = "我們談失業率。\nHousing, 失業率, housing!"
    for one in named_themes(text, folded(text), ()):
        for start, end in one.places:
            assert folded(text[start:end]) == folded(one.text)


def test_what_a_longer_phrase_holds_is_not_counted() -> None:
    text = "cheap rent, rent and rent"
    assert named(text, (0, 10)) == {"rent": 2}
    assert named(text) == {"rent": 3}


def test_a_text_with_few_topics_gets_those_named_once() -> None:
    found = [one.text for one in proposed_phrases("The strike closed every school but one.")]
    assert found == ["strike", "school"]


def test_a_broad_subject_is_none_if_it_is_named_once() -> None:
    assert not [*proposed_phrases("We went home by bus.")]
    assert [one.text for one in proposed_phrases("The bus was late. A bus was early.")] == ["bus"]


def test_a_subject_is_not_found_inside_other_words() -> None:
    assert not named("员工会到立法院去")


def test_a_text_with_many_topics_gets_none_named_once() -> None:
    subjects = [
        "rent",
        "tax",
        "bus",
        "train",
        "flood",
        "drought",
        "strike",
        "school",
        "hospital",
        "vaccine",
    ]
    text = " ".join(f"The {one} was named and the {one} was named." for one in subjects)
    found = [one.text for one in proposed_phrases(f"{text} The harbour has a museum.")]
    assert "museum" not in found
    assert {*subjects} <= {*found}


def test_the_lists_hold_what_is_compared() -> None:
    assert {*theme_patterns()} == {"en", "zh"}
