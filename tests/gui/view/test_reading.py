"""A paragraph in words, for those who do not see the page."""

from annotator.gui.view.marks import Mark
from annotator.gui.view.reading import (
    MOST_NAMED,
    count_lines,
    current_line,
    in_words,
    line_at,
    line_on_screen,
    line_text,
    marks_in_words,
)
from annotator.gui.view.transcript_view import TranscriptView
from annotator.model.kinds import LabelKind
from tests.gui.view.examples import mark

TEXT = "one 😀 two\n\nthree\x01 four"


def test_a_position_is_in_the_line_around_it(view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    lines = [line_at(view, at) for at in (0, 9, 10, 11, len(TEXT))]
    assert lines == [0, 0, 1, 2, 2]
    view.set_selection(12, 12)
    assert current_line(view) == 2
    assert [line_text(view, line) for line in range(3)] == ["one 😀 two", "", "three\u2401 four"]


def test_the_end_of_the_last_line_begins_no_other(view: TranscriptView) -> None:
    for text, count in (("a\nb", 2), ("a\nb\n", 2), ("a\n\n", 2), ("", 1), ("a", 1)):
        view.show_text(text, (), ())
        assert count_lines(view) == count


def test_marks_are_told_in_the_order_of_the_text_the_wider_first(view: TranscriptView) -> None:
    marks = [mark(6, 9, LabelKind.FIGURE), mark(0, 9), mark(0, 3, LabelKind.TOPIC)]
    view.show_text(TEXT, (), marks)
    assert marks_in_words(view, 0) == ["Claim: one 😀 two", "Topic: one", "Figure: two"]
    assert marks_in_words(view, 1) == []
    view.set_hidden({LabelKind.CLAIM})
    assert marks_in_words(view, 0) == ["Topic: one", "Figure: two"]


def test_a_suggestion_is_called_one(view: TranscriptView) -> None:
    suggested = Mark("s", 0, 3, LabelKind.FIGURE, "Figure", "#0000ff", suggested=True)
    view.show_text(TEXT, (), ())
    assert in_words(view, suggested) == "Figure, suggested: one"


def test_so_many_marks_are_named_and_the_others_counted(view: TranscriptView) -> None:
    marks = [mark(0, 3, annotation_id=f"m{n:03}") for n in range(MOST_NAMED + 5)]
    view.show_text(TEXT, (), marks)
    told = marks_in_words(view, 0)
    assert (len(told), told[-1]) == (MOST_NAMED + 1, "5 more")


def test_lines_lie_below_each_other_on_the_screen(view: TranscriptView) -> None:
    view.show_text(TEXT, (), ())
    first, second, third = (line_on_screen(view, line) for line in range(3))
    corner = view.viewport().mapToGlobal(view.viewport().rect().topLeft())
    assert (first.left(), first.top() - view.page.heights.top(0)) == (corner.x(), corner.y())
    assert first.bottom() < second.top() + 2
    assert second.bottom() < third.top() + 2
    assert {r.width() for r in (first, second, third)} == {view.text_area().width()}
