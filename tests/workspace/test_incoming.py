"""Another tool's documents as records of a project."""

from dataclasses import replace
from pathlib import Path

from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingLabel,
    IncomingRelation,
    IncomingTurn,
)
from annotator.model.codebook import COLOURS
from annotator.model.ids import AnnotationId, SpeakerId
from annotator.model.kinds import LabelKind, Origin, Part, RelationKind, Role
from annotator.model.project_edits import change_document
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
from tests.counted_steps import steps_of

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


def test_new_authors_have_colours_of_their_own(tmp_path: Path) -> None:
    by = ("Cy", "Di", "Cy")
    marks = tuple(IncomingAnnotation(f"{a}", "x", ((a, 11),), author=n) for a, n in enumerate(by))
    with new_project(tmp_path) as workspace:
        edit = Arrivals(workspace).document_edit(IncomingDocument("b", TEXT, marks))
        new = {author.colour for author in edit.added_of(Author)}
        assert len(new - {author.colour for author in workspace.authors()}) == 2


def test_new_labels_get_one_colour_after_the_other(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        known = len(workspace.labels())
        told = IncomingCodebook(tuple(IncomingLabel(name) for name in "abc"))
        edit = Arrivals(workspace).codebook_edit(told)
        expected = [COLOURS[(known + at) % len(COLOURS)] for at in range(3)]
        assert [label.colour for label in edit.added_of(Label)] == expected


def test_a_key_of_the_file_is_kept_unless_another_label_has_it(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        taken = next(label.key for label in workspace.labels() if label.key)
        keys = (taken, "x", "x", "0", "", "ctrl+a", "")
        told = tuple(IncomingLabel(f"new {at}", key=key) for at, key in enumerate(keys))
        edit = Arrivals(workspace).codebook_edit(IncomingCodebook(told))
        assert [label.key for label in edit.added_of(Label)] == ["", "x", *[""] * 5]


def test_twice_as_many_labels_take_twice_the_work(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:

        def steps(count: int) -> int:
            told = IncomingCodebook(tuple(IncomingLabel(f"x{at}") for at in range(count)))
            arrivals = Arrivals(workspace)
            return steps_of(lambda: arrivals.codebook_edit(told))

        assert steps(400) < 2.2 * steps(200)


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


def test_turns_that_a_file_tells_are_taken_with_their_roles(tmp_path: Path) -> None:
    told = (
        IncomingTurn(0, 0, 8, "", "lead"),
        IncomingTurn(8, 11, 21, "张三", "speaker", time_start=1500, time_end=4000),
        IncomingTurn(21, 21, 21, "李四", "chorus"),
    )
    with new_project(tmp_path) as workspace:
        arrivals = Arrivals(workspace)
        workspace.apply(arrivals.document_edit(IncomingDocument("b", TEXT, turns=told)))
        s = workspace.load(workspace.documents()[0].id)
        first, second, third = sorted(s.all(Turn), key=lambda turn: turn.start)
        assert (first.part, first.speaker) == (Part.LEAD, None)
        assert (second.part, second.start, second.body_start, second.end) == (
            Part.SPEECH,
            8,
            11,
            21,
        )
        assert (second.time_start, second.time_end) == (1500, 4000)
        roles: dict[SpeakerId | None, tuple[str, Role]]
        roles = {x.id: (x.name, x.role) for x in s.all(Speaker)}
        assert roles[second.speaker] == ("张三", Role.SPEAKER)
        assert roles[third.speaker] == ("李四", Role.UNKNOWN)


def test_a_language_the_file_tells_goes_before_the_one_of_the_text(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        arrivals = Arrivals(workspace)
        workspace.apply(arrivals.document_edit(IncomingDocument("a", TEXT)))
        other = IncomingDocument("b", "Good morning to all of you.", language="fr")
        workspace.apply(arrivals.document_edit(other))
        assert [d.language for d in workspace.documents()] == ["zh-Hans", "fr"]


def test_a_figure_in_terms_of_another_tool_keeps_them_as_fields(tmp_path: Path) -> None:
    told = Figure(NO_ID, low="about 18", high="18", unit="person", kind="headcount", comparator="≈")
    mark = IncomingAnnotation("1", "Number", ((13, 17),), LabelKind.FIGURE, detail=told)
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(IncomingDocument("b", TEXT, (mark,))))
        s = workspace.load(workspace.documents()[0].id)
        (figure,) = s.all(Figure)
        assert (figure.low, figure.high, figure.unit) == ("", "18", "person")
        assert (figure.kind, figure.comparator) == ("", "")
        assert dict(s.all(Annotation)[0].extra) == {
            "figure_kind": "headcount",
            "figure_comparator": "≈",
            "figure_low": "about 18",
        }


def test_a_relation_of_a_name_we_lack_keeps_it_in_its_note(tmp_path: Path) -> None:
    told = (
        IncomingRelation("Contradicts", "T1", "T2"),
        IncomingRelation("causes", "T2", "T1"),
        IncomingRelation("causes", "T1", "T2", note="said twice"),
        IncomingRelation("supports", "T1", "gone"),
    )
    document = IncomingDocument("b", TEXT, DOCUMENT.annotations, told)
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(document))
        relations = workspace.load(workspace.documents()[0].id).all(Relation)
        assert sorted((r.kind.value, r.note) for r in relations) == [
            ("contradicts", ""),
            ("supports", "causes"),
            ("supports", "causes: said twice"),
        ]


def test_texts_are_found_by_the_name_of_their_file(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        workspace.apply(Arrivals(workspace).document_edit(DOCUMENT))
        (document,) = workspace.documents()
        workspace.apply(change_document(document, replace(document, title="Renamed")))
        texts = ProjectTexts(workspace)
        assert texts["briefing"] == texts["Renamed"] == TEXT
