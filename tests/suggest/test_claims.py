"""Every sentence gets a score; those worth checking come first, with reasons."""

from collections.abc import Sequence
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.kinds import LabelKind
from annotator.model.suggestion import Suggestion
from annotator.model.text import sentences
from annotator.suggest.claim_signs import REASONS, claim_signs, sentence_of, signs_of
from annotator.suggest.claims import suggest_claims
from annotator.suggest.figures.quantity import figures_in
from tests.suggest.ranking import Labelled, as_transcript, average_precision, labelled

TRIES = 4
"""How often a time is taken before it counts as too long: a busy machine may be slow once."""

TEXT = "Good morning, everyone. Unemployment fell to 4.1 percent in May, the lowest since 1999."


def scores(rows: Sequence[Labelled]) -> list[float]:
    """Return the score of each labelled sentence: the best of its parts."""
    text, bodies = as_transcript(rows)
    best = [0.0] * len(rows)
    for found in suggest_claims(text, bodies):
        line = text.count("\n", 0, found.start)
        best[line] = max(best[line], found.score)
    return best


def precision_of(rows: Sequence[Labelled]) -> float:
    return average_precision([row.label for row in rows], scores(rows))


def precision_of_numbers(rows: Sequence[Labelled]) -> float:
    has_number = [any(not figure.is_bare for figure in figures_in(row.text)) for row in rows]
    return average_precision([row.label for row in rows], [float(has) for has in has_number])


def score(sentence: str, role: str = "speaker") -> float:
    return max(found.score for found in suggest_claims(sentence, ((0, len(sentence), role),)))


def reason(sentence: str, role: str = "speaker") -> str:
    return str(next(suggest_claims(sentence, ((0, len(sentence), role),))).reason)


@pytest.mark.parametrize(
    ("language", "split", "floor"),
    [("en", "dev", 0.93), ("en", "heldout", 0.93), ("zh", "dev", 0.93), ("zh", "heldout", 0.93)],
)
def test_the_order_is_far_better_than_having_a_number(
    language: str, split: str, floor: float
) -> None:
    rows = labelled(language, split)
    precision = precision_of(rows)
    assert precision >= floor
    assert precision >= precision_of_numbers(rows) + 0.15


def test_traditional_transcripts_are_ordered_as_well() -> None:
    held = [row for row in labelled("zh", "heldout") if row.lang == "zh-Hant"]
    assert precision_of(held) >= 0.9


def test_every_sentence_is_yielded_in_order_with_its_own_text() -> None:
    text = "下面，请大家提问。去年全市新增学位1.2万个！\n谢谢。\n\nIt rained. Was it you?"
    found = list(suggest_claims(text))
    assert [(one.start, one.end) for one in found] == list(sentences(text))
    assert all(one.text == text[one.start : one.end] for one in found)
    assert {one.kind for one in found} == {LabelKind.CLAIM}


def test_only_the_speeches_are_read_and_labels_are_left_out() -> None:
    text = "MODERATOR: Good morning.\nMINISTER: Exports fell by a third last year."
    start = text.index("Exports")
    found = list(suggest_claims(text, ((11, 24, "moderator"), (start, len(text), "speaker"))))
    assert [one.text for one in found] == ["Good morning.", text[start:]]


@pytest.mark.parametrize(
    ("worth", "idle"),
    [
        ("Unemployment fell to 4 percent in May.", "Unemployment will fall to 4 percent by 2030."),
        ("The company hid the defect from inspectors.", "I hope the company does better."),
        ("Two people were killed on Monday.", "I have two announcements today."),
        ("No bridges collapsed during the storm.", "Could you tell us about the bridges?"),
        ("去年新增学位1.2万个。", "明年计划新增学位1.2万个。"),
        ("该厂隐瞒了三起事故。", "这个问题问得很好。"),
        ("美方至今没有公布证据。", "我们对此坚决反对。"),
        ("去年新增學位1.2萬個。", "接下來開放媒體提問。"),
    ],
)
def test_a_statement_comes_before_plans_wishes_and_courtesies(worth: str, idle: str) -> None:
    assert score(worth) > score(idle)


def test_a_statement_inside_a_question_is_worth_more_than_a_question() -> None:
    stated = "The auditor found last year that 40 contracts were never tendered, so why was that?"
    assert score(stated, "reporter") > score("Why was that not tendered?", "reporter")


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Exports fell by 12 percent.", ("states a quantity", "rose or fell")),
        ("Good morning, everyone, and welcome.", ("Against:", "a greeting")),
        ("去年出口同比下降一成。", ("large or exact number", "says when")),
        ("非常感謝大家。", ("thanks",)),
        ("Blue", ("Against: a short sentence.",)),
    ],
)
def test_the_reason_names_the_signs(sentence: str, words: Sequence[str]) -> None:
    for word in words:
        assert word in reason(sentence)


def test_a_date_is_no_quantity() -> None:
    assert "states a quantity" not in reason("The bridge opened in May 2020.")
    assert "states a quantity" in reason("The bridge cost 30 million dollars.")


def test_the_reason_names_the_weightiest_five() -> None:
    sentence = "I think that we fell by 12 percent last year because of the law, thank you, sir?"
    weights = claim_signs().weights["en"]
    shown = signs_of(sentence_of(sentence, sentence.lower(), "speaker", 1), claim_signs())
    weighty = sorted(shown, key=lambda sign: abs(weights[sign]), reverse=True)
    said = reason(sentence)
    assert len(shown) > 5
    assert all(str(REASONS[sign]) in said for sign in weighty[:5])
    assert str(REASONS[weighty[-1]]) not in said


def test_a_sentence_without_signs_says_so() -> None:
    assert reason("The colour of the old chairs is a pale and rather dusty green") == (
        "No sign for or against it."
    )


def test_simplified_and_traditional_score_alike() -> None:
    simplified = "据统计，去年台风造成三人死亡，经济损失超过两亿元。"
    traditional = "據統計，去年颱風造成三人死亡，經濟損失超過兩億元。"
    assert score(simplified) == score(traditional)


def test_what_is_outside_the_speeches_counts_less() -> None:
    assert score(TEXT, "lead") < score(TEXT, "speaker")
    assert score(TEXT, "boilerplate") < score(TEXT, "unknown")


def checked(text: str, bodies: Sequence[tuple[int, int, str]] = ()) -> list[Suggestion]:
    found = list(suggest_claims(text, bodies))
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert 0 <= one.score <= 1
        assert str(one.reason)
        last = one.end
    return found


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_gives_sane_spans(text: str) -> None:
    checked(text)


@given(
    st.lists(
        st.sampled_from(
            ["of the ", "没有", "由", "到", "12%", "？", ".", "\n", "比", "多", "ed ", "'", "I "]
        )
    )
)
@settings(max_examples=100, deadline=None)
def test_any_mix_of_signs_gives_sane_spans(pieces: Sequence[str]) -> None:
    text = "".join(pieces)
    half = len(text) // 2
    checked(text, ((0, half, "speaker"), (half, len(text), "reporter")))


@pytest.mark.parametrize("piece", ["由从比因", "no ", "a", "ed ", "请", "据按照根据", "in "])
def test_the_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = process_time()
        assert list(suggest_claims(text))
        return process_time() - started

    seconds(1000)
    assert any(seconds(32_000) < 8 * max(seconds(8_000), 0.01) for _ in range(TRIES))
