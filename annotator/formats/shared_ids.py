"""Ids of a list of records: each a UUID, and none there twice."""

import re
from collections.abc import Sequence

from annotator.formats.records_json import BadValueError
from annotator.model.message import Message

_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONG, _DASHES = 36, (8, 13, 18, 23)
"""How many characters an id has, and where its dashes stand."""


def refuse_shared_ids(ids: Sequence[str], where: str) -> None:
    """Raise BadValueError if an id of some records is no UUID or stands there twice."""
    if len({*ids}) == len(ids) and _are_ids(ids):
        return
    seen: set[str] = set()
    for record_id in ids:
        if not _ID.fullmatch(record_id):
            raise BadValueError(f"{where}.id", Message("a UUID in small letters"), record_id)
        if record_id in seen:
            raise BadValueError(f"{where}.id", Message("each id once"), record_id)
        seen.add(record_id)


def _are_ids(ids: Sequence[str]) -> bool:
    """Say whether all texts are UUIDs in small letters, looking at them together."""
    together, count = "".join(ids), len(ids)
    dashes = [together[at::_LONG] for at in _DASHES]
    return (
        {*map(len, ids)} <= {_LONG}
        and dashes == ["-" * count] * len(_DASHES)
        and together.count("-") == count * len(_DASHES)
        and not together.strip("-0123456789abcdef")
    )
