"""The sample transcripts and their hand annotations: complete, located, well-formed."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from annotator.model.codebook import (
    CHECKWORTHY,
    CLAIM_STATUSES,
    CLAIM_TYPES,
    COMPARATORS,
    FIGURE_KINDS,
    TOPIC_SCOPES,
)
from annotator.model.kinds import RelationKind, Stance
from annotator.model.quantity import is_decimal
from annotator.model.text import normalise
from tests.resources.annotated_sample import SAMPLES, codebook, occurrences, sample, scales

SUGGESTED = {"temperature", "score", "time"}
"""Kinds of figures that the samples, marked by hand as the older kinds, do without."""
COMMON = {"ref", "kind", "label", "quote", "nth", "more", "note", "extra"}
FIELDS = {
    "figure": {
        *("low", "high", "unit", "figure_kind", "approximator", "comparator", "referent"),
        *("denominator", "rate", "period", "as_of", "place", "source", "value"),
    },
    "claim": {
        *("text", "types", "checkworthy", "priority", "date", "scale", "verdict"),
        *("rationale", "status", "evidence"),
    },
    "topic": {"scope", "stance"},
}
ISO_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}|--\d{2}(?:-\d{2})?|\d{2}:\d{2}")


# The texts


def test_the_chinese_text_has_about_6000_characters() -> None:
    assert 5500 <= len(sample("briefing-zh").text) <= 6500


def test_the_english_text_has_about_3000_words() -> None:
    assert 2800 <= len(sample("briefing-en").text.split()) <= 3300


@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_is_stored_as_it_is_imported(name: str) -> None:
    assert normalise(sample(name).text) == sample(name).text


@pytest.mark.parametrize(("name", "least"), [("briefing-zh", 60), ("briefing-en", 20)])
def test_characters_beyond_the_basic_plane_stand_before_many_annotations(
    name: str, least: int
) -> None:
    found = sample(name)
    first = next(place for place, char in enumerate(found.text) if ord(char) > 0xFFFF)
    assert sum(spans[0][0] > first for spans in found.spans.values()) >= least


def test_the_chinese_text_has_an_emoji_and_a_han_character_beyond_the_basic_plane() -> None:
    astral = [char for char in sample("briefing-zh").text if ord(char) > 0xFFFF]
    assert any(0x20000 <= ord(char) < 0x30000 for char in astral)
    assert any(0x1F300 <= ord(char) < 0x1FB00 for char in astral)


@pytest.mark.parametrize(
    ("name", "label", "least"),
    [
        ("briefing-zh", r"主持人：", 5),
        ("briefing-zh", r"(?:陆知远|何映秋|岑柏年)：", 9),
        ("briefing-zh", r"(?:《\w+》|\w+网|\w+台)记者：", 7),
        ("briefing-zh", r"\w{3}：$", 2),
        ("briefing-en", r"MODERATOR: ", 6),
        ("briefing-en", r"(?:MS\. OKAFOR|DR\. VANTERPOOL|MR\. LINDQVIST): ", 10),
        ("briefing-en", r"QUESTION: ", 8),
    ],
)
def test_speakers_are_labelled_at_the_start_of_a_line(name: str, label: str, least: int) -> None:
    assert len(re.findall(f"(?m)^{label}", sample(name).text)) >= least


# The annotations


@pytest.mark.parametrize("name", SAMPLES)
def test_every_quote_is_found_and_says_which_one_where_there_are_several(name: str) -> None:
    found = sample(name)
    for ref, entry in found.entries.items():
        several = len(occurrences(found.text, entry["quote"])) > 1
        assert ("nth" in entry) == several, ref
        assert all(found.text[start:end].strip() for start, end in found.spans[ref]), ref
        assert entry["quote"] == entry["quote"].strip(), ref


@pytest.mark.parametrize("name", SAMPLES)
def test_entries_stand_in_the_order_of_the_text(name: str) -> None:
    starts = [spans[0][0] for spans in sample(name).spans.values()]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", SAMPLES)
def test_all_kinds_of_annotation_are_there(name: str) -> None:
    kinds = Counter(entry["kind"] for entry in sample(name).entries.values())
    assert sum(kinds.values()) >= 45
    assert kinds["figure"] >= 40
    assert kinds["claim"] >= 12
    assert kinds["topic"] >= 8


@pytest.mark.parametrize("name", SAMPLES)
def test_every_label_and_every_kind_of_figure_is_used(name: str) -> None:
    found = sample(name)
    assert {entry["label"] for entry in found.entries.values()} == set(codebook())
    assert {entry["figure_kind"] for entry in found.of_kind("figure")} >= set(
        FIGURE_KINDS
    ) - SUGGESTED


@pytest.mark.parametrize("name", SAMPLES)
def test_a_label_is_of_the_kind_of_its_annotation(name: str) -> None:
    for ref, entry in sample(name).entries.items():
        assert codebook()[entry["label"]].kind == entry["kind"], ref


@pytest.mark.parametrize("name", SAMPLES)
def test_entries_have_only_the_fields_of_their_kind(name: str) -> None:
    for ref, entry in sample(name).entries.items():
        assert set(entry) <= COMMON | FIELDS[entry["kind"]], ref


@pytest.mark.parametrize("name", SAMPLES)
def test_extra_fields_are_those_of_the_label(name: str) -> None:
    used = 0
    for ref, entry in sample(name).entries.items():
        fields = {field.name: field for field in codebook()[entry["label"]].extra_fields}
        for field, value in entry.get("extra", {}).items():
            assert not fields[field].choices or value in fields[field].choices, ref
            used += 1
    assert used >= 10


@pytest.mark.parametrize("name", SAMPLES)
def test_annotations_nest_overlap_and_are_cut_in_fragments(name: str) -> None:
    found = sample(name)
    whole = [(spans[0][0], spans[-1][1]) for spans in found.spans.values()]
    assert any(a[0] <= b[0] and b[1] <= a[1] for a in whole for b in whole if a != b)
    assert any(a[0] < b[0] < a[1] < b[1] for a in whole for b in whole)
    fragmented = [spans for spans in found.spans.values() if len(spans) > 1]
    assert fragmented
    assert all(a[1] < b[0] for spans in fragmented for a, b in pairwise(spans))


# Figures


@pytest.mark.parametrize("name", SAMPLES)
def test_figures_are_well_formed(name: str) -> None:
    for entry in sample(name).of_kind("figure"):
        ref = entry["ref"]
        assert entry["figure_kind"] in FIGURE_KINDS, ref
        assert ("value" in entry) == (entry["figure_kind"] == "date"), ref
        assert all(is_decimal(entry[end]) for end in ("low", "high") if end in entry), ref
        assert entry.get("comparator", "=") in COMPARATORS, ref
        if "value" in entry:
            assert entry["value"], ref
            assert ISO_DATE.fullmatch(entry["value"]), ref
            assert not {"low", "high"} & set(entry), ref
        else:
            assert entry["low"], ref


@pytest.mark.parametrize("name", SAMPLES)
def test_only_ranges_and_ratios_have_two_numbers(name: str) -> None:
    for entry in sample(name).of_kind("figure"):
        two = entry.get("low") != entry.get("high")
        assert two == (entry["figure_kind"] in {"range", "ratio"}), entry["ref"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_approximator_stands_in_the_quote_and_names_a_comparator(name: str) -> None:
    with_word = [entry for entry in sample(name).of_kind("figure") if "approximator" in entry]
    assert len(with_word) >= 10
    for entry in with_word:
        assert entry["approximator"] in entry["quote"].lower(), entry["ref"]
        assert entry["comparator"] in COMPARATORS, entry["ref"]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_quote_stops_before_the_counted_noun(name: str) -> None:
    for entry in sample(name).of_kind("figure"):
        assert not entry["quote"].endswith(entry.get("referent", "\0")), entry["ref"]


# Claims and topics


@pytest.mark.parametrize("name", SAMPLES)
def test_claims_are_well_formed(name: str) -> None:
    for entry in sample(name).of_kind("claim"):
        ref = entry["ref"]
        assert entry["text"], ref
        assert entry["types"], ref
        assert set(entry["types"]) <= set(CLAIM_TYPES), ref
        assert entry["checkworthy"] in CHECKWORTHY, ref
        assert entry["priority"] in {1, 2, 3}, ref
        assert entry.get("status", "open") in CLAIM_STATUSES, ref
        assert entry["date"] == sample(name).document["date"], ref


def test_both_samples_together_use_every_type_of_claim() -> None:
    types = {
        t for name in SAMPLES for entry in sample(name).of_kind("claim") for t in entry["types"]
    }
    assert types == set(CLAIM_TYPES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_verdict_belongs_to_its_scale(name: str) -> None:
    rated = [entry for entry in sample(name).of_kind("claim") if "scale" in entry]
    assert len(rated) >= 4
    for entry in rated:
        verdicts = {verdict.slug for verdict in scales()[entry["scale"]].verdicts}
        assert entry.get("verdict", "") in (verdicts or {""}), entry["ref"]
        assert entry["rationale"], entry["ref"]
    assert sample(name).document["verdict_scale"] in scales()


@pytest.mark.parametrize("name", SAMPLES)
def test_two_or_more_claims_have_evidence_that_can_be_found_again(name: str) -> None:
    with_evidence = [entry for entry in sample(name).of_kind("claim") if "evidence" in entry]
    assert len(with_evidence) >= 2
    for evidence in (one for entry in with_evidence for one in entry["evidence"]):
        assert evidence["url"].startswith("https://example.org/")
        assert evidence["stance"] in set(Stance)
        assert evidence["published"] <= evidence["accessed"]
        assert evidence["publisher"]
        assert evidence["quote"]


@pytest.mark.parametrize("name", SAMPLES)
def test_topics_are_well_formed(name: str) -> None:
    topics = sample(name).of_kind("topic")
    assert {entry["scope"] for entry in topics} == set(TOPIC_SCOPES)
    assert any("stance" in entry for entry in topics)


# Relations


@pytest.mark.parametrize("name", SAMPLES)
def test_relations_join_annotations_that_are_there(name: str) -> None:
    found = sample(name)
    for relation in found.relations:
        assert relation["kind"] in set(RelationKind)
        assert {relation["from"], relation["to"]} <= set(found.entries)
        assert relation["from"] != relation["to"]
    kinds = {relation["kind"] for relation in found.relations}
    assert {"repeats", "contradicts", "part_of", "denominator_of", "supports"} <= kinds


@pytest.mark.parametrize("name", SAMPLES)
def test_repeats_agree_and_contradictions_do_not(name: str) -> None:
    found = sample(name)
    for relation in found.relations:
        one, other = found.entries[relation["from"]], found.entries[relation["to"]]
        if one.get("figure_kind", "") == other.get("figure_kind"):
            same = (one["low"], one["high"]) == (other["low"], other["high"])
            expected = {"repeats": True, "contradicts": False}.get(relation["kind"], same)
            assert same == expected, relation
