"""Rows of a table put onto documents that are there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

import pytest

from annotator.formats.flat import flat_rows
from annotator.formats.flat_import import plan_flat_import
from annotator.formats.flat_read import FlatRow
from annotator.formats.guards import guard
from annotator.model.edit import Edit
from annotator.model.edits import Hand
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.kinds import Origin
from annotator.model.records import (
    Annotation,
    Author,
    Claim,
    Evidence,
    Figure,
    Review,
    Speaker,
    Topic,
    key_of,
)
from annotator.model.snapshot import Snapshot
from tests.formats.projects import (
    ANNA,
    BEN,
    EVERYTHING,
    HEALTH,
    LABELS,
    QUANTITY,
    TEXT,
    LookedThrough,
    MemoryProject,
    an_id,
    full_project,
    numbered,
)

START = TEXT.index("2.3万人")
FIGURE = {"document": "发布会", "label": "Quantity", "quote": "2.3万人"} | {
    "start": str(START),
    "end": str(START + 5),
}


def one_document() -> MemoryProject:
    """Return a project of the first full document."""
    project = full_project()
    return replace(project, snapshots=project.snapshots[:1])


def without_annotations(project: MemoryProject) -> MemoryProject:
    """Return the project with documents, speakers and turns only."""
    bare = []
    for s in project.snapshots:
        kept = [r for r in s.records() if type(r).__name__ in {"Speaker", "Turn"}]
        bare.append(Snapshot(s.document, s.text, [*LABELS, ANNA, BEN, *kept]))
    return replace(project, snapshots=bare, cross_relations=[])


def flat_rows_of(*rows: Mapping[str, str]) -> list[FlatRow]:
    """Return rows with these cells, as a file has them whose first row is the header."""
    columns = {column: at for at, column in enumerate(dict.fromkeys(chain(*rows)))}
    return [
        FlatRow(number, columns, [guard(row.get(column, "")) for column in columns])
        for number, row in enumerate(rows, start=2)
    ]


def planned(project: MemoryProject, *cells: dict[str, str]) -> list[Edit]:
    """Return the edits that import rows with these cells."""
    rows = flat_rows_of(*cells)
    return list(plan_flat_import(rows, project, Hand(BEN.id, numbered(7000))))


def added(project: MemoryProject, *cells: dict[str, str]) -> list[object]:
    """Return the records of the one edit that imports rows."""
    (edit,) = planned(project, *cells)
    return list(edit.added)


def test_an_export_imported_again_changes_nothing() -> None:
    project = full_project()
    assert planned(project, *flat_rows(project, EVERYTHING)) == []


def test_an_export_brings_equal_annotations_to_a_project_without_them() -> None:
    project = full_project()
    edits = planned(without_annotations(project), *flat_rows(project, EVERYTHING))
    kinds = (Annotation, Claim, Figure, Topic, Evidence, Review)
    expected = [r for s in project.snapshots for r in s.records() if isinstance(r, kinds)]
    got = {key_of(r): r for edit in edits for r in edit.added}
    assert got == {key_of(r): r for r in expected}
    assert len(edits) == 2
    assert str(edits[0].label) == "Import 3 annotations to 发布会"


def test_a_row_without_an_id_makes_a_new_annotation_of_the_importing_person() -> None:
    annotation, figure = added(one_document(), FIGURE)
    assert isinstance(annotation, Annotation)
    assert (annotation.id, annotation.author) == (an_id(7000), BEN.id)
    assert (annotation.origin, annotation.quote) == (Origin.IMPORTED, "2.3万人")
    assert figure == Figure(annotation.id)


def test_a_new_claim_is_its_speakers() -> None:
    row = FIGURE | {"label": "Statement", "types": "quantity;comparison", "priority": "2"}
    _, claim = added(one_document(), row)
    assert isinstance(claim, Claim)
    speaker = one_document().snapshots[0].all(Speaker)[0]
    assert (claim.speaker, claim.types, claim.priority) == (
        speaker.id,
        ("quantity", "comparison"),
        2,
    )


def test_labels_are_found_by_name_in_any_language_slug_or_id() -> None:
    for name in ("Quantity", "数量", "quantity", QUANTITY.id):
        annotation = added(one_document(), FIGURE | {"label": name})[0]
        assert isinstance(annotation, Annotation)
        assert annotation.label == QUANTITY.id


def test_the_kind_tells_labels_of_the_same_name_apart() -> None:
    project = one_document()
    project.label_list = [*LABELS, replace(HEALTH, id=LabelId(an_id(9109)), names=QUANTITY.names)]
    assert added(project, FIGURE | {"kind": "figure"})
    with pytest.raises(UserError, match=r"(?s)Row 2, column label: .* 2 labels “Quantity”"):
        planned(project, FIGURE)


def test_an_author_of_an_unknown_name_is_made_once() -> None:
    records = added(one_document(), FIGURE | {"author": "Cy"}, FIGURE | {"author": "Cy"})
    authors = [record for record in records if isinstance(record, Author)]
    assert [author.name for author in authors] == ["Cy"]
    assert {r.author for r in records if isinstance(r, Annotation)} == {authors[0].id}


def test_new_authors_have_colours_of_their_own() -> None:
    project = one_document()
    records = added(project, *(FIGURE | {"author": name} for name in ("Cy", "Di", "Cy")))
    new = [record.colour for record in records if isinstance(record, Author)]
    known = {author.colour for author in project.authors()}
    assert len({*new} - known) == 2


def test_a_document_is_found_by_id_before_title() -> None:
    project = full_project()
    second = project.documents()[1]
    annotation = added(project, FIGURE | {"document_id": second.id})[0]
    assert isinstance(annotation, Annotation)
    assert annotation.document == second.id


def test_fragments_and_json_cells_are_read() -> None:
    row = {
        "document": "发布会",
        "label": "Statement",
        "spans": "12-16;22-24",
        "quote": "共有2. … 𠮷林",
    }
    row |= {"extra": '{"a": "b"}', "evidence": f'[{{"id": "{an_id(1)}", "url": "u"}}]'}
    annotation, _, evidence = added(one_document(), row)
    assert isinstance(annotation, Annotation)
    assert [(s.start, s.end) for s in annotation.spans] == [(12, 16), (22, 24)]
    assert annotation.extra == {"a": "b"}
    assert evidence == Evidence(evidence.id, annotation.id, "u")  # type: ignore[attr-defined]


def test_rows_are_planned_one_document_at_a_time() -> None:
    project = full_project()
    rows: Iterable[FlatRow] = (
        row
        for document in project.documents()[:2]
        for row in flat_rows_of(FIGURE | {"document_id": document.id})
    )
    edits = plan_flat_import(rows, project, Hand(BEN.id, numbered(7000)))
    next(iter(edits))
    assert project.loaded == 1


def test_the_documents_are_looked_through_once_for_all_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = one_document()
    documents = LookedThrough(project.documents())
    monkeypatch.setattr(MemoryProject, "documents", lambda _self: documents)
    planned(project, *[FIGURE] * 50)
    assert documents.times == 1


BAD: dict[str, tuple[dict[str, str], str]] = {
    "no such document": ({"document": "x"}, "column document: no .* “x”.* text first"),
    "no such id": ({"document": "", "document_id": "x"}, "column document_id: no .* text first"),
    "no such label": ({"label": "x"}, "column label: .* 0 labels “x”"),
    "another kind's label": ({"kind": "topic"}, "column label: .* mark text as topic"),
    "a figure of an unknown kind": (
        {"figure_kind": "gold"},
        "column figure_kind: one of cardinal, percent, money",
    ),
    "a figure compared in an unknown way": ({"comparator": "=="}, "column comparator: one of =, <"),
    "a position of many digits": ({"start": "9" * 5000}, "column start: .{1,200}$"),
    "wrong quote": ({"quote": "2.4万人"}, "column quote: the text there is “2.3万人”"),
    "moved": ({"start": "0", "end": "5"}, "column quote: the text there is"),
    "no number": ({"start": "x"}, "column start: .*"),
    "negative": ({"start": "-3"}, "column start: positions are whole numbers"),
    "outside": ({"end": "999"}, "column start: .*outside the text"),
    "beyond all": ({"end": "9" * 30}, "column start: positions are whole"),
    "empty": ({"end": str(START)}, "column start: .*empty"),
    "no place": ({"start": "", "end": ""}, "column start: positions"),
    "bad spans": ({"spans": "0-2,3-5"}, "column spans: positions are whole"),
    "crossing spans": ({"spans": "2-6;4-8"}, "column spans: .*follow one another"),
    "bad origin": ({"origin": "magic"}, "column origin: one of hand, suggested"),
    "bad id": ({"id": "7"}, "column id: an id is a UUID"),
    "bad extra": ({"extra": "{"}, "column extra: this is not the JSON"),
    "extra of numbers": ({"extra": '{"a": 1}'}, "column extra: .*extra.a: a text"),
    "extra with half a character": ({"extra": '{"a": "\\ud800"}'}, "column extra"),
    "evidence of nothing": ({"evidence": "[1]"}, "column evidence: .*an object"),
    "a claim's field": ({"verdict": "true"}, "column verdict: only a claim"),
    "a topic's field": ({"scope": "turn"}, "column scope: only a topic"),
    "priority": ({"label": "Statement", "priority": "high"}, "column priority: a whole number"),
    "speaker": ({"label": "Statement", "claim_speaker": "x"}, "claim_speaker: 0 speakers .*“x”"),
    "types": (
        {"label": "Statement", "types": "[1]"},
        "column types: .*texts separated by semicolons",
    ),
    "types cut off": ({"label": "Statement", "types": "["}, "column types: .*JSON"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_row_that_cannot_be_is_refused_with_its_row_and_column(case: str) -> None:
    change, problem = BAD[case]
    with pytest.raises(UserError, match=f"(?s)^Row 2, .*{problem}"):
        planned(one_document(), FIGURE | change)


def test_a_title_that_two_documents_have_is_refused() -> None:
    with pytest.raises(UserError, match="2 documents of the project are called “发布会”"):
        planned(full_project(), FIGURE)


def test_an_author_name_that_two_people_have_is_refused() -> None:
    project = one_document()
    project.author_list = [ANNA, replace(BEN, name=ANNA.name)]
    with pytest.raises(UserError, match="several authors"):
        planned(project, FIGURE | {"author": ANNA.name})


def test_the_same_id_with_other_content_is_refused_with_the_column() -> None:
    project = one_document()
    row = next(flat_rows(project, EVERYTHING))
    with pytest.raises(UserError, match=r"(?s)Row 2, column rationale: the annotation .* not “no”"):
        planned(project, row | {"rationale": "no"})


def test_an_id_in_two_rows_is_refused() -> None:
    row = FIGURE | {"id": an_id(8000)}
    with pytest.raises(UserError, match=r"(?s)Row 3, column id: .*another row"):
        planned(one_document(), row, row)


def test_what_the_text_and_turns_say_is_not_compared() -> None:
    project = one_document()
    row = next(flat_rows(project, EVERYTHING))
    assert planned(project, row | {"speaker": "x", "paragraph": "9", "document": "old title"}) == []


REVIEW = '[{"reviewer": "Cy", "state": "accepted", "note": "seen"}]'


def test_reviews_come_with_the_row_and_unknown_reviewers_are_made() -> None:
    records = added(one_document(), FIGURE | {"reviews": REVIEW, "author": "Cy"})
    [author] = [record for record in records if isinstance(record, Author)]
    [review] = [record for record in records if isinstance(record, Review)]
    assert (review.reviewer, review.state, review.note) == (author.id, "accepted", "seen")


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ('[{"reviewer": "Cy", "state": "fine"}]', "open, accepted, rejected, unsure"),
        ('[{"who": "Cy", "state": "open"}]', "reviews"),
        ("{}", "reviews"),
        (f"[{REVIEW[1:-1]}, {REVIEW[1:-1]}]", "twice"),
    ],
)
def test_reviews_that_cannot_be_are_refused_with_their_row(cell: str, problem: str) -> None:
    with pytest.raises(UserError, match=f"Row 2, column reviews: .*{problem}"):
        planned(one_document(), FIGURE | {"reviews": cell})
