"""What a person wants done with documents and the codebook."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import edits, project_edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, DocumentLinkId, SettingId
from annotator.model.kinds import LinkKind
from annotator.model.records import Document, DocumentLink, Setting, Text
from tests.example import (
    DOCUMENT,
    LABELS,
    MONEY,
    QUANTITY,
    STATEMENT,
    TEXT,
    document_records,
    marked,
    numbered,
    snapshot,
)


def shelf(*orders: int) -> list[Document]:
    return [
        replace(DOCUMENT, id=DocumentId(numbered(500 + i)), title=str(i), order=order)
        for i, order in enumerate(orders)
    ]


def reordered(documents: list[Document], edit: Edit) -> list[str]:
    new = {document.id: document for document in documents}
    new |= {record.id: record for record in edit.added if isinstance(record, Document)}
    return [d.title for d in sorted(new.values(), key=lambda d: (d.group, d.order, d.id))]


@given(st.integers(1, 6), st.data())
def test_a_moved_document_stands_where_it_was_put(count: int, data: st.DataObject) -> None:
    documents = shelf(
        *sorted(data.draw(st.lists(st.integers(0, 9), min_size=count, max_size=count)))
    )
    moved = data.draw(st.sampled_from(documents))
    before = data.draw(st.sampled_from([None, *(d for d in documents if d is not moved)]))
    titles = [d.title for d in documents if d is not moved]
    titles.insert(titles.index(before.title) if before else len(titles), moved.title)
    edit = project_edits.move_document(documents, moved, before)
    assert reordered(documents, edit) == titles


def test_a_move_into_a_gap_changes_one_document() -> None:
    documents = shelf(0, 100, 200)
    edit = project_edits.move_document(documents, documents[2], documents[1])
    assert [record.id for record in edit.added] == [documents[2].id]


def test_a_moved_document_joins_the_group_of_its_neighbour() -> None:
    documents = [*shelf(0, 10), replace(shelf(0, 0, 5)[2], group="Archive")]
    edit = project_edits.move_document(documents, documents[0], documents[2])
    assert [(d.title, d.group) for d in edit.added if isinstance(d, Document)] == [("0", "Archive")]


def test_a_removed_document_takes_everything_on_it_and_its_links() -> None:
    s = snapshot()
    marked(s, STATEMENT, "投入1.2亿元")
    other = DocumentId(numbered(99))
    link = DocumentLink(DocumentLinkId(numbered(98)), other, DOCUMENT.id, LinkKind.TRANSLATION)
    stranger = replace(link, id=DocumentLinkId(numbered(97)), target=other)
    edit = project_edits.remove_document(s, [link, stranger])
    assert set(map(repr, edit.removed)) == set(map(repr, [link, *s.records()]))
    assert edit.removed[-1] == DOCUMENT


def test_an_imported_document_comes_with_its_text_and_turns() -> None:
    text = Text(DOCUMENT.sha256, TEXT)
    edit = project_edits.add_document(DOCUMENT, text, document_records())
    assert edit.texts == (text,)
    assert len(edit.added) == 8


def test_a_document_needs_a_title() -> None:
    with pytest.raises(UserError, match="title"):
        project_edits.change_document(DOCUMENT, replace(DOCUMENT, title=" "))
    edit = project_edits.change_document(DOCUMENT, replace(DOCUMENT, title="New"))
    assert str(edit.label) == "Rename to New"


def test_two_labels_cannot_share_a_key() -> None:
    with pytest.raises(UserError, match="belongs to both"):
        project_edits.change_label(LABELS, MONEY, replace(MONEY, key=QUANTITY.key))
    retired = replace(MONEY, key=QUANTITY.key, retired=True)
    assert project_edits.change_label(LABELS, MONEY, retired).added == (retired,)


def test_a_label_keeps_its_kind_and_needs_a_name() -> None:
    with pytest.raises(UserError, match="kind"):
        project_edits.change_label(LABELS, MONEY, replace(MONEY, kind=STATEMENT.kind))
    with pytest.raises(UserError, match="needs a name"):
        project_edits.add_label([], replace(MONEY, names={"en": " "}))


def test_a_deleted_label_takes_its_uses_but_not_its_children() -> None:
    s = snapshot()
    annotation = marked(s, MONEY, "1.2亿元")
    uses = [edits.remove(s, [annotation])]
    edit = project_edits.remove_label(LABELS, MONEY, uses)
    assert len(edit.removed) == 3
    child = replace(QUANTITY, parent=MONEY.id)
    with pytest.raises(UserError, match="below it"):
        project_edits.remove_label([MONEY, child], MONEY)


def test_a_setting_is_added_changed_and_removed() -> None:
    memo = Setting(SettingId("memo"), "first")
    assert project_edits.set_setting(None, "memo", "first").added == (memo,)
    assert project_edits.set_setting(memo, "memo", "").removed == (memo,)
