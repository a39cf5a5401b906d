"""What follows the comma behind an English name."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.english_behind import with_phrase_behind
from annotator.reading.names import Likeness
from annotator.reading.verdict import Verdict

ANN = Verdict("Ann Roe", Likeness.NAME)


@pytest.mark.parametrize(
    ("behind", "role", "affiliation"),
    [
        ("Moderator", Role.MODERATOR, None),
        ("Harbour News", Role.REPORTER, "Harbour News"),
        ("Minister for Ports", None, "Minister for Ports"),
    ],
)
def test_a_role_an_outlet_or_an_office_behind_a_name_makes_it_one(
    behind: str, role: Role | None, affiliation: str | None
) -> None:
    found = with_phrase_behind(f"Ann Roe, {behind}", ANN, behind)
    assert (found.name, found.role, found.affiliation) == ("Ann Roe", role, affiliation)
    assert found.likeness >= Likeness.NAME


def test_who_holds_the_office_in_front_is_the_name() -> None:
    office = Verdict("Minister", Likeness.SURE, Role.SPEAKER)
    found = with_phrase_behind("Minister, Ann Roe", office, "Ann Roe")
    assert found == Verdict("Ann Roe", Likeness.SURE, Role.SPEAKER, "Minister")


def test_a_place_behind_a_name_leaves_it_in_doubt() -> None:
    assert with_phrase_behind("Ann Roe, Lund", ANN, "Lund").likeness is Likeness.MAYBE


def test_a_body_behind_a_whole_name_makes_it_one() -> None:
    assert (
        with_phrase_behind("Ann Roe, Bank of Lund", ANN, "Bank of Lund").likeness is Likeness.NAME
    )
    town = Verdict("Lund", Likeness.NAME)
    assert with_phrase_behind("Lund, Port Board", town, "Port Board").likeness < Likeness.NAME


def test_words_that_go_on_behind_a_name_make_no_label() -> None:
    assert with_phrase_behind("Ann Roe, who came", ANN, "who came").likeness is Likeness.NO


@pytest.mark.parametrize("behind", ["Health + Ports", "Department of Ports and Fish and Old Boats"])
def test_the_body_of_who_holds_an_office_may_have_a_sign_or_many_words(behind: str) -> None:
    held = Verdict("Mayor Roe", Likeness.SURE, Role.SPEAKER)
    found = with_phrase_behind(f"Mayor Roe, {behind}", held, behind)
    assert found == Verdict("Mayor Roe", Likeness.SURE, Role.SPEAKER, behind)
