"""How worth checking each sentence is: an order to read in, with its reasons, never a verdict."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.quantity import Quantity
from annotator.model.script import folded
from annotator.model.suggestion import Suggestion
from annotator.model.text import sentences
from annotator.suggest.claim_signs import (
    FOR,
    REASONS,
    Sentence,
    Signs,
    claim_signs,
    sentence_of,
    signs_of,
)
from annotator.suggest.figures.quantity import figures_in

_NAMED = 5
"""So many signs a reason names at most, the weightiest."""
_EXACT = frozenset({"percent", "money", "range", "ratio", "fraction", "multiple"})
_DIGITS = 2
_LEAST = 0.05
"""A sign of less weight is not worth naming."""


def suggest_claims(text: str, bodies: Sequence[tuple[int, int, str]] = ()) -> Iterator[Suggestion]:
    """Yield every sentence of the speeches with how worth checking it is, in order.

    ``bodies`` are the start, end and speaker's role of each speech; without any the whole text is
    one. The score, 0 to 1, is the logistic sum of the weights of the sentence's signs.
    """
    known = claim_signs()
    said = {sign: str(message) for sign, message in REASONS.items()}
    plain = folded(text)
    figures, exact = figure_starts(text)
    for start, end, role in bodies or ((0, len(text), ""),):
        for left, right in sentences(text, start, end):
            sentence = sentence_of(
                text[left:right],
                plain[left:right],
                role,
                _between(figures, left, right),
                _between(exact, left, right),
            )
            shown = signs_of(sentence, known)
            yield _suggestion(left, sentence, shown, known, said)


def figure_starts(text: str) -> tuple[list[int], list[int]]:
    """Return where the figures of the text start, in order, and where the large or exact ones do.

    Dates and articles are left out.
    """
    figures = [
        figure
        for figure in figures_in(text)
        if not figure.is_bare and figure.quantity.kind not in {"date", "time"}
    ]
    exact = [figure.start for figure in figures if _is_exact(figure.quantity)]
    return [figure.start for figure in figures], exact


def _is_exact(quantity: Quantity) -> bool:
    """Say whether a quantity is one that nobody says in passing, as one, two or three things."""
    number = quantity.high or quantity.low
    return quantity.kind in _EXACT or "." in number or len(number.lstrip("-")) >= _DIGITS


def _between(starts: Sequence[int], left: int, right: int) -> int:
    return bisect_left(starts, right) - bisect_left(starts, left)


def _suggestion(
    start: int,
    sentence: Sentence,
    shown: Sequence[str],
    known: Signs,
    said: Mapping[str, str],
) -> Suggestion:
    weights = known.weights[sentence.language]
    total = known.bias[sentence.language] + sum(weights.get(sign, 0.0) for sign in shown)
    return Suggestion(
        LabelKind.CLAIM,
        start,
        start + len(sentence.text),
        sentence.text,
        round(1 / (1 + math.exp(-total)), 4),
        _reason(shown, weights, said),
    )


def _reason(shown: Sequence[str], weights: Mapping[str, float], said: Mapping[str, str]) -> Message:
    """Name the weightiest signs, those for a claim first."""
    weighty = sorted(shown, key=lambda sign: -abs(weights.get(sign, 0.0)))[:_NAMED]
    named = [sign for sign in shown if sign in weighty and abs(weights.get(sign, 0.0)) >= _LEAST]
    speaking_for = "; ".join(said[sign] for sign in named if sign in FOR)
    against = "; ".join(said[sign] for sign in named if sign not in FOR)
    if speaking_for and against:
        return Message(
            "For: {signs}. Against: {others}.", {"signs": speaking_for, "others": against}
        )
    if speaking_for:
        return Message("For: {signs}.", {"signs": speaking_for})
    if against:
        return Message("Against: {signs}.", {"signs": against})
    return Message("No sign for or against it.")
