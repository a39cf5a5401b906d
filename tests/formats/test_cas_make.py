"""A document of ours as the structures of a CAS."""

import json

from annotator.formats.cas_make import CasMaker, Structure
from annotator.formats.cas_types import DOCUMENT, LANGUAGE, RELATION, TURN
from annotator.model.records import Annotation, Relation, Turn
from annotator.model.snapshot import Snapshot
from tests.formats.exchange import valid_project

[SNAPSHOT, *_others] = valid_project().snapshots
MARKS = ("annotator.Claim", "annotator.Figure", "annotator.Topic")


def made(s: Snapshot = SNAPSHOT, count: int | None = None) -> list[Structure]:
    return list(CasMaker(s, s.all(Annotation)[:count]).structures())


def of(*types: str) -> list[Structure]:
    return [one for one in made() if one.type in types]


def units(point: int) -> int:
    return len(SNAPSHOT.text[:point].encode("utf-16-le")) // 2


def test_each_passage_is_a_mark_that_names_annotation_and_part() -> None:
    marks = of(*MARKS)
    told = {(m.texts["id"], m.texts["part"], *m.place) for m in marks}
    assert told == {
        (a.id, str(part), units(span.start), units(span.end))
        for a in SNAPSHOT.all(Annotation)
        for part, span in enumerate(a.spans)
    }
    assert {mark.type for mark in marks} == set(MARKS)


def test_a_field_without_a_value_is_no_empty_text() -> None:
    [figure] = of("annotator.Figure")
    assert (figure.texts["note"], figure.texts["low"]) == ("=check", "23000")
    [topic] = of("annotator.Topic")
    assert "note" not in topic.texts
    assert all(text for one in made() for text in one.texts.values())


def test_the_document_and_its_turns_tell_what_is_known_of_them() -> None:
    [about] = of(DOCUMENT)
    assert about.place == (0, units(len(SNAPSHOT.text)))
    assert json.loads(about.texts["attributes"]) == dict(SNAPSHOT.document.attributes)
    turns = of(TURN)
    assert [turn.place for turn in turns] == [
        (units(turn.start), units(turn.end)) for turn in SNAPSHOT.all(Turn)
    ]
    assert (turns[0].texts["time_start"], turns[0].texts["time_end"]) == ("0", "1500")
    assert (turns[1].texts["speaker"], turns[1].texts["affiliation"]) == ("发言人", "卫生厅")
    assert [one.texts for one in of(LANGUAGE)] == [{"language": "zh"}]


def test_a_relation_joins_first_passages_and_needs_both_ends() -> None:
    [link] = of(RELATION)
    [relation] = SNAPSHOT.all(Relation)
    by_number = {one.number: one.texts for one in made()}
    ends = {name: by_number[number] for name, number in link.ends.items()}
    assert (ends["source"]["id"], ends["target"]["id"]) == (relation.source, relation.target)
    assert (link.texts["kind"], link.texts["note"]) == ("supports", "n")
    assert ends["target"]["part"] == "0"
    assert not [one for one in made(count=1) if one.type == RELATION]


def test_numbers_go_up_from_the_one_behind_the_text() -> None:
    numbers = [one.number for one in made()]
    assert numbers == list(range(2, 2 + len(numbers)))
