"""Another tool's documents as records of a project."""

from pathlib import Path

from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    IncomingRelation,
)
from annotator.model.ids import AnnotationId, SpeakerId
from annotator.model.kinds import LabelKind, Origin, RelationKind
from annotator.model.records import (
    Annotation,
    Author,
    Claim,
    Figure,
    Label,
    Relation,
    Speaker,
    Turn,
)
from annotator.workspace.incoming import Arrivals, ProjectTexts
from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace

NO_ID = AnnotationId("")
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


def claim_of(speaker: str) -> IncomingDocument:
    """Return a document with one claim that a speaker of this name made."""
    claim = IncomingAnnotation(
        "1", "Said", ((11, 14),), LabelKind.CLAIM, detail=Claim(NO_ID, speaker=SpeakerId(speaker))
    )
    return IncomingDocument("b", TEXT, (claim,), place="Hall", group="June")


def test_a_claims_speaker_is_found_by_name(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(claim_of("张三")))
        (document,) = workspace.documents()
        assert (document.place, document.group) == ("Hall", "June")
        s = workspace.load(document.id)
        (detail,) = s.all(Claim)
        speaker = s.find(Speaker, detail.speaker)
        assert speaker is not None
        assert speaker.name == "张三"


def test_a_speaker_nobody_knows_stays_as_a_field(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(claim_of("李四")))
        s = workspace.load(workspace.documents()[0].id)
        (annotation,) = s.all(Annotation)
        assert dict(annotation.extra) == {"claim_speaker": "李四"}
        assert s.all(Claim)[0].speaker is None


def test_colours_that_are_none_are_replaced_and_blanks_may_be_underscores(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        arrivals = Arrivals(workspace)
        told = (IncomingLabel("Sea level", colour="red"), IncomingLabel("Wind", colour="#102030"))
        edit = arrivals.codebook_edit(IncomingCodebook(told))
        first, second = (record for record in edit.added if isinstance(record, Label))
        assert (first.colour[0], second.colour) == ("#", "#102030")
        again = IncomingCodebook((IncomingLabel("Sea_level"),))
        assert not arrivals.codebook_edit(again).added


def test_a_detail_of_another_kind_than_the_label_is_left_out(tmp_path: Path) -> None:
    figure = IncomingAnnotation("1", "Said", ((11, 14),), LabelKind.CLAIM, detail=Figure(NO_ID))
    with new_project(tmp_path) as workspace:
        told = IncomingDocument("b", TEXT, (figure,))
        workspace.apply(Arrivals(workspace).document_edit(told))
        assert len(workspace.load(workspace.documents()[0].id).all(Claim)) == 1


def test_an_empty_document_comes_in(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(IncomingDocument("empty", "")))
        assert [d.title for d in workspace.documents()] == ["empty"]


def test_texts_are_found_by_title_and_id(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(DOCUMENT))
        texts = ProjectTexts(workspace)
        assert texts["briefing"] == texts[workspace.documents()[0].id] == TEXT
        assert "other" not in texts
