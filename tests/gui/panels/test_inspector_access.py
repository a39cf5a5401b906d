"""The inspector by keyboard and screen reader, and with strange names in it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.gui.panels.inspector import Inspector
from annotator.model.ids import EvidenceId
from annotator.model.records import (
    Evidence,
    ExtraField,
    Label,
)
from tests.example import LIN, QUANTITY, STATEMENT, TRANSPORT, snapshot
from tests.gui.panels.inspecting import (
    AREA,
    box,
    button,
    field,
    inner,
)
from tests.gui.panels.screen import (
    LONG,
    MARKUP,
    controls,
    focused,
    nameless,
    rich_labels,
    texts,
    unreachable,
)
from tests.gui.panels.test_inspected import inspected


@pytest.mark.parametrize(
    ("label", "first"), [(QUANTITY, "low"), (STATEMENT, "text"), (TRANSPORT, "scope")]
)
def test_the_first_field_gets_the_focus(inspector: Inspector, label: Label, first: str) -> None:
    inspector.show_annotation(inspected(snapshot(), label, "12个"))
    inspector.focus_first_field()
    assert focused() is field(inspector, first)


def test_the_note_gets_the_focus(inspector: Inspector, figure: InspectedAnnotation) -> None:
    inspector.show_annotation(figure)
    inspector.focus_note()
    assert focused() is field(inspector, "note")


def test_with_nothing_selected_no_field_gets_the_focus(inspector: Inspector) -> None:
    before = QApplication.focusWidget()
    inspector.focus_first_field()
    inspector.focus_note()
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("label", [AREA, STATEMENT, TRANSPORT])
def test_every_control_has_a_name_and_is_reached_by_tab(
    qtbot: QtBot, inspector: Inspector, label: Label
) -> None:
    shown = inspected(snapshot(), label, "12个")
    piece = Evidence(EvidenceId("e"), shown.annotation.id)
    inspector.show_annotation(replace(shown, evidence=(piece,)))
    assert nameless(inspector) == []
    assert unreachable(qtbot, inspector) == []


@pytest.mark.parametrize("label", [AREA, STATEMENT])
def test_tab_goes_from_the_top_to_the_bottom(
    qtbot: QtBot, inspector: Inspector, label: Label
) -> None:
    shown = inspected(snapshot(), label, "12个")
    inspector.show_annotation(
        replace(shown, evidence=(Evidence(EvidenceId("e"), shown.annotation.id),))
    )
    body, last = inner(inspector), button(inspector, "Copy as citation")
    field(inspector, "label").setFocus()
    heights = []
    while focused() is not last:
        heights.append(focused().mapTo(body, focused().rect().center()).y())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert len(heights) > 10
    assert all(below - above > -6 for above, below in pairwise(heights))


def test_text_of_the_project_is_shown_as_it_is(
    inspector: Inspector, figure: InspectedAnnotation
) -> None:
    span = replace(figure.annotation.spans[0], end=900, start=900 - len(MARKUP), quote=MARKUP)
    strange = replace(QUANTITY, names={"en": MARKUP})
    shown = replace(
        figure,
        annotation=replace(figure.annotation, spans=(span,)),
        label=strange,
        labels=(strange,),
        speaker=replace(LIN, name=MARKUP),
    )
    inspector.show_annotation(shown)
    assert MARKUP in texts(inspector)
    assert rich_labels(inspector) == []
    assert box(inspector, "label").currentText() == MARKUP


def test_long_names_widen_nothing(
    qtbot: QtBot, inspector: Inspector, claim: InspectedAnnotation
) -> None:
    span = replace(claim.annotation.spans[0], start=0, end=len(LONG), quote=LONG)
    wide = replace(
        STATEMENT, names={"en": LONG}, extra_fields=(ExtraField(LONG, "choice", (LONG,)),)
    )
    piece = Evidence(EvidenceId("e"), claim.annotation.id, publisher=LONG)
    inspector.show_annotation(
        replace(
            claim,
            annotation=replace(claim.annotation, spans=(span,)),
            label=wide,
            labels=(wide,),
            speaker=replace(LIN, name=LONG),
            evidence=(piece,),
        )
    )
    qtbot.waitUntil(lambda: inner(inspector).width() <= inspector.viewport().width())


@pytest.mark.parametrize("width", [200, 240, 320])
@pytest.mark.parametrize("name", ["claim", "figure"])
def test_nothing_is_cut_off_in_a_narrow_panel(
    qtbot: QtBot, inspector: Inspector, request: pytest.FixtureRequest, name: str, width: int
) -> None:
    inspector.resize(width, 500)
    inspector.show_annotation(request.getfixturevalue(name))

    def cut_off() -> list[str]:
        room = inspector.viewport().width()
        return [
            control.accessibleName()
            for control in controls(inspector)
            if control.mapTo(inspector.viewport(), control.rect().topRight()).x() >= room
            or control.width() < control.minimumSizeHint().width()
        ]

    qtbot.waitUntil(lambda: not cut_off())
    assert inner(inspector).width() == inspector.viewport().width()
    note = field(inspector, "note").mapTo(inspector, QPoint()).x()
    assert (note > width / 3) == (width > 300)
