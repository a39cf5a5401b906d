"""The selected annotations of documents, as formats get them."""

from dataclasses import replace

import pytest

from annotator.formats.base import Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.sheets import fragment_losses, losses_of, ruler_for, sheets, unique_names
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from tests.formats.exchange import valid_project
from tests.formats.projects import EVERYTHING, HEALTH, an_id


def test_a_selection_takes_relations_only_with_both_ends() -> None:
    whole = list(sheets(valid_project(), EVERYTHING))
    assert [len(sheet.marks) for sheet in whole] == [3, 3, 0]
    assert [len(sheet.relations) for sheet in whole] == [1, 1, 0]
    figures = list(sheets(valid_project(), Selection(kind="figure")))
    assert [len(sheet.marks) for sheet in figures] == [1, 1, 0]
    assert [len(sheet.relations) for sheet in figures] == [0, 0, 0]


def test_documents_are_loaded_one_at_a_time() -> None:
    project = valid_project()
    found = sheets(project, EVERYTHING)
    next(found)
    assert project.loaded == 1


def test_labels_of_the_same_name_get_different_names() -> None:
    kinds = [LabelKind.TOPIC, LabelKind.CLAIM, LabelKind.CLAIM]
    same = [
        replace(HEALTH, id=LabelId(an_id(number)), kind=kind, order=number)
        for number, kind in enumerate(kinds)
    ]
    assert list(unique_names(same).values()) == ["Health", "Health (claim)", "Health (claim 2)"]


def test_a_selection_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="no label"):
        list(losses_of(fragment_losses)(valid_project(), Selection(label="x"), Options()))


def test_losses_are_those_of_the_selection() -> None:
    judge = losses_of(fragment_losses)
    assert len(list(judge(valid_project(), EVERYTHING, Options()))) == 2
    assert not list(judge(valid_project(), Selection(kind="figure"), Options()))


def test_a_unit_that_the_format_has_not_is_refused() -> None:
    assert ruler_for("", Options(), (OffsetUnit.UTF16,), "x")[0] is OffsetUnit.UTF16
    with pytest.raises(UserError, match="x counts in utf16, not in utf8"):
        ruler_for("", Options(offset_unit=OffsetUnit.UTF8), (OffsetUnit.UTF16,), "x")
