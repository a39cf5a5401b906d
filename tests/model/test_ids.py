"""Identifiers that sort by time."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.ids import IdSource, is_id, uuid7


@given(st.integers(0, (1 << 48) - 1), st.integers(0, (1 << 74) - 1))
def test_the_standard_library_reads_back_version_time_and_variant(ms: int, random: int) -> None:
    made = UUID(uuid7(ms, random))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == ms


@given(st.integers(0, (1 << 74) - 2))
def test_more_random_bits_never_sort_earlier(random: int) -> None:
    assert uuid7(5, random) < uuid7(5, random + 1) < uuid7(6, 0)


def test_ids_made_in_a_hurry_still_rise() -> None:
    new_id = IdSource()
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(set(made))


def test_only_the_usual_form_is_an_id() -> None:
    assert is_id(uuid7(1, 2))
    assert not is_id(uuid7(1, 2).upper().replace("-", ""))
    assert not is_id(uuid7(1, 2) + "\n")
    assert not is_id("mine")
