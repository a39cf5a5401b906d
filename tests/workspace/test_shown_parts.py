"""What of a large edit is shown, part by part."""

from dataclasses import replace

from annotator.model.edit import Edit
from annotator.model.message import Message
from annotator.model.records import Annotation, Figure, Record
from annotator.workspace.shown_parts import PART, Coming, label_changes, shown_parts
from tests.example import DOCUMENT, QUANTITY, document_records, marked, numbered, snapshot

SAY = Message("Change")


def annotations(count: int) -> list[Annotation]:
    one = marked(snapshot(), QUANTITY, "今年")
    return [replace(one, id=numbered(1000 + number)) for number in range(count)]  # type: ignore[arg-type]


def shown(edit: Edit) -> list[Record]:
    return [record for part in shown_parts(edit) for record in (*part.removed, *part.added)]


def test_what_lies_on_a_document_that_comes_or_goes_is_left_out_but_counted() -> None:
    marks = annotations(3)
    whole = (DOCUMENT, *document_records(), *marks, Figure(marks[0].id, low="12"))
    for edit, uses in ((Edit(SAY, added=whole), 3), (Edit(SAY, removed=whole), -3)):
        assert shown(edit) == [DOCUMENT]
        assert label_changes(edit) == {QUANTITY.id: uses}


def test_what_lies_on_a_document_that_changes_is_shown() -> None:
    [mark] = annotations(1)
    detail = Figure(mark.id, low="12")
    edit = Edit(SAY, (DOCUMENT,), (replace(DOCUMENT, title="x"), mark, detail))
    assert shown(edit) == [DOCUMENT, *edit.added]
    assert label_changes(edit) == {}


def test_edits_come_in_their_order_and_large_ones_in_parts() -> None:
    coming = Coming()
    large = Edit(SAY, added=tuple(annotations(2 * PART)))
    last = Edit(Message("Last"), removed=large.added[:1])
    coming.add([large, last])
    parts = []
    while coming:
        part, _uses = coming.next()
        parts.append(part)
    assert parts[-1] == last
    assert all(len(part.added) <= PART for part in parts)
    assert [r for part in parts[:-1] for r in part.added] == list(large.added)
    coming.add([large])
    coming.clear()
    assert not coming
