"""Fits the weights of the signs to the sentences marked "dev" and writes them.

Run ``python -m tests.suggest.fitting`` after a change of the signs' words or of the labelled
sentences, and look at what moved in ``resources/claims/weights.toml``. It takes some seconds.
"""

import math
from collections.abc import Iterator, Sequence

from annotator.model.script import folded
from annotator.resources import resource_path
from annotator.suggest.claim_signs import (
    FOR,
    REASONS,
    Sentence,
    claim_signs,
    sentence_of,
    signs_of,
)
from annotator.suggest.claims import figure_starts
from tests.suggest.ranking import Labelled, labelled

Example = tuple[Sequence[str], int]
RIDGE = 3.0
"""The penalty on the square of each weight: the larger it is, the smaller the weights."""
FIXED = {"outside": -1.0}
"""Weights that no labelled sentence tells."""
HEAD = """\
# How much each sign weighs, in each language, and the bias of a sentence without signs.
# The score is 1 / (1 + exp(-(bias + the weights of the signs))). A sign for a claim has a weight of
# 0 or more, one against it of 0 or less. Fitted by logistic regression with a ridge penalty on the
# sentences marked "dev" of tests/golden/claims by tests/suggest/fitting.py; edit freely."""


def fitted(
    examples: Sequence[Example], ridge: float = RIDGE, steps: int = 2500
) -> tuple[float, dict[str, float]]:
    """Return bias and weights of a logistic regression by gradient descent.

    After each step a weight that points the wrong way for its sign is set to 0.
    """
    bias, weights, count = 0.0, dict.fromkeys(REASONS, 0.0), len(examples)
    for _ in range(steps):
        slopes, bias_slope = dict.fromkeys(REASONS, 0.0), 0.0
        for signs, label in examples:
            total = bias + sum(weights[sign] for sign in signs)
            error = 1 / (1 + math.exp(-total)) - label
            bias_slope += error
            for sign in signs:
                slopes[sign] += error
        bias -= bias_slope / count / 2
        for sign, slope in slopes.items():
            weight = weights[sign] - (slope + ridge * weights[sign]) / count / 2
            weights[sign] = max(weight, 0.0) if sign in FOR else min(weight, 0.0)
    return bias, weights


def examples_of(rows: Sequence[Labelled]) -> list[Example]:
    """Return the signs and the label of each sentence."""
    known = claim_signs()
    return [(signs_of(_sentence(row), known), row.label) for row in rows]


def _sentence(row: Labelled) -> Sentence:
    figures, exact = figure_starts(row.text)
    return sentence_of(row.text, folded(row.text), row.role, len(figures), len(exact))


def as_toml(language: str, bias: float, weights: dict[str, float]) -> Iterator[str]:
    """Yield the lines of one language."""
    yield f"\n[{language}]"
    yield f"bias = {bias:.2f}"
    yield f"[{language}.weights]"
    for sign, weight in (weights | FIXED).items():
        yield f"{sign} = {round(weight, 2) + 0:.2f}"


if __name__ == "__main__":
    lines = [HEAD]
    for each in ("en", "zh"):
        lines += as_toml(each, *fitted(examples_of(labelled(each, "dev"))))
    resource_path("claims", "weights.toml").write_text("\n".join(lines) + "\n", "utf-8")
