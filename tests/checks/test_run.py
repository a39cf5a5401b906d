"""What careful readers find in passages, against what the checks find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checks.run import check_text
from tests.checks.cases import CASES, Case
from tests.checks.reading import checked, found_in, read
from tests.checks.spoken import SPOKEN
from tests.checks.spoken_sums import Spoken


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_passage_is_read_as_a_careful_reader_would(case: Case) -> None:
    _name, text, expected = case
    found = [(check.type.value, check.verdict.value, check.texts) for check in checked(text)]
    assert set(expected) <= set(found)
    assert [x for x in found if x[1] == "conflict" and x not in expected] == []


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_passages_point_to_their_texts_and_the_working_names_them(case: Case) -> None:
    _name, text, _expected = case
    for check in checked(text):
        assert [text[p.start : p.end] for p in check.passages] == list(check.texts)
        assert str(check.working)
        assert "{" not in str(check.working)
        assert 0 < check.score <= 1


@given(
    st.lists(
        st.sampled_from(
            [
                "全市",
                "共有",
                "其中",
                "占",
                "30%",
                "12个",
                "36个",
                "从",
                "降到",
                "，",
                "。",
                "\n",
                "a total of",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gives_sane_checks(parts: list[str]) -> None:
    text = "".join(parts)
    examined = read(text)
    for check in check_text(text, examined.statements):
        assert check.passages
        assert all(0 <= p.start < p.end <= len(text) for p in check.passages)


@pytest.mark.parametrize("case", SPOKEN, ids=[case[0] for case in SPOKEN])
def test_what_is_said_over_several_sentences(case: Spoken) -> None:
    _name, text, right, wrong, kind = case
    assert ("conflict", kind) in {(c.verdict, c.type) for c in checked(text.format(wrong))}
    assert "conflict" not in {c.verdict for c in checked(text.format(right))}


def test_a_change_that_two_numbers_make_is_not_wrong_of_two_others() -> None:
    text = "The class had 29 men and 19 women. We lost 92 officers and hired 120, a net gain of 28."
    assert [c.verdict.value for c in checked(text) if "28" in c.texts] == ["consistent"]


def test_one_number_against_two_tellings_of_another_is_one_check() -> None:
    text = (
        "Last year this city recorded 118 homicides.\nMr. Poe: We had 118 homicides last year.\n"
        "Of the 181 homicides last year, most were solved."
    )
    found = [texts for verdict, texts in found_in(text, "repeat") if verdict == "conflict"]
    assert found == [("118", "118", "181")]


def test_a_share_that_fits_one_whole_is_not_wrong_of_another() -> None:
    text = (
        "Visa applications went down to just over one million, from 1.14 million, about "
        "12 per cent less. Germany has 237,000 of them, so not quite a quarter."
    )
    assert {c.verdict.value for c in checked(text)} == {"consistent"}
