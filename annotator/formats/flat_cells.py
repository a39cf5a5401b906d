"""The cells of a table's row as values of an annotation, each refused with its row and column."""

import re
from collections.abc import Iterator
from typing import Any

from annotator.formats.detail_texts import DETAILS, told_json, told_value
from annotator.formats.flat import DETAIL_COLUMNS
from annotator.formats.flat_read import FlatRow
from annotator.formats.records_json import (
    BadValueError,
    expect_list,
    expect_texts,
    from_json,
    refuse_unknown,
)
from annotator.model.edits import span_of
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId
from annotator.model.kinds import LabelKind, Origin, ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation, AnnotationDetail, Evidence, Span, Speaker
from annotator.model.snapshot import Snapshot

RANGE = re.compile("([0-9]{1,12})-([0-9]{1,12})")
_ORIGINS = {"": Origin.IMPORTED} | {origin.value: origin for origin in Origin}
STRUCTURED = frozenset({"claim_speaker", "priority", "types"})
"""Columns whose cells are no plain texts of a detail."""
_NOBODY = ("", "", "", "")


def spans_of_row(row: FlatRow, text: str) -> tuple[Span, ...]:
    """Return the marked passages, whose quotes the text must bear out.

    Raises:
        UserError: positions are missing or outside the text, or the quote differs.
    """
    told = row["spans"]
    written, column = (told, "spans") if told else (f"{row['start']}-{row['end']}", "start")
    one = RANGE.fullmatch(written)  # as nearly all are
    found = [one] if one else [RANGE.fullmatch(part.strip()) for part in written.split(";")]
    if None in found:
        wanted = Message(
            "positions are whole numbers, such as 120-124, not “{text}”.", {"text": written[:60]}
        )
        raise row.refused(column, wanted)
    try:
        spans = tuple([span_of(text, int(r[1]), int(r[2])) for r in found if r])
        quote = spans[0].quote
        if len(spans) > 1:
            quote = Annotation(*_NOBODY, spans).quote  # type: ignore[arg-type]
    except UserError as error:
        raise row.refused(column, error.message) from error
    if quote != row["quote"]:
        raise row.refused("quote", Message("the text there is “{text}”.", {"text": quote[:120]}))
    return spans


def origin_of_row(row: FlatRow) -> Origin:
    """Return where the annotation came from; imported unless the row says otherwise."""
    if (origin := _ORIGINS.get(row["origin"])) is None:
        raise row.refused("origin", Message("one of {known}.", {"known": ", ".join(Origin)}))
    return origin


def extra_of_row(row: FlatRow) -> dict[str, str]:
    """Return the fields that the label adds."""
    if not row["extra"]:
        return {}
    try:
        return expect_texts(told_json(row["extra"], "extra"), "extra")
    except BadValueError as error:
        raise _bad_json(row, "extra", error) from error


def evidence_of_row(row: FlatRow, claim: AnnotationId) -> Iterator[Evidence]:
    """Yield the sources held against a claim."""
    if not row["evidence"]:
        return
    try:
        found = told_json(row["evidence"], "evidence")
        for at, item in enumerate(expect_list(found, "evidence")):
            yield from_json(Evidence, item, f"evidence[{at}]", claim=claim)
    except BadValueError as error:
        raise _bad_json(row, "evidence", error) from error


def reviews_of_row(row: FlatRow) -> list[tuple[str, ReviewState, str]]:
    """Return what reviewers say: name, state and note of each."""
    if not row["reviews"]:
        return []
    try:
        found = expect_list(told_json(row["reviews"], "reviews"), "reviews")
        return [_review(item, f"reviews[{at}]") for at, item in enumerate(found)]
    except BadValueError as error:
        raise _bad_json(row, "reviews", error) from error


def _review(item: object, where: str) -> tuple[str, ReviewState, str]:
    told = expect_texts(item, where)
    refuse_unknown(told, ("reviewer", "state", "note"), where)
    if told.get("state") not in set(ReviewState):
        raise BadValueError(
            f"{where}.state",
            Message("one of {names}", {"names": ", ".join(ReviewState)}),
            told.get("state"),
        )
    return told.get("reviewer", ""), ReviewState(told["state"]), told.get("note", "")


def detail_of_row(
    row: FlatRow, s: Snapshot, annotation: Annotation, kind: LabelKind
) -> AnnotationDetail:
    """Return what the annotation says besides its text; an empty cell leaves the default."""
    values: dict[str, Any] = {}
    own = DETAIL_COLUMNS[kind]
    for column, name in own.items():
        if cell := row[column]:
            values[name] = detail_value(row, column, cell, s) if column in STRUCTURED else cell
    if kind is LabelKind.CLAIM and "claim_speaker" not in row.columns:
        speaker = s.speaker_at(annotation.start)
        values["speaker"] = speaker.id if speaker else None
    return DETAILS[kind](annotation.id, **values)


def detail_value(row: FlatRow, column: str, cell: str, s: Snapshot) -> object:
    """Return the value of a structured column's cell."""
    if column == "claim_speaker":
        return _speaker(row, cell, s)
    try:
        return told_value(column, cell, column)
    except BadValueError as error:
        if column != "priority":
            raise _bad_json(row, column, error) from error
        wanted = Message("a whole number, not “{text}”.", {"text": cell[:60]})
        raise row.refused(column, wanted) from error


def _speaker(row: FlatRow, name: str, s: Snapshot) -> str:
    found = [speaker for speaker in s.all(Speaker) if name in (speaker.id, speaker.name)]
    if len(found) != 1:
        problem = Message(
            "{count} speakers of the document are called “{name}”.",
            {"count": len(found), "name": name},
        )
        raise row.refused("claim_speaker", problem)
    return found[0].id


def _bad_json(row: FlatRow, column: str, error: BadValueError) -> UserError:
    reason = f"{error.where}: {error.expected}"
    return row.refused(column, Message("this is not the JSON expected: {why}", {"why": reason}))
