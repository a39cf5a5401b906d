"""What a sentence states, without what is wrapped around it and the question at its end."""

import pytest

from annotator.model.script import folded
from annotator.suggest.claim_signs import claim_signs
from annotator.suggest.stated import asks, stated_part


def stated(text: str, language: str) -> str:
    known = claim_signs()
    question = known.patterns[language]["question"]
    return stated_part(folded(text), language, known.passed_over[language], question)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("What I can tell you is that the pump failed.", "en", "the pump failed."),
        ("As you know, the bridge, I believe, is shut.", "en", "the bridge  is shut."),
        ("Two inspectors quit last week, so who is checking the pumps?", "en", "two inspectors"),
        ("The fund is empty by your own count, isn't it?", "en", "the fund is empty by your"),
        ("正如我刚才所说，水泵坏了。", "zh", "水泵坏了。"),
        ("審計署上月批評了該公司，政府有何回應？", "zh", "审计署上月批评了该公司"),
        ("你民望大跌，会否担心？", "zh", "你民望大跌"),
    ],
)
def test_the_statement_is_found(text: str, language: str, said: str) -> None:
    assert stated(text, language).startswith(said)
    assert not asks(stated(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who is checking the pumps, and when will we know?", "en"),
        ("If that is so and they are all gone, what happens next?", "en"),
        ("Sir, one more, will it rain?", "en"),
        ("Given that you have said all that before, why not say it again?", "en"),
        ("请问水泵是什么时候坏的？", "zh"),
        ("在当前这样复杂的形势下，请问怎么看？", "zh"),
        ("特首，是否属实？", "zh"),
        ("", "en"),
    ],
)
def test_a_mere_question_states_nothing(text: str, language: str) -> None:
    assert stated(text, language) == ""


def test_a_question_mark_may_stand_in_front_of_closing_marks() -> None:
    assert asks("Really?”")
    assert asks("真的？」")
    assert not asks("Really? Yes.")
