"""Rows read column by column: as one by one, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotator.formats import flat_import
from annotator.formats.flat import flat_rows
from annotator.formats.flat_import import plan_flat_import
from annotator.formats.flat_together import rows_together
from annotator.model.bulk import Bulk
from annotator.model.edit import Edit
from annotator.model.edits import Hand
from annotator.model.records import Annotation, Claim, Record, Review, key_of
from annotator.model.snapshot import Snapshot
from tests.formats.projects import (
    BEN,
    EVERYTHING,
    LABELS,
    MemoryProject,
    an_id,
    full_project,
    numbered,
)
from tests.formats.random_projects import projects
from tests.formats.test_flat_import import BAD, FIGURE, flat_rows_of, without_annotations

HAND = Hand(BEN.id, numbered(7000))
Cells = dict[str, str]


def unreviewed() -> MemoryProject:
    """Return a full project that nobody has reviewed."""
    project = full_project()
    made = [
        Snapshot(s.document, s.text, [*LABELS, *project.authors(), *kept])
        for s in project.snapshots
        for kept in ([r for r in s.records() if not isinstance(r, Review)],)
    ]
    return replace(project, snapshots=made)


def edits_of(project: MemoryProject, rows: list[Cells]) -> list[Edit]:
    told = flat_rows_of(*rows)
    return list(plan_flat_import(told, without_annotations(project), HAND))


def content(edits: list[Edit]) -> dict[object, Record]:
    return {key_of(record): record for edit in edits for record in edit.added}


def compare(project: MemoryProject, monkeypatch: pytest.MonkeyPatch) -> list[Edit]:
    rows = list(flat_rows(project, EVERYTHING))
    together = edits_of(project, rows)
    with monkeypatch.context() as patch:
        patch.setattr(flat_import, "rows_together", lambda *_told: None)
        apart = edits_of(project, rows)
    assert content(together) == content(apart)
    assert [edit.label for edit in together] == [edit.label for edit in apart]
    return together


def test_an_export_of_ours_is_read_together(monkeypatch: pytest.MonkeyPatch) -> None:
    project = unreviewed()
    found = compare(project, monkeypatch)
    assert all(isinstance(edit.added, Bulk) for edit in found)
    there = [a for s in project.snapshots for a in s.all(Annotation)]
    assert {key_of(a): a for a in there}.items() <= content(found).items()


def test_reviewed_rows_are_read_together_too(monkeypatch: pytest.MonkeyPatch) -> None:
    found = compare(full_project(), monkeypatch)
    assert all(isinstance(edit.added, Bulk) for edit in found)
    assert any(isinstance(record, Review) for record in content(found).values())


@settings(max_examples=40, deadline=None)
@given(projects())
def test_any_export_is_read_as_one_by_one(project: MemoryProject) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        compare(project, monkeypatch)


def together(*rows: Cells) -> Bulk | None:
    project = unreviewed()
    bare = without_annotations(project).snapshots[0]
    target = flat_import._Target(project, HAND)
    told = flat_rows_of(*rows)
    return rows_together(told, bare, target.label_of, target.author_of)


WHOLE = FIGURE | {"id": an_id(801), "author": BEN.name}


def test_rows_may_lack_what_has_a_default() -> None:
    found = together(WHOLE, WHOLE | {"id": an_id(802), "author": ""})
    assert found is not None
    marks = list(found.only(Annotation))
    assert [(a.author, a.origin.value, a.note) for a in marks] == [(BEN.id, "imported", "")] * 2


REVIEW = f'{{"reviewer": "{BEN.name}", "state": "open", "note": ""}}'
TEXT = full_project().snapshots[0].text
LAST = len(TEXT) - 2, len(TEXT) + 5
ODD: dict[str, Cells] = {
    "no id": {"id": ""},
    "an id twice": {"id": an_id(800)},
    "no UUID": {"id": "x"},
    "an unknown author": {"author": "Nobody"},
    "another quote": {"spans": f"{FIGURE['start']}-{FIGURE['end']}", "quote": "2.4万人"},
    "an end behind the text": {
        "start": str(LAST[0]),
        "end": str(LAST[1]),
        "spans": f"{LAST[0]}-{LAST[1]}",
        "quote": TEXT[-2:],
    },
    "no end": {"end": "", "spans": f"{FIGURE['start']}-"},
    "an unknown reviewer": {"reviews": '[{"reviewer": "Nobody", "state": "open"}]'},
    "a reviewer twice": {"reviews": f"[{', '.join([REVIEW] * 2)}]"},
    "a review in no state": {"reviews": '[{"reviewer": "Ben", "state": "good"}]'},
    "a claim whose speaker is to be found": {"label": "Statement"},
}
REFUSED = {name: change for name, (change, _said) in BAD.items() if "document" not in str(change)}


@pytest.mark.parametrize("name", [*ODD, *REFUSED])
def test_odd_and_wrong_rows_are_left_to_who_reads_one_by_one(name: str) -> None:
    assert together(WHOLE) is not None
    assert together(WHOLE | {"id": an_id(800)}, WHOLE | (ODD | REFUSED)[name]) is None


def test_rows_of_annotations_that_are_there_are_left_too() -> None:
    project = unreviewed()
    rows = list(flat_rows(project, EVERYTHING))
    told = flat_rows_of(*rows)
    assert [edit for edit in plan_flat_import(told, project, HAND) if edit] == []


def test_a_claim_has_the_speaker_that_its_row_names() -> None:
    project = unreviewed()
    claims = [c for s in project.snapshots for c in s.all(Claim)]
    found = content(edits_of(project, list(flat_rows(project, EVERYTHING))))
    assert {c.speaker for c in claims} != {None}
    assert [found[key_of(c)] for c in claims] == claims
