"""The index of marks against going through all of them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.view.mark_index import BINS, MarkIndex
from annotator.gui.view.marks import Mark
from annotator.gui.view.paragraphs import Paragraphs
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import TEXTS, mark, marks_in

TEXT_AND_MARKS = TEXTS.filter(bool).flatmap(
    lambda text: st.tuples(st.just(text), marks_in(len(text)))
)


def touches(pieces: Paragraphs, k: int, found: Mark) -> bool:
    """Say whether any character of a mark, newlines too, is in a piece."""
    return any(pieces.at(position) == k for position in range(found.start, found.end))


def indexed(text: str, marks: list[Mark]) -> tuple[MarkIndex, Paragraphs]:
    """Return an index with marks."""
    pieces = Paragraphs(text)
    index = MarkIndex(pieces)
    index.add(marks)
    return index, pieces


def assert_holds_just(index: MarkIndex, pieces: Paragraphs, marks: list[Mark]) -> None:
    """Compare all answers of an index with those of a plain list."""
    for k in range(len(pieces)):
        expected = Counter(m for m in marks if touches(pieces, k, m))
        assert Counter(index.in_paragraph(k)) == expected
    for position in range(len(pieces.text)):
        expected = Counter(m for m in marks if m.start <= position < m.end)
        assert Counter(index.at(position)) == expected
    kinds = Counter({kind: sum(counts) for kind, counts in index.overview.items()})
    assert +kinds == Counter(m.kind for m in marks)


@given(TEXT_AND_MARKS)
def test_the_marks_of_a_paragraph_and_of_a_place_are_those_that_overlap_it(
    example: tuple[str, list[Mark]],
) -> None:
    text, marks = example
    assert_holds_just(*indexed(text, marks), marks)


@given(TEXT_AND_MARKS, st.data())
def test_removed_marks_are_gone_and_the_others_stay(
    example: tuple[str, list[Mark]], data: st.DataObject
) -> None:
    text, marks = example
    index, pieces = indexed(text, marks)
    gone = {m.id for m in marks if data.draw(st.booleans())}
    touched = index.remove(gone)
    assert touched == {
        k for k in range(len(pieces)) for m in marks if m.id in gone and touches(pieces, k, m)
    }
    assert_holds_just(index, pieces, [m for m in marks if m.id not in gone])


@given(TEXT_AND_MARKS)
def test_adding_says_which_paragraphs_are_touched(example: tuple[str, list[Mark]]) -> None:
    text, marks = example
    pieces = Paragraphs(text)
    touched = MarkIndex(pieces).add(marks)
    assert touched == {k for k in range(len(pieces)) for m in marks if touches(pieces, k, m)}


@given(TEXT_AND_MARKS)
def test_the_innermost_comes_first(example: tuple[str, list[Mark]]) -> None:
    text, marks = example
    index, _pieces = indexed(text, marks)
    for position in range(len(text)):
        lengths = [m.end - m.start for m in index.at(position)]
        assert lengths == sorted(lengths)


def test_all_fragments_of_an_annotation_are_found_and_removed_together() -> None:
    first, second = mark(0, 2, annotation_id="a"), mark(5, 7, annotation_id="a")
    index, pieces = indexed("ab\ncd\nef", [first, second, mark(0, 1, annotation_id="b")])
    assert index.of("a") == [first, second]
    assert index.remove(["a"]) == {0, pieces.at(5), pieces.at(6)}
    assert index.of("a") == []
    assert index.at(0) == [mark(0, 1, annotation_id="b")]


def test_nothing_is_known_of_other_annotations() -> None:
    index, _pieces = indexed("ab", [mark(0, 1)])
    assert index.of(None) == []
    assert index.of("another") == []
    assert index.remove(["another"]) == set()
    assert index.in_paragraph(7) == []


def test_a_mark_over_several_paragraphs_is_found_in_each() -> None:
    across = mark(1, 8)
    index, _pieces = indexed("abc\n\ndef\nghi", [across])
    assert [index.in_paragraph(k) for k in range(4)] == [[across], [across], [across], []]


def test_the_overview_tells_the_start_from_the_end_of_the_text() -> None:
    text = "国" * 1000
    index, _pieces = indexed(text, [mark(0, 10), mark(990, 1000, LabelKind.TOPIC)])
    assert index.overview[LabelKind.CLAIM][0] == 1
    assert index.overview[LabelKind.TOPIC][990 * BINS // 1000] == 1
    assert sum(map(sum, index.overview.values())) == 2
