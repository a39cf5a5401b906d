"""Edits as values: inverse and joining."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.edit import Edit, joined, parts_of, repeated_over, replacing
from annotator.model.errors import Difference
from annotator.model.ids import AuthorId, SettingId
from annotator.model.message import Message
from annotator.model.records import Annotation, Author, Figure, Key, Record, Setting, key_of
from tests.example import QUANTITY, marked, snapshot

SAY = Message("Change")
State = dict[Key, Record]


def apply(state: State, edit: Edit) -> State:
    """Do what an edit says, as plainly as possible."""
    for record in edit.removed:
        assert state[key_of(record)] == record
    kept = {key: r for key, r in state.items() if key not in map(key_of, edit.removed)}
    return kept | {key_of(record): record for record in edit.added}


@st.composite
def histories(draw: st.DrawFn) -> tuple[State, list[Edit]]:
    """Draw edits that fit each other: each sets some of five settings or removes them."""
    state: State = {}
    edits = []
    for _ in range(draw(st.integers(0, 6))):
        wanted = draw(st.dictionaries(st.sampled_from("abcde"), st.none() | st.text("xy")))
        removed = tuple(r for r in state.values() if r.id in wanted)
        added = tuple(Setting(SettingId(n), v) for n, v in wanted.items() if v is not None)
        edits.append(Edit(SAY, removed, added))
        state = apply(state, edits[-1])
    return state, edits


@given(histories())
def test_joined_edits_do_what_they_do_one_by_one(history: tuple[State, list[Edit]]) -> None:
    state, edits = history
    assert apply({}, joined(SAY, *edits)) == state


@given(histories())
def test_the_inverse_of_joined_edits_takes_all_back(history: tuple[State, list[Edit]]) -> None:
    state, edits = history
    assert apply(state, joined(SAY, *edits).inverse(SAY)) == {}


@given(histories(), st.integers(2, 4))
def test_parts_of_an_edit_do_what_it_does(history: tuple[State, list[Edit]], count: int) -> None:
    state: State = {}
    for edit in history[1]:
        parts = list(parts_of(edit, count))
        done = state
        for part in parts:
            assert len(part.added) <= count
            done = apply(done, part)
        state = apply(state, edit)
        assert done == state
        for first, other in combinations(parts, 2):
            assert not first.changed_keys() & other.changed_keys()


def test_an_annotation_is_in_one_part_with_its_fields() -> None:
    s = snapshot()
    annotations = [marked(s, QUANTITY, quote) for quote in ("今年", "请问", "女士们")]
    figures = [s.find(Figure, annotation.id) for annotation in annotations]
    edit = Edit(SAY, added=(*[figure for figure in figures if figure], *annotations))
    parts = list(parts_of(edit, 2))
    assert [{record.id for record in part.added} for part in parts] == [{a.id} for a in annotations]
    assert all(isinstance(part.added[0], Annotation) for part in parts)


def test_a_label_goes_after_what_carries_it_and_comes_before_it() -> None:
    s = snapshot()
    marks = [marked(s, QUANTITY, quote) for quote in ("今年", "请问", "女士们")]
    gone = Edit(SAY, removed=(QUANTITY, *marks))
    *others, last = parts_of(gone, 2)
    assert last.removed == (QUANTITY,)
    assert not any(QUANTITY in part.removed for part in others)
    first, *_others = parts_of(gone.inverse(SAY), 2)
    assert first.added[0] == QUANTITY


def test_replacing_leaves_out_what_stays_the_same() -> None:
    a, b = Setting(SettingId("a"), "1"), Setting(SettingId("b"), "1")
    edit = replacing(SAY, (a, a), (b, replace(b, value="2")))
    assert edit.removed == (b,)
    assert edit.added == (replace(b, value="2"),)
    assert not replacing(SAY, (a, a))


def test_an_edit_repeated_over_others_keeps_what_only_they_wrote() -> None:
    author = Author(AuthorId("a"), "Lin", "#000000")
    mine, theirs = replace(author, name="Wu"), replace(author, colour="#FFFFFF")
    other = Setting(SettingId("b"), "1")
    edit = Edit(SAY, (author,), (mine, other))
    told = Difference(author, mine, theirs)
    over = repeated_over(edit, [told])
    assert over.removed == (theirs,)
    assert over.added == (replace(theirs, name="Wu"), other)


def test_what_others_added_under_the_same_id_is_written_over() -> None:
    mine, theirs = Setting(SettingId("a"), "1"), Setting(SettingId("a"), "2")
    over = repeated_over(Edit(SAY, added=(mine,)), [Difference(None, mine, theirs)])
    assert (over.removed, over.added) == ((theirs,), (mine,))
