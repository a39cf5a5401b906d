"""Records as form values: showing a record and taking it back changes nothing."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator.gui.panels.detail_fields import (
    claim_fields,
    evidence_fields,
    extra_fields,
    fields_beside_the_point,
    figure_fields,
    form_values,
    named,
    topic_fields,
    with_values,
    words,
)
from annotator.gui.panels.editors import Field
from annotator.gui.panels.form import Form
from annotator.model.codebook import (
    CHECKWORTHY,
    CLAIM_STATUSES,
    CLAIM_TYPES,
    COMPARATORS,
    FIELD_TYPES,
    FIGURE_KINDS,
    TOPIC_SCOPES,
)
from annotator.model.ids import AnnotationId, EvidenceId, SpeakerId
from annotator.model.kinds import Stance
from annotator.model.records import Claim, Evidence, ExtraField, Figure, Topic

ID = AnnotationId("a")
texts = st.text(max_size=8)
claims = st.builds(
    Claim,
    id=st.just(ID),
    text=texts,
    speaker=st.none() | st.builds(SpeakerId, st.text(min_size=1, max_size=4)),
    date=texts,
    types=st.lists(st.sampled_from([*CLAIM_TYPES, "odd"]), unique=True).map(tuple),
    checkworthy=st.sampled_from(["", *CHECKWORTHY, "other"]),
    priority=st.none() | st.integers(0, 9),
    scale=texts,
    verdict=texts,
    rationale=texts,
    status=st.sampled_from(["", *CLAIM_STATUSES]),
)
figures = st.builds(
    Figure,
    id=st.just(ID),
    **dict.fromkeys(
        (
            "low",
            "high",
            "unit",
            "kind",
            "approximator",
            "comparator",
            "referent",
            "denominator",
            "rate",
            "period",
            "as_of",
            "place",
            "source",
            "value",
        ),
        texts,
    ),
)
topics = st.builds(
    Topic, id=st.just(ID), scope=st.sampled_from([*TOPIC_SCOPES, "other"]), stance=texts
)
evidence = st.builds(
    Evidence,
    id=st.just(EvidenceId("e")),
    claim=st.just(ID),
    stance=st.sampled_from(Stance),
    **dict.fromkeys(
        (
            "url",
            "archived_url",
            "publisher",
            "published",
            "accessed",
            "quote",
            "file_name",
            "file_sha256",
        ),
        texts,
    ),
)
records = st.one_of(claims, figures, topics, evidence)


def fields_of(record: Claim | Figure | Topic | Evidence) -> list[Field]:
    """Return the form's fields for a record."""
    match record:
        case Claim():
            return claim_fields([("s", "Scale")])
        case Figure():
            return figure_fields()
        case Topic():
            return topic_fields()
        case Evidence():
            return evidence_fields()


def field_named(made: list[Field], name: str) -> Field:
    """Return one field of a form."""
    return next(field for field in made if field.name == name)


@given(records)
def test_a_record_shown_in_a_form_comes_back_the_same(
    qapp: QApplication, record: Claim | Figure | Topic | Evidence
) -> None:
    assert qapp is QApplication.instance()
    form = Form(fields_of(record))
    form.set_values(form_values(record))
    back = with_values(record, form.values())
    if isinstance(record, Claim) and isinstance(back, Claim):
        assert set(back.types) == set(record.types)
        values = form.values() | {"types": " ".join(record.types)}
        back = with_values(record, values)
    assert back == record


@given(records)
def test_every_value_of_a_record_is_text(record: Claim | Figure | Topic | Evidence) -> None:
    values = form_values(record)
    assert set(values) == {field.name for field in fields(record)}
    assert all(type(value) is str for value in values.values())


@pytest.mark.parametrize("record", [Claim(ID), Figure(ID), Topic(ID), Evidence(EvidenceId(""), ID)])
def test_every_field_but_the_ids_can_be_edited(record: Claim | Figure | Topic | Evidence) -> None:
    offered = {field.name for field in fields_of(record)}
    assert {field.name for field in fields(record)} - offered <= {"id", "claim"}
    assert offered <= {field.name for field in fields(record)}


