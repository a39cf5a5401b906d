"""Checks of a document, and a person's ruling on one."""

from dataclasses import replace

import pytest

from annotator.checks.statement import Check, CheckType, Verdict
from annotator.model.edits import add_fragment
from annotator.model.kinds import Ruling
from annotator.model.message import Message
from annotator.model.records import Annotation, Finding, Passage
from annotator.model.snapshot import Snapshot
from annotator.workspace.checking import (
    check_document,
    examine,
    marked_figures,
    places_of,
    rule,
    rulings,
)
from annotator.workspace.marking import mark_selection
from tests.example import DOCUMENT, HAND, LABELS, QUANTITY, STATEMENT

TEXT = "共有2.3万人参加，其中女性1万人。\n共有2.6万人参加，增长12.5%。"
PASSAGES = (Passage(DOCUMENT.id, 2, 6), Passage(DOCUMENT.id, 20, 24))
CHECK = Check(
    CheckType.REPEAT, Verdict.CONFLICT, PASSAGES, ("2.3万人", "2.6万人"), Message("2 ≠ 3"), 0.9
)


def marked(*quotes: str) -> Snapshot:
    s = Snapshot(DOCUMENT, TEXT, LABELS)
    for quote in quotes:
        start = TEXT.index(quote)
        s.apply(mark_selection(s, QUANTITY, (start, start + len(quote)), HAND))
    return s


def test_marked_figures_are_told_once_for_each_passage() -> None:
    s = marked("2.3万人", "2.3万人", "1万人")
    told = marked_figures(s)
    assert [(x.text, x.figure.low) for x in told] == [("2.3万人", "23000"), ("1万人", "10000")]
    assert all(x.annotation for x in told)


def test_what_a_person_has_marked_goes_before_what_is_found() -> None:
    s = marked("有2.3万人参加")
    found = examine(DOCUMENT.id, TEXT, marked_figures(s)).statements
    assert [x.text for x in found] == ["有2.3万人参加", "1万人", "2.6万人", "12.5%"]
    assert [bool(x.annotation) for x in found] == [True, False, False, False]


def test_figures_of_one_thing_that_differ_are_a_conflict_and_come_first() -> None:
    text = "全市完成投资4亿元，新增就业2.3万人。\n全市完成投资4亿元，新增就业2.6万人。"
    assert [(check.verdict, check.texts) for check in check_document(DOCUMENT.id, text, ())] == [
        (Verdict.CONFLICT, ("2.3万人", "2.6万人")),
        (Verdict.CONSISTENT, ("4亿元", "4亿元")),
    ]


def test_a_ruling_takes_the_place_of_an_earlier_one() -> None:
    first = rule(None, CHECK, Ruling.CONFIRMED, HAND)
    [finding] = first.added
    assert isinstance(finding, Finding)
    assert (finding.type, finding.verdict, finding.working) == ("repeat", "conflict", "2 ≠ 3")
    assert first.removed == ()
    second = rule(finding, CHECK, Ruling.EXPLAINED, HAND, "rounded")
    assert second.removed == (finding,)
    assert second.added == (replace(finding, ruling=Ruling.EXPLAINED, note="rounded"),)


def test_a_ruling_is_found_by_type_and_passages_in_any_order() -> None:
    [finding] = rule(None, CHECK, Ruling.CONFIRMED, HAND).added
    assert isinstance(finding, Finding)
    known = rulings([finding])
    assert known["repeat", places_of(reversed(PASSAGES))] == finding
    assert ("sum", places_of(PASSAGES)) not in known


def test_a_mark_in_fragments_or_of_another_kind_is_no_figure() -> None:
    s = marked("2.3万人", "1万人")
    [first, second] = s.all(Annotation)
    s.apply(add_fragment(s, first, 20, 24))
    s.apply(mark_selection(s, STATEMENT, (20, 24), HAND))
    assert [x.text for x in marked_figures(s)] == [second.quote]


@pytest.mark.parametrize("ruling", Ruling)
def test_a_ruling_is_told_in_words(ruling: Ruling) -> None:
    told = str(rule(None, CHECK, ruling, HAND).label)
    assert "check" in told
    assert "_" not in told
