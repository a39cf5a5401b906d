"""Ids of a list are UUIDs in small letters, each there once."""

import pytest

from annotator.formats.records_json import BadValueError
from annotator.formats.shared_ids import refuse_shared_ids

GOOD = "01a2198c-b943-72d9-ba62-a035fa01bc3"


@pytest.mark.parametrize(
    "bad",
    [
        GOOD,
        f"{GOOD}22",
        f"{GOOD}A",
        f"{GOOD}g",
        f"{GOOD}-",
        f"{GOOD[:8]}1{GOOD[8:]}".replace("-", "", 1) + "-",
        GOOD.replace("-", "0") + "1",
    ],
)
def test_ids_are_uuids_and_each_stands_there_once(bad: str) -> None:
    good = [f"{GOOD}{digit}" for digit in "0123456789abcdef"]
    refuse_shared_ids(good, "turns")
    refuse_shared_ids([], "turns")
    for ids in ([*good, bad], [bad, *good], [good[0], bad]):
        with pytest.raises(BadValueError, match="UUID in small letters"):
            refuse_shared_ids(ids, "turns")
    with pytest.raises(BadValueError, match="each id once"):
        refuse_shared_ids([*good, good[3]], "turns")
