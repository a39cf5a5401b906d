"""Reviews in the file: one word of each reviewer on each annotation."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.kinds import ReviewState
from annotator.model.records import Review
from annotator.model.reviews import review_id
from annotator.store.loading import Loading
from tests.example import AUTHOR, DOCUMENT
from tests.store.example_store import annotation, new_store, step

ONE = annotation(600)
SAID = Review(review_id(ONE.id, AUTHOR.id), ONE.id, AUTHOR.id, ReviewState.ACCEPTED)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE review SET state = 'fine'",
        "UPDATE review SET id = 'short'",
        "INSERT INTO review SELECT 9, printf('%036d', 9), target, reviewer, 'open', '' FROM review",
    ],
)
def test_a_second_word_or_an_unknown_state_is_refused(tmp_path: Path, sql: str) -> None:
    with new_store(tmp_path) as store:
        store.apply(step(ONE, SAID))
        path = store.path
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(sql)


def test_reviews_are_read_with_the_annotations_that_they_are_of(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        store.apply(step(ONE, SAID))
        loading = Loading(store._db, DOCUMENT.id)
        told: list[list[Review]] = []
        loading.told = lambda new: told.extend(loading.snapshot.reviews_of(a.id) for a in new)
        loading.finish()
        assert told == [[SAID]]
