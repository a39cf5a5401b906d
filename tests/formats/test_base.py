"""Which annotations a selection means."""

import pytest

from annotator.formats.base import Selection
from annotator.model.errors import UserError
from tests.formats.projects import ANNA, BEN, EVERYTHING, QUANTITY, full_project


def quotes(selection: Selection) -> list[str]:
    """Return the selected quotes of a full project's first document."""
    snapshot = full_project().snapshots[0]
    return [annotation.quote for annotation in selection.annotations(snapshot)]


FIGURE, CLAIM, TOPIC = "2.3万人", "共有2.3万人 … 𠮷林占三成", "谢谢！"


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (EVERYTHING, [CLAIM, FIGURE, TOPIC]),
        (Selection(kind="figure"), [FIGURE]),
        (Selection(label="quantity"), [FIGURE]),
        (Selection(label="数量"), [FIGURE]),
        (Selection(label=QUANTITY.id), [FIGURE]),
        (Selection(speaker="发言人"), [CLAIM, FIGURE]),
        (Selection(speaker="记者"), [TOPIC]),
        (Selection(author="Ben"), [CLAIM]),
        (Selection(author=ANNA.id), [FIGURE, TOPIC]),
        (Selection(kind="topic", author=BEN.id), []),
        (Selection(speaker="nobody"), []),
    ],
)
def test_all_parts_of_a_selection_must_fit(selection: Selection, expected: list[str]) -> None:
    assert quotes(selection) == expected


def test_a_document_is_meant_by_its_title_or_id() -> None:
    project = full_project()
    third = project.documents()[2]
    for name in (third.id, third.title):
        assert list(Selection(document=name).documents_of(project)) == [third]
    assert list(EVERYTHING.documents_of(project)) == project.documents()


@pytest.mark.parametrize(
    ("selection", "problem"),
    [
        (Selection(label="x"), "no label “x”"),
        (Selection(author="x"), "no author “x”"),
        (Selection(document="x"), "no document “x”"),
        (Selection(speaker="x"), "The selected documents have no speaker “x”"),
        (Selection(speaker="记者", document="Empty"), "have no speaker “记者”"),
        (Selection(status="x"), "no status “x” of a claim; there are open, draft"),
    ],
)
def test_what_the_project_does_not_have_is_refused(selection: Selection, problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        selection.check(full_project())


def test_what_the_project_has_passes() -> None:
    Selection("claim", "Statement", "记者", "Anna Li").check(full_project())
    Selection(document="Empty").check(full_project())


def test_only_an_empty_selection_is_everything() -> None:
    assert EVERYTHING.is_everything
    assert not Selection(kind="claim").is_everything
