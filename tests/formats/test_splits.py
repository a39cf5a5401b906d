"""Documents parted into train, dev and test."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import Options
from annotator.formats.splits import SPLITS, Splits, split_of
from annotator.model.errors import UserError
from tests.formats.projects import an_id, full_project

KNOWN = ["dev", "train", "train", "dev", "dev", "test"]
SHARES = st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(1, 100))


@given(st.text(max_size=5), SHARES, st.integers())
def test_the_answer_is_the_same_each_time(
    key: str, shares: tuple[int, int, int], seed: int
) -> None:
    found = split_of(key, shares, seed)
    assert found == split_of(key, shares, seed)
    assert shares[SPLITS.index(found)] > 0


def test_shares_are_met_nearly_and_seeds_differ() -> None:
    keys = [an_id(number) for number in range(3000)]
    first = [split_of(key, (80, 10, 10), 0) for key in keys]
    counts = Counter(first)
    assert 2300 < counts["train"] < 2500
    assert 240 < counts["dev"] < 360
    assert first != [split_of(key, (80, 10, 10), 1) for key in keys]


def test_known_answers_never_change() -> None:
    found = [split_of(key, (1, 1, 1), 7) for key in ("a", "b", "c", "d", "e", "f")]
    assert found == KNOWN


def test_linked_documents_stay_together() -> None:
    project = full_project()
    ids = [document.id for document in project.documents()]
    for seed in range(20):
        splits = Splits(project, Options(shares=(1, 1, 1), seed=seed))
        assert splits.of(ids[0]) == splits.of(ids[1])
    alone = Splits(replace(project, links=()), Options(shares=(1, 1, 1)))
    assert alone.of(ids[2]) in SPLITS


@pytest.mark.parametrize("shares", [(0, 0, 0), (1, 1), (-1, 1, 1)])
def test_other_shares_are_refused(shares: tuple[int, ...]) -> None:
    with pytest.raises(UserError, match="three whole numbers"):
        split_of("a", shares, 0)
