"""The labelled texts: what the figure finder must reach on them, in every language."""

from pathlib import Path

import pytest

from annotator.suggest.figures import suggest_figures
from tests.evaluation.gold import GoldText, golds_in, read_gold
from tests.evaluation.scoring import Agreement, agreement

GOLDEN = Path(__file__).parents[2] / "golden" / "figures"
REFERENCE = Path(__file__).parents[3].parent / "shared" / "data"
GOLDS = golds_in(GOLDEN)


def measured(gold: GoldText) -> Agreement:
    """Return how the suggestions agree with the labels of a text."""
    return agreement(gold.figures, suggest_figures(gold.text), gold.non_figures)


def share(found: Agreement, field: str) -> float:
    """Return how many of the matched figures have a field right."""
    right, judged = found.right(field)
    return right / judged


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: Path(gold.name).name)
def test_figures_are_found_with_their_boundaries(gold: GoldText) -> None:
    found = measured(gold)
    assert found.f1(found.exact) >= 0.98
    assert found.f1(len(found.pairs)) >= 0.98


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: Path(gold.name).name)
def test_what_the_figures_say_is_read(gold: GoldText) -> None:
    found = measured(gold)
    assert share(found, "value") == 1
    assert share(found, "kind") >= 0.98
    assert share(found, "approximator") >= 0.98
    assert share(found, "comparator") >= 0.98


def test_names_slogans_and_list_markers_are_left_alone() -> None:
    hits = sum(len(measured(gold).hits) for gold in GOLDS)
    total = sum(len(gold.non_figures) for gold in GOLDS)
    assert total >= 150
    assert hits <= 0.02 * total


def test_the_labels_cover_three_scripts_and_every_kind() -> None:
    assert sum(len(gold.figures) for gold in GOLDS) >= 500
    scripts = {Path(gold.name).name.rsplit("-", 1)[0] for gold in GOLDS}
    assert scripts == {"en", "zh-hans", "zh-hant"}
    kinds = {figure.kind for gold in GOLDS for figure in gold.figures}
    assert kinds >= {"cardinal", "percent", "money", "ratio", "fraction", "range", "ordinal"}
    assert kinds >= {"duration", "date", "multiple", "temperature", "score", "time"}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference transcript is not here")
def test_the_reference_transcript_agrees() -> None:
    found = measured(read_gold(REFERENCE))
    assert found.f1(found.exact) >= 0.98
    assert found.f1(len(found.pairs)) >= 0.99
    assert share(found, "value") >= 0.995
    assert not found.hits
