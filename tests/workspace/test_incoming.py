"""Another tool's documents as records of a project."""

from pathlib import Path

from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    IncomingRelation,
)
from annotator.model.kinds import LabelKind, Origin, RelationKind
from annotator.model.records import Annotation, Author, Claim, Label, Relation, Turn
from annotator.workspace.incoming import Arrivals, ProjectTexts
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace

TEXT = "主持人:开始。\n张三:共有18万人😀到场。"
DOCUMENT = IncomingDocument(
    "briefing",
    TEXT,
    (
        IncomingAnnotation("T1", "Number", ((13, 17),), LabelKind.FIGURE, author="Ann"),
        IncomingAnnotation("T2", "Said", ((11, 14), (15, 20)), LabelKind.CLAIM, note="why"),
    ),
    (IncomingRelation("supports", "T1", "T2"),),
)


def new_project(tmp_path: Path) -> Workspace:
    return create_project(tmp_path / "p.annotator", this_person())


def test_a_document_comes_with_labels_authors_turns_and_relations(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(DOCUMENT))
        s = workspace.load(workspace.documents()[0].id)
        figure, claim = sorted(s.all(Annotation), key=s.kind_of, reverse=True)
        assert (figure.quote, s.label_of(figure).name()) == ("18万人", "Number")
        assert s.author_name(figure.author) == "Ann"
        assert [span.quote for span in claim.spans] == ["共有1", "万人😀到场"]
        assert claim.origin is Origin.IMPORTED
        assert claim.note == "why"
        assert isinstance(s.detail_of(claim.id), Claim)
        assert [r.kind for r in s.all(Relation)] == [RelationKind.SUPPORTS]
        assert len(s.all(Turn)) == 2
        assert len(s.all(Author)) == 2


def test_importing_again_adds_nothing(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(DOCUMENT))
        assert not Arrivals(workspace).document_edit(DOCUMENT).added
        assert len(workspace.documents()) == 1


def test_labels_of_the_project_are_used_and_new_ones_added_once(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        arrivals = Arrivals(workspace)
        known = len(workspace.labels())
        told = (IncomingLabel("quantity", LabelKind.FIGURE), IncomingLabel("Water"))
        edit = arrivals.codebook_edit(IncomingCodebook(told))
        assert [r.names["en"] for r in edit.added if isinstance(r, Label)] == ["Water"]
        workspace.apply(edit)
        assert not arrivals.codebook_edit(IncomingCodebook(told)).added
        assert len(workspace.labels()) == known + 1


def test_texts_are_found_by_title_and_id(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(DOCUMENT))
        texts = ProjectTexts(workspace)
        assert texts["briefing"] == texts[workspace.documents()[0].id] == TEXT
        assert "other" not in texts
