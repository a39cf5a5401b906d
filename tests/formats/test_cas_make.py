"""A document of ours as a CAS in memory."""

import json
from typing import Any

from annotator.formats.cas_make import CasMaker
from annotator.formats.cas_types import DOCUMENT, MARK, RELATION, TURN
from annotator.model.records import Annotation, Relation, Turn
from annotator.model.snapshot import Snapshot
from tests.formats.exchange import valid_project

[SNAPSHOT, *_others] = valid_project().snapshots


def made(s: Snapshot = SNAPSHOT, count: int | None = None) -> Any:  # noqa: ANN401 - cassis.Cas
    maker = CasMaker(lambda text: text.replace("：", "|"))
    return maker.make(s, s.all(Annotation)[:count])


def test_each_passage_is_a_mark_that_names_annotation_and_part() -> None:
    cas = made()
    marks = cas.select(MARK)
    told = {(m.id, m.part, m.begin, m.end) for m in marks}
    assert told == {
        (a.id, str(part), span.start, span.end)
        for a in SNAPSHOT.all(Annotation)
        for part, span in enumerate(a.spans)
    }
    kinds = {m.id: m.type.name for m in marks}
    assert set(kinds.values()) == {"annotator.Claim", "annotator.Figure", "annotator.Topic"}


def test_a_field_without_a_value_is_no_empty_text() -> None:
    [figure, *_] = [m for m in made().select(MARK) if m.kind == "figure"]
    assert (figure.note, figure.low) == ("=check", "23000")
    [topic] = [m for m in made().select(MARK) if m.kind == "topic"]
    assert topic.note is None


def test_all_texts_are_made_fit_for_the_file() -> None:
    cas = made()
    assert cas.sofa_string == SNAPSHOT.text.replace("：", "|")
    headings = [turn.heading for turn in cas.select(TURN)]
    assert headings == [
        SNAPSHOT.text[turn.start : turn.body_start].replace("：", "|")
        for turn in SNAPSHOT.all(Turn)
    ]


def test_the_document_and_its_turns_tell_what_is_known_of_them() -> None:
    cas = made()
    [about] = cas.select(DOCUMENT)
    assert (about.begin, about.end) == (0, len(SNAPSHOT.text))
    assert json.loads(about.attributes) == dict(SNAPSHOT.document.attributes)
    turns = cas.select(TURN)
    assert [(t.begin, t.end) for t in turns] == [(t.start, t.end) for t in SNAPSHOT.all(Turn)]
    assert (turns[0].time_start, turns[0].time_end) == ("0", "1500")
    assert (turns[1].speaker, turns[1].affiliation) == ("发言人", "卫生厅")


def test_a_relation_joins_first_passages_and_needs_both_ends() -> None:
    [link] = made().select(RELATION)
    [relation] = SNAPSHOT.all(Relation)
    assert (link.source.id, link.target.id) == (relation.source, relation.target)
    assert (link.kind, link.note, link.target.part) == ("supports", "n", "0")
    assert list(made(count=1).select(RELATION)) == []
