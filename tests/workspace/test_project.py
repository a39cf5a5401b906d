"""The Python interface, used as a script would."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.base import Selection
from annotator.model.errors import UserError
from annotator.model.kinds import ReviewState
from annotator.model.records import Figure
from annotator.workspace.project import Project
from tests.example import TEXT
from tests.workspace.example_workspace import written


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "parks", title="Parks") as made:
        made.import_files(written(tmp_path / "talk.txt", TEXT))
        yield made


def span(quote: str) -> tuple[int, int]:
    return TEXT.index(quote), TEXT.index(quote) + len(quote)


def test_a_project_is_closed_behind_a_block_and_opens_again(project: Project) -> None:
    [document] = project.documents
    project.mark(document, *span("12个"), "quantity")
    project.close()
    with Project.open(project.path, author="Ben", read_only=True) as again:
        assert (again.title, again.path.name) == ("Parks", "parks.annotator")
        assert [a.quote for a in again.annotations(document)] == ["12个"]
        assert again.workspace.session.author.name == "Ben"
        assert again.verify() == []


def test_documents_are_named_by_id_title_or_themselves(project: Project) -> None:
    [document] = project.documents
    for name in (document, document.id, document.title):
        assert project.document(name) == document
        assert project.text(name) == TEXT
    with pytest.raises(UserError, match="No document has the title or id none"):
        project.document("none")


def test_a_label_is_named_in_any_way_and_a_figure_is_read(project: Project) -> None:
    [document] = project.documents
    [quantity] = [label for label in project.labels if label.slug == "quantity"]
    for name in (quantity, quantity.id, quantity.slug, quantity.name(), quantity.key):
        made = project.mark(document, *span("12个"), name)
        figure = project.load(document).find(Figure, made.id)
        assert (made.label, figure and figure.low) == (quantity.id, "12")


def test_what_is_known_of_a_figure_is_not_read_again(project: Project) -> None:
    [document] = project.documents
    known = Figure("", "13", "13")  # type: ignore[arg-type]
    made = project.mark(document, *span("12个"), "quantity", detail=known)
    figure = project.load(document).find(Figure, made.id)
    assert figure
    assert figure.low == "13"


def test_undo_and_redo_tell_what_they_did(project: Project) -> None:
    [document] = project.documents
    made = project.mark(document, *span("12个"), "quantity")
    project.delete(made)
    assert project.annotations(document) == []
    assert "Delete" in str(project.undo())
    assert project.annotations(document) == [made]
    assert "Delete" in str(project.redo())
    assert project.annotations(document) == []
    assert next(iter(project.history())).kind == "redo"


def test_a_corrected_text_is_a_document_beside_the_old_one(
    project: Project, tmp_path: Path
) -> None:
    [document] = project.documents
    project.mark(document, *span("12个"), "quantity")
    source = written(tmp_path / "new.txt", TEXT.replace("今年新建", "今年共新建"))
    project.correct(document, source)
    old, new = project.documents
    assert (old, project.text(new)) == (document, source.read_text("utf-8"))
    assert [a.quote for a in project.annotations(new)] == ["12个"]


def test_what_is_exported_is_what_is_selected(project: Project, tmp_path: Path) -> None:
    [document] = project.documents
    project.mark(document, *span("12个"), "quantity")
    project.mark(document, *span("今年新建公园12个"), "statement")
    path = tmp_path / "out.csv"
    assert project.export("csv", path, selection=Selection(kind="claim"), pseudonyms=True) == 1
    content = path.read_text("utf-8")
    assert "今年新建公园12个" in content
    assert "author 1" in content
    assert project.export("jsonl", tmp_path / "out.jsonl") == 2


def test_a_review_is_kept_and_an_unknown_state_refused(project: Project) -> None:
    [document] = project.documents
    annotation = project.mark(document, *span("12个"), "quantity")
    project.review(annotation, "accepted", "seen")
    project.review(annotation, ReviewState.REJECTED)
    [held] = project.load(document).reviews_of(annotation.id)
    assert (held.state, held.note) == (ReviewState.REJECTED, "seen")
    with pytest.raises(UserError, match="open, accepted, rejected, unsure, not fine"):
        project.review(annotation, "fine")


@pytest.mark.parametrize("name", ["parks.annotator", "other.annotator", "a.csv"])
def test_an_export_never_takes_the_place_of_a_project(project: Project, name: str) -> None:
    output = project.path.with_name(name)
    if name == "a.csv":
        output.symlink_to(project.path)
    before = project.path.read_bytes()
    with pytest.raises(UserError, match="choose another name"):
        project.export("csv", output)
    assert project.path.read_bytes() == before
    assert output.exists() == (name != "other.annotator")


def test_a_copy_is_a_project_too(project: Project, tmp_path: Path) -> None:
    project.save_copy(tmp_path / "copy.annotator")
    with Project.open(tmp_path / "copy.annotator") as copy:
        assert copy.documents == project.documents
