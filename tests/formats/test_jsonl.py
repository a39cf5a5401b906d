"""The lossless format as it is written: what is in it, in which order, and at what cost."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import pytest

from annotator.formats.base import Options, Selection
from annotator.formats.jsonl import JSONL, write_jsonl
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, FindingId
from annotator.model.records import Annotation, Finding, Passage, Span
from annotator.model.snapshot import Snapshot
from tests.formats.projects import (
    ANNA,
    BEN,
    EVERYTHING,
    HEALTH,
    LABELS,
    QUANTITY,
    TEXT,
    MemoryProject,
    a_document,
    an_id,
    full_figure,
    full_project,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "jsonl" / "project.jsonl"


def written(project: MemoryProject, selection: Selection = EVERYTHING) -> str:
    """Return the export as text."""
    out = io.StringIO(newline="")
    write_jsonl(project, selection, out)
    return out.getvalue()


def rows(project: MemoryProject, selection: Selection = EVERYTHING) -> list[Any]:
    """Return the export's lines as values."""
    return [json.loads(line) for line in written(project, selection).splitlines()]


@pytest.mark.outside("jsonl", "pandas")
def test_pandas_cuts_every_passage_out_of_its_text(tmp_path: Path) -> None:
    path, project = tmp_path / "p.jsonl", full_project()
    JSONL.write(project, EVERYTHING, path, Options())
    table = pd.read_json(path, lines=True, dtype=False, convert_dates=False)
    rows = table[table["text"].notna() & table["annotations"].notna()]
    assert list(rows["text"]) == [s.text for s in project.snapshots]
    found = [
        (told["id"], told["label_name"], [text[start:end] for start, end in told["spans"]])
        for text, marks in zip(rows["text"], rows["annotations"], strict=True)
        for told in marks
    ]
    assert sorted(found) == sorted(
        (a.id, s.label_of(a).name(), [span.quote for span in a.spans])
        for s in project.snapshots
        for a in s.all(Annotation)
    )


def test_the_bytes_are_those_of_the_golden_file(tmp_path: Path) -> None:
    count = JSONL.write(full_project(), EVERYTHING, tmp_path / "p.jsonl", Options())
    assert count == 6
    assert (tmp_path / "p.jsonl").read_bytes() == GOLDEN.read_bytes()


def test_the_order_that_records_are_held_in_changes_no_byte() -> None:
    project = full_project()
    turned = [
        Snapshot(s.document, s.text, [*LABELS, ANNA, BEN, *reversed([*s.records()][1:])])
        for s in project.snapshots
    ]
    shuffled = replace(project, snapshots=turned, label_list=LABELS[::-1], author_list=[BEN, ANNA])
    assert written(shuffled) == written(project)


def test_the_first_line_holds_the_project_and_what_lies_between_documents() -> None:
    project = full_project()
    header = rows(project)[0]
    assert header["format"] == "annotator-jsonl"
    assert header["version"] == 1
    assert header["project"] == {"id": project.project_id, "title": "Briefings"}
    assert [label["slug"] for label in header["codebook"]["labels"]] == [
        label.slug for label in LABELS
    ]
    assert header["settings"] == {"languages": "zh,en", "memo": "check all"}
    assert header["document_links"][0]["kind"] == "translation"
    assert header["relations"][0]["kind"] == "repeats"


def test_an_annotation_tells_its_kind_label_name_spans_and_text() -> None:
    claim = next(a for a in rows(full_project())[1]["annotations"] if a["kind"] == "claim")
    assert claim["label_name"] == "Statement"
    assert claim["text"] == "共有2.3万人 … 𠮷林占三成"
    assert [TEXT[start:end] for start, end in claim["spans"]] == ["共有2.3万人", "𠮷林占三成"]
    assert claim["claim"]["types"] == ["quantity", "comparison"]
    assert len(claim["claim"]["evidence"]) == 2


def test_chinese_and_astral_characters_are_written_as_they_are() -> None:
    assert "𠮷林" in written(full_project())


def test_a_selection_keeps_texts_and_drops_what_belongs_to_other_annotations() -> None:
    project = full_project()
    header, first, *_ = rows(project, Selection(kind="topic"))
    assert [a["label_name"] for a in first["annotations"]] == ["Health"]
    assert first["text"] == TEXT
    assert (first["relations"], first["findings"], header["relations"]) == ([], [], [])
    assert len(header["codebook"]["labels"]) == len(LABELS)


def test_relations_between_documents_stay_when_both_ends_are_selected() -> None:
    project = full_project()
    cross = project.cross_relations[0]
    ends = project.snapshots[0].annotation(cross.source)
    label = project.snapshots[0].label_of(ends)
    assert len(rows(project, Selection(label=label.slug))[0]["relations"]) == 1


def test_one_document_is_written_without_links_to_the_others() -> None:
    project = full_project()
    document = project.documents()[2]
    header, only = rows(project, Selection(document=document.title))
    assert only["id"] == document.id
    assert header["document_links"] == []


def test_a_finding_over_two_documents_is_written_once_with_the_last() -> None:
    project = full_project()
    ids = [document.id for document in project.documents()]
    passages = tuple(Passage(document, 0, 3) for document in reversed(ids))
    shared = Finding(FindingId(an_id(9500)), "repeat", passages)
    project.snapshots = [
        Snapshot(s.document, s.text, [*LABELS, ANNA, BEN, *[*s.records()][1:], shared])
        for s in project.snapshots
    ]
    lines = rows(project)[1:]
    holding = [shared.id in [f["id"] for f in line["findings"]] for line in lines]
    assert holding == [False, False, True]


def test_a_name_the_project_does_not_have_is_refused() -> None:
    with pytest.raises(UserError, match="no label “Nonsense”"):
        written(full_project(), Selection(label="Nonsense"))


def test_each_document_is_loaded_once() -> None:
    project = full_project()
    written(project)
    assert project.loaded == 3


def test_a_failed_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text("old", "utf-8")
    project = full_project()
    with pytest.raises(UserError):
        JSONL.write(project, Selection(author="Nobody"), path, Options())
    assert [file.name for file in tmp_path.iterdir()] == ["p.jsonl"]
    assert path.read_text("utf-8") == "old"


def many_figures(count: int) -> MemoryProject:
    """Return a project of one document with many figures in it."""
    text = "共有2.3万人参加大会。" * count
    document = a_document(1, text)
    records: list[Any] = [*LABELS, ANNA, HEALTH]
    for number in range(count):
        annotation, start = AnnotationId(an_id(number)), 12 * number + 2
        span = Span(start, start + 5, text[start : start + 5])
        records.append(Annotation(annotation, document.id, QUANTITY.id, ANNA.id, (span,)))
        records.append(full_figure(annotation))
    return MemoryProject([Snapshot(document, text, records)], LABELS, [ANNA])
