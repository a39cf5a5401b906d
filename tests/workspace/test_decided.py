"""Which suggestions a person has dealt with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model import edits as intentions
from annotator.model.edit import Edit
from annotator.model.edits import mark
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Label
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.workspace.decided import BLOCK, Decided
from annotator.workspace.suggesting import accept, dismiss, place_of
from annotator.workspace.workspace import Workspace
from tests.workspace.suggested import FIGURES, FromBehind, loaded, project_with_text

FOUND = {place_of(x): x for x in FIGURES}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with project_with_text(tmp_path) as made:
        yield made


def test_what_is_decided_follows_every_edit(workspace: Workspace) -> None:
    decided = Decided(loaded(workspace))
    assert decided.undecided(FOUND) == FIGURES
    edits: list[Edit] = []
    workspace.listen(edits.append)
    workspace.apply(accept(loaded(workspace), workspace.labels(), FIGURES, workspace.hand))
    assert decided.follow(edits[-1]) == set(FOUND)
    assert decided.undecided(FOUND) == []
    workspace.apply(dismiss(loaded(workspace), FIGURES[:1], workspace.hand))
    assert decided.follow(edits[-1]) == set(), "it was decided before"
    changed = []
    for _step in range(2):
        workspace.undo()
        changed.append(decided.follow(edits[-1]))
    assert changed == [set(), set(FOUND)]
    assert decided.undecided(FOUND) == FIGURES


def test_of_more_that_is_found_only_that_is_gone_through(workspace: Workspace) -> None:
    workspace.apply(dismiss(loaded(workspace), FIGURES[1:], workspace.hand))
    decided, found, told = Decided(loaded(workspace)), FromBehind(), []
    decided.go_on()
    for one in FIGURES:
        found[place_of(one)] = one
        told += [decided.undecided_more(found), decided.undecided_more(found)]
    assert told == [FIGURES[:1], [], [], []]
    fresh = Decided(loaded(workspace))
    fresh.go_on()
    assert fresh.undecided_more(found) == FIGURES[:1]


def test_a_mark_that_is_moved_within_a_passage_decides_nothing_new(workspace: Workspace) -> None:
    s = loaded(workspace)
    suggestion = Suggestion(LabelKind.CLAIM, 9, 30, s.text[9:30], 0.9, Message("reads"))
    label = next(one for one in workspace.labels() if one.kind is LabelKind.CLAIM)
    decided, found = Decided(s), {place_of(suggestion): suggestion}
    assert decided.undecided(found) == [suggestion]
    first = mark(s, label, ((10, 12),), workspace.hand)
    s.apply(first)
    assert decided.follow(first) == set(found)
    [made] = s.all(Annotation)
    for end, changed in ((20, set()), (9, set(found))):
        moved = intentions.resize(s, made, 0, 0 if end == 9 else 10, end)
        s.apply(moved)
        assert decided.follow(moved) == changed
        [made] = s.all(Annotation)


@pytest.mark.parametrize("counted", [0, 1, 2, 3])
def test_what_is_decided_is_the_same_whenever_edits_come_while_it_is_counted(
    workspace: Workspace, counted: int
) -> None:
    workspace.apply(accept(loaded(workspace), workspace.labels(), FIGURES, workspace.hand))
    workspace.apply(dismiss(loaded(workspace), FIGURES[:1], workspace.hand))
    decided = Decided(loaded(workspace))
    for _each in range(counted):
        decided.go_on(1)
    edits: list[Edit] = []
    workspace.listen(edits.append)
    workspace.undo()
    workspace.undo()
    workspace.redo()
    for edit in edits:
        decided.follow(edit)
    assert decided.go_on()
    fresh = Decided(loaded(workspace))
    fresh.go_on()
    assert decided.places == fresh.places == {place_of(x) for x in FIGURES}


@pytest.mark.parametrize(
    ("kind", "marked", "is_open"),
    [
        (LabelKind.CLAIM, (10, 20), False),
        (LabelKind.CLAIM, (0, 9), True),
        (LabelKind.CLAIM, (8, 10), False),
        (LabelKind.CLAIM, (29, 31), False),
        (LabelKind.CLAIM, (30, 31), True),
        (LabelKind.FIGURE, (10, 12), False),
        (LabelKind.TOPIC, (10, 12), True),
        (LabelKind.TOPIC, (9, 30), False),
    ],
)
def test_a_passage_that_is_partly_marked_needs_no_suggestion_of_the_kind(
    workspace: Workspace, kind: LabelKind, marked: tuple[int, int], *, is_open: bool
) -> None:
    s = loaded(workspace)
    suggestion = Suggestion(kind, 9, 30, s.text[9:30], 0.9, Message("reads"))
    label = next(one for one in workspace.labels() if one.kind is kind)
    other = next(one for one in workspace.labels() if one.kind is not kind)
    decided, found = Decided(s), {place_of(suggestion): suggestion}
    for one in (other, label):
        assert decided.undecided(found) == [suggestion]
        edit = mark(s, one, (marked,), workspace.hand)
        s.apply(edit)
        decided.follow(edit)
    assert decided.undecided(found) == ([suggestion] if is_open else [])
    removal = intentions.remove(s, [a for a in s.all(Annotation) if a.label == label.id])
    s.apply(removal)
    decided.follow(removal)
    assert decided.undecided(found) == [suggestion]


def test_a_mark_over_many_blocks_is_found_from_inside(workspace: Workspace) -> None:
    before = loaded(workspace)
    s = Snapshot(before.document, "字" * 9 * BLOCK, before.all(Label))
    found = {}
    for at in range(0, 8 * BLOCK, BLOCK):
        one = Suggestion(LabelKind.CLAIM, at, at + 9, s.text[at : at + 9], 0.9, Message("reads"))
        found[place_of(one)] = one
    claim = next(one for one in workspace.labels() if one.kind is LabelKind.CLAIM)
    s.apply(mark(s, claim, ((BLOCK, 7 * BLOCK),), workspace.hand))
    decided = Decided(s)
    decided.go_on()
    assert [one.start for one in decided.undecided(found)] == [0, 7 * BLOCK]