def test_a_claim_takes_what_the_form_holds() -> None:
    values = form_values(Claim(ID)) | {
        "types": "law event",
        "speaker": "s",
        "priority": "2",
        "status": "draft",
        "text": "so",
    }
    expected = Claim(ID, "so", SpeakerId("s"), types=("law", "event"), priority=2, status="draft")
    assert with_values(Claim(ID), values) == expected


def test_an_emptied_claim_has_no_speaker_and_no_priority() -> None:
    claim = Claim(ID, speaker=SpeakerId("s"), priority=1, types=("law",))
    empty = form_values(claim) | {"speaker": "", "priority": "", "types": ""}
    assert with_values(claim, empty) == Claim(ID)


def test_evidence_without_a_stance_is_context() -> None:
    piece = Evidence(EvidenceId("e"), ID, stance=Stance.REFUTES)
    back = with_values(piece, form_values(piece) | {"stance": ""})
    assert back.stance is Stance.CONTEXT


@pytest.mark.parametrize(
    ("made", "name", "values"),
    [
        (claim_fields([]), "types", CLAIM_TYPES),
        (claim_fields([]), "checkworthy", CHECKWORTHY),
        (claim_fields([]), "status", CLAIM_STATUSES),
        (figure_fields(), "kind", FIGURE_KINDS),
        (figure_fields(), "comparator", COMPARATORS),
        (topic_fields(), "scope", TOPIC_SCOPES),
        (evidence_fields(), "stance", tuple(Stance)),
    ],
)
def test_a_choice_offers_the_values_of_the_model(
    made: list[Field], name: str, values: tuple[str, ...]
) -> None:
    assert tuple(value for value, _name in field_named(made, name).choices) == values


def test_scales_are_offered_to_claims() -> None:
    scales = [("truth", "True or false")]
    assert field_named(claim_fields(scales), "scale").choices == scales


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (claim_fields([]), "status"),
        (topic_fields(), "scope"),
        (evidence_fields(), "stance"),
    ],
)
def test_what_every_record_has_cannot_be_none(made: list[Field], name: str) -> None:
    assert field_named(made, name).is_required


def test_values_are_read_as_words() -> None:
    assert words("in_check") == "in check"
    assert named(["for_review"]) == [("for_review", "for review")]


def test_a_label_adds_fields_of_its_own() -> None:
    own = (
        ExtraField("area", "number"),
        ExtraField("opened", "date"),
        ExtraField("use", "choice", ("play", "rest")),
        ExtraField("fenced", "boolean"),
        ExtraField("remark"),
    )
    made = extra_fields(own)
    assert [field.kind for field in made] == ["number", "date", "choice", "choice", "text"]
    assert [field.label for field in made] == ["area", "opened", "use", "fenced", "remark"]
    assert made[2].choices == [("play", "play"), ("rest", "rest")]
    assert made[3].choices == [("true", "yes"), ("false", "no")]


@pytest.mark.parametrize("kind", FIELD_TYPES)
def test_every_type_of_a_codebook_has_a_field(kind: str) -> None:
    assert extra_fields([ExtraField("x", kind)])[0].name == "x"


@pytest.mark.parametrize(
    ("figure", "hidden"),
    [
        (Figure(ID, kind="date", value="2024"), {"low", "high", "unit", "denominator", "rate"}),
        (Figure(ID, kind="time", low="9"), {"high", "unit", "denominator", "rate"}),
        (Figure(ID, kind="percent", low="3"), {"value"}),
        (Figure(ID), {"value"}),
        (Figure(ID, kind="duration", value="2024"), set()),
    ],
)
def test_a_figure_is_asked_what_its_kind_can_say_and_shows_all_that_is_said(
    figure: Figure, hidden: set[str]
) -> None:
    assert fields_beside_the_point(figure) == hidden
