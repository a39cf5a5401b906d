"""Cells that a spreadsheet would run, made harmless and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.guards import guard, is_plain_number, unguard

TRICKY = st.text(alphabet="'=+-@\t\r＝＋－＠1.a \n", max_size=8) | st.text(max_size=8)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd",
        "-x",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "-",
        "+",
        "1-1="[3:],
    ],
)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "1", "-5", "+3.5", "-0.25", "text", "'quoted'", "a=b", "'"])
def test_plain_numbers_and_other_texts_stay(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@pytest.mark.parametrize("text", ["'=1", "''-x", "'-5"])
def test_an_apostrophe_of_the_texts_own_survives(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TRICKY)
def test_unguard_undoes_guard_exactly(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TRICKY, TRICKY)
def test_different_texts_make_different_cells(one: str, other: str) -> None:
    assert (guard(one) == guard(other)) == (one == other)


@given(TRICKY)
def test_a_guarded_cell_never_starts_a_formula(text: str) -> None:
    assert guard(text)[:1] not in tuple("=+-@\t\r＝＋－＠") or is_plain_number(guard(text))


@pytest.mark.parametrize("text", ["1e5", "1,000", "１", "-", "", "1.", ".5", "--1", "1\n"])
def test_what_is_no_plain_number(text: str) -> None:
    assert not is_plain_number(text)
