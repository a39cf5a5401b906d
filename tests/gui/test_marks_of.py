"""What the transcript shows of a document."""

from annotator.gui.marks_of import headings_of, marks_of
from annotator.model.edits import mark
from annotator.model.records import Annotation
from tests.example import HAND, MODERATOR, QUANTITY, TEXT, TURNS, snapshot


def test_each_fragment_is_a_mark_of_its_annotation_named_in_the_language() -> None:
    s = snapshot()
    places = [(TEXT.index(words), TEXT.index(words) + 2) for words in ("今年", "公园", "公交")]
    s.apply(mark(s, QUANTITY, places, HAND))
    [annotation] = s.all(Annotation)
    marks = list(marks_of(s, [annotation], "zh"))
    assert [(m.start, m.end, m.part) for m in marks] == [
        (start, end, part) for part, (start, end) in enumerate(places)
    ]
    assert {(m.id, m.name, m.kind, m.colour) for m in marks} == {
        (annotation.id, "数量", QUANTITY.kind, QUANTITY.colour)
    }
    assert {m.name for m in marks_of(s, [annotation], "en")} == {"Quantity"}


def test_a_heading_says_who_speaks_or_what_the_part_is() -> None:
    lead, first, *_others = headings_of(snapshot())
    assert (lead.name, lead.role) == ("", "lead")
    assert (first.name, first.role) == (MODERATOR.name, "moderator")
    assert [(h.start, h.body_start, h.end) for h in headings_of(snapshot())] == [
        (turn.start, turn.body_start, turn.end) for turn in TURNS
    ]
