"""What a project file answers: in the order that people gave, also of what is gone."""

from dataclasses import replace

import pytest

from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, DocumentLinkId, LabelId, SettingId
from annotator.model.kinds import LinkKind
from annotator.model.records import Annotation, Document, DocumentLink, Label, Setting
from annotator.store.project_file import Store
from tests.example import AUTHOR, DOCUMENT, LABELS, QUANTITY, TEXT, numbered
from tests.store.example_store import annotation, step


def test_documents_stand_by_group_and_by_the_order_within_it(store: Store) -> None:
    places = [(300, "b", 0), (301, "a", 1), (302, "a", 0), (303, "a", 0)]
    for number, group, order in places:
        own = replace(DOCUMENT, id=DocumentId(numbered(number)), group=group, order=order)
        store.apply(step(own))
    stored = [document.id for document in store.documents()]
    assert stored == [DOCUMENT.id, *(numbered(number) for number in (302, 303, 301, 300))]


def test_labels_stand_in_the_order_of_the_codebook(store: Store) -> None:
    first = replace(QUANTITY, id=LabelId(numbered(90)), slug="first", key="", order=-1)
    store.apply(step(first))
    assert store.labels() == [first, *LABELS]


def test_a_passage_is_told_also_of_a_document_that_is_gone(store: Store) -> None:
    s = store.load(DOCUMENT.id)
    assert store.quote(DOCUMENT.id, 4, 8) == TEXT[4:8]
    store.apply(step(removed=[record for record in s.records() if not isinstance(record, Label)]))
    assert store.documents() == []
    assert store.quote(DOCUMENT.id, 4, 8) == TEXT[4:8]
    with pytest.raises(UserError):
        store.quote(DocumentId(numbered(999)), 4, 8)


def test_one_record_is_there_or_not(store: Store) -> None:
    one = annotation(600)
    store.apply(step(one))
    assert store.get(Annotation, one.id) == one
    assert store.get(Document, one.id) is None
    assert store.get(Label, "no id at all") is None


def test_people_settings_and_links_are_answered(store: Store) -> None:
    other = replace(DOCUMENT, id=DocumentId(numbered(300)))
    link = DocumentLink(DocumentLinkId(numbered(800)), other.id, DOCUMENT.id, LinkKind.CORRECTION)
    memo = Setting(SettingId("memo"), "x")
    store.apply(step(other, link, memo))
    assert store.authors() == [AUTHOR]
    assert store.document_links() == [link]
    assert store.settings() == {"memo": "x"}
    assert store.text(DOCUMENT.sha256) == TEXT
    assert set(store.speaker_names()) == {"主持人", "林晓", "记者"}
