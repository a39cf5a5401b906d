"""Characters that XML 1.0 has no place for are told before they are replaced."""

from dataclasses import replace
from typing import Any

import pytest

from annotator.formats.base import Options, Selection
from annotator.formats.cas import XMI
from annotator.formats.tei import TEI
from annotator.formats.xml_losses import control_characters
from annotator.model.records import Annotation, Claim, Figure
from annotator.model.snapshot import Snapshot
from tests.formats.exchange import project_of
from tests.formats.projects import EVERYTHING, LABELS, QUANTITY


def test_words_and_fields_with_control_characters_are_told_one_by_one() -> None:
    project = project_of("a\x07b cd", ((0, 3),), ((4, 5),), ((5, 6),))
    [s] = project.snapshots
    first, second, third = s.all(Annotation)
    records = [r for r in s.records() if r not in (s.document, third)]
    project.snapshots = [
        Snapshot(s.document, s.text, [*LABELS, *records, replace(third, note="see \x1b[0m")])
    ]
    lost = list(control_characters(project, EVERYTHING, Options()))
    assert [loss.annotation for loss in lost] == [first.id, third.id]
    assert second.id not in {loss.annotation for loss in lost}
    others = Selection(label=QUANTITY.id)
    assert [x.annotation for x in control_characters(project, others, Options())] == [first.id]


def test_a_text_with_one_that_nothing_marks_is_told_where_it_stands_in_xml() -> None:
    project = project_of("ab\x07 cd", ((4, 6),))
    [s] = project.snapshots
    assert list(control_characters(project, EVERYTHING, Options())) == []
    for known in (XMI, TEI):
        (lost,) = known.losses(project, EVERYTHING, Options())
        assert (lost.document, lost.annotation) == (s.document.id, None)
        assert "U+FFFD" in str(lost.reason)


def test_tabs_line_breaks_and_astral_characters_are_no_loss() -> None:
    project = project_of("a\tb\n𠮷", ((0, 5),), note="x\ty\nz")
    assert list(control_characters(project, EVERYTHING, Options())) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"extra": {"source": "a\uffff"}},
        {"extra": {"a\uffff": "source"}},
        {"note": "\ufffe"},
    ],
)
def test_a_single_odd_character_anywhere_in_a_clean_text_is_told(changed: dict[str, Any]) -> None:
    project = project_of("ab cd", ((0, 2),))
    [s] = project.snapshots
    [one] = s.all(Annotation)
    records = [r for r in s.records() if r not in (s.document, one)]
    told = [*LABELS, *records, replace(one, **changed)]
    project.snapshots = [Snapshot(s.document, s.text, told)]
    lost = list(control_characters(project, EVERYTHING, Options()))
    assert [loss.annotation for loss in lost] == [one.id]


def test_a_control_character_among_the_types_of_a_claim_is_told() -> None:
    project = project_of("ab cd", ((0, 2),))
    [s] = project.snapshots
    [one] = s.all(Annotation)
    records = [r for r in s.records() if r != s.document and not isinstance(r, Figure)]
    claim = Claim(one.id, types=("quantity", "x\x01"))
    project.snapshots = [Snapshot(s.document, s.text, [*LABELS, *records, claim])]
    lost = list(control_characters(project, EVERYTHING, Options()))
    assert [loss.annotation for loss in lost] == [one.id]
