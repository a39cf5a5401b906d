"""Numbers that an answer tells again, and tells otherwise."""

import pytest

from annotator.checks.restated import restated
from annotator.checks.statement import Verdict
from tests.checks.reading import checked, scene_of

OPENING = """\
MINISTER: Good morning. The ferry service carried 61,300 passengers in May. We run eleven boats.
The harbour employs 412 pilots. Repairs came to $7 million. {}
REPORTER: Could you say more about that?
MINISTER: {}
"""
CHINESE = """\
局长：大家好。全市有桥梁640座，隧道35条。去年养护投入9.2亿元。{}
记者：请再介绍一下。
局长：{}
"""


def told(text: str) -> list[tuple[str, str]]:
    """Return the texts of the numbers that a text tells otherwise in another turn."""
    return [(c.texts[0], c.texts[1]) for c in restated(scene_of(text))]


@pytest.mark.parametrize(
    ("first", "again", "found"),
    [
        ("The lagoon has 260 moorings.", "Of the moorings, 290 are in the lagoon.", 1),
        ("The lagoon has 260 moorings.", "The 290 moorings of the lagoon are all let.", 1),
        ("The lagoon has 260 moorings.", "The 260 moorings of the lagoon are all let.", 0),
        ("The lagoon has 260 moorings.", "We let 1,900 moorings on the lagoon.", 0),
        ("In 2023 the lagoon had 260 moorings.", "In 2024 the lagoon had 290 moorings.", 0),
        ("The lagoon has 260 moorings.", "Last year the lagoon had 290 moorings.", 0),
        ("The lagoon has 260 moorings.", "The lagoon is up from 290 moorings.", 0),
        ("The lagoon has 260 moorings.", "Critics claim the lagoon has 290 moorings.", 0),
        ("The lagoon has 260 moorings.", "The lagoon has 290 local moorings.", 0),
        ("The lagoon has 260 moorings.", "The lagoon has up to 300 moorings.", 0),
    ],
)
def test_an_answer_tells_a_number_otherwise(first: str, again: str, found: int) -> None:
    assert len(told(OPENING.format(first, again))) == found


@pytest.mark.parametrize(
    ("first", "again", "found"),
    [
        ("全市共有养护班组218个。", "养护班组这块，一共建了240个。", 1),
        ("全市共有养护班组218个。", "养护班组这块，一共建了218个。", 0),
        ("全市共有养护班组218个。", "养护班组这块，去年是240个。", 0),
        ("全市共有养护班组218个。", "绿化这块，一共种了240亩。", 0),
        ("路面完好率达到九成二。", "路面完好率现在是88%。", 1),
        ("路面完好率达到九成。", "路面完好率现在是91%。", 0),
    ],
)
def test_an_answer_in_chinese_tells_a_number_otherwise(first: str, again: str, found: int) -> None:
    assert len(told(CHINESE.format(first, again))) == found


def test_nobody_tells_a_number_again_in_one_turn() -> None:
    text = OPENING.format("The lagoon has 260 moorings.", "Thank you.")
    assert told(text.replace("Thank you.", "No.\nThe lagoon has 290 moorings.")) != []
    assert told(text.replace("We run", "The lagoon has 290 moorings. We run")) == []


def test_a_sentence_with_two_such_numbers_is_of_another_time() -> None:
    first = "The lagoon has 260 moorings and 34 buoys."
    assert told(OPENING.format(first, "The lagoon has 290 moorings and 34 boats.")) != []
    assert told(OPENING.format(first, "The lagoon has 290 moorings and 38 buoys.")) == []


def test_a_number_that_stands_beside_the_other_one_is_no_other_telling() -> None:
    first = "The lagoon has 260 moorings."
    again = "The lagoon has 290 moorings. The 260 moorings are let."
    assert told(OPENING.format(first, again)) == []


def test_what_is_wrong_already_is_not_told_again() -> None:
    text = OPENING.format("The lagoon has 260 moorings.", "The lagoon has 290 moorings.")
    (found,) = restated(scene_of(text))
    assert list(restated(scene_of(text), found.passages[:1])) == []


def test_an_answer_is_held_against_the_opening_among_all_checks() -> None:
    text = OPENING.format("The lagoon has 260 moorings.", "Of the moorings, 290 are in the lagoon.")
    found = [c.texts for c in checked(text) if c.verdict is Verdict.CONFLICT]
    assert found == [("260", "290")]
