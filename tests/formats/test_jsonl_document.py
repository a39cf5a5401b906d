"""One document's line as records; ``test_jsonl_read`` holds what is refused."""

import io
import json
from typing import Any

import pytest

from annotator.formats.jsonl import write_jsonl
from annotator.formats.jsonl_document import read_document
from annotator.formats.records_json import BadValueError
from annotator.model.records import Annotation, Claim, Finding, Review, Topic
from annotator.model.text import sha256_of
from tests.formats.projects import ANNA, BEN, EVERYTHING, LABELS, full_project

BY_ID = {label.id: label for label in LABELS}
AUTHORS = {ANNA.id, BEN.id}


def row() -> dict[str, Any]:
    """Return the line of a full document as a value."""
    out = io.StringIO()
    write_jsonl(full_project(), EVERYTHING, out)
    value: dict[str, Any] = json.loads(out.getvalue().splitlines()[1])
    return value


def test_a_line_with_nothing_but_text_is_a_document() -> None:
    text = "Good morning.\n"
    line = {"id": full_project().documents()[0].id, "title": "T", "text": text}
    document, stored, records = read_document(line | {"sha256": sha256_of(text)}, {}, ())
    assert (document.title, document.source_name, stored.text) == ("T", "", text)
    assert not records


def test_quotes_come_from_the_text_in_code_points() -> None:
    found = read_document(row(), BY_ID, AUTHORS)
    for annotation in found.records:
        if isinstance(annotation, Annotation):
            for span in annotation.spans:
                assert span.quote == found.text.text[span.start : span.end]


def test_an_annotation_may_say_nothing_besides_its_text() -> None:
    line = row()
    for annotation in line["annotations"]:
        annotation.pop(annotation["kind"])
    records = read_document(line, BY_ID, AUTHORS).records
    assert not any(isinstance(record, Claim | Topic) for record in records)


def test_a_findings_passages_in_other_documents_are_taken_as_they_are() -> None:
    line = row()
    other = full_project().documents()[1].id
    line["findings"][0]["passages"][0] |= {"document": other, "end": 10_000, "annotation": None}
    finding = next(r for r in read_document(line, BY_ID, AUTHORS).records if isinstance(r, Finding))
    assert finding.passages[0].document == other


def test_labels_and_authors_must_be_those_of_the_first_line() -> None:
    with pytest.raises(BadValueError, match="label"):
        read_document(row(), {}, AUTHORS)
    with pytest.raises(BadValueError, match="author"):
        read_document(row(), BY_ID, {BEN.id})


def test_a_review_is_of_a_known_person_and_has_the_id_that_follows() -> None:
    line = row()
    said = next(a for a in line["annotations"] if "reviews" in a)["reviews"][0]
    assert any(isinstance(r, Review) for r in read_document(line, BY_ID, AUTHORS).records)
    known, said["reviewer"] = said["reviewer"], line["id"]
    with pytest.raises(BadValueError, match="reviewer"):
        read_document(line, BY_ID, AUTHORS)
    said["reviewer"] = known
    said["id"] = line["id"]
    with pytest.raises(BadValueError, match=r"reviews\[0\].id"):
        read_document(line, BY_ID, AUTHORS)
