"""Annotations read field by field: as one by one, or not at all."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from annotator.formats.jsonl import write_jsonl
from annotator.formats.jsonl_document import read_document
from annotator.formats.jsonl_together import Known, annotations_together, details_together
from annotator.model.bulk import Bulk
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Claim, Figure, Topic
from tests.formats.projects import ANNA, BEN, EVERYTHING, LABELS, full_project

Change = Callable[[dict[str, Any]], object]
BY_ID = {label.id: label for label in LABELS}
SNAPSHOT = full_project().snapshots[0]
KNOWN = Known(SNAPSHOT.document.id, SNAPSHOT.text, BY_ID, {ANNA.id, BEN.id})
SPEAKERS = {record.id for record in SNAPSHOT.records()}


def line() -> dict[str, Any]:
    """Return the line of a full document as a value."""
    out = io.StringIO()
    write_jsonl(full_project(), EVERYTHING, out)
    value: dict[str, Any] = json.loads(out.getvalue().splitlines()[1])
    return value


def items() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = line()["annotations"]
    return found


def kinds(found: list[dict[str, Any]]) -> list[LabelKind]:
    return [BY_ID[LabelId(item["label"])].kind for item in found]


def test_what_our_export_writes_is_read_together() -> None:
    found = items()
    annotations = annotations_together(found, KNOWN)
    details = details_together(found, kinds(found), SPEAKERS)
    assert annotations is not None
    assert details is not None
    told = Bulk.of([], {Annotation: annotations, **details})
    assert sorted(told, key=repr) == sorted(
        (r for r in SNAPSHOT.records() if isinstance(r, Annotation | Claim | Figure | Topic)),
        key=repr,
    )


def test_a_line_that_is_read_one_by_one_says_the_same() -> None:
    together, apart = line(), line()
    for item in apart["annotations"]:
        if not item["note"]:
            del item["note"]
        for name in ("claim", "figure", "topic"):
            if name in item:
                item[name] = {n: v for n, v in item[name].items() if v not in ("", None, [])}
    assert annotations_together(apart["annotations"], KNOWN) is None
    read = [read_document(row, BY_ID, KNOWN.authors) for row in (together, apart)]
    assert read[0] == read[1]


def retyped(name: str, value: object) -> Change:
    return lambda item: item.update({name: value})


def marking(*spans: list[int]) -> Change:
    quotes = [SNAPSHOT.text[slice(*span)] for span in spans]
    return lambda item: item.update(spans=[*spans], text=" … ".join(quotes))


ODD: dict[str, Change] = {
    "a field is missing": lambda item: item.pop("note"),
    "no label's name": lambda item: item.pop("label_name"),
    "a field nobody knows": retyped("colour", "red"),
    "a number for a text": retyped("note", 5),
    "a list for a label": retyped("label", []),
    "an object for an author": retyped("author", {}),
    "a number for the label's name": retyped("label_name", 5),
    "an unknown label": retyped("label", "x"),
    "an unknown author": retyped("author", "x"),
    "an unknown origin": retyped("origin", "x"),
    "another kind": retyped("kind", "x"),
    "another quote": retyped("text", "x"),
    "a list for an extra text": retyped("extra", {"x": []}),
    "no list of spans": retyped("spans", 5),
    "no spans": retyped("spans", []),
    "a span that is a number": retyped("spans", [5]),
    "a span of three": retyped("spans", [[0, 1, 2]]),
    "a span of texts": retyped("spans", [["0", "1"]]),
    "a span of truths": retyped("spans", [[False, True]]),
    "an empty span": retyped("spans", [[1, 1]]),
    "a span before the text": marking([-3, -1]),
    "a span beyond the text": marking([0, 10**6]),
    "spans that overlap": marking([0, 3], [2, 5]),
    "spans out of order": marking([4, 6], [0, 2]),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_left_to_who_reads_one_by_one(name: str) -> None:
    lone = [item for item in items() if len(item["spans"]) == 1][:2]
    assert annotations_together(lone, KNOWN)
    for found in (items(), lone):
        ODD[name](found[1])
        assert annotations_together(found, KNOWN) is None


def test_spans_that_follow_one_another_are_read_together() -> None:
    found = items()
    marking([0, 2], [2, 3], [5, 6])(found[1])
    annotations = annotations_together(found, KNOWN)
    assert annotations is not None
    assert len(annotations["spans"][1]) == 3


ODD_DETAILS: dict[str, Change] = {
    "a detail of another kind": retyped("topic", {}),
    "no object": retyped("claim", 5),
    "a field nobody knows": lambda item: item["claim"].update(colour="red"),
    "a number for a text": lambda item: item["claim"].update(text=5),
    "a text for a number": lambda item: item["claim"].update(priority="5"),
    "a speaker nobody knows": lambda item: item["claim"].update(speaker="x"),
}


@pytest.mark.parametrize("name", ODD_DETAILS)
def test_odd_details_are_left_too(name: str) -> None:
    found = items()
    assert details_together(found, kinds(found), SPEAKERS)
    ODD_DETAILS[name](next(item for item in found if "claim" in item))
    assert details_together(found, kinds(found), SPEAKERS) is None


def test_an_annotation_of_a_relations_label_is_left() -> None:
    found = items()[:1]
    assert details_together(found, [LabelKind.RELATION], SPEAKERS) is None
