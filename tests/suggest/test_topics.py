"""Labels of the codebook that fit a sentence, and phrases that the codebook lacks."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from annotator.model.suggestion import Suggestion
from annotator.model.text import sentences
from annotator.suggest.topics import MOST, suggest_topics

TRIES = 4
"""How often a time is taken before it counts as too long: a busy machine may be slow once."""

HEALTH = Label(
    LabelId("health"),
    LabelKind.TOPIC,
    {"en": "Health", "zh": "医疗卫生"},
    definitions={"en": "Illness, medical staff and all of the other things that doctors see."},
    examples=("疫苗", "flu", "nursing home"),
)
ROADS = Label(
    LabelId("roads"), LabelKind.TOPIC, {"zh": "交通"}, definitions={"zh": "道路、桥梁的建设。"}
)


def fitting(text: str, *labels: Label, language: str = "") -> list[Suggestion]:
    found = suggest_topics(text, labels or (HEALTH, ROADS), language)
    return [one for one in found if one.label is not None]


def proposed(text: str, *labels: Label) -> list[Suggestion]:
    return [one for one in suggest_topics(text, labels) if one.proposal]


@pytest.mark.parametrize(
    "text",
    [
        "Public health comes first.",
        "Two Nursing Homes have closed.",
        "The FLU is back.",
        "Illnesses spread in winter.",
        "更多疫苗已经运到。",
        "醫療衛生支出增加。",
    ],
)
def test_a_name_an_example_or_a_word_of_the_definition_fits(text: str) -> None:
    (found,) = fitting(text)
    assert found.label == HEALTH.id
    assert found.kind is LabelKind.TOPIC
    assert (found.start, found.end, found.text) == (0, len(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "He is wealthy.",
        "The influence grew.",
        "All of the other things that doctors see.",
        "疫区没有苗。",
        "Home nursing.",
    ],
)
def test_a_part_of_a_word_and_long_or_idle_words_do_not_fit(text: str) -> None:
    assert not fitting(text)


def test_the_span_is_the_sentence_and_the_reason_says_what_occurred() -> None:
    text = "Good morning. The flu fills every nursing home.\n新疫苗到了。桥梁和交通都好。"
    found = fitting(text, language="zh")
    assert [one.label for one in found] == [HEALTH.id, HEALTH.id, ROADS.id]
    assert [(one.start, one.end) for one in found] == list(sentences(text))[1:]
    assert str(found[0].reason) == "医疗卫生: the sentence says “flu”, “nursing home”."


def test_more_different_words_are_surer() -> None:
    once = fitting("The flu is back.")[0].score
    assert fitting("The flu, the flu!")[0].score == once
    assert fitting("The flu is a matter of health.")[0].score > once
    assert fitting("Medical staff are ill.")[0].score < once


def test_a_label_named_by_an_idle_word_alone_fits_nothing() -> None:
    assert not fitting(
        "The end.", Label(LabelId("the"), LabelKind.TOPIC, {"en": "The", "zh": "区"})
    )


def test_only_topics_in_use_are_suggested() -> None:
    assert not fitting("The flu.", replace(HEALTH, retired=True))
    assert not fitting("The flu.", replace(HEALTH, kind=LabelKind.CLAIM))


def test_phrases_are_proposed_at_each_place_unless_the_codebook_has_them() -> None:
    text = "老旧小区很多。改造老旧小区难。看老旧小区吧。他爱老旧小区，是的。"
    found = proposed(text)
    assert [one.text for one in found] == ["老旧小区"] * 4
    assert {one.proposal for one in found} == {"老旧小区"}
    assert str(found[0].reason) == "“老旧小区” occurs 4 times."
    assert not proposed(text, Label(LabelId("old"), LabelKind.TOPIC, {"zh": "老舊小區"}))


def test_a_limited_number_of_phrases_is_proposed_the_weightiest_as_one() -> None:
    names = [f"w{number}x item{number}y" for number in range(MOST + 20)]
    text = "".join(f"{mark}! {name}. " * 4 for mark, name in zip("ab" * MOST, names, strict=False))
    found = proposed(text)
    assert len({one.proposal for one in found}) == MOST
    assert max(one.score for one in found) == 1


def test_suggestions_come_in_the_order_of_the_text() -> None:
    text = "The flu is here. Air quality fell. Poor air quality. Our air quality. The flu."
    found = [(one.start, one.end) for one in suggest_topics(text, (HEALTH,))]
    assert found == sorted(found)
    assert len(found) == 5


@given(st.text(), st.dictionaries(st.sampled_from(["en", "zh"]), st.text(), min_size=1))
@settings(max_examples=100, deadline=None)
def test_any_text_and_label_gives_sane_spans(text: str, names: dict[str, str]) -> None:
    label = Label(LabelId("any"), LabelKind.TOPIC, names, examples=(text[:4],), definitions=names)
    for found in suggest_topics(f"{text} {text}. {text}", (label, HEALTH)):
        assert 0 <= found.start < found.end <= 3 * len(text) + 3
        assert 0 < found.score <= 1
        assert str(found.reason)


@pytest.mark.parametrize("piece", ["疫苗", "flu ", "flu. ", "nursing ", "道"])
def test_the_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = process_time()
        list(suggest_topics(text, (HEALTH, ROADS)))
        return process_time() - started

    def fastest(size: int) -> float:
        return min(seconds(size) for _ in range(3))

    assert any(fastest(24_000) < 8 * max(fastest(6_000), 0.01) for _ in range(TRIES))
