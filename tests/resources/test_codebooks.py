"""The default codebook and the verdict scales that come with the program."""

import tomllib
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from annotator.model.codebook import FIELD_TYPES
from annotator.model.codebook_file import read_codebook
from annotator.model.kinds import LabelKind
from annotator.resources import resource_path
from tests.example import Ids
from tests.resources.annotated_sample import codebook, scales

OKABE_ITO = {
    "#000000",
    "#E69F00",
    "#56B4E9",
    "#009E73",
    "#F0E442",
    "#0072B2",
    "#D55E00",
    "#CC79A7",
}


def test_the_codebook_has_figures_claims_and_topics_with_names_in_both_languages() -> None:
    kinds = Counter(label.kind for label in codebook().values())
    assert kinds == {LabelKind.FIGURE: 5, LabelKind.CLAIM: 5, LabelKind.TOPIC: 6}
    for slug, label in codebook().items():
        assert set(label.names) == set(label.definitions) == {"en", "zh"}, slug
        assert all(label.names.values()), slug
        assert all(label.definitions.values()), slug
        assert label.examples, slug


def test_keys_are_unique_and_digits_come_first() -> None:
    assert "".join(label.key for label in codebook().values()) == "123456789aqwerty"


def test_colours_are_safe_and_never_used_twice_in_a_kind() -> None:
    colours = [(label.kind, label.colour) for label in codebook().values()]
    assert {colour for _, colour in colours} <= OKABE_ITO
    assert len(set(colours)) == len(colours)


def test_extra_fields_have_a_type_and_choices_where_needed() -> None:
    fields = [field for label in codebook().values() for field in label.extra_fields]
    assert {field.type for field in fields} <= set(FIELD_TYPES)
    assert all(bool(field.choices) == (field.type == "choice") for field in fields)
    assert fields


def test_scales_have_four_three_six_and_no_verdicts() -> None:
    sizes = {slug: len(scale.verdicts) for slug, scale in scales().items()}
    assert sizes == {"averitec": 4, "fever": 3, "six-step": 6, "conclusion-only": 0}


def test_scales_have_names_in_both_languages_and_verdicts_of_their_own() -> None:
    for scale in scales().values():
        assert set(scale.names) == {"en", "zh"}
        assert all(set(verdict.names) == {"en", "zh"} for verdict in scale.verdicts)
        slugs = [verdict.slug for verdict in scale.verdicts]
        assert len(set(slugs)) == len(slugs)


@pytest.mark.parametrize("slug", ["averitec", "fever", "six-step"])
def test_ranks_run_from_true_to_false_and_may_be_missing(slug: str) -> None:
    ranks = [verdict.rank for verdict in scales()[slug].verdicts]
    ordered = [Decimal(rank) for rank in ranks if rank is not None]
    assert ordered[0] == 1
    assert ordered[-1] == 0
    assert all(a > b for a, b in pairwise(ordered))
    assert (None in ranks) == (slug != "six-step")


def test_the_page_about_codebooks_shows_one_and_names_every_field() -> None:
    page = resource_path("help", "codebooks.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    budget, subsidy = read_codebook(example, Ids())
    assert subsidy.parent == budget.id
    assert [field.type for field in budget.extra_fields] == ["number", "choice"]
    fields = tomllib.loads(example)["labels"][0].keys() | {"parent"}
    assert all(f"`{field}`" in page for field in fields)
    assert all(f"`{kind}`" in page for kind in (*FIELD_TYPES, *LabelKind))
