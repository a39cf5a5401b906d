"""Bringing in what a lossless export holds, and rows of annotations."""

import csv
import json
from pathlib import Path

import pytest

from annotator.formats.base import Options, Selection
from annotator.formats.csv_file import CSV
from annotator.formats.jsonl import JSONL
from annotator.model.edit import Edit
from annotator.model.edits import remove
from annotator.model.errors import UserError
from annotator.model.records import Annotation, Document
from annotator.workspace.importing import import_files
from annotator.workspace.lossless import import_jsonl, import_rows
from annotator.workspace.workspace import Workspace
from tests.formats.exchange import valid_project
from tests.workspace.example_workspace import new_project, written

PROJECT = valid_project()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "out.jsonl"
    JSONL.write(PROJECT, Selection(), path, Options())
    return path


def annotations(workspace: Workspace) -> dict[str, Annotation]:
    found = [a for d in workspace.documents() for a in workspace.load(d.id).all(Annotation)]
    return {a.id: a for a in found}


def test_everything_comes_back_with_its_ids_and_again_adds_nothing(
    export: Path, tmp_path: Path
) -> None:
    with new_project(tmp_path) as workspace:
        told: list[Edit] = []
        import_jsonl(workspace, export, "g", told.append)
        added = [document for edit in told for document in edit.added_of(Document)]
        assert [d.id for d in added] == [s.document.id for s in PROJECT.snapshots]
        assert annotations(workspace) == {
            a.id: a for s in PROJECT.snapshots for a in s.all(Annotation)
        }
        assert workspace.relations_between_documents() == PROJECT.cross_relations
        assert sum(len(edit.added) for edit in told) > len(added)
        again: list[Edit] = []
        import_jsonl(workspace, export, "h", again.append)
        assert again == []


def test_a_project_without_documents_takes_over_the_codebook_and_one_undo_gives_it_back(
    export: Path, tmp_path: Path
) -> None:
    with new_project(tmp_path) as workspace:
        before = workspace.labels()
        import_jsonl(workspace, export, "g")
        assert {label.id for label in workspace.labels()} == {x.id for x in PROJECT.labels()}
        workspace.undo()
        assert workspace.labels() == before
        assert workspace.documents() == []


def test_a_project_with_documents_keeps_its_labels(export: Path, tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        own = {label.id for label in workspace.labels()}
        source = written(tmp_path / "talk.txt", "A short talk.")
        import_files(workspace, [source])
        import_jsonl(workspace, export, "g")
        assert own < {label.id for label in workspace.labels()}


def test_a_damaged_file_changes_nothing(export: Path, tmp_path: Path) -> None:
    lines = export.read_text("utf-8").splitlines()
    export.write_text("\n".join([*lines[:-1], lines[-1][:50]]), "utf-8")
    with new_project(tmp_path) as workspace:
        before = workspace.labels()
        with pytest.raises(UserError):
            import_jsonl(workspace, export, "g")
        assert (workspace.labels(), workspace.documents()) == (before, [])


@pytest.mark.parametrize(
    ("part", "field", "told"),
    [
        ("relations", "source", "neither the file nor the project holds 0174"),
        ("relations", "target", "neither the file nor the project holds 0174"),
        ("relations", "author", "expected an id that the file holds"),
        ("relations", "label", "expected an id that the file holds"),
        ("document_links", "source", "neither the file nor the project holds 0174"),
        ("document_links", "target", "neither the file nor the project holds 0174"),
    ],
)
def test_an_end_that_is_nowhere_is_told_with_its_line_and_changes_nothing(
    part: str, field: str, told: str, export: Path, tmp_path: Path
) -> None:
    header, *documents = export.read_text("utf-8").splitlines()
    row = json.loads(header)
    row[part][0][field] = "0174876e-8000-7000-8000-0000000fffff"
    export.write_text("\n".join(["", json.dumps(row), *documents]), "utf-8")
    with new_project(tmp_path) as workspace:
        before = workspace.labels()
        with pytest.raises(UserError, match=rf"^Line 2, {part}\[0\]\.{field}: {told}"):
            import_jsonl(workspace, export, "g")
        assert (workspace.labels(), workspace.documents()) == (before, [])


def test_an_end_may_be_in_the_project(export: Path, tmp_path: Path) -> None:
    header, first, *others = export.read_text("utf-8").splitlines()
    with new_project(tmp_path) as workspace:
        alone = json.loads(header) | {"relations": [], "document_links": []}
        export.write_text("\n".join([json.dumps(alone), first]), "utf-8")
        import_jsonl(workspace, export, "g")
        export.write_text("\n".join([header, *others]), "utf-8")
        import_jsonl(workspace, export, "h")
        assert workspace.relations_between_documents() == PROJECT.cross_relations


def test_rows_are_added_to_documents_that_are_there(export: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    CSV.write(PROJECT, Selection(kind="figure"), rows, Options())
    with new_project(tmp_path) as workspace:
        with pytest.raises(UserError):
            import_rows(workspace, rows, "g")
        import_jsonl(workspace, export, "g")
        for annotation in annotations(workspace).values():
            s = workspace.load(annotation.document)
            if s.kind_of(annotation) == "figure":
                workspace.apply(remove(s, [annotation]))
        told: list[Edit] = []
        import_rows(workspace, rows, "h", told.append)
        assert sum(len(edit.added) for edit in told) > 0
        quotes = [a.quote for a in annotations(workspace).values()]
        assert quotes.count("2.3万人") == 2


def test_a_bad_row_behind_good_ones_of_other_documents_changes_nothing(
    export: Path, tmp_path: Path
) -> None:
    rows = tmp_path / "rows.csv"
    CSV.write(PROJECT, Selection(), rows, Options())
    header, *good = rows.read_text("utf-8").splitlines()
    rows.write_text("\n".join([header, *good, good[-1].replace(good[-1][:20], "nobody")]), "utf-8")
    with new_project(tmp_path) as workspace:
        import_jsonl(workspace, export, "g")
        for document in workspace.documents():
            s = workspace.load(document.id)
            workspace.apply(remove(s, s.all(Annotation)))
        before = workspace.store.counts().transactions
        with pytest.raises(UserError, match="Row"):
            import_rows(workspace, rows, "h")
        assert not annotations(workspace)
        assert workspace.store.counts().transactions == before


def test_an_id_in_two_rows_that_lie_apart_is_refused_with_the_row(
    export: Path, tmp_path: Path
) -> None:
    rows = tmp_path / "rows.csv"
    CSV.write(PROJECT, Selection(), rows, Options())
    with rows.open(encoding="utf-8", newline="") as file:
        header, *good = csv.reader(file)
    with rows.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *good, good[0]])
    with new_project(tmp_path) as workspace:
        import_jsonl(workspace, export, "g")
        for document in workspace.documents():
            s = workspace.load(document.id)
            workspace.apply(remove(s, s.all(Annotation)))
        with pytest.raises(UserError, match=rf"Row {len(good) + 2}, column id: .* another row"):
            import_rows(workspace, rows, "h")
        assert not annotations(workspace)


def test_a_document_that_is_in_the_file_twice_comes_in_once(export: Path, tmp_path: Path) -> None:
    lines = export.read_text("utf-8").splitlines()
    export.write_text("\n".join([*lines, lines[-1]]), "utf-8")
    with new_project(tmp_path) as workspace:
        import_jsonl(workspace, export, "g")
        assert len(workspace.documents()) == len(PROJECT.snapshots)
