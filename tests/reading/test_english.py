"""What English labels say of a speaker."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.english import judge_english
from annotator.reading.english_roles import names_outlet
from annotator.reading.names import Likeness
from annotator.reading.verdict import Verdict


@pytest.mark.parametrize(
    ("label", "name", "role", "affiliation"),
    [
        ("BROOKE LANE, TBN HOST", "BROOKE LANE", Role.MODERATOR, "TBN HOST"),
        ("MIGUEL PRADO, TBN CORRESPONDENT", "MIGUEL PRADO", Role.REPORTER, "TBN CORRESPONDENT"),
        ("DR. MIA LIND, TBN CORRESPONDENT", "DR. MIA LIND", Role.REPORTER, "TBN CORRESPONDENT"),
        ("FMR. PRES. MIA LIND", "FMR. PRES. MIA LIND", Role.SPEAKER, None),
        ("HON. SPEAKER", "HON. SPEAKER", Role.MODERATOR, None),
        ("MIA LIND/TBN-KLP", "MIA LIND", Role.REPORTER, "TBN-KLP"),
        ("Freelance, POE", "POE", Role.REPORTER, "Freelance"),
        ("Sam Poe, Harbor Gazette", "Sam Poe", Role.REPORTER, "Harbor Gazette"),
        ("Kate Marl, Head of Media", "Kate Marl", None, "Head of Media"),
        ("Tide News", "Tide News", Role.REPORTER, None),
        ("Q12 Chair", "Chair", Role.SPEAKER, None),
        ("Crowd", "Crowd", Role.UNKNOWN, None),
        (
            "SGT. MIA LIND, LUND POLICE DEPARTMENT",
            "SGT. MIA LIND",
            Role.SPEAKER,
            "LUND POLICE DEPARTMENT",
        ),
        ("Mayor of Lund, Mia Lind", "Mia Lind", Role.SPEAKER, "Mayor of Lund"),
        ("Mayor Lind, New Lund", "Mayor Lind", Role.SPEAKER, "New Lund"),
        ("Deputy Mayor Mia Lind, Housing", "Deputy Mayor Mia Lind", Role.SPEAKER, "Housing"),
        ("Harbour physician, MIA LIND", "MIA LIND", Role.SPEAKER, "Harbour physician"),
        ("Harbour boats, MIA LIND", "Harbour boats", None, None),
        ("Harbour physician, CHIEF OFFICER", "Harbour physician", None, None),
        ("Speaker ?", "Speaker ?", Role.UNKNOWN, None),
        ("MR. DEPUTY-SPEAKER", "MR. DEPUTY-SPEAKER", Role.MODERATOR, None),
        ("Ana Roe, Agencia Kelp", "Ana Roe", None, "Agencia Kelp"),
        ("ANA ROE/PTV4", "ANA ROE", Role.REPORTER, "PTV4"),
        ("Ana Roe/Kelp News", "Ana Roe", Role.REPORTER, "Kelp News"),
        ("ANA ROE/BO LOW", "ANA ROE/BO LOW", None, None),
        ("PTV4/Ana Roe", "Ana Roe", Role.REPORTER, "PTV4"),
        ("Lund FM Ana Roe", "Ana Roe", Role.REPORTER, "Lund FM"),
        ("KTV NEWS ANA ROE", "ANA ROE", Role.REPORTER, "KTV NEWS"),
        ("Lund TV Director Ana Roe", "Lund TV Director Ana Roe", Role.SPEAKER, None),
        ("Kelp News / ANA ROE", "ANA ROE", Role.REPORTER, "Kelp News"),
        ("Ana Roe – Kelp News", "Ana Roe", Role.REPORTER, "Kelp News"),
        ("Kelp News - Ana Roe", "Ana Roe", Role.REPORTER, "Kelp News"),
        ("Ana Roe from the Kelp News", "Ana Roe", Role.REPORTER, "Kelp News"),
        ("Ana Roe, of PTV4", "Ana Roe", Role.REPORTER, "PTV4"),
        ("Ana Roe of Lund", "Ana Roe of Lund", None, None),
        ("Ana Roe of USA", "Ana Roe of USA", None, None),
        ("Question by Media", "Question by Media", Role.REPORTER, None),
        ("The Rt. Honourable Bo Lind", "The Rt. Honourable Bo Lind", Role.SPEAKER, None),
        ("MR.LEE", "MR.LEE", Role.SPEAKER, None),
    ],
)
def test_who_a_label_names(
    label: str, name: str, role: Role | None, affiliation: str | None
) -> None:
    verdict = judge_english(label)
    assert (verdict.name, verdict.role, verdict.affiliation) == (name, role, affiliation)


@pytest.mark.parametrize("label", ["Phase Two", "Press Q&A", "Bottom line", "Key figures", "Note"])
def test_headings_and_points_name_nobody(label: str) -> None:
    assert judge_english(label).likeness is Likeness.NO


def test_a_name_may_be_a_noun_or_have_a_number_if_it_comes_back() -> None:
    for label in ("MIA SALES", "Mitch Part 4"):
        assert judge_english(label).likeness is Likeness.MAYBE
    for label in ("KEY SALES", "Mia Sales", "PRESS BRIEFING"):
        assert judge_english(label).likeness is Likeness.NO


def test_a_part_of_a_series_is_nobody() -> None:
    assert judge_english("Episode Nine").likeness is Likeness.NO


def test_officials_may_be_numbered() -> None:
    assert judge_english("SENIOR OFFICIAL TWO").role is Role.SPEAKER


def test_outlets_are_told_by_their_last_word() -> None:
    assert names_outlet("Harbor Gazette")
    assert not names_outlet("Harbor Master")


@pytest.mark.parametrize(
    ("label", "is_name"),
    [("LUND, OHIO", False), ("ROE, NNK", True), ("Roe, TBS", True), ("ROE, HARBOUR NEWS", True)],
)
def test_a_place_in_capitals_is_no_speaker(label: str, *, is_name: bool) -> None:
    assert (judge_english(label).likeness is Likeness.NAME) is is_name


def test_a_kind_of_translation_is_no_interpreter() -> None:
    assert judge_english("Provisional Translation").role is None
    assert judge_english("TRANSLATION").role is Role.INTERPRETER


def test_asked_and_answered_stand_for_who_does_so() -> None:
    assert [judge_english(word).role for word in ("Asked", "Answered")] == [
        Role.REPORTER,
        Role.SPEAKER,
    ]


@pytest.mark.parametrize(
    "label", ["Chief Executive", "Acting Chief Executive", "Deputy Head of Mission", "Acting PM"]
)
def test_a_post_may_be_held_for_somebody(label: str) -> None:
    assert judge_english(label) == Verdict(label, Likeness.SURE, Role.SPEAKER)


@pytest.mark.parametrize("label", ["Presented By", "Made Possible by", "Photographs By"])
def test_what_ends_in_by_names_who_comes_next(label: str) -> None:
    assert judge_english(label).likeness is Likeness.NO


def test_who_a_question_is_by_asks() -> None:
    assert judge_english("Question by").role is Role.REPORTER


@pytest.mark.parametrize("label", ["AL ~ Ann Lee", "AL | Ann Lee", "AL Ann Lee"])
def test_a_name_may_have_its_own_initials_in_front(label: str) -> None:
    assert judge_english(label).name == "Ann Lee"


def test_other_capitals_in_front_belong_to_the_name() -> None:
    assert judge_english("MP Ann Lee").name == "MP Ann Lee"
