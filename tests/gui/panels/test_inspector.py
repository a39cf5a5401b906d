"""The inspector: what it shows of an annotation, and what it says when that is edited."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.gui.panels.inspector import Inspector
from annotator.model.ids import EvidenceId
from annotator.model.kinds import LabelKind
from annotator.model.records import (
    Claim,
    Evidence,
    Figure,
    Label,
    Topic,
)
from tests.example import LIN, MONEY, QUANTITY, STATEMENT, TRANSPORT, snapshot
from tests.gui.panels.inspecting import (
    AREA,
    TRUTH,
    box,
    button,
    choose,
    field,
    inner,
    type_and_leave,
)
from tests.gui.panels.screen import (
    heard,
    put_on_screen,
    texts,
)
from tests.gui.panels.test_inspected import inspected, without_detail

# --- what is shown ---


def test_with_nothing_selected_it_says_what_to_do(inspector: Inspector) -> None:
    assert texts(inspector)[0] == "Nothing is selected"
    assert any("press a label's key" in text for text in texts(inspector))


def test_with_nothing_selected_there_is_nothing_to_scroll_to(
    qtbot: QtBot, inspector: Inspector, claim: InspectedAnnotation
) -> None:
    inspector.resize(320, 420)
    inspector.show_annotation(claim)
    qtbot.waitUntil(lambda: inspector.verticalScrollBar().maximum() > 0)
    inspector.show_nothing()
    qtbot.waitUntil(lambda: inspector.verticalScrollBar().maximum() == 0)


def test_another_kind_has_its_height_with_the_first_paint(
    inspector: Inspector, claim: InspectedAnnotation, figure: InspectedAnnotation
) -> None:
    heights = []
    for each in (claim, figure, claim, figure):
        inspector.show_annotation(each)
        for _turn in range(4):
            QApplication.processEvents()
            heights.append(inner(inspector).height())
    assert len(set(heights[8:])) == 2, "from the second time on; labels may move above before"
    assert (len(set(heights[8:12])), len(set(heights[12:]))) == (1, 1)


def test_it_shows_the_words_the_place_and_the_maker(
    inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    shown = texts(inspector)
    assert "12个" in shown
    assert any(
        all(part in text for part in ("林晓", "¶4", "Lin", "2026-01-05 10:00")) for text in shown
    )
    assert "Nothing is selected" not in shown


def test_a_long_quote_is_cut(inspector: Inspector) -> None:
    s = snapshot()
    whole = s.text[:30]
    shown = inspected(s, QUANTITY, whole)
    span = replace(shown.annotation.spans[0], end=400, quote="字" * 400)
    inspector.show_annotation(replace(shown, annotation=replace(shown.annotation, spans=(span,))))
    assert "字" * 280 + "…" in texts(inspector)


@pytest.mark.parametrize("label", [QUANTITY, STATEMENT, TRANSPORT])
def test_it_shows_the_fields_of_its_kind_only(inspector: Inspector, label: Label) -> None:
    inspector.show_annotation(inspected(snapshot(), label, "12个"))
    visible = [kind for kind, form in inspector.detail_forms.items() if form.isVisible()]
    assert visible == [label.kind]
    assert inspector.read_button.isVisible() is (label.kind is LabelKind.FIGURE)
    assert inspector.evidence.isVisible() is (label.kind is LabelKind.CLAIM)


def test_it_shows_what_a_figure_says(inspector: Inspector, figure: InspectedAnnotation) -> None:
    detail = Figure(figure.annotation.id, low="12", unit="个", comparator=">=")
    inspector.show_annotation(replace(figure, detail=detail))
    values = inspector.detail_forms[LabelKind.FIGURE].values()
    assert (values["low"], values["unit"], values["comparator"]) == ("12", "个", ">=")


def test_a_missing_detail_shows_empty_fields(
    inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(replace(figure, detail=Figure(figure.annotation.id, low="12")))
    inspector.show_annotation(without_detail(QUANTITY))
    assert set(inspector.detail_forms[LabelKind.FIGURE].values().values()) == {""}


def test_the_reading_of_one_figure_is_not_left_on_another(
    inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    inspector.show_reading("12 parks")
    assert "12 parks" in texts(inspector)
    inspector.show_annotation(inspected(snapshot(), MONEY, "1.2亿元"))
    assert "12 parks" not in texts(inspector)


def test_labels_are_offered_in_the_reader_s_language(qtbot: QtBot) -> None:
    inspector = Inspector(lambda: [TRUTH], "zh")
    put_on_screen(qtbot, inspector)
    inspector.show_annotation(inspected(snapshot(), QUANTITY, "12个"))
    labels = box(inspector, "label")
    assert [labels.itemText(i) for i in range(labels.count())] == ["数量", "陈述", "交通", "金额"]
    assert labels.currentText() == "数量"


def test_a_retired_label_is_shown_by_name(
    inspector: Inspector, figure: InspectedAnnotation
) -> None:
    retired = replace(QUANTITY, retired=True)
    inspector.show_annotation(replace(figure, label=retired, labels=(STATEMENT, MONEY)))
    assert box(inspector, "label").currentText() == "Quantity"


def test_the_speakers_of_the_document_are_offered_to_a_claim(
    inspector: Inspector, claim: InspectedAnnotation
) -> None:
    inspector.show_annotation(replace(claim, detail=Claim(claim.annotation.id, speaker=LIN.id)))
    speakers = box(inspector, "speaker")
    assert speakers.currentText() == "林晓"
    assert speakers.count() == 1 + len(claim.speakers)


def test_the_verdicts_are_those_of_the_scale(
    inspector: Inspector, claim: InspectedAnnotation
) -> None:
    told = Claim(claim.annotation.id, scale="truth", verdict="false")
    inspector.show_annotation(replace(claim, detail=told))
    verdicts = box(inspector, "verdict")
    assert [verdicts.itemText(i) for i in range(verdicts.count())] == ["—", "True", "False"]
    assert verdicts.currentText() == "False"
    free = Claim(claim.annotation.id, scale="free")
    inspector.show_annotation(replace(claim, detail=free))
    assert verdicts.count() == 1


def test_nothing_is_said_while_showing(
    inspector: Inspector, figure: InspectedAnnotation, claim: InspectedAnnotation
) -> None:
    said = [
        heard(signal)
        for signal in (
            inspector.detail_changed,
            inspector.note_changed,
            inspector.extra_changed,
            inspector.label_changed,
            inspector.evidence_changed,
        )
    ]
    piece = Evidence(EvidenceId("e"), claim.annotation.id, publisher="Ministry")
    for shown in (figure, replace(claim, evidence=(piece,)), replace(figure, label=AREA)):
        inspector.show_annotation(shown)
        inspector.commit()
    inspector.show_nothing()
    assert said == [[], [], [], [], []]


# --- what is said ---


def test_a_detail_is_said_when_a_field_is_left(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(replace(figure, detail=Figure(figure.annotation.id, low="12")))
    changed = heard(inspector.detail_changed)
    type_and_leave(qtbot, field(inspector, "referent"), "parks")
    assert changed == [(Figure(figure.annotation.id, low="12", referent="parks"),)]


def test_a_missing_detail_can_be_filled_in(qtbot: QtBot, inspector: Inspector) -> None:
    shown = without_detail(TRANSPORT)
    inspector.show_annotation(shown)
    changed = heard(inspector.detail_changed)
    type_and_leave(qtbot, field(inspector, "stance"), "for it")
    assert changed == [(Topic(shown.annotation.id, stance="for it"),)]


def test_another_scale_clears_the_verdict(
    qtbot: QtBot, inspector: Inspector, claim: InspectedAnnotation
) -> None:
    told = Claim(claim.annotation.id, scale="truth", verdict="false")
    inspector.show_annotation(replace(claim, detail=told))
    changed = heard(inspector.detail_changed)
    box(inspector, "scale").setFocus()
    qtbot.keyClick(box(inspector, "scale"), Qt.Key.Key_Down)
    assert changed == [(Claim(claim.annotation.id, scale="free"),)]


def test_a_note_is_said_with_its_annotation(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    changed = heard(inspector.note_changed)
    type_and_leave(qtbot, field(inspector, "note"), "check it")
    assert changed == [(figure.annotation.id, "check it")]


def test_another_label_is_said(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    changed = heard(inspector.label_changed)
    choose(qtbot, box(inspector, "label"), "Money")
    assert changed[-1] == (figure.annotation.id, MONEY.id)


def test_no_label_is_no_choice(inspector: Inspector, figure: InspectedAnnotation) -> None:
    inspector.show_annotation(figure)
    assert box(inspector, "label").findText("—") == -1


def test_the_fields_of_a_label_are_said(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    annotation = replace(figure.annotation, extra={"area": "3", "use": ""})
    inspector.show_annotation(replace(figure, annotation=annotation, label=AREA))
    changed = heard(inspector.extra_changed)
    assert inspector.extra_form is not None
    assert inspector.extra_form.values() == {"area": "3", "use": ""}
    choose(qtbot, box(inspector, "use"), "play")
    assert changed == [(figure.annotation.id, {"area": "3", "use": "play"})]


def test_the_fields_of_one_label_go_with_it(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(replace(figure, label=AREA))
    line = field(inspector, "area")
    line.setFocus()
    qtbot.keyClicks(line, "4")
    changed = heard(inspector.extra_changed)
    inspector.show_annotation(replace(figure, label=MONEY))
    assert changed == []
    assert inspector.extra_form is None
    assert "area" not in texts(inspector)


def test_what_is_being_typed_is_said_before_another_is_shown(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation, claim: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    notes, details = heard(inspector.note_changed), heard(inspector.detail_changed)
    qtbot.keyClicks(field(inspector, "unit"), "parks")
    qtbot.keyClicks(field(inspector, "note"), "mine")
    other = replace(claim, annotation=replace(claim.annotation, note="yours"))
    inspector.show_annotation(
        replace(
            other,
            annotation=replace(other.annotation, id=without_detail(QUANTITY).label.id),  # type: ignore[arg-type]
        )
    )
    assert notes == [(figure.annotation.id, "mine")]
    assert [getattr(detail, "unit", None) for (detail,) in details] == ["parks"]
    assert inspector.note_form.values() == {"note": "yours"}


def test_what_is_being_typed_is_said_before_nothing_is_shown(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    notes = heard(inspector.note_changed)
    qtbot.keyClicks(field(inspector, "note"), "mine")
    inspector.show_nothing()
    inspector.commit()
    assert notes == [(figure.annotation.id, "mine")]


def test_evidence_is_said(qtbot: QtBot, inspector: Inspector, claim: InspectedAnnotation) -> None:
    inspector.show_annotation(claim)
    changed = heard(inspector.evidence_changed)
    qtbot.mouseClick(inspector.evidence.add_button, Qt.MouseButton.LeftButton)
    assert changed == [(None, Evidence(EvidenceId(""), claim.annotation.id))]


@pytest.mark.parametrize(
    ("text", "signal"),
    [("Copy as citation", "copy_requested"), ("Delete", "delete_requested")],
)
def test_a_button_wishes_something_for_the_annotation(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation, text: str, signal: str
) -> None:
    inspector.show_annotation(figure)
    wishes = heard(getattr(inspector, signal))
    button(inspector, text).setFocus()
    qtbot.keyClick(button(inspector, text), Qt.Key.Key_Space)
    assert wishes == [(figure.annotation.id,)]


def test_reading_the_figure_is_a_wish(
    qtbot: QtBot, inspector: Inspector, figure: InspectedAnnotation
) -> None:
    inspector.show_annotation(figure)
    wishes = heard(inspector.read_requested)
    qtbot.mouseClick(inspector.read_button, Qt.MouseButton.LeftButton)
    assert wishes == [(figure,)]
